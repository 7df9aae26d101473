"""Training windows, varied as real text varies, and padded into batches.

The vocabulary is uncased, so that capitals are only a matter of shapes: a headline in capitals is
made from any paragraph by changing its shapes. Quotation marks are straightened or lost, letters
are swapped: foreign reports and transcripts have all of it. The people of one election are renamed
after people of other texts, and single words are hidden, so that roles are read from the sentence
and not from who usually speaks in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from train.documents import UNKNOWN, Document
from whence.annotate.encoder.pieces import CLS, PAD, SEP, Shape
from whence.annotate.encoder.tags import NAME_TAGS, ROLE_TAGS

Ints = NDArray[np.int64]
TASKS = ("roles", "names", "silver", "pos", "opens", "relations")
PERSON = tuple(NAME_TAGS.index(tag) for tag in ("B-person", "I-person"))


@dataclass(frozen=True, slots=True)
class Vary:
    """How often a window's people are renamed, and a word hidden in half of the windows."""

    renamed: float = 0.0
    hidden: float = 0.0


AS_IT_IS = Vary()


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded windows: pieces and shapes (batch, pieces); `first` and labels (batch, words).

    `meanings` has rows (window, first piece, piece after the last, row of the teacher). `chances`
    of role tags, (batch, words, tags), stand in the place of labels where `softly` is true.
    """

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    words: Tensor
    labels: dict[str, Tensor]
    meanings: Tensor
    weights: Tensor
    chances: Tensor
    softly: Tensor


@dataclass(slots=True)
class Sample:
    """One window before padding; `first` points into `pieces`, the rest is one entry a word."""

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    labels: dict[str, Ints]
    meanings: list[tuple[int, int, int]]
    weight: float
    chances: NDArray[np.float32] | None = None


class Sampler:
    """Endless windows from documents, and batches of them."""

    def __init__(self, tokenizer: Tokenizer, window: int, seed: int, vary: Vary = AS_IT_IS) -> None:
        self.tokenizer = tokenizer
        self.window = window
        self.vary = vary
        self.people: dict[int, list[list[int]]] = {tag: [] for tag in PERSON}
        self.random = np.random.default_rng(seed)
        vocabulary = tokenizer.get_vocab()
        self.hidden = vocabulary["[MASK]"]
        curly = {"“": '"', "”": '"', "‘": "'", "’": "'"}
        self.straight = {vocabulary[a]: vocabulary[b] for a, b in curly.items() if a in vocabulary}
        self.quotes = np.array([vocabulary[mark] for mark in ("“", "”", '"') if mark in vocabulary])

    def windows(self, documents: Sequence[Document]) -> Iterator[Sample]:
        """Yield windows without end, every document once before any again, cut anew each time."""
        if self.vary.renamed:
            self._meet(documents)
        while True:
            ranges = [
                (document, low, high)
                for document in documents
                for low, high in self._ranges(document)
            ]
            for index in self.random.permutation(len(ranges)):
                yield self._sample(*ranges[index])

    def _ranges(self, document: Document) -> Iterator[tuple[int, int]]:
        """Yield ranges of words that start at a sentence; the first start is drawn by lot."""
        words = document.words
        starts = np.flatnonzero(words.opens)
        if not len(starts):
            return
        at = 0
        skip = int(self.random.integers(0, 5)) if len(starts) > 8 else 0
        if skip:
            yield 0, int(starts[skip])
            at = int(starts[skip])
        while at < len(words):
            limit = words.first[at] + self.window - 2
            end = max(int(np.searchsorted(words.first, limit, side="right")) - 1, at + 1)
            yield at, end
            if end >= len(words):
                return
            index = int(np.searchsorted(starts, end, side="right")) - 1
            at = int(starts[index]) if starts[index] > at + (end - at) // 2 else end

    def _sample(self, document: Document, low: int, high: int) -> Sample:
        words = document.words
        keep = np.ones(high - low, dtype=bool)
        pieces = [
            words.pieces[words.first[word] : words.first[word + 1]].tolist()
            for word in range(low, high)
        ]
        shapes = words.shapes[low:high].astype(np.int64)
        labels = {task: document.labels[task][low:high].astype(np.int64) for task in TASKS}
        self._vary_case(shapes, words.passage[low:high])
        self._vary_quotes(pieces, keep)
        if self.random.random() < 0.12:
            self._misspell(document, low, pieces)
        renamed = self.random.random() < self.vary.renamed
        if renamed:
            self._rename(pieces, labels["names"])
        if self.random.random() < 0.5:
            self._hide(pieces, shapes)
        if not keep.all():
            _close_gaps(labels, keep)
        kept = np.concatenate([[0], np.cumsum(keep)])
        meanings = [
            (int(kept[start - low]), int(kept[end - low]), row)
            for start, end, row in ([] if renamed else document.meanings)
            if start >= low and end <= high and kept[end - low] > kept[start - low]
        ]
        chosen = np.flatnonzero(keep)
        sample = Sample(
            [CLS],
            [int(Shape.SPECIAL)],
            [],
            {task: values[keep] for task, values in labels.items()},
            meanings,
            document.weight,
        )
        _begin(sample.labels["roles"])
        if document.chances is not None:
            sample.chances = _begun(document.chances[low:high][keep].astype(np.float32))
        for word in chosen:
            sample.first.append(len(sample.pieces))
            sample.pieces += pieces[word]
            sample.shapes += [int(shapes[word])] * len(pieces[word])
        return sample

    def _vary_case(self, shapes: Ints, passage: NDArray[np.int32]) -> None:
        lot = self.random.random()
        if lot > 0.30:
            return
        some = np.unique(passage[passage >= 0])
        chosen = some[self.random.random(len(some)) < (1.0 if lot < 0.05 else 0.3)]
        here = np.isin(passage, chosen) & (shapes <= Shape.MIXED)
        style = self.random.random()
        if style < 0.45:
            shapes[here & (shapes != Shape.INITIAL)] = Shape.CAPITALS
        elif style < 0.8:
            shapes[here] = Shape.LOWER
        else:
            shapes[here & (shapes == Shape.LOWER)] = Shape.CAPITALISED

    def _vary_quotes(self, pieces: list[list[int]], keep: NDArray[np.bool_]) -> None:
        lot = self.random.random()
        if lot < 0.25:
            for word in pieces:
                word[0] = self.straight.get(word[0], word[0])
        marks = [index for index, word in enumerate(pieces) if word[0] in self.quotes]
        if not marks:
            return
        if 0.20 < lot < 0.30:
            keep[self.random.choice(marks)] = False
        elif 0.30 < lot < 0.36:
            keep[marks] = False

    def _misspell(self, document: Document, low: int, pieces: list[list[int]]) -> None:
        words = document.words
        for index in np.flatnonzero(self.random.random(len(pieces)) < 0.05):
            word = document.text[words.starts[low + index] : words.ends[low + index]]
            if not 4 <= len(word) <= 20 or not word.isalpha():
                continue
            at = int(self.random.integers(1, len(word) - 1))
            changed = (
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
            )[int(self.random.integers(0, 3))]
            ids = self.tokenizer.encode(changed, add_special_tokens=False).ids
            pieces[index] = ids or pieces[index]

    def _meet(self, documents: Sequence[Document]) -> None:
        """Remember the words of the documents' people, first words and others apart."""
        for document in documents:
            words, names = document.words, document.labels["names"]
            for tag in PERSON:
                self.people[tag] += [
                    words.pieces[words.first[word] : words.first[word + 1]].tolist()
                    for word in np.flatnonzero((names == tag) & (words.shapes == Shape.CAPITALISED))
                ]

    def _rename(self, pieces: list[list[int]], names: Ints) -> None:
        """Give every word of a person's name another one, the same throughout the window."""
        others: dict[tuple[int, ...], list[int]] = {}
        for index in np.flatnonzero(np.isin(names, PERSON)):
            known = self.people[int(names[index])]
            key = tuple(pieces[index])
            if key not in others and known:
                others[key] = known[int(self.random.integers(0, len(known)))]
            pieces[index] = others.get(key, pieces[index])

    def _hide(self, pieces: list[list[int]], shapes: Ints) -> None:
        for index in np.flatnonzero(self.random.random(len(pieces)) < self.vary.hidden):
            if shapes[index] <= Shape.MIXED:
                pieces[index] = [self.hidden]

    def pad(self, samples: Sequence[Sample]) -> Batch:
        """Return the windows as one batch."""
        for sample in samples:
            # Typing errors may have made a window longer than the positions that there are.
            if len(sample.pieces) > self.window - 1:
                _shorten(sample, self.window - 1)
            sample.pieces.append(SEP)
            sample.shapes.append(int(Shape.SPECIAL))
        longest = max(len(sample.pieces) for sample in samples)
        most = max(len(sample.first) for sample in samples)
        pieces = np.full((len(samples), longest), PAD)
        shapes = np.full((len(samples), longest), int(Shape.SPECIAL))
        first = np.zeros((len(samples), most), dtype=np.int64)
        labels = {task: np.full((len(samples), most), UNKNOWN) for task in TASKS}
        mask = np.zeros((len(samples), longest), dtype=bool)
        words = np.zeros((len(samples), most), dtype=bool)
        chances = np.zeros((len(samples), most, len(ROLE_TAGS)), dtype=np.float32)
        meanings = []
        for row, sample in enumerate(samples):
            size, count = len(sample.pieces), len(sample.first)
            pieces[row, :size], shapes[row, :size], mask[row, :size] = (
                sample.pieces,
                sample.shapes,
                1,
            )
            first[row, :count], words[row, :count] = sample.first, True
            for task in TASKS:
                labels[task][row, :count] = sample.labels[task]
            if sample.chances is not None:
                chances[row, :count] = sample.chances
            edges = [*sample.first, size - 1]
            meanings += [(row, edges[a], edges[b], which) for a, b, which in sample.meanings]
        return Batch(
            torch.from_numpy(pieces),
            torch.from_numpy(shapes),
            torch.from_numpy(mask),
            torch.from_numpy(first),
            torch.from_numpy(words),
            {task: torch.from_numpy(values) for task, values in labels.items()},
            torch.tensor(meanings, dtype=torch.long).reshape(-1, 4),
            torch.tensor([sample.weight for sample in samples]),
            torch.from_numpy(chances),
            torch.tensor([sample.chances is not None for sample in samples]),
        )


