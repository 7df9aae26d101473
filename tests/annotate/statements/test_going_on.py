"""Quoted paragraphs that go on with what was said right before them."""

from hypothesis import given
from hypothesis import strategies as st
from tests.annotate.statements.marked import annotate

from whence.annotate.going_on import with_quotations_after
from whence.annotate.quotes import Quotations
from whence.annotate.words import Words
from whence.model import Attribution, Span, Token


class TestQuotedParagraphs:
    def test_a_quoted_paragraph_belongs_to_who_spoke_right_before(self) -> None:
        result = annotate(
            "{X “The dam held,”} {S <P Ana Berg>} {C said}.\n\n"
            "“We checked every gate before the rain came.”"
        )
        assert [len(one.content) for one in result.statements] == [2]

    def test_it_goes_on_after_reported_speech_too(self) -> None:
        result = annotate(
            "{S <P Ana Berg>} {C said} {X the dam held}.\n\n"
            "“We checked every gate before the rain came.”\n\n“Nobody was in danger at any time.”"
        )
        assert [len(one.content) for one in result.statements] == [3]

    def test_words_that_follow_the_quotation_may_name_another(self) -> None:
        result = annotate(
            "{S <P Ana Berg>} {C said} {X the dam held}.\n\n"
            "“It did not hold at all, I saw it,” a neighbour recalled."
        )
        assert [len(one.content) for one in result.statements] == [1]

    def test_a_paragraph_between_ends_it(self) -> None:
        result = annotate(
            "{S <P Ana Berg>} {C said} {X the dam held}.\n\nThe river rose.\n\n"
            "“We checked every gate before the rain came.”"
        )
        assert [len(one.content) for one in result.statements] == [1]

    def test_a_title_in_quotation_marks_is_no_speech(self) -> None:
        result = annotate("{S <P Ana Berg>} {C said} {X the dam held}.\n\n“Voices of the Valley”")
        assert [len(one.content) for one in result.statements] == [1]

    def test_someone_who_is_quoted_speaking_does_not_go_on(self) -> None:
        result = annotate(
            "“My brother called. {S He} {C asked} {X for a boat}.”\n\n"
            "“He sounded calm, and we were glad of it.”"
        )
        assert [len(one.content) for one in result.statements] == [1]


@given(
    st.lists(st.sampled_from(["“Yes, we all saw it there.”", "It rained.", "“No", ""]), max_size=8)
)
def test_nothing_is_lost_and_what_is_added_is_a_whole_paragraph(lines: list[str]) -> None:
    text = "\n".join(["Berg said no.", *lines])
    passages: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line:
            passages.append(Span(at, at + len(line)))
        at += len(line) + 1
    tokens = tuple(
        Token(Span(start, end), "NN")
        for passage in passages
        for start, end in _words(text, passage)
    )
    words = Words(text, tokens, tuple(passages))
    one = Attribution((Span(0, 4),), (Span(5, 9),), (Span(10, 12),), 0.9)
    [longer] = with_quotations_after(words, Quotations(text, passages), [one])
    assert (longer.source, longer.cue, longer.content[:1]) == (one.source, one.cue, one.content)
    assert set(longer.content[1:]) <= set(passages[1:])


def _words(text: str, passage: Span) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = passage.start
    for index in range(passage.start, passage.end + 1):
        if index == passage.end or text[index] == " ":
            found.append((start, index))
            start = index + 1
    return found
