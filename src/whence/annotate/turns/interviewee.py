"""Whom the labels "Q" and "A" stand for: as names, they would be one person in all articles."""

from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.speakers import Cast, Speaker
from whence.model import Article, Attribution, EntityKind, Referent, content_id

_INITIALS = frozenset({"Q", "A"})
#: How sure it is that the one person named before an interview is who answers.
_SURE = 0.8
#: The name of an outlet that nothing told (`whence.read.outlets`).
_UNKNOWN = "unknown"


def is_initial(text: str, one: Attribution) -> bool:
    """Whether an attribution is a turn labelled by "Q" or "A" alone."""
    return one.turn and bool(one.source) and one.source[0].of(text) in _INITIALS


def _is_question(text: str, one: Attribution) -> bool:
    return is_initial(text, one) and one.source[0].of(text) == "Q"


def without_initials(text: str, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions; turns of "Q" and "A" without a source, so that no one gets that name."""
    return tuple(replace(one, source=()) if is_initial(text, one) else one for one in attributions)


def with_interviewee(article: Article, attributions: Sequence[Attribution], found: Cast) -> Cast:
    """The cast; the one person who is named before the first turn speaks the answers.

    In such an interview the outlet asks, where it is known. Who answers stays unknown where
    several are named there or nobody is, and so does then who asks: a press conference has many.
    """
    text = article.text
    first = next((one for one in attributions if is_initial(text, one)), None)
    if first is None:
        return found
    start = first.source[0].start
    people = [
        referent.id
        for referent in found.referents
        if referent.kind is EntityKind.PERSON
        and referent.named
        and referent.mentions[0].start < start
    ]
    answers = Speaker(None, "label A", 0.0)
    if len(people) == 1:
        answers = Speaker(people[0], "the one person named before an interview", _SURE)
    asks, asking = Speaker(None, "label Q", 0.0), None
    has_questions = any(_is_question(text, one) for one in attributions)
    if len(people) == 1 and article.outlet.name != _UNKNOWN and has_questions:
        asking = _asking(article, attributions, found)
        asks = Speaker(asking.id, "the outlet asks", _SURE)
    speakers = tuple(
        speaker
        if not is_initial(text, one)
        else (answers if one.source[0].of(text) == "A" else asks)
        for one, speaker in zip(attributions, found.speakers, strict=True)
    )
    if asking is None:
        return replace(found, speakers=speakers)
    others = (one for one in found.referents if one.id != asking.id)
    ordered = sorted((*others, asking), key=lambda one: (one.mentions[0], one.id))
    return replace(found, referents=tuple(ordered), speakers=speakers)


def _asking(article: Article, attributions: Sequence[Attribution], found: Cast) -> Referent:
    """The outlet as a referent: the one of that name with the labels "Q" added, else a new one."""
    outlet = article.outlet.name
    labels = tuple(one.source[0] for one in attributions if _is_question(article.text, one))
    known = next((one for one in found.referents if outlet in one.names), None)
    if known is not None:
        return replace(known, mentions=tuple(sorted({*known.mentions, *labels})))
    return Referent(
        id=content_id("ref", article.id, labels[0].start, labels[0].end, EntityKind.ORGANISATION),
        name=outlet,
        names=(outlet,),
        kind=EntityKind.ORGANISATION,
        named=True,
        mentions=labels,
    )
