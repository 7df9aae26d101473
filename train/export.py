"""From averaged weights to the shipped files: ONNX, eight bits, vocabulary and configuration."""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from train.network import HEADS as HEAD_COUNT
from train.network import WIDTH, Encoder, Layer, Reader
from whence.annotate.encoder.calibration import FEATURES
from whence.annotate.encoder.tags import NAME_TAGS, POS_TAGS, ROLE_TAGS
from whence.annotate.encoder.weights import CONFIG, FORMAT, NETWORK, VOCABULARY
from whence.annotate.encoder.windows import SIZE

Untyped = Any
"""What the exporter hands over has no public type."""

HEADS = ("roles", "names", "pos", "opens")


class FusedAttention(torch.autograd.Function):
    """Attention as one operator of ONNX Runtime, a quarter faster than its parts."""

    @staticmethod
    def forward(ctx: Untyped, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """Return what the operator returns; all are (batch, time, width)."""
        del ctx
        batch, time, _ = query.shape
        parts = (
            each.view(batch, time, HEAD_COUNT, -1).transpose(1, 2) for each in (query, key, value)
        )
        mixed = nn.functional.scaled_dot_product_attention(*parts)
        return mixed.transpose(1, 2).reshape(batch, time, WIDTH)

    @staticmethod
    def symbolic(graph: Untyped, query: Untyped, key: Untyped, value: Untyped) -> Untyped:
        """Write the operator into the graph."""
        written = graph.op(
            "com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEAD_COUNT
        )
        written.setType(query.type())
        return written


class ShippedLayer(nn.Module):
    """A layer with query, key and value apart, as the fused attention wants them."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer
        self.parts = nn.ModuleList(nn.Linear(WIDTH, WIDTH) for _ in range(3))
        with torch.no_grad():
            for index, part in enumerate(self.parts):
                rows = slice(index * WIDTH, (index + 1) * WIDTH)
                part.weight.copy_(layer.attend.weight[rows])
                part.bias.copy_(layer.attend.bias[rows])

    def forward(self, states: Tensor, mask: None) -> Tensor:
        """Return the new states; there is no padding to mask."""
        del mask
        layer = self.layer
        mixed = FusedAttention.apply(*(part(states) for part in self.parts))
        states = layer.attention_norm(states + layer.attended(mixed))
        inner = layer.narrow(nn.functional.gelu(layer.widen(states)))
        return layer.output_norm(states + inner)


class Shipped(nn.Module):
    """The reader as it is shipped: the heads in one layer, without those of training."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.encoder: Encoder = copy.deepcopy(reader.encoder)
        self.encoder.layers = nn.ModuleList(ShippedLayer(layer) for layer in self.encoder.layers)
        heads = [getattr(reader, name) for name in HEADS]
        self.scores = nn.Linear(heads[0].in_features, sum(head.out_features for head in heads))
        with torch.no_grad():
            self.scores.weight.copy_(torch.cat([head.weight for head in heads]))
            self.scores.bias.copy_(torch.cat([head.bias for head in heads]))
        self.meaning = reader.meaning

    def forward(self, pieces: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores and meanings of every piece of one window without padding."""
        states = self.encoder(pieces, shapes, None)
        return self.scores(states), self.meaning(states)


def export(reader: Reader, vocabulary: Path, target: Path, *, quantised: bool = True) -> None:
    """Write the network and the vocabulary into the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    shipped = Shipped(reader.eval()).eval()
    example = torch.randint(1000, 20000, (1, SIZE - 4))
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the old exporter is deprecated, and the faster network
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            shipped,
            (example, torch.zeros_like(example)),
            str(plain),
            input_names=["pieces", "shapes"],
            output_names=["scores", "meanings"],
            dynamic_axes={name: {1: "time"} for name in ("pieces", "shapes", "scores", "meanings")},
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
        if quantised:
            quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
            quantize_dynamic(
                str(ready),
                str(target / NETWORK),
                op_types_to_quantize=["MatMul", "Gemm", "Gather"],
                per_channel=True,
                reduce_range=False,
                weight_type=QuantType.QInt8,
                extra_options={"MatMulConstBOnly": True},
            )
        else:
            shutil.copy(plain, target / NETWORK)
    onnx.checker.check_model(str(target / NETWORK))
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
        "calibration": {"weights": [0.0] * len(FEATURES)},
        "joints": table,
    }
    config |= chosen or {}
    path = target / CONFIG
    path.write_text(json.dumps(config, indent=0, sort_keys=True) + "\n", encoding="utf-8")
