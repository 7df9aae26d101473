"""What placing one more article costs, with a thousand articles in the ledger and with a million.

    python -m bench.story_cost [--sizes 1000 10000 100000] [--sample 300] [--at FOLDER]

A synthetic stream of signatures: stories begin every day and run for some days; an article has the
names of its story, words of its topic and words at large, drawn by Zipf's law. Each ledger is
filled in bulk; then a process of its own adds `--sample` articles as adding does (kept, placed,
grown stories looked at again), 64 in a transaction. Prints milliseconds of processor time an
article (median, 95th percentile, and the mean with the end of the transaction), the mean by the
clock, which other work on the machine and the disk lengthen, the share of articles that found
their story, the pages of 4 KiB that the process read and wrote for an article, its memory, and the
bytes that an article takes on disk.
"""

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median, quantiles

import numpy as np

from bench.process import pages_moved, peak_memory
from whence import filing
from whence.model import (
    Annotated,
    Article,
    Outlet,
    Producer,
    Provenance,
    Sketch,
    bytes_digest,
)
from whence.store import Ledger
from whence.store.candidates import INDEXED_TERMS
from whence.store.codec import encode_terms

SIZES = (1_000, 10_000, 100_000, 1_000_000)
_A_DAY = 2_000
_BEGIN = date(2020, 1, 1)
_STORY_SIZE = 8
_OWN, _OF_TOPIC, _AT_LARGE = 14, 22, 74
_TOPICS = 400
_TOPIC_WORDS = 120
_LARGE_WORDS = 60_000
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Signature:
    """One synthetic article: its number, story and day, and its terms, the most telling first."""

    number: int
    story: int
    day: date
    terms: dict[str, float]


