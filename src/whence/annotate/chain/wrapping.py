"""Statements wrapped in a carrier's: "the ministry said …, the Post reported"."""

from collections.abc import Sequence

from whence.annotate.chain.links import carrier_of
from whence.annotate.stance import is_saying
from whence.annotate.words import Words
from whence.model import Attribution, Name, Span

_SOURCE_TAGS = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "POS", "PRP$", "PRP", "IN", "CC", "CD", ",", "VBN"}
)
#: The longest source that is looked for at the start of a carrier's content, in words.
_LONGEST = 14


def unwrap(
    words: Words, attributions: Sequence[Attribution]
) -> tuple[tuple[Attribution, ...], dict[int, tuple[Name, ...]]]:
    """The attributions, with those opened up whose source is an outlet and content another's word.

    The second part maps the number of each opened attribution to the outlet it came through.
    """
    opened: list[Attribution] = []
    carriers: dict[int, tuple[Name, ...]] = {}
    sources = {index for one in attributions for index in words.covering(one.source)}
    for number, one in enumerate(attributions):
        carrier = carrier_of(words, one)
        inner = _inner(words, one) if carrier is not None else None
        if inner is not None and sources.intersection(words.covering(inner.source)):
            inner = None  # its own attribution was read: `merge_carried` puts the two together
        if carrier is not None and inner is not None:
            carriers[number] = (carrier,)
        opened.append(inner or one)
    return tuple(opened), carriers


def _inner(words: Words, one: Attribution) -> Attribution | None:
    """The attribution at the start of a content: a noun phrase, a verb of saying, what was said."""
    indices = words.covering(one.content)
    noun = False
    for place, index in enumerate(indices[: _LONGEST + 1]):
        tag = words.pos[index]
        if words.lower[index] == "that" and place == 0:
            continue
        if noun and tag in {"VBD", "VBZ"} and is_saying(words.lower[index]):
            return _opened(words, one, indices, place)
        if tag not in _SOURCE_TAGS:
            return None
        noun = noun or tag in {"NN", "NNS", "NNP", "NNPS", "PRP"}
    return None


def _opened(words: Words, one: Attribution, indices: list[int], verb: int) -> Attribution | None:
    first = 1 if words.lower[indices[0]] == "that" else 0
    end = verb + 1
    limit = min(len(indices), verb + 10)
    that = next((n for n in range(verb + 1, limit) if words.lower[indices[n]] == "that"), None)
    if that is not None:
        end = that
    elif verb + 1 >= len(indices):
        return None
    said = indices[end:]
    if len(said) < 2:
        return None
    content = _pieces(words, one, said)
    return Attribution(
        source=(words.span(indices[first], indices[verb - 1]),),
        cue=(words.span(indices[verb], indices[end - 1]),),
        content=content,
        confidence=one.confidence,
        vector=one.vector,
    )


def _pieces(words: Words, one: Attribution, said: list[int]) -> tuple[Span, ...]:
    """The content's pieces from the first word of what was said on."""
    start = words.tokens[said[0]].span.start
    return tuple(
        Span(max(piece.start, start), piece.end) for piece in one.content if piece.end > start
    )
