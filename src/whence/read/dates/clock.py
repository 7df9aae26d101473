"""Times of day that stand beside a date, with their zone where it is beyond doubt."""

import re
from dataclasses import dataclass

from whence.model import Precision

#: Zones whose letters mean one offset in news; IST, BST, AST and others are read as no zone.
OFFSETS = {
    "gmt": "Z",
    "utc": "Z",
    "z": "Z",
    "est": "-05:00",
    "edt": "-04:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "mez": "+01:00",
    "mesz": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "aedt": "+11:00",
    "aest": "+10:00",
    "мск": "+03:00",
    "nzdt": "+13:00",
    "nzst": "+12:00",
    "hkt": "+08:00",
    "pkt": "+05:00",
    "trt": "+03:00",
}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as the ISO 8601 words after ``T``; `end` is where its words end."""

    value: str
    precision: Precision
    end: int


_LEAD = (
    r"(?:[\s.,،|·•/\-–—(]"
    r"|(?:at|um|à|om|kl\.?|klo|ore|ora|las|às|as|в|о|saat|الساعة|t|@)(?=[\s\d.]))*"
)
_TIME = re.compile(
    _LEAD + r"(?P<before>오전|오후|上午|下午)?\s*"
    r"(?P<hour>\d{1,2})\s?(?:[:.h時点시]|uhr)\s?(?P<minute>\d{2})"
    r"(?:[:.](?P<second>\d{2}))?(?:\.\d+)?(?!\d)\s?(?P<half>[ap]\.?\s?m\.?(?![^\W\d_])|ص|م(?!\w))?"
    r"\s?\(?(?P<zone>(?:gmt|utc)?\s?[+-]\d{1,2}(?::?\d{2})?(?!\d)|[a-zмск]{1,4}(?![^\W\d_]))?"
)


def find_clock(folded: str, at: int) -> Clock | None:
    """The time of day that follows position `at` of a folded text, separators aside."""
    match = _TIME.match(folded, at)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    half = (match["half"] or "").replace(".", "").replace(" ", "")
    if half in {"pm", "م"} or match["before"] in {"오후", "下午"}:
        hour = hour + 12 if hour < 12 else hour
    elif (half in {"am", "ص"} or match["before"] in {"오전", "上午"}) and hour == 12:
        hour = 0
    second = int(match["second"]) if match["second"] else None
    if hour > 23 or minute > 59 or (second or 0) > 59:
        return None
    value, precision = f"{hour:02}:{minute:02}", Precision.MINUTE
    if second is not None:
        value, precision = f"{value}:{second:02}", Precision.SECOND
    offset = _offset(match["zone"])
    end = match.end("zone") if offset else max(match.end(name) for name in _PARTS)
    return Clock(value + (offset or ""), precision, end)


_PARTS = ("minute", "second", "half")
_NUMERIC = re.compile(r"(?:gmt|utc)?\s?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?")


def _offset(zone: str | None) -> str | None:
    if not zone:
        return None
    match = _NUMERIC.fullmatch(zone)
    if match is None:
        return OFFSETS.get(zone)
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    if hours > 14 or minutes > 59:
        return None
    return f"{match['sign']}{hours:02}:{minutes:02}"
