"""Stories that turn out to be several."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.test_place import raids

from bench.shelf import Shelf
from whence.link import Placement, parts
from whence.model import Sketch


def one_story(*sketches: Sketch) -> Shelf:
    held = Shelf()
    for one in sketches:
        held.add(one, Placement("the war", (), 1.0, 0.0, ()))
    return held


def of(*towns: str) -> list[Sketch]:
    return [one for town, one in raids() if town in towns]


def test_two_raids_that_were_taken_for_one_part() -> None:
    members = of("Hadrin", "Tolgrad")
    found = parts(members, one_story(*of("Hadrin", "Osk", "Velmar", "Tolgrad")), crowd=0.05)
    assert sorted(map(sorted, found)) == sorted(
        sorted(one.article for one in of(town)) for town in ("Hadrin", "Tolgrad")
    )


def test_the_largest_part_comes_first_and_keeps_the_story() -> None:
    members = [*of("Hadrin"), *of("Tolgrad")[:2]]
    stays, goes = parts(members, one_story(*members), crowd=0.1)
    assert set(stays) == {one.article for one in of("Hadrin")}
    assert len(goes) == 2


def test_reports_of_one_raid_stay_together() -> None:
    assert len(parts(of("Osk"), one_story(*of("Osk", "Velmar")), crowd=0.0)) == 1


def test_one_article_alone_is_no_story_of_its_own() -> None:
    members = [*of("Hadrin"), of("Tolgrad")[0]]
    assert len(parts(members, one_story(*members), crowd=0.1)) == 1


def test_what_people_hold_together_stays_together() -> None:
    here, there = of("Hadrin"), of("Tolgrad")
    bound = [frozenset((here[0].article, there[0].article))]
    members = [*here, *there]
    found = parts(members, one_story(*members), crowd=0.1, together=bound)
    holding = [part for part in found if here[0].article in part]
    assert there[0].article in holding[0]


@settings(deadline=None, max_examples=15)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_members_does_not_matter(random: Random) -> None:
    members = of("Hadrin", "Osk", "Tolgrad")
    held = one_story(*members)
    shuffled = list(members)
    random.shuffle(shuffled)
    assert parts(shuffled, held, crowd=0.05) == parts(members, held, crowd=0.05)


@given(st.integers(0, 16))
def test_every_member_is_in_one_part(size: int) -> None:
    members = [one for _, one in raids()][:size]
    found = parts(members, one_story(*members), crowd=0.05) if members else ()
    assert sorted(name for part in found for name in part) == sorted(m.article for m in members)
