"""The world's news agencies and large outlets, by name and by domain."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from whence.model import Outlet, OutletKind
from whence.registers._names import Index, fold, without_article, without_possessive
from whence.registers._table import listed, rows
from whence.registers.countries import demonym, find_country

_MARKER = (
    r"(?:news agency|press agency|agency|news ?wire|wire service|news service|news (?:web)?site|"
    r"website|web site|news portal|portal|outlet|(?:television|tv|radio|news) "
    r"(?:channel|network|station|news)|television|tv|broadcaster|radio|channel|network|"
    r"(?:daily |weekly )?newspaper|daily|weekly|broadsheet|tabloid|(?:news ?)?magazine|paper|"
    r"news|online)"
)
_SORT = (
    r"(?:state|state-(?:run|owned|backed|controlled)|(?:semi-)?official|private(?:ly owned)?|"
    r"independent|opposition|(?:pro-)?government|local|national|public|satellite|business|"
    r"financial|leading|popular|daily|weekly)"
)
_TRAILING = re.compile(rf"(?P<name>.+?),? (?:{_SORT} )*(?P<marker>{_MARKER})", re.IGNORECASE)
_LEADING = re.compile(rf"(?P<before>(?:.+ )?)(?P<marker>{_MARKER}),? (?P<name>.+)", re.IGNORECASE)
_FIRST_SORT = re.compile(rf"(?:the|{_SORT}) (?=.)", re.IGNORECASE)
_LONGEST_ORIGIN = 3  # words: "United Arab Emirates'"


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """An outlet with all its names and domains.

    `ambiguous` are names that other things bear too ("Time", "the Sun"): they count only with a
    word that marks an outlet beside them, or printed exactly as listed.
    """

    outlet: Outlet
    aliases: tuple[str, ...]
    ambiguous: tuple[str, ...]
    domains: tuple[str, ...]


@cache
def outlets() -> tuple[OutletEntry, ...]:
    """All entries, by name; the first domain of each is its outlet's own."""
    entries: list[OutletEntry] = []
    for row in rows("outlets.tsv"):
        domains = listed(row["domains"])
        outlet = Outlet(
            name=row["name"],
            domain=domains[0] if domains else None,
            country=row["country"] or None,
            kind=OutletKind(row["kind"]),
        )
        entries.append(
            OutletEntry(outlet, listed(row["aliases"]), listed(row["ambiguous"]), domains)
        )
    return tuple(entries)


def find_outlet(*, name: str | None = None, domain: str | None = None) -> Outlet | None:
    """The outlet of that domain, else of that name; ``None`` where none or several fit.

    `domain` may be a host or carry subdomains ("edition.cnn.com"). `name` is compared without
    regard to case and accents, and may have words that mark an outlet around it ("RIA Novosti
    state news agency", "German newspaper Die Welt").
    """
    found = _by_host(domain) if domain else None
    if found is None and name:
        found = _by_printed_name(name)
    return found


@cache
def outlet_aliases() -> Mapping[str, Outlet]:
    """Every unambiguous name as it is printed, for those who look for outlets in a text."""
    return {
        name: entry.outlet
        for entry in outlets()
        for name in (entry.outlet.name, *entry.aliases)
        if name not in entry.ambiguous
    }


@cache
def ambiguous_outlet_aliases() -> Mapping[str, Outlet]:
    """Names that other things bear too, as printed; those that two outlets share are left out."""
    return {
        name: entry.outlet
        for entry in outlets()
        for name in entry.ambiguous
        if len(_candidates(name, exact=False)) == 1
    }


def _by_host(domain: str) -> Outlet | None:
    host = domain.strip().casefold()
    host = re.split(r"[/:?#]", host.partition("://")[2] or host, maxsplit=1)[0].strip(".")
    known = _by_domain()
    while "." in host:
        if host in known:
            return known[host]
        host = host.partition(".")[2]
    return None


def _by_printed_name(name: str) -> Outlet | None:
    printed = without_possessive(" ".join(name.split()))
    found = _named(printed) or _only(_candidates(printed, exact=True))
    return found or _described(printed)


def _described(printed: str) -> Outlet | None:
    """The outlet of a name with words around it: where it is from and what it is.

    A marker in capitals may belong to the name of another outlet ("Star News"), so it settles
    no ambiguous name. The country does, where the outlets of that name are in different ones.
    """
    match = _TRAILING.fullmatch(printed) or _LEADING.fullmatch(printed)
    if match is None:
        name, marked, before = printed, False, ""
    else:
        name, marked = match["name"], match["marker"].islower()
        before = match.groupdict().get("before") or ""
    told = next((code for code, _ in _origins(before + name) if code), None)
    for country, rest in _origins(name):
        found = _named(rest) or _ambiguously_named(rest, marked=marked, country=country or told)
        if found is not None:
            return found
    return None


def _ambiguously_named(name: str, *, marked: bool, country: str | None) -> Outlet | None:
    if not marked and country is None:
        return None
    candidates = _candidates(name, exact=not marked)
    return _only([each for each in candidates if country in {None, each.country}])


def _origins(name: str) -> Iterator[tuple[str | None, str]]:
    """The name as it is, then less each of its first words that say where or what it is.

    Each with the code of the country that those words gave so far.
    """
    country = None
    while True:
        yield country, name
        sort = _FIRST_SORT.match(name)
        if sort is not None:
            name = name[sort.end() :]
            continue
        words = name.split()
        for length in range(min(_LONGEST_ORIGIN, len(words) - 1), 0, -1):
            first = " ".join(words[:length])
            code = demonym(first) or _owner(first)
            if code is not None:
                country, name = code, " ".join(words[length:])
                break
        else:
            return


def _owner(words: str) -> str | None:
    """The code of a country in the possessive."""
    bare = without_possessive(words)
    found = find_country(bare) if bare != words else None
    return found.code if found else None


def _only(candidates: Sequence[Outlet]) -> Outlet | None:
    return candidates[0] if len(candidates) == 1 else None


def _named(name: str) -> Outlet | None:
    found = _by_name().entries.get(fold(name))
    return found[1] if found else None


def _candidates(name: str, *, exact: bool) -> list[Outlet]:
    """The outlets that bear an ambiguous name, where `exact` printed as listed but the article."""
    plain = without_article(name)
    held = _by_ambiguous_name().get(fold(name), ())
    found = (outlet for form, outlet in held if not exact or without_article(form) == plain)
    return list(dict.fromkeys(found))


@cache
def _by_name() -> Index[Outlet]:
    return Index.build(
        (name, entry.outlet)
        for entry in outlets()
        for name in (entry.outlet.name, *entry.aliases)
        if name not in entry.ambiguous
    )


@cache
def _by_ambiguous_name() -> Mapping[str, tuple[tuple[str, Outlet], ...]]:
    held: dict[str, tuple[tuple[str, Outlet], ...]] = {}
    for entry in outlets():
        for name in entry.ambiguous:
            key = fold(name)
            held[key] = (*held.get(key, ()), (name, entry.outlet))
    return held


@cache
def _by_domain() -> Mapping[str, Outlet]:
    return {domain: entry.outlet for entry in outlets() for domain in entry.domains}
