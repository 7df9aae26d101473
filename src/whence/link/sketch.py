"""What is kept of an article to place others beside it."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from whence.link.words import STOP_WORDS, at_large, fold, stem, words
from whence.model import Annotated, Article, BlockKind, Sketch, Span

#: Words of the body that count; what comes later in a report is background to other stories too.
_LEAD_WORDS = 800
#: How often a word of the title counts, against once in the body.
_TITLE_WEIGHT = 3.0
#: The words of the body that tell the news, and how much more the terms of these and of the title
#: weigh than what a report tells as background.
_FIRST_WORDS = 100
_FIRST_WEIGHT = 1.5
#: How often a pair of words of one name counts beside the words themselves.
_NAME_WEIGHT = 0.5
_MOST_TERMS = 200
_TITLE_KINDS = frozenset({BlockKind.HEADLINE})


def sketch(annotated: Annotated) -> Sketch:
    """The weighted terms of an article's title and body, its day, and its meaning as a vector.

    Terms are stems, and pairs of capitalised words joined by a space, the most telling first. Their
    weights, together of the length 1, grow with how rare they are in news at large, with the
    logarithm of how often they occur, the title's words counting thrice, and with being in the
    title or among the first words. How rare a term is in the ledger comes in when articles are
    compared. An article without a date has no day.
    """
    article = annotated.article
    counts: dict[str, float] = defaultdict(float)
    first: set[str] = set()
    for term, _ in _terms(article.title or "", _title_spans(article)):
        counts[term] += _TITLE_WEIGHT * (_NAME_WEIGHT if " " in term else 1)
        first.add(term)
    read = 0
    for passage in _body(article):
        found = list(words(article.text, passage.start, passage.end))[: _LEAD_WORDS - read]
        for term, at in _terms(article.text, [span for _, span in found]):
            counts[term] += _NAME_WEIGHT if " " in term else 1
            if read + at < _FIRST_WORDS:
                first.add(term)
        read += len(found)
    moment = article.published
    day = moment.first_day if moment and moment.first_day == moment.last_day else None
    return Sketch(
        article=article.id, day=day, terms=_weighted(counts, first), vector=annotated.vector
    )


def _weighted(counts: Mapping[str, float], first: Collection[str]) -> dict[str, float]:
    weights = {
        term: (1 + math.log(count) if count >= 1 else count)
        * (_FIRST_WEIGHT if term in first else 1)
        * at_large(term)
        for term, count in counts.items()
    }
    # Ties fall by the term itself, so that the sketch depends on the article alone.
    ranked = sorted(weights, key=lambda term: (-weights[term], term))[:_MOST_TERMS]
    length = math.hypot(*(weights[term] for term in ranked)) or 1.0
    return {term: round(weights[term] / length, 4) for term in ranked if weights[term]}


def _title_spans(article: Article) -> list[Span]:
    return [span for _, span in words(article.title or "")]


def _body(article: Article) -> Iterator[Span]:
    for block in article.blocks:
        titled = block.kind in _TITLE_KINDS and article.title
        if block.is_read and not titled:
            yield block.span


def _terms(text: str, spans: list[Span]) -> Iterator[tuple[str, int]]:
    """The stems at those spans, and the pairs of capitalised neighbours; with their place."""
    before: Span | None = None
    for at, span in enumerate(spans):
        form = span.of(text)
        if fold(form) in STOP_WORDS or (len(form) < 2 and not form.isdecimal()):
            before = None
            continue
        yield stem(form), at
        if before and form[0].isupper() and text[before.end : span.start] == " ":
            yield f"{fold(before.of(text))} {fold(form)}", at
        before = span if form[0].isupper() else None
