"""What a model that reads two sentences is asked, and what is made of its answers."""

from collections.abc import Sequence

from tests.link.relating import OPENED, kolar, ostrin, ruled

from whence.model import Inference, Modality, RelationKind


class Ruling:
    """A model that finds every pair to be a contradiction, and keeps what it was asked."""

    digest = "ruling"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def read(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Inference]:
        self.asked += pairs
        return [Inference(0.02, 0.03, 0.95)] * len(pairs)


def test_a_model_is_asked_both_ways_about_bare_sentences_in_one_call() -> None:
    model = Ruling()
    words = "the upper sluice was kept under guard"
    linked = ruled(kolar(f"that {OPENED}"), ostrin(f"“{words}”"), model)
    first, second = f"{OPENED[0].upper()}{OPENED[1:]}.", f"{words[0].upper()}{words[1:]}."
    assert set(model.asked) == {(first, second), (second, first)}
    [relation] = linked.relations
    assert (relation.kind, relation.because.reason) == (RelationKind.CONTRADICTS, "inference")


def test_a_model_is_not_asked_about_what_commits_nobody() -> None:
    model = Ruling()
    open_words = kolar("the upper sluice may be kept under guard", modality=Modality.POSSIBLE)
    assert ruled(open_words, ostrin(OPENED), model).relations == ()
    assert model.asked == []
