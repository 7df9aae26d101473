"""Claims: the statements that say the same thing, whoever says it and however it is worded."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.link.differences import Difference, differences
from whence.link.groups import Groups
from whence.link.likeness import Likeness, Scale, candidate_pairs
from whence.link.said import Force, Said
from whence.model import Form

_CLIPPED_RUN = 5  # words in one run
_CLIPPED = 0.7  # of the shorter statement
_CONTAINED = 0.97  # of the weight of its words
#: How alike in words two statements must be, and how alike by all signs together (at most 3).
_SAME_WORDS = 0.72
_MANY_WORDS = 0.60
_ALIKE = 2.2
#: The same of one speaker, who seldom says two things in nearly the same words.
_SPEAKERS_WORDS = 0.40
_SPEAKERS_ALIKE = 1.85
_SPEAKERS_LEAST_WEIGHT = 6.0
#: The log-odds that two statements say the same, by their likeness; a logistic regression on the
#: choosing half of `bench/labels/pairs.jsonl` (regularised, each story left out once). At 0.55 it
#: was right in 5 of 6.
_BASE, _DICE, _WITHIN, _VECTOR, _CLIP, _RUN, _SPEAKER = -3.9, 1.1, 1.1, 1.1, 0.7, 2.1, 1.0
_LONG_RUN = 8  # words
_LIKELY = 0.55
#: What no two statements of one claim may differ in.
_APART = frozenset(
    {
        Difference.POLARITY,
        Difference.OPPOSITE,
        Difference.MODALITY,
        Difference.FIGURE,
        Difference.PLACE,
        Difference.TIME,
        Difference.ACTOR,
    }
)
#: In what a clipped quotation may differ from the whole.
_LEFT_OUT = frozenset({Difference.MODALITY, Difference.ATTITUDE, Difference.FIGURE})
_LEAST_WEIGHT = 8.0  # of the shared stems: a few common words make no claim


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that talk of the same thing, how alike they are, and in what they differ."""

    one: Said
    other: Said
    likeness: Likeness
    differences: frozenset[Difference]

    @property
    def shares_speaker(self) -> bool:
        """Whether both are said by one known entity."""
        return self.one.speaker is not None and self.one.speaker == self.other.speaker

    @property
    def may_share_speaker(self) -> bool:
        """Whether both are said by one entity, or one of the speakers is unknown."""
        return self.shares_speaker or None in (self.one.speaker, self.other.speaker)

    @property
    def is_clip(self) -> bool:
        """Whether one prints the other's words, in whole or clipped, and adds no matter within."""
        like = self.likeness
        return like.run >= _CLIPPED_RUN and like.clip >= _CLIPPED and like.within >= _CONTAINED


def chance_of_one_claim(pair: Pair) -> float:
    """How likely two statements say the same by their likeness alone, whatever they differ in."""
    like = pair.likeness
    odds = (
        _BASE
        + _DICE * like.dice
        + _WITHIN * like.within
        + _VECTOR * like.vector
        + _CLIP * like.clip
        + _RUN * min(like.run, _LONG_RUN) / _LONG_RUN
        + _SPEAKER * pair.shares_speaker
    )
    return 1 / (1 + math.exp(-odds))


def compare(said: Sequence[Said], scale: Scale) -> tuple[Pair, ...]:
    """The pairs of statements that talk of the same thing, in order of their ids."""
    return tuple(
        Pair(one, other, scale.likeness(one, other), differences(one, other))
        for one, other in candidate_pairs(said, scale)
    )


def group(said: Sequence[Said], pairs: Sequence[Pair], scale: Scale) -> list[list[Said]]:
    """The statements of each claim, the clearest first; every statement belongs to one claim.

    The likest pairs are joined first, and never two groups that hold statements known to differ.
    """
    by_id = {one.id: one for one in said}
    groups = Groups(by_id)
    apart = {(pair.one.id, pair.other.id) for pair in pairs if not _same(pair, scale)}
    members = {name: [name] for name in by_id}
    strong = sorted(
        (pair for pair in pairs if _same(pair, scale)),
        key=lambda pair: (-pair.likeness.clip - pair.likeness.dice, pair.one.id, pair.other.id),
    )
    for pair in strong:
        ours, theirs = groups.root(pair.one.id), groups.root(pair.other.id)
        if ours == theirs or _clash(members[ours], members[theirs], apart):
            continue
        groups.join(ours, theirs)
        members[groups.root(ours)] = members[ours] + members[theirs]
    return [_clearest_first([by_id[name] for name in names], scale) for names in groups.all()]


def _clash(ours: Sequence[str], theirs: Sequence[str], apart: set[tuple[str, str]]) -> bool:
    return any((min(one, other), max(one, other)) in apart for one in ours for other in theirs)


def _same(pair: Pair, scale: Scale) -> bool:
    like = pair.likeness
    if pair.is_clip and pair.may_share_speaker:
        # One utterance, quoted and clipped: what a clip leaves out is no difference.
        return not pair.differences - _LEFT_OUT
    if Force.UNSAID in (pair.one.force, pair.other.force):
        return False
    weight = scale.whole(pair.one.stems & pair.other.stems)
    likely = weight >= _LEAST_WEIGHT and chance_of_one_claim(pair) >= _LIKELY
    if likely and not pair.differences & _APART:
        return True
    alike = like.dice + like.within + like.vector
    if pair.shares_speaker:
        repeats = like.dice >= _SPEAKERS_WORDS and alike >= _SPEAKERS_ALIKE
        differs = pair.differences - {Difference.ATTITUDE}
        return repeats and weight >= _SPEAKERS_LEAST_WEIGHT and not differs
    many = like.dice >= _SAME_WORDS or (like.dice >= _MANY_WORDS and alike >= _ALIKE)
    return many and weight >= _LEAST_WEIGHT and not pair.differences


def _clearest_first(statements: Sequence[Said], scale: Scale) -> list[Said]:
    """In order of clearness: naming what the claim is about, complete, certain, early."""
    everywhere: Mapping[str, int] = {
        stem: sum(stem in one.stems for one in statements)
        for stem in {stem for one in statements for stem in one.stems}
    }

    def rank(one: Said) -> tuple[float, bool, float, str, str]:
        shared = sum(scale(stem) * everywhere[stem] for stem in sorted(one.stems))
        length = max(1.0, len(one.forms) / 45)
        direct = one.statement.form is Form.DIRECT
        day = one.day.isoformat() if one.day else "9999"
        return (-round(shared / length, 6), not direct, -one.statement.confidence, day, one.id)

    return sorted(statements, key=rank)
