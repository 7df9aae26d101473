"""Floors under what reading was measured at, on data that is not part of the project."""

import gzip
import json
import re
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.read.reading import everything

from whence.model import Article, BlockKind

pytestmark = pytest.mark.data

#: Measured on 2026-11-21: F1 .962 with trafilatura 2.3.1 (which alone has .960); day 99 of 100.
LEAST_F1 = 0.955
LEAST_DAYS = 97
_BODY = {BlockKind.PARAGRAPH, BlockKind.STANDFIRST}


def files(archive: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive) as tar:
        for member in tar:
            content = tar.extractfile(member)
            if content is not None:
                name = member.name.removeprefix("./")
                data = content.read()
                yield name, gzip.decompress(data) if name.endswith(".gz") else data


def shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text)
    return Counter(tuple(tokens[i : i + 4]) for i in range(max(1, len(tokens) - 3)) if tokens)


def test_body_text_of_news_pages(data_dir: Path) -> None:
    found = dict(files(data_dir / "ingest" / "html-article-extraction-benchmark.tar.gz"))
    truth = json.loads(found["ground-truth.json"])
    precisions, recalls = [], []
    for key, expected in truth.items():
        [read] = everything(found[f"html/{key}.html.gz"], f"{key}.html")
        blocks = read.blocks if isinstance(read, Article) else ()
        text = getattr(read, "text", "")
        ours = shingles("\n".join(b.span.of(text) for b in blocks if b.kind in _BODY))
        theirs = shingles(expected["articleBody"])
        right = (ours & theirs).total()
        if ours:
            precisions.append(right / ours.total())
        recalls.append(right / theirs.total())
    precision = sum(precisions) / len(precisions)
    recall = sum(recalls) / len(recalls)
    assert 2 * precision * recall / (precision + recall) >= LEAST_F1


def test_day_of_publication_of_pages_in_many_languages(data_dir: Path) -> None:
    found = dict(files(data_dir / "ingest" / "html-fundus.tar.gz"))
    right = 0
    for name, page in found.items():
        outlet = re.fullmatch(r"(.*)_\d{4}_\d\d_\d\d\.html\.gz", name)
        if outlet is None or f"{outlet[1]}.json" not in found:
            continue
        versions = json.loads(found[f"{outlet[1]}.json"]).values()
        days = {version["publishing_date"][:10] for version in versions}
        [read] = everything(page, name.removesuffix(".gz"))
        if isinstance(read, Article) and read.published is not None:
            right += read.published.value[:10] in days
    assert right >= LEAST_DAYS
