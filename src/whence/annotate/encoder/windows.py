"""Windows: the stretches of words that the encoder sees at once.

A window has a *core*, whose words are decided in it, and margins on either side, which are only
seen. Cores follow each other without gap; they end where a sentence or a paragraph may end, if the
size allows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from whence.annotate.encoder.pieces import Words

SIZE = 192
"""Most pieces in a window, with the start and end pieces. Longer windows cost more and find no
more: attention's time grows with the square. Training sees windows of 254."""

MARGIN = 8
"""Fewest pieces seen on either side of a core, where the text has them."""

STEP = 16
"""Windows have a multiple of so many pieces: a processor multiplies that many rows at a time."""


@dataclass(frozen=True, slots=True)
class Window:
    """Half-open ranges: the pieces that are seen and, among their words, the core decided on."""

    low: int
    high: int
    core_start: int
    core_end: int


def windows(words: Words, *, size: int = SIZE, margin: int = MARGIN) -> Iterator[Window]:
    """Yield windows whose cores cover all the words, in order.

    `size` and `margin` are in pieces. A word of more pieces than a window holds is seen cut short.
    """
    room = size - 2
    total = len(words)
    first = words.first
    cuts = np.flatnonzero(words.opens)
    at = 0
    while at < total:
        start = _back(first, at, margin)
        limit = _fit(first, start, room)
        if limit < total:
            limit = max(_fit(first, start, room - margin), at + 1)
            end_of_core = _last_cut(cuts, at, limit)
        else:
            end_of_core = limit
        low = int(first[start])
        seen = int(first[end_of_core]) + margin - low + 2
        seen = min(-(-seen // STEP) * STEP, size)
        yield Window(low, min(low + seen - 2, int(first[-1])), at, end_of_core)
        at = end_of_core


def _fit(first: np.ndarray, start: int, room: int) -> int:
    """Return the end of the longest run of words from `start` with at most `room` pieces."""
    return int(np.searchsorted(first, first[start] + room, side="right")) - 1


def _back(first: np.ndarray, at: int, margin: int) -> int:
    """Return the earliest word from which at most `margin` pieces lead up to `at`."""
    return int(np.searchsorted(first, first[at] - margin, side="left"))


def _last_cut(cuts: np.ndarray, at: int, limit: int) -> int:
    """Return the last cut after `at` and up to `limit`, or `limit` if there is none near it."""
    index = int(np.searchsorted(cuts, limit, side="right")) - 1
    if index >= 0 and cuts[index] > at and (limit - cuts[index]) * 2 <= limit - at:
        return int(cuts[index])
    return limit
