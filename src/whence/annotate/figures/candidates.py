"""Which numbers are quantities: not dates, ages, names of models, ordinals, addresses."""

from bisect import bisect_right
from collections.abc import Sequence

from whence.annotate.figures.quantity import Quantity
from whence.annotate.figures.tagged import Tagged
from whence.annotate.numerals import numeral_at, word_list
from whence.model import Mention, TimeExpression

#: A number after these counts nothing: it is the name of the thing before it.
_NUMBERED = frozenset(
    word_list(
        "flight boeing airbus resolution article highway route channel chapter section room no nos "
        "number title page part phase day stage level grade class unit apollo type mark version "
        "volume vol item rule paragraph clause amendment proposition question step round week "
        "season episode act scene line gate platform track district precinct ward block lot box "
        "top model series group war category tier exit terminal runway brigade regiment division "
        "battalion area zone sector code form case protocol league under plus formula world "
        "game aisle lap turn inning heat hole lesson verse psalm"
    )
)
_STREETS = frozenset(
    word_list("street st avenue ave road rd boulevard blvd lane drive square place court terrace")
)
_NOT_COUNTED_ONE = frozenset(
    word_list(
        "thing way area point day time side hand example reason of another that who which and or "
        "is was has can could would will such who's more month year week man's day's"
    )
)
_ZONES = frozenset(word_list("bst gmt est edt cst cdt pst pdt cet cest utc eet ist jst aest"))
_FINEST = 16_000
_LONGEST = 9  # digits in a row; what is longer is an address, a key, a telephone number
_OPEN = 12  # words back to the bracket that ")" closes
_DEFINITE = frozenset(word_list("the these those this both top past last first next other"))
_COMPOUNDS = frozenset(word_list("time way on off to in sided track fold star size piece hit"))
_GLUE = frozenset("#@_/\\.:=&*")
_DASHES = frozenset("-–‑")
_JOINTS = _DASHES | frozenset("/:,.")
_NOUNS = ("NN", "CD", "JJ", "VBN", "VBG")


def is_quantity(text: Tagged, found: Quantity) -> bool:
    """Whether a number that was read counts or measures something."""
    return not (
        _is_glued(text, found)
        or _is_name(text, found)
        or _is_age(text, found)
        or _is_score(text, found)
        or _is_resolution(text, found)
        or (found.spelled and text.words.form(found.last) == "figures")
        or _is_year_or_list(text, found)
        or _is_adjective(text, found)
        or (found.spelled and _is_known(text, found))
        or (text.words.forms[found.first] == "one" and _is_pronoun(text, found))
    )


def _is_glued(text: Tagged, found: Quantity) -> bool:
    """F-16, 555-2014, #3, file_2, a score of 3-2, a note's mark "[27]"."""
    words, i = text.words, found.first
    if words.form(i - 1) == "[" and words.form(found.last) == "]" and not found.spelled:
        return True
    signed = found.unit is not None and found.unit.at < found.first
    if not signed and words.glued(i):
        before, farther = words.form(i - 1), words.form(i - 2)
        listed = before == "," and farther[:1].isdigit()  # "1,2,3"
        if listed or before in _GLUE or before.isalnum():
            return True
        if before in _DASHES and words.glued(i - 1) and i > 1 and farther not in ("(", "[", '"'):
            return True
    last = found.last
    dashed = any(words.forms[j] in _DASHES and words.glued(j) for j in range(i, last))
    if dashed and not found.spelled and found.unit is None and not _counts(text, last):
        return True
    if words.form(last) in _JOINTS and words.glued(last) and last + 1 < len(words):
        return words.glued(last + 1) and words.forms[last + 1][0].isdigit()
    letters = words.form(last).isalpha() and last < len(words) and words.glued(last)
    return letters and found.unit is None and not found.spelled


def _is_name(text: Tagged, found: Quantity) -> bool:
    """Resolution 2254, Highway 1, Group of Seven, 12 Harbour Street, France 24."""
    words, i = text.words, found.first
    if found.unit is not None or found.qualified:
        return False
    before = words.form(i - 1) if i and not words.fresh[i] else ""
    if before == "." and words.glued(i - 1):
        before = words.form(i - 2)
    if before in _NUMBERED and (text.words.capital[i - 1] or not _counts(text, found.last)):
        return True
    if before == "of" and words.form(i - 2) in ("group", "gang") and words.capital[i - 2]:
        return True
    for j in range(found.last, min(found.last + 4, len(words))):
        if words.forms[j] in _STREETS and words.capital[j]:
            return text.tag(found.last).startswith("NNP")
        if not words.capital[j]:
            break
    inside = found.spelled and words.capital[i] and not words.opens[i]
    if inside and text.tag(found.last).startswith("NNP"):
        return True
    named = text.tag(i - 1) in ("NNP", "NNPS") and i > 0 and not words.fresh[i]
    return named and words.capital[i - 1] and not found.spelled and not _counts(text, found.last)


