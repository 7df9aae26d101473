"""Chosen on half of the development articles: how readily to mark, what confidence says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from train.documents import paragraphs
from train.judge import Tally, as_record, judge_attributions, tokens_of, whole_right
from whence.annotate.encoder import Encoder
from whence.annotate.encoder.calibration import FEATURES
from whence.annotate.encoder.encoder import Seen, attribute
from whence.annotate.encoder.tags import ROLE_TAGS, ROLES
from whence.annotate.encoder.weights import Config
from whence.model import Span

Doubles = NDArray[np.float64]
Look = tuple[dict[str, Any], Seen]

BIASES = (0.6, 0.3, 0.0, -0.3, -0.6)
"""Added to the score of "no role": the higher, the less is marked."""


def looks(model: Encoder, articles: Iterable[dict[str, Any]]) -> list[Look]:
    """Return the articles with what the network says of them, so that it runs once."""
    found = []
    for record in articles:
        passages = [Span(*passage) for passage in paragraphs(record["text"])]
        seen = model.look(record["text"], passages)
        if seen is not None:
            found.append((record, seen))
    return found


def best_bias(config: Config, seen: Sequence[Look]) -> list[float]:
    """Return the scores to add to the role tags: those with the best F1 of roles and wholes."""
    return max(
        ([bias, *[0.0] * (len(ROLE_TAGS) - 1)] for bias in BIASES),
        key=lambda bias: _mean_f1(_with_bias(config, bias), seen),
    )


def _mean_f1(config: Config, seen: Sequence[Look]) -> float:
    tally = Tally()
    for record, look in seen:
        found = [each for each, _ in attribute(record["text"], look, config)]
        tally.merge(judge_attributions(found, record))
    return sum(tally.counts[name].f1 for name in (*ROLES, "whole"))


def _with_bias(config: Config, bias: Sequence[float]) -> Config:
    return replace(config, role_bias=np.array(bias, dtype=np.float32))


def calibration(config: Config, seen: Sequence[Look]) -> list[float]:
    """Return the weights that make confidence the probability to be right as a whole."""
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    for record, look in seen:
        found = attribute(record["text"], look, config)
        predicted = [as_record(attribution) for attribution, _ in found]
        tokens = tokens_of(record["text"])
        right += whole_right(predicted, record["attributions"], tokens)
        rows += [features for _, features in found]
    weights = logistic(np.array(rows).reshape(-1, len(FEATURES)), np.array(right, dtype=float))
    return [round(float(weight), 4) for weight in weights]


def logistic(rows: Doubles, right: Doubles, penalty: float = 3.0) -> Doubles:
    """Return the weights of a logistic regression, by Newton's method.

    The penalty keeps weights small that a thousand attributions say little about; the first column
    is the constant, which is free.
    """
    weights = np.zeros(rows.shape[1])
    ridge = np.full(rows.shape[1], penalty)
    ridge[0] = 1e-6
    for _ in range(50):
        chances = 1.0 / (1.0 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (chances - right) + ridge * weights
        curve = (rows * (chances * (1 - chances))[:, None]).T @ rows + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return np.asarray(weights)
