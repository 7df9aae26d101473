"""How well scores of pairs fit their labels, by set: the measures of each data set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from train.entail.pairs import (
    ALLOWED,
    BEARINGS,
    BODIES,
    CONTRADICTION,
    ENTAILMENT,
    INFERENCES,
    STANCES,
    Pair,
    columns,
)

Floats = NDArray[np.float32]
COLUMNS: Final = {name: slice(*ends) for name, ends in columns().items()}
UNRELATED: Final = BODIES.index("unrelated")
_NONE: Final = BEARINGS.index("none")


def by_set(pairs: Iterable[Pair]) -> dict[str, list[int]]:
    """Return the places of each set's pairs."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, pair in enumerate(pairs):
        places[pair.set].append(at)
    return places


def inferred(scores: Floats, pairs: Sequence[Pair]) -> NDArray[np.bool_]:
    """Say of each pair whether its inference is right: the likeliest of what its set can tell.

    Sets of two classes are asked whether the entailment is likelier than the others together.
    """
    three = scores[:, COLUMNS["inference"]]
    chances = np.exp(three - three.max(1, keepdims=True))
    chances /= chances.sum(1, keepdims=True)
    right = []
    for row, pair in zip(chances, pairs, strict=True):
        label = INFERENCES[pair.labels["inference"]]
        if label == "not_entailment":
            right.append(row[ENTAILMENT] < 0.5)
        elif label == "not_contradiction":
            right.append(row[CONTRADICTION] < 0.5)
        elif pair.set in TWO:
            right.append(row[ENTAILMENT] >= 0.5)
        else:
            right.append(int(row.argmax()) == ALLOWED[label][0])
    return np.array(right)


TWO: Final = frozenset({"rte", "add_one_rte", "scitail"})


def f1s(
    gold: NDArray[np.int64], found: NDArray[np.int64], names: Sequence[str]
) -> dict[str, float]:
    """Return each class's F1 and their mean, in per cent."""
    table = confusion(gold, found, len(names))
    return _f1s(table, names)


def confusion(
    gold: NDArray[np.int64], found: NDArray[np.int64], classes: int
) -> NDArray[np.float64]:
    """Return counts (gold, found)."""
    table = np.zeros((classes, classes))
    np.add.at(table, (gold, found), 1)
    return table


def _f1s(table: NDArray[np.float64], names: Sequence[str]) -> dict[str, float]:
    right = table.diagonal()
    both = table.sum(0) + table.sum(1)
    scores = 200 * right / np.maximum(both, 1e-9)
    return {**dict(zip(names, map(float, scores), strict=True)), "macro": float(scores.mean())}


def stance(scores: Floats, pairs: Sequence[Pair]) -> dict[str, float]:
    """Return Emergent's accuracy, each class's F1 and their mean, in per cent."""
    gold = np.array([pair.labels["stance"] for pair in pairs])
    found = scores[:, COLUMNS["stance"]].argmax(1)
    return {"accuracy": 100 * float((gold == found).mean()), **f1s(gold, found, STANCES)}


def bodies(
    scores: Floats, pairs: Sequence[Pair], shares: Mapping[int, float] | None = None
) -> dict[str, float]:
    """Return FNC-1's weighted score, accuracy, each class's F1 and their mean, in per cent.

    `shares` weighs the pairs so that the classes have these shares.
    """
    gold = np.array([pair.labels["body"] for pair in pairs])
    found = scores[:, COLUMNS["body"]].argmax(1)
    table = confusion(gold, found, len(BODIES))
    if shares is not None:
        wanted = np.array([shares[each] for each in range(len(BODIES))])
        table *= (wanted / np.maximum(table.sum(1), 1e-9))[:, None]
    related = np.arange(len(BODIES)) != UNRELATED
    worth = np.where(related[:, None] == related[None, :], 0.25, 0.0)
    worth[related, related] += 0.75
    best = np.where(related, 1.0, 0.25)
    return {
        "score": 100 * float((table * worth).sum() / (table.sum(1) * best).sum()),
        "accuracy": 100 * float(table.diagonal().sum() / table.sum()),
        **_f1s(table, BODIES),
    }


def differs(scores: Floats, pairs: Sequence[Pair], head: str, least: float) -> dict[str, float]:
    """Return precision, recall and F1 of a class of ClaimDiff, and F1 of always saying yes."""
    gold = np.array([pair.labels[head] for pair in pairs], dtype=bool)
    found = scores[:, COLUMNS[head]][:, 0] >= least
    right = float((gold & found).sum())
    precision, recall = right / max(found.sum(), 1), right / max(gold.sum(), 1)
    return {
        "p": 100 * precision,
        "r": 100 * recall,
        "f1": 200 * right / max(float(gold.sum() + found.sum()), 1.0),
        "always": 200 * float(gold.mean()) / (1 + float(gold.mean())),
        "n": float(gold.sum()),
    }


def bearings(scores: Floats, pairs: Sequence[Pair]) -> dict[str, float]:
    """Return of each class that is sought the average precision of its chance, in per cent."""
    logits = scores[:, COLUMNS["bearing"]]
    chances = np.exp(logits - logits.max(1, keepdims=True))
    chances /= chances.sum(1, keepdims=True)
    gold = np.array([pair.labels["bearing"] for pair in pairs])
    return {
        name: 100 * average_precision(chances[:, at], gold == at)
        for at, name in enumerate(BEARINGS)
        if (gold == at).any()
    }


def average_precision(scores: Sequence[float], right: NDArray[np.bool_]) -> float:
    """Return the mean precision at each right one, ranked by score, the highest first."""
    ranked = right[np.argsort(-np.asarray(scores), kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean())


def progress(scores: Floats, pairs: Sequence[Pair]) -> dict[str, float]:
    """Return one figure a set, to be looked at in training."""
    figures: dict[str, float] = {}
    for name, places in sorted(by_set(pairs).items()):
        rows, some = scores[places], [pairs[at] for at in places]
        if name == "emergent":
            figures |= {
                name: stance(rows, some)["accuracy"],
                "stances": stance(rows, some)["macro"],
            }
        elif name == "fnc1":
            figures |= {name: bodies(rows, some)["score"], "bodies": bodies(rows, some)["macro"]}
        elif name == "claimdiff":
            figures |= {
                head: differs(rows, some, head, 0.0)["f1"] for head in ("strengthens", "weakens")
            }
        elif name == "by_lot":
            figures[name] = 100 * float((rows[:, COLUMNS["bearing"]].argmax(1) == _NONE).mean())
        elif name in ("scenes", "statements"):
            figures |= {f"{name} {each}": of for each, of in bearings(rows, some).items()}
        else:
            figures[name] = 100 * float(inferred(rows, some).mean())
    return {name: round(figure, 1) for name, figure in figures.items()}
