"""Running the network in training over pairs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from tokenizers import Tokenizer

from train.entail.batches import cut, in_order
from train.entail.measures import Floats
from train.entail.network import Judge
from train.entail.pairs import HEADS, Pair


def run(judge: Judge, pairs: Sequence[Pair], tokenizer: Tokenizer, longest: int) -> Floats:
    """Return the scores (pairs, columns) of a network in training."""
    scores = np.zeros((len(pairs), sum(HEADS.values())), np.float32)
    judge.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for places, batch in in_order(cut(pairs, tokenizer), 6000, longest):
            found = judge(batch.pieces, batch.sides, batch.mask)
            scores[places] = found.float().numpy()
    return scores
