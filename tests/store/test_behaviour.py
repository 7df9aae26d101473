"""What every store promises, whatever it is made of."""

import dataclasses
from datetime import date

import pytest
from tests.store.making import (
    NEWER,
    OUTLET,
    PRODUCER,
    annotated,
    article,
    decided,
    linked,
    placed,
    put,
)

from whence.errors import UnknownRecord
from whence.model import Outlet
from whence.store import Held, Ledger


def test_what_is_kept_comes_back_as_it_was(ledger: Ledger) -> None:
    kept = annotated(article("Ünïcode 👩🏽‍🚒 stays,\r\nso do\u00a0spaces \0 and NULs."))
    with ledger.writing() as batch:
        batch.keep(kept)
    with ledger.reading() as view:
        assert view.annotated(kept.article.id) == kept


def test_a_text_with_half_a_character_is_kept_too(ledger: Ledger) -> None:
    kept = annotated(article("Half a pair: \ud83d.", place="caf\udce9.txt"))
    with ledger.writing() as batch:
        batch.keep(kept)
    with ledger.reading() as view:
        assert view.annotated(kept.article.id) == kept


def test_a_batch_that_fails_leaves_nothing(ledger: Ledger) -> None:
    def fail_midway() -> None:
        with ledger.writing() as batch:
            put(batch, article())
            raise RuntimeError("midway")

    with pytest.raises(RuntimeError, match="midway"):
        fail_midway()
    with ledger.reading() as view:
        assert view.articles() == 0
        assert list(view.stories()) == []
        assert view.frequencies(["bridge"]) == {}


def test_a_batch_sees_what_it_wrote(ledger: Ledger) -> None:
    with ledger.writing() as batch:
        put(batch, article())
        assert batch.articles() == 1
        assert batch.members("story-1") == (article().id,)
        assert batch.near({"bridge": 1.0}, around=None, days=3, limit=5)[0].story == "story-1"


def test_an_unknown_article_is_an_error_that_names_it(ledger: Ledger) -> None:
    with ledger.reading() as view, pytest.raises(UnknownRecord, match="art-0"):
        view.annotated("art-0")


def test_an_article_cannot_be_placed_before_it_is_kept(ledger: Ledger) -> None:
    with pytest.raises(UnknownRecord, match="before it is kept"), ledger.writing() as batch:
        batch.place(placed(article()), decided(article()))


class TestHeld:
    def test_nothing_of_a_new_article(self, ledger: Ledger) -> None:
        with ledger.reading() as view:
            assert view.held(article(), PRODUCER) is Held.NOTHING

    def test_the_same_when_it_is_offered_again(self, ledger: Ledger) -> None:
        with ledger.writing() as batch:
            put(batch, article())
            assert batch.held(article(), PRODUCER) is Held.SAME

    def test_older_when_another_model_read_it(self, ledger: Ledger) -> None:
        with ledger.writing() as batch:
            put(batch, article())
            assert batch.held(article(), NEWER) is Held.OLDER

    def test_older_when_the_same_place_is_read_with_another_date(self, ledger: Ledger) -> None:
        with ledger.writing() as batch:
            put(batch, article(day=None))
            assert batch.held(article(day="2031-05-02"), PRODUCER) is Held.OLDER

    def test_the_same_when_a_copy_lies_elsewhere(self, ledger: Ledger) -> None:
        with ledger.writing() as batch:
            put(batch, article())
            assert batch.held(article(place="copy.txt", day=None), PRODUCER) is Held.SAME


