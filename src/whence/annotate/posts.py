"""Posts that a page has taken in from a social network: "… — Ada Brenk (@abrenk) May 5, 2031".

The form is the network's own, and the same wherever a post is taken in: its words, a dash, the name
and the handle of who wrote it, the day. The name may stand on a line of its own after the words.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from whence.annotate.words import Words
from whence.model import Attribution, Span

_SIGNED: Final = re.compile(
    r"(?P<dash>[—–]) *(?P<who>[^\s()—–][^\n()—–]{0,59} \(@\w{1,30}\)) "
    r"[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d\W*$"
)
_SURE: Final = 0.95
"""The form leaves little to err; it was looked at in 15 posts of PolNeAR, of which four are marked
there, all with the writer and the handle for their source and the dash for their cue."""


def with_posts(words: Words, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in reading order with one for each signed post, its vector left empty.

    What was read in the words of a post stays, as nested in it; what was made of a signature goes.
    """
    posts = list(_posts(words.text, words.passages))
    if not posts:
        return tuple(attributions)
    signed = [span for post in posts for span in (*post.source, *post.cue)]
    kept = [
        one
        for one in attributions
        if not any(part.overlaps(span) for part in (*one.source, *one.cue) for span in signed)
    ]
    return tuple(sorted([*kept, *posts], key=lambda one: (one.extent, one.cue)))


def _posts(text: str, passages: Sequence[Span]) -> Iterator[Attribution]:
    for number, passage in enumerate(passages):
        match = _SIGNED.search(text, passage.start, passage.end)
        if match is None:
            continue
        content = _trimmed(text, passage.start, match.start())
        before = passages[number - 1] if number else None
        if content is None and before and not _SIGNED.search(text, before.start, before.end):
            content = _trimmed(text, before.start, before.end)
        if content is not None:
            yield Attribution(
                source=(Span(*match.span("who")),),
                cue=(Span(*match.span("dash")),),
                content=(content,),
                confidence=_SURE,
            )


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span(start, end) if start < end else None
