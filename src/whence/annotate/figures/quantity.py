"""A value or its bounds, read from words: "at least nine", "between 5 and 8", "dozens"."""

from dataclasses import dataclass, replace

from whence.annotate.figures.tagged import Tagged
from whence.annotate.figures.units import Unit, unit_after, unit_before
from whence.annotate.numerals import Scan, numeral_at
from whence.model import Number

#: What words before a number make of it: its lower bound, its upper bound, or an approximation.
_BEFORE = {
    "low": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|"
    "minimum of|more than|over|well over|just over|above|in excess of|upwards of|upward of|"
    "greater than|exceeding|exceeded|exceeds|beyond|north of|higher than|much more than",
    "high": "at most|no more than|not more than|up to|as many as|as much as|a maximum of|"
    "maximum of|less than|fewer than|under|just under|well under|below|lower than|no higher than",
    "about": "about|around|approximately|roughly|some|nearly|almost|an estimated|estimated|"
    "close to|circa|~|virtually|an average of|average of",
}
#: The same of words after it.
_AFTER = {
    "low": "or more|- plus|+|and more|and counting|and above",
    "high": "or fewer|or less",
    "about": "or so|- odd|or thereabouts",
}
#: Plurals that stand for a span of values: from two of the thing named up to where the next
#: larger word takes over.
_VAGUE: dict[str, tuple[int, int]] = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2_000, 999_999),
    "millions": (2_000_000, 999_999_999),
    "billions": (2_000_000_000, 999_999_999_999),
    "trillions": (2_000_000_000_000, 999_999_999_999_999),
}
_COMBINED: dict[tuple[str, ...], tuple[int, int]] = {
    ("tens", "of", "thousands"): (20_000, 99_999),
    ("hundreds", "of", "thousands"): (200_000, 999_999),
    ("tens", "of", "millions"): (20_000_000, 99_999_999),
    ("hundreds", "of", "millions"): (200_000_000, 999_999_999),
    ("tens", "of", "billions"): (20_000_000_000, 99_999_999_999),
    ("hundreds", "of", "billions"): (200_000_000_000, 999_999_999_999),
}
_FEW_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9}
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "tenth": 10,
}
_DASHES = frozenset("-–‑—")
_ALTERNATIVE = 3  # "two or three" is a range, "$10 or $100" is not


@dataclass(frozen=True, slots=True)
class Quantity:
    """The words ``[start, end)`` with qualifiers and unit; the number itself is ``[first, last)``.

    `low` and `high` are inclusive bounds, equal for one value. "More than 60" is kept as a lower
    bound of 60 and "fewer than 60" as an upper one: a report that says so does not tell 60 from 61.
    """

    start: int
    first: int
    last: int
    end: int
    low: Number | None
    high: Number | None
    unit: Unit | None = None
    approximate: bool = False
    spelled: bool = False
    part: bool = False  # a fraction of something

    @property
    def qualified(self) -> bool:
        """Whether words around the number bound it or call it rough."""
        return self.low != self.high or self.approximate


def _index(table: dict[str, str], *, by: int) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for effect, phrases in table.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            index.setdefault(words[by], []).append((words, effect))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


_BY_LAST = _index(_BEFORE, by=-1)
_BY_FIRST = _index(_AFTER, by=0)


def quantity_at(text: Tagged, i: int) -> Quantity | None:
    """The quantity whose number begins with word `i`, with all that qualifies it."""
    words = text.words
    bare = _fraction(words, i) or _vague(words, i) or _number(words, i)
    if bare is None:
        return None
    money = unit_before(words, i)
    bare = _range(words, bare) or bare
    unit = money or (None if bare.part else unit_after(words, bare.end))
    if unit is None and words.form(bare.start - 1) == "from" and words.form(bare.end) == "to":
        return _qualified(words, replace(bare, unit=_shared_unit(words, bare.end + 1)))
    if unit is not None and money is None:
        bare = replace(bare, end=unit.at)
    elif money is not None:
        bare = replace(bare, start=min(bare.start, money.at))
    bare = replace(bare, unit=unit)
    return _qualified(words, _below_zero(words, bare) or bare)


def _below_zero(words: Scan, bare: Quantity) -> Quantity | None:
    """ "Minus 5 degrees", "-0.3 percent": a sign counts only before a measure."""
    i = bare.start - 1
    sign = words.form(i) if i >= 0 and not words.fresh[bare.start] else ""
    glued = sign in ("-", "−", "–") and words.glued(bare.start) and not words.glued(i)
    if bare.unit is None or bare.low is None or bare.low != bare.high:
        return None
    return (
        replace(bare, start=i, low=-bare.low, high=-bare.low) if glued or sign == "minus" else None
    )


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
    return Quantity(i, i, end, end, value, value, spelled=found.spelled)


def _vague(words: Scan, i: int) -> Quantity | None:
    form = words.forms[i]
    bounds = _COMBINED.get(tuple(words.forms[i : i + 3]))
    if bounds is not None:
        return Quantity(i, i, i + 3, i + 3, *bounds, spelled=True)
    titled = words.capital[i] and not words.opens[i] and words.form(i + 1) != "of"
    if form in _VAGUE and not titled:
        return Quantity(i, i, i + 1, i + 1, *_VAGUE[form], spelled=True)
    if form in ("several", "few"):
        scale = _FEW_SCALES.get(words.form(i + 1))
        if scale is not None:
            start = i - 1 if form == "few" and words.form(i - 1) == "a" else i
            least = 3 if form == "several" else 2
            return Quantity(start, i, i + 2, i + 2, least * scale, 9 * scale, spelled=True)
    return None


