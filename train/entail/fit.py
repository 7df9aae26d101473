"""The training loop: clock-bound, averaged, and resumable from its last checkpoint."""

from __future__ import annotations

import copy
import json
import math
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from train.entail.batches import UNKNOWN, Batch, Sampler, allowed
from train.entail.network import Judge
from train.entail.pairs import CONTRADICTION, ENTAILMENT, NEUTRAL, columns
from train.entail.recipe import Recipe
from train.network import LAYERS

_INFERRED = torch.tensor([ENTAILMENT, CONTRADICTION, NEUTRAL])
"""What a stance (for, against, observing) is as an inference of the claim from the headline."""

_ALLOWED = allowed()


class Fit:
    """One training with all its state: weights, their average, optimiser, steps and seconds."""

    def __init__(self, judge: Judge, recipe: Recipe, folder: Path) -> None:
        self.judge, self.recipe, self.folder = judge, recipe, folder
        self.average = copy.deepcopy(judge).eval()
        self.optimizer = torch.optim.AdamW(
            _groups(judge, recipe), betas=(0.9, 0.98), eps=1e-6, fused=True
        )
        self.step, self.seconds = 0, 0.0
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def progress(self) -> float:
        """The share of the training that has passed, from 0 to 1."""
        return max(self.step / self.recipe.steps, self.seconds / (60 * self.recipe.minutes))

    def run(self, sampler: Sampler, evaluate: Callable[[Judge], Mapping[str, float]]) -> None:
        """Train to the end of the recipe; saves every four minutes, evaluates every twelve."""
        self._resume()
        batches = sampler.batches(self.recipe.pieces, self.recipe.longest)
        saved = evaluated = self.seconds
        while self.progress < 1.0:
            began = time.monotonic()
            losses = self._learn(next(batches))
            self.seconds += time.monotonic() - began
            if self.step % 50 == 0:
                self._log({"step": self.step, "seconds": round(self.seconds), **losses})
            if self.seconds - evaluated > 720:
                evaluated = self.seconds
                self._log({"step": self.step, **evaluate(self.average)})
            if self.seconds - saved > 240:
                saved = self.seconds
                self.save()
        self.save()
        self._log({"step": self.step, **evaluate(self.average)})

    def _learn(self, batch: Batch) -> dict[str, float]:
        rate = _rate(self.step, self.progress, self.recipe)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * rate
        self.judge.train()
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.judge(batch.pieces, batch.sides, batch.mask)
        losses = losses_of(scores.float(), batch, self.recipe.weight_stance)
        (torch.stack(list(losses.values())).sum() / len(batch)).backward()
        torch.nn.utils.clip_grad_norm_(self.judge.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        self._update_average()
        return {name: round(value.item() / len(batch), 4) for name, value in losses.items()}

    def _update_average(self) -> None:
        keep = min(self.recipe.average, self.step / (self.step + 20))
        learnt = zip(self.average.parameters(), self.judge.parameters(), strict=True)
        ours, theirs = zip(*((a, p.detach()) for a, p in learnt if p.requires_grad), strict=True)
        with torch.no_grad():
            torch._foreach_lerp_(list(ours), list(theirs), 1 - keep)

    def save(self) -> None:
        """Keep everything that is needed to go on, and the averaged weights by themselves."""
        state = {
            "judge": self.judge.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
        }
        for name, what in (("last.pt", state), ("average.pt", state["average"])):
            partial = self.folder / f"{name}.part"
            torch.save(what, partial)
            partial.replace(self.folder / name)

    def _resume(self) -> None:
        path = self.folder / "last.pt"
        if path.exists():
            state = torch.load(path, weights_only=True)
            self.judge.load_state_dict(state["judge"])
            self.average.load_state_dict(state["average"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step, self.seconds = state["step"], state["seconds"]

    def _log(self, entry: Mapping[str, float]) -> None:
        line = json.dumps(entry)
        print(line, flush=True)
        with (self.folder / "log.jsonl").open("a") as log:
            log.write(line + "\n")


def losses_of(scores: Tensor, batch: Batch, weight_stance: float) -> dict[str, Tensor]:
    """Return each head's loss, summed over the pairs that have a label for it."""
    parts = {name: scores[:, low:high] for name, (low, high) in columns().items()}
    losses = {}
    known = batch.labels["inference"] != UNKNOWN
    logs = parts["inference"].log_softmax(-1)
    left = _ALLOWED[batch.labels["inference"][known]]
    losses["inference"] = -logs[known].masked_fill(~left, -torch.inf).logsumexp(-1).sum()
    for head in ("stance", "body"):
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


def _groups(judge: Judge, recipe: Recipe) -> list[dict[str, object]]:
    """Return parameter groups: lower layers learn more slowly, heads faster, norms do not decay."""
    groups = []
    for name, parameter in judge.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("encoder.layers."):
            rate = recipe.rate * recipe.layer_decay ** (LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder."):
            rate = recipe.rate * recipe.layer_decay**LAYERS
        else:
            rate = recipe.head_rate
        decay = 0.01 if parameter.ndim > 1 else 0.0
        groups.append({"params": [parameter], "lr": rate, "base": rate, "weight_decay": decay})
    return groups


def _rate(step: int, progress: float, recipe: Recipe) -> float:
    """Return the share of the learning rate: a short climb, then a straight line down to 2 %."""
    climb = min(1.0, (step + 1) / recipe.warmup)
    return climb * max(0.02, 1.0 - math.fabs(progress))
