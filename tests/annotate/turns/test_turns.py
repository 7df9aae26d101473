"""Transcripts: which labelled lines are turns, who speaks them, and which are none."""

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.annotate.turns import with_turns
from whence.annotate.turns.labels import label_of
from whence.model import Attribution, EntityKind, Mention, Reading, Span


def passages(text: str) -> list[Span]:
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(at, at + len(line)))
        at += len(line) + 1
    return found


def turns(text: str, reading: Reading | None = None) -> list[tuple[str, list[str]]]:
    read = with_turns(text, passages(text), reading or Reading())
    return [
        (one.source[0].of(text), [piece.of(text) for piece in one.content])
        for one in read.attributions
        if one.turn
    ]


def person(text: str, name: str) -> Mention:
    start = text.index(name)
    return Mention(Span(start, start + len(name)), EntityKind.PERSON, 0.9)


def test_a_question_and_its_answer() -> None:
    text = "Q: Did you see the ship?\nA: I saw smoke."
    assert turns(text) == [("Q", ["Did you see the ship?"]), ("A", ["I saw smoke."])]


def test_a_question_without_an_answer_is_no_transcript() -> None:
    assert turns("Q: Did you see the ship?\nIt sank at noon.") == []


def test_surnames_in_capitals() -> None:
    text = "SMITH: You were there?\nOKAFOR: I was.\nSMITH: And you saw it?"
    assert [label for label, _ in turns(text)] == ["SMITH", "OKAFOR", "SMITH"]


def test_a_role_after_a_name_belongs_to_the_label() -> None:
    text = "ANNA BERG, HOST: Are you well?\nREP. OMAR LUND (R): I am.\nBERG: Good. You look it."
    assert [label for label, _ in turns(text)] == ["ANNA BERG, HOST", "REP. OMAR LUND", "BERG"]


def test_names_need_a_person_of_that_name() -> None:
    text = "Keller: You saw it?\nLund: I did.\nKeller: When did you see it?"
    assert turns(text) == []
    intro = "Maria Keller spoke with Omar Lund.\n" + text
    known = Reading(mentions=(person(intro, "Maria Keller"), person(intro, "Omar Lund")))
    assert [label for label, _ in turns(intro, known)] == ["Keller", "Lund", "Keller"]


def test_bold_marks_belong_to_neither_label_nor_turn() -> None:
    text = "**Interviewer:** You saw it?\n**Guest:** I did.\n**Interviewer:** When was that?"
    assert turns(text)[0] == ("Interviewer", ["You saw it?"])


def test_a_turn_goes_on_until_the_next_label() -> None:
    text = "Q: You saw it?\nA: I did.\nIt burned all night.\nQ: And then?\nA: I ran."
    assert ("A", ["I did.", "It burned all night."]) in turns(text)


def test_a_stage_direction_is_nobodys_turn() -> None:
    text = "Q: You saw it?\nA: I did.\n(Applause.)\nQ: And then?\nA: I ran."
    assert ("A", ["I did."]) in turns(text)


def test_what_follows_the_last_turn_is_the_reporters() -> None:
    text = "Q: You saw it?\nA: I did.\nThe pilot was freed on Monday."
    assert turns(text)[-1] == ("A", ["I did."])


def test_boxes_captions_and_credits_are_no_turns() -> None:
    for text in (
        "Photo: the harbour.\nNote: you may not park here.\nPhoto: our ferry.",
        "Where: the hall.\nWhen: Friday. Will you come?\nWhere: the park.",
        "Updated: we have a winner.\nCorrection: we were wrong.\nUpdated: you were right.",
        "MORE: Have you read this?\nWATCH: Our favourite goals.\nMORE: You will like this.",
    ):
        assert turns(text) == [], text


def test_sentences_that_end_in_a_colon_are_no_labels() -> None:
    text = (
        "He said: I was there.\nAnna Berg, who lives nearby, said: I saw you.\nHe added: It was me."
    )
    known = Reading(mentions=(person(text, "Anna Berg"),))
    assert turns(text, known) == []


def test_places_before_colons_are_no_speakers() -> None:
    text = "LONDON: You will see rain.\nPARIS: We expect sun.\nLONDON: You will see fog."
    places = tuple(
        Mention(Span(at, at + len(name)), EntityKind.PLACE, 0.9)
        for name, at in (("LONDON", 0), ("PARIS", 27), ("LONDON", 49))
    )
    assert [text[each.span.start : each.span.end] for each in places] == [
        "LONDON",
        "PARIS",
        "LONDON",
    ]
    assert turns(text, Reading(mentions=places)) == []


def test_scores_and_lists_are_no_turns() -> None:
    assert turns("ROVERS: 3\nUNITED: 1\nROVERS: 2") == []
    assert turns("ROVERS: three goals\nUNITED: one goal\nROVERS: two goals") == []


def test_an_attribution_within_a_turn_is_kept_and_one_across_turns_is_not() -> None:
    text = "Q: You saw it?\nA: She said it burned.\nQ: And then?\nA: I ran."
    she = text.index("She")
    inner = Attribution(
        (Span(she, she + 3),), (Span(she + 4, she + 8),), (Span(she + 9, she + 18),), 0.8
    )
    across = Attribution((Span(0, 1),), (Span(1, 2),), (Span(she, she + 18),), 0.8)
    read = with_turns(text, passages(text), Reading(attributions=(inner, across)))
    assert inner in read.attributions
    assert across not in read.attributions


def test_a_text_without_turns_is_left_as_it_is() -> None:
    reading = Reading(mentions=(Mention(Span(0, 3), EntityKind.PERSON, 0.9),))
    assert with_turns("Eva left.", [Span(0, 9)], reading) is reading


LINES = st.lists(
    st.tuples(
        st.sampled_from(["Q", "A", "SMITH", "The Chair", "Mr. Lund", "Note", "", "**Host", "Ω"]),
        st.sampled_from([": ", ":", ".", " — ", ":** ", "\u00a0: "]),
        st.text(st.characters(exclude_characters="\n\r"), max_size=20),
    ),
    max_size=12,
)


@settings(deadline=None)
@given(LINES)
def test_turns_lie_within_their_passages(parts: list[tuple[str, str, str]]) -> None:
    text = "\n".join("".join(part) for part in parts)
    lines = passages(text)
    for one in with_turns(text, lines, Reading()).attributions:
        for span in (*one.source, *one.cue, *one.content):
            assert any(line.contains(span) for line in lines)
            assert span.of(text).strip()


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_line_is_read(line: str) -> None:
    text = line.replace("\n", " ") + "x"
    found = label_of(text, Span(0, len(text)))
    assert found is None or found.words.end <= found.mark.start < found.turn.start
