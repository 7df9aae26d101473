"""What a user needs of the reader, sentence by sentence: the cases of `bench/behaviour`.

Rates hold for every capability, because a single sentence may flip when the weights change. Where
rules decide, or where no weights may fail, each sentence is a test of its own.
"""

from __future__ import annotations

import json

import pytest

from bench.behaviour.__main__ import FLOORS, rates
from bench.behaviour.changes import changed_cases
from bench.behaviour.checking import Asked, Outcome
from bench.behaviour.marking import Case, capabilities
from whence.annotate.encoder import Encoder

CASES = (*capabilities(), *changed_cases())
RATES = json.loads(FLOORS.read_text(encoding="utf-8"))
#: Capabilities that no weights may lack: every case is a test of its own.
HELD = ("nested", "nothing said", "paragraphs", "quotation marks", "transcripts")


@pytest.fixture(scope="module")
def asked(encoder: Encoder) -> Asked:
    return Asked(encoder)


@pytest.fixture(scope="module")
def outcomes(asked: Asked) -> dict[str, Outcome]:
    return {case.id: asked.outcome(case) for case in CASES}


def test_the_cases_are_many_and_of_distinct_names() -> None:
    assert len({case.id for case in CASES}) == len(CASES)
    assert len(CASES) >= 200


@pytest.mark.parametrize("capability", RATES)
def test_each_capability_keeps_its_rate(capability: str, outcomes: dict[str, Outcome]) -> None:
    right, number = rates(outcomes.values())[capability]
    wrong = [
        f"{each.case.name}: {'; '.join(each.wrong)}"
        for each in outcomes.values()
        if each.case.capability == capability and not each.is_right
    ]
    assert right >= RATES[capability], f"{right} of {number} right\n" + "\n".join(wrong)


def test_every_capability_has_a_rate() -> None:
    assert set(RATES) == {case.capability for case in CASES}


def _held() -> list[object]:
    return [
        pytest.param(
            case,
            id=case.id,
            marks=[pytest.mark.xfail(reason=case.known, strict=True)] if case.known else [],
        )
        for case in CASES
        if case.capability in HELD
    ]


@pytest.mark.parametrize("case", _held())
def test_reads_what_a_person_reads(case: Case, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[case.id]
    assert outcome.is_right, "\n".join(outcome.wrong)


def test_a_wrong_reading_is_seen(asked: Asked) -> None:
    """The judge itself can fail: who speaks, what is said and what is too much."""
    for source in (
        "{X “The well has run dry,”} {C said} villager Asha Rao. {S The river} is low.",
        "{X “The well has} run dry,” {C said} {S villager Asha Rao}.",
        "“The well has run dry,” said villager Asha Rao.",
        "The <P lake> froze.",
    ):
        assert not asked.outcome(Case("judge", "wrong", source)).is_right
