"""Numbers as the news writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.annotate.numerals import numeral_at, scan
from whence.model import Span


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("1,234 men", 1234, "men"),
        ("3.5 percent", 3.5, "percent"),
        ("1.2bn euros", 1_200_000_000, "euros"),
        ("3.5 million people", 3_500_000, "people"),
        ("twenty-one boats", 21, "boats"),
        ("two hundred and fifty homes", 250, "homes"),
        ("two million three hundred thousand votes", 2_300_000, "votes"),
        ("a hundred goats", 100, "goats"),
        ("two dozen eggs", 24, "eggs"),
        ("half a million people", 500_000, "people"),
        ("two and a half years", 2.5, "years"),
        ("a million and a half votes", 1_500_000, "votes"),
        ("5 1/2 hours", 5.5, "hours"),
        ("7½ miles", 7.5, "miles"),
        ("nine", 9, ""),
        ("3\u00a0million", 3_000_000, ""),
        ("3 lakh people", 300_000, "people"),
    ],
)
def test_a_number_and_where_it_ends(text: str, value: float, rest: str) -> None:
    words = scan(text, [Span(0, len(text))])
    found = numeral_at(words, 0)
    assert found is not None
    assert found.value == value
    assert text[words.ends[found.end - 1] :].strip() == rest


@pytest.mark.parametrize(
    "text", ["a man", "half the town", "and", "²", "million", "5.6.7.8 x", "twenty-"]
)
def test_what_is_no_number_or_only_its_first_part(text: str) -> None:
    words = scan(text, [Span(0, len(text))])
    found = numeral_at(words, 0)
    assert found is None or found.end == 1


def test_a_paragraph_ends_a_number() -> None:
    text = "two\n\nhundred"
    found = numeral_at(scan(text, [Span(0, len(text))]), 0)
    assert found is not None
    assert found.value == 2


@given(st.text(min_size=1, max_size=80))
def test_words_are_the_text_in_order_without_its_white_space(text: str) -> None:
    words = scan(text, [Span(0, len(text))])
    joined = "".join(text[s:e] for s, e in zip(words.starts, words.ends, strict=True))
    assert joined == "".join(text.split())


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_digits_with_and_without_commas_are_one_number(number: int) -> None:
    for text in (str(number), f"{number:,}"):
        found = numeral_at(scan(text, [Span(0, len(text))]), 0)
        assert found is not None
        assert found.value == number
