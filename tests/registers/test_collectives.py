"""Nouns that speak on paper, are spoken to, or are where one speaks."""

import pytest

from whence.registers import audience_noun, document_noun, venue_noun


@pytest.mark.parametrize(
    ("word", "noun", "plural"),
    [("report", "report", False), ("Figures", "figure", True), ("data", "data", False)],
)
def test_documents(word: str, noun: str, *, plural: bool) -> None:
    found = document_noun(word)
    assert found is not None
    assert (found.noun, found.plural) == (noun, plural)


def test_audiences_and_venues_are_apart() -> None:
    reporters, conference = audience_noun("reporters"), venue_noun("News  Conference")
    assert reporters is not None
    assert reporters.plural
    assert conference is not None
    assert audience_noun("news conference") is None
    assert venue_noun("reporters") is None


@pytest.mark.parametrize("word", ["bicycle", "", "reporting"])
def test_other_nouns(word: str) -> None:
    assert document_noun(word) is None
    assert audience_noun(word) is None
    assert venue_noun(word) is None
