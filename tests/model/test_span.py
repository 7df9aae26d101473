"""Spans count code points, whatever the text is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model import Span, exact, hull

TEXTS = st.text(min_size=1, max_size=60)


@st.composite
def text_and_span(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("👩‍🚒 said yes", 4, 8, "said"),
        ("Zoe\u0308 denied it", 5, 11, "denied"),
        ("one\r\ntwo", 5, 8, "two"),
        ("مصدر: نعم", 0, 4, "مصدر"),
    ],
)
def test_code_points_are_counted(text: str, start: int, end: int, words: str) -> None:
    assert Span(start, end).of(text) == words


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 4)])
def test_what_cannot_be_pointed_at_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


def test_a_span_beyond_the_text_is_an_error_and_not_a_shorter_quotation() -> None:
    with pytest.raises(IndexError, match="ends after the text"):
        Span(0, 5).of("four")


@given(text_and_span())
def test_words_and_length_agree(case: tuple[str, Span]) -> None:
    text, span = case
    assert len(span.of(text)) == len(span)


@given(text_and_span(), st.text(max_size=20))
def test_a_shifted_span_reads_the_same_words_in_the_shifted_text(
    case: tuple[str, Span], before: str
) -> None:
    text, span = case
    assert span.shift(len(before)).of(before + text) == span.of(text)


@given(text_and_span())
def test_trimming_drops_white_space_only(case: tuple[str, Span]) -> None:
    text, span = case
    trimmed = span.trim(text)
    assert (trimmed.of(text) if trimmed else "") == span.of(text).strip()


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 9)), min_size=1, max_size=6))
def test_the_hull_contains_every_piece_and_touches_two(pieces: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length) for start, length in pieces]
    whole = hull(spans)
    assert all(whole.contains(span) for span in spans)
    assert any(span.start == whole.start for span in spans)
    assert any(span.end == whole.end for span in spans)


def test_no_spans_have_no_hull() -> None:
    with pytest.raises(ValueError, match="no spans"):
        hull([])


def test_pieces_are_read_in_order_with_the_gap_shown() -> None:
    text = "“We wait,” she said, “and see.”"
    assert exact(text, [Span(21, 31), Span(0, 10)]) == "“We wait,” […] “and see.”"


@given(text_and_span(), text_and_span())
def test_overlap_is_symmetric_and_follows_from_containment(
    one: tuple[str, Span], two: tuple[str, Span]
) -> None:
    a, b = one[1], two[1]
    assert a.overlaps(b) == b.overlaps(a)
    assert a.overlaps(b) or not a.contains(b)
