"""The day of publication, concluded from the days that a report speaks of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from whence.model import Basis, Moment, Precision, Span
from whence.read.dates.expressions import DateExpression, find_dates, weekdays_in

_NEAR = 4  # days that a report may come after the dated picture printed with it
_ONE_SET = timedelta(days=7)  # pictures further apart are from an archive or a gallery
_FILE = re.compile(r"\bfile\b|\barchiv|\bundated\b", re.IGNORECASE)
_FULL_YEAR = re.compile(r"\d{4}")
_YEAR = re.compile(r"(?<![\d,.$€£-])(?:19|20)\d\d(?![\d,]|\.\d)")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|next|coming|upcoming|until|till|through|due|scheduled|expected|plans?|ahead"
    r"|every|each|starting|begins?|tomorrow)\b",
    re.IGNORECASE,
)
# "said late on Thursday", "carried out on Wednesday": the verb settles it.
_REPORTED = re.compile(
    r"\b(?:said|told|[a-z]{3,}ed|met|began|took|held|left|struck|hit|won|lost|found|made)"
    r"(?:\s+(?:out|off|up|down|over|late|early|on|the|a))*\s+$"
)
_BY_THEN = re.compile(r"\bby\s+(?:late\s+|early\s+|next\s+)?$")  # and not "given by X on Monday"
_LONG_AGO = re.compile(
    r"\b(?:last|previous|every|each|black|bloody|good|super|ash|palm|easter)\s+$", re.IGNORECASE
)
_DATE_NEXT = re.compile(r"[.,،]?\s+(?:[^\W\d_]+\.?\s+){0,2}\d")
_SENTENCE = re.compile(r"[.!?…]+[\"”’)]*\s")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class _Told:
    """A weekday that the report tells of as past, and where."""

    span: Span
    weekday: int


def infer_published(
    text: str, *, body: Sequence[Span], captions: Sequence[Span], language: str | None
) -> Moment | None:
    """The day on which, or just after which, the report was written; ``None`` where it is open.

    It rests on the latest day that a picture is dated with or that the body prints with weekday
    and year, and only where the report also tells of that day by its weekday alone: news calls the
    days of its own week by their names, and archive pictures are of other days. The first weekday
    told of as past is then that day or the one next after it. Says nothing where dates contradict
    each other, where pictures lie more than a week apart, or where the text prints a later year.
    """
    dated = _latest(text, body, captions, language)
    if dated is None or dated.date is None:
        return None
    anchor = dated.date
    told = list(_told(text, body, language))
    fresh = next((entry for entry in told if entry.weekday == anchor.weekday()), None)
    if fresh is None or any(year > anchor.year for year in _years(text, body)):
        return None
    ahead = (told[0].weekday - anchor.weekday()) % 7
    if not 0 < ahead <= _NEAR:
        words = (
            f"the latest day dated in the report is {anchor.isoformat()}, the "
            f"{_WEEKDAYS[anchor.weekday()]} that it tells of"
        )
        return _moment(anchor, (dated.span, fresh.span), words)
    day = anchor + timedelta(days=ahead)
    words = (
        f"the report first tells of {_WEEKDAYS[told[0].weekday]}, and {day.isoformat()} is the "
        f"next after {anchor.isoformat()}, the latest day dated in it, of which it tells too"
    )
    return _moment(day, (dated.span, told[0].span, fresh.span), words)


def _moment(day: date, spans: Iterable[Span], words: str) -> Moment:
    return Moment(day.isoformat(), Precision.DAY, Basis.INFERRED, tuple(sorted(spans)), words)


def _latest(
    text: str, body: Sequence[Span], captions: Sequence[Span], language: str | None
) -> DateExpression | None:
    """The latest full date of a picture, or of a past day that the body prints with its weekday.

    ``None`` where a date is at odds with its own weekday, or pictures are of different weeks.
    """
    pictured = [
        found
        for caption in captions
        if not _FILE.search(caption.of(text))
        for found in _full_dates(text, caption, language)
    ]
    reported = [
        found
        for passage in body
        for found in _full_dates(text, passage, language)
        if found.weekday is not None and _is_past(text, found.span, passage)
    ]
    days = [day for entry in pictured if (day := entry.date) is not None]
    if not all(entry.is_consistent for entry in (*pictured, *reported)):
        return None
    if days and max(days) - min(days) > _ONE_SET:
        return None
    return max(
        (*pictured, *reported),
        key=lambda entry: (entry.date or date.min, -entry.span.start),
        default=None,
    )


def _full_dates(text: str, passage: Span, language: str | None) -> list[DateExpression]:
    if _FULL_YEAR.search(text, passage.start, passage.end) is None:
        return []
    for tried in dict.fromkeys((language or "en", "en")):
        found = [entry for entry in find_dates(text, tried, within=passage) if entry.date]
        if found:
            return found
    return []


def _told(text: str, body: Sequence[Span], language: str | None) -> Iterator[_Told]:
    for passage in body:
        for span, weekday in weekdays_in(text, language or "en", passage):
            is_dated = _DATE_NEXT.match(text, span.end, passage.end) is not None
            if not is_dated and _is_past(text, span, passage):
                yield _Told(span, weekday)


def _is_past(text: str, span: Span, passage: Span) -> bool:
    before = text[passage.start : span.start]
    if _LONG_AGO.search(before) or _BY_THEN.search(before):
        return False
    sentence = _SENTENCE.split(before)[-1]
    following = _SENTENCE.split(text[span.end : passage.end])[0]
    if _REPORTED.search(before[-60:]):
        return True
    near = sentence[-60:] + " " + following[:40]
    return not _AHEAD.search(near)


def _years(text: str, body: Sequence[Span]) -> list[int]:
    return [int(year) for passage in body for year in _YEAR.findall(passage.of(text))]
