"""Two statements held against each other: how alike they are, and in what they differ."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.link.differences import Difference, differences, numbers
from whence.link.likeness import Likeness, Scale, candidate_pairs
from whence.link.said import Said

_CLIPPED_RUN = 5  # words in one run
_CLIPPED = 0.7  # of the shorter statement
_CONTAINED = 0.97  # of the weight of its words


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that talk of the same thing, how alike they are, and in what they differ.

    `weight` is that of the stems that both have, `numbers` how many values both give.
    """

    one: Said
    other: Said
    likeness: Likeness
    differences: frozenset[Difference]
    weight: float = 0.0
    numbers: int = 0

    @property
    def shares_speaker(self) -> bool:
        """Whether both are said by one known entity."""
        return self.one.speaker is not None and self.one.speaker == self.other.speaker

    @property
    def may_share_speaker(self) -> bool:
        """Whether both are said by one entity, or one of the speakers is unknown."""
        return self.shares_speaker or None in (self.one.speaker, self.other.speaker)

    @property
    def is_clip(self) -> bool:
        """Whether one prints the other's words, in whole or clipped, and adds no matter within."""
        like = self.likeness
        return like.run >= _CLIPPED_RUN and like.clip >= _CLIPPED and like.within >= _CONTAINED


def compare(said: Sequence[Said], scale: Scale, sentences: Sequence[Said] = ()) -> tuple[Pair, ...]:
    """The pairs of statements that share telling words, in order of their ids.

    Where `sentences` are given, a statement of one sentence is held against that sentence of a
    longer one which is likest to it: what else a quotation holds is no difference.
    """
    parts: dict[str, list[Said]] = defaultdict(list)
    for sentence in sentences:
        parts[sentence.id].append(sentence)
    return tuple(_pair(one, other, parts, scale) for one, other in candidate_pairs(said, scale))


def _pair(one: Said, other: Said, parts: Mapping[str, Sequence[Said]], scale: Scale) -> Pair:
    ours, theirs = parts.get(one.id, (one,)), parts.get(other.id, (other,))
    a, b, like = one, other, scale.likeness(one, other)
    if (len(ours) > 1) != (len(theirs) > 1):
        cores = [(x, y, scale.likeness(x, y)) for x in ours for y in theirs]
        a, b, like = max(cores, key=lambda core: core[2].dice + core[2].within)
    weight = scale.whole(a.stems & b.stems)
    return Pair(one, other, like, differences(a, b), weight, len(numbers(a) & numbers(b)))
