"""Chosen on half of the development articles: how readily to mark, what confidence says.

`python -m train.calibrate FOLDER` counts the joints and fits the calibration of a folder of weights
anew, and prints how it does on articles left out, with every feature and without each. The other
halves of PolNeAR's development part and of the marked stories are never looked at here:
`bench.attribution` reports on them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from train import judge, places
from train.documents import paragraphs
from train.judge import Tally, as_record, judge_attributions, tokens_of, whole_right
from train.tables import joint_table
from whence.annotate.encoder import Encoder
from whence.annotate.encoder.calibration import FEATURES
from whence.annotate.encoder.encoder import Seen, attribute
from whence.annotate.encoder.tags import ROLE_TAGS, ROLES
from whence.annotate.encoder.weights import CONFIG, FOLDER, Config
from whence.model import Span

Doubles = NDArray[np.float64]
Look = tuple[dict[str, Any], Seen]

BIASES = (0.6, 0.3, 0.0, -0.3, -0.6)
"""Added to the score of "no role": the higher, the less is marked."""
PENALTY = 10.0
"""On the square of a weight, its feature counted in standard deviations. 3 to 40 do alike."""
PARTS = 8
"""Of the articles, each left out once to cross-validate."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What was found in some articles: features, whether it is right, of which article it is."""

    rows: Doubles
    right: Doubles
    article: NDArray[np.int64]
    gold: int


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


def calibration(config: Config, seen: Sequence[Look]) -> dict[str, float]:
    """Return the weights that make confidence the probability to be right as a whole."""
    given = sample(config, seen)
    weights = logistic(given.rows, given.right)
    return {name: round(float(each), 4) for name, each in zip(FEATURES, weights, strict=True)}


def sample(config: Config, seen: Sequence[Look]) -> Sample:
    """Return what is found in the articles, and whether it is right."""
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    article: list[int] = []
    for index, (record, look) in enumerate(seen):
        found = attribute(record["text"], look, config)
        predicted = [as_record(attribution) for attribution, _ in found]
        right += whole_right(predicted, record["attributions"], tokens_of(record["text"]))
        rows += [features for _, features in found]
        article += [index] * len(found)
    return Sample(
        np.array(rows).reshape(-1, len(FEATURES)),
        np.array(right, dtype=float),
        np.array(article, dtype=np.int64),
        sum(len(record["attributions"]) for record, _ in seen),
    )


def logistic(rows: Doubles, right: Doubles, penalty: float = PENALTY) -> Doubles:
    """Return the weights of a logistic regression, by Newton's method.

    The penalty keeps weights small that a thousand attributions say little about; the first column
    is the constant, which is free.
    """
    weights = np.zeros(rows.shape[1])
    # As if every feature were counted in standard deviations: they differ by a factor of forty.
    ridge = penalty * rows.var(0) + 1e-6
    for _ in range(50):
        chances = _chances(rows, weights)
        slope = rows.T @ (chances - right) + ridge * weights
        curve = (rows * (chances * (1 - chances))[:, None]).T @ rows + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return np.asarray(weights)


def _chances(rows: Doubles, weights: Doubles) -> Doubles:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(rows @ weights, -30, 30))))


def left_out(given: Sample, columns: Sequence[int], draw: int = 0) -> Doubles:
    """Return each attribution's confidence as fitted on other articles than its own."""
    articles = np.random.default_rng(draw).permutation(int(given.article.max()) + 1)
    part = articles[given.article] % PARTS
    rows = given.rows[:, columns]
    found = np.zeros(len(rows))
    for each in range(PARTS):
        others = part != each
        found[~others] = _chances(rows[~others], logistic(rows[others], given.right[others]))
    return found


def show(given: Sample) -> str:
    """Return how confidence does on articles left out: with all features and without each."""
    every = list(range(len(FEATURES)))
    lines = [f"{len(given.rows)} found, {given.gold} in the truth; on articles left out"]
    for dropped in (None, *every[1:]):
        columns = [column for column in every if column != dropped]
        losses, recalls = [], []
        for draw in range(4):
            said = left_out(given, columns, draw)
            losses.append(_loss(said, given.right))
            judged = list(zip(said.tolist(), given.right.astype(bool).tolist(), strict=True))
            figures = judge.reliability(judged, given.gold)
            recalls.append(figures["recall_at_95_precision"])
        name = "all" if dropped is None else f"without {FEATURES[dropped]}"
        lines.append(
            f"  {name:24} log loss {np.mean(losses):.4f}"
            f"  recall at 95 % precision {np.mean(recalls):5.1f}"
        )
    return "\n".join(lines)


def _loss(said: Doubles, right: Doubles) -> float:
    kept = np.clip(said, 1e-4, 1 - 1e-4)
    return float(-np.mean(right * np.log(kept) + (1 - right) * np.log(1 - kept)))


def main() -> None:
    """Make the joints and the calibration of a folder of weights anew."""
    parser = argparse.ArgumentParser(prog="python -m train.calibrate", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    folder = parser.parse_args().folder
    config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    config["joints"] = joint_table(places.data())
    _write(folder, config, dict.fromkeys(FEATURES, 0.0))
    model = Encoder(folder)
    seen = looks(model, judge.choosing(places.data()))
    _write(folder, config, calibration(model.config, seen))
    print(show(sample(model.config, seen)))


def _write(folder: Path, config: dict[str, Any], weights: dict[str, float]) -> None:
    given = {**config, "calibration": {"weights": weights}}
    text = json.dumps(given, indent=0, sort_keys=True) + "\n"
    (folder / CONFIG).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
