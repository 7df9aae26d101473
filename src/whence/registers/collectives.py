"""Nouns for sources that speak on paper, for audiences, and for occasions of speech."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from whence.registers._table import listed, rows


class CollectiveKind(StrEnum):
    """What part a noun plays in a statement."""

    DOCUMENT = "document"  # speaks for itself: "report", "data", "figures"
    AUDIENCE = "audience"  # is spoken to: "reporters", "parliament"
    VENUE = "venue"  # is where something is said: "news conference", "interview"


@dataclass(frozen=True, slots=True)
class Collective:
    """A noun as looked up; `plural` tells whether the form looked up is a plural."""

    noun: str
    kind: CollectiveKind
    plural: bool = False


def document_noun(word: str) -> Collective | None:
    """The document that a noun names ("indictment", "polls"), whatever its case."""
    return _forms(CollectiveKind.DOCUMENT).get(" ".join(word.casefold().split()))


def audience_noun(word: str) -> Collective | None:
    """The audience that a noun names ("reporters", "parliament"), whatever its case."""
    return _forms(CollectiveKind.AUDIENCE).get(" ".join(word.casefold().split()))


def venue_noun(words: str) -> Collective | None:
    """The occasion that a noun names ("news conference", "hearings"), whatever its case."""
    return _forms(CollectiveKind.VENUE).get(" ".join(words.casefold().split()))


@cache
def _forms(kind: CollectiveKind) -> Mapping[str, Collective]:
    forms: dict[str, Collective] = {}
    for row in rows("collectives.tsv"):
        if row["kind"] != kind:
            continue
        noun = Collective(row["noun"], kind)
        for form in (row["noun"], *listed(row["variants"])):
            forms.setdefault(form.casefold(), noun)
        for form in listed(row["plurals"]):
            forms.setdefault(form.casefold(), replace(noun, plural=True))
    return forms
