"""Who publishes: by the register of outlets, else by what the metadata say; never a guess."""

from urllib.parse import urlsplit

from whence.model import Credit, CreditKind, Outlet

UNKNOWN = Outlet("unknown")


def find_outlet(*, domain: str | None = None, name: str | None = None) -> Outlet | None:
    """The registered outlet of that domain or name; ``None`` where the register has none."""
    return None


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


def outlet_of(*, domain: str | None, site: str | None, credits: tuple[Credit, ...]) -> Outlet:
    """The outlet of an article, from its domain, its site's name, or a credit that is known.

    A desk line or a credit at the end of a text counts only where the register knows the name.
    """
    known = find_outlet(domain=domain) if domain else None
    known = known or (find_outlet(name=site) if site else None)
    if known is not None:
        return known
    if site or domain:
        return Outlet(site or domain or "", domain)
    for kind in (CreditKind.DESK, CreditKind.REPORT):
        names = [name for credit in credits if credit.kind is kind for name in credit.names]
        found = {outlet for name in names if (outlet := find_outlet(name=name)) is not None}
        if len(found) == 1:
            return found.pop()
    return UNKNOWN
