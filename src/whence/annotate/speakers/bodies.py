"""Which bodies a common noun may mean: "the agency" an Authority, never a bank."""

from collections.abc import Iterable
from functools import lru_cache

from whence.annotate.speakers.nouns import nouns
from whence.model import OutletKind
from whence.registers import demonym, find_outlet

#: The sorts of bodies that an outlet of the register is called by.
_OUTLETS = {
    OutletKind.AGENCY: frozenset({"newsagency"}),
    OutletKind.NEWSPAPER: frozenset({"paper"}),
    OutletKind.MAGAZINE: frozenset({"paper"}),
    OutletKind.SITE: frozenset({"paper"}),
    OutletKind.BROADCASTER: frozenset({"broadcaster"}),
    OutletKind.STATE_MEDIUM: frozenset({"newsagency", "paper", "broadcaster"}),
}


def may_be_called(head: str, names: Iterable[str], modifiers: Iterable[str] = ()) -> bool:
    """Whether the noun `head`, in the singular, may mean a body of these names.

    `modifiers` narrow it; an outlet of another country than they tell is not meant.

    The sorts of bodies and the words of their names stand in ``data/nouns.txt`` (``sort:``). A body
    whose names tell a sort is called by the nouns of that sort only; one whose names tell none is
    taken for a company or a group.
    """
    sorts = _sorts_of(head)
    names = tuple(names)
    told_of = {code for word in modifiers if (code := demonym(word.title()))}
    outlets = [outlet for name in names if (outlet := find_outlet(name=name))]
    if told_of and any(outlet.country not in told_of for outlet in outlets):
        return False
    told = {sort for name in names for word in name.lower().split() for sort in _told_by(word)}
    told |= {sort for outlet in outlets for sort in _OUTLETS.get(outlet.kind, ())}
    if told:
        return bool(sorts & told)
    return bool(sorts & {"company", "group"})


@lru_cache(maxsize=1024)
def _sorts_of(head: str) -> frozenset[str]:
    return frozenset(sort for sort, (called, _) in nouns().sorts.items() if head in called)


@lru_cache(maxsize=4096)
def _told_by(word: str) -> frozenset[str]:
    plain = word.strip(".,'’").removesuffix("'s")
    return frozenset(sort for sort, (_, words) in nouns().sorts.items() if plain in words)
