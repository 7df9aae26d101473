"""A statement as linking compares it: its words, its actors, places, times, figures, its force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from whence.link.clauses import Word
from whence.link.denials import calls_untrue
from whence.link.lexicon import lexicon
from whence.model import (
    Article,
    Entity,
    EntityKind,
    Figure,
    Moment,
    Passage,
    Stance,
    Statement,
    exact,
    hull,
)


class Force(StrEnum):
    """What is done with the content: it is asserted, planned, asked for …"""

    FACT = "fact"
    INTENTION = "intention"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    OBLIGATION = "obligation"
    FORECAST = "forecast"
    WELCOME = "welcome"
    DOUBT = "doubt"
    QUESTION = "question"
    UNSAID = "unsaid"


#: The name that reading gives an outlet that it could not tell.
UNKNOWN_OUTLET = "unknown"
DENIALS = frozenset({Stance.DENIES, Stance.REJECTS})


@dataclass(frozen=True, eq=False)
class Said:
    """One statement with what it is compared by.

    `speaker` is the id of an entity, `voice` the government it speaks for or else the speaker
    itself. `things` maps the actors and places named in the content to their kind.
    """

    statement: Statement
    article: Article
    speaker: Entity | None
    voice: str | None
    forms: tuple[str, ...]
    words: tuple[Word, ...]
    things: Mapping[str, EntityKind]
    times: tuple[Moment, ...]
    figures: tuple[Figure, ...]
    force: Force
    day: date | None

    @property
    def id(self) -> str:
        """The id of the statement."""
        return self.statement.id

    @cached_property
    def denied(self) -> bool:
        """Whether the speaker denies the content, by the cue or by the words."""
        return self.statement.stance in DENIALS or calls_untrue(self.forms)

    @cached_property
    def text(self) -> str:
        """The exact words of the content."""
        return exact(self.article.text, self.statement.content)

    @property
    def passage(self) -> Passage:
        """Where the content stands."""
        return Passage(self.article.id, hull(self.statement.content))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems that carry matter."""
        return frozenset(word.stem for word in self.words)

    @cached_property
    def settled(self) -> frozenset[str]:
        """The stems of what is said to be so, or not to be so."""
        return frozenset(word.stem for word in self.words if word.settled)

    @cached_property
    def is_clause(self) -> bool:
        """Whether the content says something, where others only name a thing ("the moves")."""
        finite = lexicon("finite")
        return any(form in finite or form.endswith("ed") for form in self.forms)

    @cached_property
    def is_first_person(self) -> bool:
        """Whether the speaker speaks of himself or his side."""
        return not lexicon("first").isdisjoint(self.forms)

    @property
    def who(self) -> str:
        """The speaker's name for a reader."""
        return self.speaker.name if self.speaker else "an unknown speaker"
