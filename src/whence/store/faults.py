"""What a database says when something is wrong, put into words that help."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, SQLAlchemyError

from whence.errors import LedgerError

#: Parts of what SQLite says, and what that means and asks for.
_ADVICE = {
    "file is not a database": (
        "it is not a ledger (no SQLite database); name another file, or a new one to begin one"
    ),
    "malformed": (
        "it is damaged; go back to a copy, or save what can be read with `sqlite3 FILE .recover`"
    ),
    "locked": (
        "another process is writing to it; wait until that is done, then run the command again: "
        "what is already added will not be added twice"
    ),
    "readonly": (
        "it may be read but not written; allow writing to the file and to its folder, "
        "or work on a copy"
    ),
    "unable to open": (
        "it cannot be opened; check that it is a file in a folder that exists and may be used"
    ),
    "disk is full": (
        "the disk is full; nothing of the last batch was kept, all batches before it were: "
        "make room, then run the command again"
    ),
    "disk I/O error": (
        "the disk does not answer as it should; check the drive, or copy the ledger to another"
    ),
}


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Raise what the database at `place` raises as ``LedgerError`` with advice."""
    try:
        yield
    except DatabaseError as error:
        said = str(error.orig)
        advice = next((words for part, words in _ADVICE.items() if part in said), None)
        if advice is None:
            raise LedgerError(f"the ledger {place} cannot be used: {said}") from error
        raise LedgerError(f"the ledger {place} cannot be used: {advice}") from error
    except SQLAlchemyError as error:
        raise LedgerError(f"the ledger {place} cannot be used: {error}") from error
