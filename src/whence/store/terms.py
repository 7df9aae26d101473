"""The terms of the ledger: their numbers, and how many placed articles hold each."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import TypeVar

from sqlalchemy import Connection, Integer, Text, bindparam, func, select, update

from whence.store.prepared import Prepared, padded
from whence.store.schema import term

Value = TypeVar("Value")

#: SQLite takes some thirty thousand bound values in one statement.
CHUNK = 10_000
#: The lengths of the lists of words that are looked up at once.
_SIZES = (16, 64, 128, 256, 1024)


class Terms:
    """The terms as one transaction sees them; each is looked up once.

    Placing one article asks for its terms and entering it counts them, and the next article has
    many of the same: without what was found before, most of the time of adding would go there.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        #: Number and count of a word, ``None`` where the ledger has no such term.
        self._known: dict[str, tuple[int, int] | None] = {}
        self._last: int | None = None

    def frequencies(self, words: Collection[str]) -> Mapping[str, int]:
        """In how many placed articles each of `words` occurs; those in none are left out."""
        self._look_up(words)
        rows = ((word, self._known[word]) for word in words)
        return {word: row[1] for word, row in rows if row and row[1]}

    def numbers(self, words: Collection[str]) -> dict[str, int]:
        """The numbers of those of `words` that are terms of the ledger."""
        self._look_up(words)
        return {word: row[0] for word in words if (row := self._known[word])}

    def count(self, words: Collection[str], by: int) -> list[int]:
        """Let `by` more articles hold each of `words`; their numbers, in order."""
        self._look_up(words)
        unknown = sorted(word for word in words if self._known[word] is None)
        held = self.numbers(words)
        _COUNT.run_each(self._connection, ({"no": no, "by": by} for no in sorted(held.values())))
        for word, number in held.items():
            row = self._known[word]
            self._known[word] = (number, (row[1] if row else 0) + by)
        self._begin(unknown, by)
        return sorted(self.numbers(words).values())

    def _begin(self, words: Sequence[str], articles: int) -> None:
        """Enter words that the ledger has not; only one transaction writes at a time."""
        if not words:
            return
        if self._last is None:
            ((last,),) = _LAST.rows(self._connection, {})
            self._last = last or 0
        begun = {word: self._last + at for at, word in enumerate(words, 1)}
        _BEGIN.run_each(
            self._connection,
            ({"no": no, "word": word, "articles": articles} for word, no in begun.items()),
        )
        self._last += len(words)
        self._known |= {word: (no, articles) for word, no in begun.items()}

    def _look_up(self, words: Iterable[str]) -> None:
        missing = sorted({word for word in words if word not in self._known})
        self._known.update(dict.fromkeys(missing))
        for chunk in chunks(missing, _SIZES[-1]):
            values = padded(chunk, _SIZES)
            for word, number, articles in _found(len(values)).rows(self._connection, values):
                self._known[word] = (number, articles)


_COUNT = Prepared(
    update(term)
    .where(term.c.no == bindparam("no", type_=Integer))
    .values(articles=term.c.articles + bindparam("by", type_=Integer))
)
_BEGIN = Prepared(term.insert())
_LAST = Prepared(select(func.max(term.c.no)))


@cache
def _found(size: int) -> Prepared:
    words = [bindparam(f"at_{at}", type_=Text) for at in range(size)]
    return Prepared(select(term.c.word, term.c.no, term.c.articles).where(term.c.word.in_(words)))


def chunks(values: Sequence[Value], size: int = CHUNK) -> Iterable[Sequence[Value]]:
    """`values` in parts that one statement can bind."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
