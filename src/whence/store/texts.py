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

#: The scheme of an article that was not marked yet.
UNMARKED = ""


class Marks:
    """The marks as one transaction sees them.

    Who has a mark is asked for an article's kin and again when it is entered itself; and those who
    have the stock phrases of one article have those of the next. Each is looked up once.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._uses: dict[int, int] = {}
        self._holders: dict[int, tuple[str, str, int]] = {}

    def sharing(self, marks: Collection[int]) -> Sequence[Holder]:
        """The articles that have any of `marks`, in the order they were added."""
        has: dict[int, set[int]] = defaultdict(set)
        uses = dict.fromkeys(marks, 0)
        for chunk in chunks(sorted(marks), _SIZES[-1]):
            values = padded(chunk, _SIZES)
            for each, holder in _holders(len(values)).rows(self._connection, values):
                has[holder].add(each)
                uses[each] += 1
        self._uses |= uses
        self._look_up(has)
        known = self._holders
        return [
            Holder(name, outlet, frozenset(has[number]), whole)
            for number in sorted(has)
            for name, outlet, whole in (known[number],)
        ]

    def index(self, number: int, made: Fingerprint, scheme: str) -> None:
        """Enter the marks of article `number`, in place of earlier ones."""
        self._withdraw(number)
        packed = b"".join(each.to_bytes(MARK_BYTES, "big") for each in made.marks)
        _PRINT.run(self._connection, {"article": number, "scheme": scheme, "marks": packed})
        self._count(made.marks)
        uses = self._uses
        entered = [each for each in made.marks if uses[each] < MOST_HOLDERS]
        _MARK.run_each(self._connection, ({"mark": each, "article": number} for each in entered))
        for each in entered:
            uses[each] += 1

    def forget(self, number: int) -> None:
        """Look article `number` up anew when it is asked for again: its outlet may be another."""
        self._holders.pop(number, None)

    def _withdraw(self, number: int) -> None:
        """Take article `number` out of the index, with its kin."""
        rows = _PRINT_OF.rows(self._connection, {"article": number})
        if not rows:
            return
        ((packed,),) = rows
        _NO_PRINT.run(self._connection, {"article": number})
        self.forget(number)
        if not packed:
            return
        marks = _unpacked(packed)
        for chunk in chunks(marks):
            self._connection.execute(
                delete(mark).where(mark.c.mark.in_(chunk), mark.c.article == number)
            )
        for each in marks:
            self._uses.pop(each, None)
        self._connection.execute(
            delete(kinship).where((kinship.c.one == number) | (kinship.c.other == number))
        )

    def _look_up(self, numbers: Iterable[int]) -> None:
        missing = sorted(number for number in numbers if number not in self._holders)
        for chunk in chunks(missing, _SIZES[-1]):
            values = padded(chunk, _SIZES)
            rows = _articles(len(values)).rows(self._connection, values)
            for number, name, outlet, length in rows:
                self._holders[number] = name, outlet, length // MARK_BYTES

    def _count(self, marks: Iterable[int]) -> None:
        missing = sorted(each for each in marks if each not in self._uses)
        self._uses |= dict.fromkeys(missing, 0)
        for chunk in chunks(missing, _SIZES[-1]):
            values = padded(chunk, _SIZES)
            self._uses |= dict(map(tuple, _used(len(values)).rows(self._connection, values)))


_SIZES = (8, 32, 128, 256, 1024)
_PRINT = Prepared(insert(fingerprint))
_MARK = Prepared(insert(mark))
_OF_ARTICLE = fingerprint.c.article == bindparam("article", type_=BigInteger)
_PRINT_OF = Prepared(select(fingerprint.c.marks).where(_OF_ARTICLE))
_NO_PRINT = Prepared(delete(fingerprint).where(_OF_ARTICLE))


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
    )


@cache
def _used(size: int) -> Prepared:
    return Prepared(
        select(mark.c.mark, func.count())
        .where(mark.c.mark.in_(_any_of(size)))
        .group_by(mark.c.mark)
    )


def begin(connection: Connection, number: int) -> None:
    """Note that article `number`, which is new, has no marks yet."""
    _PRINT.run(connection, {"article": number, "scheme": UNMARKED, "marks": b""})


def held(connection: Connection, name: str) -> Fingerprint:
    """The marks of the article with the id `name`; none where it was never marked."""
    packed = connection.scalar(
        select(fingerprint.c.marks)
        .join(article, article.c.no == fingerprint.c.article)
        .where(article.c.id == name)
    )
    return Fingerprint(name, _unpacked(packed or b""))


def unmarked(connection: Connection, scheme: str, limit: int) -> Sequence[int]:
    """The numbers of articles, at most `limit`, whose marks another scheme chose.

    Those before and those after `scheme` are looked for apart, in the order of an index: it takes
    no longer where there is none among a million.
    """
    found: list[int] = []
    for other in (fingerprint.c.scheme < scheme, fingerprint.c.scheme > scheme):
        rows = (
            select(fingerprint.c.article)
            .where(other)
            .order_by(fingerprint.c.scheme, fingerprint.c.article)
            .limit(limit - len(found))
        )
        found += connection.scalars(rows)
    return sorted(found)


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
