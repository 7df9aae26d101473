"""How each claim of a story stands: disputed, changed, agreed, on one origin alone, not traced."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from whence.model import Claim, Origin, OriginKind, Relation, RelationKind
from whence.present.lookup import Lookup


class Standing(StrEnum):
    """How a claim stands.

    A claim may be disputed and changed at once; of the last three each claim has just one. An
    origin that is unknown is none: it neither agrees nor makes a single source.
    """

    DISPUTED = "disputed"
    CHANGED = "changed"
    AGREED = "agreed"
    SINGLE_SOURCE = "single-source"
    NOT_TRACED = "not traced"


def known(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """The origins that can be told from each other."""
    return tuple(origin for origin in origins if origin.kind is not OriginKind.UNKNOWN)


def untraced(origins: Iterable[Origin]) -> int:
    """How many outlets carry the claim without telling whence they have it."""
    return sum(origin.kind is OriginKind.UNKNOWN for origin in origins)


def between_claims(lookup: Lookup, kind: RelationKind | None = None) -> tuple[Relation, ...]:
    """The relations, of one kind or all, between two different claims that are at hand."""
    return tuple(
        relation
        for relation in lookup.account.linked.relations
        if kind in (None, relation.kind)
        and relation.a != relation.b
        and {relation.a, relation.b} <= lookup.claims.keys()
    )


def standings(lookup: Lookup) -> Mapping[str, tuple[Standing, ...]]:
    """How each claim of the story stands, by its id."""
    touched = {
        standing: {
            claim for relation in between_claims(lookup, kind) for claim in (relation.a, relation.b)
        }
        for standing, kind in (
            (Standing.DISPUTED, RelationKind.CONTRADICTS),
            (Standing.CHANGED, RelationKind.REVISES),
        )
    }
    return {
        id_: (*(s for s, claims in touched.items() if id_ in claims), _by_origins(claim))
        for id_, claim in lookup.claims.items()
    }


def courses(relations: Iterable[Relation]) -> list[set[str]]:
    """The claims that hang together by `relations`, each course once."""
    course_of: dict[str, set[str]] = {}
    for relation in relations:
        one = course_of.get(relation.a, {relation.a})
        joined = one | course_of.get(relation.b, {relation.b})
        course_of.update(dict.fromkeys(joined, joined))
    return list({min(course): course for course in course_of.values()}.values())


def _by_origins(claim: Claim) -> Standing:
    number = len(known(claim.origins))
    if number > 1:
        return Standing.AGREED
    return Standing.SINGLE_SOURCE if number else Standing.NOT_TRACED
