"""Who publishes: by the register of outlets, else by what the metadata say; never a guess."""

import re
from urllib.parse import urlsplit

from whence.model import Credit, CreditKind, Outlet
from whence.read.anatomy.bylines import is_desk
from whence.registers.outlets import find_outlet

UNKNOWN = Outlet("unknown")
#: One word beside a desk may be a section that no list holds; two with capitals are a name.
_NAME_OF_SEVERAL_WORDS = re.compile(r"(?:[^\W\d_a-z]\S*\s+)+[^\W\d_a-z]\S*$")


def is_outlet(name: str) -> bool:
    """Whether a registered outlet bears that name."""
    return find_outlet(name=name.strip(" .,:;()[]")) is not None


def domain_of(url: str | None) -> str | None:
    """The host of an address without ``www.``; ``None`` for what is no web address."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    if not host or "." not in host or " " in host:
        return None
    return host.removeprefix("www.")


def outlet_of(credits: tuple[Credit, ...], *, domain: str | None, site: str | None) -> Outlet:
    """The outlet of an article, from its domain, its site's name, or its own desk line.

    A desk line ("Bay Herald / Foreign Desk") names its publisher. A dateline's agency and a line
    such as "As reported by …" do not: those who print them are mostly other outlets.
    """
    known = find_outlet(domain=domain) if domain else None
    known = known or (find_outlet(name=site) if site else None)
    if known is not None:
        return known
    if site or domain:
        return Outlet(site or _printed(domain, credits) or domain or "", domain)
    names = {
        name
        for credit in credits
        if credit.kind is CreditKind.DESK
        for name in credit.names
        if not is_desk(name)
    }
    if len(names) != 1:
        return UNKNOWN
    name = names.pop()
    return find_outlet(name=name) or (
        Outlet(name) if _NAME_OF_SEVERAL_WORDS.match(name) else UNKNOWN
    )


def _printed(domain: str | None, credits: tuple[Credit, ...]) -> str | None:
    """The name in a credit that the domain spells: "Bay Herald" of ``bayherald.example``."""
    label = "".join(filter(str.isalnum, (domain or "").split(".")[0])).lower()
    spelt = (
        name
        for credit in credits
        for name in credit.names
        if "".join(filter(str.isalnum, name)).lower() == label
    )
    return next(spelt, None)
