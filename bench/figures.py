"""Figures against labels made by reading: ``python -m bench.figures``.

The sentences were drawn by chance over those of the development stories and PolNeAR that hold a
digit or a number word, 100 of them from those with a percentage, a price or a word of change, and
labelled before the system had read them. A label holds the span, the bounds, the unit, the heads
of the words for what is counted, whether the value is called rough, the direction of a change and
whether the figure is the change itself. Where two readings are fair ("the two countries", "ten
times as fast") the figure is optional: found or not, it does not count.

As in CQE (Almasian et al. 2023) a quantity is found when it overlaps the labelled one, *value*
wants the same numbers too, *unit* those and the same unit, *change* those and the same bounds,
roughness and direction. Articles are halved by the SHA-1 of their ids: the even half was read for
development, the odd one is only counted; ``--errors`` lists what is wrong in the even half.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.halves import is_even
from bench.labelled import Record, labelled_records
from train import places
from whence.annotate.encoder import Encoder
from whence.annotate.figures import find_figures
from whence.annotate.times import find_times
from whence.model import Article, Block, BlockKind, Figure, Outlet, Provenance, Span

HERE = Path(__file__).parent
LABELS = HERE / "labels" / "figures.jsonl"
FLOORS = HERE / "floors" / "figures.json"
MEASURES = ("found", "value", "unit", "change", "counted")


@dataclass(frozen=True)
class Labelled:
    """One sentence with its labels and what was read in it."""

    id: str
    text: str
    sentence: Span
    gold: Sequence[Record]
    found: Sequence[Figure]

    @property
    def even(self) -> bool:
        """Whether its article is of the half read for development."""
        return is_even(self.id)

    def pairs(self) -> list[tuple[Record, Figure]]:
        """Each labelled figure with the one found that overlaps it."""
        made: list[tuple[Record, Figure]] = []
        free = list(self.found)
        for label in self.gold:
            hit = next((one for one in free if one.span.overlaps(Span(*label["span"]))), None)
            if hit is not None:
                free.remove(hit)
                made.append((label, hit))
        return made


@dataclass(frozen=True)
class Score:
    """How many were right, of how many found and of how many labelled."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.gold)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.found + self.gold)


def labelled(data: Path) -> Iterator[Labelled]:
    """Every labelled sentence with the figures read in its paragraph."""
    for record, labels in labelled_records(LABELS, data):
        for label in labels:
            yield _read(record, label)


def _read(record: Record, label: Record) -> Labelled:
    text, sentence = record["text"], Span(*label["sentence"])
    start = text.rfind("\n", 0, sentence.start) + 1
    end = text.find("\n", sentence.end)
    paragraph = Span(start, len(text) if end < 0 else end).trim(text) or sentence
    blocks = (Block(BlockKind.PARAGRAPH, paragraph),)
    article = Article(
        record["id"], Outlet("Unnamed"), None, text, blocks, Provenance("bench", "jsonl", "")
    )
    passages = article.passages()
    reading = _model().read(text, passages)
    found = find_figures(article, reading, find_times(article, passages), ())
    inside = [figure for figure in found if sentence.contains(figure.span)]
    return Labelled(record["id"], text, sentence, label["figures"], inside)


@cache
def _model() -> Encoder:
    return Encoder()


def same_value(label: Record, figure: Figure) -> bool:
    """Whether the numbers are the same, bounds or not."""
    wanted = {label["low"], label["high"]} - {None}
    return wanted == {figure.low, figure.high} - {None}


def same_change(label: Record, figure: Figure) -> bool:
    """Whether bounds, roughness and the direction of a change are the same."""
    if (label["low"], label["high"]) != (figure.low, figure.high):
        return False
    if label["approximate"] != figure.approximate:
        return False
    if label["change"] == "unjudged":
        return True
    return (label["change"], label["difference"]) == (figure.change, figure.difference)


def same_counted(text: str, label: Record, figure: Figure) -> bool:
    """Whether the words for what is counted hold a labelled head."""
    words = (figure.what or "").casefold().replace("-", " ").split()
    return any(text[start:end].casefold() in words for start, end in label["what"])


