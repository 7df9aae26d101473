"""What may not be learnt and asked at once: topics, and the part that each belongs to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final, Literal

Part = Literal["train", "tune", "held"]

HELD: Final = 20
TUNED: Final = 10
"""Per cent of the topics that are reported on, and that are chosen by."""


def topics(links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for every name that of its topic: all that links join, by its first name."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        above.setdefault(name, name)
        while above[name] != name:
            above[name] = above[above[name]]
            name = above[name]
        return name

    for one, other in links:
        first, second = sorted((top(one), top(other)))
        above[second] = first
    return {name: top(name) for name in above}


def by_topic(topic: str) -> Part:
    """Return the part that a topic belongs to, by its digest: the same on every machine."""
    number = digest_part(topic, 100)
    if number < HELD:
        return "held"
    return "tune" if number < HELD + TUNED else "train"


def digest_part(text: str, parts: int) -> int:
    """Return a number from 0 up to `parts` that depends on the text alone."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6]) % parts
