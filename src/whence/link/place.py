"""Stories, one article at a time: which story an article belongs to, and why."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from whence.link.placing import (
    DEFAULT,
    Likeness,
    PlaceOptions,
    Scale,
    crowding,
    days_known,
)
from whence.model import Placed, Sketch, StoryCandidates

_SHOWN_TERMS = 8


@dataclass(frozen=True, slots=True)
class Evidence:
    """A term that an article shares with its story, and the part it has in their likeness."""

    term: str
    share: float


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article belongs: the id of a story, or ``None`` for a new one.

    `joins` are other stories that this article shows to be the same story. `score` is its
    likeness to the story that comes nearest, also where that stays below `threshold`; `crowd` is
    what was taken off it because other stories are as like, before it counts for more over days.
    """

    story: str | None
    joins: tuple[str, ...]
    score: float
    threshold: float
    evidence: tuple[Evidence, ...]
    crowd: float = 0.0


@dataclass(frozen=True, slots=True)
class _Near:
    """An article near the one to be placed, and how alike they are."""

    likeness: float
    sketch: Sketch


@dataclass(frozen=True, slots=True)
class _Score:
    """How alike an article is to a story, less its part in a crowd of stories."""

    score: float
    crowd: float


def place(
    sketch: Sketch, candidates: StoryCandidates, *, options: PlaceOptions = DEFAULT
) -> Placement:
    """The story that an article belongs to, judged by the articles that share its rare terms.

    Looks at no more than `PlaceOptions.candidates` articles, however many are held, and changes
    nothing. Equal input and equal candidates give an equal placement.
    """
    scale = Scale(sketch.terms, candidates)
    likeness = Likeness(scale, options)
    stories: dict[str, list[_Near]] = defaultdict(list)
    for placed in _candidates(sketch, candidates, scale, options):
        like = likeness(sketch, placed.sketch)
        if like:
            stories[placed.story].append(_Near(like, placed.sketch))
    if not stories:
        return Placement(None, (), 0.0, options.threshold, ())
    for found in stories.values():
        found.sort(key=lambda near: (-near.likeness, near.sketch.article))
    means = {story: _mean(found[: options.nearest]) for story, found in stories.items()}
    nearest = sorted(means, key=lambda story: (-means[story], story))[: options.stories]
    scores = {story: _score(sketch, story, stories, likeness, options) for story in nearest}
    ranked = sorted(scores, key=lambda story: (-scores[story].score, story))
    best = ranked[0]
    shares = likeness.shares(sketch, stories[best][0].sketch)
    evidence = tuple(Evidence(term, share) for term, share in list(shares.items())[:_SHOWN_TERMS])
    score, crowd = scores[best].score, scores[best].crowd
    if score < options.threshold:
        return Placement(None, (), score, options.threshold, evidence, crowd)
    joins = tuple(
        story
        for story in ranked[1:]
        if scores[story].score >= options.merge_threshold
        and _alike(stories[best], stories[story], likeness) - crowd >= options.merge_threshold
    )
    return Placement(best, joins, score, options.threshold, evidence, crowd)


def _candidates(
    sketch: Sketch, candidates: StoryCandidates, scale: Scale, options: PlaceOptions
) -> list[Placed]:
    told = {term: weight**2 * scale.squares[term] for term, weight in sketch.terms.items()}
    probe = sorted(told, key=lambda term: (-told[term], term))[: options.probe_terms]
    near = candidates.near(
        {term: told[term] for term in probe},
        around=sketch.day,
        days=options.days,
        limit=options.candidates,
    )
    return [placed for placed in near if placed.sketch.article != sketch.article]


def _score(
    sketch: Sketch,
    story: str,
    stories: dict[str, list[_Near]],
    likeness: Likeness,
    options: PlaceOptions,
) -> _Score:
    """How alike an article is to a story, beyond what it is like to the other stories.

    The mean over the nearest members and over all that were found, because a story that runs on
    is joined through its latest articles, and the nearest alone chained all reports of a war to
    one story. Divided by a power of how alike the nearest are among each other (the power of 0.5
    is the cosine to their centroid): where all reports of a story are nearly one text, an article
    that shares with them no more than the words of the crisis stays out. What the articles of
    other stories are like is that crisis, and is taken off.
    """
    found = stories[story]
    nearest = found[: options.nearest]
    least = options.own_share * _mean(nearest)
    others = [
        near.likeness
        for name, each in stories.items()
        for near in each
        if name != story or near.likeness < least
    ]
    crowd = math.fsum(others) / max(options.crowd_least, len(others)) - options.crowd_free
    crowd = options.crowd_weight * max(0.0, crowd)
    days = min(days_known(sketch.day, near.sketch.day) for near in nearest)
    whole = options.share_of_all
    mean = (1 - whole) * _mean(nearest) + whole * _mean(found)
    among = [likeness(a.sketch, b.sketch) for a, b in combinations(nearest, 2)]
    alike = math.fsum(among) / len(among) if among else 0.0
    cohesion = alike + (1 - alike) / len(nearest)
    like = min(1.0, mean / float(cohesion**options.cohesion_power))
    return _Score(max(0.0, like - crowd * crowding(days, options)), crowd)


def _mean(found: Sequence[_Near]) -> float:
    return math.fsum(near.likeness for near in found) / len(found)


#: The articles of each of two stories that are compared when an article is near both.
_COMPARED = 5


def _alike(one: Sequence[_Near], other: Sequence[_Near], likeness: Likeness) -> float:
    pairs = [likeness(a.sketch, b.sketch) for a in one[:_COMPARED] for b in other[:_COMPARED]]
    return math.fsum(pairs) / len(pairs)


def cosine(one: bytes, other: bytes) -> float:
    """The cosine of two vectors of signed bytes; 0 where one is empty or they do not fit."""
    if not one or len(one) != len(other):
        return 0.0
    a = np.frombuffer(one, dtype=np.int8).astype(np.float32)
    b = np.frombuffer(other, dtype=np.int8).astype(np.float32)
    whole = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float(a @ b) / whole if whole else 0.0
