"""From the place of a ledger to connections that keep its promises."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from sqlite3 import connect
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from whence.errors import LedgerError

MEMORY = ":memory:"

#: Marks a connection that will write, so that it takes the lock before it reads.
WRITES = {"whence_writes": True}

#: Pages of the file that a connection keeps. With SQLite's own 2 MB the pages that placing goes
#: through are read anew for each article once a ledger holds a hundred thousand.
_CACHE_KIB = 65_536

#: Pages that are written before they are taken from the log to their places in the file, 32 MiB.
#: One that several batches write then goes there once: with SQLite's own 1,000 an article took a
#: sixth more of pages written and read.
_LOG_PAGES = 8_192

_SQLITE_HEADER = b"SQLite format 3\x00"


class Access(Enum):
    """What a ledger is opened for."""

    READ = "read"  # it has to be there, and nothing of it changes
    WRITE = "write"  # it has to be there
    CREATE = "create"  # it is made where there is none


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a ledger lies, what for it is opened, and how long to wait for another writer."""

    place: str
    access: Access
    wait_seconds: float


def engine_for(opening: Opening) -> Engine:
    """The engine of the ledger at a path or ``:memory:``; makes no connection yet.

    Raises ``LedgerError`` for a place where no ledger can be.
    """
    if "://" in opening.place:
        raise LedgerError(
            f"{opening.place} is an address; a ledger is a file on this machine, so give a path"
        )
    if opening.place == MEMORY:
        engine = create_engine("sqlite://", creator=_memory(opening), poolclass=StaticPool)
    else:
        _check_file(Path(opening.place), opening.access)
        engine = create_engine("sqlite://", creator=_file(opening), poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def keep_log(engine: Engine) -> None:
    """Let others read while one writes; this changes the file, so only do it to a ledger."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _check_file(path: Path, access: Access) -> None:
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except OSError as error:  # a name too long, or a folder that may not be entered
        raise LedgerError(
            f"the ledger {path} cannot be reached: {error.strerror}; check its path and permissions"
        ) from error
    if is_folder:
        raise LedgerError(f"{path} is a folder; a ledger is one file, so name a file in it")
    if is_there:
        _check_header(path)
    elif access is not Access.CREATE:
        raise LedgerError(f"there is no ledger {path}; `whence add {path} PATH…` begins one")
    elif not path.parent.is_dir():
        raise LedgerError(
            f"the ledger {path} cannot be begun: there is no folder {path.parent}; make it first"
        )


def _check_header(path: Path) -> None:
    """Look before SQLite does, because it would take a short file of anything for an empty one."""
    try:
        with path.open("rb") as file:
            header = file.read(len(_SQLITE_HEADER))
    except OSError as error:
        raise LedgerError(
            f"the ledger {path} cannot be read: {error.strerror}; check who may use the file"
        ) from error
    if header not in (b"", _SQLITE_HEADER):
        raise LedgerError(
            f"{path} is not a ledger (no SQLite database); name another file, or a new one to "
            "begin a ledger"
        )


def _memory(opening: Opening) -> Callable[[], SQLiteConnection]:
    def connected() -> SQLiteConnection:
        connection = connect(MEMORY, isolation_level=None, check_same_thread=False)
        _set_up(connection, opening)
        return connection

    return connected


def _file(opening: Opening) -> Callable[[], SQLiteConnection]:
    path = Path(opening.place).absolute()

    def connected() -> SQLiteConnection:
        connection = connect(
            f"{path.as_uri()}?{_mode(path, opening.access)}",
            uri=True,
            isolation_level=None,  # SQLAlchemy begins transactions, not the driver
            timeout=opening.wait_seconds,
            check_same_thread=False,
        )
        _set_up(connection, opening)
        return connection

    return connected


def _mode(path: Path, access: Access) -> str:
    if access is Access.CREATE:
        return "mode=rwc"
    may_write = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if access is Access.WRITE or may_write:
        return "mode=rw"  # to read as well: only a connection that may write clears up behind it
    log = path.with_name(path.name + "-wal")
    if not os.access(path.parent, os.W_OK) and not log.exists():
        # SQLite cannot keep its lock file beside the ledger, and nobody can write to it either.
        return "mode=ro&immutable=1"
    return "mode=ro"


def _set_up(connection: SQLiteConnection, opening: Opening) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    if opening.access is Access.READ:
        connection.execute("PRAGMA query_only = ON")
        return
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    connection.execute("PRAGMA synchronous = FULL")  # each commit outlasts a loss of power


def _begin(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("whence_writes") else "BEGIN")
