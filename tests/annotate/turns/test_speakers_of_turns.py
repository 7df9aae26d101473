"""Who speaks a transcript's turns, in an annotation."""

from dataclasses import replace

import pytest

from bench.behaviour.checking import Asked
from whence.annotate.annotator import Annotator
from whence.annotate.encoder import Encoder
from whence.annotate.encoder.weights import FOLDER, NETWORK
from whence.model import Form, Outlet, Stance

LEAD = "The auditor was born in Brodek.\n"
TALK = (
    "Q: Were the figures wrong?\nA: They were, from the first day.\nQ: Who knew?\nA: Everyone did."
)


@pytest.fixture(scope="module")
def asked() -> Asked:
    if not (FOLDER / NETWORK).is_file():
        pytest.skip(f"the language model is not in {FOLDER}: make it with `make train`")
    return Asked.of()


def speakers(asked: Asked, text: str) -> list[str | None]:
    annotated = asked.annotate(text)
    names = {one.id: one.name for one in annotated.referents}
    return [names.get(one.speaker or "") for one in annotated.statements]


def test_turns_are_direct_and_questions_ask(asked: Asked) -> None:
    statements = asked.annotate(TALK).statements
    assert {one.form for one in statements} == {Form.DIRECT}
    assert [one.stance for one in statements] == [
        Stance.ASKS,
        Stance.ASSERTS,
        Stance.ASKS,
        Stance.ASSERTS,
    ]


def test_q_and_a_name_nobody(asked: Asked) -> None:
    assert speakers(asked, TALK) == [None] * 4
    assert "Q" not in {one.name for one in asked.annotate(TALK).referents}


def test_the_one_person_named_before_an_interview_answers(asked: Asked) -> None:
    text = f"{LEAD}We met John Smith in the café.\n{TALK}"
    assert speakers(asked, text)[-4:] == [None, "John Smith", None, "John Smith"]


def test_the_outlet_asks_in_an_interview_that_it_prints(asked: Asked) -> None:
    article = asked.annotate(f"{LEAD}We met John Smith in the café.\n{TALK}").article
    annotated = Annotator(Encoder()).annotate(replace(article, outlet=Outlet("Tolm Observer")))
    names = {one.id: one.name for one in annotated.referents}
    asking = [one.speaker for one in annotated.statements if one.stance is Stance.ASKS]
    assert [names[each or ""] for each in asking] == ["Tolm Observer"] * 2
    assert len(set(asking)) == 1


def test_of_two_persons_named_before_neither_answers(asked: Asked) -> None:
    text = f"{LEAD}We met John Smith and Anna Berg in the café.\n{TALK}"
    assert speakers(asked, text)[-4:] == [None] * 4


def test_a_surname_in_capitals_is_the_person_named_before(asked: Asked) -> None:
    text = (
        "We met John Smith, the auditor, in the café.\n"
        "INTERVIEWER: Were the figures wrong?\n"
        "SMITH: They were, from the first day.\n"
        "INTERVIEWER: Who knew?\n"
        "SMITH: Everyone did."
    )
    assert speakers(asked, text)[-1] == "John Smith"
    assert speakers(asked, text)[-2] != "John Smith"


def test_another_persons_words_within_an_answer_keep_their_speaker(asked: Asked) -> None:
    text = (
        "BERG: Were the figures wrong?\nSMITH: Mayor Ines Calder said the first count was wrong.\n"
        "BERG: You believed her?\nSMITH: I did."
    )
    annotated = asked.annotate(text)
    inner = next(one for one in annotated.statements if one.form is not Form.DIRECT)
    names = {one.id: one.name for one in annotated.referents}
    assert "Calder" in names[inner.speaker or ""]
    outer = next(one for one in annotated.statements if one.content[0].contains(inner.content[0]))
    assert names[outer.speaker or ""].upper() == "SMITH"
