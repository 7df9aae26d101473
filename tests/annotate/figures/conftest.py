"""Invented sentences with the parts of speech of each word, as a language model would give them."""

import re
from collections.abc import Callable, Sequence

import pytest

from whence.annotate.figures import find_figures
from whence.annotate.times import find_times
from whence.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    EntityKind,
    Figure,
    Mention,
    Moment,
    Outlet,
    Precision,
    Provenance,
    Reading,
    Span,
    Statement,
    Token,
)

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|(?:Sept|Oct|Gen|Mr|Lt)\.|\d+(?:[.,]\d+)*|[’']s\b|[^\W_]+(?:-[^\W_]+)*|\S"
)
PUBLISHED = Moment("2015-10-04", Precision.DAY, Basis.METADATA)
Find = Callable[..., tuple[Figure, ...]]


def article_of(text: str, published: Moment | None = PUBLISHED) -> Article:
    return Article(
        id="art-test",
        outlet=Outlet("The Tarvos Courier"),
        title=None,
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),) if text else (),
        provenance=Provenance("test", "text", ""),
        published=published,
    )


def reading_of(text: str, tags: str = "", places: Sequence[str] = ()) -> Reading:
    spans = [Span(*match.span()) for match in _TOKEN.finditer(text)]
    tokens = tuple(Token(s, pos) for s, pos in zip(spans, tags.split(), strict=bool(tags)))
    mentions = tuple(
        Mention(Span(found.start(), found.end()), EntityKind.PLACE, 0.9)
        for place in places
        for found in re.finditer(place, text)
    )
    return Reading(tokens=tokens, mentions=mentions)


@pytest.fixture
def find() -> Find:
    """The figures of `text`, whose words have the parts of speech `tags` (guesses without)."""

    def run(
        text: str,
        tags: str = "",
        *,
        places: Sequence[str] = (),
        statements: Sequence[Statement] = (),
        published: Moment | None = PUBLISHED,
    ) -> tuple[Figure, ...]:
        article = article_of(text, published)
        reading = reading_of(text, tags, places)
        return find_figures(article, reading, find_times(article), statements)

    return run
