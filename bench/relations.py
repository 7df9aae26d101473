"""Which statements say the same, clash, change or back each other, on pairs read by people.

    python -m bench.relations [--half reporting|choosing] [--data DIR] [--keep DIR]
                              [--weights FOLDER] [-v]

`labels/pairs.jsonl` holds pairs of statements of the development stories and of PolNeAR's
development part: where they stand and what two readers made of them, half of them near-misses. A
story is in one half only. Each story is annotated and linked whole, and what the account says of
the two statements is compared with the label: *same* where one claim holds both, else the relation
of their claims, else *none*. A statement that was not read counts as *none*.

Beside it, naive peers on the same pairs: the cosine of the statements' vectors for *same*, and with
`--weights` the bare model of two statements for *same* and *contradicts*; their thresholds are the
best by F1 on the choosing half. `--keep` keeps annotations between runs.
"""

import argparse
import json
import pickle
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.example_story import overlap
from bench.stories import annotated
from train import corpora, places
from whence.annotate import Annotator
from whence.annotate.encoder import Encoder
from whence.link import link_story
from whence.link.entailment import CrossEncoder
from whence.link.entailment.framing import framed
from whence.link.place import cosine
from whence.model import Annotated, Linked, Span, Statement, exact

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "bench" / "labels" / "pairs.jsonl"
KINDS = ("same", "contradicts", "revises", "supports")
_FOUND = 0.5  # share of the longer of the labelled and the found content
Row = dict[str, Any]


@dataclass
class Score:
    """Counts of one label."""

    right: int = 0
    wrong: int = 0
    missing: int = 0

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missing)
        return (
            f"right {self.right:3} wrong {self.wrong:3} missing {self.missing:3}   "
            f"precision {precision:.2f} recall {recall:.2f}"
        )


def rows() -> list[Row]:
    """The labelled pairs."""
    return [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]


def records(data: Path, name: str) -> Iterator[Row]:
    """The articles of one set, each with the event that it reports."""
    folder = "attribution" if name.startswith("polnear") else "stories"
    for record in corpora.records(data / folder / f"{name}.jsonl.gz"):
        # PolNeAR is one campaign in one month, so one story.
        yield {"url": None, "event": name.partition(".")[0], **record}


def stories(data: Path, labels: Iterable[Row], keep: Path | None) -> dict[str, list[Annotated]]:
    """The annotated articles of each labelled story."""
    wanted = {(row["set"], row["event"]) for row in labels}
    found: dict[str, list[Annotated]] = {}
    annotator = Annotator(Encoder())
    for name in sorted({name for name, _ in wanted}):
        events: dict[str, list[Row]] = defaultdict(list)
        for record in records(data, name):
            if (name, record["event"]) in wanted:
                events[record["event"]].append(record)
        for event, members in events.items():
            kept = keep / f"{annotator.producer.model[:12]}.{name}.{event}.pkl" if keep else None
            if kept and kept.exists():
                found[event] = pickle.loads(kept.read_bytes())  # noqa: S301 - our own file
                continue
            found[event] = [annotator.annotate(annotated(member).article) for member in members]
            if kept:
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(pickle.dumps(found[event]))
    return found


class Finder:
    """Finds labelled statements among those that were read."""

    def __init__(self, members: Sequence[Annotated]) -> None:
        self._articles = {member.article.id: member for member in members}
        self._records = {
            member.article.provenance.record or member.article.id: member for member in members
        }

    def find(self, place: Row) -> Statement | None:
        """The statement that covers most of the labelled content, if it is half of the longer."""
        spans = [Span(start, end) for start, end in place["content"]]
        member = self._records[place["article"]]
        shares = [(overlap(spans, one.content), one.id, one) for one in member.statements]
        best = max(shares, key=lambda share: share[:2], default=None)
        return best[2] if best and best[0] >= _FOUND else None

    def text(self, statement: Statement) -> str:
        """Source, cue and content in one line, as the model of two statements reads them."""
        text = self._articles[statement.article].article.text
        source, cue, content = (
            exact(text, spans) for spans in (statement.source, statement.cue, statement.content)
        )
        return framed(source, cue, content)


def verdict(linked: Linked, one: Statement | None, other: Statement | None) -> tuple[str, float]:
    """What the account says of two statements, and how sure it is."""
    if one is None or other is None:
        return "none", 0.0
    claim = {name: held.id for held in linked.claims for name in held.statements}
    pair = {claim[one.id], claim[other.id]}
    if len(pair) == 1:
        return "same", 1.0
    for relation in linked.relations:
        if {relation.a, relation.b} == pair:
            return relation.kind.value, relation.confidence
    return "none", 0.0


def scores(labels: Sequence[Row], said: Mapping[str, str]) -> dict[str, Score]:
    """Each label's counts."""
    found = {kind: Score() for kind in KINDS}
    for row in labels:
        gold, got = row["label"], said[row["id"]]
        for kind, score in found.items():
            score.right += gold == got == kind
            score.wrong += got == kind != gold
            score.missing += gold == kind != got
    return found


