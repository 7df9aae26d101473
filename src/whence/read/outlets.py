"""Who publishes: by the register of outlets, else by what the metadata say; never a guess."""

import re
from urllib.parse import urlsplit

from whence.model import Credit, CreditKind, Outlet
from whence.registers.outlets import find_outlet

UNKNOWN = Outlet("unknown")


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


_PUBLISHED_BY = re.compile(
    r"\W*(?:as|this|the|first|originally)\b.{0,40}\b(?:reported|published|appeared)\s+(?:by|in|on)\b",
    re.IGNORECASE,
)


def outlet_of(
    text: str, credits: tuple[Credit, ...], *, domain: str | None, site: str | None
) -> Outlet:
    """The outlet of an article, from its domain, its site's name, or a credit that is known.

    A desk line ("World / News Desk") or a line that names the publisher ("As reported by …")
    counts only where the register knows the one name in it. A dateline's agency does not count:
    most of those who print it are other outlets.
    """
    known = find_outlet(domain=domain) if domain else None
    known = known or (find_outlet(name=site) if site else None)
    if known is not None:
        return known
    if site or domain:
        return Outlet(site or domain or "", domain)
    desks = [credit for credit in credits if credit.kind is CreditKind.DESK]
    publishers = [
        credit
        for credit in credits
        if credit.kind is CreditKind.REPORT and _PUBLISHED_BY.match(credit.span.of(text))
    ]
    for group in (desks, publishers):
        names = [name for credit in group for name in credit.names]
        found = {outlet for name in names if (outlet := find_outlet(name=name)) is not None}
        if len(found) == 1:
            return found.pop()
    return UNKNOWN
