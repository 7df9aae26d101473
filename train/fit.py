"""The training loop: clock-bound, averaged, and resumable from its last checkpoint."""

from __future__ import annotations

import copy
import json
import math
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from train.batches import Batch, Sample, Sampler
from train.documents import UNKNOWN, Document
from train.network import LAYERS, Reader
from train.recipe import Recipe

EARLY = 0.3
"""When the averaged weights are kept once more, to be mixed with the last ones."""

Evaluate = Callable[[Reader], dict[str, float]]


class Fit:
    """One training with all its state: weights, their average, optimiser, steps and seconds."""

    def __init__(self, reader: Reader, recipe: Recipe, folder: Path) -> None:
        self.reader = reader
        self.recipe = recipe
        self.folder = folder
        self.average = copy.deepcopy(reader).eval()
        self.optimizer = torch.optim.AdamW(
            _groups(reader, recipe), betas=(0.9, 0.98), eps=1e-6, fused=True
        )
        self.step = 0
        self.seconds = 0.0
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def progress(self) -> float:
        """The share of the training that has passed, from 0 to 1."""
        return max(self.step / self.recipe.steps, self.seconds / (60 * self.recipe.minutes))

    def run(
        self,
        sampler: Sampler,
        mixture: list[tuple[list[Document], float]],
        vectors: NDArray[np.float16],
        evaluate: Evaluate,
    ) -> None:
        """Train to the end of the recipe; saves every five minutes, evaluates every ten."""
        self._resume()
        batches = _mixed(sampler, mixture, self.recipe.batch)
        saved = evaluated = self.seconds
        while self.progress < 1.0:
            began = time.monotonic()
            losses = self._learn(sampler.pad(next(batches)), vectors)
            self.seconds += time.monotonic() - began
            if self.step % 50 == 0:
                self._log({"step": self.step, "seconds": round(self.seconds), **losses})
            if self.seconds - evaluated > 600:
                evaluated = self.seconds
                self._log({"step": self.step, **evaluate(self.average)})
            if self.seconds - saved > 300:
                saved = self.seconds
                self.save()
            if self.progress > EARLY and not (self.folder / "early.pt").exists():
                torch.save(self.average.state_dict(), self.folder / "early.pt")
        self._log({"step": self.step, **evaluate(self.average)})
        self.save()

    def _learn(self, batch: Batch, vectors: NDArray[np.float16]) -> dict[str, float]:
        rate = _rate(self.step, self.progress, self.recipe)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * rate
        self.reader.train()
        losses = self._losses(batch, vectors)
        loss = torch.stack(list(losses.values())).sum()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        if self.step % 4 == 0:
            self._update_average()
        return {name: round(value.item(), 4) for name, value in losses.items()}

    def _update_average(self) -> None:
        keep = min(self.recipe.average, self.step / (self.step + 20)) ** 4
        with torch.no_grad():
            ours = list(self.average.parameters())
            torch._foreach_lerp_(ours, [p.detach() for p in self.reader.parameters()], 1 - keep)

    def _losses(self, batch: Batch, vectors: NDArray[np.float16]) -> dict[str, Tensor]:
        recipe = self.recipe
        with torch.autocast("cpu", torch.bfloat16):
            heads = self.reader(batch.pieces, batch.shapes, batch.mask)
        at = batch.first
        losses = {}
        rows = (batch.labels["roles"] != UNKNOWN).any(1)
        if rows.any():
            emissions = _at(heads.roles, at)[rows].float()
            losses["roles"] = recipe.weight_roles * self.reader.chain.loss(
                emissions, batch.labels["roles"][rows], batch.words[rows], batch.weights[rows]
            )
        if batch.softly.any():
            rows = batch.softly
            emissions = _at(heads.roles, at)[rows].float()
            losses["softly"] = recipe.weight_roles * self.reader.chain.distance(
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

    def save(self) -> None:
        """Keep everything that is needed to go on, and the averaged weights by themselves."""
        state = {
            "reader": self.reader.state_dict(),
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
        if not path.exists():
            return
        state = torch.load(path, weights_only=True)
        self.reader.load_state_dict(state["reader"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.seconds = state["step"], state["seconds"]

    def _log(self, entry: dict[str, float]) -> None:
        line = json.dumps(entry)
        print(line, flush=True)
        with (self.folder / "log.jsonl").open("a") as log:
            log.write(line + "\n")


def _mixed(
    sampler: Sampler, mixture: list[tuple[list[Document], float]], size: int
) -> Iterator[list[Sample]]:
    """Yield batches that hold each part's share of windows; the first part takes the rest."""
    sources = [sampler.windows(documents) for documents, share in mixture if share > 0]
    counts = [round(size * share) for _, share in mixture if share > 0]
    counts[0] = size - sum(counts[1:])
    while True:
        yield [
            sample
            for source, count in zip(sources, counts, strict=True)
            for sample in islice(source, count)
        ]


def _groups(reader: Reader, recipe: Recipe) -> list[dict[str, object]]:
    """Return parameter groups: lower layers learn more slowly, heads faster, norms do not decay."""
    groups = []
    for name, parameter in reader.named_parameters():
        if name.startswith("encoder.layers."):
            depth = LAYERS - 1 - int(name.split(".")[2])
            rate = recipe.rate * recipe.layer_decay**depth
        elif name.startswith("encoder.shapes"):
            rate = recipe.head_rate
        elif name.startswith("encoder."):
            rate = recipe.rate * recipe.layer_decay**LAYERS
        elif name.startswith("meaning"):
            rate = recipe.rate
        else:
            rate = recipe.head_rate * (5.0 if "chain" in name else 1.0)
        decay = 0.01 if parameter.ndim > 1 and "chain" not in name else 0.0
        groups.append({"params": [parameter], "lr": rate, "base": rate, "weight_decay": decay})
    return groups


def _rate(step: int, progress: float, recipe: Recipe) -> float:
    """Return the share of the learning rate: a short climb, then half a cosine down to 2 %."""
    climb = min(1.0, (step + 1) / recipe.warmup)
    return climb * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, progress))))


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
