"""How names are compared: without regard to accents, punctuation and, mostly, case."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b|\s|$)")
_NOT_WORD = re.compile(r"[^\w&+]+")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_LONGEST_ACRONYM = 6
_REMEMBERED = 16_384  # names: those of the registers and of the articles at hand

Entry = TypeVar("Entry")


@lru_cache(_REMEMBERED)
def fold(name: str) -> str:
    """The form in which names are compared.

    Case, accents, punctuation and a leading "the" do not count: "The U.S." and "us" fold to one.
    """
    plain = name
    if not name.isascii():
        parts = unicodedata.normalize("NFKD", name)
        plain = "".join(char for char in parts if not unicodedata.combining(char))
    plain = _DOTTED.sub("", plain.strip()).replace("'", "").replace("’", "").replace("ʻ", "")
    plain = _NOT_WORD.sub(" ", plain).strip().casefold()
    return _ARTICLE.sub("", plain) or plain


def without_possessive(name: str) -> str:
    """The name less a possessive ending: "Reuters'" and "Reuters's" give "Reuters"."""
    return _POSSESSIVE.sub("", name)


def without_article(name: str) -> str:
    """The name less a leading "the"."""
    return _ARTICLE.sub("", name)


def fits_case(printed: str, registered: str) -> bool:
    """Whether `printed` may stand for `registered` as far as capitals go.

    A short acronym must be printed as registered ("US" and "LeT", never "us" or "Let"), and a
    capitalised name must begin with a capital ("Male", never "male").
    """
    letters = "".join(char for char in without_article(registered) if char.isalpha())
    shown = "".join(char for char in without_article(printed) if char.isalpha())
    capitals = sum(char.isupper() for char in letters)
    if capitals > 1 and len(letters) <= _LONGEST_ACRONYM and " " not in registered:
        return letters == shown
    return not letters[:1].isupper() or not shown[:1].islower()


@dataclass(frozen=True, slots=True)
class Index(Generic[Entry]):
    """Entries by folded name; a name that several entries bear stands for none of them.

    Each folded name keeps the forms that it is registered in, because capitals tell names apart.
    """

    entries: Mapping[str, tuple[tuple[str, ...], Entry]]
    shared: frozenset[str]

    @classmethod
    def build(cls, named: Iterable[tuple[str, Entry]]) -> "Index[Entry]":
        """The index of pairs of a name and its entry."""
        entries: dict[str, tuple[tuple[str, ...], Entry]] = {}
        shared: set[str] = set()
        for name, entry in named:
            key = fold(name)
            forms, held = entries.get(key, ((), entry))
            entries[key] = ((*forms, name), held)
            if held != entry:
                shared.add(key)
        for key in shared:
            del entries[key]
        return cls(entries, frozenset(shared))

    def find(self, name: str) -> Entry | None:
        """The entry of that name, or ``None`` where none or several bear it."""
        found = self.entries.get(fold(name))
        if found is None or not any(fits_case(name, form) for form in found[0]):
            return None
        return found[1]
