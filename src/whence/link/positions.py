"""Positions: how somebody stands to a thing to be done, and where he later stands elsewhere.

"Would welcome their help" and, two days on, "has not asked for it" do not rule each other out, so
they are no contradiction; of one speaker, in this order, they are a development. In 774 articles
(the development stories, PolNeAR dev, the seeds; 2026-11-21) the rule found no pair at all, and
with laxer thresholds five, of which one was right: how often it is right is not known.
"""

from collections.abc import Collection, Mapping
from itertools import pairwise

from whence.link.lexicon import lexicon
from whence.link.likeness import Scale
from whence.link.pairs import Pair
from whence.link.said import Said
from whence.link.verdict import Finding
from whence.model import RelationKind, Stance

_OF_STANCE = {
    Stance.WELCOMES: "welcoming",
    Stance.CONSIDERS: "considering",
    Stance.OFFERS: "offering",
    Stance.REQUESTS: "asking",
    Stance.REJECTS: "refusing",
    Stance.VOWS: "planning",
}
_POSITIONS = ("welcoming", "considering", "planning", "asking", "offering", "refusing")
_ABOUT = 0.3  # weighted overlap with the shorter statement
_LEAST_WEIGHT = 8.0  # of the words that both have, those of the position apart
_NEAR = 0.5  # cosine of the vectors
_SURE = 0.6


def positions(said: Said) -> Mapping[str, bool]:
    """The positions that a statement takes, each with whether it is negated ("has not asked")."""
    passive = {form for before, form in pairwise(said.forms) if before in lexicon("being")}
    found: dict[str, bool] = {}
    for word in said.words:
        for name in _POSITIONS:
            if word.form in lexicon(name) and not _is_done_to(word.form, passive):
                found.setdefault(name, word.negated)
    own = _OF_STANCE.get(said.statement.stance)
    return found if own is None else {own: said.statement.cue_negated, **found}


def _is_done_to(form: str, passive: Collection[str]) -> bool:
    """Whether others consider, plan or ask: "is considered endangered"."""
    return form.endswith("ed") and form in passive


def development(later: Said, earlier: Said, pair: Pair, scale: Scale) -> Finding | None:
    """One speaker who on a later day takes another position on the same matter."""
    if not pair.shares_speaker or later.day is None or earlier.day is None:
        return None
    ours, theirs = positions(later), positions(earlier)
    if later.day <= earlier.day or not ours or not theirs or ours == theirs:
        return None
    if ours.items() & theirs.items():
        return None  # what he still says has not moved
    matter = {
        word.stem
        for word in later.words
        if not any(word.form in lexicon(name) for name in _POSITIONS)
    }
    weight = scale.whole(matter & earlier.stems)
    like = pair.likeness
    if weight < _LEAST_WEIGHT or like.within < _ABOUT or like.vector < _NEAR:
        return None
    words = f"{later.who} takes another position later than before"
    return Finding(RelationKind.REVISES, later, earlier, "modality", words, _SURE)