def _close_gaps(labels: dict[str, Ints], keep: NDArray[np.bool_]) -> None:
    """Give the B of a word that is dropped to the I after it."""
    for task in ("roles", "names", "silver"):
        values = labels[task]
        for index in np.flatnonzero(~keep):
            after = index + 1
            while after < len(keep) and not keep[after]:
                after += 1
            begins = values[index] > 0 and values[index] % 2 == 1
            if begins and after < len(values) and values[after] == values[index] + 1:
                values[after] = values[index]


def _begin(tags: Ints) -> None:
    """Turn an I that follows no B or I of its kind into a B: a window may cut a span in two."""
    before = np.concatenate([[0], tags[:-1]])
    inside = (tags > 0) & (tags % 2 == 0)
    tags[inside & (before != tags) & (before != tags - 1)] -= 1


def _begun(chances: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give the chances of going on to those of beginning at the first word of a window."""
    if len(chances):
        chances[0, 1::2] += chances[0, 2::2]
        chances[0, 2::2] = 0.0
    return chances


def _shorten(sample: Sample, limit: int) -> None:
    count = sum(1 for first in sample.first if first < limit)
    while (
        count and (sample.first[count] if count < len(sample.first) else len(sample.pieces)) > limit
    ):
        count -= 1
    end = sample.first[count] if count < len(sample.first) else len(sample.pieces)
    sample.pieces, sample.shapes = sample.pieces[:end], sample.shapes[:end]
    sample.first = sample.first[:count]
    sample.labels = {task: values[:count] for task, values in sample.labels.items()}
    sample.chances = None if sample.chances is None else sample.chances[:count]
    sample.meanings = [each for each in sample.meanings if each[1] <= count]
