"""Texts as they were meant: encodings read wrongly, entities and invisible signs undone."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

#: What the bytes 0x80 to 0xff are in Windows-1252, and in Latin-1 where that leaves them out.
_BYTE_OF = {
    bytes([byte]).decode("cp1252", "ignore") or chr(byte): chr(byte) for byte in range(0x80, 0x100)
}
_AS_BYTES = str.maketrans(_BYTE_OF)
#: UTF-8 of letters and marks that news in Latin letters uses, taken for single bytes.
_MISREAD = re.compile("[\xc2-\xc5][\x80-\xbf]|\xe2[\x80-\x84][\x80-\xbf]")
#: The one mark whose last byte Windows-1252 has no sign for.
_HALF_LOST = re.compile("\xe2\x80\ufffd")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
#: An apostrophe that an encoding lost: "don?t", "Israel\ufffds".
_LOST = re.compile(r"(?<=[^\W\d_])[?\ufffd](?=(?:s|t|d|m|re|ve|ll)\b)")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text as it was meant, and where each of its code points stands in the text as it is."""

    text: str
    #: Where a stretch begins that keeps its distance: in the repaired text, and as it is.
    _starts: tuple[int, ...]
    _origins: tuple[int, ...]
    _length: int

    @property
    def is_unchanged(self) -> bool:
        """Whether nothing was to be put right."""
        return len(self._starts) == 1 and self._origins == (0,)

    def origin(self, index: int) -> int:
        """The offset in the text as it is of the code point at `index` of the repaired one."""
        if index >= len(self.text):
            return self._length
        at = bisect_right(self._starts, index) - 1
        return self._origins[at] + index - self._starts[at]

    def index(self, origin: int) -> int:
        """The first offset in the repaired text that stands at `origin` or after it."""
        at = max(0, bisect_right(self._origins, origin) - 1)
        end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        return min(self._starts[at] + origin - self._origins[at], end)


def repaired(text: str) -> Repaired:
    """`text` with misread UTF-8, entities, lost apostrophes and invisible signs put right."""
    pieces: list[str] = []
    starts, origins = [0], [0]
    length = at = 0
    for start, end, meant in _repairs(text):
        if start < at:
            continue
        for piece, origin in ((text[at:start], at), (meant, start)):
            if piece:
                if starts[-1] == length:
                    origins[-1] = origin
                else:
                    starts.append(length)
                    origins.append(origin)
                pieces.append(piece)
                length += len(piece)
        at = end
        if starts[-1] == length:
            origins[-1] = at
        else:
            starts.append(length)
            origins.append(at)
    pieces.append(text[at:])
    return Repaired("".join(pieces), tuple(starts), tuple(origins), len(text))


def _repairs(text: str) -> list[tuple[int, int, str]]:
    """Start, end and right form of each stretch to be put right, in order."""
    found: list[tuple[int, int, str]] = []
    if "&" in text:
        found += _entities(text)
    if "?" in text or not text.isascii():
        found += [(*match.span(), "'") for match in _LOST.finditer(text)]
    if not text.isascii():
        found += [(*match.span(), "") for match in _UNSEEN.finditer(text)]
        as_bytes = text.translate(_AS_BYTES)
        found += [(*match.span(), "”") for match in _HALF_LOST.finditer(as_bytes)]
        for match in _MISREAD.finditer(as_bytes):
            meant = match.group().encode("latin-1").decode("utf-8", "ignore")
            if meant:
                found.append((*match.span(), meant))
    return sorted(found)


def _entities(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _ENTITY.finditer(text):
        meant = html.unescape(match.group())
        if meant != match.group():
            yield *match.span(), meant
