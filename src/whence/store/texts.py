"""The index of texts: which articles have which marks, and which share runs of words.

A mark that many articles have is a stock phrase: those that came first stand for all, so that a
look-up costs the same however many articles are held.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    bindparam,
    delete,
    func,
    insert,
    select,
    union,
)

from whence.model import MARK_BYTES, MOST_HOLDERS, Fingerprint, Holder, Kinship, Span
from whence.store.codec import decode, encode
from whence.store.prepared import Prepared, padded
from whence.store.schema import article, fingerprint, kinship, mark
from whence.store.terms import chunks


def sharing(connection: Connection, marks: Collection[int]) -> Sequence[Holder]:
    """The articles that have any of `marks`, in the order they were added."""
    has: dict[int, set[int]] = defaultdict(set)
    for chunk in chunks(sorted(marks), _SIZES[-1]):
        values = padded(chunk, _SIZES)
        for number, holder in _holders(len(values)).rows(connection, values):
            has[holder].add(number)
    found: list[Holder] = []
    for holders in chunks(sorted(has), _SIZES[-1]):
        values = padded(holders, _SIZES)
        found += (
            Holder(name, outlet, frozenset(has[number]), length // MARK_BYTES)
            for number, name, outlet, length in _articles(len(values)).rows(connection, values)
        )
    return found


def index(connection: Connection, number: int, made: Fingerprint, scheme: str) -> None:
    """Enter the marks of article `number`, in place of earlier ones."""
    withdraw(connection, number)
    packed = b"".join(each.to_bytes(MARK_BYTES, "big") for each in made.marks)
    _PRINT.run(connection, {"article": number, "scheme": scheme, "marks": packed})
    common: set[int] = set()
    for chunk in chunks(made.marks, _SIZES[-1]):
        values = padded(chunk, _SIZES)
        common.update(each for (each,) in _common(len(values)).rows(connection, values))
    rows = ({"mark": each, "article": number} for each in made.marks if each not in common)
    _MARK.run_each(connection, rows)


_SIZES = (8, 32, 128, 256, 1024)
_PRINT = Prepared(insert(fingerprint))
_MARK = Prepared(insert(mark))


def _any_of(size: int) -> list[BindParameter[int]]:
    return [bindparam(f"at_{at}", type_=BigInteger) for at in range(size)]


@cache
def _holders(size: int) -> Prepared:
    return Prepared(select(mark.c.mark, mark.c.article).where(mark.c.mark.in_(_any_of(size))))


@cache
def _articles(size: int) -> Prepared:
    return Prepared(
        select(article.c.no, article.c.id, article.c.outlet, func.length(fingerprint.c.marks))
        .join(fingerprint, fingerprint.c.article == article.c.no)
        .where(article.c.no.in_(_any_of(size)))
        .order_by(article.c.no)
    )


@cache
def _common(size: int) -> Prepared:
    return Prepared(
        select(mark.c.mark)
        .where(mark.c.mark.in_(_any_of(size)))
        .group_by(mark.c.mark)
        .having(func.count() >= MOST_HOLDERS)
    )


def withdraw(connection: Connection, number: int) -> None:
    """Take article `number` out of the index, with its kin."""
    packed = connection.scalar(select(fingerprint.c.marks).where(fingerprint.c.article == number))
    if packed is None:
        return
    for chunk in chunks(_unpacked(packed)):
        connection.execute(delete(mark).where(mark.c.mark.in_(chunk), mark.c.article == number))
    connection.execute(delete(fingerprint).where(fingerprint.c.article == number))
    connection.execute(
        delete(kinship).where((kinship.c.one == number) | (kinship.c.other == number))
    )


def held(connection: Connection, name: str) -> Fingerprint:
    """The marks of the article with the id `name`; none where it was never marked."""
    packed = connection.scalar(
        select(fingerprint.c.marks)
        .join(article, article.c.no == fingerprint.c.article)
        .where(article.c.id == name)
    )
    return Fingerprint(name, _unpacked(packed or b""))


def _unpacked(packed: bytes) -> tuple[int, ...]:
    starts = range(0, len(packed), MARK_BYTES)
    return tuple(int.from_bytes(packed[at : at + MARK_BYTES], "big") for at in starts)


def keep_kin(connection: Connection, kin: Iterable[tuple[tuple[int, int], Kinship]]) -> None:
    """Keep pairs that share runs of words, each with the numbers of its two articles."""
    rows = [
        {
            "one": one,
            "other": other,
            "body": encode(
                [(a.start, a.end, b.start, b.end) for a, b in each.shared],
            ),
        }
        for (one, other), each in kin
    ]
    if rows:
        connection.execute(insert(kinship), rows)


def kin_of(connection: Connection, names: Collection[str]) -> Sequence[Kinship]:
    """The pairs in which any of the articles with the ids `names` takes part, in order."""
    found: dict[tuple[str, str], Kinship] = {}
    ones, others = article.alias("ones"), article.alias("others")
    for chunk in chunks(sorted(names)):
        numbers = select(article.c.no).where(article.c.id.in_(chunk)).scalar_subquery()
        pairs = union(
            select(kinship.c.one, kinship.c.other).where(kinship.c.one.in_(numbers)),
            select(kinship.c.one, kinship.c.other).where(kinship.c.other.in_(numbers)),
        ).subquery()
        rows = connection.execute(
            select(ones.c.id, others.c.id, kinship.c.body)
            .join_from(
                pairs,
                kinship,
                (kinship.c.one == pairs.c.one) & (kinship.c.other == pairs.c.other),
            )
            .join(ones, ones.c.no == kinship.c.one)
            .join(others, others.c.no == kinship.c.other)
        )
        for one, other, body in rows:
            found[one, other] = Kinship(one, other, _shared(body))
    return [found[pair] for pair in sorted(found)]


def _shared(body: str) -> tuple[tuple[Span, Span], ...]:
    runs = decode(body, list[tuple[int, int, int, int]])
    return tuple((Span(a, b), Span(c, d)) for a, b, c, d in runs)
