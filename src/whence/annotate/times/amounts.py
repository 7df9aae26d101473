"""Composers of durations, of points so far off, and of sets of recurring times."""

from whence.annotate.numerals import word_list
from whence.annotate.times.compose import Composer, counted
from whence.annotate.times.lattice import Node, Parts
from whence.annotate.times.meaning import Meaning, Place
from whence.annotate.times.periods import reported_quarter, step
from whence.model import Number

_NOT_COUNTED = frozenset(word_list("was is as this his has its does takes lasts 's us towards"))


def length(parts: Parts, _at: Place) -> Meaning | None:
    """Five years, several weeks, 5 1/2 hours, a year and a half."""
    unit = parts.get("UNITS") or parts.get("UNIT")
    if unit is None:
        return None
    if "VAGUE" in parts:
        return Meaning("duration", _span_value(parts["VAGUE"], unit))
    if "NUM" not in parts and "UNITS" in parts:
        return Meaning("duration", _span_value("X", unit))
    value: Number = parts.get("NUM", 1)
    if "half" in parts:
        value = 0.5 if value == 1 and "and" not in parts else value + 0.5
    return Meaning("duration", _span_value(value, unit))


def nth_unit(parts: Parts, _at: Place) -> Meaning | None:
    """In its fifth year: what has gone on into the fifth."""
    return Meaning("duration", _span_value(parts["ORD"], parts["UNIT"]))


def _span_value(count: Number | str, unit: str) -> str:
    if unit == "F":
        count, unit = (count if isinstance(count, str) else count * 2), "W"
    if unit == "N":
        unit = "D"
    if unit.startswith("T"):
        if unit == "TH" and isinstance(count, float) and count % 1 == 0.5:
            whole = int(count)
            return f"PT{whole}H30M" if whole else "PT30M"
        return f"PT{count}{unit[1]}"
    if unit == "Y" and count == 0.5:
        return "P6M"
    return f"P{count}{unit}"


def fixed(kind: str, value: str) -> Composer:
    """An expression of one value, whatever its parts."""

    def compose(_parts: Parts, _at: Place) -> Meaning | None:
        return Meaning(kind, value)

    return compose


def amount_off(side: int) -> Composer:
    """Two years ago (-1), three days later (1): the unit so far from the day of writing.

    "Earlier" and "later" count from the day that the text spoke of last.
    """

    def compose(parts: Parts, at: Place) -> Meaning | None:
        node: Node = parts["AMOUNT"]
        inner = node.parts
        unit = inner.get("UNITS") or inner.get("UNIT")
        bare = "X" if "UNITS" in inner else 1
        count = inner.get("NUM", inner.get("VAGUE", bare))
        if unit is None or not isinstance(count, int) or abs(count) > 3000:
            return Meaning("date", "PAST_REF" if side < 0 else "FUTURE_REF")
        if unit == "Y" and count == 1 and side < 0 and at.scene.quarter_before(at.start):
            return reported_quarter(-1)(parts, at)
        if "later" in parts or "earlier" in parts:
            return _from_last(unit, side * count, at)
        return _from_writing(unit, side * count, at)

    return compose


def _from_writing(unit: str, count: int, at: Place) -> Meaning | None:
    if unit.startswith("T"):
        day = at.anchor.day
        return Meaning("time", "XXXX-XX-XX" if day is None else str(day), vague=True)
    if unit == "F":
        unit, count = "W", count * 2
    if unit == "N":
        unit = "D"
    if unit in ("DE", "CE") and at.anchor.year is not None:
        year = at.anchor.year + count * (10 if unit == "DE" else 100)
        return Meaning("date", f"{year:04d}"[:3], resolved=True) if 0 < year < 10000 else None
    if at.anchor.year is not None and unit == "Y" and at.anchor.year + count < 1:
        return None
    return step(unit, count, at)


def _from_last(unit: str, count: int, at: Place) -> Meaning | None:
    last = at.scene.day_before(at.start)
    if last is None or unit not in ("D", "W", "N"):
        found = _from_writing(unit, count, at)
        return None if found is None else Meaning(found.type, found.value, vague=True)
    return counted(last, count * (7 if unit == "W" else 1))


def repeated(parts: Parts, _at: Place) -> Meaning | None:
    """Each Thursday, every two weeks, Tuesday nights, daily."""
    if "ADVERB" in parts:
        return Meaning("set", parts["ADVERB"])
    weekday = parts.get("WEEKDAY") or parts.get("WEEKDAYS")
    if weekday is not None:
        part = parts.get("DAYPART") or parts.get("DAYPARTS")
        tail = f"T{part}" if part else ""
        return Meaning("set", f"XXXX-WXX-{weekday}{tail}")
    if "MONTH" in parts:
        return Meaning("set", f"XXXX-{parts['MONTH']:02d}")
    if "DAYPART" in parts:
        return Meaning("set", f"XXXX-XX-XXT{parts['DAYPART']}")
    if "SEASON" in parts:
        return Meaning("set", f"XXXX-{parts['SEASON']}")
    unit = parts.get("UNIT") or parts.get("UNITS")
    return None if unit is None else Meaning("set", _span_value(parts.get("NUM", 1), unit))


def rate_or_length(parts: Parts, at: Place) -> Meaning | None:
    """A year: how often after a count ("fifty flights a year"), else how long."""
    before = at.before()
    counted = before in ("times", "once", "twice", "%", "percent", "million", "billion", "cents")
    plural = before.endswith("s") and not before.endswith("ss") and before not in _NOT_COUNTED
    if counted or plural or before[:1].isdigit():
        return Meaning("set", _span_value(1, parts["UNIT"]))
    return length(parts, at)
