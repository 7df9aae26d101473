"""What the model answers about two texts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inference:
    """The chances that a hypothesis follows from its premise, is open, or is ruled out by it.

    All three lie between 0 and 1 and add up to 1.
    """

    entailment: float
    neutral: float
    contradiction: float


@dataclass(frozen=True, slots=True)
class Bearing:
    """The chances that two statements say the same, clash, move on, back each other, or do neither.

    All five lie between 0 and 1 and add up to 1. `revises` is a clash that the words show to be a
    change over time.
    """

    same: float
    contradicts: float
    revises: float
    supports: float
    none: float
