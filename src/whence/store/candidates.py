"""The index of placed articles: which of them share terms, within some days.

The work for one article grows with how often its terms were used in those days, not with the
size of the ledger.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Row, Select, delete, func, select, union_all

from whence.model import Placed, Sketch
from whence.store.codec import decode, encode
from whence.store.schema import article, placement, posting, story
from whence.store.terms import CHUNK, Terms, chunks

_UNDATED = 0


def near(
    connection: Connection, numbers: Sequence[int], days: tuple[int, int] | None, limit: int
) -> Sequence[Placed]:
    """The `limit` articles that share most terms of `numbers`; among equals those that came first.

    Where `days` is given: those between the two day numbers, inclusive, and those of no date.
    """
    if not numbers or limit < 1:
        return ()
    hits = _hits(numbers[:CHUNK], days).subquery()
    shared = func.count().label("shared")
    best = (
        select(hits.c.article, shared)
        .group_by(hits.c.article)
        .order_by(shared.desc(), hits.c.article)
        .limit(limit)
        .subquery()
    )
    rows = connection.execute(
        select(article.c.id, placement, story.c.id.label("story_id"))
        .join_from(best, placement, placement.c.article == best.c.article)
        .join(article, article.c.no == placement.c.article)
        .join(story, story.c.no == placement.c.story)
        .order_by(best.c.shared.desc(), placement.c.article)
    )
    return tuple(_placed(row) for row in rows)


def days_around(day: date | None, days: int) -> tuple[int, int] | None:
    """The numbers of the first and last day within `days` of `day`."""
    return None if day is None else (max(day.toordinal() - days, 1), day.toordinal() + days)


def index(connection: Connection, terms: Terms, row: tuple[int, int], sketch: Sketch) -> None:
    """Place an article in a story, the two numbers of `row`, and enter its terms."""
    number, story_number = row
    connection.execute(
        placement.insert().values(
            article=number,
            story=story_number,
            day=sketch.day,
            terms=encode(sketch.terms),
            vector=sketch.vector,
        )
    )
    numbers = terms.count(sketch.terms, 1)
    if numbers:
        day = _day(sketch.day)
        entries = [{"term": no, "day": day, "article": number} for no in numbers]
        connection.execute(posting.insert(), entries)


def withdraw(connection: Connection, terms: Terms, number: int) -> int | None:
    """Take article `number` out of its story and the index; the story's number, if it had one."""
    row = connection.execute(
        select(placement.c.story, placement.c.day, placement.c.terms).where(
            placement.c.article == number
        )
    ).one_or_none()
    if row is None:
        return None
    for chunk in chunks(terms.count(decode(row.terms, dict[str, float]), -1)):
        connection.execute(
            delete(posting).where(
                posting.c.term.in_(chunk),
                posting.c.day == _day(row.day),
                posting.c.article == number,
            )
        )
    connection.execute(delete(placement).where(placement.c.article == number))
    return int(row.story)


def _hits(
    numbers: Sequence[int], days: tuple[int, int] | None
) -> Select[Any] | CompoundSelect[Any]:
    hits = select(posting.c.article).where(posting.c.term.in_(numbers))
    if days is None:
        return hits
    # Two ranges of one index; SQLite would read all days of a term for an OR.
    return union_all(
        hits.where(posting.c.day.between(*days)), hits.where(posting.c.day == _UNDATED)
    )


def _placed(row: Row[Any]) -> Placed:
    terms = decode(row.terms, dict[str, float])
    sketch = Sketch(article=row.id, day=row.day, terms=terms, vector=row.vector)
    return Placed(sketch=sketch, story=row.story_id)


def _day(day: date | None) -> int:
    return _UNDATED if day is None else day.toordinal()
