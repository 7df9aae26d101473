"""The index of texts, and what people decide of two articles, as the ledger keeps them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.store.making import article, linked, put

from whence.errors import UnknownRecord
from whence.model import (
    MARK_BYTES,
    MOST_HOLDERS,
    Article,
    Fingerprint,
    Kinship,
    Ruling,
    Span,
    Verdict,
)
from whence.store import Ledger

ONE, OTHER, THIRD = (article(text, place=text) for text in ("One.", "Another.", "A third."))
SCHEME = "scheme 1"
HIGH = 256**MARK_BYTES - 1


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open() as opened:
        with opened.writing() as batch:
            for at, each in enumerate((ONE, OTHER, THIRD)):
                put(batch, each, f"story-{at}")
        yield opened


def mark(ledger: Ledger, source: Article, *marks: int, kin: tuple[Kinship, ...] = ()) -> None:
    with ledger.writing() as batch:
        batch.mark(Fingerprint(source.id, tuple(sorted(marks))), kin, SCHEME)


def kinship(one: Article, other: Article) -> Kinship:
    a, b = sorted((one.id, other.id))
    return Kinship(a, b, ((Span(0, 2), Span(1, 3)),))


def test_the_marks_of_an_article_are_as_they_were_kept(ledger: Ledger) -> None:
    mark(ledger, ONE, 2, 1, HIGH)
    with ledger.reading() as view:
        assert view.fingerprint(ONE.id) == Fingerprint(ONE.id, (1, 2, HIGH))
        assert view.fingerprint(OTHER.id) == Fingerprint(OTHER.id, ())


def test_articles_are_found_by_the_marks_they_share(ledger: Ledger) -> None:
    mark(ledger, ONE, 1, 2, HIGH)
    mark(ledger, OTHER, 2, 3)
    with ledger.reading() as view:
        found = {each.article: each for each in view.sharing({2, HIGH})}
        assert view.sharing({99}) == view.sharing(()) == []
    assert found.keys() == {ONE.id, OTHER.id}
    assert found[ONE.id].marks == {2, HIGH}
    assert (found[ONE.id].whole, found[ONE.id].outlet) == (3, "tarnbypost.example")


def test_marking_again_takes_the_place_of_the_marks_before(ledger: Ledger) -> None:
    mark(ledger, OTHER, 2)
    mark(ledger, ONE, 1, 2, kin=(kinship(ONE, OTHER),))
    mark(ledger, ONE, 5)
    with ledger.reading() as view:
        assert view.sharing({1}) == []
        assert [each.article for each in view.sharing({5})] == [ONE.id]
        assert view.kin_of({ONE.id, OTHER.id}) == []


def test_of_a_mark_that_many_have_those_held_first_stand_for_all(ledger: Ledger) -> None:
    for at in range(MOST_HOLDERS + 5):
        each = article(f"Report {at}.", place=str(at))
        with ledger.writing() as batch:
            put(batch, each, "story-9")
            batch.mark(Fingerprint(each.id, (7, 100 + at)), (), SCHEME)
    with ledger.reading() as view:
        assert len(view.sharing({7})) == MOST_HOLDERS
        assert len(view.sharing({100 + MOST_HOLDERS})) == 1


def test_kin_are_found_from_either_article_with_their_spans(ledger: Ledger) -> None:
    pair = kinship(ONE, OTHER)
    mark(ledger, OTHER, 1)
    mark(ledger, ONE, 1, kin=(pair,))
    with ledger.reading() as view:
        assert view.kin_of({ONE.id}) == view.kin_of({OTHER.id, THIRD.id}) == [pair]
        assert view.kin_of({THIRD.id}) == []


def test_the_stories_of_new_kin_are_linked_anew(ledger: Ledger) -> None:
    with ledger.writing() as batch:
        for at, each in enumerate((ONE, OTHER, THIRD)):
            batch.keep_linked(linked(f"story-{at}", (each.id,)), "linker")
    mark(ledger, ONE, 1, kin=(kinship(ONE, THIRD),))
    with ledger.reading() as view:
        assert view.stale("linker") == ("story-0", "story-2")


def test_articles_without_marks_of_the_scheme_are_told(ledger: Ledger) -> None:
    mark(ledger, ONE, 1)
    with ledger.reading() as view:
        assert [each.id for each in view.unmarked(SCHEME, limit=9)] == [OTHER.id, THIRD.id]
        assert len(view.unmarked("scheme 2", limit=9)) == 3
        assert len(view.unmarked("scheme 2", limit=1)) == 1


def ruling(verdict: Verdict, one: Article, other: Article, minutes: int = 0) -> Ruling:
    at = datetime(2031, 5, 2, 12, tzinfo=UTC) + timedelta(minutes=minutes)
    return Ruling(verdict, one.id, other.id, "Ada Lund", at, "I read both")


def test_a_ruling_is_found_from_both_articles_and_a_later_one_holds(ledger: Ledger) -> None:
    first = ruling(Verdict.OTHER_STORY, ONE, OTHER)
    second = ruling(Verdict.SAME_STORY, OTHER, ONE, 1)
    reprint = ruling(Verdict.REPRINT, ONE, OTHER, 2)
    with ledger.writing() as batch:
        batch.rule(first)
        assert batch.rulings((OTHER.id,)) == (first,)
        assert batch.held_apart("story-0", "story-1")
        assert not batch.held_apart("story-0", "story-2")
        batch.rule(second)
        batch.rule(reprint)
        assert batch.rulings((ONE.id,)) == batch.rulings((OTHER.id,)) == (second, reprint)
        assert not batch.held_apart("story-0", "story-1")
        assert batch.rulings((THIRD.id,)) == ()
        batch.rule(ruling(Verdict.OPEN, OTHER, ONE, 3))
        assert batch.rulings((ONE.id, OTHER.id)) == ()
        rows = batch.decisions("ruled on story", f"{ONE.id} {OTHER.id}")
    assert len(rows) == 3


def test_a_ruling_on_what_is_not_held_is_refused(ledger: Ledger) -> None:
    with pytest.raises(UnknownRecord), ledger.writing() as batch:
        batch.rule(ruling(Verdict.REPRINT, ONE, article("Not here.")))


def test_an_article_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    with ledger.reading() as view:
        assert view.article_id(ONE.id[:10]) == ONE.id
        assert view.article(ONE.id) == ONE
        with pytest.raises(UnknownRecord, match="several"):
            view.article_id("art-")
        with pytest.raises(UnknownRecord, match="no article"):
            view.article("art-none")


def test_a_ruling_in_words_that_sql_cannot_hold_is_kept_with_them_written_out(
    ledger: Ledger,
) -> None:
    ruled = replace(ruling(Verdict.REPRINT, ONE, OTHER), who="A\udcff", why="read\0both")
    with ledger.writing() as batch:
        batch.rule(ruled)
        assert batch.rulings((ONE.id,)) == (replace(ruled, who="A\\udcff", why="read\\0both"),)


def test_an_id_that_sql_cannot_hold_is_no_id(ledger: Ledger) -> None:
    with ledger.reading() as view:
        for asked in (view.article_id, view.story_id):
            with pytest.raises(UnknownRecord):
                asked("\udcff")
