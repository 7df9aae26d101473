"""Files that are written whole or not at all."""

import json
import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from whence.cli.console import Unread
from whence.errors import UsageError, WhenceError

#: Stands for standard output.
STDOUT = Path("-")


class OutputError(WhenceError):
    """A file cannot be written."""

    code = "output"


def check_outputs(outputs: Iterable[Path | None], inputs: Iterable[str] = ()) -> frozenset[Path]:
    """The real places of `outputs`, seen to be usable before any work is done.

    Raises ``UsageError`` for a place that cannot be written to, is named twice, or is an input.
    """
    given = [path for path in outputs if path is not None]
    places = [path if path == STDOUT else path.resolve() for path in given]
    for path, place in zip(given, places, strict=True):
        if sum(other == place for other in places) > 1:
            raise UsageError(f"{path} is named for two outputs; give each a place of its own")
        if place == STDOUT:
            continue
        if place.is_dir():
            raise UsageError(f"{path} is a folder; name a file in it")
        if not place.parent.is_dir():
            raise UsageError(f"there is no folder {place.parent} for {path}; make it first")
        if not os.access(place if place.exists() else place.parent, os.W_OK):
            raise UsageError(f"{path} may not be written; choose another place")
        if any(Path(name).resolve() == place for name in inputs if name != str(STDOUT)):
            raise UsageError(
                f"{path} is one of the inputs, which would be lost; name another file to write"
            )
    return frozenset(place for place in places if place != STDOUT)


def write_json(path: Path, value: object) -> None:
    """Write `value` as JSON in UTF-8, indented; halves of surrogate pairs as JSON escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    _write(path, text.encode("utf-8", "backslashreplace"))


def write_text(path: Path, text: str) -> None:
    """Write `text` in UTF-8."""
    _write(path, text.encode("utf-8", "replace"))


def _write(path: Path, data: bytes) -> None:
    if path == STDOUT:
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise Unread from None
        return
    place = path.resolve()  # a link stays a link
    try:
        if place.exists() and not place.is_file():
            place.write_bytes(data)  # a device or pipe has no place beside it
        else:
            _replace(place, data)
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written: {error.strerror}; what was there before is unchanged"
        ) from error


def _replace(place: Path, data: bytes) -> None:
    """Write beside `place`, and take its name when all is on the disk."""
    mode = place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{place.name[:40]}.", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(place)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
