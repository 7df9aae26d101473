"""The probability that a whole attribution is right, from how sure the model is of its parts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

FEATURES: Final = (
    *("one", "source", "cue", "content", "content_begins", "content_ends", "joint_source"),
    *("joint_content", "no_source", "quoted", "pieces", "short", "long", "passages"),
)


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression, one weight for each of `FEATURES`, fitted on held-out articles."""

    weights: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.weights) != len(FEATURES):
            raise ValueError(f"calibration needs {len(FEATURES)} weights")

    def confidence(self, features: tuple[float, ...]) -> float:
        """Return the probability, from 0 to 1."""
        pairs = zip(self.weights, features, strict=True)
        total = sum(weight * value for weight, value in pairs)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def log_odds(chance: float) -> float:
    """Return the log-odds of a probability, held within ±7."""
    kept = min(max(chance, 0.001), 0.999)
    return math.log(kept / (1.0 - kept))
