"""Reported quantities and reported events."""

from dataclasses import dataclass
from typing import Literal

from whence.model.moment import Moment
from whence.model.span import Span

Number = int | float


@dataclass(frozen=True, slots=True)
class Figure:
    """A reported quantity.

    `low` and `high` bound the value, inclusive; equal for an exact one, ``None`` where open ("at
    least 9" is ``low=9, high=None``). `what` are the words for what is counted. `statement` is the
    id of the statement that the figure is part of, on whose word it stands. `approximate` tells
    that the words call the value rough ("about 300"). `change` is the direction in which the
    words say that it moved; `difference` tells that the figure is how far it moved ("rose by 5
    percent"), not where it came to ("rose to 20 percent").
    """

    id: str
    article: str
    span: Span
    low: Number | None
    high: Number | None
    unit: str | None = None
    what: str | None = None
    where: str | None = None
    as_of: Moment | None = None
    statement: str | None = None
    part_of: str | None = None
    approximate: bool = False
    change: Literal["up", "down"] | None = None
    difference: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to have happened: who did what to whom, coded in PLOVER, on whose word."""

    id: str
    article: str
    span: Span
    code: str
    actor: str | None = None
    recipient: str | None = None
    where: str | None = None
    when: Moment | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, as TIMEX3: `type` is date, time, duration or set.

    `value` is the normalised TIMEX3 value, unresolved parts as ``X``. `moment` is set where the
    words mean a point in time that the article's own date settles.
    """

    span: Span
    type: str
    value: str
    moment: Moment | None = None
