"""Claims: the statements that say the same thing, whoever says it and however it is worded."""

from collections.abc import Mapping, Sequence

from whence.link.chances import chance_of_one_claim
from whence.link.differences import Difference
from whence.link.groups import Groups
from whence.link.likeness import Scale
from whence.link.pairs import Pair
from whence.link.said import Force, Said
from whence.link.support import is_data
from whence.model import Form

#: The chance that two statements say the same at which they are joined, and below which they keep
#: two groups apart. Of 45 that a chance of 0.55 joined, read in stories that thresholds are chosen
#: on, a dozen were wrong, nine of them below 0.7.
_LIKELY, _UNLIKELY = 0.65, 0.3
#: What no two statements of one claim may differ in. Whom they name, how far they commit
#: themselves and a figure that one leaves out are weighed in the chance instead: by the words 17,
#: 15 and 15 in a hundred of the 881 labelled pairs that are the same differ so.
APART = frozenset(
    {
        Difference.POLARITY,
        Difference.OPPOSITE,
        Difference.LEANING,
        Difference.FIGURE,
        Difference.PLACE,
        Difference.TIME,
        Difference.PERSON,
        Difference.EXCEPTION,
        Difference.WIDENED,
    }
)
#: In what a clipped quotation may differ from the whole.
_LEFT_OUT = frozenset(
    {
        Difference.MODALITY,
        Difference.LEANING,
        Difference.ATTITUDE,
        Difference.FIGURE,
        Difference.UNCOUNTED,
    }
)
#: Of the shared stems: a few common words make no claim.
_LEAST_WEIGHT, _SPEAKERS_LEAST_WEIGHT = 8.0, 6.0


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
    if pair.is_clip and pair.may_share_speaker and not pair.differences - _LEFT_OUT:
        return True  # one utterance, quoted and clipped: what a clip leaves out is no difference
    if Force.UNSAID in (pair.one.force, pair.other.force) or pair.differences & APART:
        return False
    if is_data(pair.one) != is_data(pair.other):
        return False  # what images show backs what somebody says
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
