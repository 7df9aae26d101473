"""How names are compared: without regard to accents, punctuation and, mostly, case."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b|\s|$)")
_NOT_WORD = re.compile(r"[^\w&+]+")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_LONGEST_ACRONYM = 6

Entry = TypeVar("Entry")


def fold(name: str) -> str:
    """The form in which names are compared.

    Case, accents, punctuation and a leading "the" do not count: "The U.S." and "us" fold to one.
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
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

    A short acronym must be printed in capitals ("US", never "us"), and a capitalised name must
    begin with a capital ("Male", never "male").
    """
    letters = [char for char in without_article(registered) if char.isalpha()]
    shown = [char for char in without_article(printed) if char.isalpha()]
    if not letters or not shown:
        return True
    if len(letters) <= _LONGEST_ACRONYM and all(char.isupper() for char in letters):
        return all(char.isupper() for char in shown)
    return not letters[0].isupper() or not shown[0].islower()


@dataclass(frozen=True, slots=True)
class Index(Generic[Entry]):
    """Entries by folded name; a name that several entries bear stands for none of them."""

    entries: Mapping[str, tuple[str, Entry]]
    shared: frozenset[str]

    @classmethod
    def build(cls, named: Iterable[tuple[str, Entry]]) -> "Index[Entry]":
        """The index of pairs of a name and its entry."""
        entries: dict[str, tuple[str, Entry]] = {}
        shared: set[str] = set()
        for name, entry in named:
            key = fold(name)
            held = entries.setdefault(key, (name, entry))
            if held[1] != entry:
                shared.add(key)
        for key in shared:
            del entries[key]
        return cls(entries, frozenset(shared))

    def find(self, name: str) -> Entry | None:
        """The entry of that name, or ``None`` where none or several bear it."""
        found = self.entries.get(fold(name))
        if found is None or not fits_case(name, found[0]):
            return None
        return found[1]
