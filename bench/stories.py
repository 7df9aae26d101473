"""Stories as a stream: one pass in date order, one fixed setting, over the development sets.

    python -m bench.stories [--data DIR] [--orders N] [--ledger] [--vectors] [SET ...]

Prints B-cubed precision, recall and F1, pairwise F1 and the number of stories. `SET:odd` and
`SET:even` are halves: every other event of giveme5w1h by name, every other topic of ECB+.
`t17_libya:march`, `:april` and `:august` are events inside one crisis, 83, 102 and 58 reports of
the war in Libya in 2011, and `t17_haiti:january` 125 of the earthquake in Haiti, labelled by us
from their first words (`labels/crisis.jsonl`, ids and labels alone), among all that were written in
these weeks; what is not labelled is placed and not counted. Settings are chosen on the odd halves,
on hscluster_20e and March, and may be on April; the rest is held out. With `--orders` also shuffled
orders: their B-cubed F1 by the gold, and by the stories of the order of dates, which is how far one
order differs from another. Peers
(scikit-learn, the extra `peers`) see a whole set at once: TF-IDF with average linkage at the one
threshold that is best over the sets chosen on, and at the best of each set by its gold; with
`--vectors` also HDBSCAN on the vectors of the shipped model.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from bench.shelf import Shelf
from train import places
from train.corpora import records
from whence import filing
from whence.annotate.encoder import Encoder
from whence.link import place, sketch
from whence.model import (
    Annotated,
    Article,
    Basis,
    Block,
    BlockKind,
    Moment,
    Outlet,
    Precision,
    Producer,
    Provenance,
    Span,
    bytes_digest,
)
from whence.store import Ledger

CHOSEN_ON = (
    "giveme5w1h:odd",
    "hscluster_20e",
    "ecbplus_dev:odd",
    "t17_libya:march",
)
#: For choosing on as well; nothing that stands was.
TO_CHOOSE_ON = ("t17_libya:april",)
HELD_OUT = (
    "t17_libya:august",
    "t17_haiti:january",
    "giveme5w1h:even",
    "ecbplus_dev:even",
    "wikinews_medium",
    "hscluster_10e",
)
#: What has floors: held out, and read in seconds.
GATED = ("giveme5w1h:even", "wikinews_medium", "hscluster_10e", "t17_libya:august")
GATED_FILES = (
    "stories/giveme5w1h.jsonl.gz",
    "stories/wikinews_medium.jsonl.gz",
    "stories/hscluster_10e.jsonl.gz",
    "timelines/t17_libya.articles.jsonl.gz",
)
#: Half of these was chosen on.
MIXED = ("giveme5w1h", "ecbplus_dev")
BENCH = Path(__file__).resolve().parent
LABELS = BENCH / "labels" / "crisis.jsonl"
FLOORS = BENCH / "floors" / "stories.json"
WEEKS = {
    "march": ("2011-02-01", "2011-03-19"),
    "april": ("2011-03-24", "2011-04-30"),
    "august": ("2011-07-15", "2011-12-31"),
    "january": ("2010-01-12", "2010-01-31"),
}
Record = dict[str, Any]
Labels = Sequence[Hashable]


def load(data: Path, name: str) -> list[Record]:
    """The records of a set or of a half of it, in date order, those without a date last."""
    whole, _, half = name.partition(":")
    if whole.startswith("t17_"):
        return crisis(data, whole, half)
    found = list(records(data / "stories" / f"{whole}.jsonl.gz"))
    if half:
        key = "topic" if whole == "ecbplus_dev" else "event"
        values = sorted({record[key] for record in found})
        # ECB+ numbers its topics from 1, so that the first is an odd one.
        kept = set(values[(half == "odd") ^ (key == "topic") :: 2])
        found = [record for record in found if record[key] in kept]
    return sorted(found, key=lambda record: (record["date"] or "9999", record["id"]))


def crisis(data: Path, topic: str, part: str) -> list[Record]:
    """The reports of the weeks of a part of the crisis; the event of those not labelled is none."""
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    events = {label["id"]: label["event"] for label in labels if label["part"] == part}
    found = records(data / "timelines" / f"{topic}.articles.jsonl.gz")
    first, last = WEEKS[part]
    kept = [record for record in found if first <= record["date"][:10] <= last]
    for record in kept:
        record |= {"title": None, "outlet": None, "event": events.get(record["id"])}
    return sorted(kept, key=lambda record: (record["date"], record["id"]))


def annotated(record: Record) -> Annotated:
    """The record as an article of one block, with nothing read in it."""
    text = record["text"]
    body = Span(0, len(text)).trim(text) if text else None
    article = Article(
        id=record["id"],
        outlet=Outlet(record["outlet"] or "unknown"),
        title=record["title"],
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, body),) if body else (),
        provenance=Provenance(record["id"], "jsonl", bytes_digest(text.encode())),
        published=Moment(record["date"][:10], Precision.DAY, Basis.METADATA)
        if record["date"]
        else None,
        language="en",
    )
    return Annotated(article, Producer("none", "bench"), (), (), (), (), (), ())


def stream(data: Sequence[Annotated]) -> list[str]:
    """The story of each article after all have been placed, one after the other."""
    shelf = Shelf()
    for one in data:
        held = sketch(one)
        shelf.add(held, place(held, shelf))
    stories = shelf.stories()
    return [stories[one.article.id] for one in data]


def through_ledger(data: Sequence[Annotated]) -> list[str]:
    """As `stream`, through a ledger as adding does: with bounded postings, 64 in a transaction."""
    with Ledger.open() as ledger:
        for first in range(0, len(data), 64):
            with ledger.writing() as batch:
                for one in data[first : first + 64]:
                    batch.keep(one)
                    filing.file(batch, sketch(one))  # nothing is to be linked
        with ledger.reading() as view:
            return [view.story_of(one.article.id) or "" for one in data]


def told(found: Labels, gold: Labels) -> tuple[list[Hashable], list[Hashable]]:
    """The labels of the articles whose event is known."""
    known = [pair for pair in zip(found, gold, strict=True) if pair[1] is not None]
    return [one for one, _ in known], [event for _, event in known]


def b_cubed(found: Labels, gold: Labels) -> tuple[float, float, float]:
    found, gold = told(found, gold)
    groups, truth = Counter(found), Counter(gold)
    pairs = list(zip(found, gold, strict=True))
    both = Counter(pairs)
    precision = sum(both[pair] / groups[pair[0]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / truth[pair[1]] for pair in pairs) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)


def pairwise(found: Labels, gold: Labels) -> float:
    def pairs(groups: Counter[Hashable]) -> int:
        return sum(size * (size - 1) // 2 for size in groups.values())

    both = pairs(Counter(zip(found, gold, strict=True)))
    return 2 * both / max(1, pairs(Counter(found)) + pairs(Counter(gold)))


class Peers:
    """What scikit-learn makes of a whole set at once."""

    THRESHOLDS = tuple(round(0.06 + 0.02 * step, 2) for step in range(15))

    def __init__(self, sklearn: ModuleType) -> None:
        self._sklearn = sklearn
        self._fixed: float | None = None

    def average_linkage(self, data: Sequence[Annotated]) -> dict[float, list[int]]:
        """The groups at each threshold of the cosine of plain TF-IDF."""
        texts = [f"{one.article.title or ''}\n{one.article.text}" for one in data]
        plain = self._sklearn.feature_extraction.text.TfidfVectorizer(
            sublinear_tf=True, stop_words="english"
        ).fit_transform(texts)
        apart = np.clip(1 - (plain @ plain.T).toarray(), 0, 2)
        found: dict[float, list[int]] = {}
        for threshold in self.THRESHOLDS:
            linkage = self._sklearn.cluster.AgglomerativeClustering(
                n_clusters=None,
                metric="precomputed",
                linkage="average",
                distance_threshold=1 - threshold,
            )
            found[threshold] = linkage.fit_predict(apart).tolist()
        return found

    def fixed(self, load_set: Callable[[str], tuple[list[Annotated], Labels]]) -> float:
        """The threshold of the best mean B-cubed F1 over the sets chosen on."""
        if self._fixed is None:
            total: Counter[float] = Counter()
            for name in CHOSEN_ON:
                data, gold = load_set(name)
                for threshold, labels in self.average_linkage(data).items():
                    total[threshold] += b_cubed(labels, gold)[2]
            self._fixed = max(total, key=lambda threshold: total[threshold])
        return self._fixed

    def density(self, vectors: np.ndarray) -> list[str]:
        """HDBSCAN at its smallest group, two; what it calls noise is a story of its own."""
        labels = self._sklearn.cluster.HDBSCAN(min_cluster_size=2, copy=True).fit_predict(vectors)
        return [f"noise {at}" if one < 0 else str(one) for at, one in enumerate(labels)]


def peers() -> Peers | None:
    try:
        import sklearn  # noqa: PLC0415 - an extra that most runs lack
        import sklearn.cluster  # noqa: PLC0415
        import sklearn.feature_extraction.text  # noqa: PLC0415
    except ImportError:
        print("no peers: `pip install whence[peers]` brings scikit-learn", file=sys.stderr)
        return None
    return Peers(sklearn)


def vectors(data: Sequence[Annotated], encoder: Encoder, read: dict[str, bytes]) -> np.ndarray:
    """The unit vector of each article as the shipped model reads it; `read` are those known."""
    for one in data:
        article = one.article
        if article.id not in read:
            read[article.id] = encoder.read(article.text, article.passages()).vector
    rows = [np.frombuffer(read[one.article.id], dtype=np.int8) for one in data]
    matrix = np.stack(rows).astype(np.float32)
    return matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)


def show(name: str, how: str, found: Labels, gold: Labels) -> None:
    found, gold = told(found, gold)
    precision, recall, f1 = b_cubed(found, gold)
    print(
        f"{name:16} {how:34} {precision:.3f} {recall:.3f} {f1:.3f}  {pairwise(found, gold):.3f}"
        f"  {len(set(found)):4} of {len(set(gold))}",
        flush=True,
    )


def shuffled(
    whole: Callable[[Sequence[Annotated]], list[str]], data: Sequence[Annotated], seed: int
) -> list[str]:
    """The story of each article, in the order of `data`, after they came in another order."""
    order = list(range(len(data)))
    random.Random(seed).shuffle(order)  # noqa: S311 - no secret
    found = dict(zip(order, whole([data[at] for at in order]), strict=True))
    return [found[at] for at in range(len(data))]


def show_orders(name: str, found: Sequence[Labels], placed: Labels, gold: Labels) -> None:
    """The levels of other orders, and how alike their stories are to those of the first."""
    levels = sorted(b_cubed(one, gold)[2] for one in found)
    alike = sorted(b_cubed(one, placed)[2] for one in found)
    print(
        f"{name:16} {f'{len(found)} other orders':34} F1 {sum(levels) / len(levels):.3f}"
        f" ({levels[0]:.3f} to {levels[-1]:.3f}), like the first {sum(alike) / len(alike):.3f}"
        f" ({alike[0]:.3f} at the least)",
        flush=True,
    )


def digest(data: Path) -> dict[str, str]:
    """The SHA-256 of the files that the floors are measured on."""
    return {name: bytes_digest((data / name).read_bytes()) for name in GATED_FILES}


def gated(data: Path) -> dict[str, float]:
    """B-cubed F1 of the sets that have floors."""
    scores = {}
    for name in GATED:
        held = load(data, name)
        found = stream([annotated(record) for record in held])
        scores[name] = b_cubed(found, [record["event"] for record in held])[2]
    return scores


def role(name: str) -> str:
    if name in TO_CHOOSE_ON:
        return "to choose on"
    return "chosen on" if name in CHOSEN_ON else "half chosen on" if name in MIXED else "held out"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sets", nargs="*", default=[*CHOSEN_ON, *TO_CHOOSE_ON, *HELD_OUT, *MIXED])
    parser.add_argument("--data", type=Path, help="by default WHENCE_DATA")
    parser.add_argument(
        "--orders", type=int, default=0, help="shuffled orders besides that of dates"
    )
    parser.add_argument("--ledger", action="store_true", help="through a ledger, not in memory")
    parser.add_argument("--peers", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--vectors", action="store_true", help="HDBSCAN too; runs the model")
    options = parser.parse_args()
    root = options.data or places.data()

    def load_set(name: str) -> tuple[list[Annotated], Labels]:
        held = load(root, name)
        return [annotated(record) for record in held], [record["event"] for record in held]

    beside = peers() if options.peers else None
    encoder = Encoder() if options.vectors else None
    read: dict[str, bytes] = {}
    print(f"{'set':16} {'how':34} B3 P   R     F1     pair F1  stories")
    for name in options.sets:
        data, gold = load_set(name)
        whole = through_ledger if options.ledger else stream
        placed = whole(data)
        show(name, f"whence, stream ({role(name)})", placed, gold)
        if options.orders:
            show_orders(
                name, [shuffled(whole, data, no) for no in range(options.orders)], placed, gold
            )
        if beside is None:
            continue
        grouped = beside.average_linkage(data)
        fixed = beside.fixed(load_set)
        show(name, f"TF-IDF average link at {fixed}", grouped[fixed], gold)
        best = max(grouped.values(), key=lambda labels: b_cubed(labels, gold)[2])
        show(name, "TF-IDF average link, best", best, gold)
        if encoder is not None:
            found = beside.density(vectors(data, encoder, read))
            show(name, "HDBSCAN, model's vectors", found, gold)


if __name__ == "__main__":
    main()
