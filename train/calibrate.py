"""The calibration of confidence, fitted on half of the development articles."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from train.documents import paragraphs
from train.judge import as_record, tokens_of, whole_right
from whence.annotate.encoder import Encoder
from whence.annotate.encoder.calibration import FEATURES
from whence.model import Span

Doubles = NDArray[np.float64]


def calibration(folder: Path, articles: Iterable[dict[str, Any]]) -> list[float]:
    """Return the weights that make confidence the probability to be right as a whole."""
    model = Encoder(folder)
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    for record in articles:
        text = record["text"]
        found = model.weighed(text, [Span(*passage) for passage in paragraphs(text)])
        predicted = [as_record(attribution) for attribution, _ in found]
        right += whole_right(predicted, record["attributions"], tokens_of(text))
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
