"""Dates, confidence and stances in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model import Basis, Modality, Moment, Precision, Stance
from whence.present.neutral import clipped, neutral
from whence.present.wording import (
    listed,
    moment_words,
    span_of_days,
    stance_words,
    sureness,
    tone,
)


@pytest.mark.parametrize(
    ("value", "precision", "words"),
    [
        ("2031", Precision.YEAR, "2031"),
        ("2031-03", Precision.MONTH, "March 2031"),
        ("2031-W10", Precision.WEEK, "the week of 3 March 2031"),
        ("2031-03-04", Precision.DAY, "4 March 2031"),
        ("2031-03-04T09", Precision.HOUR, "4 March 2031, 09:00"),
        ("2031-03-04T09:19", Precision.MINUTE, "4 March 2031, 09:19"),
        ("2031-03-04T09:19Z", Precision.MINUTE, "4 March 2031, 09:19 UTC"),
        ("2031-03-04T09:19-05:00", Precision.MINUTE, "4 March 2031, 09:19 -05:00"),
        ("2031-03-04T09+03:00", Precision.HOUR, "4 March 2031, 09:00 +03:00"),
    ],
)
def test_a_moment_says_no_more_than_it_knows(value: str, precision: Precision, words: str) -> None:
    assert moment_words(Moment(value, precision, Basis.METADATA)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2031, 3, 3), date(2031, 3, 3), "3 March 2031"),
        (date(2031, 3, 3), date(2031, 3, 6), "3–6 March 2031"),
        (date(2031, 2, 27), date(2031, 3, 6), "27 February – 6 March 2031"),
        (date(2030, 12, 31), date(2031, 1, 1), "31 December 2030 – 1 January 2031"),
        (None, date(2031, 1, 1), "1 January 2031"),
        (None, None, "date unknown"),
    ],
)
def test_a_span_of_days_repeats_nothing(first: date | None, last: date | None, words: str) -> None:
    assert span_of_days(first, last) == words


def test_what_is_below_one_half_is_shown_as_low() -> None:
    assert [sureness(p).low for p in (0.95, 0.5, 0.497, 0.49, 0.2)] == [
        False,
        False,
        False,
        True,
        True,
    ]
    assert sureness(0.64).percent == "64 %"


@pytest.mark.parametrize("stance", Stance)
def test_every_stance_has_a_tone_and_a_negation(stance: Stance) -> None:
    assert tone(stance, negated=False)
    assert stance_words(stance, Modality.FACT, negated=True).startswith("does not ")


def test_negated_stances_are_plain_english() -> None:
    assert stance_words(Stance.DENIES, Modality.FACT, negated=True) == "does not deny"
    assert stance_words(Stance.VOWS, Modality.INTENTION, negated=False) == "vows as an intention"


def test_long_lists_are_counted() -> None:
    assert listed(["A", "B"]) == "A and B"
    assert listed(["A", "B", "C", "D", "E"]) == "A, B, C and 2 more"


@given(st.text(), st.integers(2, 50))
def test_clipped_words_fit(text: str, limit: int) -> None:
    assert len(clipped(text, limit)) <= limit


@given(st.text(alphabet=st.characters(codec=None)))
def test_neutral_words_can_be_written_and_are_neutral_already(text: str) -> None:
    once = neutral(text)
    assert neutral(once) == once
    assert once.encode("utf-8") is not None
    assert not set(once) & set("\x1b\x00\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
