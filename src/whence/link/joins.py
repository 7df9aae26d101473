"""Why statements are one claim: for each the one of the same claim that it is likest to."""

from collections.abc import Iterable, Mapping, Sequence

from whence.link.chances import chance_of_one_claim
from whence.link.pairs import Pair
from whence.link.said import Said
from whence.model import Join


def likest(pairs: Sequence[Pair]) -> Mapping[str, Sequence[Join]]:
    """By statement, the statements that it was compared with, the likest first."""
    found: dict[str, list[Join]] = {}
    for pair in pairs:
        sure, clip = chance_of_one_claim(pair), pair.is_clip
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            found.setdefault(one.id, []).append(Join(one.id, other.id, sure, clip))
    for joins in found.values():
        joins.sort(key=lambda join: (not join.clip, -join.chance, join.like))
    return found


def joins_of(statements: Iterable[Said], likest: Mapping[str, Sequence[Join]]) -> tuple[Join, ...]:
    """Of each statement of a claim but the first, what joins it to the others."""
    ids = [one.id for one in statements]
    together = set(ids)
    found = (
        next((join for join in likest.get(id_, ()) if join.like in together), None)
        for id_ in ids[1:]
    )
    return tuple(join for join in found if join is not None)