class TestKeepingAnew:
    def test_supersedes_the_earlier_reading(self, ledger: Ledger) -> None:
        with ledger.writing() as batch:
            put(batch, article(day=None))
        anew = annotated(article(day="2031-05-04"), NEWER)
        with ledger.writing() as batch:
            batch.keep(anew)
        with ledger.reading() as view:
            assert view.annotated(anew.article.id) == anew

    def test_takes_the_article_out_of_its_story_until_it_is_placed_again(
        self, ledger: Ledger
    ) -> None:
        with ledger.writing() as batch:
            put(batch, article())
            batch.keep(annotated(article(), NEWER))
            assert batch.members("story-1") == ()
            assert batch.frequencies(["bridge"]) == {}
            assert batch.near({"bridge": 1.0}, around=None, days=1, limit=5) == ()

    def test_outdated_articles_are_found_by_their_producer(self, ledger: Ledger) -> None:
        one, two, new = article("One."), article("Two."), article("New.")
        with ledger.writing() as batch:
            put(batch, one)
            batch.keep(annotated(new, NEWER))
            put(batch, two)
        with ledger.reading() as view:
            assert view.outdated(NEWER, limit=9) == (one, two)
            assert view.outdated(PRODUCER, limit=9) == (new,)

    def test_outdated_articles_come_page_by_page(self, ledger: Ledger) -> None:
        one, two = article("One."), article("Two.")
        with ledger.writing() as batch:
            put(batch, one)
            put(batch, two)
        with ledger.reading() as view:
            assert view.outdated(NEWER, limit=1) == (one,)
            assert view.outdated(NEWER, after=one.id, limit=1) == (two,)
            assert view.outdated(NEWER, after=two.id, limit=1) == ()


class TestCandidates:
    def test_frequencies_count_articles_and_leave_out_unseen_terms(self, ledger: Ledger) -> None:
        with ledger.writing() as batch:
            put(batch, article("One."), "s", "bridge", "flood")
            put(batch, article("Two."), "s", "bridge")
        with ledger.reading() as view:
            assert view.frequencies({"bridge", "flood", "fire"}) == {"bridge": 2, "flood": 1}
            assert view.frequencies([]) == {}

    def test_those_that_share_most_come_first_then_those_added_first(self, ledger: Ledger) -> None:
        a, b, c = (article(f"Report {n}.") for n in "abc")
        with ledger.writing() as batch:
            put(batch, a, "s", "flood")
            put(batch, b, "s", "flood", "bridge")
            put(batch, c, "s", "flood")
        with ledger.reading() as view:
            found = view.near({"bridge": 1.0, "flood": 1.0}, around=None, days=0, limit=9)
            assert [hit.sketch.article for hit in found] == [b.id, a.id, c.id]
            found = view.near({"bridge": 1.0, "flood": 1.0}, around=None, days=0, limit=2)
            assert [hit.sketch.article for hit in found] == [b.id, a.id]
            assert view.near({"bridge": 1.0}, around=None, days=0, limit=0) == ()
            assert view.near({}, around=None, days=0, limit=5) == ()

    def test_a_candidate_carries_the_whole_sketch(self, ledger: Ledger) -> None:
        hit = placed(article(), "s", ("bridge", "flood"))
        with ledger.writing() as batch:
            batch.keep(annotated(article()))
            batch.place(hit, decided(article(), "s"))
            assert batch.near({"flood": 1.0}, around=None, days=0, limit=1) == (hit,)

    @pytest.mark.parametrize("day", ["2031-05-02", "2031-05-05", "2031-05-08", None])
    def test_days_around_are_near_and_the_undated_too(
        self, ledger: Ledger, day: str | None
    ) -> None:
        assert self.hits(ledger, day) == 1

    @pytest.mark.parametrize("day", ["2031-05-01", "2031-05-09", "2030-05-05"])
    def test_other_days_are_not_near(self, ledger: Ledger, day: str) -> None:
        assert self.hits(ledger, day) == 0

    def hits(self, ledger: Ledger, day: str | None) -> int:
        with ledger.writing() as batch:
            put(batch, article(day=day))
            return len(batch.near({"bridge": 1.0}, around=date(2031, 5, 5), days=3, limit=5))

    def test_the_first_days_of_the_calendar_are_no_error(self, ledger: Ledger) -> None:
        with ledger.writing() as batch:
            put(batch, article(day="0001-01-02"))
            assert len(batch.near({"bridge": 1.0}, around=date(1, 1, 1), days=9, limit=5)) == 1

    def test_more_terms_than_one_statement_may_bind(self, ledger: Ledger) -> None:
        many = tuple(f"term{n}" for n in range(40_000))
        with ledger.writing() as batch:
            put(batch, article(), "s", *many)
            assert len(batch.frequencies(many)) == len(many)
            assert len(batch.near(dict.fromkeys(many, 1.0), around=None, days=0, limit=5)) == 1
            batch.keep(annotated(article(), NEWER))
            assert batch.frequencies(many) == {}


