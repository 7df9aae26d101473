"""The terms of the ledger: their numbers, and how many placed articles hold each."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import TypeVar

from sqlalchemy import Connection, Integer, Text, bindparam, select, update

from whence.store.prepared import Prepared, padded
from whence.store.schema import meta, term

Value = TypeVar("Value")

#: SQLite takes some thirty thousand bound values in one statement.
CHUNK = 10_000
#: The lengths of the lists of words that are looked up at once.
_SIZES = (16, 64, 128, 256, 1024)


class Terms:
    """The terms as one transaction sees them; each is looked up once, and written once at its end.

    Placing one article asks for its terms and entering it counts them, and the next article has
    many of the same: without what was found before, most of the time of adding would go there.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        #: Number and count of a word, ``None`` where the ledger has no such term.
        self._known: dict[str, tuple[int, int] | None] = {}
        self._recounted: set[str] = set()
        self._begun: set[str] = set()
        self._last: int | None = None

    def frequencies(self, words: Collection[str]) -> Mapping[str, int]:
        """In how many placed articles each of `words` occurs; those in none are left out."""
        self._look_up(words)
        known = self._known
        return {word: row[1] for word in words if (row := known[word]) and row[1]}

    def numbers(self, words: Iterable[str]) -> dict[str, int]:
        """The numbers of those of `words` that are terms of the ledger."""
        asked = tuple(words)
        self._look_up(asked)
        known = self._known
        return {word: row[0] for word in asked if (row := known[word])}

    def count(self, words: Collection[str], by: int) -> list[int]:
        """Let `by` more articles hold each of `words`; their numbers, in order."""
        self._look_up(words)
        numbers = []
        for word in sorted(words):
            row = self._known[word]
            number, articles = (self._begin(word), 0) if row is None else row
            self._known[word] = (number, articles + by)
            numbers.append(number)
        self._recounted.update(words)
        return sorted(numbers)

    def write(self) -> None:
        """Write what was counted; before, only this transaction knows of it."""
        rows: list[dict[str, str | int]] = [
            {"word": word, "no": row[0], "articles": row[1]}
            for word in sorted(self._recounted)
            if (row := self._known[word])
        ]
        _ENTER.run_each(self._connection, (row for row in rows if row["word"] in self._begun))
        _COUNT.run_each(self._connection, (row for row in rows if row["word"] not in self._begun))
        if self._begun:
            _NUMBERED.run(self._connection, {"last": str(self._last)})
        self._recounted, self._begun = set(), set()

    def _begin(self, word: str) -> int:
        """A number for a word that the ledger has not; only one transaction writes at a time."""
        if self._last is None:
            ((last,),) = _LAST.rows(self._connection, {})
            self._last = int(last)
        self._last += 1
        self._begun.add(word)
        return self._last

    def _look_up(self, words: Iterable[str]) -> None:
        missing = sorted({word for word in words if word not in self._known})
        self._known.update(dict.fromkeys(missing))
        for chunk in chunks(missing, _SIZES[-1]):
            values = padded(chunk, _SIZES)
            for word, number, articles in _found(len(values)).rows(self._connection, values):
                self._known[word] = (number, articles)


_COUNT = Prepared(
    update(term)
    .where(term.c.word == bindparam("word", type_=Text))
    .values(articles=bindparam("articles", type_=Integer))
)
_ENTER = Prepared(term.insert())
_LAST = Prepared(select(meta.c.value).where(meta.c.key == "terms"))
_NUMBERED = Prepared(
    update(meta).where(meta.c.key == "terms").values(value=bindparam("last", type_=Text))
)


@cache
def _found(size: int) -> Prepared:
    words = [bindparam(f"at_{at}", type_=Text) for at in range(size)]
    return Prepared(select(term.c.word, term.c.no, term.c.articles).where(term.c.word.in_(words)))


def chunks(values: Sequence[Value], size: int = CHUNK) -> Iterable[Sequence[Value]]:
    """`values` in parts that one statement can bind."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
