"""Cutting a text into its lines, and joining what only a fixed line width has broken."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from whence.model import Span
from whence.read.anatomy.wording import ends_sentence, normal

# A gap that no print has within a line is a break too: patterns of bylines, credits and captions
# begin with white space of any length, and would take the square of it.
_ENDS = r"\n\r\x0b\x0c\x85\u2028\u2029"
_BREAK = re.compile(rf"\r\n|[{_ENDS}]|[^\S{_ENDS}]{{64,}}")
# White space and marks that show nothing: a line of these alone is empty.
_BLANK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")
_WIDEST_WRAP = 120  # code points; a longer line means that nobody wrapped this text
_NARROWEST_WRAP = 40
_PROOF_OF_WRAP = 3  # lines broken in mid-sentence exactly where the next word no longer fits


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    words: str
    follows_gap: bool
    is_indented: bool


def cut(text: str) -> list[Span]:
    """The lines that hold words, trimmed, in order; lines wrapped at a fixed width are joined."""
    lines = list(_lines(text))
    width = _wrap_width(lines)
    units: list[Span] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and width and _continues(before, line, width):
            units[-1] = Span(units[-1].start, line.span.end)
        else:
            units.append(line.span)
    return units


def _lines(text: str) -> Iterator[_Line]:
    at, gap = 0, True
    breaks = [*(match.span() for match in _BREAK.finditer(text)), (len(text), len(text))]
    for end, following in breaks:
        span = _trimmed(text, at, end)
        if span is None:
            gap = True
        else:
            yield _Line(span, span.of(text), gap, span.start - at >= 2)
            gap = False
        at = following


def _trimmed(text: str, start: int, end: int) -> Span | None:
    lead = _BLANK.match(text, start, end)
    if lead is not None:
        start = lead.end()
    while end > start and _BLANK.fullmatch(text[end - 1]):
        end -= 1
    return Span(start, end) if start < end else None


def _wrap_width(lines: list[_Line]) -> int:
    """The width that the text was wrapped at, in code points; 0 where it was not."""
    widest = max((len(line.words) for line in lines), default=0)
    if not _NARROWEST_WRAP <= widest <= _WIDEST_WRAP:
        return 0
    pairs = itertools.pairwise(lines)
    proof = sum(_continues(a, b, widest) and not ends_sentence(a.words) for a, b in pairs)
    return widest if proof >= _PROOF_OF_WRAP else 0


def _continues(before: _Line, line: _Line, width: int) -> bool:
    """Whether the break between the two is there only because the next word did not fit."""
    if line.follows_gap or line.is_indented or normal(before.words) == normal(line.words):
        return False
    next_word = line.words.split(maxsplit=1)[0]
    # Ragged margins differ by a few letters between programs, hence the slack.
    return len(before.words) + 1 + len(next_word) > width - 3
