"""Registers: general lists of outlets, countries, groups, titles and names, as data files.

Whatever is not listed is unknown, and a name that several bear stands for none of them.
"""

from whence.registers._table import digest
from whence.registers.collectives import (
    Collective,
    CollectiveKind,
    audience_noun,
    document_noun,
    venue_noun,
)
from whence.registers.countries import (
    Branch,
    Country,
    Organ,
    countries,
    demonym,
    find_country,
    find_organ,
    government_behind,
    organs,
)
from whence.registers.given_names import given_name_gender
from whence.registers.groups import Group, GroupKind, find_group, group_aliases, groups
from whence.registers.outlets import (
    OutletEntry,
    ambiguous_outlet_aliases,
    find_outlet,
    outlet_aliases,
    outlets,
)
from whence.registers.titles import PERSONAL, Title, TitleKind, find_title, title_head, titles

__all__ = [
    "PERSONAL",
    "Branch",
    "Collective",
    "CollectiveKind",
    "Country",
    "Group",
    "GroupKind",
    "Organ",
    "OutletEntry",
    "Title",
    "TitleKind",
    "ambiguous_outlet_aliases",
    "audience_noun",
    "countries",
    "demonym",
    "digest",
    "document_noun",
    "find_country",
    "find_group",
    "find_organ",
    "find_outlet",
    "find_title",
    "given_name_gender",
    "government_behind",
    "group_aliases",
    "groups",
    "organs",
    "outlet_aliases",
    "outlets",
    "title_head",
    "titles",
    "venue_noun",
]
