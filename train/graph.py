"""An encoder as it is shipped: layers in eight bits, fused attention, and the way to ONNX."""

from __future__ import annotations

import copy
import shutil
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from train.network import HEADS, WIDTH, Encoder, Layer

Untyped = Any
"""What the exporter hands over has no public type."""


class Table(nn.Module):
    """The vectors of the vocabulary in 8 bits, each row with a scale of its own.

    ONNX Runtime's quantiser has one scale for the whole table, which costs accuracy.
    """

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127.0
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, pieces: Tensor) -> Tensor:
        """Return the vectors of pieces."""
        return nn.functional.embedding(pieces, self.rows).float() * self.scale[pieces]


class FusedAttention(torch.autograd.Function):
    """Attention as one operator of ONNX Runtime, a quarter faster than its parts."""

    @staticmethod
    def forward(ctx: Untyped, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """Return what the operator returns; all are (batch, time, width)."""
        del ctx
        batch, time, _ = query.shape
        parts = (each.view(batch, time, HEADS, -1).transpose(1, 2) for each in (query, key, value))
        mixed = nn.functional.scaled_dot_product_attention(*parts)
        return mixed.transpose(1, 2).reshape(batch, time, WIDTH)

    @staticmethod
    def symbolic(graph: Untyped, query: Untyped, key: Untyped, value: Untyped) -> Untyped:
        """Write the operator into the graph."""
        written = graph.op(
            "com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS
        )
        written.setType(query.type())
        return written


class Plain(nn.Module):
    """A linear layer whose products the quantiser may turn into 8-bit ones."""

    def __init__(self, weight: Tensor, bias: Tensor | None) -> None:
        super().__init__()
        self.weight = nn.Parameter(weight.detach().t().contiguous())
        self.bias = None if bias is None else nn.Parameter(bias.detach().clone())

    def forward(self, states: Tensor) -> Tensor:
        """Return the layer's output."""
        product = torch.matmul(states, self.weight)
        return product if self.bias is None else product + self.bias


class Stored(nn.Module):
    """A linear layer kept in 8 bits, a scale for each output, and computed in 32.

    ONNX Runtime widens the weights once, when it loads them. It is for the last layers, which are
    small: for the wide ones it would win a quarter of a point of F1, and take twice the time.
    """

    def __init__(self, weight: Tensor, bias: Tensor | None) -> None:
        super().__init__()
        columns = weight.detach().t().contiguous()
        scale = columns.abs().amax(0, keepdim=True).clamp_min(1e-8) / 127.0
        self.register_buffer("columns", torch.round(columns / scale).to(torch.int8))
        self.register_buffer("scale", scale)
        self.bias = None if bias is None else nn.Parameter(bias.detach().clone())

    def forward(self, states: Tensor) -> Tensor:
        """Return the layer's output."""
        product = torch.matmul(states, self.columns.float() * self.scale)
        return product if self.bias is None else product + self.bias


class ShippedLayer(nn.Module):
    """A layer with query, key and value apart, as the fused attention wants them."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        weights, biases = layer.attend.weight.chunk(3), layer.attend.bias.chunk(3)
        self.parts = nn.ModuleList(Plain(w, b) for w, b in zip(weights, biases, strict=True))
        self.attended = Plain(layer.attended.weight, layer.attended.bias)
        self.widen = Plain(layer.widen.weight, layer.widen.bias)
        self.narrow = Plain(layer.narrow.weight, layer.narrow.bias)
        self.attention_norm, self.output_norm = layer.attention_norm, layer.output_norm

    def forward(self, states: Tensor, mask: None) -> Tensor:
        """Return the new states; there is no padding to mask."""
        del mask
        mixed = FusedAttention.apply(*(part(states) for part in self.parts))
        states = self.attention_norm(states + self.attended(mixed))
        inner = self.narrow(nn.functional.gelu(self.widen(states)))
        return self.output_norm(states + inner)


def shipped_encoder(encoder: Encoder, pieces: nn.Module) -> Encoder:
    """Return a copy of an encoder with its layers as they are shipped and that table of pieces."""
    shipped = copy.deepcopy(encoder)
    shipped.pieces = pieces
    shipped.layers = nn.ModuleList(ShippedLayer(layer) for layer in shipped.layers)
    return shipped


@dataclass(frozen=True, slots=True)
class Ends:
    """The names of a graph's two inputs and of its outputs, and how long an example is.

    Inputs are (1, time); so are the outputs named in `timed`, with a width behind it.
    """

    inputs: tuple[str, str]
    outputs: tuple[str, ...]
    timed: tuple[str, ...]
    example: int


def write_graph(network: nn.Module, ends: Ends, path: Path, *, quantised: bool) -> None:
    """Write a network of pieces and their kinds to a file of ONNX, its products in eight bits."""
    example = torch.randint(1000, 20000, (1, ends.example))
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the old exporter is deprecated, and the faster network
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network.eval(),
            (example, torch.zeros_like(example)),
            str(plain),
            input_names=list(ends.inputs),
            output_names=list(ends.outputs),
            dynamic_axes={name: {1: "time"} for name in (*ends.inputs, *ends.timed)},
            opset_version=17,
            do_constant_folding=False,  # it would widen what is stored in 8 bits
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
        if quantised:
            quantize_dynamic(
                str(plain),
                str(path),
                op_types_to_quantize=["MatMul"],
                per_channel=True,
                weight_type=QuantType.QInt8,
                extra_options={"MatMulConstBOnly": True},
            )
        else:
            shutil.copy(plain, path)
    onnx.checker.check_model(str(path))
