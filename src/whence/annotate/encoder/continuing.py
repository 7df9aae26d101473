"""Quotations that go on in the next paragraph.

By the custom of print, a quotation that goes on has no closing mark at the paragraph's end and
opens anew in the next paragraph. Where the text shows so and the model has marked nothing there,
the words are taken as content; to whom they belong is what `joining` says.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from whence.annotate.encoder.joining import CONTENT, RoleSpan
from whence.annotate.encoder.pieces import Words

_OPENS: Final = frozenset('“"')
_CLOSES: Final = frozenset('”"')
_AFTER: Final = frozenset(".,;:!?…")

SURE: Final = 0.6
"""How sure a span is that the custom shows and the model has not marked."""


def carry_on(
    spans: Sequence[RoleSpan], words: Words, numbers: NDArray[np.int32], text: str
) -> list[RoleSpan]:
    """Return the spans, in reading order, with those in which a quotation goes on.

    `numbers` has the number of each word's sentence.
    """
    by_passage: dict[int, list[RoleSpan]] = {}
    for span in spans:
        by_passage.setdefault(span.passage, []).append(span)
    found: list[RoleSpan] = []
    goes_on = False
    for low, high in _passages(words):
        here = by_passage.get(int(words.passage[low]), [])
        if goes_on and text[words.starts[low]] in _OPENS:
            end, closed = _quoted_run(words, low, high, text)
            if not any(span.low < end for span in here):
                here = [_content(words, low, end, numbers, unclosed=not closed), *here]
        found += here
        goes_on = bool(here) and _left_open(here[-1], words, high, text)
    return found


def _content(
    words: Words, low: int, end: int, numbers: NDArray[np.int32], *, unclosed: bool
) -> RoleSpan:
    return RoleSpan(
        CONTENT,
        low,
        end,
        passage=int(words.passage[low]),
        sentence=int(numbers[low]),
        last_sentence=int(numbers[end - 1]),
        quoted=True,
        unclosed=unclosed,
        least=SURE,
        likely=math.log(SURE),
        written=end - low,
    )


def _passages(words: Words) -> Iterator[tuple[int, int]]:
    """Yield the range of words of each passage."""
    edges = [0, *(np.flatnonzero(np.diff(words.passage)) + 1).tolist(), len(words)]
    for index, low in enumerate(edges[:-1]):
        if words.passage[low] >= 0:
            yield low, edges[index + 1]


def _quoted_run(words: Words, low: int, high: int, text: str) -> tuple[int, bool]:
    """Return the word after the quotation that opens at `low`, and whether it is closed there."""
    for index in range(low + 1, high):
        if text[words.starts[index]] in _CLOSES:
            return index + 1, True
    return high, False


def _left_open(span: RoleSpan, words: Words, high: int, text: str) -> bool:
    """Say whether a content reaches the end of its passage, which ends at `high`, unclosed."""
    if span.role != CONTENT or not span.unclosed:
        return False
    return all(text[words.starts[index]] in _AFTER for index in range(span.high, high))
