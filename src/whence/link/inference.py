"""What a model that reads two sentences makes of the clashes that the words show.

On its own the model finds no disputes: its training sets speak of one situation in both sentences,
two statements of a story seldom do, and on the choosing half of `bench/labels/pairs.jsonl` its
contradiction ranks pairs no better than chance (average precision .18, rate .17). But of the
clashes that polarity and opposites show it tells the right ones: so it confirms or refuses them,
and decides nothing by itself.
"""

import re
from collections.abc import Sequence

from whence.link.claims import Pair
from whence.link.verdict import Finding
from whence.model import Entailment, Inference

#: Clashes that are read for a story, the surest first: at 4 ms a reading and two readings a pair,
#: they cost eight seconds on one core.
_MOST = 1000
#: The chance from which a clash is confirmed. On the choosing half the nine right ones had .52 or
#: more and three of the five wrong ones .36 or less.
_CONFIRMED = 0.45
_QUOTES = "“”\"'‘’«» "
_THAT = re.compile(r"^that\s+", re.IGNORECASE)


def confirmed(
    judged: Sequence[tuple[Pair, Finding]], entailment: Entailment | None
) -> list[Finding]:
    """The findings without the clashes of whole clauses that the model refuses; all without one.

    Both directions of a pair are read, in one call for all pairs.
    """
    if entailment is None:
        return [found for _, found in judged]
    clashes = [(pair, found) for pair, found in judged if _may_be_asked(pair, found)]
    clashes.sort(key=lambda each: (-each[1].confidence, each[1].a.id, each[1].b.id))
    asked = [pair for pair, _ in clashes[:_MOST]]
    texts = [(as_sentence(pair.one.text), as_sentence(pair.other.text)) for pair in asked]
    answers = entailment.read([*texts, *((other, one) for one, other in texts)])
    refused = {
        id(pair)
        for pair, ahead, back in zip(
            asked, answers[: len(asked)], answers[len(asked) :], strict=True
        )
        if _clash(pair, ahead, back) < _CONFIRMED
    }
    return [found for pair, found in judged if id(pair) not in refused]


def as_sentence(content: str) -> str:
    """A content as a sentence by itself: no quotation marks, no "that", a full stop."""
    words = _THAT.sub("", " ".join(content.split()).strip(_QUOTES)).rstrip(' ,;:-–—”"’')
    if not words:
        return ""
    return words[0].upper() + words[1:] + ("" if words[-1] in ".!?" else ".")


def _may_be_asked(pair: Pair, found: Finding) -> bool:
    return found.reason == "polarity" and pair.one.is_clause and pair.other.is_clause


def _clash(pair: Pair, ahead: Inference, back: Inference) -> float:
    """How surely the contents clash; what one denies it denies whole, so that it must follow."""
    if pair.one.denied != pair.other.denied:
        return max(ahead.entailment, back.entailment)
    return min(ahead.contradiction, back.contradiction)
