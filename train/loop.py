"""The training loop: clock-bound, averaged, and resumable from its last checkpoint."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor, nn

from train.network import LAYERS

Network = TypeVar("Network", bound=nn.Module)
Batch = TypeVar("Batch")


@dataclass(frozen=True, slots=True)
class Losses:
    """The losses of a batch by name, to be added up and divided by `over`."""

    parts: Mapping[str, Tensor]
    over: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Generic[Network, Batch]):
    """What one training does otherwise than another.

    `name` is the network's in the file to go on from. `rate_of` gives the highest learning rate of
    a parameter by its name, `fall` the share of it when that part of the training has passed, from
    0 to 1; over the first `warmup` steps it climbs. The training ends after `steps` or `minutes`,
    whichever comes first. The average keeps `average` of itself a step and is brought up to date
    every `averaged` steps. Every `saved` seconds of training all is saved, every `evaluated` the
    average is evaluated; when the part `early` has passed, the average is kept once more.
    """

    name: str
    losses: Callable[[Network, Batch], Losses]
    rate_of: Callable[[str], float]
    fall: Callable[[float], float]
    steps: int
    minutes: float
    warmup: int
    average: float
    averaged: int = 1
    saved: float = 300.0
    evaluated: float = 600.0
    early: float | None = None


class Training(Generic[Network, Batch]):
    """One training with all its state: weights, their average, optimiser, steps and seconds."""

    def __init__(self, network: Network, course: Course[Network, Batch], folder: Path) -> None:
        self.network, self.course, self.folder = network, course, folder
        self.average = copy.deepcopy(network).eval()
        self.optimizer = torch.optim.AdamW(
            _groups(network, course.rate_of), betas=(0.9, 0.98), eps=1e-6, fused=True
        )
        self.step, self.seconds = 0, 0.0
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def progress(self) -> float:
        """The share of the training that has passed, from 0 to 1."""
        return max(self.step / self.course.steps, self.seconds / (60 * self.course.minutes))

    def run(
        self, batches: Iterator[Batch], evaluate: Callable[[Network], Mapping[str, float]]
    ) -> None:
        """Train to the end of the course, from where it was stopped before."""
        self._resume()
        saved = evaluated = self.seconds
        while self.progress < 1.0:
            began = time.monotonic()
            losses = self._learn(next(batches))
            self.seconds += time.monotonic() - began
            if self.step % 50 == 0:
                self._log({"step": self.step, "seconds": round(self.seconds), **losses})
            if self.seconds - evaluated > self.course.evaluated:
                evaluated = self.seconds
                self._log({"step": self.step, **evaluate(self.average)})
            if self.seconds - saved > self.course.saved:
                saved = self.seconds
                self.save()
            self._keep_early()
        self.save()
        self._log({"step": self.step, **evaluate(self.average)})

    def _learn(self, batch: Batch) -> dict[str, float]:
        rate = self._rate()
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * rate
        self.network.train()
        losses = self.course.losses(self.network, batch)
        (torch.stack(list(losses.parts.values())).sum() / losses.over).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        if self.step % self.course.averaged == 0:
            self._update_average()
        return {name: round(part.item() / losses.over, 4) for name, part in losses.parts.items()}

    def _rate(self) -> float:
        climb = min(1.0, (self.step + 1) / self.course.warmup)
        return climb * self.course.fall(self.progress)

    def _update_average(self) -> None:
        keep = min(self.course.average, self.step / (self.step + 20)) ** self.course.averaged
        both = zip(self.average.parameters(), self.network.parameters(), strict=True)
        ours, theirs = zip(*((a, p.detach()) for a, p in both if p.requires_grad), strict=True)
        with torch.no_grad():
            torch._foreach_lerp_(list(ours), list(theirs), 1 - keep)

    def save(self) -> None:
        """Keep everything that is needed to go on, and the averaged weights by themselves."""
        state = {
            self.course.name: self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
        }
        self._write("last.pt", state)
        self._write("average.pt", state["average"])

    def _keep_early(self) -> None:
        early = self.course.early
        if early is not None and self.progress > early and not self._at("early.pt").exists():
            self._write("early.pt", self.average.state_dict())

    def _resume(self) -> None:
        path = self._at("last.pt")
        if not path.exists():
            return
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state[self.course.name])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.seconds = state["step"], state["seconds"]

    def _at(self, name: str) -> Path:
        return self.folder / name

    def _write(self, name: str, what: object) -> None:
        partial = self._at(f"{name}.part")
        torch.save(what, partial)
        partial.replace(self._at(name))

    def _log(self, entry: Mapping[str, float]) -> None:
        line = json.dumps(entry)
        print(line, flush=True)
        with self._at("log.jsonl").open("a") as log:
            log.write(line + "\n")


def encoder_rate(name: str, rate: float, decay: float) -> float:
    """Return the rate of a parameter of the encoder: the lower its layer, the more slowly."""
    is_layer = name.startswith("encoder.layers.")
    return rate * decay ** (LAYERS - 1 - int(name.split(".")[2]) if is_layer else LAYERS)


def _groups(network: nn.Module, rate_of: Callable[[str], float]) -> list[dict[str, Any]]:
    """Return a group for each parameter that learns; norms and transitions do not decay."""
    groups = []
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            rate = rate_of(name)
            decay = 0.01 if parameter.ndim > 1 and "chain" not in name else 0.0
            groups.append({"params": [parameter], "lr": rate, "base": rate, "weight_decay": decay})
    return groups
