"""The index of placed articles: which of them share terms, within some days.

The work for one article grows with how often its terms were used in those days, not with the
size of the ledger.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Row, Select, delete, func, select, union_all

from whence.model import Placed, Sketch
from whence.store.codec import decode, encode
from whence.store.schema import article, placement, posting, story, term

#: SQLite takes some thirty thousand bound values in one statement.
_CHUNK = 10_000

_UNDATED = 0


def frequencies(connection: Connection, words: Collection[str]) -> Mapping[str, int]:
    """In how many placed articles each of `words` occurs; words never seen are left out."""
    return {row.word: row.articles for row in _terms(connection, words) if row.articles}


def near(
    connection: Connection, words: Collection[str], days: tuple[int, int] | None, limit: int
) -> Sequence[Placed]:
    """The `limit` articles that share most of `words`; among equals those that came first.

    Where `days` is given: those between the two day numbers, inclusive, and those of no date.
    """
    numbers = sorted(row.no for row in _terms(connection, words))[:_CHUNK]
    if not numbers or limit < 1:
        return ()
    hits = _hits(numbers, days).subquery()
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


def index(connection: Connection, number: int, story_number: int, sketch: Sketch) -> None:
    """Place article `number` in a story and enter its terms."""
    connection.execute(
        placement.insert().values(
            article=number,
            story=story_number,
            day=sketch.day,
            terms=encode(sketch.terms),
            vector=sketch.vector,
        )
    )
    known = {row.word: row.no for row in _terms(connection, sketch.terms)}
    fresh = sorted(word for word in sketch.terms if word not in known)
    if fresh:
        connection.execute(term.insert(), [{"word": word, "articles": 0} for word in fresh])
    numbers = sorted(row.no for row in _terms(connection, sketch.terms))
    if not numbers:
        return
    day = _day(sketch.day)
    connection.execute(
        posting.insert(), [{"term": no, "day": day, "article": number} for no in numbers]
    )
    _count(connection, numbers, 1)


def withdraw(connection: Connection, number: int) -> int | None:
    """Take article `number` out of its story and the index; the story's number, if it had one."""
    row = connection.execute(
        select(placement.c.story, placement.c.day, placement.c.terms).where(
            placement.c.article == number
        )
    ).one_or_none()
    if row is None:
        return None
    words = decode(row.terms, dict[str, float])
    numbers = sorted(held.no for held in _terms(connection, words))
    for chunk in _chunks(numbers):
        connection.execute(
            delete(posting).where(
                posting.c.term.in_(chunk),
                posting.c.day == _day(row.day),
                posting.c.article == number,
            )
        )
    _count(connection, numbers, -1)
    connection.execute(delete(placement).where(placement.c.article == number))
    return int(row.story)


def _terms(connection: Connection, words: Collection[str]) -> Iterable[Row[Any]]:
    for chunk in _chunks(sorted(words)):
        yield from connection.execute(select(term).where(term.c.word.in_(chunk)))


def _count(connection: Connection, numbers: Sequence[int], by: int) -> None:
    for chunk in _chunks(numbers):
        connection.execute(
            term.update().where(term.c.no.in_(chunk)).values(articles=term.c.articles + by)
        )


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


def _chunks(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
