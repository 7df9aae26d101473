"""Where one voice says otherwise on a later day."""

from tests.link.factory import BODY, PERSON, PLACE, Report, Says, Who, story
from tests.link.relating import OPENED, kinds, link, ostrin, report

from whence.link import link_story
from whence.model import RelationKind


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
