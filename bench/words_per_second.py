"""How fast an article is read and annotated: `python -m bench.words_per_second [--articles N]`.

Beside each other, on PolNeAR's development part: the language model alone and the whole `annotate`
stage on one thread, where the time of the latter goes, and one annotating process beside two. Words
are runs of non-space characters. The best of three rounds is printed by the clock and by our own
processor time, with the machine's load, since other work slows the former. ``bench.peers_reader``
has a spaCy pipeline of the same heads.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import ParamSpec, TypeVar

from train import judge, places
from train.documents import paragraphs
from whence.annotate import Annotator, Encoder, annotator
from whence.annotate.language import LanguageModel
from whence.engine import Limits, LocalProcesses, Work
from whence.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    Moment,
    Outlet,
    Precision,
    Provenance,
    Reading,
    Span,
    content_id,
)

P = ParamSpec("P")
R = TypeVar("R")
ROUNDS = 3
#: The stages as `annotate.annotator` calls them.
STAGES = (
    "with_turns",
    "scan",
    "find_times",
    "names_only",
    "is_semblance",
    "with_nested",
    "unwrap",
    "cast",
    "merge_carried",
    "clause_of",
    "chain_of",
    "attitude",
    "said_when",
    "said_with_those_before",
    "form_of",
    "find_figures",
)


def articles(number: int) -> list[Article]:
    """The first articles of PolNeAR's development part."""
    path = places.data() / "attribution/polnear.dev.jsonl.gz"
    return [_article(record["text"]) for record in judge.polnear(path)[:number]]


def _article(text: str) -> Article:
    return Article(
        id=content_id("art", text),
        outlet=Outlet("Bench"),
        title=None,
        text=text,
        blocks=tuple(Block(BlockKind.PARAGRAPH, Span(*part)) for part in paragraphs(text)),
        provenance=Provenance("-", "text", "0"),
        published=Moment("2016-09-01", Precision.DAY, Basis.METADATA),
        language="en",
    )


def words_in(given: Sequence[Article]) -> int:
    """How many words articles hold."""
    return sum(len(article.text.split()) for article in given)


def rounds(
    work: Callable[[Article], object], given: Sequence[Article]
) -> list[tuple[float, float]]:
    """Words a second by the clock and by our own time, round by round."""
    found = []
    for _ in range(ROUNDS):
        began, busy = time.perf_counter(), time.process_time()
        for article in given:
            work(article)
        spent = time.perf_counter() - began, time.process_time() - busy
        found.append((words_in(given) / spent[0], words_in(given) / spent[1]))
    return found


def shares(given: Sequence[Article], model: LanguageModel) -> tuple[dict[str, float], float]:
    """Our own seconds in each stage of `annotate`, and in all of it."""
    spent: dict[str, float] = dict.fromkeys(("model", *STAGES), 0.0)
    timed = _TimedModel(model, spent)
    with _watched(spent):
        began = time.process_time()
        for article in given:
            Annotator(timed).annotate(article)
        return spent, time.process_time() - began


class _TimedModel:
    def __init__(self, model: LanguageModel, spent: dict[str, float]) -> None:
        self._model = model
        self._spent = spent

    @property
    def digest(self) -> str:
        return self._model.digest

    def read(self, text: str, passages: Sequence[Span]) -> Reading:
        return _timed(self._model.read, "model", self._spent)(text, passages)


@contextmanager
def _watched(spent: dict[str, float]) -> Iterator[None]:
    """The stages replaced by ones that add up their time."""
    kept = {name: getattr(annotator, name) for name in STAGES}
    for name, stage in kept.items():
        setattr(annotator, name, _timed(stage, name, spent))
    try:
        yield
    finally:
        for name, stage in kept.items():
            setattr(annotator, name, stage)


def _timed(work: Callable[P, R], name: str, spent: dict[str, float]) -> Callable[P, R]:
    def run(*given: P.args, **options: P.kwargs) -> R:
        began = time.process_time()
        try:
            return work(*given, **options)
        finally:
            spent[name] += time.process_time() - began

    return run


def processes(given: Sequence[Article], number: int, weights: Path | None) -> float:
    """Words a second by the clock through that many annotating processes, loading left out."""
    with LocalProcesses(partial(load, weights), number, Limits()) as engine:
        for _ in engine.run(given[: 2 * number]):
            pass
        began = time.perf_counter()
        for _ in engine.run(given):
            pass
        return words_in(given) / (time.perf_counter() - began)


def load(weights: Path | None) -> Work:
    """The annotating of one process."""
    return Annotator(Encoder(weights) if weights else Encoder()).annotate


def main() -> None:
    """Print it all."""
    parser = argparse.ArgumentParser(prog="python -m bench.words_per_second", description=__doc__)
    parser.add_argument("--weights", type=Path, help="another folder of weights")
    parser.add_argument("--articles", type=int, default=40)
    options = parser.parse_args()
    given = articles(options.articles)
    model = Encoder(options.weights) if options.weights else Encoder()
    began = time.perf_counter()
    Annotator(model).annotate(given[0])
    print(f"loading and the first article: {time.perf_counter() - began:.2f} s")
    print(f"{words_in(given):,} words in {len(given)} articles, load {os.getloadavg()[0]:.1f}")
    print(f"{'one thread, words/s':24} {'by the clock':>13} {'of our time':>12}")
    _row("the model alone", rounds(lambda one: model.read(one.text, one.passages()), given))
    _row("the whole of annotate", rounds(Annotator(model).annotate, given))
    spent, whole = shares(given, model)
    print("where the time of annotate goes")
    for name, seconds in sorted(spent.items(), key=lambda pair: -pair[1]):
        print(f"  {name:24} {100 * seconds / whole:5.1f} %")
    print(f"  {'all else':24} {100 * (whole - sum(spent.values())) / whole:5.1f} %")
    beside = (whole - spent["model"]) / spent["model"]
    print(f"all but the model together take {beside:.2f} of what the model takes")
    one, two = (processes(given, number, options.weights) for number in (1, 2))
    print(f"one process {one:,.0f} words/s, two {two:,.0f}: {two / one:.2f} times")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:,.0f} MiB; load {os.getloadavg()[0]:.1f}")


def _row(name: str, found: Sequence[tuple[float, float]]) -> None:
    clock, own = (max(pair[n] for pair in found) for n in (0, 1))
    print(f"  {name:22} {clock:13,.0f} {own:12,.0f}")


if __name__ == "__main__":
    main()
