"""A value or its bounds with the words that make bounds of a number: "at least nine"."""

from dataclasses import dataclass, replace

from whence.annotate.figures.movements import MOVES
from whence.annotate.figures.units import Unit, unit_after
from whence.annotate.numerals import Scan, numeral_at, word_list
from whence.model import Number

#: What words before a number make of it: its lower bound, its upper bound, or an approximation.
_BEFORE = {
    "low": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|"
    "minimum of|a minimum|more than|over|well over|just over|above|well above|in excess of|"
    "upwards of|upward of|greater than|exceeding|exceed|exceeded|exceeds|topping|topped|tops|"
    "surpassing|surpassed|beyond|north of|higher than|much more than|slightly more than|"
    "little more than|a little more than|a bit more than|slightly over|a little over|a bit over|"
    "better than|at a minimum|as few as|as little as|larger than|longer than|not under",
    "high": "at most|no more than|not more than|up to|up to as many as|as many as|as much as|"
    "a maximum of|maximum of|a maximum|less than|fewer than|under|just under|well under|below|"
    "well below|lower than|no higher than|not exceeding|not exceed|not to exceed|south of|"
    "smaller than|shorter than|slightly less than|slightly fewer than|a little less than|"
    "little less than|a bit less than|slightly under|a little under|short of|just short of|"
    "not over|as high as",
    "about": "about|around|approximately|roughly|some|nearly|almost|an estimated|estimated|"
    "close to|circa|ca|~|virtually|an average of|average of|just about|approaching|perhaps|"
    "maybe|something like|in the region of|on the order of|in the neighborhood of|more or less|"
    "very nearly|very close to",
}
#: The same of words after it.
_AFTER = {
    "low": "or more|- plus|+|and more|and counting|and above|or above|or over|or higher|"
    "or greater|plus|at least|at a minimum",
    "high": "or fewer|or less|or under|or below|or lower|at most|at the most|maximum|tops",
    "about": "or so|- odd|odd|or thereabouts|give or take|- ish",
}


#: Units of time.
LASTING = frozenset(
    word_list("second minute hour day night week fortnight month quarter year decade century")
)
_FOR = frozenset(word_list("for took takes take lasted lasts last spent after in than of"))


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


def qualified(words: Scan, bare: Quantity) -> Quantity:
    """The quantity with the qualifiers before and after it."""
    found = phrase_before(words, bare.start)
    if found is not None:
        phrase, effect = found
        bare = _bounded(replace(bare, start=bare.start - len(phrase)), effect)
        outer = phrase_before(words, bare.start)  # "at least some 60"
        if outer is not None:
            bare = _bounded(replace(bare, start=bare.start - len(outer[0])), outer[1])
    for phrase, effect in _BY_FIRST.get(words.form(bare.end), ()):
        if tuple(words.forms[bare.end : bare.end + len(phrase)]) == phrase:
            return _bounded(replace(bare, end=bare.end + len(phrase)), effect)
    return bare


def phrase_before(words: Scan, start: int) -> tuple[tuple[str, ...], str] | None:
    """The longest qualifier that ends right before word `start`, with its effect."""
    if start <= 0 or words.fresh[start]:
        return None
    for phrase, effect in _BY_LAST.get(words.form(start - 1), ()):
        first = start - len(phrase)
        if first < 0 or tuple(words.forms[first:start]) != phrase:
            continue
        if phrase == ("over",) and _lasts(words, start) and words.form(first - 1) not in _FOR:
            return None  # "a trillion over ten years" is within them
        if phrase == ("up", "to") and words.form(first - 1) in MOVES:
            return None  # "went up to 5 percent" is where it went
        return phrase, effect
    return None


def _lasts(words: Scan, i: int) -> bool:
    """Whether the number at `i` is one of months, years and the like."""
    found = numeral_at(words, i)
    unit = found and unit_after(words, found.end)
    return bool(unit and unit.name in LASTING)


def _bounded(quantity: Quantity, effect: str) -> Quantity:
    if effect == "about":
        return replace(quantity, approximate=True)
    if effect == "low":
        return replace(quantity, high=None)
    return replace(quantity, low=None)
