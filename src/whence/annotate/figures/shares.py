"""Shares of a whole: "a third of", "two-thirds", "nearly half", "one in five"."""

from whence.annotate.figures.quantity import Quantity, phrase_before
from whence.annotate.figures.tagged import Tagged
from whence.annotate.figures.units import unit_after
from whence.annotate.figures.vague import SCALES
from whence.annotate.numerals import Scan, numeral_at, word_list

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
_OF_A = (("of", "a"), ("of", "an"))
#: Words before "half" that make it one of two, or a part of a game.
_NO_SHARE = frozenset(word_list("first second other better back this that the each one top bottom"))


def share_at(text: Tagged, i: int) -> Quantity | None:
    """The share that word `i` begins, as a part of one, or what it is of a round number."""
    words = text.words
    if words.forms[i] == "half":
        return _part(words, i, i + 1, 0.5) if _is_half_of_something(text, i) else None
    if words.forms[i] in ("a", "an"):
        return _named_part(text, i, 1, i + 1)
    above = numeral_at(words, i)
    if above is None or not isinstance(above.value, int) or not 0 < above.value < 100:
        return None
    at = above.end
    hyphen = words.form(at) == "-" and words.glued(at)
    if words.form(at + hyphen) == "in":
        return _one_in(words, i, above.value, at + 1 + 2 * hyphen)
    for link in (("out", "of"), ("of", "every"), ("out", "of", "every")):
        if tuple(words.forms[at : at + len(link)]) == link:
            return _one_in(words, i, above.value, at + len(link))
    return _named_part(text, i, above.value, at + hyphen)


def _is_half_of_something(text: Tagged, i: int) -> bool:
    """Whether "half" is a share: "half the", "nearly half", "half were"; no half of a game."""
    words, after = text.words, text.words.form(i + 1)
    if words.form(i - 1) in _NO_SHARE or (i and text.tag(i - 1).startswith("JJ")):
        return False
    if after in ("of", "the", "its", "their", "his", "her", "our", "your", "all", "that", "those"):
        return True
    return after != "-" and _stands_alone(text, i, i + 1)


def _stands_alone(text: Tagged, start: int, end: int) -> bool:
    """Whether a share without "of" is one: "more than a third", "by half", "a quarter were"."""
    words = text.words
    told = words.form(start - 1) == "by" or phrase_before(words, start) is not None
    if end >= len(words) or words.fresh[end]:
        return told
    if words.form(end) in ("were", "are", "have", "say", "want") and text.together(start, end):
        return True
    tag = text.tag(end)
    return told and not tag.startswith(("NN", "JJ", "CD", "HYPH", "POS"))


def _named_part(text: Tagged, i: int, value: int, at: int) -> Quantity | None:
    words, name = text.words, text.words.form(at)
    below = _PARTS.get(name) or _PARTS.get(name.removesuffix("s"))
    if below is None or below <= value:
        return None
    halved = name == "half" and words.form(at + 1) in ("the", "its", "their")
    plural = name.endswith("s") or (words.forms[i] == "one" and name != "quarter")
    of = words.form(at + 1) == "of"
    if not (plural or halved or of or _stands_alone(text, i, at + 1)):
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
    measure = unit_after(words, end + 2)
    if tuple(words.forms[end : end + 2]) in _OF_A and measure is not None:
        value = round(share, 4)  # "three-quarters of a mile"
        return Quantity(i, i, end, measure.at, value, value, measure, spelled=True)
    scale = SCALES.get(words.form(end + 2))
    if tuple(words.forms[end : end + 2]) == ("of", "a") and scale is not None:
        return Quantity(i, i, end + 3, end + 3, int(share * scale), int(share * scale))
    share = round(share, 4)
    return Quantity(i, i, end, end, share, share, spelled=True, part=True)
