"""From averaged weights to the shipped files: ONNX, eight bits, vocabulary and configuration."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from train.graph import Ends, Plain, Stored, Table, shipped_encoder, write_graph
from train.network import Reader
from whence.annotate.encoder.calibration import FEATURES
from whence.annotate.encoder.tags import NAME_TAGS, POS_TAGS, ROLE_TAGS
from whence.annotate.encoder.weights import CONFIG, FORMAT, NETWORK, VOCABULARY
from whence.annotate.encoder.windows import SIZE

HEADS = ("roles", "names", "pos", "opens")
ENDS = Ends(("pieces", "shapes"), ("scores", "meanings"), ("scores", "meanings"), SIZE - 4)


class Shipped(nn.Module):
    """The reader as it is shipped: the heads in one layer, without those of training."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder = shipped_encoder(reader.encoder, Table(reader.encoder.pieces))
        heads = [getattr(reader, name) for name in HEADS]
        self.scores = Stored(
            torch.cat([head.weight for head in heads]), torch.cat([head.bias for head in heads])
        )
        # Vectors are sums over many pieces: what eight bits take from each is lost among them.
        self.meaning = Plain(reader.meaning.weight, None)

    def forward(self, pieces: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores and meanings of every piece of one window without padding."""
        states = self.encoder(pieces, shapes, None)
        return self.scores(states), self.meaning(states)


def export(reader: Reader, vocabulary: Path, target: Path, *, quantised: bool = True) -> None:
    """Write the network and the vocabulary into the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    write_graph(Shipped(reader.eval()), ENDS, target / NETWORK, quantised=quantised)
    shutil.copy(vocabulary, target / VOCABULARY)


def write_config(
    reader: Reader, table: dict[str, float], target: Path, chosen: dict[str, Any] | None = None
) -> None:
    """Write `reader.json`; `chosen` holds `role_bias` and `calibration` once they are known."""
    heads, at = {}, 0
    for name in HEADS:
        width = getattr(reader, name).out_features
        heads[name] = [at, at + width]
        at += width
    transitions = reader.chain.scores().detach().tolist()
    config: dict[str, Any] = {
        "format": FORMAT,
        "roles": list(ROLE_TAGS),
        "names": list(NAME_TAGS),
        "pos": list(POS_TAGS),
        "heads": heads,
        "transitions": [[round(value, 4) for value in row] for row in transitions],
        "role_bias": [0.0] * len(ROLE_TAGS),
        "calibration": {"weights": dict.fromkeys(FEATURES, 0.0)},
        "joints": table,
    }
    config |= chosen or {}
    path = target / CONFIG
    path.write_text(json.dumps(config, indent=0, sort_keys=True) + "\n", encoding="utf-8")
