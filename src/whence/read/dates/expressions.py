"""Calendar dates in running text, in the forms of many languages, with their exact spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from whence.model import Basis, Moment, Precision, Span
from whence.read.dates.calendar import Calendar, calendar_of, fold
from whence.read.dates.clock import Clock, find_clock


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A day as printed; `year` is ``None`` where the words leave it open.

    `span` covers the date and what belongs to it (weekday, time of day). `weekday` is the weekday
    printed with it, Monday as 0.
    """

    span: Span
    year: int | None
    month: int
    day: int
    weekday: int | None = None
    clock: Clock | None = None

    @property
    def date(self) -> date | None:
        """The calendar day, where the year is stated."""
        return None if self.year is None else date(self.year, self.month, self.day)

    @property
    def is_consistent(self) -> bool:
        """Whether the weekday printed is the weekday of that date."""
        day = self.date
        return self.weekday is None or day is None or day.weekday() == self.weekday

    def moment(self, basis: Basis, evidence: str = "") -> Moment | None:
        """The moment stated, to the minute where a time of day stands with it."""
        day = self.date
        if day is None:
            return None
        if self.clock is None:
            return Moment(day.isoformat(), Precision.DAY, basis, (self.span,), evidence)
        value = f"{day.isoformat()}T{self.clock.value}"
        return Moment(value, self.clock.precision, basis, (self.span,), evidence)


def find_dates(
    text: str, language: str | None, *, within: Span | None = None
) -> list[DateExpression]:
    """All dates in `text` (or in the part `within`), in reading order, not overlapping.

    Month names are those of `language` and English, or of every language where it is ``None``. A
    date such as 4/10/2015 that two conventions read differently is left out, unless `language` is
    one that writes the day first.
    """
    start, end = (0, len(text)) if within is None else (within.start, within.end)
    folded = fold(text[start:end])
    calendar = calendar_of(language)
    found: list[DateExpression] = []
    for match in _dates(language).finditer(folded):
        read = _read(match, calendar, language)
        if read is not None and not _is_a_verb(match, read, text[start:end]):
            found.append(_widened(folded, match, read, language).shifted(start))
    return found


@dataclass(frozen=True, slots=True)
class _Read:
    year: int | None
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class _Wide:
    """A date expression whose span still counts from the start of the part searched."""

    begin: int
    end: int
    read: _Read
    weekday: int | None
    clock: Clock | None

    def shifted(self, by: int) -> DateExpression:
        read = self.read
        span = Span(self.begin + by, self.end + by)
        return DateExpression(span, read.year, read.month, read.day, self.weekday, self.clock)


_NO_LETTER_BEFORE = r"(?<![^\W\d_])"
_ORDINAL = r"(?:st|nd|rd|th|er|re|º|ª|°|-?го|-?е|\.)?"
# Words that stand between the parts of a date: de, of, ng, năm, gada, Hebrew ב- before a month.
_JOIN = r"[\s.,،\-–/|]*(?:(?:de|del|of|ng|năm|gada|m|d|den|dne)\.?[\s.]+|d'|[בו]-?)?"
_CJK = r"(?P<y4>\d{4})\s?[年년]\s?(?P<m4>\d{1,2})\s?[月월]\s?(?P<d4>\d{1,2})\s?[日号號일]?"
_ISO = r"(?<![\d./-])(?P<y5>\d{4})(?P<s5>[-/.])\s?(?P<m5>\d{1,2})(?P=s5)\s?(?P<d5>\d{1,2})(?!\d)"
_NUMERIC = (
    r"(?<![\d./-])(?P<a6>\d{1,2})(?P<s6>[-/.])\s?(?P<b6>\d{1,2})(?P=s6)\s?(?P<y6>\d{4})(?!\d)"
)


def _day(name: str) -> str:
    return rf"(?P<{name}>\d{{1,2}}){_ORDINAL}(?!\d)"


def _year(name: str) -> str:
    return rf"(?<!\d)(?P<{name}>\d{{4}})(?!\d)"


