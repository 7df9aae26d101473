"""Statements of the hot paths, compiled once.

To build a statement, look up what SQLAlchemy made of it and wrap its rows took up to ten times its
running, which was most of the time of placing an article. They run on the driver's own cursor, in
the transaction of the connection, which has to be begun. Rows are as the driver has them: dates are
text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.exc import DatabaseError
from sqlalchemy.sql.elements import ClauseElement

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Text:
    """What SQLAlchemy made of a statement: its text and the parameters in order.

    `own` are the values that the statement itself has, of limits and the like.
    """

    text: str
    names: tuple[str, ...]
    own: Values
    positional: bool

    def bound(self, values: Values) -> tuple[Any, ...] | dict[str, Any]:
        """`values` as the driver takes them."""
        found = {**self.own, **values} if self.own else values
        if self.positional:
            return tuple(map(found.__getitem__, self.names))
        return {name: found[name] for name in self.names}


class Prepared:
    """A statement with its parameters by name; it is compiled for a dialect when first run."""

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._texts: dict[str, _Text] = {}

    def rows(self, connection: Connection, values: Values) -> Sequence[Sequence[Any]]:
        """All rows of a query."""
        made = self._text(connection.dialect)
        bound = made.bound(values)
        cursor = connection.connection.cursor()
        try:
            cursor.execute(made.text, bound)
            return cursor.fetchall()
        except _errors(connection) as error:
            raise DatabaseError(made.text, bound, error) from error
        finally:
            cursor.close()

    def run(self, connection: Connection, values: Values) -> None:
        """Run a statement that gives no rows."""
        self.rows(connection, values)

    def run_each(self, connection: Connection, each: Iterable[Values]) -> None:
        """Run a statement once for each of some values; nothing where there are none."""
        made = self._text(connection.dialect)
        bound: list[Any] = [made.bound(values) for values in each]
        if not bound:
            return
        cursor = connection.connection.cursor()
        try:
            cursor.executemany(made.text, bound)
        except _errors(connection) as error:
            raise DatabaseError(made.text, bound, error) from error
        finally:
            cursor.close()

    def _text(self, dialect: Dialect) -> _Text:
        made = self._texts.get(dialect.name)
        if made is None:
            compiled: Any = self._statement.compile(dialect=dialect)
            names = tuple(compiled.positiontup or compiled.params)
            own = {name: value for name, value in compiled.params.items() if value is not None}
            made = _Text(str(compiled), names, own, compiled.positional)
            self._texts[dialect.name] = made
        return made


def _errors(connection: Connection) -> type[BaseException]:
    """What the driver raises: nothing stands between it and a statement to put it into words."""
    return connection.dialect.loaded_dbapi.Error


def padded(values: Sequence[Any], sizes: Sequence[int], *, fill: object = None) -> dict[str, Any]:
    """`values` as the parameters ``at_0``, ``at_1`` … of a list of one of `sizes`.

    It is filled up with `fill`, by default the first of them, so that few lengths of a list are
    ever compiled. There has to be one, and not more than the last of `sizes`.
    """
    size = next(size for size in sizes if size >= len(values))
    left = size - len(values)
    return dict(
        zip(
            _places(size),
            (*values, *repeat(values[0] if fill is None else fill, left)),
            strict=True,
        )
    )


@cache
def _places(size: int) -> tuple[str, ...]:
    return tuple(f"at_{at}" for at in range(size))
