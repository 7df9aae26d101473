"""An outlet's own name is found whole in its own article."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.annotate.own_name import with_own_name
from whence.model import Article, EntityKind, Mention, Outlet, Provenance, Span

TEXT = "The mayor told Velm Valley  Online on Monday. Velm Valley was calm."


def article(outlet: str, text: str = TEXT) -> Article:
    return Article(
        id="art-test",
        outlet=Outlet(outlet),
        title=None,
        text=text,
        blocks=(),
        provenance=Provenance("test", "text", ""),
    )


def place(text: str, at: int = 0) -> Mention:
    start = TEXT.index(text, at)
    return Mention(Span(start, start + len(text)), EntityKind.PLACE, 0.9)


def names(outlet: str, *read: Mention) -> list[tuple[str, str]]:
    found = with_own_name(article(outlet), [Span(0, len(TEXT))], read)
    return [(one.span.of(TEXT), one.kind.value) for one in found]


@pytest.mark.parametrize("outlet", ["Velm Valley Online", "The Velm Valley Online"])
def test_a_name_read_in_part_is_whole(outlet: str) -> None:
    found = names(outlet, place("Velm Valley"), place("Velm Valley", 30))
    assert found == [("Velm Valley  Online", "organisation"), ("Velm Valley", "place")]


def test_nothing_is_added_where_it_is_not_printed_or_is_one_word() -> None:
    assert names("Lenitz Sun", place("Velm Valley")) == [("Velm Valley", "place")]
    assert names("Monday") == []


def test_words_that_hold_the_name_are_not_the_name() -> None:
    text = "Old Velm Posts stood there; the Velm Post was read."
    found = with_own_name(article("Velm Post", text), [Span(0, len(text))], [])
    assert [one.span.start for one in found] == [text.index("Velm Post was")]


@given(st.text(min_size=1, max_size=40), st.text(alphabet="ab .*(+\\[ ", max_size=12))
def test_any_name_and_any_text_give_mentions_in_order_and_apart(text: str, outlet: str) -> None:
    found = with_own_name(article(outlet, text), [Span(0, len(text))], [])
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
