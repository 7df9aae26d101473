"""The sentences of a body that a headline is read against."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n+")
_WORD = re.compile(r"\w+")

MOST: Final = 4
LONGEST: Final = 90
"""Sentences and words of a passage."""


class Passages:
    """Bodies cut into sentences, and how rare their words are."""

    def __init__(self, bodies: Mapping[int, str]) -> None:
        self._sentences = {number: _cut(text) for number, text in bodies.items()}
        self._held = {
            number: [(set(words), len(words)) for words in map(_words, sentences)]
            for number, sentences in self._sentences.items()
        }
        seen: Counter[str] = Counter()
        for held in self._held.values():
            seen.update(set().union(*(words for words, _ in held)))
        self._rarity = {word: math.log(len(bodies) / count) for word, count in seen.items()}

    def best(self, body: int, headline: str) -> str:
        """Return the first sentence and those that share most with the headline, in order."""
        sentences = self._sentences[body]
        asked = set(_words(headline))
        shared = [self._shared(words & asked, count) for words, count in self._held[body]]
        ranked = sorted(range(len(sentences)), key=lambda at: (at != 0, -shared[at], at))
        chosen: list[int] = []
        room = LONGEST
        for at in ranked[:MOST]:
            room -= len(sentences[at].split())
            if chosen and (room < 0 or not shared[at]):
                break
            chosen.append(at)
        return " ".join(sentences[at] for at in sorted(chosen))

    def _shared(self, shared: set[str], count: int) -> float:
        """Return how much a sentence of so many words says of a headline by what they share."""
        return sum(self._rarity[word] for word in shared) / math.sqrt(8 + count)


def _cut(text: str) -> list[str]:
    return [found for each in _SENTENCE.split(text) if (found := " ".join(each.split()))]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