def stream(first: int, end: int) -> Iterator[Signature]:
    """The articles from number `first` to `end`, the same whatever was asked for before."""
    for day in range(first // _A_DAY, -(-end // _A_DAY)):
        for one in _of_day(day):
            if first <= one.number < end:
                yield one


def _of_day(day: int) -> Iterator[Signature]:
    random = np.random.default_rng(day)
    # The articles of a story come among those of the others of the same days.
    among = 3 * _A_DAY // _STORY_SIZE
    stories = day // 3 * among + random.integers(0, among, _A_DAY)
    own = random.random((_A_DAY, 24)).argsort(1)[:, :_OWN]
    topic = random.random((_A_DAY, _TOPIC_WORDS)).argsort(1)[:, :_OF_TOPIC]
    large = np.minimum(random.zipf(1.15, (_A_DAY, _AT_LARGE)), _LARGE_WORDS)
    telling = np.hstack(
        (
            5.4 * random.gamma(4, 0.3, (_A_DAY, _OWN)),
            4.5 * random.gamma(4, 0.25, (_A_DAY, _OF_TOPIC)),
        )
    )
    for at, story in enumerate(stories.tolist()):
        terms = [f"story{story}x{n}" for n in own[at].tolist()]
        terms += [f"topic{story % _TOPICS}x{n}" for n in topic[at].tolist()]
        words = np.unique(large[at])
        terms += [f"word{n}" for n in words.tolist()]
        weights = np.concatenate((telling[at], 0.4 * np.log(words + 1)))
        ranked = np.argsort(-weights, kind="stable").tolist()
        weights = np.round(weights / np.linalg.norm(weights), 4).tolist()
        yield Signature(
            day * _A_DAY + at,
            story,
            _BEGIN + timedelta(days=day),
            {terms[n]: weights[n] for n in ranked},
        )


def fill(path: Path, first: int, end: int) -> None:
    """Enter the articles from `first` to `end` in bulk, past the ledger's own writing."""
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA synchronous = OFF")
    base.execute("PRAGMA cache_size = -400000")
    base.execute("BEGIN")
    known: dict[str, int] = dict(base.execute("SELECT word, no FROM term"))
    counts: dict[int, int] = {}
    postings: list[tuple[int, int, int]] = []
    for one in stream(first, end):
        number = one.number + 1
        numbers = [known.setdefault(term, len(known) + 1) for term in one.terms]
        for term in numbers:
            counts[term] = counts.get(term, 0) + 1
        day = one.day.toordinal()
        postings += ((term, day, number) for term in numbers[:INDEXED_TERMS])
        base.execute(
            "INSERT INTO article VALUES (?, ?, 'outlet', NULL, NULL, '')",
            (number, f"art-{one.number}"),
        )
        base.execute("INSERT INTO fingerprint VALUES (?, '', x'')", (number,))
        base.execute(
            "INSERT OR IGNORE INTO story VALUES (?, ?, NULL, NULL, NULL, 0)",
            (one.story + 1, f"story-{one.story}"),
        )
        base.execute(
            "INSERT INTO placement VALUES (?, ?, ?, ?, ?, x'')",
            (
                number,
                f"art-{one.number}",
                one.story + 1,
                one.day.isoformat(),
                encode_terms(one.terms),
            ),
        )
        if len(postings) > 12_000_000:
            _enter(base, postings)
    _enter(base, postings)
    base.executemany(
        "INSERT INTO term VALUES (?, ?, ?) "
        "ON CONFLICT (word) DO UPDATE SET articles = articles + excluded.articles",
        (
            (word, number, counts[number])
            for word, number in sorted(known.items())
            if number in counts
        ),
    )
    base.execute("UPDATE meta SET value = ? WHERE key = 'terms'", (str(len(known)),))
    base.execute("COMMIT")
    base.close()


def _enter(base: sqlite3.Connection, postings: list[tuple[int, int, int]]) -> None:
    postings.sort()
    base.executemany("INSERT INTO posting VALUES (?, ?, ?)", postings)
    postings.clear()


def measure(path: Path, first: int, sample: int) -> dict[str, float]:
    """Add the `sample` articles from number `first` on, as an adding run would."""
    took: list[float] = []
    right = known = 0
    with Ledger.open(path) as ledger:
        left = list(stream(first, first + sample))
        moved = pages_moved()
        begun, begun_clock = time.process_time(), time.perf_counter()
        while left:
            batch, left = left[:_BATCH], left[_BATCH:]
            with ledger.writing() as writing:
                for one in batch:
                    held = bool(writing.size_of(f"story-{one.story}", most=1))
                    start = time.process_time()
                    annotated = stub(f"art-{one.number}")
                    writing.keep(annotated)
                    filing.file(  # what adding does, without reading a text
                        writing, Sketch(annotated.article.id, one.day, one.terms)
                    )
                    took.append(1000 * (time.process_time() - start))
                    known += held
                    right += writing.story_of(annotated.article.id) == f"story-{one.story}"
        whole = 1000 * (time.process_time() - begun) / sample
        clock = 1000 * (time.perf_counter() - begun_clock) / sample
        read, written = (after - before for after, before in zip(pages_moved(), moved, strict=True))
    return {
        "median": median(took),
        "p95": quantiles(took, n=20)[-1],
        "mean": whole,
        "clock": clock,
        "right": right / max(1, known),
        "read": read / sample,
        "written": written / sample,
        "MiB": peak_memory(),
    }


def stub(name: str) -> Annotated:
    """An article of that id without a text, in which nothing was read."""
    article = Article(
        id=name,
        outlet=Outlet("outlet"),
        title=None,
        text="",
        blocks=(),
        provenance=Provenance(name, "bench", bytes_digest(b"")),
        published=None,
        language="en",
    )
    return Annotated(article, Producer("none", "bench"), (), (), (), (), (), ())


def run(sizes: Sequence[int], sample: int, folder: Path) -> None:
    print(
        "articles      median     p95       mean       clock     right   read  written   MiB"
        "  bytes an article"
    )
    path = folder / "cost.ledger"
    with Ledger.open(path):
        pass
    held = 0
    for size in sizes:
        fill(path, held, size)
        held = size
        bytes_each = path.stat().st_size / size
        command = [sys.executable, "-m", "bench.story_cost", "--measure", str(path)]
        command += ["--sizes", str(size), "--sample", str(sample)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 - our own
        told = json.loads(done.stdout)
        held += sample
        print(
            f"{size:9,}  {told['median']:6.2f} ms {told['p95']:6.2f} ms {told['mean']:6.2f} ms"
            f" {told['clock']:8.2f} ms  {told['right']:.2f} {told['read']:6.0f}"
            f" {told['written']:8.0f} {told['MiB']:5.0f}  {bytes_each:7,.0f}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--at", type=Path, help="a folder for the ledger, by default a passing one")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure, options.sizes[0], options.sample)))
    elif options.at:
        run(options.sizes, options.sample, options.at)
    else:
        with tempfile.TemporaryDirectory() as folder:
            run(options.sizes, options.sample, Path(folder))


if __name__ == "__main__":
    main()
