"""What linking asks of a model that reads two sentences: does the one follow from the other?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Inference:
    """The chances that a hypothesis follows from its premise, is open, or is ruled out by it.

    All three lie between 0 and 1 and add up to 1.
    """

    entailment: float
    neutral: float
    contradiction: float


class Entailment(Protocol):
    """Reads pairs of sentences, each as premise and hypothesis; linking does without it as well."""

    @property
    def digest(self) -> str:
        """What tells this model from another: what was linked with another is linked anew."""

    def read(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Inference]:
        """One inference for each of `pairs` of premise and hypothesis, in their order.

        The answer for a pair does not depend on the others. No pair raises: what is too long is
        cut, what is empty is neutral.
        """
