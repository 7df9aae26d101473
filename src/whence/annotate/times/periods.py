"""Composers of weeks, months, quarters, years, durations and sets."""

from datetime import date, timedelta

from whence.annotate.numerals import word_list
from whence.annotate.times.compose import Composer
from whence.annotate.times.lattice import Node, Parts
from whence.annotate.times.meaning import Meaning, Place

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
_YEAR_PREPOSITIONS = frozenset(
    word_list(
        "in since of by until till from to during before after between through and for "
        "early late mid around or - – ( the"
    )
)
_MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


def soon(_parts: Parts, at: Place) -> Meaning | None:
    """Soon, where it lies ahead of the writer: not "soon after" nor "as soon as"."""
    if at.after() in ("as", "after", "afterwards", "thereafter") or at.side < 0:
        return None
    return Meaning("date", "FUTURE_REF")


def future(_parts: Parts, at: Place) -> Meaning | None:
    """The future, where it is a time and not somebody's."""
    return None if at.after() in ("of", "'s", "for") else Meaning("date", "FUTURE_REF")


def refer(value: str) -> Composer:
    """Now, recently, soon: TIMEX3's references without a calendar value."""

    def compose(_parts: Parts, _at: Place) -> Meaning | None:
        return Meaning("date", value)

    return compose


def year(parts: Parts, at: Place) -> Meaning | None:
    """1989. A bare number is a year only where the words around it allow."""
    stated = parts.get("YEAR") or parts.get("SPELLEDYEAR") or parts.get("SHORTYEAR")
    number = int(stated or parts["NUM"])
    if not 1000 <= number <= 2100:
        return None
    if "YEAR" in parts and "year" not in parts and not _reads_as_year(number, at):
        return None
    return Meaning("date", str(number))


def _reads_as_year(number: int, at: Place) -> bool:
    words = at.scene.words
    before, after = at.before(), at.after()
    if words.glued(at.start) and before not in ("-", "(", "–", "/", '"', "“", "'", "‘", "—"):
        return False
    if before in ("-", "–", "/") and words.glued(at.start):
        first = at.before(2)  # "post-1959" and "2011-2014", but not "F-2000" nor "555-2014"
        return first in ("post", "pre", "mid") or (first.isdecimal() and len(first) == 4)
    if after in ("%", "percent", "per", "$", "°") or (after and after[0].isdigit()):
        return False
    counts = after.endswith("s") and len(after) > 3 and number % 50 == 0
    if 1900 <= number <= 2050:
        return not counts and before not in ("no", "number", "than", "least", "$", "£", "€")
    return before in _YEAR_PREPOSITIONS - {"the", "and", "for", "or"} and not after.endswith("s")


def month_number(parts: Parts) -> int:
    """The month that a pattern names, January being 1."""
    return int(parts.get("MONTH") or parts.get("MONTHWORD") or parts["SHORTMONTH"])


def month(parts: Parts, at: Place) -> Meaning | None:
    """September 2015; September, in the year that tense and day of writing suggest."""
    number = month_number(parts)
    stated = parts.get("YEAR") or parts.get("SHORTYEAR")
    if stated is not None:
        return Meaning("date", f"{stated}-{number:02d}")
    if at.anchor.year is None or at.anchor.month is None:
        return Meaning("date", f"XXXX-{number:02d}")
    return _month_near(number, at, side=at.side)


def _month_near(number: int, at: Place, *, side: int) -> Meaning:
    year, current = at.anchor.year or 0, at.anchor.month or 1
    gap = number - current
    if side > 0:
        year += gap < 0
    elif gap > (2 if side < 0 else 4):  # of a month further off one would say "last"
        year -= 1
    return Meaning("date", f"{year}-{number:02d}", resolved=True, why=_counted(at))


def _counted(at: Place) -> str:
    return f"counted from {at.anchor.day or f'{at.anchor.year}-{at.anchor.month:02d}'}"


