"""Quotations in a paragraph of their own, which go on with what was said right before."""

from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.quotes import Quotations
from whence.annotate.words import Words
from whence.model import Attribution, Span

#: Fewer words in quotation marks are a title or a heading.
_FEWEST = 6
_ENDS = frozenset(".?!…,")
_MARKS = frozenset("\"“”„«»‘’'")


def with_quotations_after(
    words: Words, quotations: Quotations, attributions: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """The attributions, each with the quoted paragraphs right after it that nobody else says.

    A paragraph that is quoted throughout and in which nothing was marked belongs to whoever spoke
    in the last sentence of the paragraph before.
    """
    found = list(attributions)
    last: int | None = None  # whom the paragraph before left speaking
    marked = _by_passage(words, attributions)
    for number, passage in enumerate(words.passages):
        if number in marked:
            last = _speaking_last(words, quotations, marked[number], passage)
        elif last is not None and _is_quoted(words, quotations, passage):
            content = (*found[last].content, passage)
            found[last] = replace(found[last], content=content)
        else:
            last = None
    return tuple(found)


def _by_passage(
    words: Words, attributions: Sequence[Attribution]
) -> dict[int, list[tuple[int, Attribution]]]:
    """The attributions with their numbers by the passages that they have words in."""
    found: dict[int, list[tuple[int, Attribution]]] = {}
    for number, one in enumerate(attributions):
        pieces = (*one.source, *one.cue, *one.content)
        for passage in {words.passage_number(piece.start) for piece in pieces}:
            found.setdefault(passage, []).append((number, one))
    return found


def _is_quoted(words: Words, quotations: Quotations, passage: Span) -> bool:
    """Whether a paragraph is one sentence or more of speech, in quotation marks from end to end."""
    text = passage.of(words.text)
    if text[0] not in _MARKS or len(words.within(passage)) < _FEWEST:
        return False
    is_sentence = text.rstrip("\"“”»’' ")[-1:] in _ENDS
    return is_sentence and quotations.share(passage) == 1.0


def _speaking_last(
    words: Words, quotations: Quotations, here: Sequence[tuple[int, Attribution]], passage: Span
) -> int | None:
    """The number of the one attribution that the author tells in a paragraph's last sentence."""
    final = words.sentence_number(passage.end - 1)
    told = [
        number
        for number, one in here
        if _is_told(quotations, one)
        and any(
            passage.contains(piece) and words.sentence_number(piece.end - 1) == final
            for piece in (*one.source, *one.cue, *one.content)
        )
    ]
    return told[0] if len(told) == 1 else None


def _is_told(quotations: Quotations, one: Attribution) -> bool:
    """Whether source and cue are the author's words, not quoted ones."""
    speaking = (*one.source, *one.cue)
    return bool(speaking) and not any(quotations.holds(piece.start) for piece in speaking)