def _counts(text: Tagged, i: int) -> bool:
    """Whether what follows can be counted: a noun in the plural, or what leads up to one."""
    for j in range(i, min(i + 4, len(text.words))):
        if text.words.fresh[j]:
            return False
        tag = text.tag(j)
        if tag in ("NNS", "NNPS"):
            return True
        if not tag.startswith(_NOUNS):
            return False
    return False


def _is_age(text: Tagged, found: Quantity) -> bool:
    """Aged 65; 65 years old; a 12-year-old; "Kolar, 65, said"."""
    words, i, end = text.words, found.first, found.end
    j = text.past(
        found.start - 1,
        lambda k: words.forms[k] in ("and", ",") or text.pos[k] == "CD",
        step=-1,
    )
    if words.form(j) in ("aged", "ages", "age") and text.together(j, i):
        return True
    if words.form(end) in ("old", "olds") or words.form(end + 1) in ("old", "olds"):
        return found.unit is not None and found.unit.name in ("year", "month", "week", "day")
    after = (words.form(found.last), words.form(found.last + 1))
    if after[0] in ("and", "or") and after[1] in ("older", "younger") and found.unit is None:
        return True
    value = found.low
    young = isinstance(value, int) and value < 120 and found.low == found.high
    if young and found.unit is None and not found.qualified and _tells_age(text, found):
        return True
    alone = found.unit is None and not found.approximate and words.form(end) in (",", ".", ";", ")")
    named = words.form(i - 1) in (",", "(") and text.tag(i - 2) in ("NNP", "NNPS", "NN")
    return young and alone and named and not found.spelled


def _tells_age(text: Tagged, found: Quantity) -> bool:
    """ "She is 45 and lives in Osk", "he had turned 30", "left school at 16", "dies at 77"."""
    words, i = text.words, found.first
    verb = text.past(i - 1, lambda k: words.forms[k] in ("only", "just", "then"), step=-1)
    before, subject = words.form(verb), words.form(verb - 1)
    tag = text.tag(found.last) if not words.fresh[min(found.last, len(words) - 1)] else ""
    if tag.startswith(("NN", "JJ", "VB")) or not text.together(verb, i):
        return False
    if before in ("turned", "turns", "turning"):
        return True
    if before == "at":
        return subject in ("dies", "died", "school", "married")
    person = subject in ("he", "she", "who", "i")
    return before in ("is", "was") and (person or words.form(found.last) == "when")


def _is_resolution(text: Tagged, found: Quantity) -> bool:
    """ "In 4K": how finely a screen shows, no thousands."""
    value = found.high if found.low is None else found.low
    capital = text.words.written[found.last - 1] == "K"
    return capital and found.unit is None and value is not None and value <= _FINEST


def _is_score(text: Tagged, found: Quantity) -> bool:
    """ "Passed 51 to 49": two numbers on either side of "to", the larger first."""
    words = text.words
    if found.unit is not None or found.qualified or found.part or found.low is None:
        return False
    if words.form(found.last) == "to" and words.form(found.first - 1) not in ("from", "by"):
        other = numeral_at(words, found.last + 1) if found.last + 1 < len(words) else None
        bare = other is not None and not text.tag(other.end).startswith(("NN", "JJ"))
        return bare and other is not None and other.value < found.low and other.scale == 1
    if words.form(found.first - 1) != "to" or text.tag(found.first - 2) != "CD":
        return False
    before = numeral_at(words, found.first - 2)
    far = words.form(found.first - 3)
    return before is not None and before.value > found.low and far not in ("from", "by")


