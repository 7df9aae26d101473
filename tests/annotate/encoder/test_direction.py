"""What must change a reading, and how: each change to a sentence has one expected effect."""

from __future__ import annotations

import pytest

from bench.behaviour.checking import Asked
from whence.annotate.encoder import Encoder
from whence.model import Form, Stance, Statement

PLAIN = "The harbour master said the ferry had left an hour early."


@pytest.fixture(scope="module")
def asked(encoder: Encoder) -> Asked:
    return Asked(encoder)


def only(asked: Asked, text: str) -> Statement:
    (statement,) = asked.annotate(text).statements
    return statement


def speakers(asked: Asked, text: str) -> list[str]:
    annotated = asked.annotate(text)
    names = {one.id: one.name for one in annotated.referents}
    return [names.get(one.speaker or "", "unknown") for one in annotated.statements]


def test_without_a_cue_nothing_is_said(asked: Asked) -> None:
    assert asked.annotate("The ferry had left an hour early.").statements == ()


def test_another_name_is_another_speaker(asked: Asked) -> None:
    text = "{} said the ferry had left an hour early."
    assert speakers(asked, text.format("Nils Aalto")) == ["Nils Aalto"]
    assert speakers(asked, text.format("Omar Farouk")) == ["Omar Farouk"]


def test_two_speakers_who_change_places_change_their_words(asked: Asked) -> None:
    one = "“It is over,” Anna Berg said. “It has begun,” Omar Farouk said."
    other = "“It is over,” Omar Farouk said. “It has begun,” Anna Berg said."
    assert speakers(asked, one) == ["Anna Berg", "Omar Farouk"]
    assert speakers(asked, other) == ["Omar Farouk", "Anna Berg"]


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("denied", Stance.DENIES),
        ("warned", Stance.WARNS),
        ("confirmed", Stance.CONFIRMS),
        ("acknowledged", Stance.CONFIRMS),
        ("doubted", Stance.DOUBTS),
    ],
)
def test_another_cue_is_another_stance(asked: Asked, cue: str, stance: Stance) -> None:
    text = f"The harbour master {cue} that the ferry had left an hour early."
    assert only(asked, text).stance is stance


def test_not_before_the_cue_negates_the_cue(asked: Asked) -> None:
    denied = only(asked, "The harbour master did not say that the ferry had left early.")
    assert denied.cue_negated
    assert not only(asked, PLAIN).cue_negated


def test_not_in_the_content_negates_the_content(asked: Asked) -> None:
    assert only(asked, "The harbour master said the ferry had not left.").content_negated
    assert not only(asked, PLAIN).content_negated


def test_marks_make_words_direct(asked: Asked) -> None:
    assert only(asked, "“The ferry has left,” the harbour master said.").form is Form.DIRECT
    assert only(asked, PLAIN).form is Form.INDIRECT
    mixed = only(asked, "The harbour master said the ferry had left “in a great hurry”.")
    assert mixed.form is Form.MIXED


def test_a_longer_content_is_read_to_its_end(asked: Asked) -> None:
    more = "because the tide was falling and the captain feared the sandbank"
    longer = only(asked, f"{PLAIN[:-1]} {more}.")
    assert longer.content[-1].end == len(PLAIN) + len(more)


def test_a_hearer_is_no_part_of_the_content(asked: Asked) -> None:
    told = only(asked, "The harbour master told the BBC that the ferry had left early.")
    assert [name.name for name in told.told] == ["BBC"]


def test_words_before_the_sentence_do_not_change_its_speaker(asked: Asked) -> None:
    before = "The storm went on all night. Nobody slept in the harbour.\n"
    assert speakers(asked, before + PLAIN)[-1:] == speakers(asked, PLAIN)
