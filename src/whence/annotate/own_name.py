"""An outlet's own name in its own article ("told Ulva Valley Online"), which its metadata tell.

The language model reads names of small outlets in part, or as the place that they are called by.
"""

import re
from collections.abc import Sequence

from whence.model import Article, EntityKind, Mention, Span

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def with_own_name(
    article: Article, passages: Sequence[Span], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The mentions in reading order, with the outlet's name whole wherever the passages print it.

    A name of one word is left to the model: it may be a word of another matter ("Time", "Today").
    """
    words = _ARTICLE.sub("", article.outlet.name.strip()).split()
    if len(words) < 2:
        return tuple(mentions)
    name = r"\s+".join(map(re.escape, words))
    printed = re.compile(rf"(?<!\w){name}(?!\w)")
    own = [
        Mention(Span(*found.span()), EntityKind.ORGANISATION, 1.0)
        for passage in passages
        for found in printed.finditer(article.text, passage.start, passage.end)
    ]
    kept = [one for one in mentions if not any(one.span.overlaps(other.span) for other in own)]
    return tuple(sorted((*kept, *own), key=lambda one: one.span))
