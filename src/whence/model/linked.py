"""What is only seen across articles: stories, entities, claims, relations, derivations, origins."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from whence.model.attribution import EntityKind
from whence.model.derivation import Aligned
from whence.model.series import Series
from whence.model.span import Span
from whence.model.timeline import DatedEvent


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, group, place or organisation with all its names, across the articles of a story.

    `referents` are the ids of the articles' own referents that it joins. `roles` are the words it
    was described with. `stands_for` is the id of the entity or the register key that a metonym
    points to.
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: EntityKind
    named: bool
    referents: tuple[str, ...]
    roles: tuple[str, ...] = ()
    stands_for: str | None = None


class OriginKind(StrEnum):
    """Where a statement entered the news."""

    BROADCAST = "broadcast"
    PRESS_CONFERENCE = "press conference"
    AGENCY = "agency"
    DOCUMENT = "document"
    OUTLET = "outlet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where statements ultimately entered the news, and which statements are owed to it.

    `articles` are the ids of those that carry the statements, `because` says how it is known, and
    `passages` are the words that say so; both are of all the statements together.
    """

    kind: OriginKind
    name: str
    statements: tuple[str, ...]
    articles: tuple[str, ...] = ()
    because: str = ""
    passages: tuple["Passage", ...] = ()


@dataclass(frozen=True, slots=True)
class Join:
    """Why a statement is of a claim: the other of its statements that it is likest to.

    `chance` is how likely the two say the same by their words alone, and `clip` whether one prints
    the other's words, in whole or clipped.
    """

    statement: str
    like: str
    chance: float
    clip: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """The statements, of one speaker or several, that say the same thing.

    `text` are the clearest statement's own words; `statements` begins with that one, and `joins`
    tell of the others why they are of it.
    """

    id: str
    text: str
    statements: tuple[str, ...]
    origins: tuple[Origin, ...]
    joins: tuple[Join, ...] = ()


class RelationKind(StrEnum):
    """How one claim bears on another."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    REVISES = "revises"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article that evidence points to."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Because:
    """Why a relation is held: the kind of clash, the passages, and a sentence for a reader."""

    reason: str  # polarity, modality, figure, actor, place, time, report of contradiction …
    passages: tuple[Passage, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Relation:
    """Claim `a` supports, contradicts or revises claim `b`, with how sure and why."""

    id: str
    kind: RelationKind
    a: str
    b: str
    confidence: float
    because: Because


class DerivationKind(StrEnum):
    """What an article owes to another text."""

    REPRINT = "reprint"
    EXCERPT = "excerpt"
    REWRITE = "rewrite"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Derivation:
    """An article's debt: `source` is an article id, or the name credited where it is not at hand.

    `passages` are the shared passages in the debtor; `share` is the part of its words that they
    are; `evidence` says it in words. `aligned` sets both texts side by side, passage by passage:
    what was kept, changed, moved, added and cut.
    """

    article: str
    source: str
    kind: DerivationKind
    evidence: str
    share: float = 0.0
    passages: tuple[Passage, ...] = ()
    aligned: tuple[Aligned, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that report the same chain of events; its title is one of their headlines."""

    id: str
    title: str
    articles: tuple[str, ...]
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """One story with everything that only shows across its articles."""

    story: Story
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    derivations: tuple[Derivation, ...]
    timeline: tuple[DatedEvent, ...] = ()
    series: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is needed of an article to place others beside it: weighted terms, day, meaning.

    The terms come with the most telling first; an article is found by these.
    """

    article: str
    day: date | None
    terms: Mapping[str, float]
    vector: bytes = b""


@dataclass(frozen=True, slots=True)
class Placed:
    """A sketch together with the story its article was placed in."""

    sketch: Sketch
    story: str


class StoryCandidates(Protocol):
    """What linking asks of the store; linking itself holds no state."""

    def articles(self) -> int:
        """How many articles are held."""

    def frequencies(self, terms: Collection[str]) -> Mapping[str, int]:
        """In how many articles each of `terms` occurs; terms never seen may be left out."""

    def near(
        self, terms: Mapping[str, float], *, around: date | None, days: int, limit: int
    ) -> Sequence[Placed]:
        """The placed articles whose shared `terms`, by what each tells, weigh most.

        At most `limit`. Where `around` is given: those within `days` of it, and those of no date.
        """

    def members(self, story: str) -> Sequence[str]:
        """The ids of the articles placed in `story`, in the order they were added."""
