"""The tag sets of the encoder's heads, in the order of its outputs."""

from __future__ import annotations

from typing import Final

ROLES: Final = ("source", "cue", "content")
KINDS: Final = ("person", "organisation", "place", "group", "misc")

ROLE_TAGS: Final = ("O", *(f"{bi}-{role}" for role in ROLES for bi in "BI"))
NAME_TAGS: Final = ("O", *(f"{bi}-{kind}" for kind in KINDS for bi in "BI"))

INSIDE: Final = "+"
"""Part of speech of a word that only continues the token before it: the "." and "S" of "U.S."."""

POS_TAGS: Final = (
    *(INSIDE, "NN", "IN", "NNP", "DT", "JJ", "NNS", ",", ".", "VBD", "RB", "PRP", "VB", "CC"),
    *("VBZ", "TO", "VBG", "VBN", "VBP", "''", "CD", "PRP$", "``", "MD", "POS", ":", "WP", "WDT"),
    *("NNPS", "WRB", "RP", "JJR", "JJS", "RBR", "-RRB-", "-LRB-", "EX", "$", "RBS", "PDT", "UH"),
    *("WP$", "FW", "LS", "SYM", "#"),
)
"""Penn Treebank tags as CoreNLP writes them, most frequent first."""


def may_follow(before: int, after: int) -> bool:
    """Say whether tag `after` may follow tag `before` in a BIO tag set with B odd and I even."""
    return after == 0 or after % 2 == 1 or before in (after, after - 1)
