"""Where claims clash, where they change, and where nothing is to be seen."""

from collections.abc import Sequence
from dataclasses import replace

from tests.link.factory import BODY, PERSON, PLACE, Report, Says, Who, story

from whence.link import link_story
from whence.model import Inference, Linked, Modality, Relation, RelationKind, Stance

OSTRIN = Who(("Pavel Ostrin", "Ostrin"))
KOLAR = Who(("Hana Kolar", "Kolar"))
RESCUE = Who(("the rescue service",), BODY)
Told = tuple[Who, Says]


def report(outlet: str, day: str, *told: Told, **more: object) -> Report:
    lines = [f"{who.names[0]} speaks: {says.words}." for who, says in told]
    extra = [f"{says.told}." for _, says in told if says.told]
    text = f"{outlet} of {day}.\n" + "\n".join(lines + extra)
    places = (Who(("Brodek",), PLACE), Who(("Lenitz",), PLACE))
    present = tuple(place for place in places if place.names[0] in text)
    everybody = tuple(dict.fromkeys(who for who, _ in told))
    says = tuple(says for _, says in told)
    return Report(outlet, day, text, who=(*everybody, *present), says=says, **more)  # type: ignore[arg-type]


def ostrin(words: str, **more: object) -> Told:
    return OSTRIN, Says("Pavel Ostrin", words, **more)  # type: ignore[arg-type]


def kolar(words: str, **more: object) -> Told:
    return KOLAR, Says("Hana Kolar", words, **more)  # type: ignore[arg-type]


def rescue(words: str, *figures: tuple[str, int | None, int | None, str | None]) -> Told:
    return RESCUE, Says("the rescue service", words, figures=figures)


def link(*reports: Report) -> Linked:
    return link_story(story(*reports), story="story-test")


def found(*reports: Report) -> list[Relation]:
    return list(link(*reports).relations)


def kinds(*reports: Report) -> list[RelationKind]:
    return [relation.kind for relation in found(*reports)]


OPENED = "two gates of the upper sluice were opened during the night"


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


def test_a_toll_that_rises_is_a_revision() -> None:
    linked = link(
        report(
            "The Lantern",
            "2024-05-01",
            rescue("four people were killed in the flood", ("four", 4, 4, "people")),
        ),
        report(
            "Coast Mail",
            "2024-05-03",
            kolar("nine people died in the flood", figures=(("nine", 9, 9, "people"),)),
        ),
    )
    [relation] = linked.relations
    text = {claim.id: claim.text for claim in linked.claims}
    assert (relation.kind, relation.because.reason) == (RelationKind.REVISES, "figure")
    assert text[relation.a].startswith("nine")


def test_tolls_of_one_day_that_do_not_fit_contradict() -> None:
    assert kinds(
        report(
            "The Lantern",
            "2024-05-01",
            rescue("four people were killed in the flood", ("four", 4, 4, "people")),
        ),
        report(
            "Coast Mail",
            "2024-05-01",
            kolar("nine people died in the flood", figures=(("nine", 9, 9, "people"),)),
        ),
    ) == [RelationKind.CONTRADICTS]


def test_bounds_that_fit_do_not_clash() -> None:
    assert (
        kinds(
            report(
                "The Lantern",
                "2024-05-01",
                rescue(
                    "at least four people were killed in the flood",
                    ("at least four", 4, None, "people"),
                ),
            ),
            report(
                "Coast Mail",
                "2024-05-01",
                kolar("nine people died in the flood", figures=(("nine", 9, 9, "people"),)),
            ),
        )
        == []
    )


def test_a_part_does_not_clash_with_the_total() -> None:
    assert (
        kinds(
            report(
                "The Lantern",
                "2024-05-01",
                rescue(
                    "nine people were killed, including three children",
                    ("nine", 9, 9, "people"),
                    ("three", 3, 3, "people"),
                ),
            ),
            report(
                "Coast Mail",
                "2024-05-01",
                kolar("nine people were killed in the flood", figures=(("nine", 9, 9, "people"),)),
            ),
        )
        == []
    )


def test_some_that_were_among_the_dead_do_not_clash_with_the_dead() -> None:
    total = rescue("80 people were killed in Brodek", ("80", 80, 80, "people"))
    part = kolar(
        "three foreigners were among the people killed in Brodek",
        figures=(("three", 3, 3, "people killed"),),
    )
    assert not found(
        report("The Lantern", "2024-05-01", total), report("Coast Mail", "2024-05-01", part)
    )


