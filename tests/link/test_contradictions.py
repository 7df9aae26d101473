"""Where claims clash, and where nothing is to be seen."""

import pytest
from tests.link.factory import BODY, PLACE, Report, Says, Who, story
from tests.link.relating import (
    KOLAR,
    OPENED,
    OSTRIN,
    alike,
    found,
    kinds,
    kolar,
    link,
    ostrin,
    report,
)

from whence.link import link_story
from whence.model import Modality, RelationKind, Stance


def test_a_negation_by_another_speaker_contradicts() -> None:
    [relation] = found(
        report("The Lantern", "2024-05-01", kolar(OPENED)),
        report(
            "Coast Mail",
            "2024-05-01",
            ostrin("no gates of the upper sluice were opened during the night"),
        ),
    )
    assert relation.kind is RelationKind.CONTRADICTS
    assert relation.because.reason == "polarity"


def test_a_denial_contradicts_what_it_denies_and_comes_first() -> None:
    linked = link(
        report("The Lantern", "2024-05-01", kolar(OPENED)),
        report(
            "Coast Mail",
            "2024-05-01",
            ostrin(f"that {OPENED}", stance=Stance.DENIES),
        ),
    )
    [relation] = linked.relations
    text = {claim.id: claim.text for claim in linked.claims}
    assert relation.kind is RelationKind.CONTRADICTS
    assert text[relation.a] == f"that {OPENED}"


def test_the_passages_of_a_relation_show_the_words_that_clash() -> None:
    members = story(
        report("The Lantern", "2024-05-01", kolar(OPENED)),
        report("Coast Mail", "2024-05-01", ostrin(f"that {OPENED}", stance=Stance.DENIES)),
    )
    text = {member.article.id: member.article.text for member in members}
    [relation] = link_story(members, story="story-test").relations
    shown = [passage.span.of(text[passage.article]) for passage in relation.because.passages]
    assert shown == [f"that {OPENED}", OPENED]
    assert "Ostrin" in relation.because.words


def test_opposites_contradict() -> None:
    assert kinds(
        report("The Lantern", "2024-05-01", kolar("the upper sluice was open all night")),
        report("Coast Mail", "2024-05-01", ostrin("the upper sluice was closed all night")),
    ) == [RelationKind.CONTRADICTS]


def test_a_rule_and_its_exception_do_not_clash() -> None:
    assert (
        kinds(
            report(
                "The Lantern", "2024-05-01", kolar("ferries may not carry fuel across the strait")
            ),
            report(
                "Coast Mail",
                "2024-05-01",
                ostrin("ferries may carry fuel across the strait if escorted"),
            ),
        )
        == []
    )


def test_ready_to_consider_and_not_planning_do_not_clash_by_their_words() -> None:
    assert (
        kinds(
            report(
                "The Lantern",
                "2024-05-01",
                kolar(
                    "the ministry is ready to consider asking Brodek for pumps",
                    modality=Modality.POSSIBLE,
                ),
            ),
            report(
                "Coast Mail",
                "2024-05-01",
                ostrin(
                    "the ministry is not planning to ask Brodek for pumps",
                    modality=Modality.INTENTION,
                ),
            ),
        )
        == []
    )


def test_would_welcome_and_has_not_asked_do_not_clash() -> None:
    assert (
        kinds(
            report(
                "The Lantern",
                "2024-05-01",
                kolar("the council would welcome pumps from Brodek", modality=Modality.CONDITIONAL),
            ),
            report(
                "Coast Mail",
                "2024-05-01",
                ostrin("the council has not asked for pumps from Brodek"),
            ),
        )
        == []
    )


def test_another_place_is_another_matter() -> None:
    assert (
        kinds(
            report(
                "The Lantern", "2024-05-01", kolar("the market hall in Brodek was flooded at dawn")
            ),
            report(
                "Coast Mail",
                "2024-05-01",
                ostrin("the market hall in Lenitz was not flooded at dawn"),
            ),
        )
        == []
    )


def test_a_report_of_contradiction_is_evidence_with_its_own_words() -> None:
    text = (
        "Hana Kolar said the council was ready to consider a new ferry.\n"
        "However, Pavel Ostrin later appeared to contradict Kolar, saying nobody wanted ferries."
    )
    member = Report(
        "The Lantern",
        "2024-05-01",
        text,
        who=(OSTRIN, KOLAR),
        says=(
            Says(
                "Hana Kolar",
                "the council was ready to consider a new ferry",
                modality=Modality.POSSIBLE,
            ),
            Says("Pavel Ostrin", "nobody wanted ferries"),
        ),
    )
    [relation] = found(member)
    assert relation.kind is RelationKind.CONTRADICTS
    assert relation.because.reason == "report of contradiction"
    shown = relation.because.passages[0].span.of(text)
    assert shown == "However, Pavel Ostrin later appeared to contradict Kolar, saying "


