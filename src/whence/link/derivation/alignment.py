"""Two texts side by side: what of the source the debtor kept, changed, moved, added and cut."""

from collections.abc import Sequence

from whence.link.derivation.passages import SharedPassage
from whence.link.derivation.wording import Wording
from whence.model import Aligned, Change

#: Stretches that stand in the same place are one reworded passage where they are this short, or
#: have this share of the words of the shorter in common; else one was cut and the other added.
_SHORT = 6
_IN_COMMON = 0.4

_Range = tuple[int, int]


def align(here: Wording, there: Wording, shared: Sequence[SharedPassage]) -> tuple[Aligned, ...]:
    """Every word of both texts in one passage, in the order of `here`; what was cut where it was.

    `shared` are the passages of `passages`, in the order of `here`.
    """
    theirs = sorted(range(len(shared)), key=lambda at: shared[at].there)
    after_there = _gaps([shared[at].there for at in theirs], len(there))
    cut_after = dict(zip((-1, *theirs), after_there, strict=True))
    next_there = dict(zip((-1, *theirs), (*theirs, len(shared)), strict=True))
    found: list[Aligned] = []
    for at, added in enumerate(_gaps([each.here for each in shared], len(here)), start=-1):
        if at >= 0:
            found.append(_passage(here, there, shared[at]))
        neighbours = next_there[at] == at + 1 and not _moved(shared, at, at + 1)
        found += _between(here, there, (added, cut_after[at]), together=neighbours)
    return tuple(found)


def _passage(here: Wording, there: Wording, shared: SharedPassage) -> Aligned:
    change = Change.KEPT if shared.is_kept else Change.CHANGED
    if shared.moved:
        change = Change.MOVED
    return Aligned(change, here.hull(*shared.here), there.hull(*shared.there))


def _moved(shared: Sequence[SharedPassage], *indices: int) -> bool:
    return any(0 <= at < len(shared) and shared[at].moved for at in indices)


def _between(
    here: Wording, there: Wording, gaps: tuple[_Range, _Range], *, together: bool
) -> list[Aligned]:
    """What stands between two passages: reworded where both have some, else added or cut."""
    added, cut = gaps
    ours, theirs = here.keys[slice(*added)], there.keys[slice(*cut)]
    if together and ours and theirs and _reworded(ours, theirs):
        return [Aligned(Change.CHANGED, here.hull(*added), there.hull(*cut))]
    found = []
    if ours:
        found.append(Aligned(Change.ADDED, here.hull(*added), None))
    if theirs:
        found.append(Aligned(Change.CUT, None, there.hull(*cut)))
    return found


def _reworded(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    common = len(set(ours) & set(theirs)) / min(len(set(ours)), len(set(theirs)))
    return max(len(ours), len(theirs)) <= _SHORT or common >= _IN_COMMON


def _gaps(taken: Sequence[_Range], whole: int) -> list[_Range]:
    """What is left before, between and after ranges in order; may be empty."""
    edges = [0, *(edge for each in taken for edge in each), whole]
    return [(edges[at], max(edges[at], edges[at + 1])) for at in range(0, len(edges), 2)]
