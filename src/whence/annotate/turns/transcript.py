"""Which labelled lines make a transcript, and what is said in it.

A colon after the first words of a line is no evidence: boxes, captions, scores and lists have it
too. Labels are turns where at least two of them that can be speakers answer each other, one of them
comes again, and the lines after them read like speech.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from whence.annotate.turns.labels import Label, People, Sort, label_of
from whence.model import Attribution, EntityKind, Mention, Reading, Span

_FEWEST = 3
#: Of the lines after labels, how many at least end as sentences do, say "I" or "you" or ask, and
#: follow another speaker's.
_SENTENCES, _TALKING, _ANSWERS = 0.5, 0.25, 0.34
_ENDS = re.compile(r"[.?!…]+[\"”’')\]*_\s]*$|--$|—$")
_TALK = re.compile(r"\b(?:I|you|we|my|your|our|me|us|I'm|I’m)\b|\?", re.IGNORECASE)
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
#: How sure a turn is, by what its label goes by. No data set with marked turns was there to
#: calibrate on; see docs/quality.md for what was looked at.
_SURE = {Sort.INITIAL: 0.95, Sort.ROLE: 0.95, Sort.CAPITALS: 0.9, Sort.NAME: 0.9}
_SAME = 0.8


@dataclass(frozen=True, slots=True)
class _Turn:
    label: Label
    content: tuple[Span, ...]


def with_turns(text: str, passages: Sequence[Span], reading: Reading) -> Reading:
    """The reading with a direct attribution for each turn of a transcript.

    Its source is the label, its cue the mark after it. Attributions within one turn stay; what the
    model made of a label, or joined across turns, goes.
    """
    turns = _turns(text, passages, reading.mentions)
    if not turns:
        return reading
    made = [_attribution(turn) for turn in turns]
    kept = [inner for one in reading.attributions if (inner := _within_turn(one, turns))]
    attributions = sorted([*made, *kept], key=lambda one: (one.extent, one.cue))
    mentions = [*reading.mentions, *_names(text, turns, reading.mentions)]
    return replace(
        reading,
        attributions=tuple(attributions),
        mentions=tuple(sorted(mentions, key=lambda one: one.span)),
    )


def _turns(text: str, passages: Sequence[Span], mentions: Sequence[Mention]) -> list[_Turn]:
    """The turns of a transcript, none where the text is none; linear in the text."""
    found = [label_of(text, passage) for passage in passages]
    held = _speakers(text, [label for label in found if label is not None], mentions)
    if not held:
        return []
    last = max(n for n, label in enumerate(found) if label is not None and label.key in held)
    turns: list[_Turn] = []
    is_open = False
    for number, (passage, label) in enumerate(zip(passages[: last + 1], found, strict=False)):
        if label is not None and label.key in held:
            turns.append(_Turn(label, (label.turn,)))
            is_open = True
        elif is_open and number < last and label is None and _goes_on(passage.of(text)):
            turns[-1] = replace(turns[-1], content=(*turns[-1].content, passage))
        else:
            is_open = False
    return turns


def _goes_on(words: str) -> bool:
    """Whether a line without a label can be more of a turn: no heading, no stage direction."""
    return _ENDS.search(words) is not None and not _ASIDE.fullmatch(words.strip())


def _speakers(text: str, labels: Sequence[Label], mentions: Sequence[Mention]) -> frozenset[str]:
    """The keys of the labels that speak; empty where the labels make no transcript."""
    counts = Counter(label.key for label in labels)
    people = People(text, mentions)
    capitals = sum(label.sort is Sort.CAPITALS for label in labels)
    known = {label.key for label in labels if _may_speak(text, label, people, capitals)}
    kept = [label for label in labels if label.key in known]
    initials = {label.key for label in kept if label.sort is Sort.INITIAL}
    kept = kept if len(initials) != 1 else [each for each in kept if each.key not in initials]
    enough = len(kept) >= _FEWEST and max(counts[each.key] for each in kept) > 1
    is_pair = [each.key for each in kept] == ["q", "a"]
    if not (enough or is_pair) or len({each.key for each in kept}) < 2:
        return frozenset()
    words = [each.turn.of(text) for each in kept]
    ended = sum(_ENDS.search(each) is not None for each in words)
    talk = sum(_TALK.search(each) is not None for each in words)
    answers = sum(a.key != b.key for a, b in pairwise(kept))
    if (
        ended < _SENTENCES * len(kept)
        or talk < _TALKING * len(kept)
        or answers < _ANSWERS * (len(kept) - 1)
    ):
        return frozenset()
    return frozenset(each.key for each in kept)


def _may_speak(text: str, label: Label, people: People, capitals: int) -> bool:
    """Whether a label can be a speaker's; capitals are enough where they are the custom."""
    if label.sort in {Sort.INITIAL, Sort.ROLE}:
        return True
    if label.words.start in people.elsewhere:
        return False
    in_custom = label.sort is Sort.CAPITALS and capitals >= _FEWEST
    return in_custom or people.has(text, label)


def _attribution(turn: _Turn) -> Attribution:
    label = turn.label
    return Attribution((label.words,), (label.mark,), turn.content, _SURE[label.sort], turn=True)


def _within_turn(one: Attribution, turns: Sequence[_Turn]) -> Attribution | None:
    """What the model read within one turn or outside of all; ``None`` where turns say it better."""
    speaking = (*one.source, *one.cue)
    first = min((*speaking, *one.content)[: len(speaking) or None])
    turn = _at(turns, first.start)
    if turn is None:
        apart = all(_at(turns, piece.start) is None for piece in one.content)
        return one if apart else None
    if any(span.start < turn.label.turn.start for span in speaking):
        return None
    content = tuple(
        piece for piece in one.content if any(part.contains(piece) for part in turn.content)
    )
    said = sum(len(piece) for piece in content)
    is_whole = not one.source and said >= _SAME * sum(map(len, turn.content))
    return replace(one, content=content) if content and not is_whole else None


def _at(turns: Sequence[_Turn], offset: int) -> _Turn | None:
    """The turn that `offset` stands in, its label included."""
    number = bisect_right(turns, offset, key=lambda turn: turn.label.words.start) - 1
    return turns[number] if number >= 0 and offset < turns[number].content[-1].end else None


def _names(text: str, turns: Sequence[_Turn], mentions: Sequence[Mention]) -> list[Mention]:
    """The names in labels that the model did not mark."""
    taken = {one.span.start for one in mentions}
    ends = sorted(one.span.end for one in mentions)
    found: list[Mention] = []
    for turn in turns:
        label = turn.label
        name = label.words.of(text).partition(",")[0].rstrip()
        span = Span(label.words.start, label.words.start + len(name))
        begun = span.start in taken or bisect_right(ends, span.end) > bisect_right(ends, span.start)
        if label.sort in {Sort.CAPITALS, Sort.NAME} and not begun:
            found.append(Mention(span, EntityKind.PERSON, _SURE[label.sort]))
    return found
