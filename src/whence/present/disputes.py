"""Disputes: the claims of one side, and facing them those that cannot hold beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from whence.model import Relation, RelationKind
from whence.present import wording
from whence.present.claims import Claims, earliest
from whence.present.contexts import (
    ClaimContext,
    Clash,
    DisputeContext,
    Evidence,
    Side,
    Stand,
)
from whence.present.lookup import Lookup
from whence.present.naming import distinct
from whence.present.neutral import clipped
from whence.present.standings import between_claims, known

_REPORTED = "report of contradiction"  # as `Because.reason` has it
_LINE = 90  # characters of each side in a dispute's one line


@dataclass(frozen=True, slots=True)
class Split:
    """Contradictions, and the claims on the two sides of them; each runs between the sides."""

    sides: tuple[frozenset[str], frozenset[str]]
    relations: tuple[Relation, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims of both sides, in order."""
        return tuple(sorted(self.sides[0] | self.sides[1]))


def grouped(relations: Iterable[Relation]) -> list[Split]:
    """Contradictions as disputes of two sides.

    Claims that hang together by contradictions are one dispute where two sides can be made of them
    so that no side holds a contradiction. Where they cannot (three that exclude each other), each
    dispute is one claim and those that stand against it.
    """
    found: list[Split] = []
    for component in _components(relations):
        whole = _split(component)
        found.extend([whole] if whole else _around_hubs(component))
    return found


def _components(relations: Iterable[Relation]) -> list[list[Relation]]:
    """The relations, apart where no chain of them leads from the one to the other."""
    touching: dict[str, dict[str, Relation]] = {}
    for relation in relations:
        touching.setdefault(relation.a, {})[relation.id] = relation
        touching.setdefault(relation.b, {})[relation.id] = relation
    found = []
    while touching:
        component: dict[str, Relation] = {}
        ahead = {next(iter(touching))}
        while ahead:
            reached = touching.pop(ahead.pop())
            component.update(reached)
            ahead.update({c for r in reached.values() for c in (r.a, r.b)} & touching.keys())
        found.append(list(component.values()))
    return found


def _split(component: Sequence[Relation]) -> Split | None:
    """The two sides of contradictions that hang together; none where they do not make two."""
    facing: dict[str, list[str]] = {}
    for relation in component:
        facing.setdefault(relation.a, []).append(relation.b)
        facing.setdefault(relation.b, []).append(relation.a)
    first = min(facing)
    side = {first: 0}
    ahead = [first]
    while ahead:
        claim = ahead.pop()
        for other in facing[claim]:
            if other not in side:
                side[other] = 1 - side[claim]
                ahead.append(other)
            elif side[other] == side[claim]:
                return None
    one, other_side = (frozenset(c for c, at in side.items() if at == n) for n in (0, 1))
    return Split((one, other_side), _surest_first(component))


def _around_hubs(component: Iterable[Relation]) -> list[Split]:
    """Contradictions gathered around the claims that most others stand against.

    The claim with the most contradictions takes all of its own, then the next with what is left,
    so that one claim that five deny is one dispute of five and not five disputes.
    """
    left = {relation.id: relation for relation in component}
    around: dict[str, dict[str, Relation]] = {}
    for relation in left.values():
        around.setdefault(relation.a, {})[relation.id] = relation
        around.setdefault(relation.b, {})[relation.id] = relation
    found = []
    for hub in sorted(around, key=lambda claim: (-len(around[claim]), claim)):
        taken = [relation for id_, relation in around[hub].items() if id_ in left]
        if taken:
            others = frozenset(r.b if r.a == hub else r.a for r in taken)
            found.append(Split((frozenset({hub}), others), _surest_first(taken)))
        for relation in taken:
            del left[relation.id]
    return found


