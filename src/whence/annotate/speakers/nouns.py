"""What common nouns stand for: a person in a role, a body, a document; and words around names."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from whence.registers import TitleKind, document_noun, find_title, given_name_gender


class Gender(StrEnum):
    """The pronoun that people of a name or a role are given in English."""

    HE = "he"
    SHE = "she"


class NounClass(StrEnum):
    """What a common noun stands for when it speaks."""

    PERSON = "person"
    BODY = "body"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Nouns:
    """The register of nouns of ``data/nouns.txt``."""

    classes: Mapping[str, frozenset[str]]
    means: Mapping[str, frozenset[str]]
    short: Mapping[str, str]
    alike: Mapping[str, str]
    #: Sorts of bodies: the nouns that they are called by, and the words of their names.
    sorts: Mapping[str, tuple[frozenset[str], frozenset[str]]]

    def has(self, name: str, word: str) -> bool:
        """Whether `word`, in lower case, is listed under the class `name`."""
        return word in self.classes.get(name, ())


@cache
def nouns() -> Nouns:
    """The shipped register, read once."""
    folder = files("whence.annotate.speakers") / "data"
    classes: dict[str, set[str]] = {}
    means: dict[str, set[str]] = {}
    short: dict[str, str] = {}
    alike: dict[str, str] = {}
    sorts: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for line in (folder / "nouns.txt").read_text("utf-8").splitlines():
        name, colon, words = line.partition(": ")
        if not colon or line.startswith("#"):
            continue
        if name == "means":
            broad, _, narrow = words.partition("=")
            means.setdefault(broad, set()).update(narrow.split(","))
        elif name == "sort":
            sort, called, told = words.split(" | ")
            sorts[sort] = (frozenset(called.split()), frozenset(told.split()))
        elif name in {"short", "alike"}:
            (short if name == "short" else alike).update(_pairs(words))
        else:
            classes.setdefault(name, set()).update(word.replace("_", " ") for word in words.split())
    return Nouns(
        {name: frozenset(words) for name, words in classes.items()},
        {broad: frozenset(narrow) for broad, narrow in means.items()},
        short,
        alike,
        sorts,
    )


def _pairs(words: str) -> list[tuple[str, str]]:
    return [(left, right) for left, _, right in (pair.partition("=") for pair in words.split())]


#: Endings of English nouns for people in a role; looked up only where the list has no entry.
_PERSON_ENDINGS = (
    "man",
    "woman",
    "person",
    "ologist",
    "ographer",
    "ician",
    "maker",
    "keeper",
    "holder",
    "goer",
)


@lru_cache(maxsize=1 << 12)
def singular(word: str) -> str:
    """The singular of an English noun in lower case; a singular is returned as it is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    one = _singular_by_rule(word)
    by_rule, title = find_title(one), find_title(word)
    is_told = title is not None and title.plural and title.name.islower()
    if title is not None and is_told and (by_rule is None or by_rule.plural):
        return title.name
    return one


def _singular_by_rule(word: str) -> str:
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "'s")):
        return word[:-1]
    return word


_IRREGULAR = {
    "data": "data",
    "analyses": "analysis",
    "media": "media",
    "police": "police",
    "news": "news",
    "mps": "mp",
    "criteria": "criterion",
    "alumni": "alumnus",
}


#: Nouns in "man" that tell no gender.
_NO_MEN = frozenset({"human", "german", "ombudsman"})


@cache
def noun_class(head: str) -> NounClass:
    """What a noun, in lower case and of either number, stands for when it speaks."""
    register = nouns()
    one = singular(register.short.get(head, head))
    if document_noun(head) or document_noun(one) or register.has("document", one):
        return NounClass.DOCUMENT
    title = find_title(head) or find_title(one)
    if title is not None and title.kind is not TitleKind.COLLECTIVE:
        return NounClass.PERSON if title.is_person else NounClass.BODY
    if register.has("person", one) or register.has("honorific", one):
        return NounClass.PERSON
    if register.has("body", one):
        return NounClass.BODY
    if one.endswith(_PERSON_ENDINGS):
        return NounClass.PERSON
    return NounClass.UNKNOWN


@cache
def given_gender(name: str) -> Gender | None:
    """The gender that a given name tells."""
    found = given_name_gender(name)
    return None if found is None else Gender.HE if found == "m" else Gender.SHE


@cache
def noun_gender(head: str) -> Gender | None:
    """The gender that a noun for a person tells, in lower case and singular."""
    title = find_title(head)
    if title is not None and title.gender is not None and title.is_person:
        return Gender.HE if title.gender == "m" else Gender.SHE
    if head.endswith("woman"):
        return Gender.SHE
    return Gender.HE if head.endswith("man") and head not in _NO_MEN else None


@cache
def honorific_gender(form: str) -> Gender | None:
    """The gender that a word before a name tells, as printed: "Mr." and "Frau"."""
    title = find_title(form)
    if title is None or title.gender is None or title.kind is not TitleKind.HONORIFIC:
        return None
    return Gender.HE if title.gender == "m" else Gender.SHE


@cache
def is_many(form: str) -> bool:
    """Whether a form stands for several without ending as a plural: "people", "police"."""
    title = find_title(form)
    return title is not None and (title.plural or title.kind is TitleKind.COLLECTIVE)


def may_mean(description: str, role: str) -> bool:
    """Whether a noun of a description may take up a role's noun ("the lawmaker": a senator)."""
    if description == role:
        return True
    return role in nouns().means.get(description, ())
