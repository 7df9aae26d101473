"""A story in a ledger that turns out to be several, and what people decided of its articles."""

from datetime import UTC, datetime

from tests.link.factory import Report, annotated
from tests.link.test_place import RAIDS, TELLINGS, WAR

from whence import filing
from whence.link import Placement, sketch
from whence.model import Annotated, Placed, Ruling, Verdict
from whence.store import Batch, Decision, Ledger

NOW = datetime(2024, 6, 1, tzinfo=UTC)
GROWN = Placement("story-war", (), 0.5, 0.16, (), crowd=0.1)


def raid(town: str) -> list[Annotated]:
    what, doing, part, who, day = RAIDS[town]
    return [
        annotated(
            Report(
                f"The {town} Lantern",
                day,
                f"{telling.format(what=what, doing=doing, part=part, who=who, town=town)} "
                f"{WAR[at % 3]}",
                title=f"{town}: {what} hit",
            )
        )
        for at, telling in enumerate(TELLINGS)
    ]


def one_story(batch: Batch, *articles: Annotated) -> None:
    for one in articles:
        batch.keep(one)
        decided = Decision("placed", one.article.id, "story-war", "test", NOW, "", 1.0)
        batch.place(Placed(sketch(one), "story-war"), decided)


def test_a_grown_story_parts_and_says_why() -> None:
    here, there = raid("Hadrin"), raid("Tolgrad")
    with Ledger.open() as ledger:
        with ledger.writing() as batch:
            one_story(batch, *here, *there)
            filing.part(batch, "story-war", GROWN)
        with ledger.reading() as view:
            stories = [{view.story_of(one.article.id) for one in raid} for raid in (here, there)]
            assert {"story-war"} in stories
            (begun,) = next(each for each in stories if each != {"story-war"})
            assert begun is not None
            (name, *_) = view.members(begun)
            assert "turned out to be 2 stories" in view.decisions("placed", name)[-1].why


def test_articles_that_a_person_holds_to_be_of_one_story_stay_in_one() -> None:
    here, there = raid("Hadrin"), raid("Tolgrad")
    with Ledger.open() as ledger:
        with ledger.writing() as batch:
            one_story(batch, *here, *there)
            pair = here[0].article.id, there[0].article.id
            batch.rule(Ruling(Verdict.SAME_STORY, *pair, "Ada Lund", NOW, "one night"))
            filing.part(batch, "story-war", GROWN)
        with ledger.reading() as view:
            assert view.story_of(pair[0]) == view.story_of(pair[1])


def test_a_story_of_one_chain_of_events_stays_whole() -> None:
    with Ledger.open() as ledger:
        with ledger.writing() as batch:
            one_story(batch, *raid("Osk"))
            filing.part(batch, "story-war", GROWN)
        with ledger.reading() as view:
            assert len(view.members("story-war")) == 4
