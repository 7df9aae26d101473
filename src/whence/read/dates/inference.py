"""The day of publication, concluded from the days that a report speaks of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from whence.model import Basis, Moment, Precision, Span
from whence.read.dates.expressions import DateExpression, find_dates, weekdays_in

_NEAR = 4  # days that a report may come after the dated picture printed with it
_FILE = re.compile(r"\bfile\b|\barchiv", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|next|coming|upcoming|until|till|through|due|scheduled|expected|plans?|ahead"
    r"|by|every|each|starting|begins?|tomorrow)\b",
    re.IGNORECASE,
)
# "said late on Thursday", "carried out on Wednesday": the verb settles it.
_REPORTED = re.compile(
    r"\b(?:said|told|[a-z]{3,}ed|met|began|took|held|left|struck|hit|won|lost|found|made)"
    r"(?:\s+(?:out|off|up|down|over|late|early|on|the|a))*\s+$"
)
_LONG_AGO = re.compile(
    r"\b(?:last|previous|every|each|black|bloody|good|super|ash|palm|easter)\s+$", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?…]+[\"”’)]*\s")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class _Told:
    """A weekday that the report tells of as past, and where."""

    span: Span
    weekday: int


def infer_published(
    text: str,
    *,
    body: Sequence[Span],
    captions: Sequence[Span],
    datelines: Sequence[DateExpression],
    language: str | None,
) -> Moment | None:
    """The day on which, or just after which, the report was written; ``None`` where it is open.

    It rests on a day that is printed with its year and that the report treats as now: the
    latest day of a picture printed with it, or its dateline. News calls the days of its own week
    by their names, so the first weekday told of in the past tense is the one on or next after it.
    Says nothing where the days printed contradict each other.
    """
    pictured = _pictured(text, captions, language)
    if pictured is None:
        return _from_dateline(text, body, datelines, language)
    anchor = pictured.date
    if anchor is None:
        return None
    told = _first_told(text, body, language)
    if told is None:
        words = f"the latest picture printed with the report is of {anchor.isoformat()}"
        return _moment(anchor, (pictured.span,), words)
    ahead = (told.weekday - anchor.weekday()) % 7
    if ahead > _NEAR:
        words = (
            f"the latest picture is of {anchor.isoformat()}, and the report first tells of the "
            f"{_WEEKDAYS[told.weekday]} before it"
        )
        return _moment(anchor, (pictured.span, told.span), words)
    day = anchor + timedelta(days=ahead)
    words = (
        f"the report first tells of {_WEEKDAYS[told.weekday]}, which is {day.isoformat()} on or "
        f"next after {anchor.isoformat()}, the day of the latest picture"
    )
    return _moment(day, (pictured.span, told.span), words)


def _moment(day: date, spans: Iterable[Span], words: str) -> Moment:
    return Moment(day.isoformat(), Precision.DAY, Basis.INFERRED, tuple(sorted(spans)), words)


def _pictured(text: str, captions: Sequence[Span], language: str | None) -> DateExpression | None:
    """The latest full date in a caption; ``None`` where one is at odds with its own weekday."""
    found: list[DateExpression] = []
    for caption in captions:
        if _FILE.search(caption.of(text)):
            continue
        for tried in dict.fromkeys((language or "en", "en")):
            dates = [entry for entry in find_dates(text, tried, within=caption) if entry.date]
            if dates:
                found += dates
                break
    if not found or not all(entry.is_consistent for entry in found):
        return None
    return max(found, key=lambda entry: (entry.date or date.min, -entry.span.start))


def _first_told(text: str, body: Sequence[Span], language: str | None) -> _Told | None:
    for passage in body:
        for span, weekday in weekdays_in(text, language or "en", passage):
            if _is_past(text, span, passage):
                return _Told(span, weekday)
    return None


def _is_past(text: str, span: Span, passage: Span) -> bool:
    before = text[passage.start : span.start]
    if _LONG_AGO.search(before):
        return False
    sentence = _SENTENCE.split(before)[-1]
    following = _SENTENCE.split(text[span.end : passage.end])[0]
    if _REPORTED.search(before[-60:]):
        return True
    near = sentence[-60:] + " " + following[:40]
    followed_by_date = re.match(r",?\s+(?:[A-Z][a-z]+\.?\s+)?\d", text[span.end : span.end + 15])
    return not _AHEAD.search(near) and followed_by_date is None


def _from_dateline(
    text: str, body: Sequence[Span], datelines: Sequence[DateExpression], language: str | None
) -> Moment | None:
    """The day of a dateline without a year, in the latest year printed that its weekday fits."""
    open_years = [entry for entry in datelines if entry.year is None]
    told = _first_told(text, body, language)
    if len(open_years) != 1 or told is None:
        return None
    entry = open_years[0]
    years = _years(text, body)
    for span, year in sorted(years, key=lambda found: -found[1])[:1]:
        day = _day(year, entry.month, entry.day)
        if day is not None and (day.weekday() - told.weekday) % 7 <= 1:
            words = (
                f"the dateline's day falls on the {_WEEKDAYS[told.weekday]} that the report tells of, "
                f"or the day after it, in {year}, the latest year printed"
            )
            return _moment(day, (entry.span, told.span, span), words)
    return None


def _years(text: str, body: Sequence[Span]) -> list[tuple[Span, int]]:
    return [
        (Span(*match.span()).shift(passage.start), int(match.group()))
        for passage in body
        for match in re.finditer(r"(?<![\d,.$€£-])(?:19|20)\d\d(?![\d,]|\.\d)", passage.of(text))
    ]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
