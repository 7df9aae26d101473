"""Numbers in digits and words: "1,234", "3.5 million", "two hundred and fifty", "5 1/2"."""

from dataclasses import dataclass

from whence.annotate.numerals.words import Scan, word_list
from whence.model import Number

_UNITS = {
    word: value
    for value, word in enumerate(
        word_list(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        word_list("twenty thirty forty fifty sixty seventy eighty ninety"), start=2
    )
}
#: Scan that multiply what stands before them. Indian and British ones included.
_SCALES: dict[str, int] = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
#: Short for a scale; right after digits alone ("1.2bn", "5m").
_GLUED_SCALES: dict[str, int] = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "b": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}
_SPACED_SCALES = frozenset({"mn", "mln", "bn", "bln", "tn", "trn"})
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_SEPARATORS = str.maketrans("", "", ",\u00a0\u2009\u202f")
_STARTS = frozenset({*_UNITS, *_TENS, *_VULGAR, "half", "a", "an"})
_MAX_DIGITS = 24
_NO_RANK = 10**15
_LONGEST = 24  # words of a number in words
_MOST_SCALES = 2  # "5 hundred million"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and the index after its last word; `spelled` where it is in words alone.

    `scale` is what "thousand", "bn" and the like multiplied it by: of "2 to 3 million" the first.
    """

    value: Number
    end: int
    spelled: bool
    scale: int = 1


def may_begin_number(form: str) -> bool:
    """Whether a number may begin with a word of that form; nearly no word's does."""
    return form in _STARTS or form[0].isdigit()


def numeral_at(words: Scan, i: int) -> Numeral | None:
    """The longest cardinal number that begins with word `i`, or ``None``.

    "a" counts only before a scale ("a hundred"); "one" does, though it may be a pronoun.
    """
    form = words.forms[i]
    if form[0].isdigit() or form in _VULGAR:
        return _digits(words, i)
    if form == "half" and words.form(i + 1) in ("a", "an") and words.form(i + 2) in _SCALES:
        return _tidy(_SCALES[words.form(i + 2)] / 2, i + 3, spelled=True)
    if form == "half" and "dozen" in (words.form(i + 1), words.form(i + 2)):
        at = i + 1 + (words.form(i + 1) == "-")
        return _tidy(6, at + 1, spelled=True) if words.form(at) == "dozen" else None
    if form in ("a", "an"):
        scale = _SCALES.get(words.form(i + 1))
        return None if scale is None else _spelled(words, i + 1, carried=1)
    if form in _UNITS or form in _TENS:
        return _spelled(words, i, carried=0)
    return None


def _digits(words: Scan, i: int) -> Numeral | None:
    form = words.forms[i]
    if form in _VULGAR:
        return _scaled(words, _VULGAR[form], i + 1)
    plain = form.translate(_SEPARATORS)
    if len(plain) > _MAX_DIGITS or not plain.replace(".", "", 1).isdecimal():
        return None
    value: Number = float(plain) if "." in plain else int(plain)
    end = i + 1
    if words.form(end) in _VULGAR:
        value, end = value + _VULGAR[words.form(end)], end + 1
    elif (part := _slash_fraction(words, end)) is not None:
        value, end = value + part, end + 3
    elif half := _and_a_half(words, end):
        value, end = value + 0.5, end + half
    return _scaled(words, value, end)


def _slash_fraction(words: Scan, i: int) -> float | None:
    """The value of "1/2" in three words, glued, where it is a proper fraction."""
    if words.form(i + 1) not in ("/", "⁄") or not words.glued(i + 1) or not words.glued(i + 2):
        return None
    above, below = words.form(i), words.form(i + 2)
    if not (above.isdecimal() and below.isdecimal() and len(above) < 3 and len(below) < 3):
        return None
    return int(above) / int(below) if 0 < int(above) < int(below) else None


def _scaled(words: Scan, value: Number, end: int) -> Numeral | None:
    short = _GLUED_SCALES.get(words.form(end))
    if short is not None and (words.glued(end) or words.form(end) in _SPACED_SCALES):
        return _tidy(value * short, end + 1, scale=short)
    total = 1
    joined = end + 1 if words.form(end) == "-" and words.glued(end) else end  # "$2-billion"
    for _ in range(_MOST_SCALES):
        scale = _SCALES.get(words.form(joined))
        if scale is None or words.fresh[joined]:
            break
        value, end, total = value * scale, joined + 1, total * scale
        joined = end
    return _tidy(value, end, scale=total)


def _spelled(words: Scan, i: int, *, carried: int) -> Numeral | None:
    """A number in words; `carried` is the 1 of "a hundred"."""
    total, group, end = 0, carried, i
    rank = _NO_RANK  # scales above a hundred must fall: "two million three thousand"
    last = min(len(words), i + _LONGEST)
    while end < last and not (end > i and words.fresh[end]):
        form = words.forms[end]
        if form in _UNITS and (group % 10 == 0 and (group % 100 == 0 or _UNITS[form] < 10)):
            group += _UNITS[form]
        elif form in _TENS and group % 100 == 0:
            group += _TENS[form]
        elif form in ("hundred", "dozen", "score") and 0 < group < 100:
            group *= _SCALES[form]
        elif form in _SCALES and group > 0 and _SCALES[form] < rank:
            rank = _SCALES[form]
            total, group = total + group * rank, 0
        else:
            break
        end += 1
        if _joins(words, end, group=group, total=total):
            end += 1
    while end > i and words.forms[end - 1] in ("and", "-", "‐", "‑"):
        end -= 1
    half = _and_a_half(words, end)
    if half:
        end += half
        scale = _SCALES.get(words.form(end))
        if scale is not None:
            return _tidy((total + group + 0.5) * scale, end + 1, spelled=True)
        unit = rank if total and not group else 1  # "a million and a half"
        return _tidy(total + group + 0.5 * unit, end, spelled=True)
    scale = rank if total and not group and rank < _NO_RANK else 1
    return Numeral(total + group, end, spelled=True, scale=scale) if end > i else None


def _joins(words: Scan, i: int, *, group: int, total: int) -> bool:
    """Whether word `i` ties the number words around it: "twenty-one", "hundred and fifty"."""
    after = words.form(i + 1)
    if words.form(i) in ("-", "‐", "‑") and words.glued(i) and words.glued(i + 1):
        return after in _UNITS or after in _TENS or after in _SCALES
    if words.form(i) != "and" or not (after in _UNITS or after in _TENS):
        return False
    return (group >= 100 and group % 100 == 0) or (group == 0 and total > 0)


def _and_a_half(words: Scan, i: int) -> int:
    """How many words of "and a half" or "-and-a-half" begin with word `i`."""
    for phrase in (("and", "a", "half"), ("-", "and", "-", "a", "-", "half")):
        if tuple(words.forms[i : i + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _tidy(value: Number, end: int, *, spelled: bool = False, scale: int = 1) -> Numeral:
    """A whole number as an integer; others without the noise of binary fractions."""
    if isinstance(value, float):
        value = round(value, 6)
        if value.is_integer():
            value = int(value)
    return Numeral(value, end, spelled=spelled, scale=scale)
