"""Which of two texts that share words came first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from whence.link.derivation.credits import credit_to, mentions
from whence.model import Article, OutletKind, Precision

_CLOCKED = frozenset({Precision.HOUR, Precision.MINUTE, Precision.SECOND})
#: A credit outweighs dates that are no further apart: days of publication are often those of an
#: update, or of another time zone.
_NEAR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Direction:
    """The article that is taken for the source, and the words that say why."""

    source: str
    debtor: str
    why: str


def direction(one: Article, other: Article) -> Direction:
    """Which of two articles owes to the other; the same whichever is named first.

    A credit tells, where the dates do not forbid it; then the dates, to the minute where both have
    a time zone; then which body names the other's outlet; then an agency is the source, then the
    longer text, then the lesser id.
    """
    a, b = (one, other) if one.id <= other.id else (other, one)
    for sign, why in _steps(a, b):
        if sign:
            source, debtor = (a, b) if sign < 0 else (b, a)
            return Direction(source.id, debtor.id, why)
    return Direction(a.id, b.id, "nothing tells them apart")


def _steps(a: Article, b: Article) -> Iterator[tuple[int, str]]:
    """What each test says, -1 where `a` is the source, 1 where `b` is, 0 where it cannot tell.

    The body is searched for an outlet's name only where credits and dates say nothing.
    """
    apart = _apart(a, b)
    if apart is None or abs(apart) <= _NEAR:
        yield _by_credit(a, b), "credits it"
        yield _by_date(a, b)
    else:
        yield _by_date(a, b)
        yield _by_credit(a, b), "credits it"
    yield _by_mention(a, b), "names its outlet"
    yield _first(_is_agency(a), _is_agency(b)), "the other is an agency's"
    yield _first(len(a.text) > len(b.text), len(b.text) > len(a.text)), "the other is longer"


def _first(one: bool, other: bool) -> int:  # noqa: FBT001 - the two sides of one question
    """-1 where the first alone is so, 1 where the second alone is, else 0."""
    return int(other) - int(one)


def _by_credit(a: Article, b: Article) -> int:
    return _first(credit_to(b, a.outlet) is not None, credit_to(a, b.outlet) is not None)


def _by_mention(a: Article, b: Article) -> int:
    return _first(mentions(b, a.outlet) is not None, mentions(a, b.outlet) is not None)


def _by_date(a: Article, b: Article) -> tuple[int, str]:
    if a.published is None or b.published is None:
        return 0, ""
    if a.published.last_day < b.published.first_day:
        return -1, _dates(a, b)
    if b.published.last_day < a.published.first_day:
        return 1, _dates(b, a)
    ours, theirs = instant(a), instant(b)
    if ours is None or theirs is None or ours == theirs:
        return 0, ""
    return (-1, _dates(a, b)) if ours < theirs else (1, _dates(b, a))


def _dates(source: Article, debtor: Article) -> str:
    assert source.published is not None  # noqa: S101 - the caller has compared them
    assert debtor.published is not None  # noqa: S101
    return f"published {debtor.published.value}, the other {source.published.value}"


def _apart(a: Article, b: Article) -> timedelta | None:
    if a.published is None or b.published is None:
        return None
    return a.published.first_day - b.published.first_day


def instant(article: Article) -> datetime | None:
    """When an article was published, where that is known to the hour and in which time zone."""
    moment = article.published
    if moment is None or moment.precision not in _CLOCKED:
        return None
    found = datetime.fromisoformat(moment.value)
    return found if found.tzinfo else None


def _is_agency(article: Article) -> bool:
    return article.outlet.kind is OutletKind.AGENCY
