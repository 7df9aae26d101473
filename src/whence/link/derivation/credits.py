"""Whom an article says that it has its report from."""

import re
from functools import lru_cache

from whence.link.names import plain
from whence.model import Article, BlockKind, CreditKind, Outlet, Span
from whence.registers.outlets import find_outlet

#: A credit to those who wrote and edited, who are no source of their own article.
_STAFF = re.compile(
    r"\W*(?:additional |additionally )?(?:writing|written|editing|edited|reporting|compiled|"
    r"translated|contributed|with files)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[^\n]{2,60}?\((?P<name>[A-Z][\w .&'’-]{1,40})\)\s*[-–—]")
_LEAST_NAME = 3  # letters of an outlet's name that is looked for in a text


def credited_names(article: Article) -> tuple[tuple[str, Span], ...]:
    """The names that an article says its report comes from, other than its own, with where."""
    own = _own_names(article.outlet)
    found: dict[str, tuple[str, Span]] = {}
    for credit in article.credits:
        if credit.kind is CreditKind.REPORT:
            staff = _STAFF.match(credit.span.of(article.text)) is not None
            for name in credit.names:
                if not staff or find_outlet(name=name):
                    found.setdefault(plain(name), (name, credit.span))
    for block in article.blocks:
        if block.kind in {BlockKind.DATELINE, BlockKind.PARAGRAPH}:
            match = _DATELINE.match(block.span.of(article.text))
            if match:
                span = Span(*match.span("name")).shift(block.span.start)
                found.setdefault(plain(match["name"]), (match["name"], span))
            if block.kind is BlockKind.PARAGRAPH:
                break
    return tuple(
        credit for name, credit in sorted(found.items()) if name and squeezed(name) not in own
    )


def credit_to(article: Article, outlet: Outlet) -> Span | None:
    """Where an article credits `outlet` as the maker of its report, in a credit or a dateline."""
    names = _own_names(outlet)
    for name, span in credited_names(article):
        if squeezed(plain(name)) in names:
            return span
    return None


def mentions(article: Article, outlet: Outlet) -> Span | None:
    """Where the body of an article first names `outlet`, as it does when it has something of it."""
    if len(squeezed(outlet.name)) < _LEAST_NAME or outlet.name.casefold() == "unknown":
        return None
    pattern = _name_pattern(outlet.name)
    for passage in article.passages():
        match = pattern.search(article.text, passage.start, passage.end)
        if match:
            return Span(*match.span())
    return None


@lru_cache(maxsize=4096)
def _name_pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, name.removeprefix("The ").split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _own_names(outlet: Outlet) -> frozenset[str]:
    """An outlet's own name in letters alone, also as its domain spells it."""
    labels = (outlet.domain or outlet.name).removeprefix("www.").split(".")
    return frozenset({squeezed(plain(outlet.name)), squeezed(labels[0])})


def squeezed(name: str) -> str:
    """A name in letters and digits alone."""
    return "".join(char for char in name if char.isalnum())
