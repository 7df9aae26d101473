"""What the templates are given of articles: their text in pieces, and what they owe."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class When:
    """A moment for a reader; it is `firm` where it was stated rather than concluded."""

    iso: str
    words: str
    day: date
    note: str
    firm: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of an explanation: a heading and what is under it."""

    term: str
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A step through a block: text, the opening of a mark, or the closing of the last one.

    `sort` is "text", "open" or "close". A mark that overlaps another without lying in it is
    closed and opened again; `anchor` stands on its first piece and `ends` on its last.
    """

    sort: str
    text: str = ""
    role: str = ""
    number: int = 0
    anchor: str = ""
    back: str = ""
    ends: bool = False


@dataclass(frozen=True, slots=True)
class BlockContext:
    """One part of an article's text, as the pieces to be shown."""

    kind: str
    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """Paragraphs of a source, and beside them those that another article made of them."""

    there: tuple[tuple[Piece, ...], ...]
    here: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class ComparedContext:
    """Two articles side by side, and how many words were copied, changed, moved and so on."""

    anchor: str
    counts: tuple[str, ...]
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True, slots=True)
class DebtContext:
    """What an article owes to another text; `compared` where both are at hand and aligned."""

    kind: str
    source: str
    source_anchor: str
    evidence: str
    compared: ComparedContext | None


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """One article with its whole text."""

    number: int
    anchor: str
    title: str
    headline: BlockContext | None
    outlet: str
    outlet_kind: str
    byline: str
    published: When | None
    updated: When | None
    language: str
    place: str
    url: str
    facts: tuple[Fact, ...]
    debts: tuple[DebtContext, ...]
    blocks: tuple[BlockContext, ...]
    count: str
    numbers: str  # of its statements: "12–19"
