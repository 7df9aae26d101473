"""The network on ONNX Runtime: one thread, one window at a time.

Batches of one are fastest on a CPU, and threads are better spent on processes.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from whence.annotate.encoder.pieces import CLS, SEP, Shape, Words
from whence.annotate.encoder.weights import NETWORK
from whence.annotate.encoder.windows import Window, windows
from whence.runtime import load_network

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Meanings = NDArray[np.float32] | NDArray[np.float16]

WHOLE = 1 << 16
"""Pieces of a text whose meanings are kept as they are, in a hundred MiB. Halves take a hundredth
of all time to make and to add up, and half of the memory, where a text is longer."""


class Session:
    """A loaded network; ModelError where the file is missing or no network."""

    def __init__(self, folder: Path) -> None:
        self._session = load_network(folder / NETWORK)

    def scores(self, words: Words) -> tuple[Floats, Meanings]:
        """Return the heads' scores (words, columns) and the pieces' meanings (pieces, 384)."""
        shapes = np.repeat(words.shapes, np.diff(words.first))
        scores: Floats = np.zeros((len(words), 0), dtype=np.float32)
        precision = np.float32 if len(words.pieces) <= WHOLE else np.float16
        meanings = np.zeros((len(words.pieces), 0), dtype=precision)
        for window in windows(words):
            found, meaning = self._run(words.pieces, shapes, window)
            if not scores.shape[1]:
                scores = np.zeros((len(words), found.shape[1]), dtype=np.float32)
                meanings = np.zeros((len(words.pieces), meaning.shape[1]), dtype=precision)
            base = window.low
            low, high = int(words.first[window.core_start]), int(words.first[window.core_end])
            # A word longer than the window has its first piece in it, though not its last.
            at_words = np.minimum(
                words.first[window.core_start : window.core_end] - base, len(found) - 1
            )
            scores[window.core_start : window.core_end] = found[at_words]
            high = min(high, base + len(meaning))
            meanings[low:high] = meaning[low - base : high - base]
        return scores, meanings

    def _run(self, pieces: Ints, shapes: Ints, window: Window) -> tuple[Floats, Floats]:
        """Return scores and meanings of a window's pieces, without its start and end piece."""
        given = {
            "pieces": _framed(pieces[window.low : window.high], CLS, SEP),
            "shapes": _framed(shapes[window.low : window.high], Shape.SPECIAL, Shape.SPECIAL),
        }
        scores, meanings = cast(
            "tuple[Floats, Floats]", self._session.run(["scores", "meanings"], given)
        )
        return scores[0, 1:-1], meanings[0, 1:-1]


def _framed(values: Ints, before: int, after: int) -> NDArray[np.int64]:
    return np.concatenate(([before], values, [after]), dtype=np.int64)[None]
