"""Which statements are looked at together: all that share what tells, and few of all the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from whence.link.likeness import Scale, candidate_pairs
from whence.link.said import Said


@dataclass(frozen=True, eq=False)
class Bare:
    """A statement, as far as its stems go."""

    id: str
    stems: frozenset[str]


def pairs(told: Iterable[Iterable[str]]) -> set[tuple[int, int]]:
    said = [Bare(f"st-{at:05}", frozenset(stems)) for at, stems in enumerate(told)]
    bare = cast("Sequence[Said]", said)
    return {
        (int(one.id[3:]), int(other.id[3:])) for one, other in candidate_pairs(bare, Scale(bare))
    }


@given(st.lists(st.sets(st.sampled_from("abcdefghij"), max_size=5), max_size=12))
def test_in_a_small_story_all_are_that_share_two_stems_and_a_part_of_the_weight(
    told: list[set[str]],
) -> None:
    scale = Scale(
        cast("Sequence[Said]", [Bare(str(at), frozenset(s)) for at, s in enumerate(told)])
    )
    expected = {
        (a, b)
        for a, one in enumerate(told)
        for b, other in enumerate(told)
        if a < b and one & other
        if len(one & other) >= min(2, len(one), len(other))
        if scale.whole(one & other) >= 0.2 * min(scale.whole(one), scale.whole(other))
    }
    assert pairs(told) == expected


def test_two_words_of_the_whole_story_bring_two_statements_together_that_alone_share_both() -> None:
    gates = [("gates", f"own{n}", f"more{n}") for n in range(70)]
    villages = [("village", f"near{n}", f"far{n}") for n in range(70)]
    both = [("gates", "village", "inspected"), ("gates", "village", "opened")]
    assert pairs([*gates, *both, *villages]) == {(70, 71)}


def test_the_pairs_of_a_story_grow_with_its_statements_and_not_with_their_square() -> None:
    def whole(size: int) -> int:
        """All share three words; each shares two of its own with nine others."""
        return len(
            pairs(
                ("river", "flood", "brodek", f"own{at // 10}", f"more{at // 10}")
                for at in range(size)
            )
        )

    assert whole(400) == 400 * 9 // 2
    assert whole(800) == 2 * whole(400)
