"""Datelines: "GENEVA, Oct. 3 (Agency) —", alone on a line or before the first sentence."""

import re
from dataclasses import dataclass

from whence.model import Credit, CreditKind, Span
from whence.read.anatomy.names import listed_names
from whence.read.anatomy.wording import is_name_run
from whence.read.dates.expressions import DateExpression, find_dates

_WORD = r"[^\W\d_][\w.'’\-]*"
_PLACE = rf"(?P<place>{_WORD}(?:[ /\u00a0]{_WORD}){{0,4}}(?:, {_WORD}(?: {_WORD}){{0,2}}){{0,2}}?)"
_MONTH = r"[^\W\d_]+\.?"
_DATE = (
    rf"(?P<date>(?:, ?| )(?:{_MONTH},? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d{{1,2}}\.? (?:de )?{_MONTH}(?:,? \d{{4}})?))?"
)
_AGENCY = r"(?:\s?[(/\[](?P<agency>[^()\[\]\d]{2,40})[)\]])?"
_DASH = r"\s?(?P<dash>—|–|--|‒|―|-(?=\s)|:(?=\s))\s?"
_OPENING = re.compile(rf"{_PLACE}{_DATE},?{_AGENCY}{_DASH}")
_WITHOUT_DASH = re.compile(rf"{_PLACE}{_DATE},?\s?\((?P<agency>[^()\[\]\d]{{2,40}})\)(?P<dash>)\s")
_WHOLE = re.compile(rf"{_PLACE}{_DATE},?{_AGENCY}\s?(?P<dash>—|–|--|-|:)?")
_AGENCY_ONLY = re.compile(r"\((?P<agency>[^()\[\]\d]{2,40})\)\s?(?P<dash>—|–|--|-(?=\s))\s?")
_SLAVIC = re.compile(
    r"(?P<place>[А-ЯІЇЄҐ][А-ЯІЇЄҐ\- ]{2,30}), (?P<date>\d{1,2} [а-яіїєґ]+\.?)\s?"
    r"(?P<dash>[—–-]{1,2})\s"
    r"(?P<agency>[А-ЯA-ZІЇЄҐ][\w\- «»]{1,30})\.\s"
)
_LONGEST = 100  # code points
# Capitals with a dash or colon that open a report but name no place.
_NO_PLACE = frozenset(
    [
        "update",
        "updated",
        "exclusive",
        "breaking",
        "watch",
        "video",
        "photos",
        "analysis",
        "opinion",
        "factbox",
        "explainer",
        "live",
        "file",
        "correction",
        "editorial",
        "comment",
        "interview",
        "advisory",
        "alert",
        "note",
        "q",
        "a",
        "summary",
        "timeline",
        "review",
        "related",
        "listen",
        "quote",
        "photo",
    ]
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, date and agency that open a report; `span` ends with the dash."""

    span: Span
    credit: Credit | None
    dates: tuple[DateExpression, ...]


def opening_dateline(text: str, span: Span, language: str | None) -> Dateline | None:
    """The dateline that the words at `span` open with, or are; ``None`` where there is none."""
    words = span.of(text)
    head = words[:_LONGEST]
    for pattern in (_SLAVIC, _OPENING, _WITHOUT_DASH, _AGENCY_ONLY):
        match = pattern.match(head)
        if match is not None and _is_sound(match, words):
            return _dateline(text, span, match, language)
    return None


def own_line_dateline(text: str, span: Span, language: str | None) -> Dateline | None:
    """The dateline that a whole line is: "GENEVA, Oct. 3 (Agency)", with or without a dash."""
    words = span.of(text)
    if len(words) > _LONGEST:
        return None
    match = _WHOLE.fullmatch(words)
    if match is None or not _is_place(match["place"], capitals=match["agency"] is None):
        return None
    if not (match["agency"] or match["dash"] or match["date"]):
        return None
    found = _dateline(text, span, match, language)
    # A name with a colon is a speaker's.
    dash = match["dash"] is not None and match["dash"] != ":"
    return found if match["agency"] or dash or found.dates else None


def _is_sound(match: re.Match[str], words: str) -> bool:
    rest = words[match.end() :]
    if rest and rest[0].islower():
        return False
    place = match.groupdict().get("place")
    agency = match["agency"]
    if agency is not None and not _is_agency(agency):
        return False
    if place is None:
        return True
    if match["dash"] == ":" and ("," in place or len(place.split()) > 3 or agency):
        return False
    return _is_place(place, capitals=agency is None)


def _is_agency(words: str) -> bool:
    return is_name_run(words.replace("/", " "), longest=5) or words.strip() in {
        "dpa",
        "epd",
        "kna",
        "sda",
    }


def _is_place(place: str, *, capitals: bool) -> bool:
    first = place.split(",", maxsplit=1)[0]
    if first.split()[0].lower().strip(".") in _NO_PLACE:
        return False
    letters = [char for char in first if char.isalpha()]
    if capitals:
        # Written in capitals, as agencies do; abbreviations such as "U.S." are too short to tell.
        return len(letters) >= 4 and all(char.isupper() for char in letters)
    return is_name_run(first, longest=4)


def _dateline(text: str, span: Span, match: re.Match[str], language: str | None) -> Dateline:
    end = match.end("dash") if match["dash"] else match.end()
    printed = Span(0, end).shift(span.start).trim(text)
    agency = match["agency"]
    credit = None
    if agency:
        where = Span(*match.span("agency")).shift(span.start)
        credit = Credit(CreditKind.REPORT, where, listed_names(agency.replace("/", ", ")))
    whole = printed or span
    dates = find_dates(text, language, within=whole) or find_dates(text, "en", within=whole)
    return Dateline(whole, credit, tuple(dates))
