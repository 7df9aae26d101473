"""The measures of the field, each a few lines: precision, recall and F1 of sets."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Score:
    """Counts that add up; the ratios are in per cent."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Right among the predicted."""
        return 100.0 * self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Right among the gold."""
        return 100.0 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.predicted + self.gold
        return 200.0 * self.right / both if both else 0.0

    def as_json(self) -> dict[str, float]:
        """Return the ratios, rounded to a tenth, and the number of gold items."""
        return {
            "p": round(self.precision, 1),
            "r": round(self.recall, 1),
            "f1": round(self.f1, 1),
            "n": self.gold,
        }


def exact(predicted: AbstractSet[Any], gold: AbstractSet[Any]) -> Score:
    """Score a set against the gold set: an item is right when it is in both."""
    return Score(len(predicted & gold), len(predicted), len(gold))


def total(scores: Iterable[Score]) -> Score:
    """Return the micro average: all counts added up."""
    result = Score()
    for score in scores:
        result += score
    return result
