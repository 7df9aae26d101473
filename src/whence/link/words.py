"""Words as linking counts them: stemmed, folded, weighted by how rare they are in news."""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

import snowballstemmer

from whence.link.lexicon import lexicon
from whence.model import Span

_PARTS = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s?$")
#: Letters that no decomposition makes plain.
_PLAIN_LETTERS = str.maketrans(
    {
        "’": "'",
        **dict(zip("ıłŁøØđĐðÐħĦ", "ilLoOdDdDhH", strict=True)),
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "þ": "th",
        "Þ": "Th",
    }
)
_STEMMER = snowballstemmer.stemmer("english")

#: Words that carry a sentence and none of its matter.
STOP_WORDS = lexicon("stop")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The folded stem of a word: "Strikes", "strike’s" and "striking" give one."""
    plain = _POSSESSIVE.sub("", fold(word))
    return str(_STEMMER.stemWord(plain)) if plain.isalpha() else plain


@lru_cache(maxsize=100_000)
def fold(words: str) -> str:
    """Lower case without accents, with straight apostrophes."""
    return words.lower() if words.isascii() else without_accents(words).lower()


def without_accents(words: str) -> str:
    """The words in plain Latin letters as far as they have any, with straight apostrophes."""
    decomposed = unicodedata.normalize("NFKD", words.translate(_PLAIN_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, Span]]:
    """The words and numbers of ``text[start:end]`` with their spans, hyphenated ones in parts."""
    for match in _PARTS.finditer(text, start, len(text) if end is None else end):
        yield match.group(), Span(*match.span())


def content_stems(forms: Iterable[str]) -> tuple[str, ...]:
    """The stems of the words that carry matter, in order."""
    kept = (form for form in forms if fold(form) not in STOP_WORDS)
    return tuple(found for found in map(stem, kept) if len(found) > 1 or found.isdecimal())


@cache
def _background() -> Mapping[str, float]:
    """Document frequency by stem, between 0 and 1; see train/background.py for its origin."""
    text = files("whence.link").joinpath("data", "background.txt").read_text("utf-8")
    rates: dict[str, float] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            band, _, stems = line.partition("\t")
            rates.update(dict.fromkeys(stems.split(), 2 ** (-int(band) / 2)))
    return rates


#: The document frequency taken for the key of an entity, which is no stem.
_NAME_RATE = 0.01
#: The document frequency taken for a stem that the background does not know: names mostly.
_UNKNOWN_RATE = 0.001


def background_rate(term: str) -> float:
    """The share of news articles that hold the stem, as far as is known."""
    return _background().get(term, _UNKNOWN_RATE)


#: As many articles of news at large stand beside what is counted or weighed.
BACKGROUND = 300


@lru_cache(maxsize=200_000)
def at_large(term: str) -> float:
    """How rare a term is in news at large, as a ledger of no article would weigh it."""
    return -math.log((1 + BACKGROUND * background_rate(term)) / (1 + BACKGROUND))


def rarity(term: str) -> float:
    """How much a stem tells on its own: the negative logarithm of its document frequency."""
    return -math.log(background_rate(term) if term.isalnum() else _NAME_RATE)
