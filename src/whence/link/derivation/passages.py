"""Which runs of words stand in two texts, however their paragraphs were moved.

Greedy string tiling (Wise 1993): the longest common run first, then the longest that does not
overlap it, and so on. Runs are found by their first words, never by comparing all with all.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import heapify, heappop, heappush

from whence.link.derivation.wording import Wording
from whence.link.names import sound

#: A run of fewer words is a turn of phrase.
_LEAST_RUN = 4
#: A turn that a text repeats more often begins no run: the work stays in proportion to the texts.
_MOST_PLACES = 8
#: Runs with no more words between them in either text are one passage, changed in places.
_GAP = 4
#: What spelling and transliteration change of a word, as the share of its letters that is kept.
_SPELT_ALIKE = 0.75

Tile = tuple[int, int, int]  # index in one text, index in the other, words


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage that stands in both texts: its runs in order, as word indices of both.

    `moved` tells that it stands out of the order of the other passages.
    """

    tiles: tuple[Tile, ...]
    moved: bool = False

    @property
    def words(self) -> int:
        """How many words are the same."""
        return sum(length for _, _, length in self.tiles)

    @property
    def here(self) -> tuple[int, int]:
        """First and last index, half-open, in the first text."""
        return self.tiles[0][0], self.tiles[-1][0] + self.tiles[-1][2]

    @property
    def there(self) -> tuple[int, int]:
        """The same in the other text."""
        return self.tiles[0][1], self.tiles[-1][1] + self.tiles[-1][2]

    @property
    def is_kept(self) -> bool:
        """Whether all its words are the same."""
        return len(self.tiles) == 1


def tiles(one: Wording, other: Wording) -> list[Tile]:
    """The runs of words that both texts have, none overlapping another, in order of the first.

    Words that are spelt alike count as one between two runs that they join.
    """
    found = sorted(_tiled(one.keys, other.keys))
    taken = {place + step for _, place, length in found for step in range(length)}
    joined: list[Tile] = []
    for at, place, length in found:
        if joined and _alike_between(one.keys, other.keys, joined[-1], (at, place)):
            before = joined[-1]
            gap = at - before[0] - before[2]
            between = range(before[1] + before[2], place)
            if gap == len(between) and taken.isdisjoint(between):
                joined[-1] = (before[0], before[1], before[2] + gap + length)
                continue
        joined.append((at, place, length))
    return joined


def _tiled(one: Sequence[str], other: Sequence[str]) -> list[Tile]:
    heap = [(-length, at, place) for at, place, length in _common_runs(one, other)]
    heapify(heap)
    taken, used = bytearray(len(one)), bytearray(len(other))
    found: list[Tile] = []
    while heap:
        length, at, place = heappop(heap)
        runs = _free(taken, used, (at, place, -length))
        if runs == [(at, place, -length)]:
            taken[at : at - length] = b"\1" * -length
            used[place : place - length] = b"\1" * -length
            found.append((at, place, -length))
            continue
        for start, begin, free in runs:
            heappush(heap, (-free, start, begin))
    return found


def _common_runs(one: Sequence[str], other: Sequence[str]) -> list[Tile]:
    """All runs of both texts that cannot be made longer."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(other) - _LEAST_RUN + 1):
        places[tuple(other[place : place + _LEAST_RUN])].append(place)
    reached: dict[int, int] = {}
    runs: list[Tile] = []
    for at in range(len(one) - _LEAST_RUN + 1):
        starts = places.get(tuple(one[at : at + _LEAST_RUN]), ())
        if len(starts) > _MOST_PLACES:
            continue
        for place in starts:
            if reached.get(place - at, -1) > at:
                continue
            length = _LEAST_RUN
            while (
                at + length < len(one)
                and place + length < len(other)
                and one[at + length] == other[place + length]
            ):
                length += 1
            reached[place - at] = at + length
            runs.append((at, place, length))
    return runs


def _free(taken: bytearray, used: bytearray, tile: Tile) -> list[Tile]:
    """The parts of a run that no other has, as far as they are runs."""
    at, place, length = tile
    if not any(taken[at : at + length]) and not any(used[place : place + length]):
        return [tile]
    parts: list[Tile] = []
    start = 0
    for step in range(length + 1):
        if step == length or taken[at + step] or used[place + step]:
            if step - start >= _LEAST_RUN:
                parts.append((at + start, place + start, step - start))
            start = step + 1
    return parts


def _alike_between(
    one: Sequence[str], other: Sequence[str], before: Tile, after: tuple[int, int]
) -> bool:
    """Whether the few words between two runs are other spellings of each other."""
    ours = one[before[0] + before[2] : after[0]]
    theirs = other[before[1] + before[2] : after[1]]
    if after[1] < before[1] + before[2] or max(len(ours), len(theirs)) > _GAP:
        return False
    if not ours or not theirs:
        return not ours and not theirs
    return len(ours) == len(theirs) and all(map(_spelt_alike, ours, theirs))


def _spelt_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if not one.isalpha() or not other.isalpha() or min(len(one), len(other)) < 4:
        return False
    if sound(one) == sound(other):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SPELT_ALIKE


def passages(found: Sequence[Tile]) -> tuple[SharedPassage, ...]:
    """Runs near each other as passages, in order of the first text; those out of order are moved.

    As few words as can be are held to have moved.
    """
    groups: list[list[Tile]] = []
    for tile in sorted(found):
        if groups and _near(groups[-1][-1], tile):
            groups[-1].append(tile)
        else:
            groups.append([tile])
    shared = [SharedPassage(tuple(group)) for group in groups]
    in_order = _longest_in_order(shared)
    return tuple(
        passage if at in in_order else SharedPassage(passage.tiles, moved=True)
        for at, passage in enumerate(shared)
    )


def _near(before: Tile, after: Tile) -> bool:
    gaps = after[0] - before[0] - before[2], after[1] - before[1] - before[2]
    return all(0 <= gap <= _GAP for gap in gaps)


def _longest_in_order(shared: Sequence[SharedPassage]) -> frozenset[int]:
    """The passages with most words that stand in the same order in both texts."""
    words: list[int] = []
    before: list[int] = []
    # Where a chain ends in the other text, its words and its last passage; both numbers increase.
    chains: list[tuple[int, int, int]] = [(0, 0, -1)]
    for at, passage in enumerate(shared):
        start, end = passage.there
        _, length, last = chains[bisect_right(chains, start, key=lambda chain: chain[0]) - 1]
        words.append(length + passage.words)
        before.append(last)
        place = bisect_left(chains, end, key=lambda chain: chain[0])
        if chains[place - 1][1] >= words[at]:
            continue
        beaten = place
        while beaten < len(chains) and chains[beaten][1] <= words[at]:
            beaten += 1
        chains[place:beaten] = [(end, words[at], at)]
    kept: set[int] = set()
    at = chains[-1][2]
    while at >= 0:
        kept.add(at)
        at = before[at]
    return frozenset(kept)
