"""The terms of the ledger: their numbers, and how many placed articles hold each."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import Connection, select

from whence.store.schema import term

Value = TypeVar("Value")

#: SQLite takes some thirty thousand bound values in one statement.
CHUNK = 10_000


class Terms:
    """The terms as one transaction sees them; each is looked up once.

    Placing one article asks for the terms of all its candidates, and the next article for many of
    the same: without what was found before, most of the time of adding would go there.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        #: Number and count of a word, ``None`` where the ledger has no such term.
        self._known: dict[str, tuple[int, int] | None] = {}

    def frequencies(self, words: Collection[str]) -> Mapping[str, int]:
        """In how many placed articles each of `words` occurs; those in none are left out."""
        self._look_up(words)
        rows = ((word, self._known[word]) for word in words)
        return {word: row[1] for word, row in rows if row and row[1]}

    def numbers(self, words: Collection[str]) -> list[int]:
        """The numbers of those of `words` that are terms of the ledger, in order."""
        self._look_up(words)
        return sorted(row[0] for word in words if (row := self._known[word]))

    def count(self, words: Collection[str], by: int) -> list[int]:
        """Let `by` more articles hold each of `words`; their numbers, in order."""
        self._look_up(words)
        fresh = sorted(word for word in words if self._known[word] is None)
        if fresh:
            self._connection.execute(term.insert(), [{"word": w, "articles": 0} for w in fresh])
            for word in fresh:
                del self._known[word]
        numbers = self.numbers(words)
        for chunk in chunks(numbers):
            self._connection.execute(
                term.update().where(term.c.no.in_(chunk)).values(articles=term.c.articles + by)
            )
        for word in words:
            if row := self._known[word]:
                self._known[word] = (row[0], row[1] + by)
        return numbers

    def _look_up(self, words: Iterable[str]) -> None:
        missing = sorted({word for word in words if word not in self._known})
        self._known.update(dict.fromkeys(missing))
        for chunk in chunks(missing):
            found = select(term.c.word, term.c.no, term.c.articles).where(term.c.word.in_(chunk))
            for word, number, articles in self._connection.execute(found):
                self._known[word] = (number, articles)


def chunks(values: Sequence[Value]) -> Iterable[Sequence[Value]]:
    """`values` in parts that one statement can bind."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]
