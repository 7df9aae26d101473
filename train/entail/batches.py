"""Pairs cut into pieces, and batches of pairs of about one length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from train.entail.pairs import ALLOWED, HEADS, INFERENCES, Pair
from whence.link.entailment.cross_encoder import assembled
from whence.link.entailment.weights import INFERENCE

UNKNOWN: Final = -100
_DRAWN = 4096
_STEP = 16
"""Pieces by which a batch is longer than the next shorter one."""
_MIRRORED = INFERENCES.index("contradiction")
_ONE_SIDED = frozenset({"mpe", "joci", "commitment_bank"})
"""Sets whose premises are of another kind than their hypotheses: no good the other way round."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A pair as pieces."""

    premise: list[int]
    hypothesis: list[int]
    pair: Pair

    def __len__(self) -> int:
        return len(self.premise) + len(self.hypothesis) + 3


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded pairs (batch, time); `labels` by head, (batch,), `UNKNOWN` where there is none."""

    pieces: Tensor
    sides: Tensor
    mask: Tensor
    labels: Mapping[str, Tensor]

    def __len__(self) -> int:
        return len(self.pieces)


def cut(pairs: Sequence[Pair], tokenizer: Tokenizer) -> list[Cut]:
    """Return the pairs as pieces, each distinct text cut once."""
    texts = list(dict.fromkeys(text for pair in pairs for text in (pair.premise, pair.hypothesis)))
    encodings = tokenizer.encode_batch_fast(texts, add_special_tokens=False)
    ids = {text: each.ids for text, each in zip(texts, encodings, strict=True)}
    return [Cut(ids[pair.premise], ids[pair.hypothesis], pair) for pair in pairs]


def pad(cuts: Sequence[Cut], longest: int) -> Batch:
    """Return a batch; pairs of more than `longest` pieces are cut as at run time."""
    rows = [assembled(each.premise, each.hypothesis, longest) for each in cuts]
    time = _stepped(max(len(pieces) for pieces, _ in rows), longest)
    shape = (len(rows), time)
    pieces, sides = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    mask = np.zeros(shape, dtype=np.bool_)
    for row, (ids, kinds) in enumerate(rows):
        pieces[row, : len(ids)] = ids
        sides[row, : len(ids)] = kinds
        mask[row, : len(ids)] = True
    labels = {
        head: torch.tensor([each.pair.labels.get(head, UNKNOWN) for each in cuts]) for head in HEADS
    }
    return Batch(*(torch.from_numpy(each) for each in (pieces, sides, mask)), labels)


def in_order(cuts: Sequence[Cut], size: int, longest: int) -> Iterator[tuple[list[int], Batch]]:
    """Yield all pairs in batches of about `size` pieces, shortest first, with their places."""
    ranked = sorted(range(len(cuts)), key=lambda at: len(cuts[at]))
    for chosen in _packed(ranked, cuts, size, longest):
        yield chosen, pad([cuts[at] for at in chosen], longest)


class Sampler:
    """Endless batches in which each set has its share of the pairs, and others have none."""

    def __init__(
        self, cuts: Sequence[Cut], shares: Mapping[str, float], swapped: float, seed: int
    ) -> None:
        self._random = random.Random(seed)  # noqa: S311  no secret
        self._swapped = swapped
        self._sets: dict[str, list[Cut]] = {name: [] for name in shares}
        for each in cuts:
            name = each.pair.set.partition(":")[0].replace("change", "changes")
            if name in self._sets:
                self._sets[name].append(each)
        self._shares = {name: share for name, share in shares.items() if self._sets[name]}

    def batches(self, size: int, longest: int) -> Iterator[Batch]:
        """Yield batches of about `size` pieces, padding included."""
        endless = {name: self._endless(name) for name in self._shares}
        names, weights = list(self._shares), list(self._shares.values())
        while True:
            drawn = [
                self._turned(next(endless[name]))
                for name in self._random.choices(names, weights, k=_DRAWN)
            ]
            ranked = sorted(range(_DRAWN), key=lambda at: len(drawn[at]))
            batches = list(_packed(ranked, drawn, size, longest))
            self._random.shuffle(batches)
            for chosen in batches:
                yield pad([drawn[at] for at in chosen], longest)

    def _endless(self, name: str) -> Iterator[Cut]:
        """Yield a set's pairs without end, each once before any again."""
        cuts = list(self._sets[name])
        while True:
            self._random.shuffle(cuts)
            yield from cuts

    def _turned(self, each: Cut) -> Cut:
        """Return some pairs the other way round, where the label holds for both ways."""
        if "bearing" in each.pair.labels:
            turned = self._random.random() < 0.5
            return Cut(each.hypothesis, each.premise, each.pair) if turned else each
        mirrored = each.pair.labels.get("inference") == _MIRRORED
        if not mirrored or each.pair.set in _ONE_SIDED or self._random.random() > self._swapped:
            return each
        return Cut(each.hypothesis, each.premise, each.pair)


def _packed(
    ranked: Sequence[int], cuts: Sequence[Cut], size: int, longest: int
) -> Iterator[list[int]]:
    """Yield batches, the longest pairs first; those of one length have one number of rows.

    Shapes that come again cost less: a step of a new shape took 1.9 s where others took 1.5.
    """
    left = list(ranked)
    while left:
        rows = max(1, size // _stepped(len(cuts[left[-1]]), longest))
        yield left[-rows:]
        del left[-rows:]


def _stepped(length: int, longest: int) -> int:
    """Return a length rounded up to the next step, at most `longest`."""
    return min(longest, -(-length // _STEP) * _STEP)


def allowed() -> Tensor:
    """Return which classes of inference each label leaves open, (labels, classes)."""
    table = torch.zeros(len(ALLOWED), len(INFERENCE), dtype=torch.bool)
    for row, classes in enumerate(ALLOWED.values()):
        table[row, list(classes)] = True
    return table
