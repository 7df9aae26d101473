"""How a ledger of an earlier schema becomes one of today, step by step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, inspect, select, text

from whence.errors import LedgerError, LedgerVersionError
from whence.store.schema import SCHEMA_VERSION, meta, metadata

_KIND = "whence ledger"


@dataclass(frozen=True, slots=True)
class Step:
    """What raises a ledger to the schema `to` from the one before it, in SQL that never changes."""

    to: int
    why: str
    apply: Callable[[Connection], None]


def _texts(connection: Connection) -> None:
    columns = {
        "fingerprint": (
            "article INTEGER NOT NULL PRIMARY KEY REFERENCES article (no), "
            "scheme TEXT NOT NULL, marks BLOB NOT NULL"
        ),
        "mark": (
            "mark BIGINT NOT NULL, article INTEGER NOT NULL REFERENCES article (no), "
            "PRIMARY KEY (mark, article)"
        ),
        "kinship": (
            "one INTEGER NOT NULL REFERENCES article (no), "
            "other INTEGER NOT NULL REFERENCES article (no), body TEXT NOT NULL, "
            "PRIMARY KEY (one, other)"
        ),
    }
    for table, described in columns.items():
        kept = "" if table == "fingerprint" else " WITHOUT ROWID"
        connection.execute(text(f"CREATE TABLE {table} ({described}){kept}"))
    connection.execute(text("CREATE INDEX kinship_other ON kinship (other)"))


_BY_WORDS = """
CREATE TABLE posting_3 (
    term INTEGER NOT NULL, day INTEGER NOT NULL, article INTEGER NOT NULL,
    PRIMARY KEY (term, day, article)
) WITHOUT ROWID;
INSERT INTO posting_3 SELECT term, day, article FROM posting ORDER BY 1, 2, 3;
DROP TABLE posting;
ALTER TABLE posting_3 RENAME TO posting;
CREATE TABLE term_3 (
    word TEXT NOT NULL PRIMARY KEY, no INTEGER NOT NULL, articles INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO term_3 SELECT word, no, articles FROM term ORDER BY 1;
INSERT INTO meta SELECT 'terms', coalesce(max(no), 0) FROM term;
DROP TABLE term;
ALTER TABLE term_3 RENAME TO term;
CREATE TABLE placement_3 (
    article INTEGER NOT NULL PRIMARY KEY REFERENCES article (no), name TEXT NOT NULL,
    story INTEGER NOT NULL REFERENCES story (no), day DATE, terms BLOB NOT NULL,
    vector BLOB NOT NULL
);
INSERT INTO placement_3 SELECT p.article, a.id, p.story, p.day, CAST(p.terms AS BLOB), p.vector
    FROM placement p JOIN article a ON a.no = p.article ORDER BY 1;
DROP TABLE placement;
ALTER TABLE placement_3 RENAME TO placement;
CREATE INDEX placement_story ON placement (story, article);
INSERT INTO fingerprint SELECT no, '', x'' FROM article
    WHERE no NOT IN (SELECT article FROM fingerprint);
CREATE INDEX fingerprint_scheme ON fingerprint (scheme);
CREATE INDEX linked_linker ON linked (linker)
"""


def _by_words(connection: Connection) -> None:
    """Keep terms by their words and sketches with their articles' ids; find what is left to do."""
    for statement in _BY_WORDS.split(";"):
        connection.execute(text(statement))


#: In order, one for each schema since the first. A new ledger is made whole and takes none.
STEPS: Sequence[Step] = (
    Step(2, "derivations over the whole ledger", _texts),
    Step(3, "the same work for one more article however many are held", _by_words),
)


def schema_of(connection: Connection, place: str) -> int | None:
    """The schema of the ledger behind `connection`, ``None`` where the database is empty.

    Raises ``LedgerError`` for a database that is no ledger.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    known: dict[str, str] = {}
    if meta.name in tables and {c["name"] for c in inspect(connection).get_columns(meta.name)} == {
        "key",
        "value",
    }:
        known = {row.key: row.value for row in connection.execute(select(meta))}
    if known.get("kind") != _KIND or not known.get("schema", "").isdecimal():
        raise LedgerError(
            f"{place} is a database, but not a ledger of whence (its tables are "
            f"{', '.join(sorted(tables)[:5])}); name another file, or a new one to begin a ledger"
        )
    return int(known["schema"])


def create(connection: Connection) -> None:
    """Make the tables of today's schema in an empty database."""
    metadata.create_all(connection)
    connection.execute(
        meta.insert(),
        [
            {"key": "kind", "value": _KIND},
            {"key": "schema", "value": str(SCHEMA_VERSION)},
            {"key": "terms", "value": "0"},
        ],
    )


def check(version: int, place: str, *, newest: int = SCHEMA_VERSION) -> None:
    """Raise ``LedgerVersionError`` for a ledger of a schema that is newer than `newest`."""
    if version > newest:
        raise LedgerVersionError(
            f"the ledger {place} has schema {version}, and this whence knows schemas up to "
            f"{newest}: it was made by a newer whence. Upgrade (`pip install --upgrade whence`), "
            "or begin a new ledger with this one"
        )


def migrate(
    connection: Connection,
    version: int,
    *,
    steps: Sequence[Step] = STEPS,
    newest: int = SCHEMA_VERSION,
) -> None:
    """Take a ledger of schema `version` through the steps to `newest`, all in one transaction.

    Raises ``LedgerVersionError`` where a step is missing.
    """
    for step in sorted(steps, key=lambda step: step.to):
        if step.to <= version:
            continue
        if step.to != version + 1:
            break
        step.apply(connection)
        version = step.to
    if version != newest:
        raise LedgerVersionError(
            f"there is no step from schema {version} to {version + 1}, so this ledger cannot be "
            "brought up to date: open it with the whence that made it, or add the articles anew"
        )
    connection.execute(meta.update().where(meta.c.key == "schema").values(value=str(version)))
