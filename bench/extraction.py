"""What is read from web pages: body text, title and day, and trafilatura alone beside it.

    python -m bench.extraction [-v]

The pages are those of Zyte's article-extraction-benchmark (181, its own measure: 4-grams of words,
each page weighing the same) and of Fundus (100, many languages; an outlet's pages in order of their
dates belong to its parsers in order of their versions). Of ours the body is paragraphs and
standfirsts. Exits with 1 below the floors of floors/extraction.json. `-v` lists titles and days
that differ. Needs the development data: WHENCE_DATA.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import trafilatura

from train import places
from whence.model import Article, BlockKind
from whence.read import ReadOptions, read_bytes

FLOORS = Path(__file__).resolve().parent / "floors" / "extraction.json"
ZYTE = "html-article-extraction-benchmark.tar.gz"
FUNDUS = "html-fundus.tar.gz"
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.STANDFIRST})
_GRAM = 4
_PAGE = re.compile(r"(?P<outlet>.*)_\d{4}_\d\d_\d\d\.html\.gz")


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was fetched, and what people read on it."""

    name: str
    html: bytes
    body: str
    title: str | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one set of pages; shares lie between 0 and 1, `titles` and `days` count."""

    pages: int
    body: float
    beside: float
    titles: int
    days: int
    differences: tuple[str, ...]


def files(archive: Path) -> Mapping[str, bytes]:
    """The files of an archive, those that are gzipped unpacked."""
    found = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            content = tar.extractfile(member)
            if content is not None:
                data = content.read()
                name = member.name.removeprefix("./")
                found[name] = gzip.decompress(data) if name.endswith(".gz") else data
    return found


def zyte(data: Path) -> Iterator[Page]:
    """The pages of the article-extraction-benchmark."""
    found = files(data / "ingest" / ZYTE)
    for key, expected in json.loads(found["ground-truth.json"]).items():
        yield Page(key, found[f"html/{key}.html.gz"], expected["articleBody"])


def fundus(data: Path) -> Iterator[Page]:
    """The pages of Fundus with what its parsers are to find on them."""
    found = files(data / "ingest" / FUNDUS)
    pages: dict[str, list[str]] = defaultdict(list)
    for name in sorted(found):
        match = _PAGE.fullmatch(name)
        if match is not None and f"{match['outlet']}.json" in found:
            pages[match["outlet"]].append(name)
    for outlet, names in pages.items():
        versions = json.loads(found[f"{outlet}.json"])
        for name, (_, expected) in zip(names, sorted(versions.items()), strict=True):
            day = expected["publishing_date"][:10]
            yield Page(name, found[name], _body(expected["body"]), expected["title"], day)


SETS: Mapping[str, Callable[[Path], Iterator[Page]]] = {"Zyte": zyte, "Fundus": fundus}


def _body(expected: Mapping[str, Any]) -> str:
    sections = [
        words for part in expected["sections"] for words in (*part["headline"], *part["paragraphs"])
    ]
    return "\n".join([*expected["summary"], *sections])


def read(page: Page) -> Article | None:
    """The article of a page, ``None`` where it was refused."""
    name = page.name.removesuffix(".gz").removesuffix(".html") + ".html"
    [found] = read_bytes(page.html, name, ReadOptions())
    return found if isinstance(found, Article) else None


def body_of(article: Article | None) -> str:
    """The words of an article's body."""
    if article is None:
        return ""
    return "\n".join(b.span.of(article.text) for b in article.blocks if b.kind in _BODY)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, or the one run of a shorter text."""
    tokens = re.findall(r"\w+", text)
    if not tokens:
        return Counter()
    return Counter(tuple(tokens[at : at + _GRAM]) for at in range(max(1, len(tokens) - _GRAM + 1)))


def f1(pairs: Iterable[tuple[str, str]]) -> float:
    """The benchmark's F1 of (found, expected) texts: of mean precision and mean recall."""
    precisions, recalls = [], []
    for found, expected in pairs:
        ours, theirs = shingles(found), shingles(expected)
        right = (ours & theirs).total()
        if ours:
            precisions.append(right / ours.total())
        if theirs:
            recalls.append(right / theirs.total())
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return 2 * precision * recall / (precision + recall)


def measure(pages: Iterable[Page], *, alone: bool = True) -> Measured:
    """Read the pages; `alone` asks for trafilatura's own reading as well."""
    ours, theirs, differences = [], [], []
    titles = days = 0
    for page in pages:
        article = read(page)
        ours.append((body_of(article), page.body))
        if alone:
            theirs.append((trafilatura.extract(page.html, include_comments=False) or "", page.body))
        title = _one_line(article.title if article else None)
        if title and title == _one_line(page.title):
            titles += 1
        elif page.title is not None:
            differences.append(f"{page.name}: {title!r} for {page.title!r}")
        published = article and article.published
        if published is not None and published.value[:10] == page.day:
            days += 1
        elif page.day is not None:
            differences.append(f"{page.name}: {published and published.value} for {page.day}")
    beside = f1(theirs) if alone else 0.0
    return Measured(len(ours), f1(ours), beside, titles, days, tuple(differences))


def _one_line(words: str | None) -> str:
    return " ".join((words or "").split())


def below(name: str, found: Measured) -> list[str]:
    """The figures of a set that are below their floors."""
    floors = json.loads(FLOORS.read_text("utf-8"))["floors"][name]
    return [
        f"{name} {figure} {getattr(found, figure):.4g} is below {least}"
        for figure, least in floors.items()
        if getattr(found, figure) < least
    ]


def changed(data: Path) -> list[str]:
    """The archives that are not those that the floors were measured on."""
    digests = json.loads(FLOORS.read_text("utf-8"))["data"]
    return [
        name
        for name, digest in digests.items()
        if hashlib.sha256((data / "ingest" / name).read_bytes()).hexdigest() != digest
    ]


def main() -> int:
    """Print the figures of both sets; 1 where one is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-v", action="store_true", help="list titles and days that differ")
    options = parser.parse_args()
    data = places.data()
    missed = [f"the floors were measured on other data: {name}" for name in changed(data)]
    print(f"{'pages of':8} pages  body F1  trafilatura {version('trafilatura')}  titles  days")
    for name, pages in SETS.items():
        found = measure(pages(data))
        counts = f"{found.titles:6}  {found.days:4}" if found.titles else ""
        print(f"{name:8} {found.pages:5}  {found.body:7.3f}  {found.beside:17.3f}  {counts}")
        if options.v:
            print("".join(f"    {line}\n" for line in found.differences), end="")
        missed += below(name, found)
    print("\n".join(missed), file=sys.stderr, end="\n" if missed else "")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
