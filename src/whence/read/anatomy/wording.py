"""Small questions about the wording of a line, asked by every part of the anatomy."""

import re
from functools import lru_cache

_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔։።][\"'”’»)\]」』]*$")
_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_NOT_WORD = re.compile(r"[\W_]+")

#: Words that stand in lower case between the capitals of names, in the larger European languages.
CONNECTORS = frozenset(
    [
        "and",
        "&",
        "y",
        "e",
        "et",
        "und",
        "en",
        "og",
        "och",
        "ja",
        "ve",
        "i",
        "и",
        "та",
        "و",
        "of",
        "the",
        "for",
        "in",
        "at",
        "with",
        "de",
        "del",
        "della",
        "des",
        "du",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "la",
        "le",
        "el",
        "los",
        "las",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "bin",
        "ibn",
        "al",
        "ul",
        "zu",
        "von's",
        "für",
        "i'",
    ]
)


def ends_sentence(words: str) -> bool:
    """Whether the line ends as a sentence does, in any script."""
    return _SENTENCE_END.search(words) is not None


@lru_cache(maxsize=4096)
def length_in_words(words: str) -> int:
    """How many words; two letters count as one in scripts that write no spaces."""
    unspaced = len(_UNSPACED.findall(words))
    spaced = len(_WORD.findall(_UNSPACED.sub(" ", words) if unspaced else words))
    return spaced + (unspaced + 1) // 2


def normal(words: str) -> str:
    """The form in which two lines are compared: letters and digits in one case."""
    return _NOT_WORD.sub(" ", words).strip().casefold()


def is_name_run(words: str, *, longest: int = 10) -> bool:
    """Whether the words read as names alone: each capitalised, or a connector between two."""
    tokens = _WORD.findall(words)
    if not 1 <= len(tokens) <= longest or (not _is_capital(tokens[0]) and tokens[0] != "the"):
        return False
    return _is_capital(tokens[-1]) and all(
        _is_capital(token) or token in CONNECTORS for token in tokens
    )


def _is_capital(token: str) -> bool:
    return not token[0].islower() and not token.isdigit()
