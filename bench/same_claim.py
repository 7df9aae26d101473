"""The weights by which two statements are taken to say the same, fitted anew.

    python -m bench.same_claim [--keep DIR] [--strength 0.3]

A logistic regression on the choosing half of `labels/pairs.jsonl`, over the signs that
`whence.link.claims` gives a pair. It prints the weights and, each story left out once, how often
the chance was right at a row of thresholds: over all pairs, and over those that no difference
keeps apart, which are the only ones it decides on.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.relations import Finder, Row, rows, stories
from train import places
from whence.link.claims import APART, Pair, compare, signs
from whence.link.entities import entities
from whence.link.likeness import Scale
from whence.link.voices import homes_of, sentences_said, voices
from whence.model import Annotated

Floats = NDArray[np.float64]
_STEPS = 60  # of Newton's method


def pairs(labels: Sequence[Row], members: Sequence[Annotated]) -> Iterator[tuple[Row, Pair]]:
    """The labelled pairs of one story, as linking compares them; those never compared are left."""
    ordered = sorted(members, key=lambda member: member.article.id)
    homes = homes_of(ordered, entities(ordered))
    said = voices(homes)
    compared = {
        frozenset((pair.one.id, pair.other.id)): pair
        for pair in compare(said, Scale(said), sentences_said(homes))
    }
    finder = Finder(members)
    for row in labels:
        one, other = finder.find(row["a"]), finder.find(row["b"])
        if one and other and (pair := compared.get(frozenset((one.id, other.id)))):
            yield row, pair


def fit(told: Floats, same: Floats, strength: float) -> Floats:
    """The weights of a logistic regression, all but the first held near 0 by `strength`."""
    weights = np.zeros(told.shape[1])
    ridge = strength * np.diag([0.0, *np.ones(told.shape[1] - 1)])
    for _ in range(_STEPS):
        chance = _chance(told, weights)
        slope = told.T @ (chance - same) + ridge @ weights
        curve = (told * (chance * (1 - chance))[:, None]).T @ told + ridge
        weights -= np.linalg.solve(curve + 1e-9 * np.eye(len(weights)), slope)
    return weights


def _chance(told: Floats, weights: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(told @ weights, -30, 30))))


def left_out(told: Floats, same: Floats, events: Sequence[str], strength: float) -> Floats:
    """The chance of each pair by weights that never saw its story."""
    chances = np.zeros(len(same))
    of = np.array(events)
    for event in sorted(set(events)):
        held = of == event
        chances[held] = _chance(told[held], fit(told[~held], same[~held], strength))
    return chances


def main() -> None:
    """Print the weights and how right they are."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, help="by default WHENCE_DATA")
    parser.add_argument("--keep", type=Path, help="folder for annotations")
    parser.add_argument("--strength", type=float, default=0.3)
    given = parser.parse_args()
    labels = [row for row in rows() if row["half"] == "choosing"]
    by_event: dict[str, list[Row]] = defaultdict(list)
    for row in labels:
        by_event[row["event"]].append(row)
    found = [
        pair
        for event, members in stories(given.data or places.data(), labels, given.keep).items()
        for pair in pairs(by_event[event], members)
    ]
    names = list(signs(found[0][1]))
    told = np.array([list(signs(pair).values()) for _, pair in found])
    same = np.array([float(row["label"] == "same") for row, _ in found])
    all_same = sum(row["label"] == "same" for row in labels)
    print(
        f"{len(labels)} pairs, {len(found)} compared; {all_same} same, {int(same.sum())} compared"
    )
    for name, weight in zip(names, fit(told, same, given.strength), strict=True):
        print(f"  {name:10} {weight:6.2f}")
    chances = left_out(told, same, [row["event"] for row, _ in found], given.strength)
    free = np.array([not pair.differences & APART for _, pair in found])
    for title, kept in (("all", np.ones(len(same), bool)), ("no difference", free)):
        for least in (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8):
            taken = kept & (chances >= least)
            right = int(same[taken].sum())
            print(f"{title:14} at {least:.2f}: {right} right of {taken.sum()}, of {all_same} same")


if __name__ == "__main__":
    main()
