"""The ledger: the database that keeps everything, from raw article to relation."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from whence.errors import LedgerError, LedgerVersionError
from whence.store.batch import Batch
from whence.store.faults import explained
from whence.store.migrations import check, create, migrate, schema_of
from whence.store.opening import MEMORY, WRITES, Access, Opening, engine_for, keep_log
from whence.store.schema import SCHEMA_VERSION
from whence.store.view import View


class Ledger:
    """An open ledger, read through views and written to in batches.

    What a batch wrote is on the disk when the batch ends, all of it or nothing. Others may read
    while one writes; a second writer waits. Close it, or use it in a ``with`` statement.
    """

    def __init__(self, place: str, engine: Engine) -> None:
        self.place = place
        self._engine = engine

    @classmethod
    def open(
        cls,
        place: str | os.PathLike[str] = MEMORY,
        access: Access = Access.CREATE,
        *,
        wait_seconds: float = 30.0,
    ) -> "Ledger":
        """The ledger in the file `place`, or one in memory alone that is gone when closed.

        A ledger of an earlier schema is brought up to date, except where it is only read.
        `wait_seconds` is how long another writer is waited for. Raises ``LedgerError`` where the
        place holds no ledger or may not be used, ``LedgerVersionError`` where it is too new.
        """
        name = os.fspath(place)
        engine = engine_for(Opening(name, access, wait_seconds))
        try:
            with explained(name):
                _make_ready(engine, name, access)
        except LedgerError:
            engine.dispose()
            raise
        return cls(name, engine)

    @contextmanager
    def reading(self) -> Iterator[View]:
        """A view of the ledger as it is now."""
        with explained(self.place), self._engine.connect() as connection, connection.begin():
            yield View(connection)

    @contextmanager
    def writing(self) -> Iterator[Batch]:
        """A batch, kept when the block ends and dropped whole if the block raises.

        In a ledger in memory no view may be open meanwhile.
        """
        with explained(self.place), _writer(self._engine) as connection:
            batch = Batch(connection)
            yield batch
            batch.finish()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@contextmanager
def _writer(engine: Engine) -> Iterator[Connection]:
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        yield connection


def _make_ready(engine: Engine, place: str, access: Access) -> None:
    with engine.connect() as connection, connection.begin():
        version = schema_of(connection, place)
    if version is not None:
        check(version, place)
    if version == SCHEMA_VERSION:
        return
    if access is Access.READ or (version is None and access is Access.WRITE):
        raise _not_ready(version, place)
    keep_log(engine)
    with _writer(engine) as connection:
        # Another process may have been faster since the first look.
        version = schema_of(connection, place)
        if version is None:
            create(connection)
        else:
            migrate(connection, version)


def _not_ready(version: int | None, place: str) -> LedgerError:
    if version is None:
        return LedgerError(f"the ledger {place} is empty; `whence add {place} PATH…` fills it")
    return LedgerVersionError(
        f"the ledger {place} has the earlier schema {version} of {SCHEMA_VERSION} and is only open "
        f"for reading; `whence add {place} PATH…` brings it up to date"
    )
