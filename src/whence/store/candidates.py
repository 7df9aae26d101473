"""The index of placed articles: which of them share terms, within some days.

An article is entered under its most telling terms alone, and of each term asked for only the
postings nearest in time are read: the work for one article does not grow with the ledger.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Dialect,
    Integer,
    Row,
    Select,
    SelectBase,
    bindparam,
    delete,
    func,
    select,
    union_all,
)
from sqlalchemy.sql.compiler import SQLCompiler

from whence.model import Placed, Sketch
from whence.store.codec import decode, encode
from whence.store.schema import article, placement, posting, story
from whence.store.terms import Terms, chunks

#: The first terms of a sketch, its most telling, are those that its article is found by.
INDEXED_TERMS = 40
#: As many terms are looked for at once; each takes up to three of the 500 parts of a statement.
ASKED_TERMS = 100
#: The postings of one term that are read on each side of the day asked for, and of the undated.
_POSTINGS = 64
_UNDATED = 0


def near(
    connection: Connection, numbers: Sequence[int], days: tuple[int, int] | None, limit: int
) -> Sequence[Placed]:
    """The `limit` articles that share most terms of `numbers`; among equals those that came first.

    Where `days` is given: those between the two day numbers, inclusive, and those of no date. Of
    a term that many articles hold, those nearest to the middle of `days`, or the latest.
    """
    if not numbers or limit < 1:
        return ()
    values = {f"term_{at}": number for at, number in enumerate(numbers)}
    if days is not None:
        values |= {"low": days[0], "middle": sum(days) // 2, "high": days[1]}
    postings = _compiled(len(numbers), dated=days is not None, dialect=connection.dialect)
    bound = postings.construct_params(values)
    hits = connection.exec_driver_sql(
        str(postings), tuple(bound[name] for name in postings.positiontup or ()) or bound
    )
    shared = Counter(hits.scalars())
    best = sorted(shared, key=lambda number: (-shared[number], number))[:limit]
    rows = connection.execute(
        select(article.c.id, placement, story.c.id.label("story_id"))
        .join_from(placement, article, article.c.no == placement.c.article)
        .join(story, story.c.no == placement.c.story)
        .where(placement.c.article.in_(best))
    )
    found = {row.article: _placed(row) for row in rows}
    return tuple(found[number] for number in best if number in found)


def count(connection: Connection) -> int:
    """How many articles are placed.

    The highest number, because to count them would take longer the more there are; articles are
    numbered as they come and none is ever taken out for good.
    """
    return connection.scalar(select(func.max(placement.c.article))) or 0


@lru_cache(maxsize=128)
def _compiled(terms: int, *, dated: bool, dialect: Dialect) -> SQLCompiler:
    """`_postings` as text: to look up what SQLAlchemy made of it took ten times its running."""
    return _postings(terms, dated=dated).compile(dialect=dialect)


def _postings(terms: int, *, dated: bool) -> SelectBase:
    """The articles of that many terms, once for each term that they hold."""
    parts: list[Select[Any]] = []
    low: BindParameter[int] = bindparam("low", type_=Integer)
    middle: BindParameter[int] = bindparam("middle", type_=Integer)
    high: BindParameter[int] = bindparam("high", type_=Integer)
    for at in range(terms):
        held = select(posting.c.article).where(posting.c.term == bindparam(f"term_{at}"))
        latest = held.order_by(posting.c.day.desc(), posting.c.article.desc())
        earliest = held.order_by(posting.c.day, posting.c.article)
        if not dated:
            parts.append(latest)
            continue
        parts.append(latest.where(posting.c.day.between(low, middle)))
        parts.append(earliest.where(posting.c.day.between(middle + 1, high)))
        parts.append(latest.where(posting.c.day == _UNDATED))
    # A limit inside a union needs a subquery of its own in SQLite.
    limited = (select(part.limit(_POSTINGS).subquery().c.article) for part in parts)
    return union_all(*limited)


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
    terms.count(sketch.terms, 1)
    numbers = terms.numbers(tuple(islice(sketch.terms, INDEXED_TERMS)))
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


def _placed(row: Row[Any]) -> Placed:
    terms = decode(row.terms, dict[str, float])
    sketch = Sketch(article=row.id, day=row.day, terms=terms, vector=row.vector)
    return Placed(sketch=sketch, story=row.story_id)


def _day(day: date | None) -> int:
    return _UNDATED if day is None else day.toordinal()
