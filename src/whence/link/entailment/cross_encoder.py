"""The entailment model: one small transformer that sees both sentences at once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, partial
from pathlib import Path
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from whence.errors import ModelError
from whence.link.entailment import weights
from whence.link.entailment.answers import Bearing, Inference
from whence.link.entailment.weights import Config
from whence.runtime import REMEDY, VOCABULARY, Network, files_digest, load_network, load_vocabulary

Floats = NDArray[np.float32]
Pieces = Sequence[int]
Pair = tuple[str, str]

CODE: Final = "1"
"""Counts up whenever this package reads the same weights otherwise than before."""

SIZE: Final = 192
"""Pieces of a pair, with the one before, between and behind; what is longer is cut."""

CLS, SEP = 101, 102
_READ = 20 * SIZE
"""Code points of a text that are looked at: `SIZE` pieces of English fill a third of it."""
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_NOTHING_SAID = Inference(0.0, 1.0, 0.0)
_NO_BEARING = Bearing(0.0, 0.0, 0.0, 0.0, 1.0)
_MOST_THREADS = 8


class CrossEncoder:
    """Reads pairs of English sentences.

    Nothing is loaded before the first reading; then the model's files are checked, and ModelError
    says which one is missing or damaged. `threads` of 0 takes one for each core.

    A pair is run by itself: eight-bit products take their scale from all that is run together, so
    the answer for a pair in a batch would depend on the others. Runs are spread over threads.
    """

    def __init__(
        self, folder: Path = weights.FOLDER, *, vocabulary: Path = VOCABULARY, threads: int = 0
    ) -> None:
        self.folder = folder
        self._vocabulary = vocabulary
        self._threads = threads or min(os.cpu_count() or 1, _MOST_THREADS)

    @cached_property
    def digest(self) -> str:
        """A digest of weights, configuration and code version, in hexadecimal."""
        files = files_digest(self.folder, weights.FILES)
        return hashlib.sha256(f"{CODE}:{files}".encode()).hexdigest()

    @cached_property
    def config(self) -> Config:
        """What the network's outputs mean, as the shipped files say."""
        config = weights.load_config(self.folder)
        weights.check_vocabulary(self._vocabulary, config)
        return config

    def read(self, pairs: Sequence[Pair]) -> list[Inference]:
        """Return for each pair (premise, hypothesis) the calibrated chances, in order.

        The answer for a pair depends on nothing but that pair and its order. A pair longer than
        `SIZE` pieces loses the end of its longer side; one with an empty side is neutral.
        """
        if not pairs:
            return []
        pieces = self._cut(pairs)
        scores = self._scores(pairs, pieces)[:, self.config.heads["inference"]]
        raised = np.exp((scores - scores.max(1, keepdims=True)) / self.config.temperature)
        chances = raised / raised.sum(1, keepdims=True)
        return [
            Inference(*map(float, row)) if pieces[first] and pieces[second] else _NOTHING_SAID
            for row, (first, second) in zip(chances, pairs, strict=True)
        ]

    def bearings(self, pairs: Sequence[Pair]) -> list[Bearing]:
        """Return for each pair of statements, each `framed`, what the one is to the other.

        As `read` otherwise; an empty side bears on nothing. The chances are those of the network,
        not calibrated. Linking does not ask for them; `bench.relations --weights` does. Raises
        ModelError where the weights are of a network that was not taught this.
        """
        columns = self.config.heads.get("bearing")
        if columns is None:
            raise ModelError(f"{self.folder} holds a network that reads no statements: {REMEDY}")
        if not pairs:
            return []
        pieces = self._cut(pairs)
        scores = self._scores(pairs, pieces)[:, columns].astype(np.float64)
        raised = np.exp(scores - scores.max(1, keepdims=True))
        chances = raised / raised.sum(1, keepdims=True)
        return [
            Bearing(*map(float, row)) if pieces[first] and pieces[second] else _NO_BEARING
            for row, (first, second) in zip(chances, pairs, strict=True)
        ]

    def scores(self, pairs: Sequence[Pair]) -> Floats:
        """Return the raw scores of all heads, (pairs, columns); `config.heads` says whose."""
        return self._scores(pairs, self._cut(pairs))

    def _scores(self, pairs: Sequence[Pair], pieces: Mapping[str, Pieces]) -> Floats:
        distinct = list(dict.fromkeys(pairs))
        # Longest first: no thread is left with the longest pair at the end.
        distinct.sort(key=lambda pair: -len(pieces[pair[0]]) - len(pieces[pair[1]]))
        sides = [(pieces[premise], pieces[hypothesis]) for premise, hypothesis in distinct]
        run = partial(self._run, self._network)
        if self._threads > 1 and len(distinct) > 1:
            with ThreadPoolExecutor(self._threads) as pool:
                rows = list(pool.map(run, sides))
        else:
            rows = [run(each) for each in sides]
        found = dict(zip(distinct, rows, strict=True))
        return np.stack([found[pair] for pair in pairs])

    def _cut(self, pairs: Sequence[Pair]) -> dict[str, Pieces]:
        """Return the pieces of each distinct text."""
        texts = list(dict.fromkeys(text for pair in pairs for text in pair))
        readable = [text[:_READ].translate(_SURROGATES) for text in texts]
        encodings = self._tokenizer.encode_batch(readable, add_special_tokens=False)
        return {text: encoding.ids[:SIZE] for text, encoding in zip(texts, encodings, strict=True)}

    @staticmethod
    def _run(network: Network, sides: tuple[Pieces, Pieces]) -> Floats:
        pieces, kinds = assembled(*sides)
        given = {"pieces": pieces[None, :], "sides": kinds[None, :]}
        (scores,) = network.run(["scores"], given)
        return cast("Floats", scores[0])

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return load_vocabulary(self._vocabulary)

    @cached_property
    def _network(self) -> Network:
        _ = self.config  # what is wrong with the configuration is said first
        return load_network(self.folder / weights.NETWORK)


def assembled(
    premise: Pieces, hypothesis: Pieces, size: int = SIZE
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return a pair's pieces with their marks, and for each piece its side, 0 or 1.

    The longer side loses its end where both do not fit into `size` pieces.
    """
    room = size - 3
    half = room // 2
    first = premise[: max(half, room - len(hypothesis))]
    second = hypothesis[: room - len(first)]
    pieces = np.array([CLS, *first, SEP, *second, SEP], dtype=np.int64)
    kinds = np.zeros_like(pieces)
    kinds[len(first) + 2 :] = 1
    return pieces, kinds
