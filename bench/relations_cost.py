"""What relating one story costs as it grows: ``python -m bench.relations_cost``.

A story is made of the example reports over and over, each copy with other names and figures, so
that the copies share words as reports of one event do and repeat nothing. Prints articles,
statements, pairs that are looked at, seconds of claims and of relations (without a model), and what
twice the articles cost.
"""

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time

from whence.annotate import Annotator
from whence.annotate.encoder import Encoder
from whence.link.claims import compare, group
from whence.link.entities import entities
from whence.link.likeness import Scale
from whence.link.relations import relations
from whence.link.verdict import Claims
from whence.link.voices import homes_of, sentences_said, voices
from whence.model import Annotated, Article
from whence.read import ReadOptions, read_paths

REPORTS = Path(__file__).resolve().parent.parent / "examples" / "reports"
_WORD = re.compile(r"\b[a-z]{5,}\b|\b\d+\b")


def copies(members: Sequence[Annotated], count: int, seed: int = 1) -> Iterator[Annotated]:
    """`count` articles: every other long word or figure of each copy is one of its own."""
    drawn = random.Random(seed)  # noqa: S311 - no secret
    for number in range(count):
        member = members[number % len(members)]
        if number < len(members):
            yield member
            continue
        article = member.article
        text = _WORD.sub(lambda found: _other(found.group(), drawn), article.text)
        name = f"{article.id}-{number}"
        yield replace(
            member,
            article=replace(article, id=name, text=text),
            statements=tuple(
                replace(one, id=f"{one.id}-{number}", article=name) for one in member.statements
            ),
            figures=tuple(
                replace(one, id=f"{one.id}-{number}", article=name) for one in member.figures
            ),
            referents=tuple(replace(one, id=f"{one.id}-{number}") for one in member.referents),
        )


def _other(word: str, drawn: random.Random) -> str:
    """The word itself, or one of its length."""
    if drawn.random() < 0.5:
        return word
    letters = "123456789" if word.isdigit() else "abcdefghilmnoprstu"
    return "".join(drawn.choice(letters) for _ in word)


def measure(members: Sequence[Annotated]) -> tuple[int, int, float, float]:
    """Statements, pairs looked at, seconds for claims, seconds for relations."""
    joined = entities(members)
    homes = homes_of(members, joined)
    said, parts = voices(homes), sentences_said(homes)
    start = process_time()
    scale = Scale(said)
    pairs = compare(said, scale)
    groups = group(said, pairs, scale)
    middle = process_time()
    index = Claims({one.id: held[0].id for held in groups for one in held}, _NoOrigins(), joined)
    relations(members, parts, scale, index)
    return len(said), len(pairs), middle - start, process_time() - middle


class _NoOrigins(dict[str, tuple[()]]):
    def __missing__(self, key: str) -> tuple[()]:
        return ()


def main() -> None:
    """Print the curve."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--most", type=int, default=1000, help="articles of the largest story")
    most = parser.parse_args().most
    annotator = Annotator(Encoder())
    members = [
        annotator.annotate(article)
        for article in read_paths([str(REPORTS)], ReadOptions())
        if isinstance(article, Article)
    ]
    print("articles statements    pairs  claims s  relations s")
    for articles in (size for size in (62, 125, 250, 500, 1000) if size <= most):
        statements, pairs, claims, related = measure(tuple(copies(members, articles)))
        print(f"{articles:8} {statements:10} {pairs:8} {claims:9.1f} {related:12.1f}", flush=True)


if __name__ == "__main__":
    main()