def month_beyond(side: int) -> Composer:
    """Last May (-1), next May (1), this May (0)."""

    def compose(parts: Parts, at: Place) -> Meaning | None:
        number = month_number(parts)
        if at.anchor.year is None or at.anchor.month is None:
            return Meaning("date", f"XXXX-{number:02d}")
        year = at.anchor.year
        if side < 0 and number >= at.anchor.month:
            year -= 1
        if side > 0 and number <= at.anchor.month:
            year += 1
        return Meaning("date", f"{year}-{number:02d}", resolved=True, why=_counted(at))

    return compose


def month_of_year(years: int) -> Composer:
    """January this year, June last year."""

    def compose(parts: Parts, at: Place) -> Meaning | None:
        number = month_number(parts)
        if at.anchor.year is None:
            return Meaning("date", f"XXXX-{number:02d}")
        return Meaning(
            "date", f"{at.anchor.year + years}-{number:02d}", resolved=True, why=_counted(at)
        )

    return compose


def unit_off(steps: int) -> Composer:
    """Last week (-1), this month (0), next year (1)."""

    def compose(parts: Parts, at: Place) -> Meaning | None:
        return step(parts["UNIT"], steps, at)

    return compose


def step(unit: str, steps: int, at: Place) -> Meaning | None:
    """The calendar unit `steps` away from that of the day of writing."""
    anchor = at.anchor
    if unit in ("W", "WE", "D") or unit.startswith("T"):
        return _step_days(unit, steps, at)
    if anchor.year is None:
        unknown = {"Y": "XXXX", "M": "XXXX-XX", "Q": "XXXX-QX", "DE": "XXX", "CE": "XX"}
        return Meaning("date", unknown[unit]) if unit in unknown else None
    why = _counted(at) if anchor.month else f"counted from {anchor.year}"
    if unit in ("Y", "DE", "CE"):
        cut = {"Y": 4, "DE": 3, "CE": 2}[unit]
        size = {"Y": 1, "DE": 10, "CE": 100}[unit]
        value = f"{anchor.year + steps * size:04d}"[:cut]
        return Meaning("date", value, resolved=True, why=why)
    if unit not in ("M", "Q"):
        return None
    if anchor.month is None:
        return Meaning("date", "XXXX-XX" if unit == "M" else "XXXX-QX")
    size = _MONTHS_IN[unit]
    count = (anchor.year * 12 + anchor.month - 1) // size + steps
    year, index = divmod(count, 12 // size)
    value = f"{year:04d}-{index + 1:02d}" if unit == "M" else f"{year:04d}-Q{index + 1}"
    return Meaning("date", value, resolved=True, why=why)


def _step_days(unit: str, steps: int, at: Place) -> Meaning | None:
    day = at.anchor.day
    if unit.startswith("T"):
        return None
    if day is None:
        return Meaning("date", {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "D": "XXXX-XX-XX"}[unit])
    try:
        found = day + timedelta(days=steps) if unit == "D" else day + timedelta(weeks=steps)
    except OverflowError:
        return None
    value = str(found) if unit == "D" else _week(found) + ("-WE" if unit == "WE" else "")
    return Meaning("date", value, resolved=True, why=f"counted from {day}")


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def weekend(_parts: Parts, at: Place) -> Meaning | None:
    """The weekend: the last one, the next one in the future tense."""
    day = at.anchor.day
    if day is None:
        return Meaning("date", "XXXX-WXX-WE")
    back = 0 if at.side > 0 or day.isoweekday() >= 6 else -1
    return step("WE", back, at)


def quarter(parts: Parts, at: Place) -> Meaning | None:
    """The third quarter (of 2015); without a year the latest that has begun, or the next."""
    number = int(parts.get("QUARTER") or parts["ORD"])
    if not 1 <= number <= 4:
        return None
    stated = parts.get("YEAR") or parts.get("SHORTYEAR")
    if stated is not None:
        return Meaning("date", f"{stated}-Q{number}")
    if at.anchor.year is None or at.anchor.month is None:
        return Meaning("date", f"XXXX-Q{number}")
    current = (at.anchor.month - 1) // 3 + 1
    year = at.anchor.year
    if at.side > 0:
        year += number < current - 1  # the one just over is what is being reported
    elif number > current:
        year -= 1
    return Meaning("date", f"{year}-Q{number}", resolved=True, why=_counted(at))


def quarter_of_year(years: int) -> Composer:
    """This year's third quarter; the fourth quarter of last year."""

    def compose(parts: Parts, at: Place) -> Meaning | None:
        number = int(parts["ORD"])
        if at.anchor.year is None or not 1 <= number <= 4:
            return None
        value = f"{at.anchor.year + years}-Q{number}"
        return Meaning("date", value, resolved=True, why=f"counted from {at.anchor.year}")

    return compose


def reported_quarter(years: int) -> Composer:
    """The latest quarter (0), the year-earlier period (-1): of the quarter spoken of last.

    Without one the latest quarter is the last that had ended on the day of writing.
    """

    def compose(parts: Parts, at: Place) -> Meaning | None:
        last = at.scene.quarter_before(at.start)
        if last is None:
            if "period" in parts:
                return Meaning("date", "XXXX-QX") if at.anchor.year is None else None
            ended = step("Q", -1, at)
            if ended is None or "X" in ended.value:
                return ended
            last = ended.value
        stated = parts.get("YEAR")
        number = int(stated) if stated is not None else int(last[:4]) + years
        why = f"the text reports on {last}"
        value = f"{number:04d}{last[4:]}"
        return Meaning("date", value, resolved=True, aside=True, why=why)

    return compose


def half(parts: Parts, at: Place) -> Meaning | None:
    """The first half of 2015."""
    number = {1: 1, 2: 2}.get(parts.get("ORD", 2))
    node: Node = parts["PERIOD"]
    whole = at.mean(node)
    if number is None or whole is None:
        return None
    if len(whole.value) != 4 or not whole.value.isdigit():
        return whole  # TIMEX3 knows no halves of decades
    return Meaning("date", f"{whole.value}-H{number}", resolved=whole.resolved, why=whole.why)


def season(parts: Parts, at: Place) -> Meaning | None:
    """The summer of 2015; the summer."""
    code: str = parts["SEASON"]
    stated = parts.get("YEAR") or parts.get("SPELLEDYEAR")
    if stated is not None:
        return Meaning("date", f"{stated}-{code}")
    if at.anchor.year is None or at.anchor.month is None:
        return Meaning("date", f"XXXX-{code}")
    near = _month_near(_SEASON_MONTH[code], at, side=at.side)
    return Meaning("date", f"{near.value[:4]}-{code}", resolved=True, why=near.why)


def season_beyond(side: int) -> Composer:
    """Last fall, next spring, this summer (0)."""

    def compose(parts: Parts, at: Place) -> Meaning | None:
        code: str = parts["SEASON"]
        found = month_beyond(side)({"MONTH": _SEASON_MONTH[code]}, at)
        if found is None:
            return None
        return Meaning("date", f"{found.value[:4]}-{code}", resolved=found.resolved, why=found.why)

    return compose


def decade(parts: Parts, _at: Place) -> Meaning | None:
    """The 1990s, the '80s, the nineties."""
    return Meaning("date", parts["DECADE"] if "DECADE" in parts else "19" + parts["TENS"])


def century(parts: Parts, _at: Place) -> Meaning | None:
    """The 20th century."""
    return Meaning("date", f"{int(parts['ORD']) - 1:02d}")


def year_end(_parts: Parts, at: Place) -> Meaning | None:
    """Year-end: the end of the year of writing."""
    return step("Y", 0, at)


def same(symbol: str) -> Composer:
    """The meaning of one part as it is: modifiers leave TIMEX3's value alone."""

    def compose(parts: Parts, at: Place) -> Meaning | None:
        node: Node = parts[symbol]
        return at.mean(node)

    return compose


def week_of(parts: Parts, at: Place) -> Meaning | None:
    """The week of March 6."""
    node: Node = parts["DAY"]
    day = at.mean(node)
    if day is None or "X" in day.value or len(day.value) != 10:
        return None
    return Meaning("date", _week(date.fromisoformat(day.value)), day.resolved, why=day.why)
