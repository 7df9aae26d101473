"""What the ledger keeps beside the nouns: decisions, and what a list of stories shows."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class Held(Enum):
    """What the ledger holds of an article that is offered to it."""

    NOTHING = "nothing"
    SAME = "same"  # the same article, annotated by the same producer
    OLDER = "older"  # the same place read differently before, or annotated by another producer


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a subject; the newest of a kind and subject holds.

    For the kind ``placed`` the subject is an article and the value its story; for ``joined`` the
    subject is a story and the value the story that its articles went into. `who` is a person or a
    stage with its version, `at` a time in UTC to the second, `confidence` between 0 and 1.
    """

    kind: str
    subject: str
    value: str | None
    who: str
    at: datetime
    why: str
    confidence: float


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One line in a list of stories; `outlets` and `articles` are counts."""

    id: str
    title: str | None
    first: date | None
    last: date | None
    articles: int
    outlets: int
