"""Which language a text is in, by script and function words; silent where it is not plain."""

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

from babel import Locale

_SAMPLE = 4000  # code points
_FEWEST_WORDS = 8
_LEAST_SHARE = 0.12  # of all words that must be function words of the language
_LEAD = 1.15  # times as many as of the next language
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ][^\W\d_]+)?")

#: Scripts that news writes one language in.
_SCRIPTS = (
    ("ko", "\uac00-\ud7a3"),
    ("ja", "\u3040-\u30ff"),
    ("th", "\u0e00-\u0e7f"),
    ("lo", "\u0e80-\u0eff"),
    ("my", "\u1000-\u109f"),
    ("km", "\u1780-\u17ff"),
    ("el", "\u0370-\u03ff\u1f00-\u1fff"),
    ("he", "\u0590-\u05ff"),
    ("hy", "\u0530-\u058f"),
    ("ka", "\u10a0-\u10ff"),
    ("am", "\u1200-\u137f"),
    ("bn", "\u0980-\u09ff"),
    ("pa", "\u0a00-\u0a7f"),
    ("gu", "\u0a80-\u0aff"),
    ("or", "\u0b00-\u0b7f"),
    ("ta", "\u0b80-\u0bff"),
    ("te", "\u0c00-\u0c7f"),
    ("kn", "\u0c80-\u0cff"),
    ("ml", "\u0d00-\u0d7f"),
    ("si", "\u0d80-\u0dff"),
    ("zh", "\u3400-\u9fff"),
)
_SCRIPT = {code: re.compile(f"[{letters}]") for code, letters in _SCRIPTS}
_LETTER = re.compile(r"[^\W\d_]")


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; ``None`` where two come close or none fits."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return None
    for code, pattern in _SCRIPT.items():
        found = len(pattern.findall(sample))
        # Japanese mixes its own letters with Chinese ones, so a fifth of them decides.
        if found > letters * (0.2 if code == "ja" else 0.5):
            return code
    return _by_function_words(sample)


def is_language(code: str) -> bool:
    """Whether that is the ISO 639-1 code of a language, in lower case."""
    return len(code) == 2 and code in Locale("en").languages


def language_code(words: str | None) -> str | None:
    """The two-letter code that a language tag ("en-US", "pt_BR") begins with."""
    if not words:
        return None
    match = re.match(r"\s*([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]+)?\s*$", words)
    return match[1].lower() if match else None


def _by_function_words(sample: str) -> str | None:
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _FEWEST_WORDS:
        return None
    counts: Counter[str] = Counter()
    for word in words:
        for code in _languages_of().get(word, ()):
            counts[code] += 1
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < len(words) * _LEAST_SHARE:
        return None
    if len(ranked) > 1 and ranked[0][1] < ranked[1][1] * _LEAD:
        return None
    return ranked[0][0]


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    source = files("whence.read").joinpath("data", "function_words.toml").read_text("utf-8")
    languages: dict[str, tuple[str, ...]] = {}
    for code, words in tomllib.loads(source).items():
        for word in dict.fromkeys(words.split()):
            languages[word] = (*languages.get(word, ()), "tl" if code == "fil" else code)
    return languages
