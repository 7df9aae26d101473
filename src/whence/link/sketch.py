"""What is kept of an article to place others beside it."""

import math
from collections import defaultdict
from collections.abc import Iterator

from whence.link.words import STOP_WORDS, fold, stem, words
from whence.model import Annotated, Article, BlockKind, Sketch, Span

#: Words of the body that count; what comes later in a report is background to other stories too.
_LEAD_WORDS = 400
#: How often a word of the title counts, against once in the body.
_TITLE_WEIGHT = 3.0
#: How often a pair of words of one name counts beside the words themselves.
_NAME_WEIGHT = 0.5
_MOST_TERMS = 200
_TITLE_KINDS = frozenset({BlockKind.HEADLINE})


def sketch(annotated: Annotated) -> Sketch:
    """The weighted terms of an article's title and body, its day, and its meaning as a vector.

    Terms are stems, and pairs of capitalised words joined by a space; their weights grow with the
    logarithm of how often they occur, the title's words counting thrice. How rare a term is
    comes in when articles are compared. An article without a date has no day.
    """
    article = annotated.article
    counts: dict[str, float] = defaultdict(float)
    for term in _terms(article.title or "", _title_spans(article)):
        counts[term] += _TITLE_WEIGHT * (_NAME_WEIGHT if " " in term else 1)
    left = _LEAD_WORDS
    for passage in _body(article):
        found = list(words(article.text, passage.start, passage.end))[:left]
        left -= len(found)
        for term in _terms(article.text, [span for _, span in found]):
            counts[term] += _NAME_WEIGHT if " " in term else 1
    # Ties fall by the term itself, so that the sketch depends on the article alone.
    kept = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST_TERMS]
    terms = {term: (1 + math.log(count) if count >= 1 else count) for term, count in sorted(kept)}
    moment = article.published
    day = moment.first_day if moment and moment.first_day == moment.last_day else None
    return Sketch(article=article.id, day=day, terms=terms, vector=annotated.vector)


def _title_spans(article: Article) -> list[Span]:
    return [span for _, span in words(article.title or "")]


def _body(article: Article) -> Iterator[Span]:
    for block in article.blocks:
        titled = block.kind in _TITLE_KINDS and article.title
        if block.is_read and not titled:
            yield block.span


def _terms(text: str, spans: list[Span]) -> Iterator[str]:
    """The stems at those spans, and the pairs of capitalised neighbours."""
    before: Span | None = None
    for span in spans:
        form = span.of(text)
        if fold(form) in STOP_WORDS or (len(form) < 2 and not form.isdecimal()):
            before = None
            continue
        yield stem(form)
        if before and form[0].isupper() and text[before.end : span.start] == " ":
            yield f"{fold(before.of(text))} {fold(form)}"
        before = span if form[0].isupper() else None