def score(rows: Sequence[Labelled]) -> dict[str, Score]:
    """Each measure over `rows`; *counted* over the figures found whose label names a head."""
    gold = found = counted = told = named = 0
    right = dict.fromkeys(MEASURES, 0)
    for row in rows:
        pairs = row.pairs()
        optional = [figure for label, figure in pairs if label.get("optional")]
        gold += sum(not label.get("optional") for label in row.gold)
        found += len(row.found) - len(optional)
        for label, figure in pairs:
            if label.get("optional"):
                continue
            value = same_value(label, figure)
            right["found"] += 1
            right["value"] += value
            right["unit"] += value and label["unit"] == figure.unit
            right["change"] += value and same_change(label, figure)
            if label["what"]:
                named += 1
                told += figure.what is not None
                counted += same_counted(row.text, label, figure)
    scores = {name: Score(right[name], found, gold) for name in MEASURES[:-1]}
    return scores | {"counted": Score(counted, told, named)}


def table(rows: Sequence[Labelled]) -> str:
    """Precision, recall and F1 of each measure."""
    lines = [
        f"  {name:8} P {one.precision:6.1%}  R {one.recall:6.1%}  F1 {one.f1:6.1%}"
        f"   ({one.right} right, {one.found} found, {one.gold} labelled)"
        for name, one in score(rows).items()
    ]
    return "\n".join(lines)


def errors(rows: Sequence[Labelled]) -> Iterator[str]:
    """What is missing, made up or read otherwise."""
    for row in rows:
        pairs = row.pairs()
        hit = {figure.id for _, figure in pairs}
        labels = [label for label, _ in pairs]
        around = " ".join(row.sentence.of(row.text).split())
        for label in row.gold:
            if label not in labels and not label.get("optional"):
                yield f"MISSING {Span(*label['span']).of(row.text)!r}: {around}"
        for figure in row.found:
            if figure.id not in hit:
                yield f"EXTRA {figure.span.of(row.text)!r} {figure.what}: {around}"
        for label, figure in pairs:
            wrong = [] if label.get("optional") else list(_differences(row.text, label, figure))
            if wrong:
                yield f"{', '.join(wrong)} {figure.span.of(row.text)!r}: {around}"


def _differences(text: str, label: Record, figure: Figure) -> Iterator[str]:
    if not same_value(label, figure):
        yield f"VALUE {figure.low} to {figure.high}"
    elif not same_change(label, figure):
        yield f"CHANGE {figure.low} to {figure.high} {figure.change} {figure.difference}"
    if label["unit"] != figure.unit:
        yield f"UNIT {figure.unit}"
    if label["what"] and not same_counted(text, label, figure):
        yield f"COUNTED {figure.what}"


def main() -> int:
    """Print each half's scores; 1 where one is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="by default WHENCE_DATA")
    parser.add_argument("--errors", action="store_true", help="list errors of the even half")
    options = parser.parse_args()
    rows = list(labelled(options.data or places.data()))
    for name, even in (("even half, developed on", True), ("odd half, reported", False)):
        part = [row for row in rows if row.even is even]
        print(f"{name}: {len(part)} sentences")
        print(table(part))
        if even and options.errors:
            print(*errors(part), sep="\n")
    print(f"both: {len(rows)} sentences")
    print(table(rows))
    below = below_floor(rows)
    if below:
        print(f"below the floors of {FLOORS.name}: {below}", file=sys.stderr)
    return 1 if below else 0


def below_floor(rows: Sequence[Labelled]) -> dict[str, float]:
    """The measures over both halves whose F1, in percent, is below its floor."""
    floors = json.loads(FLOORS.read_text("utf-8"))["f1"]
    scores = {name: 100 * one.f1 for name, one in score(rows).items()}
    return {name: round(scores[name], 1) for name, floor in floors.items() if scores[name] < floor}


if __name__ == "__main__":
    sys.exit(main())
