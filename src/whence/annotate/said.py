"""When a statement was said: the time that belongs to the cue, never one inside the content."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from whence.annotate.clause import Clause
from whence.annotate.words import Words
from whence.model import Form, Moment, Precision, Statement, TimeExpression

_POINTS = frozenset({"date", "time"})
_BREAKING = frozenset({"VBD", "VBZ", "VBP", "MD", "VBG", "VBN", "WP", "WDT", "WRB"})
_SUBORDINATE = frozenset(
    {"after", "before", "since", "until", "when", "while", "following", "for", "from", "by"}
)


class Times:
    """The time expressions of an article, found by the word they begin at."""

    def __init__(self, words: Words, times: Sequence[TimeExpression]) -> None:
        self.at = {bisect_left(words.starts, time.span.start): time for time in times}
        self.covered = {index for time in times for index in words.within(time.span)}


def said_when(words: Words, times: Times, clause: Clause) -> Moment | None:
    """The moment that a statement was said.

    ``None`` where the clause has no time that means a point, or only one that belongs to another
    verb. A time after the cue is preferred to one before it, and the nearest to one further off.
    """
    anchor = (clause.cue or clause.source)[0]
    for index in (*clause.cue, *clause.after):
        found = times.at.get(index)
        if found and _is_point(found) and not _other_verb(words, clause, anchor, index):
            return found.moment
    for index in reversed(clause.before):
        found = times.at.get(index)
        if found and _is_point(found) and not _subordinate(words, clause.before, index):
            return found.moment
    for index in clause.opening:
        found = times.at.get(index)
        if (
            found
            and _is_point(found)
            and words.lower[index - 1 if index else 0] not in _SUBORDINATE
        ):
            return found.moment
    return None


def _is_point(time: TimeExpression) -> bool:
    return time.type.lower() in _POINTS and time.moment is not None


def _other_verb(words: Words, clause: Clause, anchor: int, index: int) -> bool:
    """Whether a verb or a subordinating word that is no part of the cue comes between."""
    between = [other for other in clause.after if anchor < other < index]
    for other in between:
        if words.pos[other] in {"VBG", "VBN"} or words.pos[other] in {"WP", "WDT"}:
            return True
        if words.lower[other] in _SUBORDINATE and other != index - 1:
            return True
    return bool(between) and words.lower[between[-1]] in {"since", "until", "by", "from", "for"}


def _subordinate(words: Words, before: Sequence[int], index: int) -> bool:
    passed = [other for other in before if other < index]
    later = [other for other in before if other > index]
    if any(
        words.lower[other] in _SUBORDINATE or words.pos[other] == "VBG" for other in passed[-6:]
    ):
        return True
    return any(words.pos[other] in _BREAKING for other in later)


#: Whether the second of two referents, by id, is told to speak for the first.
SpeaksFor = Callable[[str, str], bool]
#: A month or a week is too wide to be one occasion for a body and those who speak for it.
_DAYS = frozenset({Precision.DAY, Precision.HOUR, Precision.MINUTE, Precision.SECOND})
#: For how many passages a time goes on to hold for one speaker's further words.
_CARRIES = 3


def said_with_those_before(
    words: Words, statements: Sequence[Statement], speaks_for: SpeaksFor
) -> list[Statement]:
    """The statements, those without a time given that of their speaker's words before them.

    Reports give the time once ("said Thursday that …") and go on with what was said then. It holds
    while nobody else speaks, for a few passages, and not for another audience or occasion. Who is
    told to speak for a body, right after that body's own word, says what it said then.
    """
    found: list[Statement] = []
    begun: Statement | None = None
    for statement in statements:
        current = statement
        if statement.said is not None and statement.speaker is not None:
            begun = statement
        elif begun is None or not _is_same_side(words, begun, statement, speaks_for):
            begun = None
        elif begun.said is not None and _same_occasion(words, begun, statement):
            moment = replace(begun.said, evidence="said with what the same side said before")
            current = replace(statement, said=moment)
            begun = begun if begun.speaker == statement.speaker else current
        else:
            begun = None
        found.append(current)
    return found


def _is_same_side(
    words: Words, begun: Statement, statement: Statement, speaks_for: SpeaksFor
) -> bool:
    if begun.speaker is None or statement.speaker is None:
        return False
    if begun.speaker == statement.speaker:
        return True
    if statement.form is Form.INDIRECT or begun.said is None or begun.said.precision not in _DAYS:
        return False
    near = 0 <= _apart(words, begun, statement) <= 1
    return near and speaks_for(begun.speaker, statement.speaker)


def _apart(words: Words, begun: Statement, statement: Statement) -> int:
    """How many passages lie from one statement to the next."""
    first, second = begun.content[0].start, statement.content[0].start
    return words.passage_number(second) - words.passage_number(first)


def _same_occasion(words: Words, begun: Statement, statement: Statement) -> bool:
    if not 0 <= _apart(words, begun, statement) <= _CARRIES:
        return False
    told = {name.name for name in statement.told} <= {name.name for name in begun.told}
    return (told or not begun.told) and not (begun.venue and statement.venue)
