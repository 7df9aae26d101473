"""When a statement was said, which is not when its content happens."""

import pytest
from tests.annotate.statements.marked import WRITTEN, annotate

from whence.model import Basis, Precision


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("{S <P Ana Berg>} {C said Monday} {X that it was late}.", "2031-05-12"),
        ("{S <P Ana Berg>} {C said} on Monday {X that it was late}.", "2031-05-12"),
        ("{X “It is late,”} {S <P Ana Berg>} {C said} on Monday.", "2031-05-12"),
        ("{X “It is late,”} {C said} {S <P Ana Berg>}, a nurse, on Monday.", "2031-05-12"),
        ("On Monday, {S <P Ana Berg>} {C said} {X it was late}.", "2031-05-12"),
        ("Visiting <L Tolm> on Monday, {S <P Ana Berg>} {C promised} {X help}.", "2031-05-12"),
        ("{S <P Ana Berg>} {C said} earlier this week {X that it was late}.", "2031-W20"),
        ("{S <P Ana Berg>} {C said} on May 3 {X that it was late}.", "2031-05-03"),
        ("{S <P Ana Berg>} {C said in a statement on Monday} {X that it was late}.", "2031-05-12"),
        ("{S <P Ana Berg>} {C said} late Monday, {X “It is late.”}", "2031-05-12"),
    ],
)
def test_a_time_beside_the_cue(sentence: str, said: str) -> None:
    result = annotate(sentence)
    assert result.said() == said


@pytest.mark.parametrize(
    "sentence",
    [
        "{S <P Ana Berg>} {C said} {X the bridge had been closed on Monday}.",
        "{S <P Ana Berg>, who arrived on Monday,} {C said} {X it was late}.",
        "{S <P Ana Berg>}, who met <P Viktor Lund> on Monday, {C said} {X it was late}.",
        "{S <P Ana Berg>} {C said} {X the bridge would be closed next week}.",
        "{S <P Ana Berg>} {C said} {X it was late}. The bridge was closed on Monday.",
        "{S <P Ana Berg>} {C says} {X it is late}.",
        "After meeting <P Viktor Lund> on Monday, {S <P Ana Berg>} {C said} {X it was late}.",
        "{S <P Ana Berg>} {C has said} since Monday {X it was late}.",
    ],
)
def test_a_time_of_something_else_is_not_when_it_was_said(sentence: str) -> None:
    assert annotate(sentence).said() is None


def test_the_words_of_the_time_are_kept() -> None:
    result = annotate("{S <P Ana Berg>} {C said} on Monday {X that it was late}.")
    moment = result.statements[0].said
    text = result.annotated.article.text
    assert [span.of(text) for span in moment.words] == ["Monday"]
    assert (moment.basis, moment.precision) == (Basis.RESOLVED, Precision.DAY)


def test_without_a_date_of_writing_the_time_is_unknown() -> None:
    result = annotate("{S <P Ana Berg>} {C said} on Monday {X that it was late}.", published=None)
    assert result.said() is None


def test_the_same_speakers_next_words_were_said_then_too() -> None:
    result = annotate(
        "{S <P Ana Berg>} {C said} Monday {X that it was late}.\n\n"
        "{X2 “We wait,”} {S2 she} {C2 told} <O CNN>."
    )
    assert result.said(1) == "2031-05-12"
    assert result.statements[1].said.evidence


@pytest.mark.parametrize(
    "between",
    [
        "{S3 <P Viktor Lund>} {C3 said} {X3 no}.",
        "The river rose.\n\nIt rained.\n\nThe river fell.\n\nIt was dark.",
    ],
)
def test_the_time_does_not_go_on_past_others_or_far(between: str) -> None:
    result = annotate(
        "{S <P Ana Berg>} {C said} Monday {X that it was late}.\n\n"
        + between
        + "\n\n{X2 “We wait,”} {S2 <P Berg>} {C2 said}."
    )
    assert result.said(len(result.statements) - 1) is None


def test_another_audience_is_another_time() -> None:
    result = annotate(
        "{S <P Ana Berg>} {C told} <O Reuters> on Monday {X that it was late}.\n\n"
        "{X2 “We wait,”} {S2 <P Berg>} {C2 told} <O CNN>."
    )
    assert result.said(1) is None


def test_an_official_quoted_next_is_the_governments_mouth() -> None:
    result = annotate(
        "{S <L Ottawa>} {C said} on Monday {X that it was late}.\n\n"
        "{X2 “We wait,”} {S2 Canadian ministry official <P Ana Berg>} {C2 told} <O Reuters>."
    )
    assert result.said(1) == "2031-05-12"


@pytest.mark.parametrize("role", ["Danish ministry official", "doctor"])
def test_somebody_elses_official_is_not(role: str) -> None:
    result = annotate(
        "{S <L Ottawa>} {C said} on Monday {X that it was late}.\n\n"
        f"{{X2 “We wait,”}} {{S2 {role} <P Ana Berg>}} {{C2 told}} <O Reuters>."
    )
    assert result.said(1) is None


@pytest.mark.parametrize(
    ("body", "officer"),
    [
        ("The <O Velm Bank>", "Velm Bank spokeswoman <P Ana Berg>"),
        ("The <O Osk Party>", "Osk Party leader <P Ana Berg>"),
    ],
)
def test_an_officer_quoted_next_speaks_for_the_body(body: str, officer: str) -> None:
    result = annotate(
        f"{{S {body}}} {{C said}} on Monday {{X that it was late}}.\n\n"
        f"{{X2 “We wait,”}} {{S2 {officer}}} {{C2 told}} reporters."
    )
    assert result.said(1) == "2031-05-12"


@pytest.mark.parametrize(
    "quoted",
    [
        "{X2 “We wait,”} {S2 Osk Party spokeswoman <P Ana Berg>} {C2 told} reporters.",
        "{X2 “We wait,”} {S2 Velm Bank client <P Ana Berg>} {C2 told} reporters.",
        "{S2 Velm Bank spokeswoman <P Ana Berg>} {C2 said} {X2 they wait}.",
        "Rain fell.\n\n{X2 “We wait,”} {S2 Velm Bank spokeswoman <P Ana Berg>} {C2 said}.",
    ],
)
def test_others_indirect_words_and_words_further_on_have_no_time(quoted: str) -> None:
    result = annotate("{S The <O Velm Bank>} {C said} on Monday {X that it was late}.\n\n" + quoted)
    assert result.said(1) is None


def test_a_month_is_too_wide_to_be_one_occasion() -> None:
    result = annotate(
        "{S The <O Velm Bank>} {C said} in March {X that it was late}.\n\n"
        "{X2 “We wait,”} {S2 Velm Bank spokeswoman <P Ana Berg>} {C2 told} reporters."
    )
    assert result.said(1) is None


def test_the_body_is_not_made_to_speak_then_by_its_officer() -> None:
    result = annotate(
        "{S The <O Velm Bank>} {C said} on Monday {X that it was late}.\n\n"
        "{X2 “We wait,”} {S2 Velm Bank spokeswoman <P Ana Berg>} {C2 told} reporters.\n\n"
        "{S3 <O Velm Bank>} {C3 said} {X3 that it was early}."
    )
    assert result.said(1) == "2031-05-12"
    assert result.said(2) is None


def test_written_is_a_wednesday() -> None:
    assert WRITTEN.first_day.isoweekday() == 3
