"""The network: MiniLM's six layers with one linear layer a task on top.

Written out rather than taken from a library, so that the file says all that is exported.
Differences from the base model: the token-type table holds word shapes, attention has no dropout
(it makes the fused attention of the CPU unusable, and training three times slower), positions end
at the window.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from train.crf import Chain
from whence.annotate.encoder.pieces import Shape
from whence.annotate.encoder.tags import NAME_TAGS, POS_TAGS, ROLE_TAGS

WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6
SHAPES = len(Shape)

Untyped = Any
"""What autograd hands over has no public type."""


class Dropout(nn.Module):
    """Dropout whose lots are drawn once: drawing them anew took a tenth of the training time."""

    POOL = 1 << 24

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, states: Tensor) -> Tensor:
        """Return the states, in training with a share of them set to nought."""
        if not self.training or self.share == 0.0:
            return states
        pool = _lots(self.share)
        size = states.numel()
        at = int(torch.randint(0, len(pool) - size, ()))
        return states * pool[at : at + size].view(states.shape)


@functools.cache
def _lots(share: float) -> Tensor:
    kept = torch.full((Dropout.POOL,), 1.0 - share)
    return (torch.bernoulli(kept) / (1.0 - share)).to(torch.bfloat16)


class EightBits(torch.autograd.Function):
    """States rounded as the shipped network rounds what it multiplies; gradients pass as if not.

    One scale and zero for each text of the batch, as ONNX Runtime's DynamicQuantizeLinear has them
    for a window (quantisation-aware training: Jacob et al., 2018).
    """

    @staticmethod
    def forward(ctx: Untyped, states: Tensor) -> Tensor:
        """Return states, (batch, time, width), on one of 256 values a text."""
        del ctx
        low = states.amin((1, 2), keepdim=True).clamp(max=0.0)
        scale = (states.amax((1, 2), keepdim=True).clamp(min=0.0) - low) / 255.0
        return (states / scale.clamp_min(1e-8)).round_() * scale

    @staticmethod
    def backward(ctx: Untyped, gradient: Tensor) -> Tensor:  # type: ignore[override]
        """Return the gradient as it came."""
        del ctx
        return gradient


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT.

    `rounded` layers learn on states of eight bits, as the shipped network has them.
    """

    def __init__(self, dropout: float, *, rounded: bool = False) -> None:
        super().__init__()
        self.rounded = rounded
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Return the new states; `mask` is added to the attention scores."""
        batch, time, _ = states.shape
        query, key, value = (
            part.view(batch, time, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in self.attend(self._seen(states)).chunk(3, dim=-1)
        )
        heads = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = self.attended(self._seen(heads.transpose(1, 2).reshape(batch, time, WIDTH)))
        states = self.attention_norm(states + self.dropout(mixed))
        inner = self.narrow(self._seen(functional.gelu(self.widen(self._seen(states)))))
        return self.output_norm(states + self.dropout(inner))

    def _seen(self, states: Tensor) -> Tensor:
        rounds = self.rounded and self.training
        return cast("Tensor", EightBits.apply(states)) if rounds else states


class Encoder(nn.Module):
    """Piece ids and word shapes to one state a piece."""

    def __init__(
        self, vocabulary: int, positions: int, dropout: float = 0.1, *, rounded: bool = False
    ) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(positions, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout, rounded=rounded) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        """Return the states; `mask` is true on pieces and false on padding, None without any."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        summed = self.pieces(pieces) + self.shapes(shapes) + self.positions(places)
        states = self.dropout(self.norm(summed))
        hidden = None
        if mask is not None:
            # Half precision throughout: on a CPU, moving numbers costs more than multiplying them.
            states = states.to(torch.bfloat16)
            hidden = ((1.0 - mask[:, None, None, :].float()) * -1e4).to(torch.bfloat16)
        for layer in self.layers:
            states = layer(states, hidden)
        return states


@dataclass(frozen=True, slots=True)
class Heads:
    """The outputs for each piece."""

    roles: Tensor
    names: Tensor
    silver: Tensor
    pos: Tensor
    opens: Tensor
    relations: Tensor
    meaning: Tensor


class Reader(nn.Module):
    """The encoder with its heads. `silver` and `relations` only help in training."""

    def __init__(self, encoder: Encoder, relations: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.roles = nn.Linear(WIDTH, len(ROLE_TAGS))
        self.names = nn.Linear(WIDTH, len(NAME_TAGS))
        self.silver = nn.Linear(WIDTH, len(NAME_TAGS))
        self.pos = nn.Linear(WIDTH, len(POS_TAGS))
        self.opens = nn.Linear(WIDTH, 1)
        self.relations = nn.Linear(WIDTH, relations)
        self.meaning = nn.Linear(WIDTH, WIDTH, bias=False)
        nn.init.eye_(self.meaning.weight)
        self.dropout = Dropout(0.1)
        self.chain = Chain(len(ROLE_TAGS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Heads:
        """Return all heads' outputs for every piece."""
        states = self.encoder(pieces, shapes, mask)
        seen = self.dropout(states)
        return Heads(
            roles=self.roles(seen),
            names=self.names(seen),
            silver=self.silver(seen),
            pos=self.pos(seen),
            opens=self.opens(seen).squeeze(-1),
            relations=self.relations(seen),
            meaning=self.meaning(states),
        )


def load_base(
    folder: Path, positions: int = 512, dropout: float = 0.1, *, rounded: bool = False
) -> Encoder:
    """Return the encoder with the weights of all-MiniLM-L6-v2; every shape starts as type 0."""
    given = load_file(folder / "model.safetensors")
    given = {name.removeprefix("bert."): tensor for name, tensor in given.items()}
    encoder = Encoder(
        len(given["embeddings.word_embeddings.weight"]), positions, dropout, rounded=rounded
    )
    taken = {
        "pieces.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"][:positions],
        "shapes.weight": given["embeddings.token_type_embeddings.weight"][:1].repeat(SHAPES, 1),
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for index in range(LAYERS):
        old, new = f"encoder.layer.{index}.", f"layers.{index}."
        for part in ("weight", "bias"):
            taken[f"{new}attend.{part}"] = torch.cat(
                [
                    given[f"{old}attention.self.{which}.{part}"]
                    for which in ("query", "key", "value")
                ]
            )
            for theirs, ours in _RENAMED.items():
                taken[f"{new}{ours}.{part}"] = given[f"{old}{theirs}.{part}"]
    encoder.load_state_dict(taken)
    return encoder


_RENAMED = {
    "attention.output.dense": "attended",
    "attention.output.LayerNorm": "attention_norm",
    "intermediate.dense": "widen",
    "output.dense": "narrow",
    "output.LayerNorm": "output_norm",
}
