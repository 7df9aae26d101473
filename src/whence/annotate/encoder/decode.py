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
    for starts, lengths, padded, _ in _batches(scores, passage):
        _viterbi(padded, lengths, transitions, starts, result)
    return result


def posteriors(scores: Floats, passage: Ints, transitions: Floats) -> Floats:
    """Return the probability of every tag at every word, (words, tags), under the chain."""
    result = np.zeros_like(scores)
    result[:, 0] = 1.0
    for starts, lengths, padded, mask in _batches(scores, passage):
        forward = _forward(padded, mask, transitions)
        backward = _backward(padded, mask, transitions)
        logs = forward + backward
        logs -= logs.max(2, keepdims=True)
        chances = np.exp(logs)
        chances /= chances.sum(2, keepdims=True)
        for row, (start, length) in enumerate(zip(starts, lengths, strict=True)):
            result[start : start + length] = chances[row, :length]
    return result


def spans(tags: Ints) -> Iterator[tuple[int, int, int]]:
    """Yield (first word, word after the last, class) of a BIO sequence; classes count from 0."""
    marks = np.flatnonzero(tags)
    at = 0
    while at < len(marks):
        start = end = int(marks[at])
        kind = (int(tags[start]) - 1) // 2
        at += 1
        end += 1
        while at < len(marks) and marks[at] == end and tags[end] == 2 * kind + 2:
            at += 1
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


def _batches(
    scores: Floats, passage: Ints
) -> Iterator[tuple[list[int], list[int], Floats, NDArray[np.bool_]]]:
    """Yield passages of like length together: starts, lengths, padded scores and their mask."""
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
        mask = np.arange(longest)[None, :] < np.array(lengths)[:, None]
        yield [start for start, _ in chosen], lengths, padded, mask
        at += count


def _viterbi(
    padded: Floats, lengths: list[int], transitions: Floats, starts: list[int], result: Ints
) -> None:
    count, time, tags = padded.shape
    back = np.zeros((count, time, tags), dtype=np.int8)
    totals = np.zeros((count, time, tags), dtype=np.float32)
    now = transitions[0] + padded[:, 0]
    totals[:, 0] = now
    for step in range(1, time):
        paths = now[:, :, None] + transitions[None]
        back[:, step] = paths.argmax(1)
        now = paths.max(1) + padded[:, step]
        totals[:, step] = now
    for row, (start, length) in enumerate(zip(starts, lengths, strict=True)):
        tag = int((totals[row, length - 1] + transitions[:, 0]).argmax())
        pointers = back[row]
        for step in range(length - 1, -1, -1):
            result[start + step] = tag
            tag = int(pointers[step, tag])


def _forward(padded: Floats, mask: NDArray[np.bool_], transitions: Floats) -> Floats:
    totals = np.empty_like(padded)
    now = transitions[0] + padded[:, 0]
    totals[:, 0] = now
    for step in range(1, padded.shape[1]):
        moved = _log_sum(now[:, :, None] + transitions[None], 1) + padded[:, step]
        now = np.where(mask[:, step, None], moved, now)
        totals[:, step] = now
    return totals


def _backward(padded: Floats, mask: NDArray[np.bool_], transitions: Floats) -> Floats:
    totals = np.empty_like(padded)
    last = transitions[:, 0][None].repeat(len(padded), 0)
    now = last
    totals[:, -1] = now
    for step in range(padded.shape[1] - 2, -1, -1):
        onward = now + padded[:, step + 1]
        moved = _log_sum(transitions[None] + onward[:, None, :], 2)
        now = np.where(mask[:, step + 1, None], moved, last)
        totals[:, step] = now
    return totals


def _log_sum(values: Floats, axis: int) -> Floats:
    top = values.max(axis, keepdims=True)
    summed = np.log(np.exp(values - top).sum(axis))
    return np.asarray(summed + top.squeeze(axis), dtype=np.float32)
