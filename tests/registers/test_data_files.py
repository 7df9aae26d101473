"""Every data file states its origin, is in order, and holds nothing twice."""

import re
import unicodedata
from pathlib import Path

import pytest

from whence.registers import digest
from whence.registers._table import data_files, rows

FILES = [entry.name for entry in data_files()]
#: The columns that together tell one entry from another, by file.
KEYS = {
    "collectives.tsv": ("noun", "kind"),
    "countries.tsv": ("code",),
    "given_names.tsv": ("name",),
    "groups.tsv": ("key",),
    "organ_kinds.tsv": ("words",),
    "organs.tsv": ("name",),
    "outlets.tsv": ("name",),
    "titles.tsv": ("name", "kind"),
}


def lines_of(name: str) -> list[str]:
    entry = next(entry for entry in data_files() if entry.name == name)
    return entry.read_text("utf-8").splitlines()


def test_every_file_has_a_key_under_test() -> None:
    assert set(FILES) == set(KEYS)


@pytest.mark.parametrize("name", FILES)
def test_header_states_origin_completeness_and_date(name: str) -> None:
    header = " ".join(line for line in lines_of(name) if line.startswith("#"))
    assert "Origin:" in header
    assert re.search(r"[Cc]omplete", header)
    assert re.search(r"Date: \d{4}-\d{2}-\d{2}\.", header)


@pytest.mark.parametrize("name", FILES)
def test_no_entry_stands_twice(name: str) -> None:
    keys = [tuple(row[column] for column in KEYS[name]) for row in rows(name)]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("name", FILES)
def test_cells_are_clean(name: str) -> None:
    for row in rows(name):
        for column, cell in row.items():
            where = f"{name}, {row}, {column}"
            assert cell == unicodedata.normalize("NFC", cell), where
            items = cell.split("|") if cell else []
            assert all(item and item == " ".join(item.split()) for item in items), where
            assert len(items) == len(set(items)), where


@pytest.mark.parametrize("name", set(FILES) - {"countries.tsv"})
def test_entries_are_sorted(name: str) -> None:
    by_kind = name in {"titles.tsv", "collectives.tsv"}
    order = [(row["kind"] if by_kind else "", row[KEYS[name][0]].casefold()) for row in rows(name)]
    assert order == sorted(order)


def test_a_line_with_a_cell_too_few_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "bad.tsv").write_text("# h\na\tb\n1\t2\nonly one\n", "utf-8")
    monkeypatch.setattr("whence.registers._table.files", lambda _: tmp_path)
    with pytest.raises(ValueError, match=r"bad\.tsv:4: 1 cells; each line needs 2"):
        list(rows("bad.tsv"))


def test_digest_follows_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digest.cache_clear()
    shipped = digest()
    assert re.fullmatch(r"[0-9a-f]{64}", shipped)
    (tmp_path / "data").mkdir()
    held = tmp_path / "data" / "one.tsv"
    monkeypatch.setattr("whence.registers._table.files", lambda _: tmp_path)
    seen = set()
    for text in ("a\n", "b\n"):
        held.write_text(text, "utf-8")
        digest.cache_clear()
        seen.add(digest())
    digest.cache_clear()
    assert len(seen | {shipped}) == 3
