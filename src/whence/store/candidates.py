"""The index of placed articles: which of them share terms, within some days.

An article is entered under its most telling terms alone, and of each term asked for only the
postings nearest in time are read: the work for one article does not grow with the ledger.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Integer,
    Select,
    SelectBase,
    bindparam,
    delete,
    func,
    select,
    union_all,
)

from whence.model import Placed, Sketch
from whence.store.codec import decode_terms, encode_terms
from whence.store.prepared import Prepared, padded
from whence.store.schema import article, placement, posting, story
from whence.store.terms import Terms, chunks

#: The first terms of a sketch, its most telling, are those that its article is found by.
INDEXED_TERMS = 40
#: As many terms are looked for at once; each takes up to three of the 500 parts of a statement.
ASKED_TERMS = 100
#: The postings of one term that are read on each side of the day asked for, and of the undated.
_POSTINGS = 64
_UNDATED = 0
#: A number that no term has.
_NO_TERM = 0
#: The lengths of the lists that statements are made for.
_TERM_SIZES = (8, 24, 48, ASKED_TERMS)
_ARTICLE_SIZES = (8, 16, 32, 48, 64, 128, 1024)


def near(
    connection: Connection,
    telling: Mapping[int, float],
    days: tuple[int, int] | None,
    limit: int,
) -> Sequence[Placed]:
    """The `limit` articles whose terms weigh most by `telling`, a weight for a term's number.

    Among equals those that came first. Where `days` is given: those between the two day numbers,
    inclusive, and those of no date. Of a term that many articles hold, those nearest to the middle
    of `days`, or the latest.
    """
    if not telling or limit < 1:
        return ()
    values = padded(tuple(telling), _TERM_SIZES, fill=_NO_TERM)
    query = _postings(len(values), dated=days is not None)
    if days is not None:
        values |= {"low": days[0], "middle": sum(days) // 2, "high": days[1]}
    shared: dict[int, float] = defaultdict(float)
    for number, holder in query.rows(connection, values):
        shared[holder] += telling[number]
    best = sorted([(-weight, number) for number, weight in shared.items()])[:limit]
    return _held(connection, [number for _, number in best])


def held(connection: Connection, story_id: str, most: int) -> Sequence[Placed]:
    """The articles placed in a story, at most `most`, in the order they came."""
    rows = _MEMBERS.rows(connection, {"story": story_id, "most": most})
    return _held(connection, [number for (number,) in rows])


def size(connection: Connection, story_id: str, most: int) -> int:
    """How many articles are placed in a story, counted up to `most`."""
    return len(_MEMBERS.rows(connection, {"story": story_id, "most": most}))


def story_of(connection: Connection, article_id: str) -> str | None:
    """The id of the story that an article is placed in, ``None`` where it is in none."""
    rows = _STORY_OF.rows(connection, {"name": article_id})
    return str(rows[0][0]) if rows else None


def count(connection: Connection) -> int:
    """How many articles are placed.

    The highest number, because to count them would take longer the more there are; articles are
    numbered as they come and none is ever taken out for good.
    """
    ((last,),) = _LAST.rows(connection, {})
    return last or 0


_LAST = Prepared(select(func.max(placement.c.article)))
_STORY_OF = Prepared(
    select(story.c.id)
    .join(placement, placement.c.story == story.c.no)
    .join(article, article.c.no == placement.c.article)
    .where(article.c.id == bindparam("name"))
)
_MEMBERS = Prepared(
    select(placement.c.article)
    .join(story, story.c.no == placement.c.story)
    .where(story.c.id == bindparam("story"))
    .order_by(placement.c.article)
    .limit(bindparam("most", type_=Integer))
)


@cache
def _postings(terms: int, *, dated: bool) -> Prepared:
    """The articles of that many terms, with the term, once for each term that they hold."""
    parts: list[Select[Any]] = []
    low: BindParameter[int] = bindparam("low", type_=Integer)
    middle: BindParameter[int] = bindparam("middle", type_=Integer)
    high: BindParameter[int] = bindparam("high", type_=Integer)
    for at in range(terms):
        number = bindparam(f"at_{at}", type_=Integer)
        held = select(posting.c.term, posting.c.article).where(posting.c.term == number)
        latest = held.order_by(posting.c.day.desc(), posting.c.article.desc())
        earliest = held.order_by(posting.c.day, posting.c.article)
        if not dated:
            parts.append(latest)
            continue
        parts.append(latest.where(posting.c.day.between(low, middle)))
        parts.append(earliest.where(posting.c.day > middle, posting.c.day <= high))
        parts.append(latest.where(posting.c.day == _UNDATED))
    # A limit inside a union needs a subquery of its own in SQLite.
    limited = [part.limit(_POSTINGS).subquery() for part in parts]
    whole: SelectBase = union_all(*(select(each.c.term, each.c.article) for each in limited))
    return Prepared(whole)


@cache
def _rows(size: int) -> Prepared:
    numbers = [bindparam(f"at_{at}", type_=Integer) for at in range(size)]
    return Prepared(
        select(
            placement.c.article,
            placement.c.name,
            placement.c.day,
            placement.c.terms,
            placement.c.vector,
            story.c.id,
        )
        .join_from(placement, story, story.c.no == placement.c.story)
        .where(placement.c.article.in_(numbers))
    )


def _held(connection: Connection, numbers: Sequence[int]) -> Sequence[Placed]:
    """The placed articles of these numbers, in their order."""
    found: dict[int, Placed] = {}
    for chunk in chunks(numbers, _ARTICLE_SIZES[-1]):
        values = padded(chunk, _ARTICLE_SIZES)
        for number, name, day, terms, vector, of in _rows(len(values)).rows(connection, values):
            sketch = Sketch(
                article=name,
                day=_date(day),
                terms=decode_terms(terms),
                vector=vector,
            )
            found[number] = Placed(sketch=sketch, story=of)
    return tuple(found[number] for number in numbers if number in found)


def days_around(day: date | None, days: int) -> tuple[int, int] | None:
    """The numbers of the first and last day within `days` of `day`."""
    return None if day is None else (max(day.toordinal() - days, 1), day.toordinal() + days)


def index(connection: Connection, terms: Terms, row: tuple[int, int], sketch: Sketch) -> None:
    """Place an article in a story, the two numbers of `row`, and enter its terms."""
    number, story_number = row
    _PLACE.run(
        connection,
        {
            "article": number,
            "name": sketch.article,
            "story": story_number,
            "day": None if sketch.day is None else sketch.day.isoformat(),
            "terms": encode_terms(sketch.terms),
            "vector": sketch.vector,
        },
    )
    terms.count(sketch.terms, 1)
    numbers = terms.numbers(islice(sketch.terms, INDEXED_TERMS))
    day = _day(sketch.day)
    _ENTER.run_each(
        connection,
        ({"term": no, "day": day, "article": number} for no in sorted(numbers.values())),
    )


_PLACE = Prepared(placement.insert())
_ENTER = Prepared(posting.insert())


def withdraw(connection: Connection, terms: Terms, number: int) -> int | None:
    """Take article `number` out of its story and the index; the story's number, if it had one."""
    rows = _STANDS.rows(connection, {"article": number})
    if not rows:
        return None
    ((left, day, terms_held),) = rows
    day_number = _day(_date(day))
    for chunk in chunks(terms.count(decode_terms(terms_held), -1)):
        connection.execute(
            delete(posting).where(
                posting.c.term.in_(chunk),
                posting.c.day == day_number,
                posting.c.article == number,
            )
        )
    connection.execute(delete(placement).where(placement.c.article == number))
    return int(left)


_STANDS = Prepared(
    select(placement.c.story, placement.c.day, placement.c.terms).where(
        placement.c.article == bindparam("article", type_=Integer)
    )
)


def _date(stored: str | date | None) -> date | None:
    """A date as the driver gives it, which of SQLite is text."""
    return date.fromisoformat(stored) if isinstance(stored, str) else stored


def _day(day: date | None) -> int:
    return _UNDATED if day is None else day.toordinal()
