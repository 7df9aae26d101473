"""Attributions within attributions, in readings written by hand; the model found one of the two."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.statements.marked import Result, annotate, parse

from whence.annotate.nested import with_nested
from whence.annotate.words import Words
from whence.model import Statement


def shown(result: Result) -> list[tuple[str, str, str]]:
    text = result.annotated.article.text
    return [
        tuple(" … ".join(span.of(text) for span in part) for part in parts)  # type: ignore[misc]
        for parts in ((one.source, one.cue, one.content) for one in result.statements)
    ]


def inner(source: str) -> tuple[str, str, str] | None:
    """What is found beside the one attribution that is marked."""
    result = annotate(source)
    found = shown(result)
    assert len(found) <= 2
    return found[1] if len(found) == 2 else None


FOUND = {
    "that": (
        "{S He} {C said} {X that the report said that the bank was insolvent}.",
        ("the report", "said", "that the bank was insolvent"),
    ),
    "without that": (
        "{S The ministry} {C said} {X the mayor thought the road was closed}.",
        ("the mayor", "thought", "the road was closed"),
    ),
    "a hearer": (
        "{S The spokesman} {C said} {X the minister had told parliament that the talks failed}.",
        ("the minister", "had told", "that the talks failed"),
    ),
    "to do": (
        "{S The mayor} {C said} {X that <O Norvik> promised to pay the bill}.",
        ("Norvik", "promised", "to pay the bill"),
    ),
    "in marks, they": (
        "{S The nurse} {C said}: {X “They think the water was clean.”}",
        ("They", "think", "the water was clean"),
    ),
    "another clause after": (
        "{S The nurse} {C said} {X the ministry said the water was clean, but it was brown}.",
        ("the ministry", "said", "the water was clean"),
    ),
    "words in marks inside": (
        "{S The nurse} {C said} {X the mayor said it was “very late” for him}.",
        ("the mayor", "said", "it was “very late” for him"),
    ),
    "of a place's authorities": (
        "{S She} {C said} {X officials in the valley believe that the dam was broken}.",
        ("officials in the valley", "believe", "that the dam was broken"),
    ),
}


@pytest.mark.parametrize("case", FOUND.values(), ids=FOUND)
def test_the_inner_one_is_found(case: tuple[str, tuple[str, str, str]]) -> None:
    source, expected = case
    found = inner(source)
    assert found is not None
    assert (found[0], found[1]) == expected[:2]
    assert found[2].removeprefix("that ") == expected[2].removeprefix("that ")


NONE = {
    "the speaker's own pronoun": "{S She} {C said} {X she thought the road was closed}.",
    "I and we in marks": "{S She} {C said}: {X “I said that the road was closed.”}",
    "a verb of no speech": "{S She} {C said} {X the ruling means that the road was closed}.",
    "negated": "{S She} {C said} {X the mayor did not say that the road was closed}.",
    "a noun that is no verb": "{S She} {C said} {X the report was late}.",
    "no clause after": "{S She} {C said} {X the mayor said so}.",
    "nobody speaks": "The road was closed because the mayor said that it was late.",
}


@pytest.mark.parametrize("source", NONE.values(), ids=NONE)
def test_nothing_is_found_where_nobody_else_speaks(source: str) -> None:
    assert inner(source) is None


def test_the_outer_one_is_found_around_an_inner() -> None:
    result = annotate("The mayor said {S the ministry} {C thought} {X the road was closed}.")
    assert shown(result)[0] == ("The mayor", "said", "the ministry thought the road was closed")
    assert shown(result)[1][0] == "the ministry"


def test_the_inner_statements_speaker_is_the_inner_source() -> None:
    result = annotate(
        "{S <P Ana Berg>} {C said} {X that <P Viktor Lund> had told <O Reuters> that it was late}."
    )
    assert result.names() == ["Ana Berg", "Viktor Lund"]
    assert result.told(1) == ["Reuters"]
    assert result.told(0) == []


def test_the_inner_one_is_less_sure_than_the_outer() -> None:
    outer, inner_one = annotate(
        "{S <P Ana Berg>} {C said} {X that <P Viktor Lund> said that it was late}."
    ).statements
    assert inner_one.confidence < outer.confidence


def contains(outer: Statement, one: Statement) -> bool:
    pieces = (*one.source, *one.cue, *one.content)
    return all(any(part.contains(piece) for part in outer.content) for piece in pieces)


SUBJECTS = ["the mayor", "officials", "the report", "<P Ana Berg>", "they", "I", "residents of it"]
VERBS = ["said", "thought", "says", "had told police", "did not say", "feared", "opened"]
CLAUSES = ["that it was late", "the road was closed", "“no”", "to pay", ", but it was late", ""]


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.sampled_from(CLAUSES))
def test_what_is_found_lies_inside_the_content(subject: str, verb: str, clause: str) -> None:
    result = annotate(f"{{S The nurse}} {{C said}} {{X that {subject} {verb} {clause}}}.")
    outer, *others = result.statements
    assert all(contains(outer, one) for one in others)


def test_words_within_words_within_words_are_all_found() -> None:
    result = annotate(
        "{S He} {C said} {X that the mayor said that the nurse said that officials thought that "
        "the road was closed}."
    )
    sources = [source for source, _, _ in shown(result)]
    assert sources == ["He", "the mayor", "the nurse", "officials"]


def test_ten_times_as_many_within_each_other_take_ten_times_the_steps(
    steps: Callable[[Callable[[], object]], int],
) -> None:
    def nested(count: int) -> int:
        within = "the minister said that " * count
        marked = parse(f"{{S He}} {{C said}} {{X that {within}the ship sank}}.")
        reading = marked.reading
        words = Words(marked.text, reading.tokens, marked.passages, reading.sentences)
        return steps(lambda: with_nested(words, reading.attributions))

    assert nested(300) < 12 * nested(30)
