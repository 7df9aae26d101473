"""What the words of a report say about when. The day of writing is Saturday, 3 October 2015."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whence.annotate.times import find_times
from whence.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    Outlet,
    Precision,
    Provenance,
    Span,
)

Dated = Callable[..., Article]


def told(article: Article) -> list[tuple[str, str, str]]:
    return [(t.span.of(article.text), t.type, t.value) for t in find_times(article)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The treaty was signed on 30 September 2015.", "30 September 2015", "2015-09-30"),
        ("The port fell on Wednesday, Sept. 30, 2015.", "Wednesday, Sept. 30, 2015", "2015-09-30"),
        ("A note dated 2015-09-30 was found.", "2015-09-30", "2015-09-30"),
        ("The dam broke on the 4th of March 1998.", "the 4th of March 1998", "1998-03-04"),
        ("The bridge opened in May 2011.", "May 2011", "2011-05"),
        ("The mine closed in 1987.", "1987", "1987"),
        ("Exports doubled in the 1990s.", "the 1990s", "199"),
        ("Profit fell in Q3 2014.", "Q3 2014", "2014-Q3"),
        ("They met on 24.12.2014 in Osk.", "24.12.2014", "2014-12-24"),
        ("It was built in the 20th century.", "the 20th century", "19"),
    ],
)
def test_a_full_date_needs_no_day_of_writing(
    dated: Dated, text: str, words: str, value: str
) -> None:
    assert told(dated(text, on=None)) == [(words, "date", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mayor said Thursday that it was over.", "Thursday", "2015-10-01"),
        ("The mayor said on Saturday that it was over.", "Saturday", "2015-10-03"),
        ("On Monday, the council met.", "Monday", "2015-09-28"),
        ("The talks will resume on Sunday.", "Sunday", "2015-10-04"),
        ("On Tuesday the envoy will visit Osk.", "Tuesday", "2015-10-06"),
        ("The vote is expected to be held Wednesday.", "Wednesday", "2015-10-07"),
        ("The strike was planned for Friday.", "Friday", "2015-10-09"),
        ("He said last Saturday that he knew.", "last Saturday", "2015-09-26"),
        ("It has gone on since Sept. 30.", "Sept. 30", "2015-09-30"),
        ("It ended on Feb. 2, he recalled.", "Feb. 2", "2015-02-02"),
        ("The court will sit on Jan. 5.", "Jan. 5", "2016-01-05"),
        ("He was to leave by Nov. 22.", "Nov. 22", "2015-11-22"),
        ("He was arrested last month.", "last month", "2015-09"),
        ("It began earlier this week.", "earlier this week", "2015-W40"),
        ("Two guards fled late Thursday.", "late Thursday", "2015-10-01"),
        ("The mill burned a year ago.", "a year ago", "2014"),
        ("She left three days ago.", "three days ago", "2015-09-30"),
        ("The budget passed last year.", "last year", "2014"),
        ("Sales fell in the third quarter.", "the third quarter", "2015-Q3"),
        ("The vote comes next month.", "next month", "2015-11"),
        ("Yesterday the road reopened.", "Yesterday", "2015-10-02"),
        ("They fled last fall.", "last fall", "2014-FA"),
    ],
)
def test_relative_words_are_counted_from_the_day_of_writing(
    dated: Dated, text: str, words: str, value: str
) -> None:
    article = dated(text)
    assert told(article) == [(words, "date", value)]
    moment = find_times(article)[0].moment
    assert moment is not None
    assert moment.basis is Basis.RESOLVED
    assert moment.evidence


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The siege lasted more than a year.", "more than a year", "duration", "P1Y"),
        ("They have shared it for some time.", "some time", "duration", "PXM"),
        ("The war is now in its fifth year.", "its fifth year", "duration", "P5Y"),
        ("A 10-day truce holds.", "10-day", "duration", "P10D"),
        ("He waited 5 1/2 hours.", "5 1/2 hours", "duration", "PT5H30M"),
        ("It fell in the past two years.", "the past two years", "duration", "P2Y"),
        ("Boats arrive every Friday.", "every Friday", "set", "XXXX-WXX-5"),
        ("The ferry sails twice a week.", "a week", "set", "P1W"),
        ("Trains leave daily.", "daily", "set", "P1D"),
    ],
)
def test_lengths_and_recurring_times_are_no_point_in_time(
    dated: Dated, text: str, words: str, kind: str, value: str
) -> None:
    found = find_times(dated(text))
    assert (words, kind, value) in [(t.span.of(text), t.type, t.value) for t in found]
    assert all(t.moment is None for t in found if t.type == kind)


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("Shells fell at 6 a.m. Friday.", "2015-10-02T06:00", Precision.MINUTE),
        ("It was cut on Thursday at 22:15.", "2015-10-01T22:15", Precision.MINUTE),
        ("The lights went out Thursday night.", "2015-10-01", Precision.DAY),
        ("They left this morning.", "2015-10-03", Precision.DAY),
        ("Sirens were heard last night.", "2015-10-02", Precision.DAY),
    ],
)
def test_times_of_day_belong_to_their_day(
    dated: Dated, text: str, value: str, precision: Precision
) -> None:
    (found,) = find_times(dated(text))
    assert found.type == "time"
    assert found.moment is not None
    assert (found.moment.value, found.moment.precision) == (value, precision)


def test_an_hour_without_a_day_is_no_moment(dated: Dated) -> None:
    (found,) = find_times(dated("The blast was heard at 10:35 a.m. in the old town."))
    assert found.type == "time"
    assert found.moment is None


def test_without_a_day_of_writing_relative_words_stay_unresolved(dated: Dated) -> None:
    text = "He said Thursday that last month, on Sept. 12, and two weeks ago, it was quiet."
    found = find_times(dated(text, on=None))
    assert [t.value for t in found] == ["XXXX-WXX-4", "XXXX-XX", "XXXX-09-12", "XXXX-WXX"]
    assert all(t.moment is None for t in found)


def test_a_year_of_writing_settles_years_but_no_weekdays(dated: Dated) -> None:
    found = find_times(dated("She said Thursday that last year was calm.", on="2015"))
    assert [(t.value, t.moment is None) for t in found] == [("XXXX-WXX-4", True), ("2014", False)]


def test_the_day_of_writing_is_counted_in_the_zone_of_the_article(dated: Dated) -> None:
    (found,) = find_times(dated("It fell today.", on="2015-10-04T00:30+09:00"))
    assert found.value == "2015-10-04"


@pytest.mark.parametrize(
    "text",
    [
        "The boy, 5 years old, was unhurt.",
        "A 12-year-old girl fled.",
        "He may march with them.",
        "Some 2000 soldiers left; 1,989 stayed.",
        "Two F-16 jets, a MiG-29 and an A-2000 were seen.",
        "A quarter of the town was lost.",
        "Call 555-2014 or pay $1999.",
        "He read it in The Osk Today.",
        "They came as soon as they could, and soon after it rained.",
        "The price fell 2000 percent.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(dated: Dated, text: str) -> None:
    assert told(dated(text)) == []


def test_day_and_month_are_told_apart_by_the_country_or_not_at_all(dated: Dated) -> None:
    text = "It was dated 04/10/2015."
    assert told(dated(text, country="US"))[0][2] == "2015-04-10"
    assert told(dated(text, country="GB"))[0][2] == "2015-10-04"
    assert told(dated(text))[0][2] == "2015"


def test_a_day_later_leans_on_the_day_just_named(dated: Dated) -> None:
    found = find_times(dated("The dam broke on Sept. 12. Two days later the town was flooded."))
    assert [t.value for t in found] == ["2015-09-12", "2015-09-14"]


def test_a_year_earlier_leans_on_the_quarter_that_is_reported(dated: Dated) -> None:
    text = "Net rose in the third quarter from $2 million a year earlier."
    assert [t.value for t in find_times(dated(text))] == ["2015-Q3", "2014-Q3"]


def test_captions_are_read_only_when_asked_for() -> None:
    text = "Rain fell.\n\nSmoke over Osk, Sept. 30, 2015"
    body, caption = Span(0, 10), Span(12, len(text))
    article = Article(
        id="art-test",
        outlet=Outlet("The Tarvos Courier"),
        title=None,
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, body), Block(BlockKind.CAPTION, caption)),
        provenance=Provenance("test", "text", ""),
    )
    assert find_times(article) == ()
    assert [t.value for t in find_times(article, [caption])] == ["2015-09-30"]


def test_no_expression_runs_over_a_paragraph(dated: Dated) -> None:
    found = find_times(dated("It was on Sept.\r\n\r\n30 people came.", on=None))
    assert all("\r\n" not in t.span.of("It was on Sept.\r\n\r\n30 people came.") for t in found)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\r\n", "\n"])
def test_odd_spaces_inside_an_expression_do_no_harm(dated: Dated, space: str) -> None:
    text = f"😀 It ended on 30{space}September{space}2015."
    (found,) = find_times(dated(text))
    assert found.value == "2015-09-30"
    assert found.span.of(text) == f"30{space}September{space}2015"


_PIECES = (
    "Thursday|Sept.|30|,|2015|last|year|a|the|quarter|third|-|ago|10:35|a.m.|9999999999|½|the|1990s|"
    "'98|two|hundred|and|of|May|'s|\r\n|\n\n|\u00a0|😀|\u202bשלום|٣٠|²|Feb. 30|0|00:00|31/31/2015|"
    "billion|billion|years|later|earlier|next|Q4|each|noon|"
    "yesterday|last|week|days|ISO|2015-02-30|century|decades|first|half|weekend|9999-12-31|"
    "0001-01-01|the next day|the previous day|the following morning|the week of"
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(
        st.text(max_size=200),
        st.lists(st.sampled_from(_PIECES.split("|")), max_size=30).map(" ".join),
    ),
    on=st.sampled_from(
        [
            None,
            "0001-01-01",
            "9999-12-31",
            "1000-01-01",
            "9000-12-31",
            "2015",
            "2015-10",
            "2016-02-29",
        ]
    ),
)
def test_any_text_is_read_and_every_span_is_its_own(
    dated: Dated, text: str, on: str | None
) -> None:
    found = find_times(dated(text, on=on))
    assert all(t.span.of(text).strip() == t.span.of(text) != "" for t in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(t.moment is None or t.moment.words == (t.span,) for t in found)


@pytest.mark.parametrize(
    "text",
    [
        "It is valid until 9999-12-31. The next day it is not.",
        "It is valid until 9999-12-31. The following morning it is not.",
        "It was valid from 0001-01-01. The previous day it was not.",
    ],
)
def test_a_day_that_no_calendar_has_is_no_expression(dated: Dated, text: str) -> None:
    assert len(find_times(dated(text))) == 1


@pytest.mark.parametrize("unit", ["Thursday ", "the third ", "two hundred and ", "1,", "a year "])
def test_the_work_grows_with_the_length_of_the_text_only(
    dated: Dated, steps: Callable[[Callable[[], object]], int], unit: str
) -> None:
    find_times(dated(unit))  # tables are read once
    short = steps(lambda: find_times(dated(unit * 100)))
    assert steps(lambda: find_times(dated(unit * 1_000))) < 12 * short
