"""Which days a story turns on, and the sentence that tells of each."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.factory import Report, annotated

from whence.annotate.times import find_times
from whence.link.timeline import timeline
from whence.model import Annotated, Span

FLOOD = "The Velm dam gave way on 3 May 2024 and water flooded the market of Brodek."
LOOKS_BACK = "Engineers blamed a gate for the flood of 3 May 2024, when the Velm dam gave way."
INQUIRY = "An inquiry into the dam was opened by the district court on 9 May 2024, its clerk said."
ASIDE = "The choir of the miners sang for the families in the old theatre of the town on Sunday."


def report(text: str, day: str | None = "2024-05-10") -> Annotated:
    read = annotated(Report("The Lantern", day, text))
    lines: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            lines.append(Span(start, start + len(line)).trim(text))
        start += len(line)
    times = find_times(read.article, lines)
    return replace(read, sentences=tuple(lines), times=times)


def test_a_day_that_many_reports_name_comes_before_one_that_a_single_report_names() -> None:
    members = [
        report(FLOOD, "2024-05-04"),
        report(LOOKS_BACK + "\n" + ASIDE),
        report(INQUIRY + "\n" + LOOKS_BACK, "2024-05-11"),
    ]
    best = max(timeline(members), key=lambda event: event.score)
    assert str(best.day) == "2024-05-03"
    assert best.articles == 3


def test_each_day_has_a_sentence_in_the_words_of_an_article_that_names_it() -> None:
    members = [report(FLOOD, "2024-05-04"), report(INQUIRY + "\n" + ASIDE)]
    texts = {member.article.id: member.article.text for member in members}
    told = {str(event.day): event for event in timeline(members)}
    assert told["2024-05-03"].span.of(texts[told["2024-05-03"].article]) == FLOOD
    inquiry = told["2024-05-09"]
    assert inquiry.span.of(texts[inquiry.article]) == INQUIRY
    assert inquiry.words is not None
    assert inquiry.words.of(texts[inquiry.article]) == "9 May 2024"


def test_a_day_that_nobody_names_is_told_by_what_was_published_on_it() -> None:
    (only,) = timeline([report(ASIDE.replace(" on Sunday", ""), "2024-05-05")])
    assert str(only.day) == "2024-05-05"
    assert only.words is None
    assert only.articles == 0


def test_what_later_reports_take_up_again_comes_before_what_only_the_news_of_a_day_named() -> None:
    fresh = "The mayor of Brodek met the engineers of the dam at noon on 9 May 2024 in her office."
    members = [
        report(FLOOD, "2024-05-04"),
        report(fresh, "2024-05-09"),
        report(fresh + "\n" + ASIDE, "2024-05-10"),
        report(LOOKS_BACK, "2024-05-20"),
    ]
    assert [str(event.day) for event in timeline(members, most=1)] == ["2024-05-03"]


def test_what_came_long_before_the_first_report_counts_for_less() -> None:
    built = "The Velm dam was opened by the king in a ceremony on 4 June 1971, its builders said."
    members = [report(FLOOD + "\n" + built, "2024-05-04"), report(LOOKS_BACK + "\n" + built)]
    scores = {str(event.day): event.score for event in timeline(members, most=9)}
    assert scores["1971-06-04"] < scores["2024-05-03"]


def test_days_to_come_are_not_on_the_timeline() -> None:
    member = report("The court will hear the owner of the Velm dam in Brodek on 2 June 2024.")
    assert [str(event.day) for event in timeline([member])] == ["2024-05-10"]


def test_as_many_days_as_asked_for() -> None:
    members = [report(FLOOD, "2024-05-04"), report(INQUIRY + "\n" + LOOKS_BACK, "2024-05-11")]
    assert [str(event.day) for event in timeline(members, most=1)] == ["2024-05-03"]


def test_a_story_without_dates_has_no_timeline() -> None:
    assert timeline([report("A choir sang in the theatre.", None)]) == ()
    assert timeline([]) == ()


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.sampled_from((FLOOD, LOOKS_BACK, INQUIRY, ASIDE)),
            st.sampled_from(("2024-05-04", "2024-05-10", "2024-05-12", None)),
        ),
        min_size=1,
        max_size=5,
        unique=True,
    ),
    st.randoms(),
)
def test_the_order_of_the_articles_does_not_matter(
    given_texts: list[tuple[str, str | None]], random: Random
) -> None:
    members = [report(text, day) for text, day in given_texts]
    shuffled = list(members)
    random.shuffle(shuffled)
    events = timeline(members)
    assert timeline(shuffled) == events
    assert [event.day for event in events] == sorted({event.day for event in events})


@pytest.mark.parametrize("day", ["2024-05-04", "2024-05-10"])
def test_the_words_that_name_the_day_lie_in_the_sentence(day: str) -> None:
    for event in timeline([report(FLOOD + "\n" + LOOKS_BACK, day)]):
        if event.words is not None:
            assert event.span.start <= event.words.start < event.words.end <= event.span.end
