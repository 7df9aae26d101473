"""What a model that reads two sentences is asked, and what is made of its answers."""

from collections.abc import Sequence

import pytest
from tests.link.relating import OPENED, kolar, ostrin, ruled

from whence.link.inference import as_sentence
from whence.model import Inference, RelationKind, Stance

CLASH = Inference(0.02, 0.03, 0.95)
OPEN = Inference(0.05, 0.9, 0.05)
FOLLOWS = Inference(0.95, 0.03, 0.02)
CLOSED = "two gates of the upper sluice were not opened during the night"


class Ruling:
    """A model that answers the same of every pair, and keeps what it was asked."""

    digest = "ruling"

    def __init__(self, answer: Inference) -> None:
        self.answer = answer
        self.asked: list[tuple[str, str]] = []

    def read(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Inference]:
        self.asked += pairs
        return [self.answer] * len(pairs)


def test_a_model_is_asked_both_ways_about_bare_sentences_in_one_call() -> None:
    model = Ruling(CLASH)
    ruled(kolar(f"that {OPENED}"), ostrin(f"“{CLOSED}”"), model)
    first, second = (f"{words[0].upper()}{words[1:]}." for words in (OPENED, CLOSED))
    assert set(model.asked) == {(first, second), (second, first)}


def test_a_clash_that_the_model_reads_too_stays() -> None:
    [relation] = ruled(kolar(OPENED), ostrin(CLOSED), Ruling(CLASH)).relations
    assert (relation.kind, relation.because.reason) == (RelationKind.CONTRADICTS, "polarity")


@pytest.mark.parametrize("answer", [OPEN, FOLLOWS])
def test_a_clash_that_the_model_does_not_read_is_left_out(answer: Inference) -> None:
    assert ruled(kolar(OPENED), ostrin(CLOSED), Ruling(answer)).relations == ()


def test_what_is_denied_has_to_follow_from_what_is_said() -> None:
    denial = ostrin(OPENED, stance=Stance.DENIES)
    assert ruled(kolar(OPENED), denial, Ruling(CLASH)).relations == ()
    [relation] = ruled(kolar(OPENED), denial, Ruling(FOLLOWS)).relations
    assert relation.kind is RelationKind.CONTRADICTS


def test_a_model_adds_nothing_where_the_words_show_no_clash() -> None:
    model = Ruling(CLASH)
    assert ruled(kolar(OPENED), ostrin("the upper sluice was kept under guard"), model) == ruled(
        kolar(OPENED), ostrin("the upper sluice was kept under guard")
    )
    assert model.asked == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("that gates\n were opened,", "Gates were opened."),
        ("“No gate was opened!”", "No gate was opened!"),
        ("“ ”", ""),
    ],
)
def test_a_content_is_read_as_a_sentence(content: str, sentence: str) -> None:
    assert as_sentence(content) == sentence
