"""What goes into a dissection and what comes out of it."""

from dataclasses import dataclass, field

from whence.model import Block, BlockKind, Credit, Span
from whence.read.dates.expressions import DateExpression
from whence.read.dates.lines import DateStatement


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What is known of a text from outside it: metadata and markup.

    `marked` are parts that the markup names, each a whole line of the text.
    """

    title: str | None = None
    byline: str | None = None
    language: str | None = None
    marked: tuple[tuple[Span, BlockKind], ...] = ()


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The parts of one text, in reading order, and what its service lines state."""

    blocks: tuple[Block, ...]
    credits: tuple[Credit, ...]
    dates: tuple[DateStatement, ...]
    dateline_dates: tuple[DateExpression, ...]


@dataclass(slots=True)
class Piece:
    """A part of the text on its way to becoming a block; `kind` is ``None`` until it is known."""

    span: Span
    words: str
    kind: BlockKind | None = None
    repeats: Span | None = None
    credits: list[Credit] = field(default_factory=list)
    dates: list[DateStatement] = field(default_factory=list)
    dateline_dates: list[DateExpression] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether nothing is known of it yet."""
        return self.kind is None


def piece_of(text: str, span: Span, kind: BlockKind | None = None) -> Piece:
    """The piece at `span`."""
    return Piece(span, span.of(text), kind)
