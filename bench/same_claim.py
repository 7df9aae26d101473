"""The weights by which two statements are taken to say the same, fitted anew.

    python -m bench.same_claim [--keep DIR] [--strength 1]

A logistic regression over the signs that `whence.link.chances` gives a pair: on the labelled pairs
of `train/labels` (FNC-1's bodies and Timeline17; those drawn by lot beside) and the choosing half
of `labels/pairs.jsonl`. An eighth or so of the former, by their stories, is left for reporting. It
prints the weights and how often the chance was right at a row of thresholds: on the choosing half,
an eighth of the stories left out at a time, and on what was left for reporting (other stories or
days; days of Timeline17 share articles).
"""

import argparse
import json
import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.relations import Finder, Row, rows, stories
from bench.stories import annotated
from train import corpora, places
from train.entail.statements import BY_LOT, FILES, LABELS
from train.entail.topics import digest_part
from whence.annotate import Annotator
from whence.annotate.encoder import Encoder
from whence.link.chances import signs
from whence.link.claims import APART
from whence.link.entities import entities
from whence.link.likeness import Scale
from whence.link.pairs import Pair, compare
from whence.link.voices import homes_of, sentences_said, voices
from whence.model import Annotated

Floats = NDArray[np.float64]
_STEPS = 60  # of Newton's method
_PARTS = 8  # of the stories: one is left out at a time, and one for reporting


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
    # It weighs every sign alike: they are all between 0 and 1.
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
    """The chance of each pair by weights that never saw its story, nor the others of its eighth."""
    chances = np.zeros(len(same))
    part = np.array([digest_part(event, _PARTS) for event in events])
    for each in range(_PARTS):
        held = part == each
        chances[held] = _chance(told[held], fit(told[~held], same[~held], strength))
    return chances


def learnt_from(data: Path, keep: Path | None) -> Iterator[tuple[Row, Pair]]:
    """The labelled pairs of `train/labels`, read and compared as linking does."""
    lines = [*LABELS.read_text("utf-8").splitlines(), *BY_LOT.read_text("utf-8").splitlines()]
    by_set: dict[str, list[Row]] = defaultdict(list)
    for row in map(json.loads, lines):
        by_set[row["set"]].append(row)
    for name, listed in sorted(by_set.items()):
        wanted = {row[side]["article"] for row in listed for side in "ab"}
        held = {each.article.id: each for each in _read(data / FILES[name], name, wanted, keep)}
        by_story: dict[str, list[Row]] = defaultdict(list)
        for row in listed:
            by_story[row["story"] if name == "fnc" else name].append(row)
        for some in by_story.values():
            members = [held[each] for each in sorted({r[s]["article"] for r in some for s in "ab"})]
            yield from pairs(some, members)


def _read(path: Path, name: str, wanted: set[str], keep: Path | None) -> list[Annotated]:
    annotator = Annotator(Encoder())
    kept = keep / f"{annotator.producer.model[:12]}.{name}.learnt.pkl" if keep else None
    if kept and kept.exists():
        return list(pickle.loads(kept.read_bytes()))  # noqa: S301 - our own file
    found = []
    for record in corpora.records(path):
        id_ = str(record.get("id", record.get("body_id")))
        if id_ in wanted:
            given = {"outlet": None, "title": None, "date": None, "url": None, **record, "id": id_}
            found.append(annotator.annotate(annotated(given).article))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(found))
    return found


def chosen(data: Path, keep: Path | None) -> Iterator[tuple[Row, Pair]]:
    """The pairs of the choosing half."""
    labels = [row for row in rows() if row["half"] == "choosing"]
    by_event: dict[str, list[Row]] = defaultdict(list)
    for row in labels:
        by_event[row["event"]].append(row)
    for event, members in stories(data, labels, keep).items():
        yield from pairs(by_event[event], members)


def main() -> None:
    """Print the weights and how right they are."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, help="by default WHENCE_DATA")
    parser.add_argument("--keep", type=Path, help="folder for annotations")
    parser.add_argument("--strength", type=float, default=1.0)
    given = parser.parse_args()
    data = given.data or places.data()
    learnt, choosing = list(learnt_from(data, given.keep)), list(chosen(data, given.keep))
    reported = [each for each in learnt if digest_part(each[0]["story"], _PARTS) == 0]
    used = [each for each in learnt if digest_part(each[0]["story"], _PARTS) != 0] + choosing
    names, told, same = _table(used)
    weights = fit(told, same, given.strength)
    for name, weight in zip(names, weights, strict=True):
        print(f"  {name:10} {weight:6.2f}")
    events = [row.get("event") or row["story"] for row, _ in used]
    there = np.array(["event" in row for row, _ in used])
    apart = left_out(told, same, events, given.strength)[there]
    _print("choosing half", apart, same[there], [pair for row, pair in used if "event" in row])
    _, held_told, held_same = _table(reported)
    chances = _chance(held_told, weights)
    _print("for reporting", chances, held_same, [pair for _, pair in reported])


def _table(found: Sequence[tuple[Row, Pair]]) -> tuple[list[str], Floats, Floats]:
    told = np.array([list(signs(pair).values()) for _, pair in found])
    return (
        list(signs(found[0][1])),
        told,
        np.array([float(row["label"] == "same") for row, _ in found]),
    )


def _print(title: str, chances: Floats, same: Floats, pairs_: Iterable[Pair]) -> None:
    free = np.array([not pair.differences & APART for pair in pairs_])
    for least in (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8):
        taken = free & (chances >= least)
        right = int(same[taken].sum())
        print(f"{title:14} at {least:.2f}: {right} right of {taken.sum()}, of {int(same.sum())}")


if __name__ == "__main__":
    main()
