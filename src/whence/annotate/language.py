"""The protocol that a language model fulfils, so that another can take the place of ours."""

from collections.abc import Sequence
from typing import Protocol

from whence.model import Reading, Span


class LanguageModel(Protocol):
    """Reads attributions, names, parts of speech and sentences in one text."""

    @property
    def digest(self) -> str:
        """A digest of everything that can change a reading: weights, vocabulary, code version."""

    def read(self, text: str, passages: Sequence[Span]) -> Reading:
        """What stands in those passages of `text`, in order; nothing outside them is read.

        Every span of the reading lies in one passage, except that the pieces of one attribution
        may lie in several. Equal input gives an equal reading.
        """
