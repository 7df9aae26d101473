"""Gzip streams, with a bound on what they may swell to."""

import gzip
import io
import zlib
from typing import BinaryIO

from whence.errors import InputTooLarge, MalformedInput

MAGIC = b"\x1f\x8b"
_RATIO = 200  # text shrinks to a twentieth at most; a bomb to a thousandth
_CHUNK = 2**16


class GzipText(io.RawIOBase):
    """The bytes inside a gzip stream.

    Reading raises `MalformedInput` where the stream is broken or cut off, and `InputTooLarge`
    where it swells beyond both `free` bytes and 200 times what has been read of it.
    """

    def __init__(self, stream: BinaryIO, place: str, *, free: int) -> None:
        super().__init__()
        self._counted = _Counted(stream)
        self._inner = gzip.GzipFile(fileobj=self._counted)
        self._place = place
        self._free = free
        self._given = 0

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill `buffer` from the stream."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._inner.read(min(len(view), _CHUNK))
        except (EOFError, OSError, zlib.error) as error:
            raise MalformedInput(
                self._place,
                f"the gzip stream is broken or cut off after {self._given:,} bytes of content; "
                "fetch or pack the file again",
            ) from error
        self._given += len(data)
        if self._given > max(self._free, _RATIO * self._counted.read_so_far):
            raise InputTooLarge(
                self._place,
                f"the gzip stream swells to more than {_RATIO} times its size; text does not. "
                "Unpack it yourself if you trust it, and read what comes out",
            )
        view[: len(data)] = data
        return len(data)


class _Counted(io.RawIOBase):
    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.read_so_far = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.read_so_far += len(data)
        return data


def opened(stream: BinaryIO, place: str, *, free: int) -> BinaryIO:
    """The stream itself, or what is inside it where it is gzipped."""
    buffered = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
    peeked = buffered.peek(2)[:2] if isinstance(buffered, io.BufferedReader) else b""
    if peeked != MAGIC:
        return buffered
    return io.BufferedReader(GzipText(buffered, place, free=free), _CHUNK)
