"""One article's words, found by place: by span, by sentence, by passage."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from whence.model import Span, Token


@dataclass(frozen=True, eq=False)
class Words:
    """The tokens of a text in reading order, with the sentence and the passage of each.

    Words are addressed by their index. Where a model gives no sentences, each passage is one.
    """

    text: str
    tokens: tuple[Token, ...]
    passages: tuple[Span, ...]
    given_sentences: tuple[Span, ...] = field(default=())

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, or the passages where there are none."""
        return self.given_sentences or self.passages

    @cached_property
    def starts(self) -> list[int]:
        """Where each word starts."""
        return [token.span.start for token in self.tokens]

    @cached_property
    def forms(self) -> list[str]:
        """Each word as printed."""
        text = self.text
        return [text[token.span.start : token.span.end] for token in self.tokens]

    @cached_property
    def lower(self) -> list[str]:
        """Each word in lower case, with straight apostrophes."""
        return [form.lower().replace("’", "'") for form in self.forms]

    @cached_property
    def pos(self) -> list[str]:
        """Each word's part of speech."""
        return [token.pos for token in self.tokens]

    @cached_property
    def sentence(self) -> list[int]:
        """The index of each word's sentence; -1 before the first."""
        return _owners(self.starts, self.sentences)

    @cached_property
    def passage(self) -> list[int]:
        """The index of each word's passage; -1 before the first."""
        return _owners(self.starts, self.passages)

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, offset: int) -> int:
        """The first word that starts at or after `offset`; ``len(self)`` where there is none."""
        return bisect_left(self.starts, offset)

    def within(self, span: Span) -> range:
        """The words that start inside `span`."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def covering(self, spans: Sequence[Span]) -> list[int]:
        """The words that start inside any of `spans`, in reading order."""
        return [index for span in sorted(spans) for index in self.within(span)]

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that `offset` stands in, or the last that began before it."""
        return _last_begun(self.sentences, offset)

    def sentence_number(self, offset: int) -> int:
        """The index of that sentence, -1 before the first."""
        return bisect_right(self.sentences, offset, key=_start) - 1

    def passage_number(self, offset: int) -> int:
        """The index of the passage begun last at `offset`, -1 before the first."""
        return bisect_right(self.passages, offset, key=_start) - 1

    def span(self, first: int, last: int) -> Span:
        """From the start of word `first` to the end of word `last`, both included."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def words(self, first: int, end: int) -> str:
        """The text from word `first` up to, not including, word `end`."""
        return self.text[self.tokens[first].span.start : self.tokens[end - 1].span.end]


def _start(span: Span) -> int:
    return span.start


def _last_begun(spans: tuple[Span, ...], offset: int) -> Span | None:
    number = bisect_right(spans, offset, key=_start) - 1
    return spans[number] if number >= 0 else None


def _owners(starts: list[int], spans: tuple[Span, ...]) -> list[int]:
    owners: list[int] = []
    number = -1
    for start in starts:
        while number + 1 < len(spans) and spans[number + 1].start <= start:
            number += 1
        owners.append(number)
    return owners
