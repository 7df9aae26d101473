"""Dates that carry their precision and the words they were read from."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from whence.model.span import Span


class Precision(StrEnum):
    """How finely a moment is known."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


class Basis(StrEnum):
    """What a moment rests on."""

    METADATA = "metadata"  # the file or page says so outside its text
    TEXT = "text"  # the text states the date itself
    RESOLVED = "resolved"  # relative words ("Thursday"), resolved against another moment
    INFERRED = "inferred"  # concluded from several dates and weekdays in the text
    OPTION = "option"  # the user said so


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time as ISO 8601, cut to its `precision`, with what it rests on.

    ``value`` is one of ``2015``, ``2015-10``, ``2015-W40``, ``2015-10-01``, ``2015-10-01T09``,
    ``2015-10-01T09:19`` and ``2015-10-01T09:19:30``; from the hour on it may end in a UTC offset
    (``+03:00`` or ``Z``). ``words`` are the spans it was read from, empty where it comes from
    metadata or an option. ``evidence`` says in words how it was concluded.

    Raises ``ValueError`` where value and precision do not fit.
    """

    value: str
    precision: Precision
    basis: Basis
    words: tuple[Span, ...] = ()
    evidence: str = ""

    def __post_init__(self) -> None:
        self._bounds()

    @property
    def first_day(self) -> date:
        """The first calendar day that this moment may mean, as its own zone counts days."""
        return self._bounds()[0]

    @property
    def last_day(self) -> date:
        """The last calendar day that this moment may mean."""
        return self._bounds()[1]

    def may_be_same_as(self, other: "Moment") -> bool:
        """Whether the two ranges of days share a day."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def _bounds(self) -> tuple[date, date]:
        value = self.value
        match self.precision:
            case Precision.YEAR if len(value) == 4:
                return date(int(value), 1, 1), date(int(value), 12, 31)
            case Precision.MONTH if len(value) == 7:
                year, month = int(value[:4]), int(value[5:])
                return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
            case Precision.WEEK if len(value) == 8 and value[4:6] == "-W":
                monday = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
                return monday, monday + min(timedelta(days=6), date.max - monday)
            case Precision.DAY if len(value) == 10:
                day = date.fromisoformat(value)
                return day, day
            case Precision.HOUR | Precision.MINUTE | Precision.SECOND if value[10:11] == "T":
                day = datetime.fromisoformat(value).date()
                return day, day
        raise ValueError(f"{value!r} is no ISO 8601 value of the precision {self.precision}")
