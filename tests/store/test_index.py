"""The indexes of terms and of marks give what a plain search through everything would give."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.making import annotated, article, decided

from whence.model import Article, Fingerprint, Outlet, Placed, Sketch
from whence.store import Ledger, View, candidates, texts

FIRST = date(2031, 5, 1)
#: As few are read of each list, so that lists are cut short.
POSTINGS, INDEXED, HOLDERS = 2, 3, 2
ARTICLES = [article(f"Report {number}.", place=f"{number}.txt") for number in range(8)]
WORDS = ("bridge", "flood", "fire", "wind", "dam")

DAYS = st.none() | st.integers(0, 6).map(lambda days: FIRST + timedelta(days=days))
TERMS = st.lists(st.sampled_from(WORDS), min_size=1, unique=True).map(
    lambda words: {word: round(1 / (2 + at), 4) for at, word in enumerate(words)}
)
PLACED = st.builds(
    lambda at, day, terms, story: Placed(Sketch(ARTICLES[at].id, day, terms, b"\x05"), story),
    st.integers(0, len(ARTICLES) - 1),
    DAYS,
    TERMS,
    st.sampled_from(("story-1", "story-2")),
)
ASKED = st.tuples(TERMS, DAYS, st.integers(0, 4), st.integers(0, 5))
BY_ID = {each.id: each for each in ARTICLES}


@pytest.fixture(autouse=True, scope="module")
def short_lists() -> Iterator[None]:
    with (
        patch.object(candidates, "_POSTINGS", POSTINGS),
        patch.object(candidates, "INDEXED_TERMS", INDEXED),
        patch.object(texts, "MOST_HOLDERS", HOLDERS),
    ):
        candidates._postings.cache_clear()
        yield
    candidates._postings.cache_clear()


@dataclass
class Plain:
    """The placed articles in the order they were first kept; everything is looked through."""

    numbers: list[str] = field(default_factory=list)
    placed: dict[str, Placed] = field(default_factory=dict)

    def place(self, one: Placed) -> None:
        if one.sketch.article not in self.numbers:
            self.numbers.append(one.sketch.article)
        self.placed[one.sketch.article] = one

    def frequencies(self) -> Mapping[str, int]:
        return Counter(term for one in self.placed.values() for term in one.sketch.terms)

    def near(
        self, terms: Mapping[str, float], around: date | None, days: int, limit: int
    ) -> Sequence[Placed]:
        shared: dict[str, list[float]] = defaultdict(list)
        for term, weight in terms.items():
            for name in self.read(term, around, days):
                shared[name].append(weight)
        ranked = sorted(shared, key=lambda name: (-sum(shared[name]), self.numbers.index(name)))
        return tuple(self.placed[name] for name in ranked[:limit])

    def read(self, term: str, around: date | None, days: int) -> Sequence[str]:
        """The articles whose entry under a term is read, the nearest to the day on each side."""
        dated: list[tuple[date, int, str]] = []
        undated: list[tuple[date, int, str]] = []
        for name, one in self.placed.items():
            if term in list(one.sketch.terms)[:INDEXED]:
                number = self.numbers.index(name)
                day = one.sketch.day
                (undated if day is None else dated).append((day or date.min, number, name))
        undated.sort(reverse=True)
        dated.sort(reverse=True)
        if around is None:
            return [name for *_, name in (dated + undated)[:POSTINGS]]
        before = [one for one in dated if timedelta(0) <= around - one[0] <= timedelta(days)]
        after = [one for one in dated if timedelta(0) < one[0] - around <= timedelta(days)]
        read = before[:POSTINGS] + after[::-1][:POSTINGS] + undated[:POSTINGS]
        return [name for *_, name in read]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PLACED, min_size=1, max_size=6), max_size=4), st.lists(ASKED, max_size=4))
def test_articles_are_found_as_by_a_plain_search(
    batches: list[list[Placed]], asked: list[tuple[dict[str, float], date | None, int, int]]
) -> None:
    plain = Plain()
    with Ledger.open() as ledger:
        for batch in batches:
            with ledger.writing() as writing:
                for one in batch:
                    if one.sketch.article not in plain.placed:
                        writing.keep(annotated(BY_ID[one.sketch.article]))
                    writing.place(one, decided(BY_ID[one.sketch.article], one.story))
                    plain.place(one)
                    agree(writing, plain, asked)
        with ledger.reading() as view:
            agree(view, plain, asked)


def agree(
    view: View,
    plain: Plain,
    asked: list[tuple[dict[str, float], date | None, int, int]],
) -> None:
    assert view.frequencies(WORDS) == plain.frequencies()
    for terms, around, days, limit in asked:
        found = view.near(terms, around=around, days=days, limit=limit)
        assert found == plain.near(terms, around, days, limit)


MARKED = st.tuples(st.sampled_from(ARTICLES), st.sets(st.integers(1, 6), max_size=4))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(MARKED, min_size=1, max_size=6), max_size=4))
def test_who_shares_marks_is_found_as_by_a_plain_search(
    batches: list[list[tuple[Article, set[int]]]],
) -> None:
    whole: dict[str, int] = {}
    holders: dict[int, list[str]] = defaultdict(list)
    with Ledger.open() as ledger:
        with ledger.writing() as writing:
            for each in ARTICLES:
                writing.keep(annotated(each))
        for batch in batches:
            with ledger.writing() as writing:
                for source, marks in batch:
                    writing.sharing(marks)
                    writing.mark(Fingerprint(source.id, tuple(sorted(marks))), (), "scheme")
                    for held in holders.values():
                        if source.id in held:
                            held.remove(source.id)
                    for mark in marks:
                        if len(holders[mark]) < HOLDERS:
                            holders[mark].append(source.id)
                    whole[source.id] = len(marks)
                    for asked in (marks, {1, 2, 3, 4, 5, 6}, {9}):
                        found = {
                            one.article: (one.marks, one.whole) for one in writing.sharing(asked)
                        }
                        assert found == {
                            name: (has, whole[name])
                            for name in {name for mark in asked for name in holders[mark]}
                            if (has := frozenset(m for m in asked if name in holders[m]))
                        }


def test_an_outlet_that_was_read_anew_is_told_in_the_same_batch() -> None:
    source = article("One.")
    moved = replace(source, outlet=Outlet("Fjord Radio"))
    with Ledger.open() as ledger, ledger.writing() as writing:
        writing.keep(annotated(source))
        writing.mark(Fingerprint(source.id, (1,)), (), "scheme")
        assert [one.outlet for one in writing.sharing({1})] == ["tarnbypost.example"]
        writing.keep(annotated(moved))
        assert [one.outlet for one in writing.sharing({1})] == ["Fjord Radio"]
