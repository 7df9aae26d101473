"""What a model that reads two sentences makes of pairs of statements, held to what it may decide.

The model knows nothing of speakers, days or denials, so it is asked about the bare contents, and
what it says is turned where one of the two denies its content. It decides nothing on its own where
the statements differ in place or time, or where one commits its speaker to nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.link.claims import Pair
from whence.link.differences import Difference, is_open
from whence.model import Entailment, Inference

#: Pairs that are read for a story, the likest first: at 4 ms a reading and two readings a pair, a
#: thousand articles cost 32 seconds on one core.
_MOST = 4000
_NEAR = 0.45  # cosine of the vectors
_SHARED = 0.2  # weighted overlap with the shorter
_CLASHES = 0.7  # chance of a contradiction, mean of both directions
_AT_LEAST = 0.5  # and in each
_ELSEWHERE = frozenset({Difference.PLACE, Difference.TIME, Difference.EXCEPTION})
_QUOTES = "“”\"'‘’«» "
_THAT = re.compile(r"^that\s+", re.IGNORECASE)

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Readings:
    """The model's readings by the pair's two statements, as objects of one run."""

    held: Mapping[Key, tuple[Inference, Inference]]

    def clash(self, pair: Pair) -> float:
        """How surely the two rule each other out, 0 where the model may not or does not say so."""
        found = self.held.get((id(pair.one), id(pair.other)))
        if found is None:
            return 0.0
        turned = pair.one.denied != pair.other.denied
        chances = [one.entailment if turned else one.contradiction for one in found]
        mean = sum(chances) / 2
        return mean if mean >= _CLASHES and min(chances) >= _AT_LEAST else 0.0


def read_pairs(pairs: Sequence[Pair], entailment: Entailment | None) -> Readings:
    """Have the likest pairs read in both directions, in one call; none without a model."""
    if entailment is None:
        return Readings({})
    asked = sorted((pair for pair in pairs if _may_be_asked(pair)), key=_likest)[:_MOST]
    texts = [(as_sentence(pair.one.text), as_sentence(pair.other.text)) for pair in asked]
    answers = entailment.read([*texts, *((other, one) for one, other in texts)])
    return Readings(
        {
            (id(pair.one), id(pair.other)): (answers[at], answers[at + len(asked)])
            for at, pair in enumerate(asked)
        }
    )


def as_sentence(content: str) -> str:
    """A content as a sentence by itself: no quotation marks, no "that", a full stop."""
    words = _THAT.sub("", " ".join(content.split()).strip(_QUOTES)).rstrip(' ,;:-–—”"’')
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in ".!?" else ".")


def _may_be_asked(pair: Pair) -> bool:
    if pair.differences & _ELSEWHERE or is_open(pair.one) or is_open(pair.other):
        return False
    if not (pair.one.is_clause and pair.other.is_clause):
        return False
    return pair.likeness.vector >= _NEAR and pair.likeness.within >= _SHARED


def _likest(pair: Pair) -> tuple[float, str, str]:
    return -(pair.likeness.within + pair.likeness.vector), pair.one.id, pair.other.id
