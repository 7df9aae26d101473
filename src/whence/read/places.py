"""Places: files, folders, glob patterns and standard input, as the user names them."""

import glob
import os
import stat
from collections.abc import Iterator

from whence.errors import InputError, NotFound, UnknownFormat
from whence.read.formats import SUFFIXES, named_format

STANDARD_INPUT = "-"


def files_of(place: str) -> Iterator[str | InputError]:
    """The files that a place stands for, in sorted order, and what is wrong with the others.

    A file that is named is read whatever it is called; one found in a folder must have a known
    suffix. Hidden files and folders are passed over.
    """
    if place == STANDARD_INPUT or not place:
        yield place or NotFound("(empty)", "a place has no name; give a file, a folder or '-'")
    elif os.path.isdir(place):  # noqa: PTH112 - the path stays as the user wrote it
        yield from _folder(place, ())
    elif os.path.lexists(place) or not glob.has_magic(place):
        yield _named(place)
    else:
        yield from _matches(place)


def _named(path: str) -> str | InputError:
    try:
        os.stat(path)  # noqa: PTH116
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "not a valid path"
        return NotFound(path, f"{why}; check its path and permissions")
    return path


def _matches(pattern: str) -> Iterator[str | InputError]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207
    if not found:
        yield NotFound(pattern, "no file matches this pattern; quote it if the shell changed it")
    for path in found:
        if os.path.isdir(path):  # noqa: PTH112
            yield from _folder(path, ())
        else:
            yield _named(path)


def _folder(folder: str, above: tuple[tuple[int, int], ...]) -> Iterator[str | InputError]:
    """Files below `folder`; `above` are the folders it lies in, so that a link back is no loop."""
    try:
        status = os.stat(folder)  # noqa: PTH116
        identity = (status.st_dev, status.st_ino)
        if identity in above:
            return
        with os.scandir(folder) as entries:
            inside = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        yield NotFound(folder, f"{error.strerror or error}; check the folder's permissions")
        return
    if not inside and not above:
        yield NotFound(folder, "the folder is empty; name one that holds reports")
    for name in inside:
        path = os.path.join(folder, name)  # noqa: PTH118
        if os.path.isdir(path):  # noqa: PTH112
            yield from _folder(path, (*above, identity))
        else:
            yield _found(path)


def _found(path: str) -> str | InputError:
    try:
        is_file = stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116
    except OSError as error:
        return NotFound(path, f"{error.strerror or error}; check its path and permissions")
    if not is_file:
        return UnknownFormat(path, "not an ordinary file; name it itself if it is to be read")
    if named_format(path) is None:
        known = " ".join(sorted(SUFFIXES))
        return UnknownFormat(
            path, f"its suffix is none of {known} (or these with .gz); rename it or name it itself"
        )
    return path
