"""What is chosen when the weights are made: the temperature, and when ClaimDiff's heads say yes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from train.entail.measures import COLUMNS, Floats, differs
from train.entail.pairs import ALLOWED, INFERENCES, Pair

CALIBRATED: Final = frozenset(
    {"te_base", "te_edit_premise", "te_edit_other", "te_contrast", "te_paragraph", "mnli"}
)
"""Sets of prose, none of captions, on whose "tune" half the temperature is chosen."""


def chances(scores: Floats, temperature: float) -> Floats:
    """Return the chances of the three classes."""
    three = scores[:, COLUMNS["inference"]] / temperature
    raised = np.exp(three - three.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True))


def temperature(scores: Floats, pairs: Sequence[Pair]) -> float:
    """Return the temperature under which the labels are likeliest (Guo et al. 2017)."""
    gold = np.array([ALLOWED[INFERENCES[pair.labels["inference"]]][0] for pair in pairs])
    tried = np.arange(0.6, 4.0, 0.02)
    rows = np.arange(len(pairs))
    losses = [-np.log(chances(scores, each)[rows, gold] + 1e-9).mean() for each in tried]
    return round(float(tried[int(np.argmin(losses))]), 2)


def least(scores: Floats, pairs: Sequence[Pair], head: str) -> float:
    """Return the lowest score that counts as yes, for the best F1 of the positive class."""
    tried = np.arange(-5.0, 5.0, 0.1)
    found = [differs(scores, pairs, head, each)["f1"] for each in tried]
    # The middle of the best stretch: the edge of one is where luck was.
    best = np.flatnonzero(np.array(found) >= max(found) - 0.5)
    return round(float(tried[best].mean()), 2)


def reliability(scores: Floats, pairs: Sequence[Pair], at: float) -> dict[str, float]:
    """Return the expected calibration error of the likeliest class, and how sure is right."""
    found = chances(scores, at)
    gold = np.array([ALLOWED[INFERENCES[pair.labels["inference"]]][0] for pair in pairs])
    sure, right = found.max(1), found.argmax(1) == gold
    bins = np.minimum((sure * 10).astype(int), 9)
    error = sum(
        abs(float(sure[bins == each].mean() - right[bins == each].mean())) * (bins == each).mean()
        for each in np.unique(bins)
    )
    high = sure >= 0.9
    return {
        "ece": round(float(error), 3),
        "right_at_0.9": round(100 * float(right[high].mean()), 1) if high.any() else 0.0,
        "share_at_0.9": round(100 * float(high.mean()), 1),
    }