def _fraction(words: Scan, i: int) -> Quantity | None:
    """ "A third of", "two-thirds", "half the", "one-in-five", "a quarter of a million"."""
    if words.forms[i] == "half":
        followed = words.form(i + 1) in ("of", "the", "its", "their")
        return _part(words, i, i + 1, 0.5) if followed else None
    if words.forms[i] in ("a", "an"):
        return _named_part(words, i, 1, i + 1)
    above = numeral_at(words, i)
    if above is None or not isinstance(above.value, int) or not 0 < above.value < 100:
        return None
    at = above.end
    hyphen = words.form(at) == "-" and words.glued(at)
    if words.form(at + hyphen) == "in":
        return _one_in(words, i, above.value, at + 1 + 2 * hyphen)
    if tuple(words.forms[at : at + 2]) == ("out", "of"):
        return _one_in(words, i, above.value, at + 2)
    return _named_part(words, i, above.value, at + hyphen)


def _named_part(words: Scan, i: int, value: int, at: int) -> Quantity | None:
    name = words.form(at)
    below = _PARTS.get(name) or _PARTS.get(name.removesuffix("s"))
    if below is None or below <= value:
        return None
    halved = name == "half" and words.form(at + 1) in ("the", "its", "their")
    if not name.endswith("s") and not halved and words.form(at + 1) != "of":
        return None  # "a third man" is an ordinal
    return _part(words, i, at + 1, value / below)


def _one_in(words: Scan, i: int, value: int, at: int) -> Quantity | None:
    if words.form(at) == "every":
        at += 1
    below = numeral_at(words, at) if at < len(words) else None
    if below is None or not isinstance(below.value, int) or not value < below.value <= 100:
        return None
    return _part(words, i, below.end, value / below.value)


def _part(words: Scan, i: int, end: int, share: float) -> Quantity:
    scale = _FEW_SCALES.get(words.form(end + 2))
    if tuple(words.forms[end : end + 2]) == ("of", "a") and scale is not None:
        return Quantity(i, i, end + 3, end + 3, int(share * scale), int(share * scale))
    share = round(share, 4)
    return Quantity(i, i, end, end, share, share, spelled=True, part=True)


def _range(words: Scan, low: Quantity) -> Quantity | None:
    """Low and high as one quantity: "between 5 and 8", "5 to 8", "5-8", "five or six"."""
    at = low.end
    link = words.form(at)
    joined = words.form(low.first - 1)
    if unit_before(words, low.first) is not None:
        joined = words.form(low.first - 2)
    linked = (
        (link == "and" and joined == "between")
        or (link == "to" and (joined != "from" or _ranging(words, low.first - 1)))
        or link == "or"
        or (link in _DASHES and words.glued(at))
    )
    if not linked or low.part or at + 1 >= len(words) or words.fresh[at + 1]:
        return None
    at += 1
    if unit_before(words, at + 1) is not None:
        at += 1
    high = numeral_at(words, at) if at < len(words) else None
    if high is None or low.low is None:
        return None
    least = low.low
    if high.scale > 1 and least < 1_000 and least * high.scale < high.value:
        least *= high.scale
    if not least < high.value or (link == "or" and high.value > _ALTERNATIVE * least):
        return None
    between = joined in ("between", "from")
    start = low.start
    if between:
        money = unit_before(words, low.first)
        start = (low.first if money is None else money.at) - 1
    return replace(low, start=start, last=high.end, end=high.end, low=least, high=high.value)


def _ranging(words: Scan, i: int) -> bool:
    return words.form(i - 1) in ("ranging", "ranged", "ranges", "anywhere", "range", "of")


def _qualified(words: Scan, bare: Quantity) -> Quantity:
    """The quantity with the qualifiers before and after it."""
    found = _phrase_before(words, bare.start)
    if found is not None:
        phrase, effect = found
        bare = _bounded(replace(bare, start=bare.start - len(phrase)), effect)
        outer = _phrase_before(words, bare.start)  # "at least some 60"
        if outer is not None:
            bare = _bounded(replace(bare, start=bare.start - len(outer[0])), outer[1])
    for phrase, effect in _BY_FIRST.get(words.form(bare.end), ()):
        if tuple(words.forms[bare.end : bare.end + len(phrase)]) == phrase:
            return _bounded(replace(bare, end=bare.end + len(phrase)), effect)
    return bare


def _phrase_before(words: Scan, start: int) -> tuple[tuple[str, ...], str] | None:
    if start <= 0 or words.fresh[start]:
        return None
    for phrase, effect in _BY_LAST.get(words.form(start - 1), ()):
        first = start - len(phrase)
        if first >= 0 and tuple(words.forms[first:start]) == phrase:
            return phrase, effect
    return None


def _bounded(quantity: Quantity, effect: str) -> Quantity:
    if effect == "about":
        return replace(quantity, approximate=True)
    if effect == "low":
        return replace(quantity, high=None)
    return replace(quantity, low=None)
