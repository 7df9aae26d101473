"""Which days a timeline should have: date F1 against journalists' timelines of T17.

    python -m bench.timeline [--data DIR] [-v] [TOPIC ...]

By the convention of the field (news-tls; Gholipour Ghalandari and Ifrim, ACL 2020) as many days are
chosen as the gold has, between its first and its last; beside it with any day allowed, and two
peers: days by how many articles were published on them, and by how many sentences name them. The
score of a day was chosen on mj and haiti; the other topics are held out. Only the times stage runs,
not the language model. `-v` prints the sentences.
"""

import argparse
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from train import places
from train.corpora import records
from whence.annotate.times import find_times
from whence.link.timeline import timeline
from whence.model import (
    Annotated,
    Article,
    Basis,
    Block,
    BlockKind,
    DatedEvent,
    Moment,
    Outlet,
    Precision,
    Producer,
    Provenance,
    Span,
    bytes_digest,
)

CHOSEN_ON = ("mj", "haiti")
HELD_OUT = ("egypt", "finan", "libya")
_ALL_DAYS = 1_000_000


def load(data: Path, name: str) -> list[dict[str, Any]]:
    return list(records(data / "timelines" / f"{name}.jsonl.gz"))


def annotated(record: Mapping[str, Any]) -> Annotated:
    """The record with its lines as sentences, and the times read in it."""
    text = record["text"]
    sentences: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            sentences.append(Span(start, start + len(line)).trim(text))
        start += len(line)
    article = Article(
        id=record["id"],
        outlet=Outlet("unknown"),
        title=None,
        text=text,
        blocks=tuple(Block(BlockKind.PARAGRAPH, span) for span in sentences),
        provenance=Provenance(record["id"], "jsonl", bytes_digest(text.encode())),
        published=Moment(record["date"][:10], Precision.DAY, Basis.METADATA),
        language="en",
    )
    times = find_times(article, sentences)
    return Annotated(article, Producer("none", "bench"), tuple(sentences), (), times, (), (), ())


def by_publication(articles: Sequence[Annotated]) -> Mapping[date, float]:
    return Counter(
        moment.first_day for one in articles if (moment := one.article.published) is not None
    )


def by_mentions(articles: Sequence[Annotated]) -> Mapping[date, float]:
    return Counter(
        moment.first_day
        for one in articles
        for time in one.times
        if (moment := time.moment) is not None and moment.first_day == moment.last_day
    )


def date_f1(
    scores: Mapping[date, float], gold: Collection[date], *, within: bool
) -> tuple[float, list[date]]:
    """F1 of as many days as `gold` has, those of the highest scores; and these days."""
    first, last = min(gold), max(gold)
    allowed = [day for day in scores if not within or first <= day <= last]
    chosen = sorted(allowed, key=lambda day: (-scores[day], day))[: len(gold)]
    hits = len(set(chosen) & set(gold))
    both = len(chosen) + len(gold)
    return 2 * hits / both, chosen


def show(events: Sequence[DatedEvent], chosen: Collection[date], texts: Mapping[str, str]) -> None:
    for event in events:
        if event.day in chosen:
            print(f"    {event.day} {event.score:6.2f} {event.span.of(texts[event.article])}")


def measure(topic: str, data: Path, *, verbose: bool) -> list[float]:
    articles = [annotated(record) for record in load(data, f"t17_{topic}.articles")]
    events = timeline(articles, most=_ALL_DAYS)
    ways = {
        "whence": {event.day: event.score for event in events},
        "publications": by_publication(articles),
        "mentions": by_mentions(articles),
    }
    role = "chosen on" if topic in CHOSEN_ON else "held out"
    found: list[float] = []
    for gold in load(data, f"t17_{topic}.gold"):
        days = {date.fromisoformat(entry["date"]) for entry in gold["entries"]}
        for way, scores in ways.items():
            within, chosen = date_f1(scores, days, within=True)
            free, _ = date_f1(scores, days, within=False)
            print(
                f"{gold['id'][:28]:28} {role:9} {way:13} {len(days):4}  {within:.3f}  {free:.3f}",
                flush=True,
            )
            if way == "whence":
                found.append(within)
                if verbose:
                    show(events, chosen, {one.article.id: one.article.text for one in articles})
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("topics", nargs="*", default=[*CHOSEN_ON, *HELD_OUT])
    parser.add_argument("--data", type=Path, help="by default WHENCE_DATA")
    parser.add_argument("-v", dest="verbose", action="store_true")
    options = parser.parse_args()
    print(f"{'timeline':28} {'':9} {'':13} days  F1     F1 of any day")
    held_out: list[float] = []
    for topic in options.topics:
        found = measure(topic, options.data or places.data(), verbose=options.verbose)
        held_out += found if topic in HELD_OUT else []
    if held_out:
        print(f"mean over {len(held_out)} held-out timelines: {sum(held_out) / len(held_out):.3f}")


if __name__ == "__main__":
    main()