@pytest.mark.parametrize("outlet", ["The Lantern", "Coast Mail", "Brodek Post", "Lenitz Sun"])
def test_whom_somebody_contradicts_is_not_what_he_says_against_him(outlet: str) -> None:
    text = (
        "Hana Kolar said the council was ready to consider a new ferry.\n"
        "Pavel Ostrin later contradicted Councillor Kolar, saying there was no money."
    )
    member = Report(
        outlet,
        "2024-05-01",
        text,
        who=(OSTRIN, KOLAR),
        says=(
            Says("Hana Kolar", "the council was ready to consider a new ferry"),
            Says("Pavel Ostrin", "Councillor Kolar", stance=Stance.DENIES, cue="contradicted"),
            Says("Pavel Ostrin", "there was no money"),
        ),
    )
    linked = link(member)
    [relation] = linked.relations
    words = {claim.id: claim.text for claim in linked.claims}
    assert {words[relation.a], words[relation.b]} == {
        "there was no money",
        "the council was ready to consider a new ferry",
    }


def test_a_report_that_they_do_not_contradict_is_none() -> None:
    text = "Kolar said ferries run.\nOstrin did not contradict Kolar, saying ships sail."
    member = Report(
        "The Lantern",
        "2024-05-01",
        text,
        who=(Who(("Ostrin",)), Who(("Kolar",))),
        says=(Says("Kolar", "ferries run"), Says("Ostrin", "ships sail")),
    )
    assert found(member) == []


def test_the_bare_name_of_a_thing_is_neither_asserted_nor_denied() -> None:
    assert (
        kinds(
            report("The Lantern", "2024-05-01", kolar("the military moves of the coastal fleet")),
            report(
                "Coast Mail",
                "2024-05-01",
                ostrin("the moves of the coastal fleet", stance=Stance.REJECTS),
            ),
        )
        == []
    )


def test_what_is_only_ordered_or_asked_is_not_said_to_be_so() -> None:
    assert (
        kinds(
            report("The Lantern", "2024-05-01", kolar("the crew was told to open two gates")),
            report("Coast Mail", "2024-05-01", ostrin("no gates were opened at all")),
        )
        == []
    )


def test_one_sentence_of_a_long_quotation_may_clash() -> None:
    quotation = "“Not one sluice gate was opened. Whoever says so plays with the grief of Brodek”"
    assert kinds(
        report("The Lantern", "2024-05-01", kolar("two sluice gates were opened at midnight")),
        report("Coast Mail", "2024-05-01", ostrin(quotation)),
    ) == [RelationKind.CONTRADICTS]


def test_calling_claims_untrue_denies_them() -> None:
    [relation] = found(
        report("The Lantern", "2024-05-01", kolar("the upper sluice was opened by the night crew")),
        report(
            "Coast Mail",
            "2024-05-01",
            ostrin("claims that the upper sluice was opened by the night crew are untrue"),
        ),
    )
    assert relation.kind is RelationKind.CONTRADICTS


def test_officials_of_a_country_in_no_register_are_one_with_it_wherever_they_are_named() -> None:
    premier = Who(("Anna Holt", "Holt"), role="Norland's prime minister")
    norland = Who(("Norland",), PLACE)
    denial = "that it had opened the sluice gates above Brodek"
    accusation = "Holt ordered crews to flood Brodek and opened the sluice gates above the town"
    linked = link_story(
        alike(
            Report(
                "The Lantern",
                "2024-05-01",
                f"Norland's government says: {denial}. Norland's prime minister, Anna Holt.",
                who=(Who(("Norland's government",), BODY), premier, norland),
                says=(Says("Norland's government", denial, stance=Stance.DENIES),),
            ),
            Report(
                "Coast Mail",
                "2024-05-01",
                f"Hana Kolar speaks: {accusation}. She meant Norland's prime minister Anna Holt.",
                who=(KOLAR, premier),
                says=(Says("Hana Kolar", accusation),),
            ),
        ),
        story="story-test",
    )
    [relation] = linked.relations
    assert relation.kind is RelationKind.CONTRADICTS
    assert "of Norland's government" in relation.because.words


def test_the_day_and_the_place_of_a_story_are_not_what_is_denied() -> None:
    norland = Who(("Norland",), PLACE)
    body = Who(("Norland's government",), BODY)

    def relations(said: str) -> list[RelationKind]:
        denial = "that it had opened the sluice gates of the dam on Tuesday evening"
        linked = link_story(
            alike(
                Report(
                    "The Lantern",
                    "2024-05-01",
                    f"Norland's government says: {denial}. So says Norland.",
                    who=(body, norland),
                    says=(Says("Norland's government", denial, stance=Stance.DENIES),),
                ),
                Report(
                    "Coast Mail",
                    "2024-05-01",
                    f"Hana Kolar speaks: {said}.",
                    who=(KOLAR, body),
                    says=(Says("Hana Kolar", said),),
                ),
            ),
            story="story-test",
        )
        return [relation.kind for relation in linked.relations]

    assert relations("Norland's government opened the sluice gates of the dam") != []
    assert relations("Norland's government counted the dead of Tuesday evening") == []
