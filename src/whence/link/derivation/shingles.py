"""The marks of a text: few shingles of it, chosen so that a shared run shares one at least.

Winnowing after Schleimer, Wilkerson and Aiken (SIGMOD 2003): of every `WINDOW` neighbouring
shingles of `SHINGLE` words the one with the least hash is kept, so that two texts with a run of
``WINDOW + SHINGLE - 1`` words in common have a mark in common, and chance decides below that.
"""

from collections.abc import Sequence
from hashlib import blake2b

from whence.link.derivation.wording import Wording
from whence.model import MARK_BYTES, Fingerprint

#: What made the marks; those of another version are made anew.
SCHEME = "winnow 1"
SHINGLE = 5  # words
WINDOW = 8  # shingles


def marks(keys: Sequence[str]) -> list[tuple[int, int]]:
    """The marks of a text with the index of the word that each begins at, in order."""
    hashes = [
        int.from_bytes(
            blake2b(
                " ".join(keys[at : at + SHINGLE]).encode("utf-8", "surrogatepass"),
                digest_size=MARK_BYTES,
            ).digest()
        )
        for at in range(len(keys) - SHINGLE + 1)
    ]
    if not hashes:
        return []
    width = min(WINDOW, len(hashes))
    chosen: list[tuple[int, int]] = []
    best = -1
    for end in range(width, len(hashes) + 1):
        start = end - width
        if best < start:
            best = min(range(start, end), key=lambda at: (hashes[at], -at))
        elif hashes[end - 1] <= hashes[best]:
            best = end - 1
        if not chosen or chosen[-1][0] != best:
            chosen.append((best, hashes[best]))
    return chosen


def fingerprint(wording: Wording) -> Fingerprint:
    """The marks of an article's body."""
    found = sorted({mark for _, mark in marks(wording.keys)})
    return Fingerprint(wording.article.id, tuple(found))
