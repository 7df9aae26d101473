"""Claims: the statements that say the same thing, whoever says it and however it is worded."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.link.differences import Difference, differences, numbers
from whence.link.groups import Groups
from whence.link.likeness import Likeness, Scale, candidate_pairs
from whence.link.said import Force, Said
from whence.model import Form

_CLIPPED_RUN = 5  # words in one run
_CLIPPED = 0.7  # of the shorter statement
_CONTAINED = 0.97  # of the weight of its words
#: The chance that two statements say the same at which they are joined, and below which they keep
#: two groups apart.
_LIKELY, _UNLIKELY = 0.55, 0.3
#: What no two statements of one claim may differ in.
APART = frozenset(
    {
        Difference.POLARITY,
        Difference.OPPOSITE,
        Difference.MODALITY,
        Difference.FIGURE,
        Difference.PLACE,
        Difference.TIME,
        Difference.ACTOR,
        Difference.UNCOUNTED,
        Difference.EXCEPTION,
        Difference.WIDENED,
    }
)
#: In what a clipped quotation may differ from the whole.
_LEFT_OUT = frozenset(
    {Difference.MODALITY, Difference.ATTITUDE, Difference.FIGURE, Difference.UNCOUNTED}
)
#: Of the shared stems: a few common words make no claim.
_LEAST_WEIGHT, _SPEAKERS_LEAST_WEIGHT = 8.0, 6.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that talk of the same thing, how alike they are, and in what they differ.

    `weight` is that of the stems that both have, `numbers` how many values both give.
    """

    one: Said
    other: Said
    likeness: Likeness
    differences: frozenset[Difference]
    weight: float = 0.0
    numbers: int = 0

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


#: The log-odds that two statements say the same: a logistic regression on the choosing half of
#: `bench/labels/pairs.jsonl`; `python -m bench.same_claim` fits it and prints how right it is.
WEIGHTS: Mapping[str, float] = {
    "base": -4.57,
    "dice": 1.95,
    "within": 1.37,
    "vector": 1.65,
    "clip": 0.73,
    "run": 2.03,
    "voice": 0.56,
    "weight": 0.60,
    "numbers": 2.59,
    "days": -1.66,
}
_LONG_RUN = 8  # words
_MUCH_WEIGHT = 30.0
_MANY_NUMBERS = 3
_MANY_DAYS = 10
_UNKNOWN_DAYS = 1.5


def signs(pair: Pair) -> Mapping[str, float]:
    """What tells that two statements say the same, each between 0 and 1, by its name."""
    like = pair.likeness
    return {
        "base": 1.0,
        "dice": like.dice,
        "within": like.within,
        "vector": like.vector,
        "clip": like.clip,
        "run": min(like.run, _LONG_RUN) / _LONG_RUN,
        "voice": float(pair.one.voice is not None and pair.one.voice == pair.other.voice),
        "weight": min(pair.weight, _MUCH_WEIGHT) / _MUCH_WEIGHT,
        "numbers": min(pair.numbers, _MANY_NUMBERS) / _MANY_NUMBERS,
        "days": min(_days_between(pair), _MANY_DAYS) / _MANY_DAYS,
    }


def _days_between(pair: Pair) -> float:
    """Days between the two statements; a day or two where that is not known."""
    one, other = pair.one.day, pair.other.day
    return abs((one - other).days) if one and other else _UNKNOWN_DAYS


def chance_of_one_claim(pair: Pair) -> float:
    """How likely two statements say the same by their likeness alone, whatever they differ in."""
    odds = math.fsum(WEIGHTS[name] * value for name, value in signs(pair).items())
    return 1 / (1 + math.exp(-odds))


def compare(said: Sequence[Said], scale: Scale, sentences: Sequence[Said] = ()) -> tuple[Pair, ...]:
    """The pairs of statements that talk of the same thing, in order of their ids.

    Where `sentences` are given, a statement of one sentence is held against that sentence of a
    longer one which is likest to it: what else a quotation holds is no difference.
    """
    parts: dict[str, list[Said]] = defaultdict(list)
    for sentence in sentences:
        parts[sentence.id].append(sentence)
    return tuple(_pair(one, other, parts, scale) for one, other in candidate_pairs(said, scale))


def _pair(one: Said, other: Said, parts: Mapping[str, Sequence[Said]], scale: Scale) -> Pair:
    ours, theirs = parts.get(one.id, (one,)), parts.get(other.id, (other,))
    a, b, like = one, other, scale.likeness(one, other)
    if (len(ours) > 1) != (len(theirs) > 1):
        cores = [(x, y, scale.likeness(x, y)) for x in ours for y in theirs]
        a, b, like = max(cores, key=lambda core: core[2].dice + core[2].within)
    weight = scale.whole(a.stems & b.stems)
    return Pair(one, other, like, differences(a, b), weight, len(numbers(a) & numbers(b)))


def group(said: Sequence[Said], pairs: Sequence[Pair], scale: Scale) -> list[list[Said]]:
    """The statements of each claim, the clearest first; every statement belongs to one claim.

    The likest pairs are joined first, and never two groups that hold statements known to differ.
    """
    by_id = {one.id: one for one in said}
    groups = Groups(by_id)
    verdicts = [(pair, chance_of_one_claim(pair)) for pair in pairs]
    apart = {(pair.one.id, pair.other.id) for pair, sure in verdicts if _differs(pair, sure)}
    members = {name: [name] for name in by_id}
    strong = sorted(
        (pair for pair, sure in verdicts if _same(pair, sure)),
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


def _differs(pair: Pair, chance: float) -> bool:
    """Whether the two are known to say different things; what is merely unlike may be one claim."""
    if _same(pair, chance):
        return False
    return bool(pair.differences & APART) or chance < _UNLIKELY


def _same(pair: Pair, chance: float) -> bool:
    if pair.is_clip and pair.may_share_speaker:
        # One utterance, quoted and clipped: what a clip leaves out is no difference.
        return not pair.differences - _LEFT_OUT
    if Force.UNSAID in (pair.one.force, pair.other.force) or pair.differences & APART:
        return False
    if Difference.ATTITUDE in pair.differences and not pair.shares_speaker:
        return False  # to ask for a thing is not to do it; one and the same speaker says more
    least = _SPEAKERS_LEAST_WEIGHT if pair.shares_speaker else _LEAST_WEIGHT
    return chance >= _LIKELY and pair.weight >= least


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
