"""Time stamps of metadata: ISO 8601 as it is written in the wild, RFC 2822, and plain dates."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

from whence.model import Basis, Moment, Precision
from whence.read.dates.expressions import find_dates

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?"
    r"(?:[T ]+(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?")
_EARLIEST = date(1600, 1, 1)


def read_stamp(words: object, *, language: str | None = None, evidence: str = "") -> Moment | None:
    """The moment that a metadata value states, as finely as it states it; ``None`` for any other.

    Midnight sharp is how publishing systems write a date without a time, and is read as the day.
    Seconds of zero are read as the minute.
    """
    if not isinstance(words, str) or not words.strip() or len(words) > 100:
        return None
    text = words.strip()
    value = _from_iso(text) or _from_mail(text) or _from_words(text, language)
    if value is None:
        return None
    try:
        moment = Moment(*value, Basis.METADATA, (), evidence)
    except ValueError:
        return None
    return moment if moment.first_day >= _EARLIEST else None


_Value = tuple[str, Precision]


def _from_iso(text: str) -> _Value | None:
    match = _ISO.fullmatch(text) or _ISO.fullmatch(_spelled_out(text))
    if match is None:
        return None
    part = match.groupdict()
    if part["month"] is None:
        return part["year"], Precision.YEAR
    if part["day"] is None:
        return f"{part['year']}-{part['month']}", Precision.MONTH
    day = f"{part['year']}-{part['month']}-{part['day']}"
    return _with_time(day, part["hour"], part["minute"], part["second"], part["zone"])


def _spelled_out(text: str) -> str:
    compact = _COMPACT.fullmatch(text)
    if compact is None:
        return text.replace("/", "-", 2)
    year, month, day, hour, minute, second, zone = compact.groups()
    clock = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
    return f"{year}-{month}-{day}{clock}"


def _with_time(
    day: str, hour: str | None, minute: str | None, second: str | None, zone: str | None
) -> _Value:
    if hour is None or (hour, minute, second or "00") == ("00", "00", "00"):
        return day, Precision.DAY
    offset = _offset(zone)
    if second is None or second == "00":
        return f"{day}T{hour}:{minute}{offset}", Precision.MINUTE
    return f"{day}T{hour}:{minute}:{second}{offset}", Precision.SECOND


def _offset(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone in {"Z", "UTC", "GMT"}:
        return "Z"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _from_mail(text: str) -> _Value | None:
    if ":" not in text or not text[:1].isalnum():
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _from_iso(moment.isoformat())


def _from_words(text: str, language: str | None) -> _Value | None:
    for tried in dict.fromkeys((language or "en", None)):
        for found in find_dates(text, tried):
            moment = found.moment(Basis.METADATA)
            if moment is not None:
                return moment.value, moment.precision
    return None
