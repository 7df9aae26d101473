"""Pairs of reported contents of one campaign: repeated, clipped, or merely related.

The published sets ask of two sentences that are known to speak of one situation. Two statements of
one story mostly speak of two: a reader that has seen only the former calls whatever differs a
contradiction. So contents of PolNeAR's training part that share telling words, and say neither the
same nor the reverse by their words, are neutral to each other; a content that another holds word
for word follows from it; two wordings in nearly the same words follow from each other. The labels
are silver: no person read them.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from train.corpora import records
from train.entail.pairs import INFERENCES, Pair
from whence.link.inference import as_sentence
from whence.link.lexicon import opposites
from whence.link.words import content_stems, rarity, words

SHORTEST, LONGEST = 4, 45
"""Words of a content."""
_HOLDERS = 60
_RELATED = (0.3, 0.6)  # of the weight of the shorter
_LITTLE = 0.4  # of the weight of both
_ALIKE = 0.8
_CLIPPED = 0.75  # of the longer's words
_NEGATION = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|neither|nor|without|den(?:y|ie[sd]))\b|n[’']t\b"
)


@dataclass(frozen=True, eq=False)
class Content:
    """What somebody is reported to have said, as a sentence."""

    article: str
    text: str

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(form.lower() for form, _ in words(self.text))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems that carry matter."""
        return frozenset(content_stems(self.forms))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Its numerals."""
        return frozenset(form for form in self.forms if form[0].isdecimal())

    @cached_property
    def negations(self) -> int:
        """How often it negates."""
        return len(_NEGATION.findall(self.text.lower()))

    @cached_property
    def sides(self) -> frozenset[tuple[int, int]]:
        """The sides of opposites that it uses."""
        return frozenset(side for form in self.forms for side in opposites().get(form, ()))

    @cached_property
    def weight(self) -> float:
        """How much its stems tell."""
        return sum(map(rarity, sorted(self.stems)))


def reported(path: Path, most: int) -> list[Pair]:
    """Return at most `most` pairs of each set, "repeated", "clipped" and "related", by digest."""
    found: dict[str, list[Pair]] = defaultdict(list)
    for one, other in _candidates(list(_contents(path))):
        for pair in _judged(one, other):
            found[pair.set].append(pair)
    return [pair for name in sorted(found) for pair in sorted(found[name], key=_lot)[:most]]


def _contents(path: Path) -> Iterator[Content]:
    seen = set()
    for record in records(path):
        for attribution in record["attributions"]:
            parts = [record["text"][start:end] for start, end in attribution["content"]]
            content = Content(record["id"], as_sentence(" ".join(parts)))
            if content.text not in seen and SHORTEST <= len(content.forms) <= LONGEST:
                seen.add(content.text)
                yield content


def _candidates(contents: Sequence[Content]) -> Iterator[tuple[Content, Content]]:
    """Yield pairs that share two stems that few contents hold, each once."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, content in enumerate(contents):
        for stem in content.stems:
            holders[stem].append(index)
    for index, content in enumerate(contents):
        shared: dict[int, int] = defaultdict(int)
        for stem in content.stems:
            if len(holders[stem]) <= _HOLDERS:
                for other in holders[stem]:
                    shared[other] += other > index
        yield from ((content, contents[at]) for at, count in sorted(shared.items()) if count > 1)


def _judged(one: Content, other: Content) -> Iterator[Pair]:
    """Yield what is known of a pair by its words, in both directions."""
    longer, shorter = (one, other) if len(one.forms) >= len(other.forms) else (other, one)
    shared = sum(map(rarity, sorted(one.stems & other.stems)))
    dice = 2 * shared / (one.weight + other.weight)
    within = shared / min(one.weight, other.weight)
    if f" {' '.join(shorter.forms)} " in f" {' '.join(longer.forms)} ":
        if len(shorter.forms) < _CLIPPED * len(longer.forms) and not _reversed(one, other):
            yield _pair(longer, shorter, "entailment", "clipped")
            yield _pair(shorter, longer, "neutral", "clipped")
    elif dice >= _ALIKE and one.numbers == other.numbers and not _reversed(one, other):
        yield _pair(one, other, "entailment", "repeated")
        yield _pair(other, one, "entailment", "repeated")
    elif _RELATED[0] <= within <= _RELATED[1] and dice <= _LITTLE and not _reversed(one, other):
        yield _pair(one, other, "neutral", "related")
        yield _pair(other, one, "neutral", "related")


def _reversed(one: Content, other: Content) -> bool:
    """Whether the words alone may turn the one against the other."""
    turned = any((number, 1 - side) in other.sides for number, side in one.sides)
    return turned or one.negations != other.negations


def _pair(premise: Content, hypothesis: Content, label: str, name: str) -> Pair:
    return Pair(premise.text, hypothesis.text, {"inference": INFERENCES.index(label)}, name)


def _lot(pair: Pair) -> bytes:
    return hashlib.sha256(f"{pair.premise}\n{pair.hypothesis}".encode()).digest()
