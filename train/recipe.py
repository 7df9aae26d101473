"""Every choice of the recipe in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """The choices of one training, with their units.

    `minutes` bounds the training by the clock, since what a CPU does in an hour differs by a factor
    of five between machines; the learning rate falls with the share of the time or of the steps
    that has passed, whichever is larger.
    """

    steps: int = 6000
    minutes: float = 60.0
    batch: int = 16
    window: int = 254
    rate: float = 2.5e-4
    head_rate: float = 1.5e-3
    layer_decay: float = 0.9
    warmup: int = 100
    average: float = 0.998
    dropout: float = 0.1
    weight_roles: float = 1.5
    weight_names: float = 0.5
    weight_silver: float = 0.2
    weight_pos: float = 0.2
    weight_opens: float = 0.15
    weight_relations: float = 0.1
    weight_meaning: float = 1.0
    share_names: float = 0.12
    share_unmarked: float = 0.0
    share_composed: float = 0.0
    renamed: float = 0.0
    hidden: float = 0.0
    eight_bits: bool = False
    seed: int = 7


FIRST = Recipe(minutes=14.0, share_names=0.18)
"""Good enough to label names and unmarked news."""

SECOND = Recipe(minutes=50.0, rate=2.2e-4, head_rate=1e-3, share_unmarked=0.18, seed=11)
"""Goes on from the first, on better names and wider news; a teacher."""

OTHER = Recipe(
    minutes=38.0, share_names=0.14, share_unmarked=0.18, renamed=0.35, hidden=0.12, seed=21
)
"""Anew from the base model, on people renamed and words hidden: the other teacher."""

STUDENT = Recipe(
    minutes=36.0,
    rate=1.6e-4,
    head_rate=8e-4,
    share_names=0.12,
    share_unmarked=0.38,
    share_composed=0.05,
    renamed=0.25,
    hidden=0.08,
    seed=31,
)
"""Goes on from the second, on what both teachers make of unmarked news."""

AGAIN = Recipe(
    minutes=45.0,
    rate=1.6e-4,
    head_rate=8e-4,
    share_names=0.12,
    share_unmarked=0.44,
    share_composed=0.05,
    renamed=0.25,
    hidden=0.08,
    eight_bits=True,
    seed=53,
)
"""From the second once more: taught by three, on twice the unmarked news, on states of 8 bits."""

POLISH = Recipe(
    minutes=14.0,
    rate=9e-5,
    head_rate=4e-4,
    warmup=40,
    average=0.995,
    share_names=0.16,
    share_unmarked=0.30,
    share_composed=0.14,
    renamed=0.25,
    hidden=0.08,
    eight_bits=True,
    seed=61,
)
"""Goes on from a mixture of both students, slowly, on more composed sentences."""
