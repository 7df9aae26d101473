"""Where the time of annotating goes: ``python -m bench.annotate_profile [--articles N]``.

Processor time of this process by stage, on PolNeAR's development part, after one article to warm
up. Issue 4 asks that the stages together cost less than the language model's pass. Stages that run
inside another are counted in both.
"""

import argparse
import time
from collections.abc import Callable
from itertools import islice
from typing import ParamSpec, TypeVar

from bench.speakers import DATA, Record, _lines
from whence.annotate import annotator
from whence.annotate.annotator import Annotator
from whence.annotate.encoder import Encoder
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
)

P = ParamSpec("P")
R = TypeVar("R")
STAGES = ("find_times", "names_only", "unwrap", "cast", "chain_of", "attitude", "find_figures")


def article(record: Record) -> Article:
    """A record as an article whose lines are its paragraphs."""
    blocks: list[Block] = []
    start = 0
    for line in record["text"].split("\n"):
        span = Span(start, start + len(line)).trim(record["text"]) if line.strip() else None
        start += len(line) + 1
        if span:
            blocks.append(Block(BlockKind.PARAGRAPH, span))
    return Article(
        id=record["id"],
        outlet=Outlet(record["outlet"]),
        title=None,
        text=record["text"],
        blocks=tuple(blocks),
        provenance=Provenance("bench", "jsonl", ""),
        published=Moment(record["date"][:10], Precision.DAY, Basis.METADATA),
    )


class Clock:
    """Processor time by name."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def timed(self, name: str, call: Callable[P, R]) -> Callable[P, R]:
        def run(*arguments: P.args, **options: P.kwargs) -> R:
            began = time.process_time()
            try:
                return call(*arguments, **options)
            finally:
                self.spent[name] = self.spent.get(name, 0.0) + time.process_time() - began

        return run


def main() -> None:
    """Print seconds and shares by stage."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=30)
    options = parser.parse_args()
    path = DATA / "attribution" / "polnear.dev.jsonl.gz"
    articles = [article(record) for record in islice(_lines(path), options.articles)]
    model, clock = Encoder(), Clock()
    Annotator(model).annotate(articles[0])
    model.read = clock.timed("model", model.read)  # type: ignore[method-assign]
    for name in STAGES:
        setattr(annotator, name, clock.timed(name, getattr(annotator, name)))
    whole = clock.timed("all", Annotator(model).annotate)
    for one in articles:
        whole(one)
    words = sum(len(one.text.split()) for one in articles)
    total, read = clock.spent["all"], clock.spent["model"]
    print(
        f"{len(articles)} articles, {words} words, {words / total:,.0f} words/s of processor time"
    )
    for name in ("model", *STAGES):
        print(f"  {name:14} {clock.spent[name]:7.2f} s  {clock.spent[name] / total:6.1%}")
    print(
        f"  stages together {total - read:5.2f} s, {(total - read) / read:.2f} of the model's pass"
    )


if __name__ == "__main__":
    main()
