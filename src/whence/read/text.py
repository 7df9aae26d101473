"""Plain text: one article a file, kept as it is."""

from collections.abc import Iterator
from typing import BinaryIO

from whence.model import bytes_digest
from whence.read.decode import decode
from whence.read.draft import Draft
from whence.read.options import ReadOptions
from whence.read.whole import read_whole


def read_text(stream: BinaryIO, place: str, options: ReadOptions) -> Iterator[Draft]:
    """The one article of a text file; line ends stay, only a byte order mark is dropped."""
    data = read_whole(stream, place, options)
    yield Draft(text=decode(data, place), digest=bytes_digest(data), format="text")
