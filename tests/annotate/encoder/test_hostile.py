"""Text that no one should have to read: the model reads it in time, and does not fall."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.encoder.asking import lines

from whence.annotate.encoder import Encoder
from whence.annotate.encoder.joining import REACH, RoleSpan, _pair_keys
from whence.annotate.encoder.pieces import cut
from whence.annotate.encoder.windows import windows
from whence.model import Reading

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


@pytest.mark.parametrize(
    "sentence",
    ["The pilot said that the engine had failed over the sea. ", "a" * 300, "“ ", "said, "],
    ids=["prose", "a word without end", "marks", "cues"],
)
def test_the_windows_grow_with_the_text_and_no_faster(encoder: Encoder, sentence: str) -> None:
    """The network's runs are nearly all of the time: ten times the text is ten times the runs."""

    def runs(times: int) -> int:
        text = sentence * times
        words = cut(text, [(0, len(text))], encoder._tokenizer)
        return sum(1 for _ in windows(words))

    assert runs(600) <= 10 * runs(60) + 10


def test_a_span_is_weighed_against_few_others() -> None:
    """Joining looks at the same number of neighbours however many spans there are."""
    for cues in (50, 500):
        pairs = sum(len(keys) for keys in _pair_keys(_in_turn(cues)).values())
        assert pairs <= cues * 2 * REACH


def _in_turn(number: int) -> list[RoleSpan]:
    """That many sources, cues and contents, one after the other."""
    return [
        RoleSpan(at % 3, at, at + 1, 0, at // 3, at // 3, quoted=False, unclosed=False)
        for at in range(3 * number)
    ]


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
