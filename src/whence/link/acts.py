"""One act of two sides, as each of them tells it: "A sells to B", "B buys from A"."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from whence.link.clauses import Word
from whence.link.said import Said
from whence.link.words import stem


@cache
def _sides() -> Mapping[str, frozenset[tuple[int, int]]]:
    """From a verb's stem to the acts that it names, each as its number and its side."""
    text = files("whence.link").joinpath("data", "acts.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found: dict[str, set[tuple[int, int]]] = {}
    for number, line in enumerate(lines):
        for side, verbs in enumerate(line.split("|")):
            for verb in verbs.split():
                found.setdefault(stem(verb), set()).add((number, side))
    return {verb: frozenset(acts) for verb, acts in found.items()}


def one_act(one: Said, other: Said) -> frozenset[str]:
    """The stems of the verbs by which both tell of one act between the two of them, or none.

    Each has to name the other, none may be negated, and what is given or done must be the same:
    they share a word besides the verbs and the two names.
    """
    if one.voice is None or other.voice is None or one.voice == other.voice:
        return frozenset()
    if other.voice not in one.things or one.voice not in other.things:
        return frozenset()
    verbs = {
        verb.stem
        for ours in _verbs(one)
        for theirs in _verbs(other)
        if _meet(ours.stem, theirs.stem)
        for verb in (ours, theirs)
    }
    names = {*one.things, *other.things}
    return frozenset(verbs) if (one.stems & other.stems) - verbs - names else frozenset()


def _verbs(said: Said) -> Iterator[Word]:
    return (word for word in said.words if word.stem in _sides() and not word.negated)


def _meet(ours: str, theirs: str) -> bool:
    """Whether two verbs are the two sides of one act."""
    return any((number, 1 - side) in _sides()[theirs] for number, side in _sides()[ours])
