"""Numbers: other ones, bounds that hold or not, and other ways to write them."""

from __future__ import annotations

import random
from collections.abc import Iterator

from train.entail.changes.clauses import Clause
from train.entail.changes.polarity import Change

_NAMES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_WORDS = _NAMES.split()
_BOUNDS = ("at least", "no fewer than"), ("at most", "no more than")
_ABOUT = {
    "only",
    "about",
    "around",
    "nearly",
    "almost",
    "over",
    "than",
    "least",
    "most",
    "roughly",
    "some",
}


def figures(clause: Clause, draw: random.Random) -> Iterator[Change]:
    """Yield changes of each number of things that the clause counts."""
    if any(clause.form(index).lower() == "only" for index in range(len(clause.words))):
        return
    for index, word in enumerate(clause.words):
        value = number(clause.form(index))
        counts = word.tag == "CD" and word.name in ("NUMBER", "PERCENT", "DURATION", "O")
        if value is None or not counts or word.relation != "nummod" or not 1 < value < 10**7:
            continue
        if index and clause.form(index - 1).lower().strip("$£€") in (*_ABOUT, "$", ""):
            continue
        yield from _changes(clause, index, value, draw)


def number(form: str) -> int | None:
    """Return the value of a whole number in digits or words up to twenty."""
    if form.lower() in _WORDS:
        return _WORDS.index(form.lower())
    digits = form.replace(",", "")
    return int(digits) if digits.isdecimal() and digits.isascii() else None


def _changes(clause: Clause, index: int, value: int, draw: random.Random) -> Iterator[Change]:
    def put(new: str) -> str:
        return clause.replaced(index, index + 1, new)

    form = clause.form(index)
    words = form.isalpha()
    other = another(value, draw)
    less, more = sorted((value, other)) if other != value else (value - 1, value)
    yield clause.text, put(write(other, words=words)), "contradiction"
    low, high = draw.choice(_BOUNDS[0]), draw.choice(_BOUNDS[1])
    said = write(value, words=words)
    yield clause.text, put(f"{low} {said}"), "entailment"
    yield put(f"{low} {said}"), clause.text, "neutral"
    # A bound below what is known holds, and one above it is ruled out.
    yield put(write(more, words=words)), put(f"{low} {write(less, words=words)}"), "entailment"
    yield put(write(less, words=words)), put(f"{low} {write(more, words=words)}"), "contradiction"
    yield put(f"{low} {write(less, words=words)}"), put(write(more, words=words)), "neutral"
    yield put(f"{low} {write(more, words=words)}"), put(write(less, words=words)), "contradiction"
    yield put(f"{high} {write(less, words=words)}"), put(write(more, words=words)), "contradiction"
    yield put(f"more than {write(less, words=words)}"), put(write(more, words=words)), "neutral"
    if value <= 20:
        yield clause.text, put(write(value, words=not words)), "entailment"


def another(value: int, draw: random.Random) -> int:
    """Return another number of about the same size, as a misprint or a later count would be."""
    choices = {
        value + 1,
        value + 2,
        value - 1,
        value * 2,
        value * 3,
        value // 2,
        value + value // 4,
    }
    choices |= {value + 10 ** (len(str(value)) - 1), value * 10}
    return draw.choice(sorted(each for each in choices if each > 1 and each != value))


def write(value: int, *, words: bool) -> str:
    """Return a number in words, as far as these go, or in digits."""
    return _WORDS[value] if words and value < len(_WORDS) else f"{value:,}"
