"""Where statements entered the news: occasions, chains through other texts, the unknown."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.link.factory import Report, Says, Who, story

from whence.link import link_story
from whence.model import Annotated, Claim, Credit, CreditKind, OriginKind, OutletKind, Span

WHO = (Who(("Pavel Ostrin", "Ostrin")),)
WORDS = "“The upper sluice gave way at midnight, and nobody could have foreseen it”"
NEXT = "“We opened two gates within the hour, and the valley was warned by sirens”"


def claims(*reports: Report) -> Sequence[Claim]:
    made = link_story(story(*reports), story="story-1")
    return [claim for claim in made.claims if "sluice" in claim.text]


def report(
    outlet: str, day: str, *says: Says, lead: str = "", credit: str | None = None,
    kind: OutletKind = OutletKind.NEWSPAPER,
) -> Report:  # fmt: skip
    told = " ".join(f"{one.words}, Pavel Ostrin said{_way(one)}." for one in says)
    text = "\n".join(filter(None, (lead, told, credit)))
    return Report(outlet, day, text, who=WHO, says=says, credit=credit, kind=kind)


def _way(says: Says) -> str:
    parts = (says.told and f"to {says.told}", says.venue and f"in {says.venue}", says.via)
    return "".join(f" {part}" for part in parts if part)


def kinds(*reports: Report) -> list[OriginKind]:
    [claim] = claims(*reports)
    return [origin.kind for origin in claim.origins]


def test_each_origin_tells_its_articles_and_how_it_is_known() -> None:
    one = report("The Lantern", "2024-05-01", Says("Pavel Ostrin", WORDS, told="reporters"))
    other = report("Coast Mail", "2024-05-01", Says("Pavel Ostrin", WORDS, venue="a briefing"))
    [claim] = claims(one, other)
    [origin] = claim.origins
    articles = story(one, other)
    assert set(origin.articles) == {member.article.id for member in articles}
    assert origin.because == "it was told to the press"
    shown = {_words(articles, passage.article, passage.span) for passage in origin.passages}
    assert shown == {"reporters", "a briefing"}


def _words(members: Sequence[Annotated], article: str, span: object) -> str:
    [found] = [member.article for member in members if member.article.id == article]
    return span.of(found.text)  # type: ignore[attr-defined, no-any-return]


def test_what_a_speaker_says_next_was_said_where_he_was() -> None:
    words = Says("Pavel Ostrin", WORDS)
    first = Says("Pavel Ostrin", NEXT, told="reporters")
    assert kinds(report("The Lantern", "2024-05-01", first, words)) == [OriginKind.PRESS_CONFERENCE]


def test_a_venue_does_not_reach_to_far_off_words() -> None:
    words = Says("Pavel Ostrin", f"{WORDS}")
    first = Says("Pavel Ostrin", NEXT, told="reporters")
    apart = "Farmers along the river count sheep and hay that the brown flood took. " * 12
    text = f"{NEXT}, Pavel Ostrin said to reporters.\n{apart}\n{WORDS}, Ostrin said."
    far = Report("The Lantern", "2024-05-01", text, who=WHO, says=(first, words))
    assert kinds(far) == [OriginKind.UNKNOWN]


LEAD = (
    "Water from the Velm dam swept through the valley before dawn on Tuesday and cut the only road "
    "to the village of Lenitz, where several families had to wait on their roofs for boats."
)


def test_what_two_papers_print_of_one_agency_is_the_agencys() -> None:
    says = Says("Pavel Ostrin", WORDS)
    one = report("The Lantern", "2024-05-01", says, lead=LEAD, credit="Reuters")
    other = report("Coast Mail", "2024-05-02", says, lead=LEAD)
    [claim] = claims(one, other)
    [origin] = claim.origins
    assert (origin.kind, origin.name) == (OriginKind.AGENCY, "Reuters")
    assert len(origin.articles) == 2


def test_a_copy_that_credits_the_agency_tells_whose_text_the_first_one_is() -> None:
    says = Says("Pavel Ostrin", WORDS)
    one = report("The Lantern", "2024-05-01", says, lead=LEAD)
    other = report("Coast Mail", "2024-05-02", says, lead=LEAD, credit="Reuters")
    assert kinds(one, other) == [OriginKind.AGENCY]


@pytest.mark.parametrize(
    ("named", "origin"),
    [
        ("Valley Wire", (OriginKind.OUTLET, "Valley Wire")),
        ("Coast Mail", (OriginKind.UNKNOWN, "Coast Mail")),  # of itself: no tale of whence
    ],
)
def test_what_metadata_say_an_article_is_from_is_its_origin(
    named: str, origin: tuple[OriginKind, str]
) -> None:
    [member] = story(report("Coast Mail", "2024-05-02", Says("Pavel Ostrin", WORDS), lead=LEAD))
    stated = Credit(CreditKind.REPORT, Span(0, len(LEAD)), (named,), "the feed's source element")
    made = link_story(
        [replace(member, article=replace(member.article, credits=(stated,)))], story="story-1"
    )
    [claim] = [claim for claim in made.claims if "sluice" in claim.text]
    assert [(one.kind, one.name) for one in claim.origins] == [origin]


def test_a_reprint_leads_to_the_press_conference_of_its_source() -> None:
    first = Says("Pavel Ostrin", WORDS, told="reporters")
    one = report("The Lantern", "2024-05-01", first, lead=LEAD)
    other = report("Coast Mail", "2024-05-02", Says("Pavel Ostrin", WORDS), lead=LEAD)
    [claim] = claims(one, other)
    [origin] = claim.origins
    assert origin.kind is OriginKind.PRESS_CONFERENCE
    assert len(origin.articles) == 2


def test_two_papers_that_do_not_say_whence_are_two_unknowns_and_no_origin() -> None:
    words = "the upper sluice gave way at midnight without any warning"
    text = f"Pavel Ostrin said {words}."
    reports = [
        Report(name, "2024-05-01", text, who=WHO, says=(Says("Pavel Ostrin", words),))
        for name in ("The Lantern", "Coast Mail")
    ]
    assert kinds(*reports) == [OriginKind.UNKNOWN, OriginKind.UNKNOWN]


def test_what_was_told_to_this_newspaper_has_it_for_its_origin() -> None:
    words = "the upper sluice gave way at midnight without any warning"
    says = Says("Pavel Ostrin", words, told="this newspaper")
    text = f"Pavel Ostrin told this newspaper {words}."
    [claim] = claims(Report("The Lantern", "2024-05-01", text, who=WHO, says=(says,)))
    [origin] = claim.origins
    assert (origin.kind, origin.name) == (OriginKind.OUTLET, "The Lantern")