@dataclass(frozen=True)
class Read:
    """All pairs with their statements and the account's word on them."""

    labels: Sequence[Row]
    pairs: Mapping[str, tuple[Statement | None, Statement | None]]
    texts: Mapping[str, tuple[str, str]]
    said: Mapping[str, tuple[str, float]]


def read(data: Path, keep: Path | None) -> Read:
    """Annotate and link every labelled story."""
    labels = rows()
    found = stories(data, labels, keep)
    pairs: dict[str, tuple[Statement | None, Statement | None]] = {}
    texts: dict[str, tuple[str, str]] = {}
    said: dict[str, tuple[str, float]] = {}
    by_event: dict[str, list[Row]] = defaultdict(list)
    for row in labels:
        by_event[row["event"]].append(row)
    for event, listed in by_event.items():
        linked = link_story(found[event], story=f"story-{event}")
        finder = Finder(found[event])
        for row in listed:
            one, other = finder.find(row["a"]), finder.find(row["b"])
            pairs[row["id"]] = one, other
            said[row["id"]] = verdict(linked, one, other)
            if one and other:
                texts[row["id"]] = finder.text(one), finder.text(other)
    return Read(labels, pairs, texts, said)


def naive(labels: Sequence[Row], kind: str, value: Callable[[Row], float]) -> Score:
    """The best single threshold for `kind`, by F1 on the choosing half, counted on `labels`."""
    choosing = [row for row in rows() if row["half"] == "choosing"]

    def counted(rows_: Sequence[Row], least: float) -> Score:
        said = {row["id"]: kind if value(row) >= least else "none" for row in rows_}
        return scores(rows_, said)[kind]

    def f1(score: Score) -> float:
        return 2 * score.right / max(1, 2 * score.right + score.wrong + score.missing)

    best = max({value(row) for row in choosing}, key=lambda least: f1(counted(choosing, least)))
    return counted(labels, best)


def peers(found: Read, labels: Sequence[Row], judge: CrossEncoder | None) -> dict[str, Score]:
    """What one number alone would make of the pairs."""

    def vectors(row: Row) -> float:
        one, other = found.pairs[row["id"]]
        return cosine(one.vector, other.vector) if one and other else -1.0

    result = {"same, by cosine": naive(labels, "same", vectors)}
    if judge is not None:
        names = list(found.texts)
        read = dict(zip(names, judge.bearings([found.texts[name] for name in names]), strict=True))
        result["same, by the model alone"] = naive(
            labels, "same", lambda row: read[row["id"]].same if row["id"] in read else -1.0
        )
        result["contradicts, by the model alone"] = naive(
            labels,
            "contradicts",
            lambda row: read[row["id"]].contradicts if row["id"] in read else -1.0,
        )
    return result


def agreement(labels: Sequence[Row]) -> str:
    """How far the two readers agreed before a third look."""
    twice = [row for row in labels if row.get("second")]
    if not twice:
        return "read once"
    agreed = sum(row["first"] == row["second"] for row in twice) / len(twice)
    first, second = (Counter(row[name] for row in twice) for name in ("first", "second"))
    chance = sum(first[kind] * second[kind] for kind in first) / len(twice) ** 2
    kappa = (agreed - chance) / (1 - chance)
    return f"{len(twice)} pairs read twice: agreement {agreed:.3f}, kappa {kappa:.3f}"


def shown(found: Read, labels: Sequence[Row]) -> Iterator[str]:
    """Every pair on which the account and the label differ."""
    for row in labels:
        got, sure = found.said[row["id"]]
        if got != row["label"]:
            texts = found.texts.get(row["id"], ("(not read)", ""))
            yield f"{row['label']} ← {got} {sure:.2f}  {row['id']} {row['event']}"
            yield from (f"      {text[:300]}" for text in texts)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, help="by default WHENCE_DATA")
    parser.add_argument("--half", choices=("reporting", "choosing"), default="reporting")
    parser.add_argument("--keep", type=Path, help="folder for annotations")
    parser.add_argument("--weights", type=Path, help="a model of two statements, for a peer")
    parser.add_argument("-v", action="store_true", help="print every difference")
    given = parser.parse_args()
    found = read(given.data or places.data(), given.keep)
    judge = CrossEncoder(given.weights) if given.weights else None
    labels = [row for row in found.labels if row["half"] == given.half]
    print(agreement(found.labels))
    held = Counter(row["label"] for row in labels)
    print(f"{given.half} half:", ", ".join(f"{held[kind]} {kind}" for kind in (*KINDS, "none")))
    said = {name: verdict for name, (verdict, _) in found.said.items()}
    for kind, score in scores(labels, said).items():
        print(f"{kind:26} {score}")
    for name, score in peers(found, labels, judge).items():
        print(f"{name:26} {score}")
    if given.v:
        print("\n".join(shown(found, labels)))


if __name__ == "__main__":
    main()
