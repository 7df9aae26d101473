"""What articles owe to each other: pairs labelled by hand, plain MinHash beside it, and the cost.

    python -m bench.derivations [--data DIR] [--cost ARTICLES] [-v]

The labels are ids and one word each (`bench/labels/derivations.jsonl`): 300 pairs of the
development stories, drawn by how much of the shorter text stands in the longer, labelled from both
texts with their common runs marked, before the system had judged any. Half of each kind, by hash,
was looked at while thresholds were chosen; the other half alone is reported. The system has to find
a pair by its marks before it may judge it. MinHash (datasketch, 128 permutations of shingles of
five words) gets one threshold for each row, the best on the first half. Kinds that the stories lack
are made from the example's invented reports and shown apart. `--cost` streams made-up signatures
into a ledger and shows what one more article takes in time and bytes.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.derivation_cost import show_cost
from bench.derivation_pairs import Invented, invented
from train import places
from train.corpora import records
from whence.link import SharedTexts, debts_of
from whence.link.derivations import Debt, shared_among
from whence.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    Moment,
    Outlet,
    Precision,
    Provenance,
    Span,
    bytes_digest,
)

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "bench" / "labels" / "derivations.jsonl"
FLOORS = ROOT / "bench" / "floors" / "derivations.json"
KINDS = ("reprint", "excerpt", "rewrite", "shared quotation")
OWED = frozenset(KINDS[:3])
_NONE = "none"
_STEPS = 100


@dataclass(frozen=True, slots=True)
class Pair:
    set: str
    a: str
    b: str
    label: str

    @property
    def hash(self) -> str:
        return hashlib.sha256(f"{self.set} {self.a} {self.b}".encode()).hexdigest()


def labelled(path: Path = LABELS) -> list[Pair]:
    return [Pair(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def halves(pairs: Iterable[Pair]) -> tuple[list[Pair], list[Pair]]:
    """By turns in order of their hashes, kind by kind: to choose on, and to report."""
    by_label: dict[str, list[Pair]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda pair: pair.hash):
        by_label[pair.label].append(pair)
    chosen = [pair for group in by_label.values() for pair in group[::2]]
    return chosen, [pair for group in by_label.values() for pair in group[1::2]]


def articles(data: Path, name: str) -> dict[str, Article]:
    path = data / "stories" / f"{name}.jsonl.gz"
    return {record["id"]: _article(record) for record in records(path)}


def _article(record: Mapping[str, str | None]) -> Article:
    text = record["text"] or ""
    body = Span(0, len(text)).trim(text) if text else None
    day = record["date"]
    return Article(
        id=str(record["id"]),
        outlet=Outlet(record["outlet"] or "unknown"),
        title=record["title"],
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, body),) if body else (),
        provenance=Provenance(str(record["id"]), "jsonl", bytes_digest(text.encode())),
        published=Moment(day[:10], Precision.DAY, Basis.METADATA) if day else None,
        language="en",
    )


def verdicts(held: Mapping[str, Article]) -> dict[frozenset[str], Debt]:
    """What is said of every pair that the marks bring together."""
    texts: SharedTexts = shared_among(held.values())
    debts = debts_of(list(held.values()), texts)
    return {frozenset((debt.way.source, debt.way.debtor)): debt for debt in debts}


def said(debt: Debt | None) -> str:
    if debt is None:
        return _NONE
    if debt.kind is not None:
        return debt.kind.value
    return "shared quotation" if debt.judged.quotation else _NONE


def jaccards(pairs: Sequence[Pair], held: Mapping[str, Mapping[str, Article]]) -> list[float]:
    """The likeness of each pair by plain MinHash; empty where datasketch is not installed."""
    try:
        from datasketch import MinHash  # noqa: PLC0415 - a peer, not a dependency
    except ImportError:
        print("no MinHash beside it: install the extra `peers` (pip install -e '.[peers]')")
        return []
    made: dict[tuple[str, str], MinHash] = {}

    def minhash(name: str, article: str) -> MinHash:
        if (name, article) not in made:
            words = held[name][article].text.lower().split()
            sketch = MinHash(num_perm=128)
            for at in range(max(1, len(words) - 4)):
                sketch.update(" ".join(words[at : at + 5]).encode())
            made[name, article] = sketch
        return made[name, article]

    return [float(minhash(pair.set, pair.a).jaccard(minhash(pair.set, pair.b))) for pair in pairs]


def prf(found: Sequence[bool], gold: Sequence[bool]) -> tuple[float, float, float]:
    right = sum(a and b for a, b in zip(found, gold, strict=True))
    precision = right / max(1, sum(found))
    recall = right / max(1, sum(gold))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def row(name: str, how: str, found: Sequence[bool], gold: Sequence[bool]) -> None:
    precision, recall, f1 = prf(found, gold)
    print(f"{name:22} {how:26} {precision:.2f} {recall:.2f} {f1:.2f}  {sum(gold):4}")


def best_threshold(likeness: Sequence[float], gold: Sequence[bool]) -> float:
    steps = [step / _STEPS for step in range(1, _STEPS)]
    return max(steps, key=lambda at: prf([like >= at for like in likeness], gold)[2])


_QUESTIONS: Mapping[str, Callable[[str], bool]] = {
    "any debt": lambda kind: kind in OWED,
    **{kind: (lambda said, kind=kind: said == kind) for kind in KINDS},
}


def digest(data: Path) -> dict[str, str]:
    """The SHA-256 of the labels and of the sets that they are of."""
    sets = sorted({pair.set for pair in labelled()})
    files = {f"stories/{name}.jsonl.gz": data / "stories" / f"{name}.jsonl.gz" for name in sets}
    files[LABELS.name] = LABELS
    return {name: bytes_digest(path.read_bytes()) for name, path in files.items()}


def gated(data: Path) -> dict[str, float]:
    """F1 of every question on the reported half, which has floors."""
    pairs = halves(labelled())[1]
    known = {name: verdicts(articles(data, name)) for name in sorted({pair.set for pair in pairs})}
    found = [said(known[pair.set].get(frozenset((pair.a, pair.b)))) for pair in pairs]
    return {
        name: prf([asks(one) for one in found], [asks(pair.label) for pair in pairs])[2]
        for name, asks in _QUESTIONS.items()
    }


def report(data: Path, *, verbose: bool) -> None:
    pairs = labelled()
    held = {name: articles(data, name) for name in sorted({pair.set for pair in pairs})}
    known = {name: verdicts(each) for name, each in held.items()}
    chosen, reported = halves(pairs)
    found = {pair: said(known[pair.set].get(frozenset((pair.a, pair.b)))) for pair in pairs}
    likeness = dict(zip(pairs, jaccards(pairs, held), strict=False))
    print(f"{len(reported)} pairs reported, {len(chosen)} chosen on")
    print(f"{'':22} {'':26} P    R    F1    pairs")
    for name, asks in _QUESTIONS.items():
        gold = [asks(pair.label) for pair in reported]
        row(name, "whence", [asks(found[pair]) for pair in reported], gold)
        on_chosen = [asks(pair.label) for pair in chosen]
        if likeness:
            at = best_threshold([likeness[pair] for pair in chosen], on_chosen)
            row(name, f"MinHash at {at:.2f}", [likeness[p] >= at for p in reported], gold)
        row(name, "whence (chosen on)", [asks(found[pair]) for pair in chosen], on_chosen)
    if verbose:
        for pair in (pair for pair in chosen if found[pair] != pair.label):
            print(f"{pair.label} taken for {found[pair]}: {pair.set} {pair.a} {pair.b}")


def report_invented() -> None:
    cases = invented()
    print("\ninvented pairs, made by rule from the example's reports")
    right: dict[str, list[bool]] = defaultdict(list)
    for case in cases:
        right[case.what].append(_is_right(case))
    for what, results in right.items():
        print(f"{what:48} {sum(results):3} of {len(results)}")


def _is_right(case: Invented) -> bool:
    held = {case.source.id: case.source, case.debtor.id: case.debtor}
    debt = verdicts(held).get(frozenset(held))
    if said(debt) != case.label:
        return case.label == _NONE and said(debt) == "shared quotation"
    return debt is None or debt.kind is None or debt.way.source == case.source.id


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, help="by default WHENCE_DATA")
    parser.add_argument("--cost", type=int, metavar="ARTICLES", help="only the cost, up to so many")
    parser.add_argument("-v", "--verbose", action="store_true", help="what went wrong, chosen half")
    options = parser.parse_args()
    if options.cost:
        show_cost(options.cost)
        return
    report(options.data or places.data(), verbose=options.verbose)
    report_invented()


if __name__ == "__main__":
    main()
