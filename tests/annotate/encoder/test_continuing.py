"""Quotations that go on: to their closing mark, and in the next paragraph."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from whence.annotate.encoder.continuing import carry_on, to_closing_marks
from whence.annotate.encoder.joining import CONTENT, CUE, SOURCE, RoleSpan, join, quotation
from whence.annotate.encoder.pieces import Words, cut
from whence.runtime import load_tokenizer


@pytest.fixture
def tokenizer(tmp_path: Path) -> Tokenizer:
    path = tmp_path / "vocab.txt"
    path.write_text("[PAD]\n[BREAK]\n[UNK]\n[CLS]\n[SEP]\n", encoding="utf-8")
    return load_tokenizer(path)


def read(text: str, tokenizer: Tokenizer) -> tuple[Words, np.ndarray]:
    """Return the words of a text, its lines as passages, and one sentence for each line."""
    passages, at = [], 0
    for line in text.split("\n"):
        passages.append((at, at + len(line)))
        at += len(line) + 1
    words = cut(text, passages, tokenizer)
    return words, np.cumsum(words.passage < 0).astype(np.int32)


def marked(text: str, words: Words, role: int, part: str) -> RoleSpan:
    """Return the span of a part of the text."""
    start = text.index(part)
    low = int(np.searchsorted(words.starts, start))
    high = int(np.searchsorted(words.starts, start + len(part)))
    passage = int(words.passage[low])
    return RoleSpan(role, low, high, passage, passage, passage, *quotation(part))


def contents(text: str, parts: list[tuple[int, str]], tokenizer: Tokenizer) -> list[str]:
    """Return the contents after quotations are drawn out to their marks."""
    words, numbers = read(text, tokenizer)
    given = [marked(text, words, role, part) for role, part in parts]
    drawn = to_closing_marks(given, words, numbers, text)
    return [
        text[words.starts[each.low] : words.ends[each.high - 1]]
        for each in drawn
        if each.role == CONTENT
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Marin said: “We waited. Nobody came.” Rain fell.",
        'Marin said: "We waited. Nobody came." Rain fell.',
        "Marin said: ''We waited. Nobody came.'' Rain fell.",
    ],
    ids=["curly", "straight", "two apostrophes"],
)
def test_a_quotation_is_one_content_to_its_closing_mark(text: str, tokenizer: Tokenizer) -> None:
    whole = text[len("Marin said: ") : -len(" Rain fell.")]
    begun = whole[: whole.index(".")]
    parts = [(SOURCE, "Marin"), (CUE, "said"), (CONTENT, begun)]
    assert contents(text, parts, tokenizer) == [whole]


def test_who_speaks_in_a_quotation_does_not_end_it(tokenizer: Tokenizer) -> None:
    text = "Marin said: “We waited. They said the boat was full. So we left.”"
    parts = [(CUE, "said"), (CONTENT, "“We waited."), (SOURCE, "They"), (CONTENT, "the boat was")]
    assert contents(text, parts, tokenizer) == [text[len("Marin said: ") :]]


@pytest.mark.parametrize(
    "text",
    [
        "“We waited, said Marin. “Nobody came.”",
        '"We waited, said Marin. "Nobody came."',
        "“We waited, said Marin. Nobody came.",
        "“We waited, said Marin.\nHe called it “bad luck”.",
    ],
    ids=["another opens", "another opens, straight", "never closed", "the passage ends"],
)
def test_a_mark_that_was_forgotten_draws_nothing_out(text: str, tokenizer: Tokenizer) -> None:
    parts = [(CONTENT, "We waited"), (CUE, "said"), (SOURCE, "Marin")]
    opened = [(CONTENT, text[:1] + "We waited"), *parts[1:]]
    assert contents(text, opened, tokenizer) == [text[:1] + "We waited"]


def test_what_is_closed_stays(tokenizer: Tokenizer) -> None:
    text = "“We waited,” said Marin. “Nobody came.”"
    parts = [(CONTENT, "“We waited,”"), (CUE, "said"), (SOURCE, "Marin")]
    assert contents(text, parts, tokenizer) == ["“We waited,”"]


def test_a_span_that_reaches_over_the_mark_keeps_the_quotation_as_it_was(
    tokenizer: Tokenizer,
) -> None:
    text = "Marin said: “We waited. Nobody came.” That was all."
    parts = [(CONTENT, "“We waited."), (CONTENT, "Nobody came.” That")]
    assert contents(text, parts, tokenizer) == [part for _, part in parts]


def test_a_quotation_goes_on_where_the_next_passage_opens_anew(tokenizer: Tokenizer) -> None:
    text = "Marin said: “We waited.\n“Nobody came.”\nRain fell."
    words, numbers = read(text, tokenizer)
    given = [marked(text, words, CUE, "said"), marked(text, words, CONTENT, "“We waited.")]
    *_, last = carry_on(given, words, numbers, text)
    assert text[words.starts[last.low] : words.ends[last.high - 1]] == "“Nobody came.”"


@pytest.mark.parametrize("marker", ["- ", "• ", "1. ", "(a) "])
def test_a_list_that_a_cue_announces_is_its_content(marker: str, tokenizer: Tokenizer) -> None:
    text = f"The union demands:\n{marker}higher pay,\n{marker}less work.\nRain fell."
    words, numbers = read(text, tokenizer)
    given = [marked(text, words, SOURCE, "The union"), marked(text, words, CUE, "demands")]
    spans = carry_on(given, words, numbers, text)
    (joined,) = join(spans, {"s|<|s0|*|*": 0.9})
    items = [
        text[words.starts[spans[at].low] : words.ends[spans[at].high - 1]] for at in joined.contents
    ]
    assert items == [f"{marker}higher pay,", f"{marker}less work."]


@pytest.mark.parametrize(
    "text",
    [
        "The union demands:\nRain fell.\n- The end.",
        "The union demands more.\n- higher pay",
        "The union demands that much: more.\n- higher pay",
    ],
)
def test_lines_that_nothing_announces_are_no_content(text: str, tokenizer: Tokenizer) -> None:
    words, numbers = read(text, tokenizer)
    given = [marked(text, words, SOURCE, "The union"), marked(text, words, CUE, "demands")]
    assert carry_on(given, words, numbers, text) == given
