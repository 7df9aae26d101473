"""What relating one story costs as it grows, and what it misses by not looking at all pairs.

    python -m bench.relations_cost [--most 1000] [--texts PATH…] [--lost]

A story is made of the example reports over and over, each copy with other names and figures, so
that the copies share words as reports of one event do and repeat nothing; or, with `--texts`, of
the first articles of files or folders, which are read as they are. Prints articles, statements,
pairs that are looked at, and seconds of processor time of claims and of relations (without a
model). With `--lost` also how many of the pairs that a look at all pairs joins to claims, and of
the relations that it finds, were found: that takes the square.
"""

import argparse
import random
import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice
from pathlib import Path
from time import process_time
from unittest.mock import patch

from whence.annotate import Annotator
from whence.annotate.encoder import Encoder
from whence.link import likeness
from whence.link.claims import group
from whence.link.entities import entities
from whence.link.likeness import Scale
from whence.link.pairs import compare
from whence.link.relations import relations
from whence.link.verdict import Claims
from whence.link.voices import homes_of, sentences_said, voices
from whence.model import Annotated, Article
from whence.read import ReadOptions, read_paths

SIZES = (62, 125, 250, 500, 1000)
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


@dataclass(frozen=True, slots=True)
class Related:
    """What relating a story took, in seconds, and the pairs in one claim and relations it found."""

    statements: int
    looked_at: int
    claims: float
    related: float
    joined: frozenset[frozenset[str]]
    relations: frozenset[tuple[object, ...]]


def measure(members: Sequence[Annotated]) -> Related:
    """Relate one story."""
    joined = entities(members)
    homes = homes_of(members, joined)
    said, parts = voices(homes), sentences_said(homes)
    start = process_time()
    scale = Scale(said)
    pairs = compare(said, scale)
    groups = group(said, pairs, scale)
    middle = process_time()
    index = Claims({one.id: held[0].id for held in groups for one in held}, _NoOrigins(), joined)
    found = relations(members, parts, scale, index)
    return Related(
        statements=len(said),
        looked_at=len(pairs),
        claims=middle - start,
        related=process_time() - middle,
        joined=frozenset(
            frozenset((one.id, other.id)) for held in groups for one, other in combinations(held, 2)
        ),
        relations=frozenset((one.kind, one.because.passages) for one in found),
    )


def lost(members: Sequence[Annotated], found: Related) -> str:
    """How much of what a look at all pairs finds was found."""
    with patch.object(likeness, "_MOST_HOLDERS", len(members) * 1_000):
        whole = measure(members)
    return (
        f"   {whole.looked_at:9,} pairs in all, {whole.claims + whole.related:.1f} s: joined "
        f"{_of(found.joined, whole.joined)}, relations {_of(found.relations, whole.relations)}"
    )


def _of(found: frozenset[Hashable], whole: frozenset[Hashable]) -> str:
    return f"{len(found & whole)} of {len(whole)} and {len(found - whole)} besides"


class _NoOrigins(dict[str, tuple[()]]):
    def __missing__(self, key: str) -> tuple[()]:
        return ()


def main() -> None:
    """Print the curve."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--most", type=int, default=1000, help="articles of the largest story")
    parser.add_argument("--texts", nargs="+", help="files or folders that hold one story")
    parser.add_argument("--lost", action="store_true", help="look at all pairs beside it")
    options = parser.parse_args()
    annotator = Annotator(Encoder())
    members = [
        annotator.annotate(article) for article in islice(_articles(options.texts), options.most)
    ]
    print("articles statements    pairs  claims s  relations s")
    for size in (size for size in SIZES if size <= options.most):
        story = members[:size] if options.texts else tuple(copies(members, size))
        if len(story) < size:
            break
        found = measure(story)
        print(
            f"{size:8} {found.statements:10,} {found.looked_at:8,} {found.claims:9.1f}"
            f" {found.related:12.1f}{lost(story, found) if options.lost else ''}",
            flush=True,
        )


def _articles(texts: Sequence[str] | None) -> Iterator[Article]:
    for article in read_paths(texts or [str(REPORTS)], ReadOptions()):
        if isinstance(article, Article):
            yield article


if __name__ == "__main__":
    main()
