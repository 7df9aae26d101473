"""One story as a whole: the same whatever the order of its articles, titled by its own words."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.factory import BODY, Report, Says, Who, story

from whence.link import link_story
from whence.model import Modality, Stance

KOLAR, OSTRIN = Who(("Hana Kolar", "Kolar")), Who(("Pavel Ostrin", "Ostrin"))
NAMESAKE, BARE = Who(("Livia Kolar",)), Who(("Kolar",))
MINISTRY = Who(("Water Ministry",), BODY)
SPEAKERS = (KOLAR, OSTRIN, NAMESAKE, BARE, MINISTRY)
WORDS = (
    "two gates of the upper sluice were opened during the night",
    "no gates of the upper sluice were opened during the night",
    "the upper sluice was closed during the night",
    "“two gates of the upper sluice were opened”",
    "four people were killed when the upper sluice gave way",
    "nine people died when the upper sluice gave way",
    "the council is ready to consider asking for pumps",
    "the council asked for pumps and engineers",
)
FIGURES = {WORDS[4]: (("four", 4, 4, "people"),), WORDS[5]: (("nine", 9, 9, "people"),)}


@st.composite
def reports(draw: st.DrawFn) -> Report:
    outlet = draw(st.sampled_from(["The Lantern", "Coast Mail", "Meridian Press"]))
    day = draw(st.sampled_from(["2024-05-01", "2024-05-02", "2024-05-03", None]))
    who = draw(st.lists(st.sampled_from(SPEAKERS), min_size=1, max_size=3, unique=True))
    lines, says = [], []
    for speaker in who:
        words = draw(st.sampled_from([w for w in WORDS if w not in {s.words for s in says}]))
        told = draw(st.sampled_from([None, "reporters", "the BBC"]))
        lines.append(f"{speaker.names[0]} told {told or 'nobody here'} this: {words}.")
        says.append(
            Says(
                speaker.names[0],
                words,
                stance=draw(st.sampled_from([Stance.ASSERTS, Stance.DENIES])),
                modality=draw(st.sampled_from([Modality.FACT, Modality.POSSIBLE])),
                told=told,
                figures=FIGURES.get(words, ()),
            )
        )
    text = f"{outlet} on {day}.\n" + "\n".join(lines)
    return Report(
        outlet, day, text, title=f"{outlet}: {says[0].words}", who=tuple(who), says=tuple(says)
    )


def unlike(one: Report) -> str:
    return one.outlet + one.text


@settings(deadline=None)
@given(st.lists(reports(), min_size=1, max_size=5, unique_by=unlike), st.randoms())
def test_the_order_of_the_articles_does_not_matter(
    given_reports: list[Report], random: Random
) -> None:
    members = story(*given_reports)
    shuffled = list(members)
    random.shuffle(shuffled)
    assert link_story(shuffled, story="story-x") == link_story(members, story="story-x")


@settings(deadline=None)
@given(st.lists(reports(), min_size=1, max_size=4, unique_by=unlike))
def test_every_statement_has_one_claim_and_one_origin_and_every_referent_one_entity(
    given_reports: list[Report],
) -> None:
    members = story(*given_reports)
    linked = link_story(members, story="story-x")
    statements = sorted(said.id for member in members for said in member.statements)
    referents = sorted(one.id for member in members for one in member.referents)
    assert sorted(name for claim in linked.claims for name in claim.statements) == statements
    assert sorted(ref for entity in linked.entities for ref in entity.referents) == referents
    for claim in linked.claims:
        owed = [name for origin in claim.origins for name in origin.statements]
        assert sorted(owed) == sorted(claim.statements)
    ids = [each.id for each in (*linked.claims, *linked.entities, *linked.relations)]
    assert len(ids) == len(set(ids))


@settings(deadline=None)
@given(st.lists(reports(), min_size=1, max_size=4, unique_by=unlike))
def test_relations_bind_two_claims_of_the_story_and_show_exact_words(
    given_reports: list[Report],
) -> None:
    members = story(*given_reports)
    linked = link_story(members, story="story-x")
    texts = {member.article.id: member.article.text for member in members}
    claims = {claim.id for claim in linked.claims}
    for relation in linked.relations:
        assert {relation.a, relation.b} <= claims
        assert relation.a != relation.b
        assert 0 < relation.confidence <= 1
        assert len(relation.because.passages) == 2
        assert all(passage.span.of(texts[passage.article]) for passage in relation.because.passages)


def test_a_story_is_titled_by_the_headline_of_a_central_original() -> None:
    flood = "Flood water from the dam cut the road to the village and the council met on repairs. "
    aside = "A choir sang for the minister at the opera, and a baker handed out rolls at the gate. "
    linked = link_story(
        story(
            Report("The Lantern", "2024-05-02", flood + "Boats came.", title="Dam flood cuts road"),
            Report("Coast Mail", "2024-05-01", aside, title="A night at the opera"),
            Report(
                "Tolm Post", "2024-05-03", flood + "Sheep drowned.", title="Road cut by dam flood"
            ),
        ),
        story="story-x",
    )
    assert linked.story.title in {"Dam flood cuts road", "Road cut by dam flood"}
    assert str(linked.story.first) == "2024-05-01"
    assert str(linked.story.last) == "2024-05-03"


def test_articles_stand_in_order_of_publication_with_the_undated_last() -> None:
    members = story(
        Report("The Lantern", None, "No date here."),
        Report("Coast Mail", "2024-05-02", "Second."),
        Report("Tolm Post", "2024-05-01", "First."),
    )
    linked = link_story(members, story="story-x")
    assert linked.story.articles == tuple(members[at].article.id for at in (2, 1, 0))


def test_a_story_without_articles_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        link_story([], story="story-x")
