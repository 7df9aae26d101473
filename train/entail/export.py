"""From averaged weights to the shipped files: ONNX, eight bits, heads and calibration."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from train.entail.network import Judge
from train.entail.pairs import columns
from train.graph import Ends, Stored, Table, shipped_encoder, write_graph
from whence.link.entailment.weights import CONFIG, FORMAT, INFERENCE, NETWORK

_LATIN = 0x250
"""The first code point behind the Latin letters."""

ENDS = Ends(("pieces", "sides"), ("scores",), (), 60)


class Kept(nn.Module):
    """The vectors of the pieces that English can hold; all others share that of unknown words."""

    def __init__(self, table: nn.Embedding, vocabulary: list[str]) -> None:
        super().__init__()
        unknown = vocabulary.index("[UNK]")
        kept = [at for at, piece in enumerate(vocabulary) if at == unknown or english(piece)]
        rows = np.full(len(vocabulary), kept.index(unknown), dtype=np.int16)
        rows[kept] = np.arange(len(kept))
        self.register_buffer("row", torch.from_numpy(rows))
        self.table = Table(nn.Embedding.from_pretrained(table.weight.detach()[kept]))

    def forward(self, pieces: Tensor) -> Tensor:
        """Return the vectors of pieces."""
        return self.table(self.row[pieces].long())


def english(piece: str) -> bool:
    """Say whether a piece may stand in English text: Latin letters, digits, marks of print."""
    if piece.startswith("[unused"):
        return False
    bare = piece.removeprefix("##")
    return all(ord(c) < _LATIN or not c.isalnum() for c in bare)


class Shipped(nn.Module):
    """The network as it is shipped: one pair at a time, nothing masked."""

    def __init__(self, judge: Judge, vocabulary: list[str]) -> None:
        super().__init__()
        self.encoder = shipped_encoder(judge.encoder, Kept(judge.encoder.pieces, vocabulary))
        self.pool = judge.pool
        self.scores = Stored(judge.scores.weight, judge.scores.bias)

    def forward(self, pieces: Tensor, sides: Tensor) -> Tensor:
        """Return the scores (1, columns) of one pair."""
        return self.scores(self.pool(self.encoder(pieces, sides, None), None))


def export(judge: Judge, vocabulary: Path, target: Path, *, quantised: bool = True) -> None:
    """Write the network into the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    pieces = vocabulary.read_text(encoding="utf-8").splitlines()
    write_graph(Shipped(judge.eval(), pieces), ENDS, target / NETWORK, quantised=quantised)


def write_config(
    vocabulary: Path, target: Path, temperature: float = 1.0, least: dict[str, float] | None = None
) -> None:
    """Write `entailment.json`; `least` holds the lowest scores that count as yes, by head."""
    config = {
        "format": FORMAT,
        "inference": list(INFERENCE),
        "heads": {name: list(ends) for name, ends in columns().items()},
        "temperature": temperature,
        "least": least or {},
        "vocabulary": hashlib.sha256(vocabulary.read_bytes()).hexdigest(),
    }
    path = target / CONFIG
    path.write_text(json.dumps(config, indent=1, sort_keys=True) + "\n", encoding="utf-8")
