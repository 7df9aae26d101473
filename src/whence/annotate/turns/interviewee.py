"""Whom the labels "Q" and "A" stand for: as names, they would be one person in all articles."""

from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.speakers import Cast, Speaker
from whence.model import Attribution, EntityKind

_INITIALS = frozenset({"Q", "A"})
#: How sure it is that the one person named before an interview is who answers.
_SURE = 0.8


def is_initial(text: str, one: Attribution) -> bool:
    """Whether an attribution is a turn labelled by "Q" or "A" alone."""
    return one.turn and bool(one.source) and one.source[0].of(text) in _INITIALS


def without_initials(text: str, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions; turns of "Q" and "A" without a source, so that no one gets that name."""
    return tuple(replace(one, source=()) if is_initial(text, one) else one for one in attributions)


def with_interviewee(text: str, attributions: Sequence[Attribution], found: Cast) -> Cast:
    """The cast; the one person who is named before the first turn speaks the answers.

    Who asks stays unknown, and so does who answers where several are named there or nobody is.
    """
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
    asks = Speaker(None, "label Q", 0.0)
    speakers = tuple(
        speaker
        if not is_initial(text, one)
        else (answers if one.source[0].of(text) == "A" else asks)
        for one, speaker in zip(attributions, found.speakers, strict=True)
    )
    return replace(found, speakers=speakers)
