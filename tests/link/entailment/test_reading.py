"""What the shipped model must be able to tell, and what its answers may not depend on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.link.entailment import CrossEncoder
from whence.link.entailment.answers import Inference

CLASHES = [
    ("The ferry sank off the northern coast.", "The ferry did not sink off the northern coast."),
    ("Fourteen miners were killed in the blast.", "Nobody was killed in the blast."),
    ("The council has approved the new tax.", "The council has rejected the new tax."),
    ("Nine people were hurt in the fire.", "Twenty people were hurt in the fire."),
    ("The minister will resign on Friday.", "The minister will not resign on Friday."),
]
FOLLOWS = [
    ("The ferry sank off the northern coast on Tuesday.", "The ferry sank."),
    ("Twelve people were hurt in the fire.", "At least ten people were hurt in the fire."),
    ("The mayor did not sign the contract.", "The mayor didn't sign the contract."),
]
OPEN = [
    ("The government may send more troops.", "The government will send more troops."),
    ("The ferry sank.", "The ferry sank because of a fire in the engine room."),
    ("The union met the company in Brodek.", "The court sat for two hours."),
]


@pytest.mark.parametrize(("premise", "hypothesis"), CLASHES)
def test_what_cannot_both_be_is_a_contradiction(
    model: CrossEncoder, premise: str, hypothesis: str
) -> None:
    for pair in ((premise, hypothesis), (hypothesis, premise)):
        assert likeliest(model, *pair) == "contradiction"


@pytest.mark.parametrize(("premise", "hypothesis"), FOLLOWS)
def test_what_a_sentence_holds_follows_from_it(
    model: CrossEncoder, premise: str, hypothesis: str
) -> None:
    assert likeliest(model, premise, hypothesis) == "entailment"


@pytest.mark.parametrize(("premise", "hypothesis"), OPEN)
def test_what_a_sentence_leaves_open_is_neutral(
    model: CrossEncoder, premise: str, hypothesis: str
) -> None:
    assert likeliest(model, premise, hypothesis) == "neutral"


def likeliest(model: CrossEncoder, premise: str, hypothesis: str) -> str:
    (found,) = model.read([(premise, hypothesis)])
    return max(("entailment", "neutral", "contradiction"), key=lambda name: getattr(found, name))


def test_the_order_of_the_two_matters(model: CrossEncoder) -> None:
    whole, part = FOLLOWS[0]
    there, back = model.read([(whole, part), (part, whole)])
    assert there.entailment > 0.5 > back.entailment


def test_an_answer_does_not_depend_on_the_others(model: CrossEncoder) -> None:
    pairs = [*CLASHES, *FOLLOWS, *OPEN]
    alone = [model.read([pair])[0] for pair in pairs]
    assert model.read(pairs) == alone
    assert model.read(pairs[::-1]) == alone[::-1]
    assert CrossEncoder(threads=1).read(pairs) == alone


def test_an_empty_side_leaves_all_open(model: CrossEncoder) -> None:
    nothing = Inference(0.0, 1.0, 0.0)
    assert model.read([("", "It rained."), ("It rained.", " \n"), ("\u200b", "")]) == [nothing] * 3


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(), max_size=80), st.text(st.characters(), max_size=80))
def test_any_two_texts_have_chances(model: CrossEncoder, premise: str, hypothesis: str) -> None:
    (found,) = model.read([(premise, hypothesis)])
    chances = (found.entailment, found.neutral, found.contradiction)
    assert all(0.0 <= each <= 1.0 for each in chances)
    assert sum(chances) == pytest.approx(1.0, abs=1e-5)


def test_texts_without_end_are_cut(model: CrossEncoder) -> None:
    (found,) = model.read([("The gate was shut. " * 5000, "a" * 100_000)])
    assert found.entailment + found.neutral + found.contradiction == pytest.approx(1.0, abs=1e-5)


def test_the_digest_names_the_weights(model: CrossEncoder) -> None:
    assert len(model.digest) == 64
    assert model.digest == CrossEncoder().digest