class TestStories:
    def test_members_come_in_the_order_they_were_added(self, ledger: Ledger) -> None:
        sources = [article(f"Report {n}.") for n in "cab"]
        with ledger.writing() as batch:
            for source in sources:
                put(batch, source)
        with ledger.reading() as view:
            assert view.members("story-1") == tuple(source.id for source in sources)
            assert [held.article for held in view.annotated_of("story-1")] == sources

    def test_a_story_is_stale_until_it_is_linked_and_when_an_article_joins(
        self, ledger: Ledger
    ) -> None:
        with ledger.writing() as batch:
            put(batch, article("One."))
            assert batch.stale("linker 1") == ("story-1",)
            made = linked("story-1", batch.members("story-1"))
            batch.keep_linked(made, "linker 1")
            assert batch.stale("linker 1") == ()
            assert batch.linked("story-1", "linker 1") == made
            put(batch, article("Two."))
            assert batch.stale("linker 1") == ("story-1",)
            assert batch.linked("story-1", "linker 1") is None

    def test_a_story_is_stale_for_another_linker(self, ledger: Ledger) -> None:
        with ledger.writing() as batch:
            put(batch, article())
            batch.keep_linked(linked("story-1", (article().id,)), "linker 1")
            assert batch.stale("linker 2") == ("story-1",)
            assert batch.linked("story-1", "linker 2") is None

    def test_a_story_that_an_article_left_is_stale_and_without_any_is_gone(
        self, ledger: Ledger
    ) -> None:
        one, two = article("One."), article("Two.")
        with ledger.writing() as batch:
            put(batch, one)
            put(batch, two)
            batch.keep_linked(linked("story-1", (one.id, two.id)), "linker 1")
            batch.place(placed(one, "story-2"), decided(one, "story-2"))
            assert batch.stale("linker 1") == ("story-1", "story-2")
            batch.place(placed(two, "story-2"), decided(two, "story-2"))
            assert batch.stale("linker 1") == ("story-2",)
            assert [entry.id for entry in batch.stories()] == ["story-2"]

    def test_the_list_is_newest_first_with_counts(self, ledger: Ledger) -> None:
        elsewhere = Outlet("Fjord Radio")
        with ledger.writing() as batch:
            put(batch, article("Undated.", day=None), "story-0")
            put(batch, article("One."))
            put(batch, article("One.", outlet=elsewhere))
            put(batch, article("Two."))
            batch.keep_linked(linked("story-1", batch.members("story-1")), "linker 1")
            first, second = batch.stories()
        assert (first.id, first.title, first.articles, first.outlets) == (
            "story-1",
            "Bridge shut",
            3,
            2,
        )
        assert first.last == date(2031, 5, 2)
        assert (second.id, second.title, second.last) == ("story-0", None, None)

    def test_an_id_may_be_cut_short_while_it_is_clear(self, ledger: Ledger) -> None:
        with ledger.writing() as batch:
            for story in ("st-1a", "st-1b", "st-2_", "st-2x", "st-2"):
                put(batch, article(f"Of {story}."), story)
        with ledger.reading() as view:
            assert view.story_id("st-1a") == "st-1a"
            assert view.story_id("st-2_") == "st-2_"
            assert view.story_id("st-2") == "st-2"
            with pytest.raises(UnknownRecord, match="st-1a, st-1b"):
                view.story_id("st-1")
            with pytest.raises(UnknownRecord, match="no story 'st-9'"):
                view.story_id("st-9")

    def test_two_stories_become_one_and_the_old_id_leads_there(self, ledger: Ledger) -> None:
        one, two, three = article("One."), article("Two."), article("Three.")
        joining = dataclasses.replace(decided(one), kind="joined", subject="st-1", value="st-2")
        with ledger.writing() as batch:
            put(batch, one, "st-1")
            put(batch, two, "st-2")
            put(batch, three, "st-1")
            for story in ("st-1", "st-2"):
                batch.keep_linked(linked(story, batch.members(story)), "linker 1")
            batch.join(joining)
        with ledger.reading() as view:
            assert view.members("st-2") == (one.id, two.id, three.id)
            assert view.members("st-1") == ()
            assert [entry.id for entry in view.stories()] == ["st-2"]
            assert view.stale("linker 1") == ("st-2",)
            assert view.story_id("st-1") == "st-2"
            assert view.decisions("joined", "st-1") == (joining,)
            assert {
                hit.story for hit in view.near({"bridge": 1.0}, around=None, days=0, limit=5)
            } == {"st-2"}

    @pytest.mark.parametrize("subject", ["st-1", "st-9"])
    def test_a_story_is_joined_to_another_that_is_there(self, ledger: Ledger, subject: str) -> None:
        joining = dataclasses.replace(decided(article()), subject=subject, value="st-1")
        with ledger.writing() as batch:
            put(batch, article(), "st-1")
            with pytest.raises(UnknownRecord, match="no other story"):
                batch.join(joining)

    def test_a_story_that_is_not_there_cannot_be_linked(self, ledger: Ledger) -> None:
        with pytest.raises(UnknownRecord, match="story-9"), ledger.writing() as batch:
            batch.keep_linked(linked("story-9", ()), "linker 1")


