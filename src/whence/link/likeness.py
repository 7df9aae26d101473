"""How alike two statements are: shared words by how much they tell, runs of words, vectors."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from whence.link.place import cosine
from whence.link.said import Said
from whence.link.words import rarity

#: A stem that more statements of a story hold says little of which belong together: only two such
#: at once, of which no more hold both, bring a pair to be looked at.
_MOST_HOLDERS = 60
_RAREST = 6
_LEAST_SHARED = 2
_RUNS_WITHIN = 0.3  # of the weight of the shorter: less holds no run worth counting
_LEAST_PART = 0.2  # of the weight of the shorter statement
_LEAST_WHOLE = 0.35  # the same, where common stems are counted too
#: As many statements at large stand beside those of a story, so that a small one has a scale.
_AT_LARGE = 20


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two statements are; all parts but `run` lie between 0 and 1.

    `dice` and `within` weigh the shared stems against both statements and against the shorter.
    `run` is the longest run of words that both have, `clip` the part of the shorter that it makes.
    """

    dice: float
    within: float
    vector: float
    run: int
    clip: float


class Scale:
    """What each stem tells in a story: rare in the news, and not in every statement of it."""

    def __init__(self, said: Sequence[Said]) -> None:
        self._statements = len(said)
        self._held = Counter(stem for one in said for stem in one.stems)
        self._weights: dict[str, float] = {}
        self._of: dict[Said, float] = {}

    def __call__(self, stem: str) -> float:
        """The weight of a stem, above 0."""
        weight = self._weights.get(stem)
        if weight is None:
            weight = self._weights[stem] = self._weight(stem)
        return weight

    def _weight(self, stem: str) -> float:
        in_story = math.log((self._statements + _AT_LARGE) / (self._held[stem] + 1))
        return math.sqrt(rarity(stem) * (in_story + 0.5)) + 0.1

    def whole(self, stems: Iterable[str]) -> float:
        """The weight of several stems together."""
        return math.fsum(map(self, stems))

    def of(self, said: Said) -> float:
        """The weight of all that a statement is about, computed once for each."""
        weight = self._of.get(said)
        if weight is None:
            weight = self._of[said] = self.whole(said.stems)
        return weight

    def within(self, one: Said, other: Said) -> float:
        """The share of the shorter statement's weight that both have."""
        least = min(self.of(one), self.of(other))
        return self.whole(one.stems & other.stems) / least if least else 0.0

    def likeness(self, one: Said, other: Said) -> Likeness:
        """How alike the contents of two statements are; runs are looked for in like ones only."""
        shared = self.whole(one.stems & other.stems)
        weights = sorted((self.of(one), self.of(other)))
        within = shared / weights[0] if weights[0] else 0.0
        run = longest_run(one.forms, other.forms) if within >= _RUNS_WITHIN else 0
        shortest = min(len(one.forms), len(other.forms))
        return Likeness(
            dice=2 * shared / sum(weights) if weights[1] else 0.0,
            within=within,
            vector=max(0.0, cosine(one.statement.vector, other.statement.vector)),
            run=run,
            clip=run / shortest if shortest else 0.0,
        )


def candidate_pairs(said: Sequence[Said], scale: Scale) -> Iterator[tuple[Said, Said]]:
    """The pairs of statements that share stems worth a look, each once, in order of their ids.

    Their number grows with the statements that share rare stems, or two that are rare together, not
    with the square of all. A pair must share two stems, or all of the shorter, and a part of the
    weight of either.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(said):
        for found in one.stems:
            holders[found].append(index)
    rare = {found: at for found, at in holders.items() if 1 < len(at) <= _MOST_HOLDERS}
    together = _held_together(said, {f: len(at) for f, at in holders.items() if len(at) > 1})
    whole = [scale.of(one) for one in said]
    for index, one in enumerate(said):
        shared: dict[int, list[float]] = defaultdict(list)
        for found in one.stems:
            weight = scale(found)
            for other in rare.get(found, ()):
                if other > index:
                    shared[other].append(weight)
        near = {*shared, *(other for other in together.get(index, ()) if other > index)}
        for at in sorted(near):
            other_one, weights, least = said[at], shared.get(at, ()), min(whole[index], whole[at])
            if one.id == other_one.id:
                continue
            enough = len(weights) >= min(_LEAST_SHARED, len(one.stems), len(other_one.stems))
            # The weight of stems that many statements hold is not counted here, so less will do.
            if enough and math.fsum(weights) >= _LEAST_PART * least:
                yield one, other_one
                continue
            stems = one.stems & other_one.stems
            if len(stems) >= _LEAST_SHARED and scale.whole(stems) >= _LEAST_WHOLE * least:
                yield one, other_one


def _held_together(said: Sequence[Said], held: Mapping[str, int]) -> Mapping[int, Collection[int]]:
    """By statement, those that share two stems of which each is common and both are rare together.

    Looks at the rarest common stems of a statement alone: what two have in common besides a word
    of the whole story is mostly among them.
    """
    of: list[list[tuple[str, str]]] = []
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, one in enumerate(said):
        common = (stem for stem in one.stems if held.get(stem, 0) > _MOST_HOLDERS)
        rarest = sorted(common, key=lambda stem: (held[stem], stem))[:_RAREST]
        of.append(list(combinations(sorted(rarest), 2)))
        for pair in of[index]:
            holders[pair].append(index)
    return {
        index: {at for pair in pairs if len(holders[pair]) <= _MOST_HOLDERS for at in holders[pair]}
        for index, pairs in enumerate(of)
        if pairs
    }


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """The length in words of the longest run that both have."""
    longest = 0
    before: dict[int, int] = {}
    places: dict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(other):
        places[form].append(index)
    for form in one:
        here = {index: before.get(index - 1, 0) + 1 for index in places.get(form, ())}
        longest = max(longest, max(here.values(), default=0))
        before = here
    return longest
