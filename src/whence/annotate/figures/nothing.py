"""Reports that there was none: "no casualties", "nobody was hurt"."""

from whence.annotate.figures.quantity import Quantity
from whence.annotate.figures.tagged import Tagged
from whence.annotate.numerals import word_list

_NOUNS = frozenset(
    word_list(
        "casualties deaths injuries fatalities victims survivors arrests losses wounded injured "
        "dead casualty death injury fatality"
    )
)
_BEFALLEN = frozenset(
    word_list("killed hurt injured wounded harmed arrested detained died missing")
)
_ADJECTIVES = 3


def nothing_at(text: Tagged, i: int) -> tuple[Quantity, str, int] | None:
    """The zero that begins with word `i`, what there is none of, and the index after it."""
    form = text.words.forms[i]
    if form == "nobody":
        return _nobody(text, i, i + 1)
    if form != "no":
        return None
    return _nobody(text, i, i + 2) if text.words.form(i + 1) == "one" else _no_noun(text, i)


def _no_noun(text: Tagged, i: int) -> tuple[Quantity, str, int] | None:
    words = text.words
    for j in range(i + 1, min(i + 2 + _ADJECTIVES, len(words))):
        if words.fresh[j]:
            break
        if words.forms[j] in _NOUNS:
            return _zero(i, i + 1), " ".join(words.written[i + 1 : j + 1]), j + 1
        if not text.tag(j).startswith(("JJ", "NN")):
            break
    return None


def _nobody(text: Tagged, i: int, end: int) -> tuple[Quantity, str, int] | None:
    words = text.words
    j = text.past(end, lambda k: words.forms[k] in ("was", "were", "had", "has", "been", "is"))
    if words.form(j) not in _BEFALLEN or not text.together(i, j):
        return None
    return _zero(i, end), f"people {words.form(j)}", j + 1


def _zero(start: int, end: int) -> Quantity:
    return Quantity(start, start, end, end, 0, 0, spelled=True)
