"""Marks nest whatever the spans do, and no word is lost or moved."""

from hypothesis import given
from hypothesis import strategies as st

from whence.model import Span
from whence.present.anatomy import Passage, pieces

ROLES = st.sampled_from(["source", "cue", "content", "evidence"])


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, Span, list[Passage]]:
    text = draw(st.text(min_size=1, max_size=40))
    start = draw(st.integers(0, len(text) - 1))
    within = Span(start, draw(st.integers(start + 1, len(text))))
    passages = []
    for number in range(draw(st.integers(0, 7))):
        begin = draw(st.integers(0, len(text) - 1))
        span = Span(begin, draw(st.integers(begin + 1, len(text))))
        passages.append(Passage(span, draw(ROLES), number, f"w{number}", f"s{number}"))
    return text, within, passages


@given(marked())
def test_marks_nest_and_all_words_are_kept(given_: tuple[str, Span, list[Passage]]) -> None:
    text, within, passages = given_
    shown, stack = "", []
    for piece in pieces(text, within, passages):
        if piece.sort == "text":
            shown += piece.text
        elif piece.sort == "open":
            stack.append((piece.role, piece.number))
        else:
            assert stack.pop() == (piece.role, piece.number)
    assert stack == []
    assert shown == within.of(text)


@given(marked())
def test_each_character_lies_in_exactly_the_marks_of_its_passages(
    given_: tuple[str, Span, list[Passage]],
) -> None:
    text, within, passages = given_
    at, stack = within.start, []
    for piece in pieces(text, within, passages):
        if piece.sort == "open":
            stack.append(piece.number)
        elif piece.sort == "close":
            stack.pop()
        for _ in piece.text:
            assert sorted(stack) == [p.number for p in passages if p.span.start <= at < p.span.end]
            at += 1


@given(marked())
def test_a_passage_is_anchored_once_and_linked_back_once(
    given_: tuple[str, Span, list[Passage]],
) -> None:
    text, within, passages = given_
    run = pieces(text, within, passages)
    anchors = [piece.anchor for piece in run if piece.anchor]
    ends = [piece.number for piece in run if piece.ends]
    assert sorted(anchors) == [p.anchor for p in passages if starts_in(p.span, within)]
    assert sorted(ends) == [p.number for p in passages if ends_in(p.span, within)]


def starts_in(span: Span, within: Span) -> bool:
    return within.start <= span.start < within.end


def ends_in(span: Span, within: Span) -> bool:
    return within.start < span.end <= within.end


def test_a_passage_that_lies_in_another_is_one_mark() -> None:
    text = "the minister said no"
    run = pieces(
        text,
        Span(0, len(text)),
        [Passage(Span(0, 20), "content", 1), Passage(Span(4, 12), "source", 2)],
    )
    assert [(p.sort, p.text or p.role) for p in run] == [
        ("open", "content"),
        ("text", "the "),
        ("open", "source"),
        ("text", "minister"),
        ("close", "source"),
        ("text", " said no"),
        ("close", "content"),
    ]
