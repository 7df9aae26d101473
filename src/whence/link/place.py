"""Stories, one article at a time: which story an article belongs to, and why."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from whence.link.words import background_rate
from whence.model import Placed, Sketch, StoryCandidates


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOptions:
    """The measures of `place`; one setting for all ledgers, chosen as docs/linking.md tells.

    Similarities lie between 0 and 1, and days are calendar days.
    """

    threshold: float = 0.13
    #: Two stories that one article ties together are one when their articles are this alike.
    merge_threshold: float = 0.16
    probe_terms: int = 32
    candidates: int = 64
    days: int = 400
    #: As many articles of news at large are mixed into the counts of a ledger.
    background: int = 300
    nearest: int = 5
    #: With fewer shared terms, two short texts are alike by chance: a town in both is no story.
    enough_terms: int = 4
    #: Likeness fades with the days between two articles, beyond the first few.
    fade_after: int = 3
    fade_days: float = 30.0
    fade_power: float = 0.3
    #: The part that the cosine of the articles' vectors has in likeness, above what articles of
    #: the same day and language have in common. None: it helped the sets that the setting was
    #: chosen on and harmed the others (docs/linking.md).
    vector_weight: float = 0.0
    vector_floor: float = 0.35


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


def place(
    sketch: Sketch, candidates: StoryCandidates, *, options: PlaceOptions = DEFAULT
) -> Placement:
    """The story that an article belongs to, judged by the articles that share its rare terms.

    Looks at no more than `PlaceOptions.candidates` articles, however many are held, and changes
    nothing. Equal input and equal candidates give an equal placement.
    """
    scale = _Scale(candidates, options.background)
    scale.learn(sketch.terms)
    probe = sorted(sketch.terms, key=lambda term: (-sketch.terms[term] * scale[term], term))
    near = candidates.near(
        probe[: options.probe_terms],
        around=sketch.day,
        days=options.days,
        limit=options.candidates,
    )
    others = [placed for placed in near if placed.sketch.article != sketch.article]
    scale.learn(term for placed in others for term in placed.sketch.terms)
    likeness = _Likeness(scale, options)
    stories: dict[str, list[tuple[float, Placed]]] = defaultdict(list)
    for placed in others:
        stories[placed.story].append((likeness(sketch, placed.sketch), placed))
    scores = {
        story: _linkage([like for like, _ in found], options.nearest)
        for story, found in stories.items()
    }
    ranked = sorted(scores, key=lambda story: (-scores[story], story))
    if not ranked:
        return Placement(None, (), 0.0, options.threshold, ())
    best = ranked[0]
    evidence = likeness.evidence(sketch, max(stories[best], key=_by_likeness)[1].sketch)
    if scores[best] < options.threshold:
        return Placement(None, (), scores[best], options.threshold, evidence)
    joins = tuple(
        story
        for story in ranked[1:]
        if scores[story] >= options.merge_threshold
        and _alike(stories[best], stories[story], likeness) >= options.merge_threshold
    )
    return Placement(best, joins, scores[best], options.threshold, evidence)


def _by_likeness(found: tuple[float, Placed]) -> tuple[float, str]:
    return found[0], found[1].sketch.article


def _linkage(likes: Sequence[float], nearest: int) -> float:
    """Half the mean over the nearest articles, half the mean over all.

    A story that runs on is joined through its latest articles, yet one stray article does not
    chain two stories.
    """
    ranked = sorted(likes, reverse=True)
    top = ranked[:nearest]
    return (sum(top) / len(top) + sum(ranked) / len(ranked)) / 2


def _alike(
    one: Sequence[tuple[float, Placed]],
    other: Sequence[tuple[float, Placed]],
    likeness: "_Likeness",
) -> float:
    pairs = [likeness(a.sketch, b.sketch) for _, a in one for _, b in other]
    return sum(pairs) / len(pairs)


class _Scale:
    """How much each term tells: rare terms much, those of the whole ledger little."""

    def __init__(self, candidates: StoryCandidates, background: int) -> None:
        self._candidates = candidates
        self._articles = candidates.articles()
        self._background = background
        self._weights: dict[str, float] = {}

    def learn(self, terms: Iterable[str]) -> None:
        """Ask once for the counts of all `terms`."""
        fresh = set(terms) - self._weights.keys()
        counts = self._candidates.frequencies(fresh) if fresh else {}
        # The article itself is one more that holds its terms.
        whole = self._articles + 1 + self._background
        for term in fresh:
            held = counts.get(term, 0) + 1 + self._background * background_rate(term)
            self._weights[term] = -math.log(min(1.0, held / whole))

    def __getitem__(self, term: str) -> float:
        return self._weights[term]


class _Likeness:
    """The cosine of two sketches by what their terms tell, fading with the days between them."""

    def __init__(self, scale: _Scale, options: PlaceOptions) -> None:
        self._scale = scale
        self._options = options
        self._norms: dict[str, float] = {}

    def __call__(self, one: Sketch, other: Sketch) -> float:
        shares = self._shares(one.terms, other.terms)
        like = sum(shares.values()) / (self._norm(one) * self._norm(other))
        like *= min(1.0, len(shares) / self._options.enough_terms)
        weight = self._options.vector_weight
        if weight and one.vector and other.vector:
            least = self._options.vector_floor
            meaning = max(0.0, cosine(one.vector, other.vector) - least) / (1 - least)
            like = (1 - weight) * like + weight * meaning
        return like * self._fading(one.day, other.day)

    def evidence(self, one: Sketch, other: Sketch, most: int = 8) -> tuple[Evidence, ...]:
        """The terms that make the two alike, the strongest first."""
        shares = self._shares(one.terms, other.terms)
        whole = sum(shares.values()) or 1.0
        ranked = sorted(shares, key=lambda term: (-shares[term], term))
        return tuple(Evidence(term, shares[term] / whole) for term in ranked[:most])

    def _shares(self, one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
        small, large = sorted((one, other), key=len)
        return {
            term: weight * large[term] * self._scale[term] ** 2
            for term, weight in sorted(small.items())
            if term in large
        }

    def _norm(self, sketch: Sketch) -> float:
        norm = self._norms.get(sketch.article)
        if norm is None:
            parts = ((weight * self._scale[term]) ** 2 for term, weight in sketch.terms.items())
            norm = self._norms[sketch.article] = math.sqrt(math.fsum(parts)) or 1.0
        return norm

    def _fading(self, one: date | None, other: date | None) -> float:
        if one is None or other is None:
            return 1.0
        options = self._options
        late = max(0, abs((one - other).days) - options.fade_after)
        return float((1 + late / options.fade_days) ** -options.fade_power)


def cosine(one: bytes, other: bytes) -> float:
    """The cosine of two vectors of signed bytes; 0 where one is empty or they do not fit."""
    if not one or len(one) != len(other):
        return 0.0
    a = np.frombuffer(one, dtype=np.int8).astype(np.float32)
    b = np.frombuffer(other, dtype=np.int8).astype(np.float32)
    whole = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float(a @ b) / whole if whole else 0.0
