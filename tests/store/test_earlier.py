"""A ledger of an earlier schema, as an earlier whence left it, goes on as if made today.

`ledger_2.sql` holds three articles: One and Two in one story, linked, and Three in another; One
and Three have marks in common.
"""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from tests.store.making import PRODUCER, article, decided, linked, placed, put

from whence.model import Fingerprint, Kinship, Span
from whence.store import Batch, Held, Ledger

SCHEME = "scheme 1"
ONE, TWO, THREE = (
    article("One."),
    article("Two.", place="two.txt", day=None),
    article("Three.", place="three.txt"),
)


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    path = tmp_path / "earlier.ledger"
    with sqlite3.connect(path) as base:
        base.executescript(Path(__file__).with_name("ledger_2.sql").read_text("utf-8"))
    base.close()
    return path


@pytest.fixture
def today(tmp_path: Path) -> Path:
    path = tmp_path / "today.ledger"
    one, other = sorted((ONE.id, THREE.id))
    with Ledger.open(path) as ledger, ledger.writing() as batch:
        put(batch, ONE, "story-1", "bridge", "flood")
        put(batch, TWO, "story-1", "bridge")
        put(batch, THREE, "story-2", "flood", "fire")
        batch.mark(Fingerprint(ONE.id, (1, 2, 3)), (), SCHEME)
        kin = Kinship(one, other, ((Span(0, 2), Span(1, 3)),))
        batch.mark(Fingerprint(THREE.id, (2, 3)), (kin,), SCHEME)
        batch.keep_linked(linked("story-1", tuple(batch.members("story-1"))), "linker 1")
    return path


def told(batch: Batch) -> list[object]:
    """What linking asks of a ledger."""
    terms = {"bridge": 3.0, "flood": 2.0, "fire": 1.0}
    return [
        batch.near(terms, around=None, days=0, limit=9),
        batch.near(terms, around=date(2031, 5, 4), days=3, limit=9),
        batch.frequencies(terms),
        batch.articles(),
        [batch.placed_in(story, most=9) for story in ("story-1", "story-2")],
        batch.sharing({1, 2, 3}),
        batch.kin_of({ONE.id}),
        batch.stale("linker 1"),
        batch.stale("linker 0"),
        batch.stale("linker 2"),
        batch.linked("story-1", "linker 1"),
        [each.id for each in batch.unmarked(SCHEME, limit=9)],
        [each.id for each in batch.unmarked("scheme 2", limit=9)],
        batch.held(ONE, PRODUCER) is Held.SAME,
    ]


def test_it_tells_what_one_of_today_tells(earlier: Path, today: Path) -> None:
    with (
        Ledger.open(earlier) as old,
        Ledger.open(today) as new,
        old.writing() as one,
        new.writing() as other,
    ):
        assert told(one) == told(other)
        assert one.stale("linker 1") == ("story-2",)
        assert one.stale("linker 0") == one.stale("linker 2") == ("story-1", "story-2")


def test_articles_are_added_to_it_as_to_one_of_today(earlier: Path, today: Path) -> None:
    more = article("Four.", place="four.txt")
    for path in (earlier, today):
        with Ledger.open(path) as ledger, ledger.writing() as batch:
            put(batch, more, "story-2", "flood", "wind")
            batch.mark(Fingerprint(more.id, (3, 4)), (), SCHEME)
            batch.place(placed(TWO, "story-2", ("wind",)), decided(TWO, "story-2"))
    with (
        Ledger.open(earlier) as old,
        Ledger.open(today) as new,
        old.writing() as one,
        new.writing() as other,
    ):
        assert told(one) == told(other)
        assert one.frequencies({"wind", "bridge"}) == {"wind": 2, "bridge": 1}


def test_it_has_the_tables_of_one_of_today(earlier: Path, today: Path) -> None:
    with Ledger.open(earlier):
        pass
    assert columns(earlier) == columns(today)


def columns(path: Path) -> set[tuple[object, ...]]:
    base = sqlite3.connect(path)
    try:
        return set(
            base.execute(
                'SELECT t.name, t.wr, c.name, c.type, c."notnull", c.pk FROM pragma_table_list t '
                "JOIN pragma_table_info(t.name) c WHERE t.type = 'table' "
                "UNION ALL SELECT tbl_name, name, '', '', '', '' FROM sqlite_schema "
                "WHERE type = 'index'"
            )
        )
    finally:
        base.close()


def test_one_of_the_first_schema_is_told_what_it_lacks(earlier: Path) -> None:
    with sqlite3.connect(earlier) as base:
        base.executescript(
            "DROP TABLE mark; DROP TABLE kinship; DROP TABLE fingerprint; "
            "UPDATE meta SET value = '1' WHERE key = 'schema'"
        )
    base.close()
    with Ledger.open(earlier) as ledger, ledger.writing() as batch:
        assert [each.id for each in batch.unmarked(SCHEME, limit=9)] == [ONE.id, TWO.id, THREE.id]
        assert batch.stale("linker 1") == ("story-2",)