def _is_year_or_list(text: Tagged, found: Quantity) -> bool:
    words, i = text.words, found.first
    if found.unit is not None:
        return False
    form = words.forms[i]
    if words.form(found.last) in _ZONES and words.written[found.last].isupper():
        return True  # "2359 BST"
    rows = (words.form(i - 1)[:1], words.form(found.end)[:1])
    if not found.spelled and any(mark.isdigit() for mark in rows) and not words.fresh[i]:
        return True  # "+49 30 123456"
    if len(form) == 4 and form.isdecimal() and 1900 <= int(form) <= 2050 and found.last == i + 1:
        return not _counts(text, found.last)
    if len(form) > _LONGEST and form.isdecimal():
        return True
    mark = words.form(i + 1) if i + 1 < len(words) and words.glued(i + 1) else ""
    closed = mark == ")" and "(" not in words.forms[max(0, i - _OPEN) : i]
    return not found.spelled and (closed or (mark == "." and words.fresh[i]))


def _is_adjective(text: Tagged, found: Quantity) -> bool:
    """ "One-time", "two-pronged", "single-digit"."""
    words, i = text.words, found.last
    if words.form(i) != "-" or not words.glued(i) or found.unit or found.end > i:
        return False
    after = words.form(i + 1)
    return after.endswith("ed") or after in _COMPOUNDS or after.startswith("figure")


def _is_known(text: Tagged, found: Quantity) -> bool:
    """ "The two countries", "these four": a definite phrase reports no number, nor does "zero"."""
    if found.unit is not None or found.qualified or found.part:
        return False
    value, words = found.low, text.words
    if value == 0:
        return not _counts(text, found.last)
    small = isinstance(value, int) and value <= 10
    before = words.form(found.first - 1)
    if words.form(found.first - 2) == "of" and _ends_share(text, found.first - 3):
        return False
    if not small or words.fresh[found.first]:
        return False
    if before == "of" and _is_definite_body(text, found):
        return True
    return before in _DEFINITE and not (before == "the" and _is_restricted(text, found.last))


def _is_definite_body(text: Tagged, found: Quantity) -> bool:
    """ "The coalition of four", "the family of five": which one, not how many."""
    i = text.past(found.first - 2, lambda k: text.pos[k].startswith(("NN", "JJ")), step=-1)
    named = i < found.first - 2 and text.words.form(i) in ("the", "this", "that")
    return named and text.together(i, found.last - 1) and not _counts(text, found.last)


def _is_restricted(text: Tagged, i: int) -> bool:
    """ "The five living species", "the two men killed": a phrase that first tells how many.

    "The two countries" only points back to them.
    """
    end = text.past(i, lambda k: text.pos[k] in ("NN", "JJ", "JJS", "VBN", "VBG", "NNP"))
    if text.tag(end) not in ("NNS", "NNPS") or not text.together(i, end):
        return False
    after = text.words.form(end + 1)
    return end > i or after in ("who", "killed", "arrested", "injured", "wounded", "missing")


def _ends_share(text: Tagged, i: int) -> bool:
    """ "Two of the six gates", "half of the ten": the whole of which a share is told."""
    return text.tag(i) == "CD" or text.words.form(i) in ("half", "third", "thirds", "quarter")


def _is_pronoun(text: Tagged, found: Quantity) -> bool:
    """ "One of them", "no one", "one must": only a counted "one" is a quantity."""
    words, i = text.words, found.first
    if found.last != i + 1 or found.unit is not None or found.part:
        return False
    following = words.form(i + 1)
    if following == "of" and (found.low == found.high or words.form(i - 1) == "beyond"):
        return True
    if found.qualified:
        return False
    if words.form(i - 1) in ("no", "each", "every", "any", "this", "that", "the", "another", "by"):
        return True
    nearest = text.tag(i + 1)
    return following in _NOT_COUNTED_ONE or not nearest.startswith(("NN", "JJ", "VBN"))


class Covered:
    """The parts of a text that other stages have claimed: dates, names."""

    def __init__(self, times: Sequence[TimeExpression], mentions: Sequence[Mention]) -> None:
        self._times = [t for t in times if t.type != "duration"]
        self._starts = [t.span.start for t in self._times]
        self._mentions = sorted(m.span for m in mentions)
        self._mention_starts = [span.start for span in self._mentions]

    def by_time(self, offset: int) -> bool:
        """Whether a date, a time of day or a set stands at `offset`."""
        k = bisect_right(self._starts, offset) - 1
        return k >= 0 and offset < self._times[k].span.end

    def inside_name(self, offset: int) -> bool:
        """Whether a name that began earlier goes on at `offset`."""
        k = bisect_right(self._mention_starts, offset) - 1
        return k >= 0 and self._mentions[k].start < offset < self._mentions[k].end
