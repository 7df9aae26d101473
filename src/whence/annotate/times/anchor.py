"""The day of writing, and on which side of it the words of a sentence lie."""

from dataclasses import dataclass
from datetime import date, timedelta

from whence.annotate.numerals import Scan, word_list
from whence.model import Moment, Precision

_REACH = 30
#: Years around which there is room to count: `date` ends with 9999.
_CALENDAR = (1000, 9000)
_FUTURE = frozenset(word_list("will shall would ll wo scheduled slated expected upcoming"))
#: Future before "for": "planned for Monday".
_SET_FOR = frozenset(word_list("planned set due timed"))
_PLANS = frozenset(
    word_list(
        "plan plans planned planning expects expect expected scheduled due set going "
        "likely intends intend intended hopes hope hoped supposed slated about is are was "
        "were be bound begin begins agreed promised vowed pledged wants want wanted aims "
        "preparing prepares ready"
    )
)
_PAST = frozenset(
    word_list(
        "said was were had did told went came made took began gave got held met left "
        "found saw became brought built bought broke chose cut drew drove fell felt fled "
        "flew forgot fought grew heard hit hurt kept knew laid led lent lost meant paid "
        "put ran read rose sat sent set shook shot shut sold sought spent split spoke "
        "spread stood stole struck swept swore taught thought threw understood withdrew "
        "won wore wrote has have been"
    )
)
_NOT_PAST = frozenset(word_list("need indeed speed united bed red hundred seed feed indebted"))
_AFTER_TO = frozenset(word_list("the a an his her its their our my your this that these those it"))


@dataclass(frozen=True, slots=True)
class Anchor:
    """When a text was written, as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: date | None = None

    @classmethod
    def of(cls, published: Moment | None) -> "Anchor":
        """What `published` settles, in its own time zone."""
        if published is None:
            return cls()
        first = published.first_day
        if not _CALENDAR[0] <= first.year <= _CALENDAR[1]:
            return cls()
        match published.precision:
            case Precision.YEAR:
                return cls(first.year)
            case Precision.MONTH | Precision.WEEK:
                return cls(first.year, first.month)
            case _:
                return cls(first.year, first.month, first)


def direction(words: Scan, start: int, end: int) -> int:
    """-1 where the verb that governs ``[start, end)`` is past, 1 where future, 0 where unclear.

    The nearest verb before the expression decides ("said Thursday"), else the nearest one after it
    ("On Sunday they will").
    """
    first = start
    while first > 0 and not words.opens[first] and start - first < _REACH:
        first -= 1
    for i in range(start - 1, first - 1, -1):
        if sign := _tense(words, i):
            return sign
    for i in range(end, min(len(words), end + _REACH)):
        if words.opens[i]:
            break
        if sign := _tense(words, i):
            return sign
    return 0


def _tense(words: Scan, i: int) -> int:
    form = words.forms[i]
    following = words.form(i + 1)
    if form in _FUTURE or (form in _SET_FOR and following == "for"):
        return 1
    if form == "due":
        return 0 if following == "to" else 1
    if form == "be" and words.form(i - 1) == "to":
        return 1
    if form == "to" and words.form(i - 1) in _PLANS:
        return 0 if following in _AFTER_TO or not following.isalpha() else 1
    regular = form.endswith("ed") and form not in _NOT_PAST and not words.capital[i]
    if not (regular or form in _PAST):
        return 0
    return 0 if words.form(i - 1) in ("be", "being") else -1  # "will be held": "will" decides


def weekday_near(day: date, weekday: int, *, side: int, same: bool) -> date:
    """The first `weekday` (Monday is 1) before (side -1) or after `day`, or it if `same`."""
    gap = (day.isoweekday() - weekday) % 7 if side < 0 else (weekday - day.isoweekday()) % 7
    if gap == 0 and not same:
        gap = 7
    return day + timedelta(days=side * gap)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth `weekday` of a month, from its end if negative; 0 is the one after the first Monday.

    The last is how the United States set their election day.
    """
    if nth == 0:
        return nth_weekday(year, month, 1, 1) + timedelta(days=weekday - 1)
    if nth > 0:
        first = weekday_near(date(year, month, 1), weekday, side=1, same=True)
        return first + timedelta(weeks=nth - 1)
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return weekday_near(last, weekday, side=-1, same=True) + timedelta(weeks=nth + 1)
