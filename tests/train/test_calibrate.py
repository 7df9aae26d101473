"""Confidence, fitted: what a feature is worth is found, and no article is judged by itself."""

from __future__ import annotations

import numpy as np
import pytest

from train.calibrate import PARTS, Sample, left_out, logistic
from whence.annotate.encoder.calibration import FEATURES, Calibration


def drawn(count: int = 4000, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Return rows with a constant and two features, and outcomes by weights 0.5, 1 and -2."""
    random = np.random.default_rng(seed)
    rows = np.c_[np.ones(count), random.normal(size=(count, 2))]
    chances = 1 / (1 + np.exp(-rows @ np.array([0.5, 1.0, -2.0])))
    return rows, (random.random(count) < chances).astype(float)


def test_weights_are_found_again() -> None:
    rows, right = drawn()
    assert logistic(rows, right, penalty=1.0) == pytest.approx([0.5, 1.0, -2.0], abs=0.2)


def test_the_unit_of_a_feature_does_not_matter() -> None:
    rows, right = drawn()
    scaled = rows * np.array([1.0, 100.0, 0.01])
    plain, other = logistic(rows, right), logistic(scaled, right)
    assert rows @ plain == pytest.approx(scaled @ other, abs=0.01)


def test_an_article_is_judged_by_others_alone() -> None:
    rows, right = drawn(400)
    article = np.arange(400) % (2 * PARTS)
    given = Sample(rows, right, article, 400)
    turned = Sample(rows, np.where(article == 3, 1 - right, right), article, 400)
    here = article == 3
    assert left_out(given, [0, 1, 2])[here] == pytest.approx(left_out(turned, [0, 1, 2])[here])


def test_weights_go_by_name() -> None:
    weights = {name: float(at) for at, name in enumerate(FEATURES)}
    shuffled = dict(sorted(weights.items()))
    assert Calibration.of(shuffled).weights == tuple(range(len(FEATURES)))
