"""From scores to tags: the best valid BIO sequence of each passage, and how sure it is.

All passages are decoded side by side, one step a word, so that the time is that of the longest
passage times a few small array operations, not of every word in Python.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from whence.annotate.encoder.tags import may_follow

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

FORBIDDEN = -1e4
_LONGEST = 4096
_SCALED = 4  # words; sums of so many stay far inside what a number can hold


def valid_transitions(tags: int) -> Floats:
    """Return transition scores, `[before, after]`, that forbid what BIO forbids and no more."""
    allowed = [[may_follow(before, after) for after in range(tags)] for before in range(tags)]
    return np.where(np.array(allowed), 0.0, FORBIDDEN).astype(np.float32)


def best_tags(scores: Floats, passage: Ints, transitions: Floats) -> Ints:
    """Return the best tag of every word, (words,), from scores (words, tags).

    `passage` numbers the words' passages; a word of passage -1 (a break) gets tag 0. A sequence
    begins after tag 0 and ends before it, as it does in training.
    """
    result = np.zeros(len(scores), dtype=np.int32)
    for starts, lengths, padded in _batches(
        scores, _unsettled(scores, passage, transitions, result)
    ):
        _viterbi(padded, lengths, transitions, starts, result)
    return result


def _unsettled(scores: Floats, passage: Ints, transitions: Floats, result: Ints) -> Ints:
    """Return `passage` with -1 where the best tag of each word gives the best sequence already.

    So it does where no transition adds to a score and those between the best tags take nothing
    away. These tags are written into `result`.
    """
    if not len(scores) or transitions.max() > 0:
        return passage
    best = scores.argmax(1)
    best[passage < 0] = 0
    inside = np.append(passage[1:] == passage[:-1], False)
    costs = transitions[np.where(np.append(False, inside[:-1]), np.append(0, best[:-1]), 0), best]
    costs = np.minimum(costs, np.where(inside, 0.0, transitions[best, 0]))
    unsettled = np.isin(passage, passage[costs < 0])
    np.copyto(result, best, where=~unsettled)
    return np.where(unsettled, passage, -1)


def posteriors(scores: Floats, passage: Ints, transitions: Floats) -> Floats:
    """Return the probability of every tag at every word, (words, tags), under the chain."""
    result = np.zeros_like(scores)
    result[:, 0] = 1.0
    for starts, lengths, padded in _batches(scores, passage):
        chances = _chances(padded, lengths, transitions)
        for row, (start, length) in enumerate(zip(starts, lengths, strict=True)):
            result[start : start + length] = chances[row, :length]
    return result


def spans(tags: Ints) -> Iterator[tuple[int, int, int]]:
    """Yield (first word, word after the last, class) of a BIO sequence; classes count from 0."""
    listed: list[int] = [*tags.tolist(), 0]
    end = 0
    for start in np.flatnonzero(tags).tolist():
        if start < end:
            continue
        kind = (listed[start] - 1) // 2
        end = start + 1
        while listed[end] == 2 * kind + 2:
            end += 1
        yield start, end, kind


def _runs(passage: Ints) -> list[tuple[int, int]]:
    """Return (start, end) of the runs of words of one passage, very long ones cut."""
    if not len(passage):
        return []
    edges = [0, *(np.flatnonzero(np.diff(passage)) + 1).tolist(), len(passage)]
    found = []
    for start, end in pairwise(edges):
        if passage[start] >= 0:
            found += [(at, min(at + _LONGEST, end)) for at in range(start, end, _LONGEST)]
    return found


def _batches(scores: Floats, passage: Ints) -> Iterator[tuple[list[int], list[int], Floats]]:
    """Yield passages of like length together: starts, lengths, padded scores."""
    runs = sorted(_runs(passage), key=lambda run: run[0] - run[1])
    at = 0
    while at < len(runs):
        longest = runs[at][1] - runs[at][0]
        # Padding costs less than steps in Python, up to a point.
        count = max(1, min(len(runs) - at, 65536 // longest))
        chosen = runs[at : at + count]
        lengths = [end - start for start, end in chosen]
        padded = np.zeros((count, longest, scores.shape[1]), dtype=np.float32)
        for row, (start, end) in enumerate(chosen):
            padded[row, : end - start] = scores[start:end]
        yield [start for start, _ in chosen], lengths, padded
        at += count


def _viterbi(
    padded: Floats, lengths: list[int], transitions: Floats, starts: list[int], result: Ints
) -> None:
    steps = np.ascontiguousarray(padded.transpose(1, 0, 2))
    now = transitions[0] + steps[0]
    steps[0] = now
    for step in range(1, len(steps)):
        now = (now[:, :, None] + transitions).max(1)
        now += steps[step]
        steps[step] = now
    rows = np.arange(len(lengths))
    ends = np.array(lengths) - 1
    tags = (steps[ends, rows] + transitions[:, 0]).argmax(1)
    before = np.ascontiguousarray(transitions.T)
    found = np.empty(steps.shape[:2], dtype=np.int32)
    for step in range(len(steps) - 1, -1, -1):
        if step < len(steps) - 1:
            earlier = (steps[step] + before[tags]).argmax(1)
            # Rows shorter than this have not begun their way back.
            tags = np.where(step < ends, earlier, tags)
        found[step] = tags
    for row, (start, length) in enumerate(zip(starts, lengths, strict=True)):
        result[start : start + length] = found[:length, row]


def _chances(padded: Floats, lengths: list[int], transitions: Floats) -> Floats:
    """Return every tag's probability, (passages, words, tags), by forward and backward passes.

    The sums run over probabilities, scaled to one now and then (Rabiner, 1989): sums of logarithms
    take many times as long. Both ways are one: the way back is a way forward from the last word on,
    with the transitions turned round.
    """
    given = np.exp(padded - padded.max(2, keepdims=True), dtype=np.float64)
    factors = np.exp(transitions, dtype=np.float64)
    count, time, tags = padded.shape
    turned = np.array(lengths)[:, None] - 1 - np.arange(time)
    rows = np.arange(count)[:, None]
    steps = np.stack((given.transpose(1, 0, 2), given[rows, turned].transpose(1, 0, 2)), axis=1)
    both = np.stack((factors, factors.T))
    before = np.empty((time, 2, count, tags))
    before[0] = both[:, 0, None]
    now = before[0] * steps[0]
    for step in range(1, time):
        now = np.matmul(now, both, out=before[step]) * steps[step]
        if step % _SCALED == 0:
            now /= now.sum(2, keepdims=True)
    chances = before[:, 0].transpose(1, 0, 2) * given
    chances *= before[:, 1].transpose(1, 0, 2)[rows, turned]
    chances /= chances.sum(2, keepdims=True)
    return np.asarray(chances, dtype=np.float32)
