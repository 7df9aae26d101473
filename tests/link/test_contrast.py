"""Reports that set two speakers against each other by their own "but"."""

import pytest
from tests.link.factory import PLACE, Report, Says, Who, story

from whence.link import link_story
from whence.model import Relation, RelationKind

KOLAR = Who(("Hana Kolar", "Kolar"))
OSTRIN = Who(("Pavel Ostrin", "Ostrin"))
VENTI = Who(("Carla Venti", "Venti"))
BRODEK = Who(("Brodek",), PLACE)


def found(text: str, *says: Says) -> list[Relation]:
    """What is found in one report in which these say these words."""
    known = {who.names[0]: who for who in (KOLAR, OSTRIN, VENTI, BRODEK)}
    present = tuple(who for name, who in known.items() if any(n in text for n in who.names))
    members = story(Report("The Lantern", "2024-05-01", text, who=present, says=says))
    return list(link_story(members, story="story-test").relations)


def opposed(text: str, first: str, second: str, cue: str = "insists") -> list[Relation]:
    """The same where Kolar says `first` at a distance and Ostrin `second`."""
    return found(text, Says("Hana Kolar", first, cue=cue), Says("Pavel Ostrin", second, cue="says"))


GUARDED = "the dam was guarded all night"
ASLEEP = "Kolar never sent a single guard"


def test_a_but_within_a_sentence_sets_two_speakers_against_each_other() -> None:
    text = f"Hana Kolar insists {GUARDED}, but Pavel Ostrin says {ASLEEP}."
    [relation] = opposed(text, GUARDED, ASLEEP)
    assert relation.kind is RelationKind.CONTRADICTS
    assert relation.because.reason == "contrast in the report"
    assert relation.because.passages[0].span.of(text) == text
    assert "the report itself sets Pavel Ostrin against Hana Kolar" in relation.because.words


@pytest.mark.parametrize("word", ["But", "However,", "Yet"])
def test_so_does_a_sentence_that_begins_with_it(word: str) -> None:
    text = f"Hana Kolar insists {GUARDED}.\n{word} Pavel Ostrin says {ASLEEP}."
    assert len(opposed(text, GUARDED, ASLEEP)) == 1


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (f"Hana Kolar insists {GUARDED}, and Pavel Ostrin says {ASLEEP}.", "insists"),
        (f"Hana Kolar insists {GUARDED}.\nPavel Ostrin says {ASLEEP}.", "insists"),
        (f"Hana Kolar adds {GUARDED}, but Pavel Ostrin says {ASLEEP}.", "adds"),
        (
            f"Hana Kolar insists {GUARDED}.\nIt rained.\nBut Pavel Ostrin says {ASLEEP}.",
            "insists",
        ),
    ],
    ids=["no contrast", "no contrast between sentences", "no distance", "another sentence between"],
)
def test_without_contrast_and_distance_side_by_side_nothing_is_set_against(
    text: str, cue: str
) -> None:
    assert opposed(text, GUARDED, ASLEEP, cue) == []


def test_two_who_speak_of_one_person_are_set_against_each_other() -> None:
    first, second = "Venti bullied the engineers", "Venti was merely tired of the long inquiry"
    text = f"Hana Kolar claims {first}. But Pavel Ostrin says {second}."
    assert len(opposed(text, first, second, "claims")) == 1


def test_two_who_speak_of_one_place_are_not() -> None:
    first, second = "pumps were bought for Brodek", "nobody likes the weather in Brodek"
    text = f"Hana Kolar insists {first}. But Pavel Ostrin says {second}."
    assert opposed(text, first, second) == []


def test_a_speaker_who_is_not_clear_is_set_against_nobody() -> None:
    text = f"Hana Kolar insists {GUARDED}, but some say {ASLEEP}."
    says = (Says("Hana Kolar", GUARDED, cue="insists"), Says(None, ASLEEP, cue="say"))
    assert found(text, *says) == []
