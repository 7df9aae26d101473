"""The stores that the behaviour suite runs on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from whence.store import MEMORY, Ledger


@pytest.fixture(params=["in memory", "SQLite file"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger of each kind; a new kind of store is one more entry here."""
    place = MEMORY if request.param == "in memory" else tmp_path / "news.ledger"
    with Ledger.open(place) as opened:
        yield opened
