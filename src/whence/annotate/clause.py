"""The words around a cue that say how, when, where and to whom something was said."""

from collections.abc import Sequence
from dataclasses import dataclass

from whence.annotate.words import Words
from whence.model import Attribution

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = frozenset(
    {"that", "while", "who", "which", "whom", "whose", "because", "although", "though", "whether"}
)
_ENDS = frozenset({",", ".", ":", "``", "''"})
_QUOTES = frozenset({"``", "''"})
_REACH = 40
_OPENING = 16  # words


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a cue's clause outside of source and content.

    `cue` and `source` are its own words; `after` and `before` what stands around the cue on either
    side, in reading order; `opening` is what opens the sentence before a comma ("On Monday, …");
    `tail` are the words that a preposition joins on right after the content ("… in a statement").
    """

    cue: tuple[int, ...]
    source: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    opening: tuple[int, ...]
    tail: tuple[int, ...] = ()

    @property
    def around(self) -> tuple[int, ...]:
        """The cue with everything around it, in reading order."""
        return tuple(sorted({*self.opening, *self.before, *self.cue, *self.after, *self.tail}))


class Taken:
    """Which attributions each word belongs to, and in which role."""

    def __init__(self, words: Words, attributions: Sequence[Attribution]) -> None:
        self.content: dict[int, frozenset[int]] = {}
        self.speaking: dict[int, set[int]] = {}
        for number, one in enumerate(attributions):
            own = frozenset((number,))
            for index in words.covering(one.content):
                held = self.content.get(index)
                self.content[index] = own if held is None else held | own
            for index in (*words.covering(one.source), *words.covering(one.cue)):
                self.speaking.setdefault(index, set()).add(number)

    def is_other(self, index: int, anchor: int) -> bool:
        """Whether a word has a role that the word `anchor`, of a cue or source, is not inside of.

        A cue inside someone's words has its clause there, among words of that content.
        """
        if index in self.speaking:
            return True
        held = self.content.get(index)
        return held is not None and not held <= self.content.get(anchor, frozenset())


def clause_of(words: Words, taken: Taken, number: int, one: Attribution) -> Clause | None:
    """The clause of an attribution's cue, else of its source; ``None`` where it has neither."""
    cue = tuple(words.covering(one.cue))
    source = tuple(words.covering(one.source))
    if not cue and not source:
        return None
    first = (cue or source)[0]
    after = _after(words, taken, number, (cue or source))
    before = _before(words, taken, number, first)
    tail = _tail(words, taken, first, words.covering(one.content))
    return Clause(cue, source, before, after, _opening(words, taken, first), tail)


def _after(words: Words, taken: Taken, number: int, anchor: Sequence[int]) -> tuple[int, ...]:
    found: list[int] = []
    own = set(anchor)
    sentence = words.sentence[anchor[-1]]
    for index in range(anchor[0] + 1, min(anchor[-1] + _REACH, len(words))):
        if words.sentence[index] != sentence or words.pos[index] in _QUOTES:
            break
        if index in own or number in taken.speaking.get(index, ()):
            continue
        if taken.is_other(index, anchor[0]):
            break
        if words.lower[index] in _STOPS or words.pos[index] in _FINITE:
            break
        found.append(index)
    return tuple(found)


def _tail(words: Words, taken: Taken, first: int, content: Sequence[int]) -> tuple[int, ...]:
    """What follows the content in the cue's sentence: nobody's words, begun by a preposition."""
    if not content or content[-1] < first or words.sentence[content[-1]] != words.sentence[first]:
        return ()
    found: list[int] = []
    for index in range(content[-1] + 1, min(content[-1] + _REACH, len(words))):
        if words.sentence[index] != words.sentence[first] or taken.is_other(index, first):
            break
        if words.pos[index] in _FINITE or words.pos[index] in _ENDS or words.lower[index] in _STOPS:
            break
        if not found and words.pos[index] != "IN":
            return ()
        found.append(index)
    return tuple(found)


def _before(words: Words, taken: Taken, number: int, first: int) -> tuple[int, ...]:
    """The words before the cue; none where another verb or a relative clause stands among them."""
    found: list[int] = []
    for index in range(first - 1, max(-1, first - _REACH), -1):
        if words.sentence[index] != words.sentence[first] or words.pos[index] in _QUOTES:
            break
        if number in taken.speaking.get(index, ()):
            continue
        if taken.is_other(index, first):
            break
        if words.lower[index] in _STOPS or words.pos[index] in _FINITE:
            return ()
        found.append(index)
    return tuple(reversed(found))


def _opening(words: Words, taken: Taken, first: int) -> tuple[int, ...]:
    """The first words of the sentence up to a comma, where they are an adverbial of the whole."""
    sentence = words.sentence_at(words.tokens[first].span.start)
    if sentence is None:
        return ()
    found: list[int] = []
    for index in range(words.at(sentence.start), first):
        if words.pos[index] == ",":
            return tuple(found)
        if taken.is_other(index, first) or len(found) > _OPENING:
            return ()
        if words.pos[index] in _FINITE or (words.pos[index] == "VBG" and found):
            return ()
        found.append(index)
    return ()
