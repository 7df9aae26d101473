"""Inputs: bytes of any format to articles, and the places they are read from."""

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from whence.errors import InputError, NotFound, NotRead
from whence.model import Article, Failure
from whence.read.compose import compose
from whence.read.draft import Draft
from whence.read.feed import read_feed
from whence.read.formats import format_of
from whence.read.gzipped import opened
from whence.read.html import read_html
from whence.read.jsonl import read_jsonl
from whence.read.options import ReadOptions
from whence.read.places import STANDARD_INPUT, files_of
from whence.read.text import read_text

Reader = Callable[[BinaryIO, str, ReadOptions], Iterator[Draft | InputError]]

_READERS: dict[str, Reader] = {
    "text": read_text,
    "html": read_html,
    "jsonl": read_jsonl,
    "feed": read_feed,
}


def read_paths(places: Iterable[str], options: ReadOptions) -> Iterator[Article | Failure]:
    """The articles of files, folders, glob patterns and ``-`` (standard input), one at a time.

    Folders are read recursively in sorted order. An input or record that cannot be read is a
    `Failure` in its place and costs nothing else.
    """
    for place in places:
        for found in files_of(place):
            if isinstance(found, InputError):
                yield _failure(found)
            elif found == STANDARD_INPUT:
                yield from _read_standard_input(options)
            else:
                yield from _read_file(found, options)


def read_bytes(data: bytes, place: str, options: ReadOptions) -> Iterator[Article | Failure]:
    """The articles in `data`; `place` is the path or address to name as where they come from."""
    return _read(io.BufferedReader(io.BytesIO(data)), place, options)


def _read_standard_input(options: ReadOptions) -> Iterator[Article | Failure]:
    if sys.stdin is None:  # the caller closed it
        why = "standard input is closed; pipe a report into it, or name a file"
        yield _failure(NotFound(STANDARD_INPUT, why))
        return
    try:
        yield from _read(sys.stdin.buffer, STANDARD_INPUT, options)
    except OSError as error:
        why = f"standard input cannot be read ({error.strerror or error}); name a file instead"
        yield _failure(NotFound(STANDARD_INPUT, why))


def _read_file(path: str, options: ReadOptions) -> Iterator[Article | Failure]:
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 - the path stays as the user wrote it
            yield from _read(stream, path, options)
    except OSError as error:
        yield _failure(NotFound(path, f"{error.strerror or error}; check its path and permissions"))


def _read(stream: BinaryIO, place: str, options: ReadOptions) -> Iterator[Article | Failure]:
    try:
        content = opened(stream, place, free=options.max_input_bytes)
        reader = _READERS[options.format or format_of(place, content)]
        for draft in reader(content, place, options):
            yield (
                _failure(draft)
                if isinstance(draft, InputError)
                else _article(draft, place, options)
            )
    except InputError as error:
        yield _failure(error)
    except OSError:
        raise  # of the place, which knows more of it
    except Exception as error:  # noqa: BLE001 - what breaks on one input costs only that input
        yield _unforeseen(place, error)


def _article(draft: Draft, place: str, options: ReadOptions) -> Article | Failure:
    try:
        return compose(draft, place, options)
    except InputError as error:
        return _failure(error)
    except Exception as error:  # noqa: BLE001 - what breaks on one article costs only that article
        return _unforeseen(place, error)


def _unforeseen(place: str, error: Exception) -> Failure:
    return _failure(
        NotRead(
            place,
            f"reading it failed ({type(error).__name__}: {error}); the other inputs are not "
            "affected. Please report this with the input",
        )
    )


def _failure(error: InputError) -> Failure:
    return Failure(error.place, error.code, error.why)