def _month(name: str, names: str, *, before: str = _NO_LETTER_BEFORE) -> str:
    # Arabic prints both names of a month: تشرين الأول/أكتوبر.
    second = rf"(?:\s?/\s?(?:{names}))?"
    return rf"{before}(?P<{name}>{names})\.?{second}(?![^\W\d_])"


@cache
def _dates(language: str | None) -> re.Pattern[str]:
    names = calendar_of(language).month_pattern
    # A Hebrew month takes its preposition as a prefix.
    prefixed = _month("n2", names, before=rf"(?:{_NO_LETTER_BEFORE}|(?<=ב))")
    year_first = _year("y1") + _JOIN + _month("n1", names) + _JOIN + _day("d1")
    day_first = rf"(?<![\d.:/]){_day('d2')}{_JOIN}{prefixed}(?:{_JOIN}{_year('y2')})?"
    month_first = (
        rf"{_month('n3', names)}\s*{_day('d3')}(?!\s?(?:{names})(?![^\W\d_]))"
        rf"(?:[\s,.]+{_year('y3')})?"
    )
    return re.compile("|".join((_CJK, _ISO, _NUMERIC, year_first, day_first, month_first)))


def _read(match: re.Match[str], calendar: Calendar, language: str | None) -> _Read | None:
    group = match.groupdict()
    if group["a6"]:
        return _numeric(group, language)
    for kind in "12345":
        day = group[f"d{kind}"]
        if day is None:
            continue
        year = group[f"y{kind}"]
        name = group.get(f"n{kind}")
        month = int(group[f"m{kind}"]) if name is None else calendar.month(name, language)
        return None if month is None else _checked(int(year) if year else None, month, int(day))
    return None


def _is_a_verb(match: re.Match[str], read: _Read, text: str) -> bool:
    # "at least 3 may have died", "the 12 march on"
    if read.year is not None or match["n2"] not in {"may", "march"}:
        return False
    return text[match.start("n2")].islower()


_MONTH_FIRST_LANGUAGES = frozenset({"en", None})


def _numeric(group: dict[str, str], language: str | None) -> _Read | None:
    first, second, year = int(group["a6"]), int(group["b6"]), int(group["y6"])
    if second > 12:
        return _checked(year, first, second)
    settled = first > 12 or first == second or group["s6"] == "."
    if settled or language not in _MONTH_FIRST_LANGUAGES:
        return _checked(year, second, first)
    return None


def _checked(year: int | None, month: int, day: int) -> _Read | None:
    if year is not None and 2400 <= year <= 2700:
        year -= 543  # the Buddhist era, which Thai news counts in
    if year is not None and not 1600 <= year <= 2200:
        return None  # another calendar, or no year at all
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return _Read(year, month, day)


def _widened(folded: str, match: re.Match[str], read: _Read, language: str | None) -> _Wide:
    begin, end = match.span()
    while folded[end - 1] in " .,،" and end > begin:
        end -= 1
    weekday = None
    before = _weekday_before(language).search(folded[max(0, begin - 40) : begin])
    if before is not None:
        weekday = calendar_of(language).weekdays[before["weekday"]]
        begin = max(0, begin - 40) + before.start("weekday")
    clock = find_clock(folded, end) if read.year is not None else None
    if clock is not None:
        end = clock.end
    return _Wide(begin, end, read, weekday, clock)


@cache
def _weekday_before(language: str | None) -> re.Pattern[str]:
    names = calendar_of(language).weekday_pattern
    article = r"(?:(?:the|den|dem|le|el)\s)?"
    return re.compile(rf"{_NO_LETTER_BEFORE}(?P<weekday>{names})[.,،]?\s*{article}$")


def weekdays_in(text: str, language: str | None, within: Span) -> Iterator[tuple[Span, int]]:
    """The weekday names in a part of `text`, whole words only, Monday as 0."""
    calendar = calendar_of(language)
    folded = fold(text[within.start : within.end])
    for match in _weekday_word(language).finditer(folded):
        yield Span(*match.span()).shift(within.start), calendar.weekdays[match.group()]


@cache
def _weekday_word(language: str | None) -> re.Pattern[str]:
    names = (name for name in calendar_of(language).weekdays if len(name) > 4 or not name.isascii())
    alternatives = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])(?:{alternatives})(?![^\W\d_])")
