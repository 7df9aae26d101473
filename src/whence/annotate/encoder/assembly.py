"""From tags of words to what a reading holds: tokens, sentences, mentions and role spans."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from whence.annotate.encoder.decode import best_tags, spans, valid_transitions
from whence.annotate.encoder.joining import CUE, RoleSpan, is_participle, quotation
from whence.annotate.encoder.pieces import Words
from whence.annotate.encoder.tags import INSIDE, KINDS, NAME_TAGS, POS_TAGS
from whence.model import EntityKind, Mention, Span, Token
from whence.registers.groups import find_group

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

_KINDS: Final = tuple(EntityKind.OTHER if kind == "misc" else EntityKind(kind) for kind in KINDS)
_MISTAKEN: Final = frozenset({EntityKind.PERSON, EntityKind.PLACE})
_INSIDE: Final = POS_TAGS.index(INSIDE)
_CLOSERS: Final = frozenset("\"'”’)]»,.;:!?…")
_FAINTEST: Final = 1e-3
"""Probabilities less than that count as that, lest a single word say everything."""
_APOSTROPHES: Final = ("'s", "’s")


def span_of(words: Words, low: int, high: int) -> Span:
    """Return the span from the first to the last of the words `[low, high)`."""
    return Span(int(words.starts[low]), int(words.ends[high - 1]))


def tokens(words: Words, scores: Floats) -> tuple[Token, ...]:
    """Return the tokens; words that only continue one ("U" "." "S" ".") are joined to it."""
    begins = scores.copy()
    begins[:, _INSIDE] = -np.inf
    columns = (
        words.starts,
        words.ends,
        words.passage >= 0,
        scores.argmax(1) == _INSIDE,
        begins.argmax(1),
    )
    found: list[tuple[int, int, int]] = []
    last = -1
    for start, end, is_word, goes_on, tag in zip(*(each.tolist() for each in columns), strict=True):
        if goes_on and start == last and is_word:
            found[-1] = (found[-1][0], end, found[-1][2])
        elif is_word:
            found.append((start, end, tag))
        last = end if is_word else -1
    return tuple(Token(Span(start, end), POS_TAGS[tag]) for start, end, tag in found)


def sentence_numbers(words: Words, scores: Floats, text: str) -> Ints:
    """Return each word's sentence number; a passage begins one, a closing mark never does."""
    opens = scores > 0
    for index in np.flatnonzero(opens):
        opens[index] = text[words.starts[index]] not in _CLOSERS or _quote_opens(
            text, int(words.starts[index])
        )
    opens[0] = True
    opens[1:] |= words.passage[1:] != words.passage[:-1]
    return np.asarray(np.cumsum(opens) - 1, dtype=np.int32)


def _quote_opens(text: str, at: int) -> bool:
    """Say whether a straight quotation mark stands before a word and after white space."""
    before = at == 0 or text[at - 1].isspace()
    after = at + 1 < len(text) and not text[at + 1].isspace()
    return text[at] in "\"'" and before and after


def sentences(words: Words, numbers: Ints) -> tuple[Span, ...]:
    """Return the sentences' spans."""
    edges = [0, *(np.flatnonzero(np.diff(numbers)) + 1).tolist(), len(words)]
    return tuple(
        span_of(words, low, high) for low, high in pairwise(edges) if words.passage[low] >= 0
    )


def mentions(words: Words, scores: Floats, text: str) -> tuple[Mention, ...]:
    """Return the names; the confidence is the mean probability of their tags."""
    tags = best_tags(scores, words.passage, _VALID_NAMES)
    chances = softmax(scores)
    found = []
    for low, high, kind in spans(tags):
        span = _trimmed(text, span_of(words, low, high))
        if span is not None:
            # B and I of one kind: where a name begins is another question than what it is.
            both = chances[low:high, 2 * kind + 1] + chances[low:high, 2 * kind + 2]
            known = _known(_KINDS[kind], span.of(text))
            found.append(Mention(span, known, round(float(both.mean()), 4)))
    return tuple(found)


def _known(kind: EntityKind, name: str) -> EntityKind:
    """Return what a name is: a group known by that name alone is no place and no person.

    In some 200 articles the model had 41 such for places or persons ("the U.N."), all groups.
    """
    if kind in _MISTAKEN and find_group(name) is not None:
        return EntityKind.ORGANISATION
    return kind


_VALID_NAMES = valid_transitions(len(NAME_TAGS))


def _trimmed(text: str, span: Span) -> Span | None:
    """Return a name without the possessive at its end; None where no letter or digit is in it."""
    name = text[span.start : span.end]
    if len(name) > 2 and name.endswith(_APOSTROPHES):
        span, name = Span(span.start, span.end - 2), name[:-2]
    return span if any(letter.isalnum() for letter in name) else None


def role_spans(
    words: Words, tags: Ints, chances: Floats, numbers: Ints, text: str
) -> Sequence[RoleSpan]:
    """Return the spans of source, cue and content in reading order, with their probabilities."""
    best = chances.max(1)
    found = []
    for low, high, role in spans(tags):
        begin = 2 * role + 1
        span = span_of(words, low, high)
        quoted, unclosed = quotation(text[span.start : span.end])
        own = chances[low:high, begin + 1].copy()
        own[0] = chances[low, begin]
        beyond = chances[high, begin + 1] if high < len(words) else 0.0
        opens = int(np.searchsorted(numbers, numbers[low], side="left"))
        closes, last = np.searchsorted(numbers, numbers[[low, high - 1]], side="right").tolist()
        found.append(
            RoleSpan(
                role,
                low,
                high,
                int(words.passage[low]),
                int(numbers[low]),
                int(numbers[high - 1]),
                quoted,
                unclosed,
                participle=role == CUE and is_participle(text[span.start : span.end]),
                least=min(float(own.min()), 1.0 - float(beyond)),
                likely=float(np.log(np.maximum(own, _FAINTEST)).sum()),
                around=float(best[opens:closes].min()),
                written=written(words, low, high, text),
                after=written(words, high, last, text),
            )
        )
    return found


def written(words: Words, low: int, high: int, text: str) -> int:
    """Return how many of the words `[low, high)` are of letters or digits."""
    return sum(text[at].isalnum() for at in words.starts[low:high].tolist() if at < len(text))


def softmax(scores: Floats) -> Floats:
    """Return probabilities along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)
