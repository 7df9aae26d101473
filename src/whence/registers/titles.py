"""Honorifics, ranks, offices, roles, and the nouns for bodies and collectives that can speak."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from typing import Literal, cast

from whence.registers._names import without_possessive
from whence.registers._table import listed, rows

Gender = Literal["m", "f"]


class TitleKind(StrEnum):
    """What a title says of its bearer."""

    HONORIFIC = "honorific"  # stands before a name: "Mr", "Sen.", "Ayatollah"
    RANK = "rank"  # stands before a name: "Lt. Gen.", "Constable"
    OFFICE = "office"  # held by one person at a time: "foreign minister"
    ROLE = "role"  # heads a description of a person: "spokesman", "resident"
    BODY = "body"  # heads a description of an organisation: "ministry", "coalition"
    COLLECTIVE = "collective"  # many persons: "family", "crowd", "troops"


#: The kinds whose bearer is a person.
PERSONAL = frozenset({TitleKind.HONORIFIC, TitleKind.RANK, TitleKind.OFFICE, TitleKind.ROLE})


@dataclass(frozen=True, slots=True)
class Title:
    """A title as looked up.

    `name` is the full singular form, `gender` is set where the word itself says so, and `plural`
    tells whether the form looked up stands for several.
    """

    name: str
    kind: TitleKind
    gender: Gender | None = None
    plural: bool = False

    @property
    def is_person(self) -> bool:
        """Whether its bearer is a person, not a body or a collective."""
        return self.kind in PERSONAL


@cache
def titles() -> Mapping[str, Title]:
    """From every form as printed (full, short, plural) to its title."""
    forms: dict[str, Title] = {}
    for row in rows("titles.tsv"):
        gender = cast("Gender", row["gender"]) if row["gender"] else None
        title = Title(row["name"], TitleKind(row["kind"]), gender, row["number"] == "many")
        for form in (row["name"], *listed(row["variants"])):
            forms.setdefault(form, title)
        for form in listed(row["plurals"]):
            forms.setdefault(form, replace(title, plural=True))
    return forms


@lru_cache(maxsize=1 << 12)
def find_title(words: str) -> Title | None:
    """The title that the words are: "Lt. Gen.", "Spokeswoman", "lawmakers".

    Capitals tell the honorific before a name ("General") from the role ("general"), and what only
    stands before names has them: "count" is no title. Otherwise case does not count.
    """
    plain = " ".join(without_possessive(words).split())
    forms = titles()
    found = forms.get(plain) or forms.get(plain.lower())
    if found is None and plain.isupper():
        found = forms.get(plain.title())
    return found


def title_head(description: str) -> Title | None:
    """The title at the end of a description, the longest that fits: "a deputy foreign minister".

    ``None`` where the last word is none.
    """
    words = description.split()
    for start in range(max(0, len(words) - _LONGEST), len(words)):
        found = find_title(" ".join(words[start:]))
        if found is not None:
            return found
    return None


_LONGEST = 4  # words
