"""The nouns survive being written down."""

import dataclasses
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.making import annotated, article, linked

from whence.errors import LedgerError
from whence.model import Annotated, Article, Linked, Moment, Precision, Sketch, Span
from whence.model.moment import Basis
from whence.store.codec import (
    decode,
    decode_annotation,
    decode_terms,
    encode,
    encode_annotation,
    encode_terms,
)

#: Any code point, halves of surrogate pairs too: file names and broken JSON bring them.
ANY_TEXT = st.text(st.characters(), max_size=12)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
SPANS = st.builds(
    lambda start, size: Span(start, start + size), st.integers(0, 10**6), st.integers(1, 10**4)
)
MOMENTS = st.builds(
    lambda day, words: Moment(day.isoformat(), Precision.DAY, Basis.TEXT, words, "printed"),
    st.dates(),
    st.lists(SPANS, max_size=2).map(tuple),
)
for kind, strategy in ((str, ANY_TEXT), (float, FINITE), (Span, SPANS), (Moment, MOMENTS)):
    st.register_type_strategy(kind, strategy)

LENIENT = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@LENIENT
@given(
    st.dictionaries(ANY_TEXT, st.integers(0, 10_000).map(lambda units: units / 10_000) | FINITE)
    | st.dictionaries(st.sampled_from(("fire", "fl\nood", "brücke", "\ud83d", "")), st.just(0.25))
)
def test_terms_come_back_equal_and_in_their_order(terms: dict[str, float]) -> None:
    assert list(decode_terms(encode_terms(terms)).items()) == list(terms.items())


@given(st.lists(st.text("abcdefgh ", min_size=3, max_size=12), min_size=1, unique=True))
def test_terms_of_a_sketch_take_little(words: list[str]) -> None:
    terms = {word: round(1 / (2 + at), 4) for at, word in enumerate(words)}
    assert len(encode_terms(terms)) <= 2 + sum(len(word) + 3 for word in words)


@pytest.mark.parametrize("body", [b"", b"\x01", b"\x01\x02\x00\x00\x00", b"\x01\x01\x00\xff\xffa"])
def test_terms_that_were_damaged_are_said_to_be(body: bytes) -> None:
    with pytest.raises(LedgerError, match="was damaged"):
        decode_terms(body)


@LENIENT
@given(st.from_type(Annotated))
def test_an_annotated_article_comes_back_equal(whole: Annotated) -> None:
    source = decode(encode(whole.article), Article)
    assert source == whole.article
    assert decode_annotation(encode_annotation(whole), source, whole.producer) == whole


@LENIENT
@given(st.from_type(Linked))
def test_what_linking_made_comes_back_equal(made: Linked) -> None:
    assert decode(encode(made), Linked) == made


@LENIENT
@given(st.builds(Sketch, st.just("a"), st.none() | st.dates(), st.dictionaries(ANY_TEXT, FINITE)))
def test_a_sketch_comes_back_equal(sketch: Sketch) -> None:
    assert decode(encode(sketch), Sketch) == sketch


def test_equal_nouns_are_written_alike() -> None:
    assert encode(article()) == encode(article())
    assert encode_annotation(annotated(article())) == encode_annotation(annotated(article()))


def test_whole_and_broken_numbers_stay_apart() -> None:
    assert decode(encode({"low": 3, "high": 3.0}), dict[str, int | float]) == {
        "low": 3,
        "high": 3.0,
    }
    assert isinstance(decode(encode(10**30), int), int)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        "{}",
        encode(article()).replace('"start":0', '"start":"0"'),
        encode(article()).replace('"start":0,', '"start":9999,'),
        encode(article()).replace('"paragraph"', '"sidebar"'),
        encode(article("\ud800"))
        .replace('"start": 0', '"start": -1')
        .replace('"start":0', '"start":-1'),
    ],
)
def test_what_is_no_article_is_refused(body: str) -> None:
    with pytest.raises(LedgerError, match="stored article cannot be read"):
        decode(body, Article)


def test_an_annotation_with_a_field_from_elsewhere_is_refused() -> None:
    kept = annotated(article())
    body = encode_annotation(kept).replace('"vector"', '"victor"')
    with pytest.raises(LedgerError, match="victor"):
        decode_annotation(body, kept.article, kept.producer)


def test_a_kept_story_keeps_its_days() -> None:
    made = linked("story-1", ("art-1",))
    assert decode(encode(made), Linked).story.first == date(2031, 5, 2)


def test_all_of_an_annotation_is_written_but_the_article_and_its_producer() -> None:
    written = decode(encode_annotation(annotated(article())), dict[str, object])
    fields = {field.name for field in dataclasses.fields(Annotated)}
    assert set(written) == fields - {"article", "producer"}
