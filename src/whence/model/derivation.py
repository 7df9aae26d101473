"""What is needed to find which texts share words, however many are held."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from whence.model.article import Article
from whence.model.span import Span

MARK_BYTES: Final = 5
"""Bytes of a mark: whoever makes marks and whoever stores them count on the same."""

MOST_HOLDERS: Final = 32
"""Articles that are held of one mark. What more have is a stock phrase, and those say so too."""


class Change(StrEnum):
    """What became of a passage between a text and the one that it is owed to."""

    KEPT = "kept"
    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Aligned:
    """A passage of a debtor, `here`, beside the passage of its source, `there`.

    What was added stands only here, what was cut only there. Passages that are kept or changed run
    in the same order in both texts; one that is moved stands out of it.
    """

    change: Change
    here: Span | None
    there: Span | None


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The marks of an article's text: numbers of `MARK_BYTES`, in order, that shared runs share."""

    article: str
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """An article that has some of the marks asked for; `whole` is how many it has in all.

    `outlet` is the domain of its outlet, or else its name.
    """

    article: str
    outlet: str
    marks: frozenset[int]
    whole: int


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two articles, in the order of their ids, and the runs of words that stand in both.

    Each run is a span of `one` and the span of `other` with the same words. It says nothing of who
    took from whom, and so depends on the two texts alone.
    """

    one: str
    other: str
    shared: tuple[tuple[Span, Span], ...]

    def of(self, article: str) -> str:
        """The id of the other article."""
        return self.other if article == self.one else self.one


class TextCandidates(Protocol):
    """What finding derivations asks of the store."""

    def sharing(self, marks: Collection[int]) -> Sequence[Holder]:
        """The articles that have any of `marks`; of a mark that many have, those held first."""

    def article(self, id: str) -> Article:
        """The article of that id."""

    def fingerprint(self, article: str) -> Fingerprint:
        """The marks that were kept of the article of that id; none where none were."""
