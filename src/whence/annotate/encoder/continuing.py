"""Contents that go on: quotations to their mark and in the next paragraph, and lists.

A quotation that opens in a content is one content to its closing mark, whatever the model makes of
the words between: who speaks within it speaks nested in it. By the custom of print, a quotation
that goes on has no closing mark at the paragraph's end and opens anew in the next paragraph. Where
the text shows so and the model has marked nothing there, the words are taken as content; to whom
they belong is what `joining` says. So are the items of a list that a cue and a colon announce.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from whence.annotate.encoder.assembly import written
from whence.annotate.encoder.joining import APOSTROPHES, CONTENT, CUE, RoleSpan
from whence.annotate.encoder.pieces import Words

_OPENS: Final = frozenset('“"')
_CLOSES: Final = frozenset('”"')
_ITEM: Final = re.compile(r"(?:[-–—•*·▪◦‣●]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_AFTER: Final = frozenset(".,;:!?…")

SURE: Final = 0.6
"""How sure a span is that the custom shows and the model has not marked."""
SURE_ITEM: Final = 0.95
"""How sure an item of a list is; a guess, as no data set with lists was there to measure by."""


def carry_on(
    spans: Sequence[RoleSpan], words: Words, numbers: NDArray[np.int32], text: str
) -> list[RoleSpan]:
    """Return the spans, in reading order, with those in which a quotation or a list goes on.

    `numbers` has the number of each word's sentence.
    """
    by_passage: dict[int, list[RoleSpan]] = {}
    for span in to_closing_marks(spans, words, numbers, text):
        by_passage.setdefault(span.passage, []).append(span)
    found: list[RoleSpan] = []
    goes_on = announced = False
    for low, high in _passages(words):
        here = by_passage.get(int(words.passage[low]), [])
        if goes_on and text[words.starts[low]] in _OPENS:
            end, closed = _quoted_run(words, low, high, text)
            if not any(span.low < end for span in here):
                here = [_content(words, low, end, numbers, unclosed=not closed), *here]
        elif announced and not here and _ITEM.match(text, int(words.starts[low])):
            item = _content(words, low, high, numbers, unclosed=False)
            likely = math.log(SURE_ITEM)
            found.append(replace(item, quoted=False, item=True, least=SURE_ITEM, likely=likely))
            continue
        found += here
        goes_on = bool(here) and _left_open(here[-1], words, high, text)
        announced = bool(here) and _announces(here[-1], words, high, text)
    return found


def _announces(span: RoleSpan, words: Words, high: int, text: str) -> bool:
    """Say whether a cue and a colon end their passage, which ends at `high`."""
    rest = text[int(words.starts[span.high - 1]) : int(words.ends[high - 1])]
    return span.role == CUE and high - span.high < 2 and rest.endswith(":")


def to_closing_marks(
    spans: Sequence[RoleSpan], words: Words, numbers: NDArray[np.int32], text: str
) -> list[RoleSpan]:
    """Return the spans with contents that open a quotation drawn out to its closing mark.

    Spans within the quotation are left out. A content stays as it is where another quotation opens
    first, where its passage ends first, or where a span reaches over the mark.
    """
    found: list[RoleSpan] = []
    for at, span in enumerate(spans):
        if found and span.low < found[-1].high:
            continue
        end = _closing(span, words, text) if span.role == CONTENT and span.unclosed else None
        if end is None or _reached_over(spans, at + 1, end):
            found.append(span)
        else:
            found.append(_drawn_out(span, end, words, numbers, text))
    return found


def _reached_over(spans: Sequence[RoleSpan], first: int, end: int) -> bool:
    """Say whether a span from `first` on, all in reading order, begins before and ends after."""
    for at in range(first, len(spans)):
        if spans[at].low >= end:
            return False
        if spans[at].high > end:
            return True
    return False


def _closing(span: RoleSpan, words: Words, text: str) -> int | None:
    """Return the word after the mark that closes what a content has opened, None without one."""
    for index in range(span.high, len(words)):
        if words.passage[index] != span.passage:
            return None
        start = int(words.starts[index])
        if _opens_at(text, start):
            return None
        if text[start] in _CLOSES:
            return index + 1
        if text.startswith(APOSTROPHES, start):
            return min(index + len(APOSTROPHES), len(words))
    return None


def _opens_at(text: str, at: int) -> bool:
    """Say whether a quotation opens: a straight mark does before a word and after white space."""
    size = len(APOSTROPHES) if text.startswith(APOSTROPHES, at) else 1
    before = at == 0 or text[at - 1].isspace()
    either = size > 1 or text[at] == '"'
    return text[at] == "“" or (either and before and text[at + size : at + size + 1].isalnum())


def _drawn_out(
    span: RoleSpan, end: int, words: Words, numbers: NDArray[np.int32], text: str
) -> RoleSpan:
    last = int(np.searchsorted(numbers, numbers[end - 1], side="right"))
    return replace(
        span,
        high=end,
        last_sentence=int(numbers[end - 1]),
        unclosed=False,
        least=min(span.least, SURE),
        likely=span.likely + math.log(SURE),
        written=span.written + written(words, span.high, end, text),
        after=written(words, end, last, text),
    )


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
