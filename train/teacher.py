"""The teacher of meanings: the unchanged base model's vectors of sentences and contents alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch.nn import functional

from train.network import load_base
from whence.annotate.encoder.pieces import CLS, PAD, SEP

LONGEST = 128


def embed(texts: Sequence[str], base: Path, tokenizer: Tokenizer) -> NDArray[np.float16]:
    """Return the unit vectors of texts, (texts, 384), as all-MiniLM-L6-v2 gives them.

    Texts are cut after 126 pieces. The tokenizer must not add special pieces.
    """
    encoder = load_base(base).eval()
    pieces = [
        [CLS, *encoding.ids[: LONGEST - 2], SEP]
        for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False)
    ]
    order = sorted(range(len(texts)), key=lambda index: len(pieces[index]))
    result = np.zeros((len(texts), 384), dtype=np.float16)
    for at in range(0, len(order), 64):
        chosen = order[at : at + 64]
        longest = len(pieces[chosen[-1]])
        rows = torch.tensor([pieces[i] + [PAD] * (longest - len(pieces[i])) for i in chosen])
        mask = rows != PAD
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            states = encoder(rows, torch.zeros_like(rows), mask).float()
        summed = (states * mask[:, :, None]).sum(1)
        result[chosen] = functional.normalize(summed, dim=1).numpy().astype(np.float16)
    return result
