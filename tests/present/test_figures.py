"""Figures that count the same thing, when they clash, and where they are drawn."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.present import stories

from whence.model import Figure, Span
from whence.present.figures import value_words
from whence.present.plot import Mark, plots
from whence.present.story import story_context

NUMBERS = st.one_of(st.none(), st.integers(0, 10**9), st.floats(0.01, 1e6))


def figure(low: float | None, high: float | None) -> Figure:
    return Figure("f", "a", Span(0, 1), low, high)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (9, None, "at least 9"),
        (None, 60, "at most 60"),
        (250_000, 250_000, "250,000"),
        (40, 60, "40–60"),
        (2.5, 2.5, "2.5"),
        (None, None, "no number"),
    ],
)
def test_bounds_in_words(low: float | None, high: float | None, words: str) -> None:
    assert value_words(figure(low, high)) == words


def test_a_series_marks_what_cannot_hold_together_on_one_day_and_only_that() -> None:
    series = story_context(stories.halven().stories[0]).series[0]
    clashing = {row.value: row.clashes for row in series.rows}
    assert clashing == {
        "at least 9": "",
        "7": "14 (The hospital in Halven)",
        "14": "7 (Ministry of Energy)",
        "16–19": "",
    }


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    low, high = draw(NUMBERS), draw(NUMBERS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    day = draw(st.one_of(st.none(), st.dates(date(2030, 1, 1), date(2031, 1, 1))))
    key, against = draw(st.sampled_from("abcdefgh")), draw(st.sampled_from(["", *"abcdefgh"]))
    return Mark(key, day, low, high, 0, draw(st.sampled_from("XYZ")), "x", against, title="x")


@given(st.lists(marks(), max_size=12))
def test_everything_is_drawn_inside_the_plot(given_: list[Mark]) -> None:
    drawn = [m for m in given_ if m.day and (m.low is not None or m.high is not None)]
    result, _ = plots(given_)
    assert bool(result) == (len(drawn) > 1)
    for plot in result:
        assert len(plot.points) == len(drawn)
        for point in plot.points:
            assert plot.left <= point.x <= plot.right
            assert 0 <= point.top <= point.sign_y <= point.bottom <= plot.bottom
