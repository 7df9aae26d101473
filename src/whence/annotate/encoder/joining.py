"""From spans of source, cue and content to attributions.

A cue is the heart of an attribution: it takes at most one source, and every content goes to one
cue. How likely two spans belong together is read from a table of what stands between them, counted
on the training data by `train/tables.py`. What belongs to no cue is not said by anyone, and is
dropped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

SOURCE, CUE, CONTENT = 0, 1, 2
"""Roles, in the order of `tags.ROLES`."""

REACH: Final = 12
"""Spans on either side of a cue among which its source and contents are sought."""

CONTINUED: Final = 0.8
"""The chance that a quotation that goes on in the next passage is joined rightly."""

_Keys = Mapping[int, Sequence[tuple[int, str]]]
_LETTERS = "sck"
_OPENING, _CLOSING, _BOTH = "“„«", "”»", '"'
APOSTROPHES: Final = "''"
"""Two of them are a mark of quotation in archives and transcripts."""


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A span of words with one role, where it stands, and how sure the model is of it.

    `sentence` and `last_sentence` count sentences, `passage` passages. `unclosed` says that a
    quotation which begins in the span does not end in it; `quoted` that the span begins with a mark
    of quotation; `participle` that it is a cue such as "adding", whose subject is that of another
    verb; `item` that it is an item of a list that the cue before it announces. `least` is the
    probability of its least sure tag or edge, `likely` the sum of the logarithms of its tags'
    probabilities, `around` that of the least sure word, in a role or in none, of the sentence in
    which it begins. `written` counts its words of letters or digits, `after` those that stand
    between its end and its sentence's.
    """

    role: int
    low: int
    high: int
    passage: int
    sentence: int
    last_sentence: int
    quoted: bool
    unclosed: bool
    participle: bool = False
    item: bool = False
    least: float = 1.0
    likely: float = 0.0
    around: float = 1.0
    written: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Joined:
    """An attribution as indices into the sequence of spans, with the chances of its joints."""

    cue: int
    source: int | None
    contents: tuple[int, ...]
    source_chance: float
    content_chance: float


def join(spans: Sequence[RoleSpan], table: Mapping[str, float]) -> list[Joined]:
    """Join spans, in reading order, into attributions in the order of their cues.

    A cue without content is left out, and so is a content without a cue. Linear in the spans.
    """
    keys = _pair_keys(spans)
    contents = _contents(spans, keys, table)
    sources: dict[int, list[tuple[int, float]]] = {}
    for index, span in enumerate(spans):
        if span.role == SOURCE:
            for cue, key in keys.get(index, ()):
                sources.setdefault(cue, []).append((index, chance(key, table)))
    found = []
    for index, span in enumerate(spans):
        if span.role != CUE or index not in contents:
            continue
        source, sure = max(sources.get(index, ()), key=lambda pair: pair[1], default=(None, 0.0))
        if sure < 0.5:
            source, sure = None, 1.0 - sure
        mine = contents[index]
        found.append(
            Joined(index, source, tuple(i for i, _ in mine), sure, min(p for _, p in mine))
        )
    return found


def _contents(
    spans: Sequence[RoleSpan], keys: _Keys, table: Mapping[str, float]
) -> dict[int, list[tuple[int, float]]]:
    """Return, for each cue, its contents and how sure each is."""
    contents: dict[int, list[tuple[int, float]]] = {}
    before: tuple[int, float] | None = None
    announcing = 0
    for index, span in enumerate(spans):
        if span.role != CONTENT:
            before = None
            announcing = index if span.role == CUE else announcing
            continue
        best = _best(index, keys.get(index, ()), table)
        if span.item:
            best = (announcing, CONTINUED)
        elif before is not None and _continues(spans[index - 1], span):
            # The custom of print says whose words these are better than any distance does.
            best = (before[0], min(before[1], CONTINUED))
        if best is not None:
            contents.setdefault(best[0], []).append((index, best[1]))
        before = best
    return contents


def _best(
    index: int, pairs: Sequence[tuple[int, str]], table: Mapping[str, float]
) -> tuple[int, float] | None:
    ranked = [(chance(key, table), -abs(cue - index), cue) for cue, key in pairs]
    if not ranked:
        return None
    sure, _, cue = max(ranked)
    return (cue, sure) if sure >= 0.25 else None


def chance(key: str, table: Mapping[str, float]) -> float:
    """Return how often spans in this relation belong together; backs off to coarser relations."""
    for shorter in backoff(key):
        if shorter in table:
            return table[shorter]
    return 0.0


def backoff(key: str) -> tuple[str, ...]:
    """Return the key and its coarser forms: without the flag, with less of what is between."""
    role, side, apart, _, between = key.split("|")
    return (
        key,
        f"{role}|{side}|{apart}|*|{between}",
        f"{role}|{side}|{apart}|*|{between[:2]}~",
        f"{role}|{side}|{apart}|*|*",
    )


def _pair_keys(spans: Sequence[RoleSpan]) -> dict[int, list[tuple[int, str]]]:
    """Return, for each source and content, the cues within reach and the key of the relation."""
    found: dict[int, list[tuple[int, str]]] = {}
    for cue, span in enumerate(spans):
        if span.role != CUE:
            continue
        for index in range(max(0, cue - REACH), min(len(spans), cue + REACH + 1)):
            if spans[index].role != CUE:
                key = pair_key(spans, index, cue)
                if key:
                    found.setdefault(index, []).append((cue, key))
    return found


def pair_key(spans: Sequence[RoleSpan], index: int, cue: int) -> str:
    """Return the key of the relation of a source or content to a cue, "" if too far apart."""
    span, anchor = spans[index], spans[cue]
    low, high = min(index, cue), max(index, cue)
    passages = abs(span.passage - anchor.passage)
    if passages > 6:
        return ""
    between = "".join(_LETTERS[each.role] for each in spans[low + 1 : high])
    if index < cue:
        between = between[::-1]
        sentences = anchor.sentence - span.last_sentence
    else:
        sentences = span.sentence - anchor.sentence
    apart = f"p{min(passages, 2)}" if passages else f"s{min(max(sentences, 0), 2)}"
    flag = "g" if anchor.participle else "-"
    if span.role == CONTENT:
        flag = "q" if span.quoted else "-"
        if index and index > cue and _continues(spans[index - 1], span):
            flag = "+"
    role = _LETTERS[span.role]
    side = "<" if index < cue else ">"
    return f"{role}|{side}|{apart}|{flag}|{between[:6]}"


def _continues(before: RoleSpan, span: RoleSpan) -> bool:
    """Say whether a quotation goes on: the last one was not closed, and this one opens anew."""
    apart = span.passage != before.passage
    return apart and before.role == CONTENT and before.unclosed and span.quoted


def is_participle(cue: str) -> bool:
    """Say whether the text of a cue begins with a present participle."""
    words = cue.split(maxsplit=1)
    return bool(words) and words[0].lower().endswith("ing")


def quotation(text: str) -> tuple[bool, bool]:
    """Return whether a text begins with a mark of quotation, and whether it leaves one open."""
    quoted = text.lstrip().startswith((*_OPENING, *_CLOSING, _BOTH, "'", "‘"))
    opened = sum(text.count(mark) for mark in _OPENING)
    closed = sum(text.count(mark) for mark in _CLOSING)
    odd = text.count(_BOTH) % 2 == 1 or text.count(APOSTROPHES) % 2 == 1
    return quoted, opened > closed or odd
