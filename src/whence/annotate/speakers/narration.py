"""How far apart words lie in the telling: what is quoted between them does not count."""

from functools import cached_property

from whence.annotate.quotes import Quotations
from whence.annotate.speakers.asides import Asides
from whence.annotate.words import Words


class Narration:
    """The words of an article as its author tells them.

    After a long quotation "he" means whom the author named before it, so that sentences and
    passages that are quoted throughout put no distance between words, nor do captions.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self.asides = Asides(words)

    @cached_property
    def quoted(self) -> list[bool]:
        """Whether each word stands inside quotation marks."""
        words = self._words
        found = [False] * len(words)
        for span in Quotations(words.text, words.passages).spans:
            inside = words.within(span)
            found[inside.start : inside.stop] = [True] * len(inside)
        return found

    @cached_property
    def sentence(self) -> list[int]:
        """For each word how many sentences were told up to and with its own."""
        return self._told(self._words.sentence)

    @cached_property
    def passage(self) -> list[int]:
        """For each word how many passages were told up to and with its own."""
        return self._told(self._words.passage)

    def _told(self, owners: list[int]) -> list[int]:
        apart = self.asides.captions
        told = {
            owner
            for index, (owner, form) in enumerate(zip(owners, self._words.forms, strict=True))
            if not self.quoted[index] and index not in apart and form[0].isalnum()
        }
        found: list[int] = []
        number, last = 0, None
        for owner in owners:
            number += owner != last and owner in told
            last = owner
            found.append(number)
        return found
