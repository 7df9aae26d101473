"""What is reported in numbers: how many of what, where, as of when, on whose word."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whence.model import (
    Basis,
    Figure,
    Form,
    Moment,
    Precision,
    Span,
    Stance,
    Statement,
)

Find = Callable[..., tuple[Figure, ...]]
SENTENCES = [
    json.loads(line)
    for line in (Path(__file__).parent / "sentences.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["text"][:50])
def test_a_sentence_reports_these_figures_and_no_others(find: Find, case: dict[str, Any]) -> None:
    text = case["text"]
    found = [
        {
            "words": figure.span.of(text),
            "low": figure.low,
            "high": figure.high,
            "unit": figure.unit,
            "what": figure.what,
            "approximate": figure.approximate,
        }
        for figure in find(text, case["tags"])
    ]
    assert found == case["figures"]


@pytest.mark.parametrize(
    "text",
    [
        "In 1998, on the 3rd of May, at 10:35, she was 45 years old.",
        "Aged 31, he flew an F-16 and a MiG-29 to the G20.",
        "Dial 555-2014 or +49 30 1234567890.",
        "See part 4 of Resolution 2254, and No. 7.",
        "It ended 3-2, then 24/7 chaos on 9/11.",
        "No one knows, one must wait, and one of them will tell another one.",
        "The two sides met; these four left.",
        "file_2 and user@3 and #4 and 1.2.3",
    ],
)
def test_numbers_that_count_nothing_are_no_figures(find: Find, text: str) -> None:
    assert [figure.span.of(text) for figure in find(text)] == []


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("3\u00a0million\u00a0euros", 3_000_000, 3_000_000, "EUR"),
        ("€\u00a05\u00a0bn", 5_000_000_000, 5_000_000_000, "EUR"),
        ("5\u202f000 dollars", 5_000, 5_000, "USD"),
        ("between $5 and $8 million", 5_000_000, 8_000_000, "USD"),
        ("2-3 million litres", 2_000_000, 3_000_000, "litre"),
        ("minus 5 degrees", -5, -5, "degree"),
        ("half a dozen tonnes", 6, 6, "tonne"),
        ("no less than 10 percent", 10, None, "percent"),
        ("less than 10 percent", None, 10, "percent"),
        ("12 miles\r\n", 12, 12, "mile"),
    ],
)
def test_values_and_units_however_they_are_spaced(
    find: Find, words: str, low: float | None, high: float | None, unit: str
) -> None:
    text = f"😀 It took {words} then."
    (figure,) = find(text)
    assert (figure.low, figure.high, figure.unit) == (low, high, unit)
    assert figure.span.of(text) == words.strip()


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Rents rose by 5 percent to 20 percent.", [("up", True), ("up", False)]),
        ("The toll fell from 10 to 7.", [(None, False), ("down", False)]),
        ("The council raised its bid on Monday to $12 million.", [("up", False)]),
        ("A 9 percent drop in sales was told.", [("down", True)]),
        ("The price fell below $6,000.", [("down", False)]),
        ("The mayor is up 3 points.", [("up", True)]),
        ("The rate went up to 5 percent.", [("up", False)]),
        ("Bread is 10 percent cheaper.", [("down", True)]),
        ("The index rose 120 points, or 0.7 percent.", [("up", True), ("up", True)]),
        ("Rents rose by more than 20 to 80.", [("up", True), ("up", False)]),
        ("It gave $5, down from $9.", [("down", False), (None, False)]),
    ],
)
def test_a_change_has_a_direction_and_is_either_how_far_or_where_to(
    find: Find, text: str, moves: list[tuple[str | None, bool]]
) -> None:
    assert [(figure.change, figure.difference) for figure in find(text)] == moves


@pytest.mark.parametrize(
    "text",
    [
        "He dropped 12 bombs on the town.",
        "Gunmen cut the access to 3 villages.",
        "The boy fell 15 feet.",
        "Prices grew for 5 years.",
        "Up to 5 percent of the crop is lost.",
        "They raised $5 million.",
        "It made up 60 percent.",
        "He mowed down dozens of people.",
    ],
)
def test_a_word_of_change_beside_a_figure_is_not_always_its_change(find: Find, text: str) -> None:
    assert [figure.change for figure in find(text)] == [None]


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("between 8% and 15.5%", 8, 15.5, "percent"),
        ("1% to 3%", 1, 3, "percent"),
        ("more than a mile", 1, None, "mile"),
        ("a century and a half", 1.5, 1.5, "century"),
        ("four-and-a-half years", 4.5, 4.5, "year"),
        ("half an hour", 0.5, 0.5, "hour"),
        ("three-quarters of a mile", 0.75, 0.75, "mile"),
        ("3.8 billion light-years", 3_800_000_000, 3_800_000_000, "light-year"),
        ("42C", 42, 42, "degree Celsius"),
        ("5 million pounds", 5_000_000, 5_000_000, "GBP"),
        ("not exceed 5 euros", None, 5, "EUR"),
        ("a couple of hundred tonnes", 200, 200, "tonne"),
        ("hundreds of acres", 200, 999, "acre"),
        ("4 and a half minutes", 4.5, 4.5, "minute"),
    ],
)
def test_measures_in_the_words_of_the_news(
    find: Find, words: str, low: float | None, high: float | None, unit: str
) -> None:
    text = f"It may take {words} then."
    (figure,) = find(text)
    assert figure.span.of(text) == words
    assert (figure.low, figure.high, figure.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("More than a third were absent.", 0.3333),
        ("One in every five was hurt.", 0.2),
        ("Sales fell by half.", 0.5),
        ("Nearly half said no.", 0.5),
    ],
)
def test_a_share_needs_no_whole_beside_it(find: Find, text: str, share: float) -> None:
    (figure,) = find(text)
    assert share in (figure.low, figure.high)
    assert figure.unit == "fraction"


@pytest.mark.parametrize(
    "text",
    [
        "A third man came, and a third would follow.",
        "The first half was dull; the second half was not.",
        "Your credit scores fell.",
        "It passed 51 to 49.",
        "She is 45 and tall. He turned 30. He left school at 16. It began when she was 10.",
        "Rendered in 4K, game 6 went on in aisle 14; they earn six figures.",
        "At the end the scores were level; it shuts at 2359 BST for those 45 and older.",
        "The coalition of four agreed.",
        "[27] It was not disputed.",
    ],
)
def test_number_words_that_report_nothing_are_no_figures(find: Find, text: str) -> None:
    assert [figure.span.of(text) for figure in find(text)] == []


def test_a_result_is_no_range(find: Find) -> None:
    text = "She lost the town 36 percent to 51 percent."
    assert [figure.span.of(text) for figure in find(text)] == ["36 percent", "51 percent"]


def test_a_count_of_the_dead_is_no_age(find: Find) -> None:
    (figure,) = find("She put the number of dead at eight and wept.")
    assert figure.low == 8


def test_days_of_a_month_are_no_figures(find: Find) -> None:
    text = "It ran July 8 to 12 among 40 voters."
    assert [figure.span.of(text) for figure in find(text)] == ["40"]


def test_a_definite_phrase_counts_only_where_it_first_tells_how_many(find: Find) -> None:
    assert not find("The two men met.", "DT CD NNS VBD .")
    (figure,) = find("The two men killed were brothers.", "DT CD NNS VBN VBD NNS .")
    assert (figure.low, figure.what) == (2, "men killed")


def test_nothing_is_counted_over_the_end_of_a_paragraph(find: Find) -> None:
    text = "The toll rises to 17\n\nVelm's minister spoke."
    (figure,) = find(text)
    assert "minister" not in (figure.what or "")


def test_an_aside_on_a_figure_is_about_the_same_thing(find: Find) -> None:
    share, change = find("Turnout was 61 percent, down 4 points.")
    assert (share.what, change.what) == ("Turnout", "Turnout")


def test_a_part_names_its_total(find: Find) -> None:
    text = "Police arrested 14 people, including two officers and three clerks."
    total, officers, clerks = find(text, "NNP VBD CD NNS , VBG CD NNS CC CD NNS .")
    assert total.part_of is None
    assert officers.part_of == clerks.part_of == total.id


def test_a_share_names_its_whole_before_or_after_it(find: Find) -> None:
    share, whole = find("They shot down 2 of 5 drones.", "PRP VBD RB CD IN CD NNS .")
    assert share.part_of == whole.id
    whole, share = find("Of the 120 passengers, 86 survived.", "IN DT CD NNS , CD VBD .")
    assert share.part_of == whole.id


def test_where_is_a_place_that_a_preposition_leads_up_to(find: Find) -> None:
    text = "Velm said that 12 boats were hit in the northern port of Osk."
    tags = "NNP VBD IN CD NNS VBD VBN IN DT JJ NN IN NNP ."
    (figure,) = find(text, tags, places=("Velm", "Osk"))
    assert figure.where == "Osk"
    (figure,) = find("Velm counted 12 boats.", "NNP VBD CD NNS .", places=("Velm",))
    assert figure.where is None


def test_where_it_was_said_is_not_where_it_holds(find: Find) -> None:
    text = "He told reporters in Osk that 12 boats sank off Velm. In Osk, he said, 9 boats sank."
    said, there = _statement(Span(25, 52), None), _statement(Span(71, 83), None)
    boats, others = find(text, places=("Osk", "Velm"), statements=(said, there))
    assert (boats.where, others.where) == ("Velm", None)


def _statement(content: Span, said: Moment | None) -> Statement:
    return Statement(
        id=f"st-{content.start}",
        article="art-test",
        source=(),
        cue=(),
        content=(content,),
        speaker=None,
        form=Form.INDIRECT,
        stance=Stance.ASSERTS,
        confidence=0.9,
        said=said,
    )


def test_a_figure_is_as_of_the_time_in_its_sentence_else_of_its_statement(find: Find) -> None:
    text = "Nine boats sank on Thursday. Ten homes burned, she said. Six cars are gone."
    tags = "CD NNS VBD IN NNP . CD NNS VBD , PRP VBD . CD NNS VBP VBN ."
    said = Moment("2015-10-02", Precision.DAY, Basis.RESOLVED)
    inner = _statement(Span(29, 45), said)
    outer = _statement(Span(0, 45), None)
    boats, homes, cars = find(text, tags, statements=(outer, inner))
    assert boats.as_of is not None
    assert boats.as_of.value == "2015-10-01"
    assert boats.statement == outer.id
    assert (homes.statement, homes.as_of) == (inner.id, said)
    assert cars.statement is None
    assert cars.as_of is not None
    assert cars.as_of.value == "2015-10-04"


def test_nothing_is_dated_without_any_date(find: Find) -> None:
    (figure,) = find("Nine boats sank.", "CD NNS VBD .", published=None)
    assert figure.as_of is None


def test_without_parts_of_speech_a_rough_guess_serves(find: Find) -> None:
    (figure,) = find("At least 12 civilians were killed in the town.")
    assert (figure.low, figure.high, figure.what) == (12, None, "civilians killed")


def test_ids_are_of_the_place_in_the_text(find: Find) -> None:
    text = "9 boats and 9 homes are gone."
    first, second = find(text)
    assert first.id != second.id
    assert find(text) == find(text)


@pytest.mark.parametrize("unit", ["12 ", "1 and ", "aged 3, ", "a third of the ", "twenty-"])
def test_the_work_grows_with_the_length_of_the_text_only(
    find: Find, steps: Callable[[Callable[[], object]], int], unit: str
) -> None:
    find(unit)  # tables are read once
    short = steps(lambda: find(unit * 100))
    assert steps(lambda: find(unit * 1_000)) < 12 * short


_PIECES = (
    "at|least|more|than|12|1,000|$|€|5|bn|million|percent|%|people|killed|of|them|including|and|"
    "to|-|between|from|a|third|half|dozen|dozens|hundreds|no|one|nobody|casualties|in|Osk|,|.|(|)|"
    "\r\n|\n\n|\u00a0|😀|\u202bשלום|٣٠|²|½|1/2|9999999999999999999999999|0|10:35|aged|2015|or|so|'s|"
    "plus|minus|km|an|hour|magnitude|rose|by|toll|was|were|dead|the|F-16|several|hundred|1.2.3"
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(
        st.text(max_size=120),
        st.lists(st.sampled_from(_PIECES.split("|")), max_size=30).map(" ".join),
        st.lists(st.sampled_from(_PIECES.split("|")), max_size=30).map("".join),
    )
)
def test_any_text_is_read_and_every_figure_is_sound(find: Find, text: str) -> None:
    found = find(text, places=("Osk",))
    assert all(figure.span.of(text).strip() == figure.span.of(text) != "" for figure in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for figure in found:
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    ids = {figure.id for figure in found}
    assert len(ids) == len(found)
    assert all(figure.part_of is None or figure.part_of in ids for figure in found)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["CD", "NN", "NNS", "VBD", "IN", "DT", "JJ", ""]), max_size=12))
def test_any_parts_of_speech_are_borne(find: Find, tags: list[str]) -> None:
    text = " ".join("12" if tag == "CD" else "boats" for tag in tags)
    find(text, " ".join(tag or "." for tag in tags))
