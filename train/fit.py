"""How the reader is trained: its losses, its rates, and the mixture of its batches."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from train.batches import Batch, Sample, Sampler
from train.documents import UNKNOWN, Document
from train.loop import Course, Losses, encoder_rate
from train.network import Reader
from train.recipe import Recipe

EARLY = 0.3
"""When the averaged weights are kept once more, to be mixed with the last ones."""


def course(recipe: Recipe, vectors: NDArray[np.float16]) -> Course[Reader, Batch]:
    """Return the course of a recipe; `vectors` are the teacher's."""
    return Course(
        name="reader",
        losses=lambda reader, batch: Losses(losses_of(reader, batch, recipe, vectors)),
        rate_of=lambda name: _rate_of(name, recipe),
        fall=_half_cosine,
        steps=recipe.steps,
        minutes=recipe.minutes,
        warmup=recipe.warmup,
        average=recipe.average,
        averaged=4,
        early=EARLY,
    )


def _rate_of(name: str, recipe: Recipe) -> float:
    """Return a parameter's rate: lower layers learn more slowly, heads faster."""
    if name.startswith("encoder.") and not name.startswith("encoder.shapes"):
        return encoder_rate(name, recipe.rate, recipe.layer_decay)
    if name.startswith("meaning"):
        return recipe.rate
    return recipe.head_rate * (5.0 if "chain" in name else 1.0)


def _half_cosine(progress: float) -> float:
    """Fall along half a cosine, down to 2 %."""
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, progress)))


def losses_of(
    reader: Reader, batch: Batch, recipe: Recipe, vectors: NDArray[np.float16]
) -> dict[str, Tensor]:
    """Return each task's loss, weighted, where the batch has labels for it."""
    with torch.autocast("cpu", torch.bfloat16):
        heads = reader(batch.pieces, batch.shapes, batch.mask)
    at = batch.first
    losses = {}
    rows = (batch.labels["roles"] != UNKNOWN).any(1)
    if rows.any():
        emissions = _at(heads.roles, at)[rows].float()
        losses["roles"] = recipe.weight_roles * reader.chain.loss(
            emissions, batch.labels["roles"][rows], batch.words[rows], batch.weights[rows]
        )
    if batch.softly.any():
        rows = batch.softly
        emissions = _at(heads.roles, at)[rows].float()
        losses["softly"] = recipe.weight_roles * reader.chain.distance(
            emissions, batch.chances[rows], batch.words[rows], batch.weights[rows]
        )
    for task, scores, weight in (
        ("names", heads.names, recipe.weight_names),
        ("silver", heads.silver, recipe.weight_silver),
        ("pos", heads.pos, recipe.weight_pos),
        ("relations", heads.relations, recipe.weight_relations),
    ):
        losses[task] = weight * _entropy(_at(scores, at), batch.labels[task])
    opens = batch.labels["opens"]
    known = opens != UNKNOWN
    if known.any():
        scores = heads.opens.gather(1, at)[known].float()
        losses["opens"] = recipe.weight_opens * functional.binary_cross_entropy_with_logits(
            scores, opens[known].float()
        )
    if len(batch.meanings):
        losses["meaning"] = recipe.weight_meaning * _distance(
            heads.meaning, batch.meanings, vectors
        )
    return losses


def batches(
    sampler: Sampler, mixture: list[tuple[list[Document], float]], size: int
) -> Iterator[Batch]:
    """Yield batches that hold each part's share of windows; the first part takes the rest."""
    sources = [sampler.windows(documents) for documents, share in mixture if share > 0]
    counts = [round(size * share) for _, share in mixture if share > 0]
    counts[0] = size - sum(counts[1:])
    while True:
        drawn: list[Sample] = []
        for source, count in zip(sources, counts, strict=True):
            drawn += islice(source, count)
        yield sampler.pad(drawn)


def _at(scores: Tensor, first: Tensor) -> Tensor:
    return scores.gather(1, first[:, :, None].expand(-1, -1, scores.shape[2]))


def _entropy(scores: Tensor, labels: Tensor) -> Tensor:
    known = labels != UNKNOWN
    if not known.any():
        return torch.zeros(())
    return functional.cross_entropy(scores[known].float(), labels[known])


def _distance(states: Tensor, ranges: Tensor, vectors: NDArray[np.float16]) -> Tensor:
    """Return the mean cosine distance of pooled ranges from the teacher's vectors."""
    summed = functional.pad(states.float().cumsum(1), (0, 0, 1, 0))
    rows, low, high, which = ranges.unbind(1)
    pooled = summed[rows, high] - summed[rows, low]
    target = torch.from_numpy(vectors[which.numpy()].astype(np.float32))
    return 1.0 - functional.cosine_similarity(pooled, target).mean()
