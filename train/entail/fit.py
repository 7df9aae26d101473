"""How the judge of pairs is trained: its losses and its rates."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from train.entail.batches import UNKNOWN, Batch, allowed
from train.entail.network import Judge
from train.entail.pairs import CONTRADICTION, ENTAILMENT, NEUTRAL, columns
from train.entail.recipe import Recipe
from train.loop import Course, Losses, encoder_rate

_INFERRED = torch.tensor([ENTAILMENT, CONTRADICTION, NEUTRAL])
"""What a stance (for, against, observing) is as an inference of the claim from the headline."""

_ALLOWED = allowed()


def course(recipe: Recipe) -> Course[Judge, Batch]:
    """Return the course of a recipe."""
    return Course(
        name="judge",
        losses=lambda judge, batch: _losses(judge, batch, recipe),
        rate_of=lambda name: _rate_of(name, recipe),
        fall=_straight,
        steps=recipe.steps,
        minutes=recipe.minutes,
        warmup=recipe.warmup,
        average=recipe.average,
        saved=240.0,
        evaluated=300.0,
    )


def _rate_of(name: str, recipe: Recipe) -> float:
    """Return a parameter's rate: lower layers learn more slowly, heads faster."""
    if name.startswith("encoder."):
        return encoder_rate(name, recipe.rate, recipe.layer_decay)
    return recipe.head_rate


def _straight(progress: float) -> float:
    """Fall along a straight line, down to 2 %."""
    return max(0.02, 1.0 - progress)


def _losses(judge: Judge, batch: Batch, recipe: Recipe) -> Losses:
    with torch.autocast("cpu", torch.bfloat16):
        scores = judge(batch.pieces, batch.sides, batch.mask)
    return Losses(losses_of(scores.float(), batch, recipe.weight_stance), len(batch))


def losses_of(scores: Tensor, batch: Batch, weight_stance: float) -> dict[str, Tensor]:
    """Return each head's loss, summed over the pairs that have a label for it."""
    parts = {name: scores[:, low:high] for name, (low, high) in columns().items()}
    losses = {}
    known = batch.labels["inference"] != UNKNOWN
    logs = parts["inference"].log_softmax(-1)
    left = _ALLOWED[batch.labels["inference"][known]]
    losses["inference"] = -logs[known].masked_fill(~left, -torch.inf).logsumexp(-1).sum()
    for head in ("stance", "body", "bearing"):
        losses[head] = functional.cross_entropy(
            parts[head], batch.labels[head], ignore_index=UNKNOWN, reduction="sum"
        )
    stances = batch.labels["stance"]
    told = stances != UNKNOWN
    # A headline is news too: its stance tells what it leaves of the claim.
    losses["told"] = weight_stance * functional.nll_loss(
        logs[told], _INFERRED[stances[told]], reduction="sum"
    )
    for head in ("strengthens", "weakens"):
        marked = batch.labels[head] != UNKNOWN
        losses[head] = functional.binary_cross_entropy_with_logits(
            parts[head][marked, 0], batch.labels[head][marked].float(), reduction="sum"
        )
    return losses
