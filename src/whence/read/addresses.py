"""Which of the addresses that an article declares is its own, and which is another outlet's."""

from collections.abc import Sequence
from dataclasses import dataclass

from whence.read.outlets import domain_of
from whence.registers.outlets import find_outlet

#: Second labels under which countries register names: "example.co.uk".
_SECOND = frozenset(
    {"co", "com", "org", "net", "gov", "gob", "gouv", "ac", "edu", "or", "ne", "go"}
)


@dataclass(frozen=True, slots=True)
class Addresses:
    """An article's own address, and the outlet that another declared address is of.

    `stated` says where the metadata name that outlet.
    """

    own: str | None = None
    origin: str | None = None
    stated: str | None = None


def tell_apart(declared: Sequence[tuple[str, str]], site: str | None) -> Addresses:
    """The own address and the origin among what is declared, as pairs of where and what.

    Whoever prints another's report points the canonical link at the original: an address of a
    registered outlet other than the site's own is where the report comes from. What belongs to no
    registered outlet (a content network, a mirror) is nobody's credit.
    """
    if not declared:
        return Addresses()
    own = _own(declared, site)
    for where, url in declared:
        outlet = find_outlet(domain=domain_of(url) or "")
        if outlet is None or (own is not None and _is_one_site(url, own)):
            continue
        if own is None or _is_other(own, url):
            return Addresses(own, outlet.name, f"the {where} is {url}")
    return Addresses(own)


def _own(declared: Sequence[tuple[str, str]], site: str | None) -> str | None:
    for _, url in declared:
        if site and _is_of(url, site):
            return url
    first = declared[0][1]
    other = next((url for _, url in declared if not _is_one_site(url, first)), None)
    if other is not None:
        return other  # the first is the canonical link, which a reprint points elsewhere
    named, there = find_outlet(name=site or ""), find_outlet(domain=domain_of(first) or "")
    return None if named is not None and there is not None and named != there else first


def _is_of(url: str, site: str) -> bool:
    """Whether the register or the spelling ties a domain to a site's name."""
    named, there = find_outlet(name=site), find_outlet(domain=domain_of(url) or "")
    if named is not None and there is not None:
        return named == there
    return _letters(_registered(url).split(".")[0]) == _letters(site.removeprefix("The "))


def _is_one_site(one: str, other: str) -> bool:
    return _registered(one) == _registered(other)


def _is_other(own: str, url: str) -> bool:
    mine, theirs = (
        find_outlet(domain=domain_of(own) or ""),
        find_outlet(domain=domain_of(url) or ""),
    )
    return mine is None or mine != theirs


def _registered(url: str) -> str:
    """The part of a host that one registers: "example.co.uk" of "www.news.example.co.uk"."""
    labels = (domain_of(url) or "").split(".")
    size = 3 if len(labels) > 2 and labels[-2] in _SECOND and len(labels[-1]) == 2 else 2
    return ".".join(labels[-size:])


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()