def test_decisions_supersede_each_other_and_none_is_lost(ledger: Ledger) -> None:
    with ledger.writing() as batch:
        put(batch, article())
        batch.place(placed(article(), "story-2"), decided(article(), "story-2", "a person said so"))
    with ledger.reading() as view:
        assert view.decisions("placed", article().id) == (
            decided(article(), "story-1"),
            decided(article(), "story-2", "a person said so"),
        )
        assert view.members("story-1") == ()
        assert view.members("story-2") == (article().id,)


def test_the_outlet_of_two_articles_is_one(ledger: Ledger) -> None:
    with ledger.writing() as batch:
        put(batch, article("One.", outlet=OUTLET))
        put(batch, article("Two.", outlet=Outlet("The Post", domain=OUTLET.domain)))
        assert next(batch.stories()).outlets == 1


def test_the_articles_of_a_story_with_their_sketches(ledger: Ledger) -> None:
    with ledger.writing() as batch:
        for at in range(3):
            put(batch, article(f"Report {at}."), "story-1")
        put(batch, article("Another."), "story-2")
    with ledger.reading() as view:
        held = view.placed_in("story-1", most=2)
        assert [placed.sketch.article for placed in held] == list(view.members("story-1"))[:2]
        assert {placed.story for placed in held} == {"story-1"}
        assert view.size_of("story-1", most=9) == 3
        assert view.size_of("story-1", most=2) == 2
        assert view.size_of("story-none", most=2) == 0


def test_what_tells_more_of_an_article_finds_it_first(ledger: Ledger) -> None:
    rare, common = article("Rare."), article("Common.")
    with ledger.writing() as batch:
        put(batch, rare, "story-1", "sluice")
        put(batch, common, "story-2", "water", "town")
    with ledger.reading() as view:
        terms = {"water": 0.2, "town": 0.2, "sluice": 1.0}
        found = view.near(terms, around=None, days=0, limit=5)
        assert [hit.sketch.article for hit in found] == [rare.id, common.id]
