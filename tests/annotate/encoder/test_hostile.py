"""Text that no one should have to read: the model reads it in time, and does not fall."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.encoder.asking import lines

from whence.annotate.encoder import Encoder
from whence.model import Reading, Span

HOSTILE = {
    "nothing": "",
    "white space": " \t\n\r\n \u00a0\u2003",
    "control characters": "\x00\x01\x02\x07\x1b[31m said the \x7f pilot\x9f",
    "lone surrogates": "the envoy \ud800 said \udfff that it was over",
    "a word without end": "a" * 100_000,
    "marks without end": "\u0301" * 100_000,
    "quotes without end": "“" * 20_000,
    "one long line of commas": "," * 20_000,
    "bytes as latin-1": bytes(range(256)).decode("latin-1") * 40,
    "special pieces": "[CLS] said [SEP] that [PAD] [MASK] [UNK]",
    "emoji families": "👩‍👩‍👧‍👦 said 🏳️‍🌈 that 👍🏽 " * 100,
    "right to left": "قال الوزير إن الميناء مغلق. אמר השר",
    "Chinese": "部长表示港口已经关闭。" * 50,
    "zero width": "the\u200b min\u200dister\ufeff said it\u2060 rained",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read(encoder: Encoder, text: str) -> None:
    passages = list(lines(text))
    reading = encoder.read(text, passages)
    for span in [token.span for token in reading.tokens]:
        assert any(passage.contains(span) for passage in passages)


def test_no_passage_gives_an_empty_reading(encoder: Encoder) -> None:
    reading = encoder.read("The pilot said it rained.", [])
    assert reading == Reading()


def test_time_is_linear_in_the_text(encoder: Encoder) -> None:
    sentence = "The pilot said that the engine had failed over the sea. "
    small, large = sentence * 60, sentence * 600
    encoder.read(small, [Span(0, len(small))])

    def seconds(text: str) -> float:
        began = time.process_time()
        encoder.read(text, [Span(0, len(text))])
        return time.process_time() - began

    assert seconds(large) < 25 * seconds(small)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=300))
def test_any_text_is_read_within_its_passages(encoder: Encoder, text: str) -> None:
    passages = list(lines(text))
    reading = encoder.read(text, passages)
    for each in reading.attributions:
        for span in (*each.source, *each.cue, *each.content):
            assert any(passage.contains(span) for passage in passages)
    for sentence in reading.sentences:
        assert any(passage.contains(sentence) for passage in passages)
    assert [token.span for token in reading.tokens] == sorted(
        token.span for token in reading.tokens
    )
