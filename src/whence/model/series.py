"""What is counted, over time: the same measure, value by value, each on somebody's word."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whence.model.figure import Number


class Extent(StrEnum):
    """Over what a count is taken."""

    CUMULATIVE = "cumulative"  # all until then
    DAILY = "daily"  # of one day
    PART = "part"  # of some among those counted
    OPEN = "open"  # not said


class Word(StrEnum):
    """Whether a value that was given before rests on another's knowledge."""

    FIRST = "first"  # nobody gave this value before
    INDEPENDENT = "independent"  # another voice, from another known origin
    REPEATED = "repeated"  # the same voice or the same origin
    NOT_TRACED = "not traced"  # whence it comes is not known, so that it counts for nothing


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted: the words for it, what became of those counted, where, in which event.

    `outcome` is one word for it ("killed"), `unit` as in `Figure`. `event` is empty for the story's
    own, else the day, month or year of an earlier one that reports recall, in ISO 8601.
    """

    what: str
    outcome: str
    unit: str
    where: str
    event: str


@dataclass(frozen=True, slots=True)
class Point:
    """One value as of one day, on one's word; who print it after another are in one point.

    The count of one day stands beside that of all days, and the two neither clash nor replace each
    other: `extent` tells them apart.
    `figures` and `articles` are ids, the first printed first. `low` and `high` are bounds, ``None``
    where open. `speaker` is the id of an entity and `statement` that of the first figure's
    statement; both are ``None`` where the outlet gives the value on its own word, `speaker` alone
    where it is not clear who speaks. `clashes` are ids of figures that cannot hold beside it: the
    first ones of their points.
    """

    figures: tuple[str, ...]
    articles: tuple[str, ...]
    low: Number | None
    high: Number | None
    as_of: date | None
    extent: Extent
    speaker: str | None
    statement: str | None
    word: Word
    clashes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one measure in order of time, undated ones last.

    `part_of` is the id of the series of the whole, where this one counts a part of it.
    """

    id: str
    measure: Measure
    points: tuple[Point, ...]
    part_of: str | None = None
