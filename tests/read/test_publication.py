"""When a report was published: by metadata, its own lines, inference, or the user's word."""

import json
from datetime import date

import pytest
from tests.read.reading import article

from whence.model import Basis, Moment, Precision
from whence.read import ReadOptions
from whence.read.dates import read_stamp

HEAD = "Ferry to Osk stays in port"
LEAD = "The ferry to Osk will not sail, the harbour master of Lund Bay said Thursday."
CAPTION = "Waves break over the quay, Wednesday, March 6, 2024 (Lund Rescue via ONA)"
STORM = "The storm reached the bay on Wednesday."


def published(*paragraphs: str, options: ReadOptions | None = None) -> Moment | None:
    return article("\n\n".join((HEAD, *paragraphs)), options=options).published


def day(*paragraphs: str, options: ReadOptions | None = None) -> tuple[str, Basis] | None:
    moment = published(*paragraphs, options=options)
    return None if moment is None else (moment.value, moment.basis)


def test_a_line_of_the_text_states_it() -> None:
    assert day("Published: 7 March 2024, 11:05 GMT", LEAD, CAPTION, STORM) == (
        "2024-03-07T11:05Z",
        Basis.TEXT,
    )
    assert day("Thursday, March 7, 2024", LEAD) == ("2024-03-07", Basis.TEXT)


def test_metadata_outrank_the_text() -> None:
    record = {"text": f"8 March 2024\n\n{LEAD}", "date_publish": "2024-03-07T11:05:00+01:00"}
    moment = article(json.dumps(record), "a.jsonl").published
    assert moment == Moment(
        "2024-03-07T11:05+01:00",
        Precision.MINUTE,
        Basis.METADATA,
        (),
        "the field date_publish",
    )


def test_a_dateline_with_its_year_states_it() -> None:
    assert day(f"LUND BAY, March 7, 2024 (ONA) — {LEAD}") == ("2024-03-07", Basis.TEXT)


def test_a_line_of_updating_bounds_it() -> None:
    text = f"{HEAD}\n\n{LEAD}\n\nGüncelleme: 8 Mart 2024, 08:41"
    read = article(text)
    assert read.updated is not None
    assert read.published is not None
    assert read.updated.value == "2024-03-08T08:41"
    assert (read.published.value, read.published.basis) == ("2024-03-08", Basis.INFERRED)
    assert [span.of(text) for span in read.published.words] == ["8 Mart 2024, 08:41"]
    assert "updated" in read.published.evidence


def test_a_dated_picture_and_the_weekdays_told_of_imply_it() -> None:
    moment = published(LEAD, CAPTION, STORM)
    assert moment is not None
    assert (moment.value, moment.precision, moment.basis) == (
        "2024-03-07",
        Precision.DAY,
        Basis.INFERRED,
    )
    text = "\n\n".join((HEAD, LEAD, CAPTION, STORM))
    assert [span.of(text) for span in moment.words] == [
        "Thursday",
        "Wednesday, March 6, 2024",
        "Wednesday",
    ]
    assert "Thursday" in moment.evidence


def test_the_day_of_the_picture_itself_may_be_it() -> None:
    assert day(STORM, CAPTION) == ("2024-03-06", Basis.INFERRED)


@pytest.mark.parametrize(
    "paragraphs",
    [
        (LEAD, CAPTION),  # nothing shows that the picture is of this week
        (LEAD, CAPTION.replace("Wednesday", "Friday"), STORM),  # no such day
        (LEAD, f"FILE - {CAPTION}", STORM),
        (LEAD, CAPTION, STORM, "Since the flood of 2025 the quay has been closed."),
        (LEAD, CAPTION, CAPTION.replace("March 6", "January 10"), STORM),
        ("The ferry will sail on Wednesday, the harbour master says.", CAPTION),
        (LEAD, STORM),
        ("The ship sank on 6 March 2024.", LEAD),
    ],
)
def test_nothing_is_said_where_the_signs_are_weak_or_at_odds(paragraphs: tuple[str, ...]) -> None:
    assert day(*paragraphs) is None


def test_the_user_says_it_where_nothing_else_does() -> None:
    options = ReadOptions(published=date(2024, 3, 9))
    assert day(LEAD, options=options) == ("2024-03-09", Basis.OPTION)
    assert day(LEAD, CAPTION, STORM, options=options) == ("2024-03-07", Basis.INFERRED)


def test_the_date_of_a_correction_is_not_that_of_publication() -> None:
    assert day(LEAD, "Correction: The ferry is called Sanna.", "Friday, March 15, 2024") is None


@pytest.mark.parametrize(
    ("stamp", "value"),
    [
        ("2024-03-07T11:05:00+01:00", "2024-03-07T11:05+01:00"),
        ("2024-03-07T11:05:30.123Z", "2024-03-07T11:05:30Z"),
        ("2024-03-07T00:00:00Z", "2024-03-07"),
        ("2024-03-07 11:05", "2024-03-07T11:05"),
        ("2024-03-07T11:05:00+0100", "2024-03-07T11:05+01:00"),
        ("20240307", "2024-03-07"),
        ("2024/03/07", "2024-03-07"),
        ("2024-03", "2024-03"),
        ("Thu, 07 Mar 2024 11:05:30 +0100", "2024-03-07T11:05:30+01:00"),
        ("7 March 2024", "2024-03-07"),
        ("2024-13-45", None),
        ("2024-03-07T25:61", None),
        ("0001-01-01T00:00:00", None),
        ("soon", None),
        ("", None),
        (20240307, None),
    ],
)
def test_stamps_of_metadata_keep_their_precision(stamp: object, value: str | None) -> None:
    moment = read_stamp(stamp)
    assert (moment.value if moment else None) == value
