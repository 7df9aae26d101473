"""The two seed reports, part by part: kinds and offsets only."""

from pathlib import Path

import pytest
from tests.read.reading import CR, SEC, C, D, H, P, S

from whence.model import Article, Basis, BlockKind, CreditKind
from whence.read import ReadOptions, read_paths

pytestmark = pytest.mark.data


def read(path: Path) -> Article:
    [found] = read_paths([str(path)], ReadOptions())
    assert isinstance(found, Article)
    return found


def other_than_body(article: Article) -> list[tuple[BlockKind, int, int]]:
    return [
        (block.kind, block.span.start, block.span.end)
        for block in article.blocks
        if block.kind is not P
    ]


def test_the_first_seed(seeds_dir: Path) -> None:
    article = read(seeds_dir / "000_428bd4dd585685f7.txt")
    assert other_than_body(article) == [
        (H, 0, 95),
        (C, 97, 164),
        (C, 165, 232),
        (C, 2451, 2598),
        (C, 2599, 2746),
        (CR, 4081, 4115),
    ]
    assert [block.repeats is not None for block in article.blocks if block.kind is C] == [
        False,
        True,
        False,
        True,
    ]
    assert sum(block.kind is P for block in article.blocks) == 22
    kinds = [(credit.kind, len(credit.names), credit.span.start) for credit in article.credits]
    assert kinds == [
        (CreditKind.PHOTO, 2, 135),
        (CreditKind.PHOTO, 2, 2573),
        (CreditKind.REPORT, 1, 4081),
    ]
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2015-10-01", Basis.INFERRED)
    assert (article.updated, article.language) == (None, "en")
    # The page says whose report it prints, and nowhere who prints it.
    assert (article.outlet.name, article.outlet.domain) == ("unknown", None)


def test_the_second_seed(seeds_dir: Path) -> None:
    article = read(seeds_dir / "004_4aef69e2e173efbd.txt")
    assert other_than_body(article) == [
        (H, 0, 47),
        (S, 49, 173),
        (H, 175, 222),
        (SEC, 224, 250),
        (D, 3355, 3393),
    ]
    assert [block.repeats is not None for block in article.blocks[:4]] == [
        False,
        False,
        True,
        False,
    ]
    assert sum(block.kind is P for block in article.blocks) == 16
    assert article.updated is not None
    assert (article.updated.value, article.updated.basis) == ("2015-10-04T09:19", Basis.TEXT)
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2015-10-04", Basis.INFERRED)
    assert article.outlet.domain == "worldbulletin.net"
