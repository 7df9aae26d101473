"""The measures by which articles are placed in stories, and how alike two sketches are by them."""

import math
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from whence.link.words import BACKGROUND, at_large, background_rate
from whence.model import Sketch, StoryCandidates


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOptions:
    """The measures of `place` and `parts`; one setting for all ledgers.

    docs/linking.md tells what they were chosen on. Likeness lies between 0 and 1, and days are
    calendar days.
    """

    threshold: float = 0.16
    #: Two stories that one article ties together are one when their articles are this alike.
    merge_threshold: float = 0.2
    #: Two parts of one story that are less alike than this are two stories.
    part_threshold: float = 0.12
    probe_terms: int = 24
    candidates: int = 48
    #: The stories looked at closely, the nearest by their nearest articles.
    stories: int = 4
    days: int = 1000
    nearest: int = 3
    #: The part that all articles found of a story have in its likeness, beside the nearest.
    share_of_all: float = 0.5
    #: How far a story whose articles are much alike asks the same likeness of a new one.
    cohesion_power: float = 0.4
    #: What an article is like to other stories, beyond the first of these, is the crisis that they
    #: have in common, and counts so many times against each of them.
    crowd_free: float = 0.03
    crowd_weight: float = 2.0
    #: Articles of the story itself that are less than this part as like as the nearest are crowd
    #: too: else a story that has grown over its crisis would have no crowd any more, and grow on.
    own_share: float = 0.5
    #: Fewer articles of other stories than this are no crowd yet, and count for what they are.
    crowd_least: int = 20
    #: In a crowd, days between tell more: so much for each e-folding of the weeks between.
    crowd_days: float = 0.25
    #: With fewer shared terms, two short texts are alike by chance: a town in both is no story.
    enough_terms: int = 8
    fade_days: float = 20.0
    fade_power: float = 0.1
    #: As many days are taken to lie between two articles of which one has no date.
    undated_days: int = 10


DEFAULT = PlaceOptions()


def days_between(one: date | None, other: date | None, options: PlaceOptions) -> int:
    """The days between two articles, or those taken where one has no date."""
    if one is None or other is None:
        return options.undated_days
    return abs((one - other).days)


def days_known(one: date | None, other: date | None) -> int:
    """The days between two articles; none where they are not known."""
    return 0 if one is None or other is None else abs((one - other).days)


def crowding(days: int, options: PlaceOptions) -> float:
    """How much more a crowd counts between articles so many days apart."""
    return 1 + options.crowd_days * math.log1p(days / 7)


class Scale:
    """How much more or less terms tell in this ledger than in news at large.

    A share of 1 where the ledger was not asked: it is asked for the counts of some terms alone,
    because asking for those of all candidates was most of the time of placing.
    """

    def __init__(self, terms: Collection[str], candidates: StoryCandidates) -> None:
        counts = candidates.frequencies(terms)
        # The article itself is one more that holds its terms.
        whole = candidates.articles() + 1 + BACKGROUND
        self.squares: dict[str, float] = {}
        for term in terms:
            at_large_held, rarity = _in_news(term)
            held = counts.get(term, 0) + 1 + at_large_held
            share = -math.log(min(1.0, held / whole)) / rarity
            self.squares[term] = share**2


@lru_cache(maxsize=50_000)
def _in_news(term: str) -> tuple[float, float]:
    """How many articles of news at large hold a term, and how rare it is there, at the least."""
    return BACKGROUND * background_rate(term), max(at_large(term), _LEAST_RARITY)


#: So that a word of nearly every article has a share at all.
_LEAST_RARITY = 0.01


class Likeness:
    """The cosine of two sketches by what their terms tell, fading with the days between them."""

    def __init__(self, scale: Scale, options: PlaceOptions) -> None:
        self._squares = scale.squares
        self._options = options
        self._lengths: dict[str, float] = {}

    def __call__(self, one: Sketch, other: Sketch) -> float:
        """How alike the two are, between 0 and 1; the same whichever comes first."""
        squares, held, others = self._squares, one.terms, other.terms
        told = squares.get
        parts = [
            held[term] * others[term] * told(term, 1.0) for term in held.keys() & others.keys()
        ]
        if not parts:
            return 0.0
        like = math.fsum(parts) / (self._length(one) * self._length(other))
        like *= min(1.0, len(parts) / self._options.enough_terms)
        return min(1.0, like) * self._fading(days_between(one.day, other.day, self._options))

    def shares(self, one: Sketch, other: Sketch) -> dict[str, float]:
        """The part that each shared term has in the likeness of the two, the strongest first."""
        shares = {
            term: one.terms[term] * other.terms[term] * self._squares.get(term, 1.0)
            for term in one.terms.keys() & other.terms.keys()
        }
        whole = math.fsum(shares.values()) or 1.0
        ranked = sorted(shares, key=lambda term: (-shares[term], term))
        return {term: shares[term] / whole for term in ranked}

    def _length(self, sketch: Sketch) -> float:
        """The length of a sketch, which is 1 in news at large, by what the terms tell here."""
        length = self._lengths.get(sketch.article)
        if length is None:
            squares, terms = self._squares, sketch.terms
            less = [
                terms[term] ** 2 * (squares[term] - 1) for term in terms.keys() & squares.keys()
            ]
            length = math.sqrt(max(_LEAST_SQUARE, 1 + math.fsum(less)))
            self._lengths[sketch.article] = length
        return length

    def _fading(self, days: int) -> float:
        return float((1 + days / self._options.fade_days) ** -self._options.fade_power)


_LEAST_SQUARE = 1e-6
