"""Reading the registers' data files: tab-separated text with a header that states its origins."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_COMMENT = "#"
_LIST = "|"


def data_files() -> tuple[Traversable, ...]:
    """The data files of all registers, by name."""
    folder = files("whence.registers").joinpath("data")
    found = (entry for entry in folder.iterdir() if entry.name.endswith(".tsv"))
    return tuple(sorted(found, key=lambda entry: entry.name))


def rows(name: str) -> Iterator[Mapping[str, str]]:
    """The entries of the data file `name`, each from column to cell, in the order of the file.

    Lines that begin with ``#`` state origin, completeness and date; the first other line names the
    columns. Raises ``ValueError`` for a line with another number of cells.
    """
    text = files("whence.registers").joinpath("data", name).read_text("utf-8")
    columns: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith(_COMMENT) or not line:
            continue
        cells = line.split("\t")
        if columns is None:
            columns = cells
        elif len(cells) != len(columns):
            raise ValueError(
                f"{name}:{number}: {len(cells)} cells; each line needs {len(columns)}, "
                f"parted by tabs ({', '.join(columns)})"
            )
        else:
            yield dict(zip(columns, cells, strict=True))


def listed(cell: str) -> tuple[str, ...]:
    """The items of a cell that holds several, parted by ``|``; none for an empty cell."""
    return tuple(cell.split(_LIST)) if cell else ()


@cache
def digest() -> str:
    """The SHA-256 of all data files, to name what an annotation was produced with."""
    whole = hashlib.sha256()
    for entry in data_files():
        data = entry.read_bytes()
        whole.update(f"{entry.name} {len(data)}\n".encode())
        whole.update(data)
    return whole.hexdigest()
