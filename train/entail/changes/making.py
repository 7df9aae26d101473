"""All changes of the articles of PolNeAR, drawn so that no kind drowns the others."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from train.corpora import records
from train.entail.changes.clauses import Clause, clauses
from train.entail.changes.figures import figures
from train.entail.changes.modality import modality
from train.entail.changes.names import days, name, names, runs
from train.entail.changes.parts import parts
from train.entail.changes.polarity import Change, polarity
from train.entail.pairs import INFERENCES, Pair
from train.entail.topics import Part

MOST = 3000
"""Changes of one kind that are kept."""


def changed(path: Path, part: Part, seed: int = 3) -> list[Pair]:
    """Return changed clauses of a file of PolNeAR, as pairs of the sets `change:KIND`."""
    draw = random.Random(seed)  # noqa: S311  draws of sentences, no secret
    articles = [each for each in records(path) if each.get("tokens")]
    found = [clause for article in articles for clause in clauses(article)]
    draw.shuffle(found)
    makers = _makers(found, _bases(articles), draw)
    pairs = []
    for kind, make in makers.items():
        changes = list(_first(make, found, MOST))
        draw.shuffle(changes)
        pairs += [
            Pair(a, b, {"inference": INFERENCES.index(label)}, f"change:{kind}", part)
            for a, b, label in changes[:MOST]
            if a != b or label == "entailment"
        ]
    return pairs


def _makers(
    found: Sequence[Clause], known: set[str], draw: random.Random
) -> Mapping[str, Callable[[Clause], Iterable[Change]]]:
    others: dict[str, list[str]] = defaultdict(list)
    for clause in found:
        for run in runs(clause):
            others[run[2]].append(name(clause, run))
    return {
        "polarity": lambda clause: polarity(clause, known),
        "figure": lambda clause: figures(clause, draw),
        "name": lambda clause: names(clause, others, draw),
        "day": lambda clause: days(clause, draw),
        "modality": lambda clause: modality(clause, draw),
        "part": lambda clause: parts(clause, draw),
    }


def _first(
    make: Callable[[Clause], Iterable[Change]], found: Iterable[Clause], most: int
) -> Iterator[Change]:
    made = 0
    for clause in found:
        for change in make(clause):
            made += 1
            yield change
        if made >= most:
            return


def _bases(articles: Iterable[dict[str, Any]]) -> set[str]:
    """Return the bases of verbs: what stands as one anywhere."""
    return {
        article["text"][token[0] : token[1]].lower()
        for article in articles
        for token in article["tokens"]
        if token[2] == "VB"
    }
