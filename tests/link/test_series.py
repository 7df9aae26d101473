"""What reports count, over time: one measure a series, each value on somebody's word."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.factory import BODY, Report, Says, Who, annotated, story
from tests.link.relating import KOLAR, OSTRIN, kolar, ostrin, report, rescue

from whence.link import link_story
from whence.model import Annotated, Extent, Figure, Point, Series, Span, Word, content_id

People = tuple[str, int | None, int | None, str | None]


def series(*members: Annotated) -> tuple[Series, ...]:
    return link_story(members, story="story-test").series


def of(*reports: Report) -> list[Series]:
    return list(series(*story(*reports)))


def values(one: Series) -> list[tuple[object, object]]:
    return [(point.low, point.high) for point in one.points]


def four(outlet: str, day: str, **more: object) -> Report:
    words = "four people were killed in the flood"
    return report(outlet, day, ostrin(words, figures=(("four", 4, 4, "people"),), **more))


def test_counts_of_one_thing_are_one_series_in_order_of_time() -> None:
    [toll] = of(
        report(
            "Coast Mail",
            "2024-05-03",
            kolar("nine people died in the flood", figures=(("nine", 9, 9, "people"),)),
        ),
        four("The Lantern", "2024-05-01"),
    )
    assert values(toll) == [(4, 4), (9, 9)]
    assert [point.as_of.isoformat() for point in toll.points if point.as_of] == [
        "2024-05-01",
        "2024-05-03",
    ]
    assert toll.measure.outcome == "killed"
    assert [point.clashes for point in toll.points] == [(), ()]


def test_what_cannot_hold_on_one_day_is_marked_on_both_sides() -> None:
    [toll] = of(
        four("The Lantern", "2024-05-01"),
        report(
            "Coast Mail",
            "2024-05-01",
            kolar("nine people died in the flood", figures=(("nine", 9, 9, "people"),)),
        ),
    )
    first, second = toll.points
    assert first.clashes == second.figures
    assert second.clashes == first.figures


def test_one_speakers_two_counts_of_a_day_do_not_clash() -> None:
    [toll] = of(
        four("The Lantern", "2024-05-01"),
        report(
            "Coast Mail",
            "2024-05-01",
            ostrin("nine people died in the flood", figures=(("nine", 9, 9, "people"),)),
        ),
    )
    assert not any(point.clashes for point in toll.points)


def test_a_reprint_is_no_second_count() -> None:
    [toll] = of(four("The Lantern", "2024-05-01"), four("Coast Mail", "2024-05-01"))
    [point] = toll.points
    assert len(point.figures) == len(point.articles) == 2


def again(first: dict[str, str], second: dict[str, str]) -> Word:
    """How Kolar's count stands to Ostrin's of the same value the day before."""
    words = "four people were killed in the flood"
    figures = (("four", 4, 4, "people"),)
    [toll] = of(
        report("The Lantern", "2024-05-01", ostrin(words, figures=figures, **first)),
        report("Coast Mail", "2024-05-02", kolar(words, figures=figures, **second)),
    )
    assert toll.points[0].word is Word.FIRST
    return toll.points[1].word


def test_another_voice_of_another_known_origin_is_independent() -> None:
    assert again({"told": "the BBC"}, {"told": "France 24"}) is Word.INDEPENDENT


def test_another_voice_of_the_same_origin_repeats() -> None:
    assert again({"via": "Reuters"}, {"via": "Reuters"}) is Word.REPEATED


def test_another_voice_of_unknown_origin_is_not_traced() -> None:
    assert again({"told": "the BBC"}, {}) is Word.NOT_TRACED


def test_the_same_voice_repeats_itself() -> None:
    [toll] = of(four("The Lantern", "2024-05-01"), four("Coast Mail", "2024-05-02"))
    assert [point.word for point in toll.points] == [Word.FIRST, Word.REPEATED]


def test_the_count_of_a_day_is_told_from_that_of_all_days() -> None:
    found = of(
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
    assert [(point.extent, point.low) for point in found[0].points] == [
        (Extent.DAILY, 12),
        (Extent.CUMULATIVE, 50),
    ]


def test_a_days_count_and_one_of_all_days_do_not_clash_on_that_day() -> None:
    days = "crews cleared 12 wells on Thursday"
    all_of_them = "crews have so far cleared 50 wells"
    [wells] = of(
        report("The Lantern", "2024-05-02", rescue(days, ("12", 12, 12, "wells"))),
        report("Coast Mail", "2024-05-02", kolar(all_of_them, figures=(("50", 50, 50, "wells"),))),
    )
    assert not any(point.clashes for point in wells.points)


def test_when_it_was_said_is_not_the_day_that_is_counted() -> None:
    words = "the number of people killed at four"
    member = Report(
        "The Lantern",
        "2024-05-02",
        f"The rescue service put {words} on Tuesday.",
        who=(Who(("The rescue service",), BODY),),
        says=(Says("The rescue service", words, figures=(("four", 4, 4, "people"),)),),
    )
    [toll] = of(member)
    assert [point.extent for point in toll.points] == [Extent.OPEN]


def whole_and_part(part: int) -> tuple[Series, Series]:
    words = f"nine people were killed, including {part} children"
    figures = (("nine", 9, 9, "people killed"), (str(part), part, part, "children"))
    found = of(report("The Lantern", "2024-05-01", kolar(words, figures=figures)))
    [some] = [one for one in found if one.points[0].extent is Extent.PART]
    [total] = [one for one in found if one.points[0].extent is not Extent.PART]
    return total, some


def test_a_part_points_to_its_whole_and_does_not_clash_with_it() -> None:
    total, some = whole_and_part(3)
    assert some.part_of == total.id
    assert total.part_of is None
    assert not some.points[0].clashes


def test_a_part_that_is_more_than_its_whole_is_marked() -> None:
    total, some = whole_and_part(30)
    assert some.points[0].clashes == total.points[0].figures


def own(member: Annotated, printed: str, value: int, what: str) -> Annotated:
    """The article with a figure that it gives on its own word."""
    start = member.article.text.index(printed)
    span = Span(start, start + len(printed))
    figure = Figure(
        content_id("fig", member.article.id, span), member.article.id, span, value, value, what=what
    )
    return replace(member, figures=(*member.figures, figure))


def test_an_outlets_own_count_stands_beside_those_of_its_speakers() -> None:
    text = "Nine people died in the flood.\nPavel Ostrin says four people died in the flood."
    words = "four people died in the flood"
    says = Says("Pavel Ostrin", words, figures=(("four", 4, 4, "people"),))
    member = annotated(Report("The Lantern", "2024-05-01", text, who=(OSTRIN,), says=(says,)))
    [toll] = series(own(member, "Nine", 9, "people"))
    said = {point.low: (point.speaker is None, point.statement is None) for point in toll.points}
    assert said == {9: (True, True), 4: (False, False)}
    assert all(point.clashes for point in toll.points)


def test_how_far_a_count_moved_is_no_count() -> None:
    member = annotated(four("The Lantern", "2024-05-01"))
    moved = tuple(replace(figure, change="up", difference=True) for figure in member.figures)
    assert series(replace(member, figures=moved)) == ()


def test_the_dead_and_the_wounded_are_two_series() -> None:
    words = "four people were killed and nine people were wounded"
    figures: tuple[People, ...] = (("four", 4, 4, "people"), ("nine", 9, 9, "people"))
    found = of(report("The Lantern", "2024-05-01", kolar(words, figures=figures)))
    assert {one.measure.outcome: values(one) for one in found} == {
        "killed": [(4, 4)],
        "wounded": [(9, 9)],
    }


DAYS = ("2024-05-01", "2024-05-02", "2024-05-03")
COUNTS = st.lists(
    st.tuples(st.sampled_from(DAYS), st.sampled_from([OSTRIN, KOLAR]), st.integers(1, 40)),
    min_size=1,
    max_size=8,
)


@settings(deadline=None, max_examples=40)
@given(COUNTS, st.randoms())
def test_every_figure_is_in_one_point_whatever_the_order(
    counts: list[tuple[str, Who, int]], chance: object
) -> None:
    reports = []
    for number, (day, who, count) in enumerate(counts):
        words = f"{count} people were killed in the flood"
        says = Says(who.names[0], words, figures=((str(count), count, count, "people"),))
        reports.append(report(f"Paper {number}", day, (who, says)))
    members = story(*reports)
    found = series(*members)
    figures = [figure.id for member in members for figure in member.figures]
    points: list[Point] = [point for one in found for point in one.points]
    assert sorted(name for point in points for name in point.figures) == sorted(figures)
    for one in found:
        firsts = {point.figures[0]: point for point in one.points}
        for point in one.points:
            for name in point.clashes:
                assert point.figures[0] in firsts[name].clashes
    chance.shuffle(members)  # type: ignore[attr-defined]
    assert series(*members) == found
