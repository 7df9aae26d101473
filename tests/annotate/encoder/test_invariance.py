"""What must not change a reading, and what must change it in a known direction."""

from __future__ import annotations

import pytest
from tests.annotate.encoder.asking import Ask, Read, lines

from whence.annotate.encoder import Encoder
from whence.model import Span

STORY = (
    "Ferry runs aground off the cape\n"
    "The ferry Aurora ran aground on Tuesday with ninety people on board, the coast guard said.\n"
    "“Everyone is safe,” said captain Nils Aalto. “We hit a rock that is on no map.”\n"
    "The owner, Baltic Lines, denied that the ship had been off its course.\n"
    "Transport Minister Eva Kask told state radio that an inquiry would begin on Thursday.\n"
)


def test_a_story_is_read_whole(said: Ask) -> None:
    found = said(STORY)
    speakers = [source for source, _, _ in found]
    for expected in ("the coast guard", "Nils Aalto", "Baltic Lines", "Eva Kask"):
        assert any(expected in speaker for speaker in speakers), speakers


def test_curly_and_straight_quotes_are_read_alike(said: Ask) -> None:
    straight = STORY.replace("“", '"').replace("”", '"')
    assert [each[0] for each in said(straight)] == [each[0] for each in said(STORY)]


def test_windows_line_ends_are_read_alike(read: Read, said: Ask) -> None:
    assert said(STORY.replace("\n", "\r\n")) == said(STORY)


def test_other_names_are_read_alike(said: Ask) -> None:
    other = STORY.replace("Nils Aalto", "Omar Farouk").replace("Eva Kask", "Ling Zhao")
    cues = [(cue, len(content) > 0) for _, cue, content in said(STORY)]
    assert [(cue, len(content) > 0) for _, cue, content in said(other)] == cues


def test_the_same_text_gives_the_same_reading(read: Read) -> None:
    assert read(STORY) == read(STORY)


def test_only_the_passages_are_read(encoder: Encoder) -> None:
    passages = list(lines(STORY))
    inside = encoder.read(STORY, [passages[2]])
    spans = [token.span for token in inside.tokens]
    assert spans
    assert all(passages[2].contains(span) for span in spans)


def test_what_stands_before_the_passages_shifts_and_nothing_else(encoder: Encoder) -> None:
    prefix = "🚢 caption e\u0301\r\n"
    moved = encoder.read(prefix + STORY, [span.shift(len(prefix)) for span in lines(STORY)])
    plain = encoder.read(STORY, list(lines(STORY)))
    assert [token.span.shift(len(prefix)) for token in plain.tokens] == [
        token.span for token in moved.tokens
    ]
    assert [each.confidence for each in plain.attributions] == [
        each.confidence for each in moved.attributions
    ]


def test_a_plain_sentence_attributes_nothing(said: Ask) -> None:
    assert said("The lake froze in December and thawed in March.") == []


def test_a_clear_attribution_is_surer_than_a_vague_one(read: Read) -> None:
    clear = read("“The bank is solvent,” finance minister Petra Novak said.").attributions
    vague = read("There is a feeling around town that things were better once.").attributions
    assert clear
    assert max(each.confidence for each in clear) > max(
        (each.confidence for each in vague), default=0.0
    )


def test_a_quotation_over_two_paragraphs_is_found_in_both(read: Read) -> None:
    text = (
        "“We warned them for years,” said engineer Rosa Blum. “Nobody came to look at the wall.\n"
        "“Now the water is in the church and the school, and they ask us for patience.”\n"
    )
    found = read(text).attributions
    second = list(lines(text))[1]
    assert any(second.contains(span) for each in found for span in each.content)


def test_two_speakers_are_kept_apart(said: Ask) -> None:
    text = "The army said the town had fallen, but residents said they saw no soldiers."
    found = {source: content for source, _, content in said(text)}
    assert "the town had fallen" in found.get("The army", "")
    assert "they saw no soldiers" in found.get("residents", "")


def test_sentences_begin_where_they_begin(read: Read) -> None:
    text = "It rained. The match went on. Nobody scored."
    assert [text[each.start : each.end] for each in read(text).sentences] == [
        "It rained.",
        "The match went on.",
        "Nobody scored.",
    ]


def test_an_abbreviation_ends_no_sentence(read: Read) -> None:
    text = "Mr. Bell met Gen. Ortiz at 5 p.m. in the U.S. embassy."
    assert len(read(text).sentences) == 1


@pytest.mark.parametrize(
    ("word", "pos"), [("ferry", "NN"), ("slowly", "RB"), ("crossed", "VBD"), ("Danube", "NNP")]
)
def test_parts_of_speech(read: Read, word: str, pos: str) -> None:
    text = "The old ferry slowly crossed the Danube."
    tags = {text[each.span.start : each.span.end]: each.pos for each in read(text).tokens}
    assert tags[word] == pos


def test_an_abbreviation_is_one_token(read: Read) -> None:
    text = "The U.S. envoy left."
    assert "U.S." in [text[each.span.start : each.span.end] for each in read(text).tokens]


def test_like_contents_have_like_meanings(read: Read) -> None:
    import numpy as np

    def meaning(text: str) -> np.ndarray:
        (vector,) = (np.frombuffer(each.vector, dtype=np.int8) for each in read(text).attributions)
        return vector.astype(float) / np.linalg.norm(vector.astype(float))

    a = meaning("The mayor said the bridge had collapsed into the river.")
    b = meaning("Witnesses said that the bridge fell into the river.")
    c = meaning("The bank said its profits rose by nine per cent this year.")
    assert a @ b > a @ c + 0.2


def test_spans_never_leave_their_passage(read: Read, encoder: Encoder) -> None:
    passages = list(lines(STORY))
    reading = encoder.read(STORY, passages)
    spans: list[Span] = [token.span for token in reading.tokens]
    spans += [*reading.sentences, *(each.span for each in reading.mentions)]
    for each in reading.attributions:
        spans += [*each.source, *each.cue, *each.content]
    for span in spans:
        assert any(passage.contains(span) for passage in passages)
