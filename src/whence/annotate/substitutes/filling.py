"""A reading put together of what another model marks and what the shipped model gives."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.encoder import Encoder
from whence.annotate.encoder.joining import RoleSpan, join, quotation
from whence.annotate.substitutes.labels import KINDS, Labelled, role_of
from whence.model import Attribution, Mention, Reading, Span


def mentions_of(marked: Sequence[Labelled]) -> tuple[Mention, ...]:
    """The names among marked stretches, in reading order."""
    named = ((one, KINDS.get(one.label)) for one in marked)
    found = [Mention(one.span, kind, round(one.chance, 4)) for one, kind in named if kind]
    return tuple(sorted(found, key=lambda one: one.span))


def attributions_of(
    text: str, passages: Sequence[Span], reading: Reading, marked: Sequence[Labelled], rest: Encoder
) -> tuple[Attribution, ...]:
    """The attributions that stretches of source, cue and content make, joined as ours are.

    The confidence is the least sure of the parts times how sure the joints are: a measure to rank
    by, calibrated on nothing. Meanings are the shipped model's.
    """
    spans = sorted(
        (one for one in marked if role_of(one.label) is not None), key=lambda one: one.span
    )
    kept = [one for one, after in zip(spans, [*spans[1:], None], strict=True) if _apart(one, after)]
    roles = [_role_span(text, passages, reading.sentences, one) for one in kept]
    found: list[Attribution] = []
    for joined in join(roles, rest.config.table):
        source = () if joined.source is None else (kept[joined.source].span,)
        content = tuple(kept[index].span for index in joined.contents)
        parts = [joined.cue, *joined.contents, *([] if joined.source is None else [joined.source])]
        sure = min(kept[index].chance for index in parts) * joined.content_chance
        one = Attribution(source, (kept[joined.cue].span,), content, round(sure, 4))
        found.append(replace(one, vector=rest.read(text, content).vector))
    return tuple(sorted(found, key=lambda one: (one.extent, one.cue)))


def _apart(one: Labelled, after: Labelled | None) -> bool:
    return after is None or not one.span.overlaps(after.span)


def _role_span(
    text: str, passages: Sequence[Span], sentences: Sequence[Span], one: Labelled
) -> RoleSpan:
    quoted, unclosed = quotation(one.span.of(text))
    return RoleSpan(
        role_of(one.label) or 0,
        one.span.start,
        one.span.end,
        passage=_number(passages, one.span.start),
        sentence=_number(sentences, one.span.start),
        last_sentence=_number(sentences, one.span.end - 1),
        quoted=quoted,
        unclosed=unclosed,
    )


def _number(spans: Sequence[Span], offset: int) -> int:
    """The index of the span begun last at `offset`."""
    return max(0, bisect_right(spans, offset, key=lambda span: span.start) - 1)
