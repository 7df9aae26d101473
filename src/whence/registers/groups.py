"""Groups known in world news: armed groups, parties, alliances, organisations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from whence.registers._names import Index, without_possessive
from whence.registers._table import listed, rows


class GroupKind(StrEnum):
    """What sort of group it is."""

    AID = "aid organisation"
    ALLIANCE = "alliance"
    ARMED = "armed group"
    COMPANY = "company"
    COURT = "court"
    CRIMINAL = "criminal group"
    INDUSTRY = "industry body"
    INTERGOVERNMENTAL = "intergovernmental"
    LOBBY = "lobby"
    MONITOR = "monitor"
    MOVEMENT = "movement"
    PARTY = "party"
    PEACEKEEPING = "peacekeeping mission"
    POLITICAL_ALLIANCE = "political alliance"
    POLLSTER = "pollster"
    PRIVATE_MILITARY = "private military company"
    RELIGIOUS = "religious body"
    RIGHTS = "rights organisation"
    SPORTS = "sports body"
    THINK_TANK = "think tank"


@dataclass(frozen=True, slots=True)
class Group:
    """A group with all its names.

    `country` is the code of where it is based or acts, ``None`` for none or many. `ambiguous` are
    names of it that other things bear too ("Labour", "Red Cross"): they need context, and
    `find_group` does not resolve them.
    """

    key: str
    name: str
    kind: GroupKind
    aliases: tuple[str, ...]
    country: str | None = None
    ambiguous: tuple[str, ...] = ()


@cache
def groups() -> tuple[Group, ...]:
    """All groups, in the order of their keys."""
    return tuple(
        Group(
            key=f"group:{row['key']}",
            name=row["name"],
            kind=GroupKind(row["kind"]),
            aliases=listed(row["aliases"]),
            country=row["country"] or None,
            ambiguous=listed(row["ambiguous"]),
        )
        for row in rows("groups.tsv")
    )


def find_group(name: str) -> Group | None:
    """The group that bears the name ("Daesh", "U.N. refugee agency").

    ``None`` for a name that no group, several groups or other things bear.
    """
    return _by_name().find(without_possessive(name.strip()))


@cache
def group_aliases() -> Mapping[str, Group]:
    """Every unambiguous name as it is printed, for those who look for names in a text."""
    return dict(_named())


@cache
def _by_name() -> Index[Group]:
    return Index.build(_named())


def _named() -> Iterator[tuple[str, Group]]:
    for group in groups():
        for name in (group.name, *group.aliases):
            if name not in group.ambiguous:
                yield name, group
