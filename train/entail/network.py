"""The network: MiniLM's six layers over both texts at once, with one linear layer for all heads."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from train.entail.pairs import HEADS
from train.network import WIDTH, Encoder, load_base


class Pooled(nn.Module):
    """The first state and the mean of all, side by side."""

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Return (batch, 2 * width) from states (batch, time, width)."""
        if mask is None:
            mean = states.mean(1)
        else:
            shown = mask[:, :, None].to(states.dtype)
            mean = (states * shown).sum(1) / shown.sum(1)
        return torch.cat([states[:, 0], mean], dim=-1)


class Judge(nn.Module):
    """Scores of all heads for a pair; `encoder.shapes` holds the two sides, not shapes of words."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.pool = Pooled()
        self.dropout = nn.Dropout(0.1)
        self.scores = nn.Linear(2 * WIDTH, sum(HEADS.values()))
        # Left as they are: words that the training never shows keep their place among those that
        # it does, and half of all weights need no gradient.
        encoder.pieces.weight.requires_grad_(requires_grad=False)

    def forward(self, pieces: Tensor, sides: Tensor, mask: Tensor | None) -> Tensor:
        """Return scores (batch, columns); `mask` is true on pieces, None without padding."""
        states = self.encoder(pieces, sides, mask)
        return self.scores(self.dropout(self.pool(states, mask)))


def load_judge(folder: Path, positions: int, dropout: float = 0.1) -> Judge:
    """Return the network with the weights of all-MiniLM-L6-v2 and new heads."""
    encoder = load_base(folder, positions, dropout)
    given = load_file(folder / "model.safetensors")
    table = next(
        tensor for name, tensor in given.items() if name.endswith("token_type_embeddings.weight")
    )
    encoder.shapes = nn.Embedding(2, WIDTH)
    encoder.shapes.load_state_dict({"weight": table})
    return Judge(encoder)
