"""The quantity that a word begins: "between 5 and 8 million", "$3 to $5", "more than a mile"."""

from dataclasses import replace

from whence.annotate.figures.movements import PARTICLES, VERBS
from whence.annotate.figures.quantity import Quantity, phrase_before, qualified
from whence.annotate.figures.shares import share_at
from whence.annotate.figures.tagged import Tagged
from whence.annotate.figures.units import Unit, unit_after, unit_before
from whence.annotate.figures.vague import STARTS, vague_at
from whence.annotate.numerals import Numeral, Scan, may_begin_number, numeral_at, word_list
from whence.model import Number

#: Units that "a" before them does not measure by: "more than a point", "about a second".
_NO_MEASURE = frozenset(word_list("point second mark quarter percent degree crown cent"))
_CONTESTS = frozenset(
    word_list("won win wins lost lose loses beat beats defeated defeats trailed trails passed")
)
_CONTEST_REACH = 6  # words
_DASHES = frozenset("-–‑—")
_ALTERNATIVE = 3  # "two or three" is a range, "$10 or $100" is not


def quantity_at(text: Tagged, i: int) -> Quantity | None:
    """The quantity whose number begins with word `i`, with all that qualifies it."""
    words = text.words
    if words.forms[i] not in STARTS and not may_begin_number(words.forms[i]):
        return None
    measured = _one_measure(words, i)
    if measured is not None:
        return qualified(words, measured)
    bare = share_at(text, i) or vague_at(text, i) or _number(words, i)
    if bare is None:
        return None
    if bare.unit is not None:
        return qualified(words, bare)
    money = unit_before(words, i)
    bare = _range(words, bare) or bare
    unit = money or (None if bare.part else unit_after(words, bare.end))
    if unit is None and words.form(bare.start - 1) == "from" and words.form(bare.end) == "to":
        return qualified(words, replace(bare, unit=_shared_unit(words, bare.end + 1)))
    if unit is not None and money is None:
        unit = _as_money(words, bare, unit)
        bare = replace(bare, end=unit.at)
    elif money is not None:
        bare = replace(bare, start=min(bare.start, money.at))
    bare = replace(bare, unit=unit)
    return qualified(words, _below_zero(words, bare) or bare)


def _as_money(words: Scan, bare: Quantity, unit: Unit) -> Unit:
    """Pounds by the million are money, unless it is a million pounds of something."""
    scaled = words.forms[bare.last - 1] in ("million", "billion", "bn", "m", "trillion")
    if unit.name == "pound" and scaled and words.form(unit.at) != "of":
        return Unit("GBP", unit.at)
    return unit


def _one_measure(words: Scan, i: int) -> Quantity | None:
    """ "A century and a half", "more than a mile", "half an hour", "a half-mile".

    "A day" alone measures nothing.
    """
    form = words.forms[i]
    share = _half_before(words, i)
    at = i + 1 if share is None else i + share
    unit = unit_after(words, at)
    if (share is None and form not in ("a", "an")) or unit is None or unit.at == at:
        return None
    if (
        (share is None and unit.name in _NO_MEASURE)
        or words.forms[unit.at - 1].endswith("s")
        or words.fresh[at]
    ):
        return None
    value: Number = 1 if share is None else 0.5
    end = unit.at
    if share is None and tuple(words.forms[end : end + 3]) == ("and", "a", "half"):
        value, end = 1.5, end + 3
    elif share is None and phrase_before(words, i) is None:
        return None
    return Quantity(i, i, end, end, value, value, replace(unit, at=end), spelled=True)


def _half_before(words: Scan, i: int) -> int | None:
    """How many words of "half a", "half-" or "a half-" stand before a unit at `i`."""
    if words.forms[i] == "half":
        return 2 if words.form(i + 1) in ("a", "an", "-") else None
    if words.forms[i] == "a" and tuple(words.forms[i + 1 : i + 3]) == ("half", "-"):
        return 3
    return None


def _below_zero(words: Scan, bare: Quantity) -> Quantity | None:
    """ "Minus 5 degrees", "-0.3 percent": a sign counts only before a measure."""
    i = bare.start - 1
    sign = words.form(i) if i >= 0 and not words.fresh[bare.start] else ""
    glued = sign in ("-", "−", "–") and words.glued(bare.start) and not words.glued(i)
    if bare.unit is None or bare.low is None or bare.low != bare.high:
        return None
    minus = sign == "minus" and words.form(i - 1) != "or"  # "plus or minus 3 points"
    return replace(bare, start=i, low=-bare.low, high=-bare.low) if glued or minus else None


