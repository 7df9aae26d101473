"""Moments carry their precision, and know which days they may mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model import Basis, Moment, Precision


def moment(value: str, precision: Precision) -> Moment:
    return Moment(value, precision, Basis.TEXT)


@pytest.mark.parametrize(
    ("value", "precision", "first", "last"),
    [
        ("2024", Precision.YEAR, date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2020-W53", Precision.WEEK, date(2020, 12, 28), date(2021, 1, 3)),
        ("9999-W52", Precision.WEEK, date(9999, 12, 27), date.max),
        ("2024-02-29", Precision.DAY, date(2024, 2, 29), date(2024, 2, 29)),
        ("2024-02-29T23:30+03:00", Precision.MINUTE, date(2024, 2, 29), date(2024, 2, 29)),
        ("2024-02-29T23:30:05Z", Precision.SECOND, date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_the_days_that_a_moment_may_mean(
    value: str, precision: Precision, first: date, last: date
) -> None:
    assert (moment(value, precision).first_day, moment(value, precision).last_day) == (first, last)


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        ("2024-02-30", Precision.DAY),
        ("2024-02", Precision.DAY),
        ("2024-02-29", Precision.MONTH),
        ("2024-W54", Precision.WEEK),
        ("Thursday", Precision.DAY),
        ("2024-02-29 10:00", Precision.MINUTE),
    ],
)
def test_value_and_precision_must_fit(value: str, precision: Precision) -> None:
    with pytest.raises(ValueError, match=r".+"):
        moment(value, precision)


@given(st.dates(min_value=date(1900, 1, 2), max_value=date(2199, 12, 30)))
def test_a_day_may_be_the_same_as_its_week_month_and_year(day: date) -> None:
    it = moment(day.isoformat(), Precision.DAY)
    year, week, _ = day.isocalendar()
    for other in (
        moment(f"{day:%Y}", Precision.YEAR),
        moment(f"{day:%Y-%m}", Precision.MONTH),
        moment(f"{year}-W{week:02}", Precision.WEEK),
    ):
        assert it.may_be_same_as(other)
        assert other.may_be_same_as(it)
