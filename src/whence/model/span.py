"""The half-open range of code points that ties every derived thing to its words."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A non-empty half-open range ``[start, end)`` of Unicode code points in ``Article.text``.

    Python strings are indexed by code points, so ``text[span.start:span.end]`` is exact for emoji,
    combining marks and CRLF alike; nothing is normalised before it is pointed at.

    Raises ``ValueError`` if the range is empty, negative or reversed: what cannot be pointed at is
    not said.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(
                f"a span needs 0 <= start < end in code points, not {self.start}..{self.end}"
            )

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The exact words of this span; ``IndexError`` where it reaches past the end of `text`."""
        if self.end > len(text):
            raise IndexError(f"span {self.start}..{self.end} ends after the text ({len(text)})")
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> "Span":
        """The same range `by` code points further on (or back, if negative)."""
        return Span(self.start + by, self.end + by)

    def trim(self, text: str) -> "Span | None":
        """This span without white space at its ends, or ``None`` where it holds nothing else."""
        words = text[self.start : self.end]
        start = self.start + len(words) - len(words.lstrip())
        end = self.start + len(words.rstrip())
        return Span(start, end) if start < end else None


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of `spans`; ``ValueError`` where there are none."""
    pieces = tuple(spans)
    if not pieces:
        raise ValueError("the hull of no spans is not defined")
    return Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))


def exact(text: str, spans: Iterable[Span]) -> str:
    """The words of several pieces in reading order, joined by an ellipsis in brackets."""
    return " […] ".join(piece.of(text) for piece in sorted(spans))
