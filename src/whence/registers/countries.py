"""Countries, their governments, and the places and organs that stand for them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from whence.registers._names import Index, fold, without_possessive
from whence.registers._table import listed, rows


@dataclass(frozen=True, slots=True)
class Country:
    """A country, territory or self-governing region.

    `code` is the ISO 3166-1 alpha-2 code (``XK`` for Kosovo), the ISO 3166-2 code of a region
    ("GB-SCT"), or ``x-…`` for an entity that ISO does not code. `capitals` begin with the name in
    use; `homonyms` are those of all these names that as often name something else.
    """

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    homonyms: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The register key of its government."""
        return f"gov:{self.code}"


class Branch(StrEnum):
    """What part of a state an organ belongs to."""

    EXECUTIVE = "executive"
    MILITARY = "military"
    SECURITY = "security"  # police and intelligence
    PARLIAMENT = "parliament"
    JUDICIARY = "judiciary"
    CENTRAL_BANK = "central bank"
    CROWN = "crown"


#: The branches that answer to the government and speak for it.
_OF_GOVERNMENT = frozenset({Branch.EXECUTIVE, Branch.MILITARY, Branch.SECURITY})


@dataclass(frozen=True, slots=True)
class Organ:
    """A state organ, or the seat that stands for one ("the Kremlin")."""

    name: str
    country: str
    branch: Branch

    @property
    def key(self) -> str:
        """The key of the government for its own organs, else of that branch of the state."""
        kind = "gov" if self.branch in _OF_GOVERNMENT else self.branch.value.replace(" ", "-")
        return f"{kind}:{self.country}"


@cache
def countries() -> tuple[Country, ...]:
    """All entries, in the order of their codes."""
    return tuple(
        Country(
            code=row["code"],
            name=row["name"],
            names=listed(row["names"]),
            adjectives=listed(row["adjectives"]),
            people=listed(row["people"]),
            capitals=listed(row["capitals"]),
            homonyms=listed(row["homonyms"]),
        )
        for row in rows("countries.tsv")
    )


@cache
def organs() -> tuple[tuple[Organ, tuple[str, ...]], ...]:
    """Named state organs and seats of power, each with all its names."""
    return tuple(
        (
            Organ(row["name"], row["country"], Branch(row["branch"])),
            (row["name"], *listed(row["aliases"])),
        )
        for row in rows("organs.tsv")
    )


def find_country(name: str) -> Country | None:
    """The country that bears the name ("the U.S.", "Côte d'Ivoire"); ``None`` for none or several.

    Cities and adjectives are not names of countries.
    """
    return _by_name().find(without_possessive(name))


def demonym(word: str) -> str | None:
    """The code of the country whose adjective or people the word names ("Iraqi", "Danes").

    ``None`` where no country or several have it ("Congolese").
    """
    found = _by_people().find(without_possessive(word))
    return found.code if found else None


def find_organ(name: str) -> Organ | None:
    """The organ that a name stands for: "Knesset", "Russian Foreign Ministry", "army of Chad".

    ``None`` where the words do not say whose organ it is.
    """
    return _organ(" ".join(name.split()))


def government_behind(name: str) -> str | None:
    """The register key of the government that a name stands for: "Moscow" gives "gov:RU".

    Takes names of countries, capitals, seats of power and organs. Parliaments, courts, central
    banks and royal houses are keyed apart ("parliament:US" for Capitol Hill): they do not speak
    for the government. ``None`` for a name that none or several could own, and for one that more
    often names something else ("Hamilton", "Georgia").
    """
    plain = without_possessive(" ".join(name.split()))
    country = _surely_country(plain) or _by_capital().find(plain)
    if country is not None:
        return country.key
    organ = find_organ(plain)
    return organ.key if organ else None


@cache
def _by_name() -> Index[Country]:
    return Index.build(
        (name, country) for country in countries() for name in (country.name, *country.names)
    )


@cache
def _by_people() -> Index[Country]:
    return Index.build(
        (word, country)
        for country in countries()
        for word in (*country.adjectives, *country.people)
    )


@cache
def _by_capital() -> Index[Country]:
    return Index.build(
        (city, country)
        for country in countries()
        for city in country.capitals
        if city not in country.homonyms
    )


@cache
def _named_organs() -> Index[Organ]:
    return Index.build((name, organ) for organ, names in organs() for name in names)


@cache
def _organ_kinds() -> Mapping[str, Branch]:
    return {fold(row["words"]): Branch(row["branch"]) for row in rows("organ_kinds.tsv")}


_MINISTRY = re.compile(r"^ministry of \w|\w ministry$|\w directorate$")
_LONGEST_OWNER = 4  # words: "Bosnia and Herzegovina's"
_LONGEST_ORGAN = 16  # words; longer is a clause, and costs time to take apart
_REMEMBERED = 4096  # names: an article prints the same few again and again


@lru_cache(_REMEMBERED)
def _organ(name: str) -> Organ | None:
    plain = without_possessive(name)
    named = _named_organs().find(plain)
    words = plain.split()
    if named is not None or not 2 <= len(words) <= _LONGEST_ORGAN:
        return named
    if words[0].casefold() == "the":
        words = words[1:]
    return _organ_after_owner(words) or _organ_before_owner(words)


def _organ_after_owner(words: list[str]) -> Organ | None:
    for at in range(min(_LONGEST_OWNER, len(words) - 1), 0, -1):
        what = " ".join(words[at:])
        branch = _branch(what)
        code = _owner(" ".join(words[:at]), what) if branch else None
        if branch and code:
            return Organ(" ".join(words), code, branch)
    return None


def _organ_before_owner(words: list[str]) -> Organ | None:
    for at in range(len(words) - 2, 0, -1):
        if words[at] in {"of", "in"}:
            owner = find_country(" ".join(words[at + 1 :]))
            branch = _branch(" ".join(words[:at]))
            if owner and branch:
                return Organ(" ".join(words), owner.code, branch)
    return None


def _owner(whose: str, what: str) -> str | None:
    """The code of the country that an adjective, a country's name or a capital tells.

    Cities and American states have police, courts and parliaments too, but no ministries: with a
    capital, and with "Georgia", only a ministry or the military is a country's.
    """
    code = demonym(whose)
    if code is not None:
        return code
    bare = without_possessive(whose)
    country = _surely_country(bare)
    if country is None and _is_only_national(what):
        country = find_country(bare) or _by_capital().find(bare)
    return country.code if country else None


def _is_only_national(what: str) -> bool:
    return "ministry" in fold(what) or _branch(what) is Branch.MILITARY


def _surely_country(name: str) -> Country | None:
    country = find_country(name)
    if country is None or fold(name) in {fold(other) for other in country.homonyms}:
        return None
    return country


def _branch(words: str) -> Branch | None:
    folded = fold(words)
    known = _organ_kinds().get(folded)
    if known is None and _MINISTRY.search(folded):
        return Branch.EXECUTIVE
    return known