def test_the_dead_and_the_wounded_are_counted_apart() -> None:
    assert (
        kinds(
            report(
                "The Lantern",
                "2024-05-01",
                rescue("four people were killed in the flood", ("four", 4, 4, "people")),
            ),
            report(
                "Coast Mail",
                "2024-05-01",
                kolar("nine people were wounded in the flood", figures=(("nine", 9, 9, "people"),)),
            ),
        )
        == []
    )


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


def test_some_of_the_wounded_do_not_clash_with_all_of_them() -> None:
    all_of_them = rescue("27 people were wounded in the flood", ("27", 27, 27, "people"))
    some = kolar(
        "four people with serious wounds were brought to Brodek",
        figures=(("four", 4, 4, "people"),),
    )
    assert (
        kinds(
            report("The Lantern", "2024-05-01", all_of_them),
            report("Coast Mail", "2024-05-01", some),
        )
        == []
    )


def test_a_part_that_is_more_than_the_total_clashes_with_it() -> None:
    total = rescue("four people were killed in the valley", ("four", 4, 4, "people"))
    part = kolar("nine people were killed in Brodek alone", figures=(("nine", 9, 9, "people"),))
    assert kinds(
        report("The Lantern", "2024-05-01", total), report("Coast Mail", "2024-05-01", part)
    ) == [RelationKind.CONTRADICTS]


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


def test_a_days_count_and_one_of_all_days_do_not_clash() -> None:
    assert (
        kinds(
            report(
                "The Lantern",
                "2024-05-02",
                rescue("crews cleared 12 wells on Thursday", ("12", 12, 12, "wells")),
            ),
            report(
                "Coast Mail",
                "2024-05-04",
                rescue("crews have so far cleared 50 wells", ("50", 50, 50, "wells")),
            ),
        )
        == []
    )


def test_nobody_and_as_many_as_eleven_do_not_fit_together() -> None:
    [relation] = found(
        report(
            "The Lantern",
            "2024-05-01",
            kolar("as many as 11 people had been killed", figures=(("11", None, 11, "people"),)),
        ),
        report(
            "Coast Mail",
            "2024-05-01",
            ostrin("no people were killed", figures=(("no", 0, 0, "people"),)),
        ),
    )
    assert (relation.kind, relation.because.reason) == (RelationKind.CONTRADICTS, "figure")


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


class Ruling:
    """A model that finds every pair to be a contradiction, and keeps what it was asked."""

    digest = "ruling"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def read(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Inference]:
        self.asked += pairs
        return [Inference(0.02, 0.03, 0.95)] * len(pairs)


VECTOR = bytes([100] * 8)


def ruled(one: Told, other: Told, model: Ruling | None) -> Linked:
    members = [
        replace(
            member,
            statements=tuple(replace(each, vector=VECTOR) for each in member.statements),
        )
        for member in story(
            report("The Lantern", "2024-05-01", one), report("Coast Mail", "2024-05-01", other)
        )
    ]
    return link_story(members, story="story-test", entailment=model)


def test_a_model_is_asked_both_ways_about_bare_sentences_in_one_call() -> None:
    model = Ruling()
    words = "the upper sluice was kept under guard"
    linked = ruled(kolar(f"that {OPENED}"), ostrin(f"“{words}”"), model)
    first, second = f"{OPENED[0].upper()}{OPENED[1:]}.", f"{words[0].upper()}{words[1:]}."
    assert set(model.asked) == {(first, second), (second, first)}
    [relation] = linked.relations
    assert (relation.kind, relation.because.reason) == (RelationKind.CONTRADICTS, "inference")


def test_a_model_is_not_asked_about_what_commits_nobody() -> None:
    model = Ruling()
    open_words = kolar("the upper sluice may be kept under guard", modality=Modality.POSSIBLE)
    assert ruled(open_words, ostrin(OPENED), model).relations == ()
    assert model.asked == []


def test_data_back_what_somebody_says_of_his_own_knowledge() -> None:
    images = Who(("satellite images",), BODY)
    shown = "brown water and timber pouring through two open gates towards the mill at Brodek"
    [relation] = [
        each
        for each in ruled(kolar(OPENED), (images, Says("satellite images", shown)), None).relations
        if each.kind is RelationKind.SUPPORTS
    ]
    assert relation.because.reason == "data"


def test_data_do_not_show_what_is_not_there() -> None:
    images = Who(("satellite images",), BODY)
    shown = "no brown water and timber pouring through two open gates towards the mill"
    found = ruled(kolar(OPENED), (images, Says("satellite images", shown)), None).relations
    assert RelationKind.SUPPORTS not in {each.kind for each in found}
