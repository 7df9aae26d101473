"""Where one voice says otherwise on a later day."""

from tests.link.factory import BODY, PERSON, PLACE, Report, Says, Who, story
from tests.link.relating import OPENED, Told, alike, kinds, kolar, link, ostrin, report

from whence.link import link_story
from whence.model import Modality, RelationKind


def test_a_change_of_mind_is_a_revision_and_no_contradiction() -> None:
    linked = link(
        report("The Lantern", "2024-05-01", ostrin("the harbour will not be closed to ferries")),
        report("Coast Mail", "2024-05-04", ostrin("the harbour will be closed to ferries")),
    )
    [relation] = linked.relations
    text = {claim.id: claim.text for claim in linked.claims}
    assert relation.kind is RelationKind.REVISES
    assert text[relation.a] == "the harbour will be closed to ferries"


def test_the_organs_of_one_government_count_as_one_speaker() -> None:
    ministry = Who(("the Foreign Ministry",), BODY, stands_for="gov:IT")
    minister = Who(("Carla Venti",), PERSON, stands_for="gov:IT")
    assert kinds(
        report(
            "The Lantern",
            "2024-05-01",
            (ministry, Says("the Foreign Ministry", "ferries will not stop at Brodek harbour")),
        ),
        report(
            "Coast Mail",
            "2024-05-04",
            (minister, Says("Carla Venti", "ferries will stop at Brodek harbour")),
        ),
    ) == [RelationKind.REVISES]


def test_ministers_of_a_country_in_no_register_are_one_government() -> None:
    premier = Who(("Anna Holt",), role="Norland's prime minister")
    minister = Who(("Jan Brek",), role="Norland's Water Minister")
    norland = Who(("Norland",), PLACE)
    first = "two gates of the upper sluice were not opened during the night"
    assert [
        relation.kind
        for relation in link_story(
            story(
                Report(
                    "The Lantern",
                    "2024-05-01",
                    f"Norland's Water Minister Jan Brek speaks: {first}.",
                    who=(minister, norland),
                    says=(Says("Jan Brek", first),),
                ),
                Report(
                    "Coast Mail",
                    "2024-05-04",
                    f"Norland's prime minister Anna Holt speaks: {OPENED}.",
                    who=(premier, norland),
                    says=(Says("Anna Holt", OPENED),),
                ),
            ),
            story="story-test",
        ).relations
    ] == [RelationKind.REVISES]


WELCOME = "the council would welcome rescue pumps from Brodek for the flooded quay"
NOT_ASKED = "the council has not asked for rescue pumps from Brodek for the flooded quay"


def taken(first: Told, later: Told, days: tuple[str, str]) -> list[tuple[RelationKind, str]]:
    """What two statements make of each other that mean much the same to the language model."""
    members = alike(report("The Lantern", days[0], first), report("Coast Mail", days[1], later))
    linked = link_story(members, story="story-test")
    text = {claim.id: claim.text for claim in linked.claims}
    return [(relation.kind, text[relation.a]) for relation in linked.relations]


def test_another_position_on_a_later_day_is_a_development_in_the_order_of_saying() -> None:
    open_to_it = kolar(WELCOME, modality=Modality.CONDITIONAL)
    days = ("2024-05-01", "2024-05-03")
    assert taken(open_to_it, kolar(NOT_ASKED), days) == [(RelationKind.REVISES, NOT_ASKED)]
    assert taken(kolar(NOT_ASKED), open_to_it, days) == [(RelationKind.REVISES, WELCOME)]


def test_two_positions_of_one_day_or_of_two_speakers_are_none() -> None:
    open_to_it = kolar(WELCOME, modality=Modality.CONDITIONAL)
    assert taken(open_to_it, kolar(NOT_ASKED), ("2024-05-01", "2024-05-01")) == []
    assert taken(open_to_it, ostrin(NOT_ASKED), ("2024-05-01", "2024-05-03")) == []


def test_the_same_position_later_is_no_development() -> None:
    again = "the council asked for rescue pumps from Brodek for the flooded quay once more"
    asked = "the council asked for rescue pumps from Brodek for the flooded harbour quay"
    assert taken(kolar(asked), kolar(again), ("2024-05-01", "2024-05-03")) == []


def test_one_speaker_against_himself_on_one_day_is_a_contradiction() -> None:
    closed = "the harbour was closed to ferries during the storm night"
    assert kinds(
        report("The Lantern", "2024-05-01", ostrin(closed)),
        report("Coast Mail", "2024-05-01", ostrin(closed.replace("was", "was not"))),
    ) == [RelationKind.CONTRADICTS]
