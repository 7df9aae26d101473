"""The world's news agencies and large outlets, by name and by domain."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from whence.model import Outlet, OutletKind
from whence.registers._names import Index, fits_case, fold, without_article, without_possessive
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
    r"financial|leading|popular|daily|weekly|\w+(?:[ -]\w+)?-(?:based|owned|run|backed|funded))"
)
_TRAILING = re.compile(rf"(?P<name>.+?),? (?:{_SORT} )*(?P<marker>{_MARKER})", re.IGNORECASE)
_LEADING = re.compile(rf"(?P<before>(?:.+ )?)(?P<marker>{_MARKER}),? (?P<name>.+)", re.IGNORECASE)
_FIRST_SORT = re.compile(rf"(?:the|{_SORT}) (?=.)", re.IGNORECASE)
_LONGEST_ORIGIN = 3  # words: "United Arab Emirates'"
_LONGEST_NAME = 100  # code points; longer is a clause, and costs time to take apart
_REMEMBERED = 4096  # names: an article prints the same few again and again


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """An outlet with all its names and domains.

    `ambiguous` are names that other things bear too ("AP", "The Sun"): they count printed exactly
    as listed, or beside a word that marks an outlet. `words` are ordinary words and personal names
    ("Time", "Petra"): they count beside such a word only.
    """

    outlet: Outlet
    aliases: tuple[str, ...]
    ambiguous: tuple[str, ...]
    words: tuple[str, ...]
    domains: tuple[str, ...]

    @property
    def plain_names(self) -> tuple[str, ...]:
        """The names that settle the outlet on their own."""
        unsettled = {*self.ambiguous, *self.words}
        return tuple(name for name in (self.outlet.name, *self.aliases) if name not in unsettled)


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
            OutletEntry(
                outlet,
                aliases=listed(row["aliases"]),
                ambiguous=listed(row["ambiguous"]),
                words=listed(row["words"]),
                domains=domains,
            )
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
    return {name: entry.outlet for entry in outlets() for name in entry.plain_names}


@cache
def ambiguous_outlet_aliases() -> Mapping[str, Outlet]:
    """Names that other things bear too, as printed; those that two outlets share are left out."""
    return {
        name: entry.outlet
        for entry in outlets()
        for name in (*entry.ambiguous, *entry.words)
        if len(_candidates(name, marked=True)) == 1
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


@lru_cache(_REMEMBERED)
def _by_printed_name(name: str) -> Outlet | None:
    whole = " ".join(name.split())
    if len(whole) > _LONGEST_NAME:
        return None
    printed = without_possessive(whole)
    found = _named(whole) or _named(printed) or _only(_candidates(printed))
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
        found = _named(rest) or _only(_candidates(rest, marked=marked, country=country or told))
        if found is not None:
            return found
    return None


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


def _candidates(name: str, *, marked: bool = False, country: str | None = None) -> list[Outlet]:
    """The outlets of that country, if one is told, that bear a name which others bear too.

    `marked` says that a word for an outlet stands beside it. Without one the name must be printed
    as listed: its article may only lack after the country ("Kenya's Standard").
    """
    found = []
    for form, is_word, outlet in _by_ambiguous_name().get(fold(name), ()):
        if country is not None and country.partition("-")[0] != outlet.country:
            continue  # an outlet has the code of its country, not of its region
        bare = without_article(form)
        complete = bare == form or country is not None or without_article(name) != name
        as_listed = not is_word and complete and bare == without_article(name)
        if as_listed or (marked and fits_case(name, form)):
            found.append(outlet)
    return list(dict.fromkeys(found))


@cache
def _by_name() -> Index[Outlet]:
    return Index.build((name, entry.outlet) for entry in outlets() for name in entry.plain_names)


@cache
def _by_ambiguous_name() -> Mapping[str, Sequence[tuple[str, bool, Outlet]]]:
    """From the folded name to its forms, whether each is an ordinary word, and its outlet."""
    held: dict[str, list[tuple[str, bool, Outlet]]] = {}
    for entry in outlets():
        for name in (*entry.ambiguous, *entry.words):
            held.setdefault(fold(name), []).append((name, name in entry.words, entry.outlet))
    return held


@cache
def _by_domain() -> Mapping[str, Outlet]:
    return {domain: entry.outlet for entry in outlets() for domain in entry.domains}
