"""What the page says, read as text."""

import re
from html.parser import HTMLParser

import pytest
from tests.present import stories
from tests.present.stories import ALL

from whence.present import render_page
from whence.present.story import story_context

VOID = {"meta", "br", "line", "path", "circle", "rect", "use"}
BLOCKS = {
    "p",
    "li",
    "div",
    "section",
    "article",
    "header",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "td",
    "th",
}
BLOCKS |= {
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "summary",
    "details",
    "svg",
    "text",
    "nav",
    "main",
    "caption",
}


class Reader(HTMLParser):
    """The text of a page, and whether its elements nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag in BLOCKS:
            self.words.append(" ")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag
        if tag in BLOCKS:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in {"style", "script"}:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@pytest.mark.parametrize("name", ALL)
def test_every_element_that_is_opened_is_closed(name: str) -> None:
    assert Reader(render_page(ALL[name]())).open == []


@pytest.mark.parametrize("name", ALL)
def test_a_page_is_the_same_each_time_and_can_be_written(name: str) -> None:
    page = render_page(ALL[name]())
    assert page == render_page(ALL[name]())
    assert page.encode("utf-8")


def test_the_head_counts_articles_outlets_and_origins() -> None:
    text = Reader(render_page(stories.halven())).text
    assert "3–6 March 2031. 5 articles of 5 outlets from 8 independent origins" in text


def test_a_dispute_shows_both_sides_with_stance_words_and_reason() -> None:
    text = Reader(render_page(stories.halven())).text
    assert "Tomas Reval against Jana Mirel, The register of inspections and 1 more" in text
    assert re.search(r"Tomas Reval denies a tanker had struck the pier", text)
    assert "One side says that an inspection took place in January" in text
    assert "fairly sure, 88 %" in text


def test_words_are_in_quotation_marks_only_where_they_were_quoted() -> None:
    text = Reader(render_page(stories.halven())).text
    assert "“We never sent anyone,”" in text
    assert "“a tanker had struck the pier”" not in text


def test_the_unnamed_the_unknown_and_the_unsure_are_shown_as_such() -> None:
    text = Reader(render_page(stories.halven())).text
    assert "unknown speaker (“They”)" in text
    assert "a tanker captain unnamed" in text
    assert "doubtful, 41 %" in text


def test_a_chain_runs_from_the_speaker_to_the_outlet() -> None:
    text = Reader(render_page(stories.halven())).text
    assert "→ Kestrian Press Agency → The Lowland Courier Why?" in text


@pytest.mark.parametrize("name", ALL)
def test_every_question_has_its_one_answer(name: str) -> None:
    page = render_page(ALL[name]())
    asked = set(re.findall(r'popovertarget="([^"]+)"', page))
    answered = re.findall(r'popover id="([^"]+)"', page)
    assert asked == set(answered)
    assert len(answered) == len(set(answered))
    statements = sum(len(a.statements) for s in ALL[name]().stories for a in s.articles)
    assert len(answered) == statements


def test_a_reason_tells_the_words_the_rule_how_sure_and_what_else_it_may_be() -> None:
    story = story_context(stories.halven().stories[0])
    reasons = {each.said.number: each for each in story.reasons}
    marked = [piece.role for piece in reasons[1].pieces if piece.sort == "open"]
    assert marked == ["content", "source", "cue"]
    told = next(each for each in story.reasons if each.said.speaker.name == "Tomas Reval")
    facts = {fact.term: fact.words for fact in told.facts}
    assert facts["Speaker"] == "Tomas Reval, by the rule “the name before the cue”"
    assert facts["Said at"] == "briefing"
    assert facts["How sure"] == "very sure: 93 % that words and speaker are right"
    unknown = next(each for each in story.reasons if each.said.speaker.sort == "unknown")
    assert "No speaker was sure enough to be named." in unknown.others
    they = next(each for each in story.reasons if "They" in each.said.speaker.name)
    facts = {fact.term: fact.words for fact in they.facts}
    assert facts["Or else"] == "Residents (62 %) and The hospital in Halven (fits as well)"


def test_a_reason_tells_why_a_statement_says_the_same_as_others() -> None:
    story = story_context(stories.halven().stories[0])
    told = [fact.words for each in story.reasons for fact in each.facts if fact.term == "The same"]
    assert "as statement 2: one prints the other’s words" in told
    assert any(words.endswith(": 71 % likely by their words alone") for words in told)


def test_a_dispute_shows_what_the_outlets_themselves_say_of_it() -> None:
    text = Reader(render_page(stories.halven())).text
    assert (
        "What the outlets themselves say of it The register of inspections lists no visit to "
        "Halven this year. The register contradicts the minister" in text
    )


def test_a_story_without_disputes_says_what_was_looked_for() -> None:
    text = Reader(render_page(stories.quiet())).text
    assert "Nothing in dispute was found." in text
    assert "no two claims" in text


def test_nothing_known_is_said_to_be_unknown() -> None:
    text = Reader(render_page(stories.unknown())).text
    assert "A story without a title" in text
    assert "1 article of an unknown outlet" in text
    assert "unknown outlet (1)" in text
    assert "date unknown" in text
    assert "No statement was read in these articles." in text


def test_several_stories_are_listed_first_the_newest_dispute_on_top() -> None:
    page = render_page(stories.several())
    text = Reader(page).text
    assert "3 stories in 9 articles" in text
    assert text.index("الوزير") < text.index("Minister says") < text.index("Library to open")


def test_the_timeline_tells_days_of_events_from_days_of_publication() -> None:
    [first, *_] = story_context(stories.halven().stories[0]).days_told
    assert [lane.name for lane in first.happened] == [
        "As the reports tell of this day",
        "Said to have happened",
    ]
    [told] = first.happened[0].entries
    assert told.words.startswith("A fire at the gas terminal of Halven killed at least nine")
    assert told.note == "dated by “Monday”; 3 articles name the day"
    assert [lane.name for lane in first.published] == ["Published"]


def test_on_paper_the_numbers_of_statements_are_notes_to_sources() -> None:
    text = Reader(render_page(stories.halven())).text
    assert "1–5. Kestrian Press Agency, “Fire at Halven gas terminal kills at least nine”" in text
    assert "https://kpa.example/halven-1" in text


def test_what_is_wholly_unknown_is_said_to_be() -> None:
    text = Reader(render_page(stories.wholly_unknown())).text
    assert "unknown speaker" in text
    assert "doubtful, 21 %" in text
    assert "not traced beyond an unknown outlet" in text
    assert "no number" in text


def test_what_failed_is_listed() -> None:
    text = Reader(render_page(stories.halven())).text
    assert "reports/six.pdf input-unknown-format" in text


def test_direction_overrides_are_named_and_not_obeyed() -> None:
    page = render_page(stories.scripts())
    assert "\u202e" not in page
    assert "[RLO]" in page


def test_the_page_carries_everything_and_a_policy_that_says_so() -> None:
    page = render_page(stories.halven())
    assert "default-src 'none'" in page.replace("&#39;", "'")
    assert not re.search(r"""(?:src|href)=["'](?!#)""", page)
    assert "@import" not in page
    assert "url(" not in page


def test_of_what_two_hundred_outlets_carry_a_few_are_told_and_the_rest_on_asking() -> None:
    page = render_page(stories.reprinted(200))
    text = Reader(page).text
    assert "also Outlet 5 6 also 194 more" in text
    assert "189 more reports of the same" in text
    assert "183 more, of few statements" in text
    assert text.rindex("Outlet 9 1 statement") < text.rindex("183 more, of few statements")
    assert page.count("<details class=why><summary>also 194 more") == 1


def test_an_unknown_speaker_is_told_by_the_words_that_stand_for_it() -> None:
    text = Reader(render_page(stories.halven())).text
    told = text[text.index("the text does not say clearly who speaks") :]
    assert "unknown speaker (“They”) believes more would be found" in told


def test_a_page_of_a_hundred_articles_stays_small() -> None:
    assert len(render_page(stories.reprinted(100)).encode()) < 3_000_000
