"""Strangers' characters made harmless to look at, in pages and on terminals alike."""

import re

# Overrides, embeddings and isolates (Unicode Standard Annex 9, 2.1 to 2.5) can show words in an
# order that they do not have; the marks LRM, RLM and ALM cannot and are left alone.
_OVERRIDES = {
    "\u202d": "[LRO]",
    "\u202e": "[RLO]",
    "\u202a": "",
    "\u202b": "",
    "\u202c": "",
    "\u2066": "",
    "\u2067": "",
    "\u2068": "",
    "\u2069": "",
}
# C0 and C1 controls start escape sequences on terminals and are no characters of HTML; lone
# surrogates cannot be encoded in UTF-8 at all.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

# Latin, Greek and Cyrillic with their signs, general punctuation, arrows and currencies: all that
# stands before Hebrew, which is the first script from right to left, and no formatting character.
_PLAIN = re.compile(
    "[\\t\\n\\r -~\\u00a0-\\u058f\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20cf\\u2190-\\u21ff]*"
)


def neutral(text: str) -> str:
    """The words of `text` with nothing in it that reorders, hides or commands.

    Direction overrides are shown by name, embeddings and isolates dropped (who shows the text
    isolates it), and control characters and lone surrogates become U+FFFD.
    """
    return _HARMFUL.sub(lambda found: _OVERRIDES.get(found[0], "\ufffd"), text)


def plain(text: str) -> bool:
    """Whether all of `text` runs from left to right, so that it needs no isolation on a page."""
    return _PLAIN.fullmatch(text) is not None


def one_line(text: str) -> str:
    """The words of `text` with every run of white space as one space."""
    return " ".join(text.split())


def clipped(text: str, limit: int) -> str:
    """`text` on one line of at most `limit` characters, cut between words with an ellipsis."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > limit // 2 else head).rstrip(" ,;:–—-") + "…"
