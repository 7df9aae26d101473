"""Reading a stream whole, up to the limit."""

from typing import BinaryIO

from whence.errors import InputTooLarge
from whence.read.options import ReadOptions


def read_whole(stream: BinaryIO, place: str, options: ReadOptions) -> bytes:
    """All bytes of the stream; `InputTooLarge` beyond `options.max_input_bytes`."""
    limit = options.max_input_bytes
    pieces: list[bytes] = []
    left = limit + 1
    while left > 0 and (piece := stream.read(min(left, 2**20))):
        pieces.append(piece)
        left -= len(piece)
    if left <= 0:
        raise too_large(place, limit)
    return b"".join(pieces)


def too_large(place: str, limit: int) -> InputTooLarge:
    """The error for an input of more than `limit` bytes."""
    return InputTooLarge(
        place,
        f"it is larger than {limit:,} bytes; set WHENCE_MAX_INPUT_BYTES higher if it is one "
        "article, or split it",
    )


def refuse_too_long(text: str, place: str, options: ReadOptions) -> None:
    """Raise `InputTooLarge` for a text of more than `options.max_article_chars`."""
    if len(text) > options.max_article_chars:
        raise InputTooLarge(
            place,
            f"its text has {len(text):,} code points, and {options.max_article_chars:,} are "
            "allowed; set WHENCE_MAX_ARTICLE_CHARS higher if it is one article, or split it",
        )
