"""How sure a finding about two statements is, by how alike and how surely read they are."""

from whence.link.likeness import Likeness
from whence.link.pairs import Pair


def sureness(like: Likeness) -> float:
    """A score for likeness alone, at most 0.95; not calibrated."""
    return min(0.95, 0.3 + 0.3 * like.within + 0.3 * like.dice + 0.2 * like.vector)


def certainty(pair: Pair) -> float:
    """How sure the reading itself is, in part: most of its errors are those of bounds."""
    least = min(pair.one.statement.confidence, pair.other.statement.confidence)
    return 0.6 + 0.4 * least
