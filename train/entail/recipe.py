"""Every choice of the recipe in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SHARES: Mapping[str, float] = {
    "te_base": 0.10,
    "te_edit_premise": 0.10,
    "te_edit_other": 0.10,
    "te_contrast": 0.10,
    "rte": 0.07,
    "commitment_bank": 0.015,
    "fracas": 0.015,
    "sick": 0.05,
    "mpe": 0.02,
    "joci": 0.02,
    "add_one_rte": 0.02,
    "emergent": 0.06,
    "claimdiff": 0.07,
    "fnc1": 0.10,
    "changes": 0.16,
}
"""The share of each set among the pairs of a training.

Captions (sick, mpe, joci and most of add_one_rte) are a tenth; sentences of encyclopaedias and of
news are the rest. The small sets are seen several times over."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The choices of one training, with their units.

    `minutes` bounds the training by the clock; the learning rate falls with the share of the time
    or of the steps that has passed, whichever is larger. `pieces` is a batch's size, with padding.
    """

    minutes: float = 38.0
    steps: int = 6000
    pieces: int = 3600
    longest: int = 160
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warmup: int = 80
    average: float = 0.995
    dropout: float = 0.1
    swapped: float = 0.2
    weight_stance: float = 0.3
    seed: int = 5
    shares: Mapping[str, float] = field(default_factory=lambda: SHARES)


STATEMENTS = Recipe(
    minutes=16.0,
    rate=1.2e-4,
    head_rate=8e-4,
    warmup=60,
    average=0.99,
    shares={
        "scenes": 0.48,
        "statements": 0.30,
        "te_edit_premise": 0.04,
        "te_contrast": 0.04,
        "rte": 0.02,
        "emergent": 0.02,
        "fnc1": 0.02,
        "claimdiff": 0.02,
        "changes": 0.06,
    },
    seed=9,
)
"""Goes on from the first, on pairs of attributed statements."""

WIDER = Recipe(
    minutes=13.0,
    rate=1e-4,
    head_rate=6e-4,
    warmup=40,
    average=0.99,
    shares={
        "scenes": 0.33,
        "statements": 0.32,
        "by_lot": 0.14,
        "te_edit_premise": 0.04,
        "te_contrast": 0.04,
        "rte": 0.02,
        "emergent": 0.02,
        "fnc1": 0.02,
        "claimdiff": 0.02,
        "changes": 0.05,
    },
    seed=15,
)
"""Goes on from that, with pairs drawn by lot beside: most pairs of a story are nothing at all."""
