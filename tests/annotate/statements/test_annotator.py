"""The annotator as a whole: pure, ordered, and all of it pointing into the text."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.statements.marked import annotate

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


def test_much_of_one_kind_is_read_in_time() -> None:
    people = " ".join(f"<P Ana Berg> met <P Viktor Berg{number}>." for number in range(300))
    turns = "\n\n".join(
        "{S <P Berg>} {C said} {X “no”}. {S He} {C added} {X yes}." for _ in range(150)
    )
    assert len(annotate(f"{people}\n\n{turns}").statements) == 300


def test_many_attributions_of_one_sentence_cost_linear_time() -> None:
    names = " and ".join(f"<P Ana Berg{number}>" for number in range(400))
    result = annotate(f"{{S {names}}} {{C said}} {{X no}}.\n\n" * 5)
    assert len(result.statements) == 5
