"""Where a text first describes what it later calls by the bare noun: "a new poll … the poll"."""

from bisect import bisect_left
from functools import cached_property

from whence.annotate.speakers.nouns import NounClass, noun_class, nouns, singular
from whence.annotate.speakers.phrase import NOUN_TAGS, Description
from whence.annotate.words import Words

_INSIDE = NOUN_TAGS | {"JJ", "JJS", "VBN", "POS", "VBG"}
_LONGEST = 9
#: How far back a description in passing is looked for, in words.
_REACH = 600


class Antecedents:
    """The common nouns of a text by their singular, in reading order."""

    def __init__(self, words: Words) -> None:
        self._words = words

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        tags = self._words.pos
        for index, tag in enumerate(tags):
            if tag in NOUN_TAGS and tags[index + 1 : index + 2] not in (["NN"], ["NNS"]):
                places.setdefault(singular(self._words.lower[index]), []).append(index)
        return places

    def before(self, word: int, told: Description) -> list[int] | None:
        """The fullest of the last few phrases before `word` that bring in what is described.

        A phrase brings something in by "a" or by a name before the noun, and has all the words
        that narrow the description. For documents, nouns of like meaning count too.
        """
        best: list[int] | None = None
        like = nouns().means.get(told.head, frozenset())
        is_document = noun_class(told.head) is NounClass.DOCUMENT
        for noun in (told.head, *(sorted(like) if is_document else ())):
            places = self._places.get(noun, [])
            at = bisect_left(places, word)
            for index in places[max(0, at - 4) : at]:
                phrase = self._phrase(index)
                forms = {self._words.lower[other] for other in phrase}
                is_plural = self._words.pos[index] in {"NNS", "NNPS"}
                fits = word - index <= _REACH and told.modifiers <= forms
                fits = fits and is_plural == told.plural
                if fits and self._brings_in(phrase):
                    best = phrase if best is None or len(phrase) > len(best) else best
        return best

    def _phrase(self, noun: int) -> list[int]:
        words, first = self._words, noun
        while first > 0 and noun - first < _LONGEST and words.pos[first - 1] in _INSIDE:
            if words.sentence[first - 1] != words.sentence[noun]:
                break
            first -= 1
        if first and words.pos[first - 1] == "DT":
            first -= 1
        return list(range(first, noun + 1))

    def _brings_in(self, phrase: list[int]) -> bool:
        words = self._words
        if words.lower[phrase[0]] in {"a", "an", "another", "one"}:
            return True
        return any(words.pos[index] in {"NNP", "NNPS"} for index in phrase[:-1])
