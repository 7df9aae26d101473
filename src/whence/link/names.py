"""Names compared across articles: spellings, transliterations, particles, initials, acronyms."""

import re
from dataclasses import dataclass
from functools import lru_cache

from whence.link.lexicon import lexicon
from whence.link.words import without_accents

_PARTS = re.compile(r"[^\W\d_]+(?:['’ʻ`][^\W\d_]+)*\.?|\d+")
#: Articles and particles that one outlet prints and the next leaves out, as romanised Arabic does.
_LOOSE = frozenset({"al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "the"})
#: Particles that belong to the surname behind them.
_BINDING = lexicon("binding")
#: Titles printed before names; they are no part of them.
_TITLES = lexicon("titles")
#: One sound, many romanisations; applied in order to a folded word.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"['’ʻ`]", ""),
        (r"shch|sch|tsch", "sh"),
        (r"dzh|dj|zh|j(?=[aeou])", "j"),
        (r"tch|ch", "c"),
        (r"kh|q|ck|k", "k"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"tz|ts", "z"),
        (r"ks|x", "s"),
        (r"w", "v"),
        (r"ou|oo|u", "o"),
        (r"iy\b|yy\b|ii\b|ij\b|y\b", "i"),
        (r"[aeiy]{2,}", "i"),
        (r"[ey]", "i"),
        (r"ff\b", "v"),
        (r"(.)\1", r"\1"),
    )
)
_VOWELS = re.compile(r"[aeiouy]")
_LEAST_CONSONANTS = 4


@lru_cache(maxsize=100_000)
def plain(name: str) -> str:
    """A name in lower case without accents, dots, articles before it, and possessive endings."""
    letters = without_accents(name)
    letters = re.sub(r"'s?(?=\s|$)", "", letters.strip()).casefold()
    letters = re.sub(r"\.(?!\w\w)", "", letters).replace("-", " ")
    return re.sub(r"^the\s+", "", re.sub(r"[\s,]+", " ", letters)).strip()


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """One form for the romanisations of a word: Sergey and Sergei, Zelensky and Zelenskyy."""
    found = plain(word)
    for pattern, replacement in _SOUNDS:
        found = pattern.sub(replacement, found)
    return found


def may_be_spelt(one: str, other: str) -> bool:
    """Whether two words may be spellings of one name, also with other vowels (Mohammed)."""
    if plain(one) == plain(other) or sound(one) == sound(other):
        return True
    bones = [_VOWELS.sub("-", sound(word)) for word in (one, other)]
    return bones[0] == bones[1] and len(bones[0].replace("-", "")) >= _LEAST_CONSONANTS


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts: given names, and the surname with its particles, as sounds.

    `surname` alone is set where one word is printed.
    """

    given: tuple[str, ...]
    surname: str
    full: str

    @property
    def is_full(self) -> bool:
        """Whether more than a surname is printed."""
        return bool(self.given)


@lru_cache(maxsize=100_000)
def person_name(name: str) -> PersonName:
    """The parts of a person's name as printed, less titles, "al-" and "Jr."."""
    words = [part.rstrip(".") for part in _PARTS.findall(name.replace("-", " "))]
    words = [word for word in words if plain(word) not in {"jr", "sr", "ii", "iii", "s"}]
    while len(words) > 1 and plain(words[0]) in _TITLES:
        words = words[1:]
    kept = [word for word in words if plain(word) not in _LOOSE] or words
    if not kept:
        return PersonName((), sound(name), sound(name))
    at = len(kept) - 1
    while at > 1 and plain(kept[at - 1]) in _BINDING:
        at -= 1
    surname = sound(kept[-1])
    given = tuple(plain(word) for word in kept[:at])
    return PersonName(given, surname, " ".join((*map(sound, given), surname)))


def may_be_one(one: PersonName, other: PersonName) -> bool:
    """Whether two full names may be one person's: one surname, and given names that agree.

    Given names agree when the first ones are spellings of each other or an initial, or when the
    shorter name's given names all occur in the longer ("Lee Hsien" in "Michael Lee Hsien").
    """
    if one.surname != other.surname or not one.is_full or not other.is_full:
        return False
    if _given_agree(one.given[0], other.given[0]):
        return True
    short, long = sorted((one.given, other.given), key=len)
    return len(short) < len(long) and all(
        any(len(a) > 1 and may_be_spelt(a, b) for b in long) for a in short
    )


def _given_agree(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return may_be_spelt(one, other)


_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "to", "de", "des", "du", "la"})


def acronyms_of(name: str) -> frozenset[str]:
    """The acronyms that a name of several words may be given, in lower case."""
    words = [word for word in re.split(r"[\s\-/]+", plain(name)) if word and word[0].isalpha()]
    strong = [word for word in words if word not in _SMALL]
    if len(strong) < 2:
        return frozenset()
    return frozenset(
        found
        for found in ("".join(word[0] for word in strong), "".join(word[0] for word in words))
        if len(found) > 1
    )


def is_acronym(name: str) -> bool:
    """Whether a name is printed as an acronym: "IAEA", "U.N."."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper()
