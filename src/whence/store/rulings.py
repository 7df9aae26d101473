"""What people decided about two articles, as rows that are only ever added to.

Each is written under both articles, so that it is found from either.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from whence.model import Ruling, Verdict
from whence.store.prepared import Prepared
from whence.store.records import Decision
from whence.store.schema import decision

ON_STORY = "ruled on story"
ON_DERIVATION = "ruled on derivation"

_KINDS = {
    Verdict.SAME_STORY: (ON_STORY,),
    Verdict.OTHER_STORY: (ON_STORY,),
    Verdict.REPRINT: (ON_DERIVATION,),
    Verdict.NOT_REPRINT: (ON_DERIVATION,),
    Verdict.OPEN: (ON_STORY, ON_DERIVATION),
}
_SURE = 1.0


class _Row(NamedTuple):
    """What a ruling is read from."""

    no: int
    kind: str
    value: str
    who: str
    at: str
    why: str


_COLUMNS = [decision.c[name] for name in _Row._fields]
_ON_STORIES = Prepared(select(*_COLUMNS).where(decision.c.kind == ON_STORY))
_NAMING = Prepared(
    select(*_COLUMNS)
    .where((decision.c.kind == ON_STORY) | (decision.c.kind == ON_DERIVATION))
    .where(decision.c.subject >= bindparam("first"), decision.c.subject < bindparam("end"))
)


def as_decisions(ruling: Ruling) -> Iterable[Decision]:
    """The rows of a ruling."""
    value = " ".join((ruling.verdict.name, ruling.article, ruling.other))
    for kind in _KINDS[ruling.verdict]:
        for subject in ((ruling.article, ruling.other), (ruling.other, ruling.article)):
            yield Decision(kind, " ".join(subject), value, ruling.who, ruling.at, ruling.why, _SURE)


def rulings_on(connection: Connection, names: Collection[str]) -> Sequence[Ruling]:
    """The rulings that hold and name any of the articles with the ids `names`, oldest first."""
    rows: list[_Row] = []
    for name in names:
        values = {"first": f"{name} ", "end": f"{name}!"}
        rows += (_Row(*row) for row in _NAMING.rows(connection, values))
    return _holding(rows)


def apart(connection: Connection) -> Sequence[tuple[str, str]]:
    """The pairs of articles that people hold to tell different stories."""
    ruled = _holding(_Row(*row) for row in _ON_STORIES.rows(connection, {}))
    return [(each.article, each.other) for each in ruled if each.verdict is Verdict.OTHER_STORY]


def _holding(rows: Iterable[_Row]) -> Sequence[Ruling]:
    """The rulings that the latest rows on each pair of articles hold, oldest first."""
    latest: dict[tuple[str, frozenset[str]], tuple[int, Ruling]] = {}
    for row in sorted(rows, key=lambda row: row.no):
        verdict, article, other = row.value.split(" ")
        at = datetime.fromisoformat(row.at).replace(tzinfo=UTC)
        ruling = Ruling(Verdict[verdict], article, other, row.who, at, row.why)
        latest[row.kind, frozenset((article, other))] = row.no, ruling
    held = sorted(latest.values(), key=lambda entry: entry[0])
    return tuple(dict.fromkeys(ruling for _, ruling in held if ruling.verdict is not Verdict.OPEN))
