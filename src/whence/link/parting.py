"""Stories that turn out to be several: looked at again as they grow."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from whence.link.placing import (
    DEFAULT,
    Likeness,
    PlaceOptions,
    Scale,
    crowding,
    days_known,
)
from whence.model import Sketch, StoryCandidates

#: A story is looked at again when it has so many articles: often at first, when few articles say
#: what it is about, and ever more seldom, so that one more article costs the same in the mean.
EXAMINED_AT = frozenset({4, 6, 8, 12, 16, 24, 32, 48, 64})
#: An article that stands alone may be an aside on the story; two that go together are a story.
_LEAST_PART = 2


def parts(
    members: Sequence[Sketch],
    candidates: StoryCandidates,
    *,
    crowd: float,
    together: Collection[frozenset[str]] = (),
    options: PlaceOptions = DEFAULT,
) -> tuple[tuple[str, ...], ...]:
    """The ids of the members of a story in the parts that they fall into, the largest first.

    One part where the story is one. Average linkage by what the terms tell in the ledger as it is
    now, less `crowd`, that of the placement which made the story grow: an article that came before
    the words of its crisis were known as such may have been taken for another's. `together` are
    pairs that people hold to be of one story; they stay in one part. Does not depend on the order
    of `members`; cubic in their number, which is 64 at most.
    """
    ordered = sorted(members, key=lambda member: member.article)
    held = Counter(term for member in ordered for term in member.terms)
    shared = sorted(term for term, count in held.items() if count > 1)
    likeness = Likeness(Scale(shared, candidates), options)
    likes = np.zeros((len(ordered), len(ordered)))
    for a, b in combinations(range(len(ordered)), 2):
        one, other = ordered[a], ordered[b]
        less = crowd * crowding(days_known(one.day, other.day), options)
        likes[a, b] = likes[b, a] = likeness(one, other) - less
    names = [member.article for member in ordered]
    groups = _linked(_bound(names, together), likes, options.part_threshold)
    groups.sort(key=lambda group: (-len(group), min(group)))
    stays = [*groups[0], *(at for group in groups[1:] if len(group) < _LEAST_PART for at in group)]
    parted = [stays, *(group for group in groups[1:] if len(group) >= _LEAST_PART)]
    return tuple(tuple(names[at] for at in sorted(group)) for group in parted)


def _bound(names: Sequence[str], together: Collection[frozenset[str]]) -> list[list[int]]:
    """Groups of one, those that people hold to belong together in one group."""
    groups = [{name} for name in names]
    for pair in together:
        touched = [group for group in groups if group & pair]
        if len(touched) > 1:
            groups = [group for group in groups if group not in touched]
            groups.append(set[str]().union(*touched))
    at = {name: number for number, name in enumerate(names)}
    return sorted(sorted(at[name] for name in group) for group in groups)


def _linked(
    groups: list[list[int]], likes: npt.NDArray[np.float64], threshold: float
) -> list[list[int]]:
    """The groups after those most alike have been joined, two by two, down to the threshold."""
    if all(len(group) == 1 for group in groups):
        alone = np.concatenate(groups)
        sums = likes[np.ix_(alone, alone)]
    else:
        sums = np.array([[likes[np.ix_(one, other)].sum() for other in groups] for one in groups])
    while len(groups) > 1:
        sizes = np.array([len(group) for group in groups])
        means = sums / np.outer(sizes, sizes)
        np.fill_diagonal(means, -np.inf)
        one, other = sorted(divmod(int(means.argmax()), len(groups)))
        if means[one, other] < threshold:
            break
        sums[one] += sums[other]
        sums[:, one] += sums[:, other]
        sums = np.delete(np.delete(sums, other, 0), other, 1)
        groups = [*groups[:one], groups[one] + groups[other], *groups[one + 1 :]]
        del groups[other]
    return groups
