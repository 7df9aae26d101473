"""Where and when a figure holds, and on whose word: from what stands around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from whence.annotate.figures.tagged import Tagged
from whence.annotate.numerals import word_list
from whence.model import (
    Article,
    EntityKind,
    Mention,
    Moment,
    Reading,
    Span,
    Statement,
    TimeExpression,
)

_LOCATIVE = frozenset(
    word_list("in at near around outside inside across throughout on over within off along")
)
_MOST_OPEN = 50  # contents that begin before a figure and may still hold it
_LEADING = 7  # "in the rebel-held northern province of Osk"


class Setting:
    """The places, times and statements of one text, found by offset."""

    def __init__(
        self,
        article: Article,
        reading: Reading,
        times: Sequence[TimeExpression],
        statements: Sequence[Statement],
        text: Tagged,
    ) -> None:
        self._article = article
        self._text = text
        places = (
            mention
            for mention in reading.mentions
            if mention.kind is EntityKind.PLACE and not article.text[mention.span.start].islower()
        )
        self._places = sorted(places, key=lambda mention: mention.span)
        self._place_starts = [place.span.start for place in self._places]
        self._times = [t for t in times if t.moment is not None]
        self._time_starts = [t.span.start for t in self._times]
        self._contents = sorted(
            ((span, statement) for statement in statements for span in statement.content),
            key=lambda pair: (pair[0], pair[1].id),
        )
        self._content_starts = [span.start for span, _ in self._contents]

    def statement(self, span: Span) -> Statement | None:
        """The statement whose content holds the figure: the innermost one."""
        end = bisect_right(self._content_starts, span.start)
        near = self._contents[max(0, end - _MOST_OPEN) : end]
        holding = [pair for pair in near if pair[0].contains(span)]
        return min(holding, key=lambda pair: len(pair[0]))[1] if holding else None

    def where(self, span: Span, word: int, owner: Statement | None) -> str | None:
        """The nearest place in the sentence that a preposition of place leads up to.

        Of what somebody states only a place in the statement is where the figure holds: "told
        reporters in Osk" says where it was said.
        """
        sentence = self._sentence(word)
        low = bisect_left(self._place_starts, sentence.start)
        high = bisect_left(self._place_starts, sentence.end)
        led = [place for place in self._places[low:high] if self._is_location(place)]
        if owner is not None:
            led = [p for p in led if any(piece.contains(p.span) for piece in owner.content)]
        if not led:
            return None
        nearest = min(led, key=lambda place: _gap(place.span, span))
        return nearest.span.of(self._article.text)

    def as_of(self, span: Span, word: int, owner: Statement | None) -> Moment | None:
        """The nearest moment in the sentence, else that of the statement, else of the article."""
        sentence = self._sentence(word)
        low = bisect_left(self._time_starts, sentence.start)
        high = bisect_left(self._time_starts, sentence.end)
        near = self._times[low:high]
        if near:
            return min(near, key=lambda t: _gap(t.span, span)).moment
        if owner is not None and owner.said is not None:
            return owner.said
        return self._article.published

    def _sentence(self, word: int) -> Span:
        """From the first to the last word of the sentence of `word`."""
        numbers = self._text.sentence
        first = bisect_left(numbers, numbers[word])
        end = bisect_right(numbers, numbers[word])
        return self._text.words.span(first, end)

    def _is_location(self, place: Mention) -> bool:
        words = self._text.words
        i = bisect_left(words.starts, place.span.start) - 1
        for j in range(i, max(-1, i - _LEADING), -1):
            if words.forms[j] in _LOCATIVE:
                return True
            tag = self._text.tag(j)
            if not (tag.startswith(("DT", "JJ", "NN", "HYPH")) or words.forms[j] in ("of", "-")):
                return False
        return False


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
