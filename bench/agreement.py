"""How far two readings of the same labels agree: `python -m bench.agreement`.

Attributions that were marked a second time (`labels/attributions.second.jsonl`) are held against
the first reading: of the development stories ours, of PolNeAR's development part its annotator's.
By F1 with the second reading in the place of the predicted: exact spans of each role, and whole
attributions, of which each part shares half of its tokens or more. Of pairs of statements that two
have read (`labels/pairs.jsonl`), the share of equal labels and Cohen's kappa (1960), over all and
for each label against the rest. Needs the development data: WHENCE_DATA.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from train import judge, places
from train.corpora import records
from whence.annotate.encoder.tags import ROLES
from whence.model import Attribution, Span

LABELS = Path(__file__).parent / "labels"
FIRST = LABELS / "attributions.stories.jsonl"
SECOND = LABELS / "attributions.second.jsonl"
PAIRS = LABELS / "pairs.jsonl"
MEASURES = (*ROLES, "whole")
Record = dict[str, Any]


def lines(path: Path) -> list[Record]:
    """Return the rows of a file of labels."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def readings(data: Path) -> Iterator[tuple[str, str, Record, Record]]:
    """Yield the kind of data, the text, and the first and second reading of each article."""
    ours = {(row["file"], row["id"]): row for row in lines(FIRST)}
    again = {(row["file"], row["id"]): row for row in lines(SECOND)}
    for name in sorted({file for file, _ in again}):
        for record in records(data / name):
            second = again.get((name, record["id"]))
            if second:
                first = ours.get((name, record["id"]), record)
                yield name.split("/")[0], record["text"], first, second


def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    """Return the spans of a role."""
    return tuple(Span(*pair) for pair in pairs)


def agreement(text: str, first: Record, second: Record) -> judge.Tally:
    """Return all measures of one article, as if a model had read what the second reader did."""
    found = [
        Attribution(spans(row["source"]), spans(row["cue"]), spans(row["content"]), 1.0)
        for row in second["attributions"]
    ]
    return judge.judge_attributions(found, {**first, "text": text})


def kappa(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return the share of pairs whose labels are equal, and Cohen's kappa; both at most 1."""
    count = len(pairs)
    equal = sum(one == two for one, two in pairs) / count
    ours, theirs = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    chance = sum(ours[label] * theirs[label] for label in ours) / count**2
    return equal, 1.0 if chance == 1 else (equal - chance) / (1 - chance)


def show_pairs(rows: Sequence[Record]) -> None:
    """Print how far two readers label pairs of statements alike."""
    pairs = [(row["first"], row["second"]) for row in rows if row["second"]]
    if not pairs:
        return
    equal, agreed = kappa(pairs)
    print(f"pairs of statements: {len(pairs)} read twice, {equal:.1%} equal, kappa {agreed:.2f}")
    for label, total in Counter(one for one, _ in pairs).most_common():
        _, alone = kappa([(str(one == label), str(two == label)) for one, two in pairs])
        print(f"  {label:12} {total:3} of the first reader, kappa {alone:.2f}")


def main() -> None:
    """Print the agreement on each kind of data."""
    argparse.ArgumentParser(prog="python -m bench.agreement", description=__doc__).parse_args()
    found: dict[str, judge.Tally] = {}
    articles: dict[str, int] = {}
    for kind, text, first, second in readings(places.data()):
        articles[kind] = articles.get(kind, 0) + 1
        found.setdefault(kind, judge.Tally()).merge(agreement(text, first, second))
    for kind, tally in found.items():
        print(f"{kind}: {articles[kind]} articles read again")
        for name in MEASURES:
            score = tally.counts[name]
            print(f"  {name:8} F1 {score.f1:5.1f}  first {score.gold}, second {score.predicted}")
    if PAIRS.is_file():
        show_pairs(lines(PAIRS))


if __name__ == "__main__":
    main()