def _shared_unit(words: Scan, i: int) -> Unit | None:
    """The unit of "from 5 to 7 percent", which the first number lacks."""
    other = numeral_at(words, i) if i < len(words) else None
    shared = None if other is None else unit_after(words, other.end)
    return None if shared is None else Unit(shared.name, i - 1)


def _number(words: Scan, i: int) -> Quantity | None:
    found = numeral_at(words, i)
    if found is None:
        return None
    value, end = found.value, found.end
    start = i - (words.forms[i] == "half" and words.form(i - 1) == "a")  # "a half-dozen"
    return Quantity(start, i, end, end, value, value, spelled=found.spelled)


def _range(words: Scan, low: Quantity) -> Quantity | None:
    """Low and high as one quantity: "between 5 and 8", "5 to 8", "5-8", "1% to 3%", "five or six".

    After a verb of change a second measure is where it came to: "rose 5% to 20%".
    """
    own = unit_before(words, low.first)
    joined = words.form((low.first if own is None else own.at) - 1)
    after = None if own else unit_after(words, low.end)
    at = low.end if after is None else after.at
    if not _is_linked(words, at, joined, low) or low.part or low.low is None:
        return None
    own_too = unit_before(words, at + 2)
    start = at + 1 + (own_too is not None)
    high = numeral_at(words, start) if start < len(words) else None
    if high is None or not _is_one_measure(words, high, (own, after), own_too):
        return None
    link = words.form(at)
    measured = after is not None or own_too is not None
    apart = _is_contest(words, low.first) or _is_bounded(words, low, own)
    if link == "to" and (apart or (measured and _moves(words, low, own))):
        return None
    least = low.low
    if high.scale > 1 and least < 1_000 and least * high.scale < high.value:
        least *= high.scale
    if not least < high.value or (link == "or" and high.value > _ALTERNATIVE * least):
        return None
    first = low.start
    if joined in ("between", "from"):
        first = (low.first if own is None else own.at) - 1
    return replace(low, start=first, last=high.end, end=high.end, low=least, high=high.value)


def _is_one_measure(
    words: Scan, high: Numeral, low: tuple[Unit | None, Unit | None], own: Unit | None
) -> bool:
    """Whether the second number has the unit of the first, or one of them has none of its own.

    `low` are the units before and after the first, `own` the one before the second.
    """
    before, after = low
    if after is None and own is None:
        return True
    mine, theirs = (before, own) if own is not None else (after, unit_after(words, high.end))
    return mine is not None and theirs is not None and mine.name == theirs.name


def _is_linked(words: Scan, at: int, joined: str, low: Quantity) -> bool:
    if at + 1 >= len(words) or words.fresh[at] or words.fresh[at + 1]:
        return False
    link = words.form(at)
    return (
        (link == "and" and joined == "between")
        or (link == "to" and (joined != "from" or _ranging(words, low.first - 1)))
        or link == "or"
        or (link in _DASHES and words.glued(at))
    )


def _is_contest(words: Scan, i: int) -> bool:
    """ "Lost the state 36 percent to 51 percent": a result, no range."""
    before = range(max(0, i - _CONTEST_REACH), i)
    return any(words.forms[j] in _CONTESTS and not words.fresh[j + 1] for j in before)


def _is_bounded(words: Scan, low: Quantity, own: Unit | None) -> bool:
    """ "By more than 20 to 80": a bound is no end of a range."""
    found = phrase_before(words, low.first if own is None else own.at)
    return found is not None and found[1] != "about"


def _moves(words: Scan, low: Quantity, own: Unit | None) -> bool:
    """Whether a word of change stands before the number and what qualifies it."""
    start = low.first if own is None else own.at
    found = phrase_before(words, start)
    before = words.form(start - 1 - (len(found[0]) if found else 0))
    if before == "by":
        before = words.form(start - 2 - (len(found[0]) if found else 0))
    return before in VERBS or before in PARTICLES


def _ranging(words: Scan, i: int) -> bool:
    return words.form(i - 1) in ("ranging", "ranged", "ranges", "anywhere", "range", "of")
