"""How one claim bears on another: contradicts, revises, supports; each with its passages."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from whence.link.contrast import contrast_findings
from whence.link.differences import Difference, is_open
from whence.link.lexicon import lexicon
from whence.link.likeness import Scale
from whence.link.measures import measure_findings
from whence.link.pairs import Pair, compare
from whence.link.positions import development
from whence.link.reports import report_findings
from whence.link.said import Said
from whence.link.support import backed_by_data, backing, told_by_both
from whence.link.sureness import certainty, sureness
from whence.link.verdict import Claims, Finding
from whence.link.words import content_stems
from whence.model import (
    Annotated,
    Because,
    Relation,
    RelationKind,
    content_id,
)

_CLASHES = frozenset({Difference.POLARITY, Difference.OPPOSITE})
#: What two statements may differ in and still clash: a denial need not name the figure.
_BESIDES = frozenset(
    {Difference.FIGURE, Difference.UNCOUNTED, Difference.WIDENED, Difference.ATTITUDE}
)
_ABOUT_THE_SAME = 0.55  # weighted overlap with the shorter statement
_HALF = 0.5
_BY_MEANING = 1.2  # overlap and cosine of the vectors together
_LEAST_WEIGHT = 8.0
#: A statement of a few words says little, but what it says is all in the other.
_WHOLLY = 0.95
_WEIGHT_OF_ALL = 5.0
_MOST_OF_IT = 0.6
_MUCH, _NOT_LITTLE = 0.6, 0.4  # overlap with the shorter and with both
#: A denial of what others say of the denier: the weight of the shared words, their part of the
#: denial, and how near the meanings are.
_TELLING, _OF_THE_DENIAL, _NEAR = 3.5, 0.3, 0.5
_ELSEWHERE = frozenset({Difference.PLACE, Difference.TIME})
_LEAST_CONFIDENCE = 0.58


def relations(
    members: Sequence[Annotated],
    said: Sequence[Said],
    scale: Scale,
    claims: Claims,
) -> tuple[Relation, ...]:
    """The relations between the claims of a story, the surest finding for each pair of claims.

    `said` are its statements sentence by sentence. A report of contradiction outranks what the
    words show; a change over time outranks a contradiction.
    """
    pairs = compare(said, scale)
    findings = [found for pair in pairs if (found := _judge(pair, scale, claims))]
    findings += measure_findings(said, scale)
    findings += report_findings(members, said, scale, claims.entities)
    findings += contrast_findings(members, said)
    best: dict[frozenset[str], Finding] = {}
    for found in sorted(findings, key=lambda found: found.rank):
        key = frozenset((claims.of[found.a.id], claims.of[found.b.id]))
        if len(key) == 2 and found.confidence >= _LEAST_CONFIDENCE:
            best.setdefault(key, found)
    return tuple(
        sorted((_relation(found, claims) for found in best.values()), key=lambda one: one.id)
    )


def _relation(found: Finding, claims: Claims) -> Relation:
    a, b = claims.of[found.a.id], claims.of[found.b.id]
    return Relation(
        id=content_id("rel", found.kind.value, a, b),
        kind=found.kind,
        a=a,
        b=b,
        confidence=round(found.confidence, 2),
        because=Because(found.reason, (found.first_passage, found.b.passage), found.words),
    )


def _judge(pair: Pair, scale: Scale, claims: Claims) -> Finding | None:
    found = _denial_of_accusation(pair, scale) or backed_by_data(pair, scale, claims)
    if found is not None:
        return found
    found = _by_words(pair, scale, claims) or told_by_both(pair, scale, claims)
    return found or development(*in_order(pair.one, pair.other), pair, scale)


def _by_words(pair: Pair, scale: Scale, claims: Claims) -> Finding | None:
    """A clash or a backing that the words which both have show."""
    one, other = pair.one, pair.other
    # What is denied need not be said to be so by the denier, but by the other.
    said_so = one.denied == other.denied
    ours, theirs = (
        (one.stems if one.denied else one.settled),
        (other.stems if other.denied else other.settled),
    )
    shared = ours & theirs
    weight, within = scale.whole(shared), pair.likeness.within
    if not said_so and not _mostly_shared(pair, shared, scale):
        return None
    whole = within >= _WHOLLY and len(shared) > 1 and weight >= _WEIGHT_OF_ALL
    whole = whole or (within >= _WHOLLY and any(map(_of_all, (one, other))))
    about = within >= _ABOUT_THE_SAME or (
        within >= _HALF and within + pair.likeness.vector >= _BY_MEANING
    )
    if not whole and (weight < _LEAST_WEIGHT or not about):
        return None
    if pair.differences & _CLASHES:
        return _clash(pair)
    if not pair.differences - {Difference.ATTITUDE}:
        return backing(pair, claims)
    return None


def _mostly_shared(pair: Pair, shared: AbstractSet[str], scale: Scale) -> bool:
    """Whether most of what one denies is in what the other says."""
    denial = pair.one if pair.one.denied else pair.other
    return scale.whole(shared) >= _MOST_OF_IT * scale.whole(denial.stems)


def _of_all(said: Said) -> bool:
    """Whether it denies something of everybody and everything: "nobody opened anything"."""
    forms = set(said.forms)
    return bool(forms & lexicon("nobody")) and bool(forms & lexicon("anything"))


def _besides(pair: Pair) -> frozenset[Difference]:
    """What the two may differ in and still clash; in much the same words, also a name."""
    if pair.likeness.within >= _MUCH and pair.likeness.dice >= _NOT_LITTLE and not _pronouns(pair):
        return _BESIDES | {Difference.ACTOR, Difference.PERSON}
    return _BESIDES


def _pronouns(pair: Pair) -> bool:
    return any(not one.things for one in (pair.one, pair.other))


def _denial_of_accusation(pair: Pair, scale: Scale) -> Finding | None:
    """One denies what another, who names him, says of him, in as little as one telling word."""
    denying = [one for one in (pair.one, pair.other) if one.denied]
    if len(denying) != 1 or pair.shares_speaker:
        return None
    denial = denying[0]
    accusation = pair.other if denial is pair.one else pair.one
    if denial.voice not in accusation.things or is_open(accusation) or not accusation.is_clause:
        return None
    # Place and day are those of the whole story: whoever speaks of it shares them.
    named = {*denial.things, *accusation.things, *content_stems(lexicon("calendar"))}
    shared = (denial.stems & accusation.settled) - named
    matter = scale.whole(denial.stems - named)
    if scale.whole(shared) < max(_TELLING, _OF_THE_DENIAL * matter):
        return None
    if pair.likeness.vector < _NEAR or pair.differences & _ELSEWHERE:
        return None
    words = f"{denial.who} denies what {accusation.who} says of {denial.who}"
    sure = (0.35 + 0.6 * pair.likeness.vector) * certainty(pair)
    return Finding(RelationKind.CONTRADICTS, denial, accusation, "polarity", words, sure)


def _clash(pair: Pair) -> Finding | None:
    """Opposite polarity or opposite words on the same matter, all else being the same."""
    both = pair.differences >= _CLASHES
    if both or pair.differences - _CLASHES - _besides(pair):
        return None  # two reversals cancel out; another place, time or actor is another matter
    if is_open(pair.one) or is_open(pair.other):
        return None
    if not pair.one.is_clause or not pair.other.is_clause:
        return None
    later, earlier = in_order(pair.one, pair.other)
    sure = sureness(pair.likeness) * certainty(pair)
    if pair.one.voice is not None and pair.one.voice == pair.other.voice:
        if _days_apart(later, earlier):
            words = f"{later.who} later says otherwise than {earlier.who} did before"
            return Finding(RelationKind.REVISES, later, earlier, "polarity", words, sure)
        if not pair.shares_speaker:
            sure -= 0.1  # two organs of one government may speak of two things
    if None in (pair.one.speaker, pair.other.speaker):
        sure -= 0.1
    a, b = _rejecting_first(later, earlier)
    verb = "denies" if a.denied else "says the opposite of"
    words = f"{a.who} {verb} what {b.who} says"
    return Finding(RelationKind.CONTRADICTS, a, b, "polarity", words, sure)


def in_order(one: Said, other: Said) -> tuple[Said, Said]:
    """The later and the earlier statement; by their ids where the days do not tell."""
    ranked = sorted(
        (one, other), key=lambda said: (said.day.toordinal() if said.day else 0, said.id)
    )
    return ranked[1], ranked[0]


def _days_apart(later: Said, earlier: Said) -> bool:
    return later.day is not None and earlier.day is not None and later.day > earlier.day


def _rejecting_first(one: Said, other: Said) -> tuple[Said, Said]:
    negative = [_is_negative(one), _is_negative(other)]
    return (other, one) if negative == [False, True] else (one, other)


def _is_negative(said: Said) -> bool:
    return said.denied or any(word.negated for word in said.words)
