"""The attributions that one role for each word leaves out: the inner of two, or the outer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whence.annotate.nested.grammar import (
    Found,
    according_at,
    attribution_at,
    reproach_at,
    subject_before,
)
from whence.annotate.quotes import Quotations
from whence.annotate.stance import is_saying
from whence.annotate.words import Words
from whence.model import Attribution, Span

#: How often an attribution found by grammar was right where the one around it was; docs/quality.md.
_RIGHT = 0.85
_PARTING = frozenset({"but", "and", "while", "although", "though", "yet", "according", "adding"})
_MARKS = frozenset({",", ".", ":", "``", "''", "-LRB-", "-RRB-"})
_LEAST = 3
#: Words at the beginning of what was found in which more is sought: there a clause begins that did
#: not begin before. Whatever stands further in was found with it.
_OPENING = 24
#: Contents found by grammar that may lie around one word. More is no prose, and as each is looked
#: through and read by the model, "he said that he said that …" would cost the cube of its length.
_AROUND = 4


@dataclass(frozen=True, slots=True)
class _Roles:
    """Which words are sources or cues, and which stand in a content."""

    speaking: frozenset[int]
    content: frozenset[int]


def with_nested(words: Words, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in reading order with those nested in them and around them.

    What is found inside lies inside the content of the outer one. Its vector is left empty.
    """
    roles = _Roles(
        frozenset(i for one in attributions for i in words.covering((*one.source, *one.cue))),
        frozenset(i for one in attributions for i in words.covering(one.content)),
    )
    quotations = Quotations(words.text, words.passages)
    found = [new for one in attributions for new in _around(words, roles, one)]
    inside = _Inside(words, roles, quotations)
    within = [new for one in attributions for new in inside.of(one)]
    found += within
    found += [new for one in within for new in inside.of(one, _OPENING)]
    if not found:
        return tuple(attributions)
    unique = {(one.source, one.cue): one for one in reversed(found)}
    return tuple(sorted([*attributions, *unique.values()], key=_place))


def _place(one: Attribution) -> tuple[Span, tuple[Span, ...]]:
    return one.extent, one.cue


@dataclass(frozen=True, slots=True)
class _Inside:
    """Finds attributions in contents; linear in the words."""

    words: Words
    roles: _Roles
    quotations: Quotations

    def of(self, one: Attribution, reach: int | None = None) -> Iterator[Attribution]:
        """Those in the content of an attribution, or in its first `reach` words alone."""
        for piece in one.content:
            for low, high in _sentences(self.words, piece):
                yield from self._between(low, high, one.confidence, reach)

    def _between(
        self, low: int, high: int, confidence: float, reach: int | None
    ) -> Iterator[Attribution]:
        ends: list[int] = []
        for at in range(low, high if reach is None else min(high, low + reach)):
            ends = [end for end in ends if end > at]
            if len(ends) >= _AROUND or at in self.roles.speaking:
                continue
            made = self._at(at, low, high)
            new = None if made is None else _made(self.words, made, high, confidence)
            if new is not None:
                ends.append(self.words.at(new.content[-1].end))
                yield new

    def _at(self, at: int, low: int, high: int) -> Found | None:
        found = _found_at(self.words, at, low, high)
        if found is None or not self.roles.speaking.isdisjoint(range(*found.source)):
            return None
        quoted = self.quotations.holds(self.words.starts[at])
        return None if _is_own(self.words, found) and not quoted else found


def _is_own(words: Words, found: Found) -> bool:
    """Whether the subject is a pronoun: outside of marks, mostly the outer speaker's own."""
    return words.pos[found.source[0]] == "PRP"


def _found_at(words: Words, at: int, low: int, high: int) -> Found | None:
    return (
        according_at(words, at, low, high)
        or attribution_at(words, at, low, high)
        or reproach_at(words, at, low, high)
    )


def _sentences(words: Words, piece: Span) -> Iterator[tuple[int, int]]:
    """The words of a piece, sentence by sentence, as `[first, end)`."""
    inside = words.within(piece)
    first = inside.start
    for index in inside:
        if words.sentence[index] != words.sentence[first]:
            yield first, index
            first = index
    if inside:
        yield first, inside.stop


def _made(words: Words, found: Found, high: int, confidence: float) -> Attribution | None:
    end = _end(words, found.content, high) if found.end is None else found.end
    first = found.content
    while end - 1 > first and words.pos[end - 1] in _MARKS and found.end is None:
        if words.pos[end - 1] == "''" and "``" in words.pos[first : end - 1]:
            break
        end -= 1
    if sum(any(char.isalnum() for char in words.forms[i]) for i in range(first, end)) < _LEAST:
        return None
    return Attribution(
        source=(words.span(found.source[0], found.source[1] - 1),),
        cue=(words.span(found.cue[0], found.cue[1] - 1),),
        content=(words.span(first, end - 1),),
        confidence=round(_RIGHT * confidence, 4),
    )


def _end(words: Words, first: int, high: int) -> int:
    """Where a clause ends: before a comma and a conjunction that opens another, or a mark."""
    opened = 0
    for at in range(first, high - 1):
        opened += words.pos[at] == "``"
        if words.pos[at] == "''":
            if not opened:
                return at
            opened -= 1
        if words.pos[at] == "," and words.lower[at + 1] in _PARTING and at - first > _LEAST:
            return at
        if words.lower[at] == "and" and is_saying(words.lower[at + 1]):
            return at
    return high


def _around(words: Words, roles: _Roles, one: Attribution) -> Iterator[Attribution]:
    """The attribution whose verb stands right before an inner one: "he said [the report found …]".

    Only a verb of saying with a subject of its own, none of it in any role.
    """
    speaking = words.covering((*one.source, *one.cue))
    if not one.source or not speaking:
        return
    first = speaking[0]
    at = first - 1
    if at >= 0 and words.lower[at] == "that":
        at -= 1
    sentence = words.sentence_at(words.starts[first])
    if at < 1 or sentence is None or words.starts[at] < sentence.start:
        return
    is_verb = words.pos[at] in {"VBD", "VBZ", "VBP"} and is_saying(words.lower[at])
    low = words.at(sentence.start)
    source = subject_before(words, at, low) if is_verb else None
    taken = roles.speaking | roles.content
    if source is None or not taken.isdisjoint(range(source[0], first)):
        return
    last = words.covering(one.content)
    inside = [index for index in last if words.sentence[index] == words.sentence[first]]
    if not inside or inside[0] < first:
        return
    yield Attribution(
        source=(words.span(source[0], source[1] - 1),),
        cue=(words.tokens[at].span,),
        content=(words.span(at + 1, inside[-1]),),
        confidence=round(_RIGHT * one.confidence, 4),
    )
