"""Composers of days and times of day: from the parts of a pattern to a meaning."""

from collections.abc import Callable
from datetime import date, timedelta

from whence.annotate.numerals import word_list
from whence.annotate.times.anchor import nth_weekday, weekday_near
from whence.annotate.times.lattice import Node, Parts
from whence.annotate.times.meaning import Meaning, Place

Composer = Callable[[Parts, Place], Meaning | None]
_MONTH_FIRST = "US"
_NEAR_FUTURE = timedelta(days=100)
_AT = frozenset(word_list("at by until till around about before after since from to and"))


def iso(parts: Parts, _at: Place) -> Meaning | None:
    """2015-09-30."""
    year, month, day = map(int, parts["ISO"].split("-"))
    return _calendar_day(year, month, day)


def numeric_date(parts: Parts, at: Place) -> Meaning | None:
    """30.9.2015 and 9/30/2015; where day and month cannot be told apart only the year is said."""
    first, second, year, mark = parts["NUMERICDATE"]
    country = at.scene.country
    if mark == "." or first > 12 or (second <= 12 and country not in (None, _MONTH_FIRST)):
        return _calendar_day(year, second, first)
    if second > 12 or country == _MONTH_FIRST or first == second:
        return _calendar_day(year, first, second)
    return Meaning("date", str(year), why="day and month cannot be told apart")


def _calendar_day(year: int, month: int, day: int) -> Meaning | None:
    try:
        return Meaning("date", date(year, month, day).isoformat())
    except ValueError:
        return None


def _month(parts: Parts) -> int:
    return int(parts.get("MONTH") or parts.get("MONTHWORD") or parts["SHORTMONTH"])


def _weekday(parts: Parts) -> int | None:
    return parts.get("WEEKDAY") or parts.get("SHORTWEEKDAY")


def _day_number(parts: Parts) -> int:
    return int(parts.get("DAYNUM") or parts.get("DAYORD") or parts["ORD"])


def full_day(parts: Parts, at: Place) -> Meaning | None:
    """Sept. 30, 2015; 30 September 2015; Sept. 30, whose year is the nearest that fits."""
    month, day = _month(parts), _day_number(parts)
    year = parts.get("YEAR") or parts.get("SHORTYEAR")
    if year is not None:
        return _calendar_day(int(year), month, day)
    if at.anchor.year is None:
        return Meaning("date", f"XXXX-{month:02d}-{day:02d}") if day <= 31 else None
    around = at.anchor.day or date(at.anchor.year, at.anchor.month or 7, 15)
    choices = []
    for candidate in (around.year - 1, around.year, around.year + 1):
        try:
            choices.append(date(candidate, month, day))
        except ValueError:
            continue
    weekday = _weekday(parts)
    fitting = [choice for choice in choices if weekday in (None, choice.isoweekday())] or choices
    if not fitting:
        return None
    best = min(fitting, key=lambda choice: _distance(choice, around, at.side))
    return Meaning("date", best.isoformat(), resolved=True, why=f"the year nearest to {around}")


def _distance(choice: date, around: date, side: int) -> tuple[bool, timedelta]:
    """How far off a reading is; one against the tense is taken only where it is close."""
    gap = choice - around
    against = (side < 0 and gap > _NEAR_FUTURE) or (side > 0 and gap < -_NEAR_FUTURE)
    return against, abs(gap)


def weekday(parts: Parts, at: Place) -> Meaning | None:
    """Thursday: the nearest on or before the day of writing, on or after it in the future tense."""
    number = int(parts["WEEKDAY"])
    day = at.anchor.day
    if day is None:
        return Meaning("date", f"XXXX-WXX-{number}")
    until = at.before() in ("until", "till") and at.before(2) != "not"
    ahead = at.side > 0 or until or (at.side == 0 and at.before() == "by")
    found = weekday_near(day, number, side=1 if ahead else -1, same=True)
    word = "after" if ahead else "before"
    return Meaning("date", str(found), resolved=True, why=f"the first one on or {word} {day}")


def weekday_beyond(side: int) -> Composer:
    """Last Thursday, next Thursday: never the day of writing itself."""

    def compose(parts: Parts, at: Place) -> Meaning | None:
        number = int(parts["WEEKDAY"])
        day = at.anchor.day
        if day is None:
            return Meaning("date", f"XXXX-WXX-{number}")
        found = weekday_near(day, number, side=side, same=False)
        return Meaning("date", str(found), resolved=True, why=f"counted from {day}")

    return compose


def weekday_of_week(weeks: int) -> Composer:
    """Thursday last week: in the calendar week so many weeks off."""

    def compose(parts: Parts, at: Place) -> Meaning | None:
        number = int(parts["WEEKDAY"])
        day = at.anchor.day
        if day is None:
            return Meaning("date", f"XXXX-WXX-{number}")
        found = day + timedelta(weeks=weeks, days=number - day.isoweekday())
        return Meaning("date", str(found), resolved=True, why=f"counted from {day}")

    return compose


