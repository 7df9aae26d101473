"""The annotator as a whole: pure, ordered, and all of it pointing into the text."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.statements.marked import annotate, annotate_marked, parse

SENTENCES = [
    "{S <P Ana Berg>} {C said} {X the road was closed}.",
    "{S She} {C told} <O Reuters> {X it would reopen on Monday}.",
    "{X “It is late,”} {C said} {S <P Viktor Lund>}, a nurse, according to the <O Tolm Tribune>.",
    "{S Officials} {C denied} {X that the road was closed}.",
    "{S He} {C added} {X 🙂 “no” for\u00a0now}.",
    "{S <L Moscow>} {C warned} on Monday {X of floods}.",
    "The river rose.",
    "{S1 <P Lund>} {C1 said} {X1 no}, {C2 adding} {X2 it was late}.",
]
#: The registers are read at the first use, which no deadline should count.
settings.register_profile("registers", deadline=None, max_examples=40)
settings.load_profile("registers")
articles = st.lists(st.sampled_from(SENTENCES), max_size=9).map("\n\n".join)


@given(articles)
def test_equal_input_gives_an_equal_annotation(source: str) -> None:
    assert annotate(source).annotated == annotate(source).annotated


@given(articles)
def test_every_speaker_is_a_referent_of_the_article(source: str) -> None:
    result = annotate(source)
    ids = {one.id for one in result.annotated.referents}
    assert len(ids) == len(result.annotated.referents)
    assert all(one.speaker is None or one.speaker in ids for one in result.statements)


@given(articles)
def test_ids_are_unique_and_statements_in_reading_order(source: str) -> None:
    statements = annotate(source).statements
    assert len({one.id for one in statements}) == len(statements)
    starts = [min(p.start for p in (*one.source, *one.cue, *one.content)) for one in statements]
    assert starts == sorted(starts)


@given(articles)
def test_everything_printed_is_where_its_span_says(source: str) -> None:
    result = annotate(source)
    text = result.annotated.article.text
    for statement in result.statements:
        for name in (*statement.told, *statement.venue, *statement.via):
            assert " ".join(name.span.of(text).split()) == name.name
    for referent in result.annotated.referents:
        assert referent.mentions
        assert referent.name in referent.names
        for role in referent.roles:
            assert " ".join(role.span.of(text).split()) == role.words


@given(articles, st.integers(0, 400))
def test_words_before_the_article_only_shift_the_spans(source: str, spaces: int) -> None:
    plain, shifted = annotate(source), annotate("\n" * spaces + source)
    assert plain.names() == shifted.names()
    assert [one.stance for one in plain.statements] == [one.stance for one in shifted.statements]
    assert [one.content[0].start + spaces for one in plain.statements] == [
        one.content[0].start for one in shifted.statements
    ]


def test_an_empty_article_is_annotated() -> None:
    annotated = annotate("").annotated
    assert annotated.statements == ()
    assert annotated.referents == ()


def test_the_producer_names_the_model() -> None:
    assert annotate("").annotated.producer.model == "given"


def many_people(count: int) -> str:
    people = " ".join(f"<P Ana Berg> met <P Viktor Berg{number}>." for number in range(count))
    turns = ["{S <P Berg>} {C said} {X “no”}. {S He} {C added} {X yes}."] * (count // 2)
    return "\n\n".join([people, *turns])


def one_source(count: int) -> str:
    names = " and ".join(f"<P Ana Berg{number}>" for number in range(count))
    return f"{{S {names}}} {{C said}} {{X no}}.\n\n" * 5


@pytest.mark.parametrize("page", [many_people, one_source])
def test_ten_times_the_names_take_little_more_than_ten_times_the_steps(
    page: Callable[[int], str], steps: Callable[[Callable[[], object]], int]
) -> None:
    few, many = parse(page(30)), parse(page(300))
    annotate_marked(few)  # reads the registers
    short = steps(lambda: annotate_marked(few))
    long = steps(lambda: annotate_marked(many))
    assert long < 14 * short
