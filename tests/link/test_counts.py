"""Counts of one thing: which clash, which move, and which have nothing to do with each other."""

from tests.link.relating import found, kinds, kolar, link, ostrin, report, rescue

from whence.model import RelationKind


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
