"""How names are taken apart and compared within one article."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from whence.annotate.speakers.nouns import (
    Gender,
    NounClass,
    given_gender,
    honorific_gender,
    noun_class,
    nouns,
)


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A word as names are compared: lower case, without accents, dots, marks or possessive."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("ʻ", "'"))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    plain = plain.removesuffix("'s").rstrip("'")
    return plain.replace(".", "").replace("'", "").replace("ı", "i").replace("ł", "l")


def surname_key(word: str) -> str:
    """A folded surname without the Arabic article: "al-Qasim" and "Qasim" are one."""
    plain = fold(word)
    for article in ("al-", "el-", "as-", "ash-", "an-", "ad-", "ar-", "at-", "az-", "bin-", "ben-"):
        if plain.startswith(article) and len(plain) > len(article) + 2:
            return plain[len(article) :]
    return plain


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's printed name in parts: `given` and `surname` folded, `gender` where it tells.

    `title` says that a title stands inside the mention, so that a single name is a surname.
    """

    given: tuple[str, ...]
    surname: str
    gender: Gender | None = None
    title: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """All parts in the order they are printed."""
        return (*self.given, self.surname)


def person_name(words: list[str]) -> PersonName | None:
    """The parts of a printed name; ``None`` where only titles and suffixes are left of it."""
    register = nouns()
    gender: Gender | None = None
    title = False
    kept: list[str] = []
    for word in words:
        lower = word.lower()
        if not kept and register.has("honorific", lower):
            gender = honorific_gender(word) or gender
            title = True
        elif lower in register.short and not kept:
            title = True
        elif register.has("suffix", lower.rstrip(",")) and kept:
            continue
        elif any(char.isalnum() for char in word):
            kept.append(word)
    while len(kept) > 1 and kept[0][0].isupper() and _is_title(kept[0].lower()):
        title = True
        gender = gender or honorific_gender(kept[0])
        kept.pop(0)
    if not kept:
        return None
    given = [fold(word) for word in kept[:-1]]
    particles = nouns().classes["particle"]
    while given and given[-1] in particles:
        given.pop()
    if gender is None and given:
        gender = given_gender(kept[0]) or given_gender(_SHORT.get(given[0], ""))
    return PersonName(tuple(given), surname_key(kept[-1]), gender, title)


def _is_title(word: str) -> bool:
    return noun_class(word) is NounClass.PERSON and given_gender(word) is None


def compatible(first: PersonName, second: PersonName) -> bool:
    """Whether two names with given names may be one person's: same surname, given names agree."""
    if first.gender and second.gender and first.gender is not second.gender:
        return False
    if not near(first.surname, second.surname):
        return False
    if not first.given or not second.given:
        return True
    return _agree(first.given[0], second.given[0]) or _left_out(first.given, second.given)


def _left_out(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether one leaves out first names of the other: "Astor Hale", "Clive Astor Hale"."""
    short, long = sorted((first, second), key=len)
    return len(short) < len(long) and long[-len(short) :] == short and len(short[0]) > 1


def _agree(one: str, other: str) -> bool:
    if one == other or near(one, other):
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    if len(one) > 2 and len(other) > 2 and (one.startswith(other) or other.startswith(one)):
        return True
    return _SHORT.get(one, one) == _SHORT.get(other, other)


#: Frequent short forms that are no beginning of the given name (common English usage).
_SHORT = {
    "bill": "william",
    "billy": "william",
    "will": "william",
    "bob": "robert",
    "bobby": "robert",
    "rob": "robert",
    "dick": "richard",
    "rick": "richard",
    "jim": "james",
    "jimmy": "james",
    "jack": "john",
    "johnny": "john",
    "mike": "michael",
    "mick": "michael",
    "ted": "edward",
    "ed": "edward",
    "tony": "anthony",
    "chuck": "charles",
    "charlie": "charles",
    "hank": "henry",
    "harry": "henry",
    "larry": "lawrence",
    "liz": "elizabeth",
    "beth": "elizabeth",
    "peggy": "margaret",
    "meg": "margaret",
    "maggie": "margaret",
    "kate": "katherine",
    "kathy": "katherine",
    "katie": "katherine",
    "tim": "timothy",
    "tom": "thomas",
    "dave": "david",
    "steve": "stephen",
    "steven": "stephen",
    "bernie": "bernard",
    "joe": "joseph",
    "andy": "andrew",
    "greg": "gregory",
    "jeff": "jeffrey",
    "geoff": "geoffrey",
    "pat": "patrick",
    "sasha": "aleksandr",
    "volodya": "vladimir",
}

#: Names of fewer letters must be spelt the same.
SHORTEST_ALIKE = 5
_ALIKE = str.maketrans({"y": "i", "j": "i", "w": "v", "k": "c", "q": "c", "z": "s", "h": None})


@lru_cache(maxsize=8192)
def near(first: str, second: str) -> bool:
    """Whether two folded names are spellings of one: Sergey and Sergei, Mohamed and Mohammed.

    Names of fewer than five letters must be the same; longer ones may differ in a doubled letter, a
    letter of like sound, or one letter inside.
    """
    if first == second:
        return True
    if min(len(first), len(second)) < SHORTEST_ALIKE or abs(len(first) - len(second)) > 2:
        return False
    if first[0] != second[0]:
        return False
    one, other = sound(first), sound(second)
    return one == other


def sound(word: str) -> str:
    """A folded name with letters of like sound made one and doubled ones single."""
    plain = word.translate(_ALIKE)
    kept = ""
    for char in plain:
        if not kept.endswith(char):
            kept += char
    for ending in ("ii", "ei", "ai", "i"):
        if kept.endswith(ending):
            return kept[: -len(ending)] + "i"
    return kept


def acronym(words: list[str]) -> str:
    """The initials of a body's name, folded, little words left out."""
    return "".join(
        fold(word)[:1]
        for word in words
        if word.lower() not in {"of", "the", "and", "for", "in", "on", "de", "la", "&", "to"}
    )


def initials(words: list[str]) -> str:
    """The initials of all words of a body's name, folded: "MoD"."""
    return "".join(fold(word)[:1] for word in words)