def day_off(days: int, part: str = "") -> Composer:
    """Yesterday (-1), today, tonight (0, "NI"): so many days from the day of writing."""

    def compose(_parts: Parts, at: Place) -> Meaning | None:
        kind, tail = ("time", "T" + part) if part else ("date", "")
        if at.anchor.day is None:
            return Meaning(kind, "XXXX-XX-XX" + tail)
        found = at.anchor.day + timedelta(days=days)
        return Meaning(kind, f"{found}{tail}", resolved=True, why=f"counted from {at.anchor.day}")

    return compose


def counted(last: date, days: int) -> Meaning | None:
    """The day so many days from one spoken of; ``None`` where the calendar has none."""
    try:
        found = last + timedelta(days=days)
    except OverflowError:  # 9999-12-31 stands for "never" in many a database
        return None
    return Meaning("date", str(found), resolved=True, why=f"counted from {last} in the text")


def day_after_last(days: int) -> Composer:
    """The next day, the day before, the same day: from the day spoken of last."""

    def compose(_parts: Parts, at: Place) -> Meaning | None:
        last = at.scene.day_before(at.start)
        if last is None:
            return Meaning("date", "XXXX-XX-XX")
        return counted(last, days)

    return compose


def holiday(parts: Parts, at: Place) -> Meaning | None:
    """Christmas Eve, Labor Day: by the calendar, in the year that is nearest."""
    rule: tuple[int, ...] = parts["HOLIDAY"]
    year = parts.get("YEAR")
    if year is not None:
        return Meaning("date", str(_holiday_in(int(year), rule)))
    around = at.anchor.day
    if around is None:
        value = f"XXXX-{rule[0]:02d}-{rule[1]:02d}" if len(rule) == 2 else f"XXXX-{rule[0]:02d}-XX"
        return Meaning("date", value)
    choices = [_holiday_in(around.year + step, rule) for step in (-1, 0, 1)]
    best = min(choices, key=lambda choice: _distance(choice, around, at.side))
    return Meaning("date", str(best), resolved=True, why=f"the one nearest to {around}")


def _holiday_in(year: int, rule: tuple[int, ...]) -> date:
    if len(rule) == 2:
        return date(year, rule[0], rule[1])
    return nth_weekday(year, rule[0], rule[1], rule[2])


def clock(parts: Parts, at: Place) -> Meaning | None:
    """10:35 a.m. GMT Thursday; 9 a.m.; noon Saturday."""
    hour, minute, second = _hour(parts)
    half = parts.get("AMPM")
    if half is not None:
        hour = hour % 12 + half if 1 <= hour <= 12 else 99
    lone_noon = ("noon" in parts or "midnight" in parts) and at.before() not in _AT
    if hour > 24 or (lone_noon and "DAY" not in parts):
        return None
    time = f"T{hour:02d}:{minute:02d}" + ("" if second is None else f":{second:02d}")
    if parts.get("ZONE") in ("gmt", "utc"):
        time += "Z"
    return _clock_of_day(time, parts.get("DAY"), at)


def _clock_of_day(time: str, node: Node | None, at: Place) -> Meaning | None:
    if node is not None:
        day = at.mean(node)
        if day is None or len(day.value) != 10:
            return None
        return Meaning("time", day.value + time, resolved=day.resolved, why=day.why)
    if at.anchor.day is None:
        return Meaning("time", "XXXX-XX-XX" + time)
    # the day is not said, so the value is a guess that no moment may rest on
    return Meaning("time", f"{at.anchor.day}{time}", resolved=True, vague=True)


def _hour(parts: Parts) -> tuple[int, int, int | None]:
    for symbol in ("CLOCK", "DOTCLOCK"):
        if symbol in parts:
            found: tuple[int, int, int | None] = parts[symbol]
            return found
    if "noon" in parts or "midday" in parts:
        return 12, 0, None
    if "midnight" in parts:
        return 24, 0, None
    value = parts["NUM"]
    return (int(value), 0, None) if isinstance(value, int) else (99, 0, None)


def hour_of_part(parts: Parts, at: Place) -> Meaning | None:
    """4 in the morning; 7 o'clock in the evening."""
    half = 0 if parts["DAYPART"] == "MO" else 12
    return clock({**parts, "AMPM": half}, at)


def part_of_day(parts: Parts, at: Place) -> Meaning | None:
    """Thursday morning; the night of Sept. 30."""
    node: Node = parts["DAY"]
    day = at.mean(node)
    if day is None:
        return None
    value = f"{day.value}T{parts['DAYPART']}"
    return Meaning("time", value, resolved=day.resolved, why=day.why)


def part_of_next_day(parts: Parts, at: Place) -> Meaning | None:
    """The next morning: of the day after the one spoken of last."""
    day = day_after_last(1)(parts, at)
    if day is None:
        return None
    value = f"{day.value}T{parts['DAYPART']}"
    return Meaning("time", value, resolved=day.resolved, why=day.why)


def part_of_today(days: int) -> Composer:
    """This morning (0); yesterday's being composed of its parts."""

    def compose(parts: Parts, at: Place) -> Meaning | None:
        return day_off(days, parts["DAYPART"])(parts, at)

    return compose
