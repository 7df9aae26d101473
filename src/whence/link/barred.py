"""Candidates less the stories that people hold an article out of, or one article alone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from whence.model import Placed, StoryCandidates


@dataclass(frozen=True, slots=True)
class Without:
    """Fulfils `model.StoryCandidates`: as `candidates`, with nothing of the stories `barred`."""

    candidates: StoryCandidates
    barred: frozenset[str]

    def articles(self) -> int:
        """How many articles are held, those of barred stories too."""
        return self.candidates.articles()

    def frequencies(self, terms: Collection[str]) -> Mapping[str, int]:
        """In how many articles each of `terms` occurs."""
        return self.candidates.frequencies(terms)

    def near(
        self, terms: Mapping[str, float], *, around: date | None, days: int, limit: int
    ) -> Sequence[Placed]:
        """The placed articles that share `terms`, less those of barred stories."""
        found = self.candidates.near(terms, around=around, days=days, limit=limit)
        return tuple(placed for placed in found if placed.story not in self.barred)

    def members(self, story: str) -> Sequence[str]:
        """The ids of the articles placed in `story`."""
        return self.candidates.members(story)


@dataclass(frozen=True, slots=True)
class Only:
    """Fulfils `model.StoryCandidates`: as `candidates`, with one placed article near all."""

    candidates: StoryCandidates
    placed: Placed

    def articles(self) -> int:
        """How many articles are held."""
        return self.candidates.articles()

    def frequencies(self, terms: Collection[str]) -> Mapping[str, int]:
        """In how many articles each of `terms` occurs."""
        return self.candidates.frequencies(terms)

    def near(
        self, terms: Mapping[str, float], *, around: date | None, days: int, limit: int
    ) -> Sequence[Placed]:
        """The one article, whatever is asked for."""
        del terms, around, days, limit
        return (self.placed,)

    def members(self, story: str) -> Sequence[str]:
        """The id of the one article, if that is its story."""
        return (self.placed.sketch.article,) if story == self.placed.story else ()
