"""The candidates of a stream of articles, held in memory."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from whence.link import EXAMINED_AT, Placement, parts
from whence.model import Placed, Sketch
from whence.store.candidates import INDEXED_TERMS


class Shelf:
    """What linking asks of a ledger, answered in full: no posting is left out."""

    def __init__(self) -> None:
        self._placed: dict[str, Placed] = {}
        self._held: Counter[str] = Counter()
        self._holding: dict[str, list[str]] = defaultdict(list)
        self._members: dict[str, list[str]] = defaultdict(list)

    def articles(self) -> int:
        return len(self._placed)

    def frequencies(self, terms: Collection[str]) -> Mapping[str, int]:
        return {term: self._held[term] for term in terms if term in self._held}

    def near(
        self, terms: Mapping[str, float], *, around: date | None, days: int, limit: int
    ) -> Sequence[Placed]:
        shared: dict[str, float] = defaultdict(float)
        for term, telling in terms.items():
            for held in self._holding.get(term, ()):
                shared[held] += telling
        found = [
            self._placed[held]
            for held, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))
            if around is None
            or (day := self._placed[held].sketch.day) is None
            or abs((day - around).days) <= days
        ]
        return found[:limit]

    def members(self, story: str) -> Sequence[str]:
        return self._members[story]

    def add(self, held: Sketch, placement: Placement) -> None:
        """Enter an article where it was placed, and look again at the story as adding does."""
        story = placement.story or f"story-{held.article}"
        self._placed[held.article] = Placed(held, story)
        self._members[story].append(held.article)
        self._held.update(held.terms)
        for term in list(held.terms)[:INDEXED_TERMS]:
            self._holding[term].append(held.article)
        for other in placement.joins:
            self._move(self._members.pop(other), story)
        if len(self._members[story]) in EXAMINED_AT:
            self._part(story, placement.crowd)

    def stories(self) -> Mapping[str, str]:
        return {name: placed.story for name, placed in self._placed.items()}

    def _part(self, story: str, crowd: float) -> None:
        sketches = [self._placed[name].sketch for name in self._members[story]]
        for part in parts(sketches, self, crowd=crowd)[1:]:
            self._members[story] = [name for name in self._members[story] if name not in part]
            new = f"story-{part[0]}"
            self._move(part, f"{new} of {story}" if new in self._members else new)

    def _move(self, names: Sequence[str], story: str) -> None:
        for name in names:
            self._placed[name] = replace(self._placed[name], story=story)
            self._members[story].append(name)
