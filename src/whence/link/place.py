"""Stories, one article at a time: which story an article belongs to, and why."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np

from whence.link.words import BACKGROUND, at_large, background_rate
from whence.model import Placed, Sketch, StoryCandidates


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOptions:
    """The measures of `place`; one setting for all ledgers, chosen as docs/linking.md tells.

    Similarities lie between 0 and 1, and days are calendar days.
    """

    threshold: float = 0.17
    #: Two stories that one article ties together are one when their articles are this alike.
    merge_threshold: float = 0.2
    probe_terms: int = 24
    candidates: int = 48
    #: The stories looked at closely, the nearest by their nearest articles.
    stories: int = 4
    days: int = 400
    nearest: int = 5
    #: How far a story whose articles are much alike asks the same likeness of a new one.
    cohesion_power: float = 0.2
    #: Less than this part of that likeness is no part of the story, whatever the threshold.
    cohesion_share: float = 0.4
    #: With fewer shared terms, two short texts are alike by chance: a town in both is no story.
    enough_terms: int = 4
    #: Likeness fades with the days between two articles, beyond the first few.
    fade_after: int = 1
    fade_days: float = 5.0
    fade_power: float = 0.2
    #: As many days are taken to lie between two articles of which one has no date.
    undated_days: int = 10


DEFAULT = PlaceOptions()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A term that an article shares with its story, and the part it has in their likeness."""

    term: str
    share: float


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article belongs: the id of a story, or ``None`` for a new one.

    `joins` are other stories that this article shows to be the same story. `score` is its
    likeness to the story that comes nearest, also where that stays below `threshold`.
    """

    story: str | None
    joins: tuple[str, ...]
    score: float
    threshold: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Near:
    """An article near the one to be placed, and how alike they are."""

    likeness: float
    sketch: Sketch


def place(
    sketch: Sketch, candidates: StoryCandidates, *, options: PlaceOptions = DEFAULT
) -> Placement:
    """The story that an article belongs to, judged by the articles that share its rare terms.

    Looks at no more than `PlaceOptions.candidates` articles, however many are held, and changes
    nothing. Equal input and equal candidates give an equal placement.
    """
    scale = _Scale(sketch, candidates)
    likeness = _Likeness(scale, options)
    stories: dict[str, list[_Near]] = defaultdict(list)
    for placed in _candidates(sketch, candidates, scale, options):
        stories[placed.story].append(_Near(likeness(sketch, placed.sketch), placed.sketch))
    if not stories:
        return Placement(None, (), 0.0, options.threshold, ())
    for found in stories.values():
        found.sort(key=lambda near: (-near.likeness, near.sketch.article))
    means = {story: _mean(found[: options.nearest]) for story, found in stories.items()}
    nearest = sorted(means, key=lambda story: (-means[story], story))[: options.stories]
    scores = {story: _linkage(stories[story], likeness, options) for story in nearest}
    ranked = sorted(scores, key=lambda story: (-scores[story], story))
    best = ranked[0]
    evidence = likeness.evidence(sketch, stories[best][0].sketch)
    if scores[best] < options.threshold:
        return Placement(None, (), scores[best], options.threshold, evidence)
    most = options.nearest
    joins = tuple(
        story
        for story in ranked[1:]
        if scores[story] >= options.merge_threshold
        and _alike(stories[best][:most], stories[story][:most], likeness) >= options.merge_threshold
    )
    return Placement(best, joins, scores[best], options.threshold, evidence)


def _candidates(
    sketch: Sketch, candidates: StoryCandidates, scale: "_Scale", options: PlaceOptions
) -> list[Placed]:
    told = {term: weight**2 * scale.squares[term] for term, weight in sketch.terms.items()}
    probe = sorted(told, key=lambda term: (-told[term], term))
    near = candidates.near(
        probe[: options.probe_terms],
        around=sketch.day,
        days=options.days,
        limit=options.candidates,
    )
    return [placed for placed in near if placed.sketch.article != sketch.article]


def _linkage(found: Sequence[_Near], likeness: "_Likeness", options: PlaceOptions) -> float:
    """How alike an article is to a story: the mean over the nearest members, by their cohesion.

    The nearest alone, because a story that runs on is joined through its latest articles. Divided
    by a power of how alike these are among each other (the power of 0.5 is the cosine to their
    centroid): where all reports of a story are nearly one text, an article that shares with them
    no more than the words of the crisis stays out.
    """
    nearest = found[: options.nearest]
    among = [likeness(a.sketch, b.sketch) for a, b in combinations(nearest, 2)]
    alike = math.fsum(among) / len(among) if among else 0.0
    mean = _mean(nearest)
    if mean < options.cohesion_share * alike:
        return 0.0
    cohesion = alike + (1 - alike) / len(nearest)
    return min(1.0, mean / float(cohesion**options.cohesion_power))


def _mean(found: Sequence[_Near]) -> float:
    return math.fsum(near.likeness for near in found) / len(found)


def _alike(one: Sequence[_Near], other: Sequence[_Near], likeness: "_Likeness") -> float:
    pairs = [likeness(a.sketch, b.sketch) for a in one for b in other]
    return math.fsum(pairs) / len(pairs)


class _Scale:
    """How much more or less a term of one article tells in this ledger than in news at large.

    A share of 1 where the ledger says nothing else: the ledger is asked for the counts of that one
    article's terms, because asking for those of all candidates was most of the time of placing.
    """

    def __init__(self, sketch: Sketch, candidates: StoryCandidates) -> None:
        counts = candidates.frequencies(sketch.terms)
        # The article itself is one more that holds its terms.
        whole = candidates.articles() + 1 + BACKGROUND
        self.squares: dict[str, float] = {}
        for term in sketch.terms:
            held = counts.get(term, 0) + 1 + BACKGROUND * background_rate(term)
            share = -math.log(min(1.0, held / whole)) / max(at_large(term), _LEAST_RARITY)
            self.squares[term] = share**2


#: So that a word of nearly every article has a share at all.
_LEAST_RARITY = 0.01


class _Likeness:
    """The cosine of two sketches by what their terms tell, fading with the days between them."""

    def __init__(self, scale: _Scale, options: PlaceOptions) -> None:
        self._squares = scale.squares
        self._options = options
        self._lengths: dict[str, float] = {}

    def __call__(self, one: Sketch, other: Sketch) -> float:
        squares, held = self._squares, one.terms
        parts = [
            held[term] * weight * squares.get(term, 1.0)
            for term, weight in other.terms.items()
            if term in held
        ]
        if not parts:
            return 0.0
        like = math.fsum(parts) / (self._length(one) * self._length(other))
        like *= min(1.0, len(parts) / self._options.enough_terms)
        return min(1.0, like) * self._fading(one.day, other.day)

    def evidence(self, one: Sketch, other: Sketch, most: int = 8) -> tuple[Evidence, ...]:
        """The terms that make the two alike, the strongest first."""
        shares = {
            term: one.terms[term] * other.terms[term] * self._squares.get(term, 1.0)
            for term in one.terms.keys() & other.terms.keys()
        }
        whole = math.fsum(shares.values()) or 1.0
        ranked = sorted(shares, key=lambda term: (-shares[term], term))
        return tuple(Evidence(term, shares[term] / whole) for term in ranked[:most])

    def _length(self, sketch: Sketch) -> float:
        """The length of a sketch, which is 1 in news at large, by what the terms tell here."""
        length = self._lengths.get(sketch.article)
        if length is None:
            squares = self._squares
            less = [
                weight**2 * (squares[term] - 1)
                for term, weight in sketch.terms.items()
                if term in squares
            ]
            length = math.sqrt(max(_LEAST_SQUARE, 1 + math.fsum(less)))
            self._lengths[sketch.article] = length
        return length

    def _fading(self, one: date | None, other: date | None) -> float:
        options = self._options
        days = options.undated_days
        if one is not None and other is not None:
            days = abs((one - other).days)
        late = max(0, days - options.fade_after)
        return float((1 + late / options.fade_days) ** -options.fade_power)


_LEAST_SQUARE = 1e-6


def cosine(one: bytes, other: bytes) -> float:
    """The cosine of two vectors of signed bytes; 0 where one is empty or they do not fit."""
    if not one or len(one) != len(other):
        return 0.0
    a = np.frombuffer(one, dtype=np.int8).astype(np.float32)
    b = np.frombuffer(other, dtype=np.int8).astype(np.float32)
    whole = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float(a @ b) / whole if whole else 0.0