def _surest_first(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    return tuple(sorted(relations, key=lambda r: (-r.confidence, r.id)))


def anchors(lookup: Lookup) -> dict[str, str]:
    """From the id of each disputed claim to the anchor of its weightiest dispute."""
    found: dict[str, str] = {}
    for number, split in enumerate(splits(lookup), 1):
        for claim in split.claims:
            found.setdefault(claim, f"d{lookup.number}-{number}")
    return found


def disputes(lookup: Lookup, claims: Claims) -> tuple[DisputeContext, ...]:
    """The disputes of a story, the weightiest first; in each, who spoke first stands first."""
    return tuple(
        _context(f"d{lookup.number}-{number}", split, claims)
        for number, split in enumerate(splits(lookup), 1)
    )


def splits(lookup: Lookup) -> list[Split]:
    """The disputes of a story, the weightiest first."""
    relations = between_claims(lookup, RelationKind.CONTRADICTS)
    return sorted(grouped(relations), key=lambda s: (-_weight(lookup, s), s.claims))


def _weight(lookup: Lookup, split: Split) -> float:
    """How sure the clash is, times how many independent voices stand on its weaker side.

    A dispute that an outlet itself tells of weighs as much as one voice more.
    """
    weaker, stronger = sorted(sum(_voices(lookup, c) for c in side) for side in split.sides)
    told = any(relation.because.reason == _REPORTED for relation in split.relations)
    sure = split.relations[0].confidence
    return sure * weaker + (1.0 if told else 0.0) + 0.01 * stronger


def _voices(lookup: Lookup, claim: str) -> int:
    return 1 + len(known(lookup.claims[claim].origins))


def _context(anchor: str, split: Split, claims: Claims) -> DisputeContext:
    sides = [_ordered(side, split.relations, claims) for side in split.sides]
    # Of sides that spoke on one day the smaller is first: what many stand against is read first.
    sides.sort(key=lambda s: (earliest(s) or date.max, len(s), s[0].id))
    facing = {claim.id: letter for letter, claim in _lettered("A", sides[0])}
    one = _side([_stand(letter, claim, ()) for letter, claim in _lettered("A", sides[0])])
    other = _side(
        [
            _stand(letter, claim, _clashes(claim, facing, split.relations, claims))
            for letter, claim in _lettered("B", sides[1])
        ]
    )
    since = _since(*sides)
    return DisputeContext(
        anchor=anchor,
        name=_named(one.names),
        against=_named(other.names) if other.names != one.names else "the same",
        one=one,
        other=other,
        brief=_brief(one, other),
        told_by=_told_by(split.relations, claims),
        since=since,
        since_words=wording.day_words(since) if since else "an unknown day",
    )


def _ordered(
    side: Iterable[str], relations: Sequence[Relation], claims: Claims
) -> list[ClaimContext]:
    """The claims of one side: most independent voices first, then the surest in its clash."""

    def rank(claim: str) -> tuple[int, float, date, str]:
        sure = max(r.confidence for r in relations if claim in {r.a, r.b})
        since = claims.contexts[claim].since or date.max
        return (-_voices(claims.lookup, claim), -sure, since, claim)

    return [claims.contexts[claim] for claim in sorted(side, key=rank)]


def _lettered(letter: str, side: Sequence[ClaimContext]) -> list[tuple[str, ClaimContext]]:
    """The claims with what each is called: "A" where it is alone, else "A1", "A2" and so on."""
    if len(side) == 1:
        return [(letter, side[0])]
    return [(f"{letter}{number}", claim) for number, claim in enumerate(side, 1)]


def _clashes(
    claim: ClaimContext, facing: dict[str, str], relations: Iterable[Relation], claims: Claims
) -> tuple[Clash, ...]:
    """Why the claim cannot hold beside those that it faces, in their order."""
    places = list(facing)
    found = [(r.b if r.a == claim.id else r.a, r) for r in relations if claim.id in {r.a, r.b}]
    found.sort(key=lambda pair: places.index(pair[0]))
    return tuple(Clash(facing[against], claims.ground(relation)) for against, relation in found)


def _stand(letter: str, claim: ClaimContext, clashes: tuple[Clash, ...]) -> Stand:
    since = f"since {wording.day_words(claim.since)}" if claim.since else "since an unknown day"
    lead = claim.told[0].lead
    return Stand(letter, lead, clipped(lead.words, _LINE), claim, since, clashes)


def _side(stands: Sequence[Stand]) -> Side:
    return Side(tuple(stands), distinct(n for stand in stands for n in stand.claim.names))


def _named(names: Sequence[str]) -> str:
    """Two of the speakers, and how many more there are."""
    more = [f"{len(names) - 2} more"] if len(names) > 2 else []
    return wording.listed([*names[:2], *more])


def _brief(one: Side, other: Side) -> tuple[Stand, Stand]:
    """The weightiest two claims that stand against each other."""
    places = {stand.letter: place for place, stand in enumerate(one.stands)}
    pairs = [
        (places[clash.against] + place, place, places[clash.against])
        for place, stand in enumerate(other.stands)
        for clash in stand.clashes
    ]
    _, facing, first = min(pairs)
    return one.stands[first], other.stands[facing]


def _told_by(relations: Iterable[Relation], claims: Claims) -> tuple[Evidence, ...]:
    """The sentences in which outlets themselves tell of the dispute, each once."""
    found = dict.fromkeys(
        ground.evidence[0]
        for relation in relations
        if relation.because.reason == _REPORTED and (ground := claims.ground(relation)).evidence
    )
    return tuple(found)


def _since(one: Iterable[ClaimContext], other: Iterable[ClaimContext]) -> date | None:
    """The day on which both sides had spoken."""
    first, opposed = earliest(one), earliest(other)
    if first is None or opposed is None:
        return opposed or first
    return max(first, opposed)
