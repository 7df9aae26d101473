"""Which parts of a text stand in quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from whence.model import Span

_MARK = re.compile(r"''|``|[\"“”„«»‘’']")
_PAIRS = {'"': '"', "“": "”", "„": "“”", "«": "»"}


@dataclass(frozen=True, eq=False)
class Quotations:
    """The quoted stretches of some passages, marks included.

    A paragraph whose quotation is not closed is quoted to its end. Straight marks open and close by
    turns within a paragraph; single marks count where they stand outside of words, straight ones
    never.
    """

    text: str
    passages: Sequence[Span]

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The quoted stretches in order; none overlaps another."""
        return tuple(span for passage in self.passages for span in self._of(passage))

    def share(self, span: Span) -> float:
        """The part of a span's letters and digits that is quoted."""
        text = self.text
        at = max(0, bisect_right(self.spans, span.start, key=lambda quoted: quoted.start) - 1)
        quoted = 0
        for inside in self.spans[at:]:
            if inside.start >= span.end:
                break
            start, end = max(inside.start, span.start), min(inside.end, span.end)
            quoted += sum(text[index].isalnum() for index in range(start, end))
        whole = sum(char.isalnum() for char in span.of(text))
        return quoted / whole if whole else 0.0

    def holds(self, offset: int) -> bool:
        """Whether the code point at `offset` is quoted."""
        at = bisect_right(self.spans, offset, key=lambda quoted: quoted.start) - 1
        return at >= 0 and offset < self.spans[at].end

    def _of(self, passage: Span) -> list[Span]:
        text = self.text
        found: list[Span] = []
        opened: int | None = None
        closing = ""
        for mark in _MARK.finditer(text, passage.start, passage.end):
            index, width = mark.start(), len(mark.group())
            if opened is None:
                closing = self._closing(index, width)
                opened = index if closing else None
            elif self._closes(index, width, closing):
                found.append(Span(opened, index + width))
                opened = None
        if opened is not None and passage.end - opened > 1:
            found.append(Span(opened, passage.end))
        return found

    def _closing(self, index: int, width: int) -> str:
        char = self.text[index]
        if width == 2:
            return "'"
        if char == "‘":
            before, after = self.text[index - 1 : index], self.text[index + 1 : index + 2]
            return "’" if after.isalnum() and not before.isalnum() else ""
        return _PAIRS.get(char, "")

    def _closes(self, index: int, width: int, closing: str) -> bool:
        char = self.text[index]
        if width == 2 and closing == "'":
            return True
        if char not in closing or closing == "'":
            return False
        if char != "’":
            return True
        after = self.text[index + 1 : index + 2]
        before = self.text[index - 1]
        return not after.isalnum() and not before.isspace() and not (before == "s" and after == " ")
