"""Where claims are backed, and where they are only repeated."""

import pytest
from tests.link.factory import BODY, PLACE, Report, Says, Who, story
from tests.link.relating import OPENED, kinds, kolar, link, ostrin, report, ruled

from whence.link import link_story
from whence.model import RelationKind


def test_backing_from_an_origin_of_ones_own_supports() -> None:
    linked = link(
        report("The Lantern", "2024-05-01", kolar("water reached the market hall", told="the BBC")),
        report(
            "Coast Mail",
            "2024-05-01",
            ostrin(
                "brown flood water reached the old market hall of Brodek before dawn",
                told="France 24",
            ),
        ),
    )
    [relation] = linked.relations
    text = {claim.id: claim.text for claim in linked.claims}
    assert relation.kind is RelationKind.SUPPORTS
    assert text[relation.b] == "water reached the market hall"


def test_relaying_one_origin_is_no_support() -> None:
    assert (
        kinds(
            report("The Lantern", "2024-05-01", kolar("water reached the market hall")),
            report(
                "Coast Mail",
                "2024-05-01",
                ostrin("brown flood water reached the old market hall of Brodek before dawn"),
            ),
        )
        == []
    )


IMAGES = Who(("satellite images",), BODY)
SHOWN = "brown water and timber pouring through two open gates towards the mill at Brodek"


def backing(words: str, cue: str) -> list[str]:
    """The reasons for which what Kolar says is backed by images."""
    linked = ruled(kolar(OPENED), (IMAGES, Says("satellite images", words, cue=cue)))
    return [r.because.reason for r in linked.relations if r.kind is RelationKind.SUPPORTS]


def test_data_back_what_somebody_says_of_his_own_knowledge() -> None:
    assert backing(SHOWN, "showed") == ["data"]


@pytest.mark.parametrize("cue", ["apparently show", "confirmed", "courtesy of"])
def test_what_is_only_said_of_data_backs_nothing(cue: str) -> None:
    assert backing(SHOWN, cue) == []


def test_data_do_not_show_what_is_not_there() -> None:
    assert backing(f"no {SHOWN}", "showed") == []


NORLAND = Who(("Norland's government",), BODY, role="Norland's government", stands_for="gov:NO")
SUDRIA = Who(("Sudria's government",), BODY, role="Sudria's government", stands_for="gov:SE")
COUNTRIES = (
    Who(("Norland",), PLACE, stands_for="gov:NO"),
    Who(("Sudria",), PLACE, stands_for="gov:SE"),
)


def acts(ours: str, theirs: str, *, told: tuple[str, str] = ("the BBC", "France 24")) -> list[str]:
    """The reasons for which one of two governments backs the other's word."""
    members = [
        Report(
            outlet,
            "2024-05-01",
            f"{who.names[0]} speaks: {words}. {channel}. Norland and Sudria are neighbours.",
            who=(who, *COUNTRIES),
            says=(Says(who.names[0], words, told=channel),),
        )
        for outlet, who, words, channel in (
            ("The Lantern", NORLAND, ours, told[0]),
            ("Coast Mail", SUDRIA, theirs, told[1]),
        )
    ]
    linked = link_story(story(*members), story="story-test")
    return [r.because.reason for r in linked.relations if r.kind is RelationKind.SUPPORTS]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "it has shared flood forecasts with Sudria for a year",
            "it receives flood forecasts from Norland every morning",
        ),
        (
            "it exchanged harbour pilots with Sudria after the storm",
            "harbour pilots are exchanged with Norland each spring",
        ),
        (
            "it sold forty diesel pumps to Sudria last winter",
            "the diesel pumps were bought from Norland before the flood",
        ),
    ],
)
def test_what_both_sides_of_an_act_tell_is_backed(ours: str, theirs: str) -> None:
    assert acts(ours, theirs) == ["both sides of an act"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "it has shared flood forecasts with Sudria for a year",
            "it has shared flood forecasts with everybody for a year",
        ),
        (
            "it has shared flood forecasts with Sudria for a year",
            "it never received flood forecasts from Norland",
        ),
        (
            "it sold forty diesel pumps to Sudria last winter",
            "it receives flood forecasts from Norland every morning",
        ),
        (
            "it sold forty diesel pumps to Sudria last winter",
            "the diesel pumps were sold to Norland before the flood",
        ),
    ],
    ids=["does not name the other", "denies it", "another thing", "sells as well"],
)
def test_other_words_of_the_two_are_no_backing(ours: str, theirs: str) -> None:
    assert acts(ours, theirs) == []


def test_both_sides_of_an_act_from_one_origin_are_no_backing() -> None:
    shared = "it has shared flood forecasts with Sudria for a year"
    received = "it receives flood forecasts from Norland every morning"
    assert acts(shared, received, told=("the BBC", "the BBC")) == []
