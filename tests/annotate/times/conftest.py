"""Articles of one paragraph, dated as the test says."""

from collections.abc import Callable

import pytest

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

Dated = Callable[..., Article]


@pytest.fixture
def dated() -> Dated:
    """Make an article of `text`; `on` is an ISO value of day or minute, None for no date."""

    def make(text: str, on: str | None = "2015-10-03", country: str | None = None) -> Article:
        precision = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}
        published = None
        if on is not None:
            published = Moment(on, precision.get(len(on), Precision.MINUTE), Basis.METADATA)
        blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),) if text else ()
        return Article(
            id="art-test",
            outlet=Outlet("The Tarvos Courier", country=country),
            title=None,
            text=text,
            blocks=blocks,
            provenance=Provenance("test", "text", ""),
            published=published,
        )

    return make
