"""Disputes: a claim, and facing it those that cannot hold beside it."""

from collections.abc import Iterable
from datetime import date

from whence.model import Relation, RelationKind
from whence.present import wording
from whence.present.claims import Claims, known
from whence.present.contexts import ClaimContext, DisputeContext, Ground, Side
from whence.present.lookup import Lookup
from whence.present.neutral import clipped

_REPORTED = "report of contradiction"  # as `Because.reason` has it
_LINE = 90  # characters of each side in a dispute's one line


def grouped(relations: Iterable[Relation]) -> list[tuple[str, list[Relation]]]:
    """Contradictions gathered around the claims that most others stand against.

    The claim with the most contradictions takes all of its own, then the next with what is left,
    so that one claim that five deny is one dispute of five and not five disputes.
    """
    left = {relation.id: relation for relation in relations}
    around: dict[str, dict[str, Relation]] = {}
    for relation in left.values():
        around.setdefault(relation.a, {})[relation.id] = relation
        around.setdefault(relation.b, {})[relation.id] = relation
    found = []
    for hub in sorted(around, key=lambda claim: (-len(around[claim]), claim)):
        taken = [relation for id_, relation in around[hub].items() if id_ in left]
        if taken:
            found.append((hub, sorted(taken, key=lambda r: (-r.confidence, r.id))))
        for relation in taken:
            del left[relation.id]
    return found


def anchors(lookup: Lookup) -> dict[str, str]:
    """From the id of each disputed claim to the anchor of its weightiest dispute."""
    found: dict[str, str] = {}
    for number, (hub, relations) in enumerate(_weighed(lookup), 1):
        for claim in (hub, *(_other(relation, hub) for relation in relations)):
            found.setdefault(claim, f"d{lookup.number}-{number}")
    return found


def disputes(lookup: Lookup, claims: Claims) -> tuple[DisputeContext, ...]:
    """The disputes of a story, the weightiest first."""
    return tuple(
        _context(f"d{lookup.number}-{number}", hub, relations, claims)
        for number, (hub, relations) in enumerate(_weighed(lookup), 1)
    )


def _weighed(lookup: Lookup) -> list[tuple[str, list[Relation]]]:
    relations = [
        relation
        for relation in lookup.account.linked.relations
        if relation.kind is RelationKind.CONTRADICTS
        and relation.a != relation.b
        and {relation.a, relation.b} <= lookup.claims.keys()
    ]
    groups = grouped(relations)
    return sorted(groups, key=lambda group: (-_weight(lookup, *group), group[0]))


def _weight(lookup: Lookup, hub: str, relations: list[Relation]) -> float:
    """How sure the clash is, times how many independent voices stand on its weaker side.

    A dispute that an outlet itself tells of weighs as much as one voice more.
    """
    others = sum(_voices(lookup, _other(relation, hub)) for relation in relations)
    weaker = min(_voices(lookup, hub), others)
    told = any(relation.because.reason == _REPORTED for relation in relations)
    sure = max(relation.confidence for relation in relations)
    return sure * weaker + (1.0 if told else 0.0) + 0.01 * others


def _voices(lookup: Lookup, claim: str) -> int:
    return 1 + len(known(lookup.claims[claim].origins))


def _other(relation: Relation, hub: str) -> str:
    return relation.b if relation.a == hub else relation.a


def _context(anchor: str, hub: str, relations: list[Relation], claims: Claims) -> DisputeContext:
    one = claims.contexts[hub]
    pairs = [(claims.contexts[_other(r, hub)], r) for r in relations]
    first_day = pairs[0][0].since
    if len(pairs) == 1 and first_day is not None and (one.since is None or first_day < one.since):
        one, pairs = pairs[0][0], [(one, pairs[0][1])]
    since = _since(one, [claim for claim, _ in pairs])
    others = tuple(
        _side(letter, claim, claims.ground(relation))
        for letter, (claim, relation) in zip(_letters(), pairs, strict=False)
    )
    names = list(dict.fromkeys(name for side in others for name in side.claim.names))
    return DisputeContext(
        anchor=anchor,
        name=one.speakers,
        against=wording.listed(names, most=2) if names != list(one.names) else "the same",
        one=_side("A", one, None),
        others=others,
        weight=max(relation.confidence for _, relation in pairs),
        since=since,
        since_words=wording.day_words(since) if since else "an unknown day",
    )


def _letters() -> Iterable[str]:
    yield from "BCDEFGHIJKLMNOPQRSTUVWXYZ"
    number = 2
    while True:
        yield f"B{number}"
        number += 1


def _side(letter: str, claim: ClaimContext, ground: Ground | None) -> Side:
    since = f"since {wording.day_words(claim.since)}" if claim.since else "since an unknown day"
    lead = claim.told[0].lead
    return Side(letter, lead, clipped(lead.words, _LINE), claim, since, ground)


def _since(one: ClaimContext, others: list[ClaimContext]) -> date | None:
    """The day on which both sides had spoken."""
    opposed = min((c.since for c in others if c.since is not None), default=None)
    if one.since is None or opposed is None:
        return opposed or one.since
    return max(one.since, opposed)
