"""How someone is called on a page, and days in the words of whence."""

from dataclasses import replace

import pytest

from whence.annotate.speakers.sureness import MEASURED
from whence.model import Entity, EntityKind
from whence.present import rules
from whence.present.drawings import PlotPoint
from whence.present.labels import Line, labelled
from whence.present.naming import distinct, is_named, is_part, roles_of
from whence.present.wording import dated


def entity(*roles: str, kind: EntityKind = EntityKind.PERSON, named: bool = True) -> Entity:
    return Entity("e", "Hana Kolar", (), kind, named, (), roles)


def test_a_role_tells_something_by_itself_and_each_is_told_once() -> None:
    assert roles_of(entity("Its leader", "minister", "Water Minister", "the minister")) == (
        "Water Minister",
    )
    assert roles_of(entity("their chairman")) == ("their chairman",)
    assert roles_of(entity("union leader", "Union Leader")) == ("union leader",)


def test_a_name_with_and_without_its_article_is_one() -> None:
    assert distinct(["Water Ministry", "the Water Ministry", "The Who", "water ministry"]) == (
        "Water Ministry",
        "The Who",
    )


def test_a_surname_is_part_of_the_name_and_half_a_word_is_not() -> None:
    assert is_part("Kolar", "Hana Kolar")
    assert not is_part("Kol", "Hana Kolar")
    assert not is_part("Hana Maria Kolar", "Hana Kolar")


def test_a_document_is_no_unnamed_person() -> None:
    assert is_named(entity(kind=EntityKind.DOCUMENT, named=False))
    assert not is_named(entity(named=False))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("to the press, 2024-03-12", "to the press, 12 March 2024"),
        ("on 2024-03-13T06:10+01:00, the other", "on 13 March 2024, 06:10 +01:00, the other"),
        ("at 2024-03-13T06:10:59Z", "at 13 March 2024, 06:10 UTC"),
        ("no day: 2024-13-45", "no day: 2024-13-45"),
        ("file-2024-03-12-a", "file-2024-03-12-a"),
    ],
)  # fmt: skip
def test_days_are_written_as_people_read_them(written: str, read: str) -> None:
    assert dated(written) == read


@pytest.mark.parametrize("line", [(0.0, 50.0, 400.0, 50.0), (100.0, 50.0, 300.0, 40.0)])
def test_a_label_stands_off_a_line_that_would_run_through_it(line: Line) -> None:
    point = PlotPoint(
        x=100,
        top=50,
        bottom=50,
        sign_y=50,
        open_top=False,
        open_bottom=False,
        sign=0,
        label="14",
        by="Ministry",
        label_x=0,
        label_y=54,
        label_end=False,
        clashes=False,
        title="",
    )
    [alone] = labelled([point], [], (0, 0, 400, 300))
    assert (alone.label_x, alone.label_y) == (112, 54)
    [beside] = labelled([point], [line], (0, 0, 400, 300))
    assert beside.label
    assert (beside.label_x, beside.label_y) != (112, 54)
    assert labelled([replace(point, x=5)], [], (0, 0, 20, 300))[0].label == ""
    [above] = labelled([point], [], (0, 0, 400, 50))
    assert above.label_y < 50


@pytest.mark.parametrize("rule", MEASURED)
def test_every_rule_is_told_in_a_readers_words(rule: str) -> None:
    assert rules.told(rule).endswith(f"(rule “{rule}”)")


def test_a_rule_of_others_is_told_by_its_name() -> None:
    assert rules.told("the name before the cue") == "by the rule “the name before the cue”"
