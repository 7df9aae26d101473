"""Figures for the same thing counted: which are incompatible, and which replace earlier ones."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import combinations

from whence.link.likeness import Scale
from whence.link.readings import Counted, Scope, counted
from whence.link.said import Said
from whence.link.verdict import Finding
from whence.model import Figure, Number, RelationKind

_ABOUT_THE_SAME = 0.3  # weighted overlap with the shorter statement, where no verb tells
#: A count is held against as many of those nearest before it, so that a story of a thousand
#: articles that all print its toll costs no square of them.
_NEAREST = 40

Measure = tuple[frozenset[str], str | None, str]


def measure_findings(said: Sequence[Said], scale: Scale) -> list[Finding]:
    """Contradictions and revisions among the figures of a story.

    Two figures are of one measure when what is counted, the unit, the place, the event and the
    outcome (killed, wounded, missing …) agree. A part is never held against a total, nor the count
    of a day against that of all days. A count replaces the latest that came before it, and the
    latest of its own voice, not all the earlier ones.
    """
    findings: list[Finding] = []
    for readings in measures(said).values():
        beside = _side_by_side(readings)
        for at, later in enumerate(readings):
            found = [
                one
                for earlier in readings[max(0, at - _NEAREST) : at]
                if (one := _compare(later, earlier, scale, beside)) is not None
            ]
            findings += [one for one in found if one.kind is not RelationKind.REVISES]
            findings += _latest([one for one in found if one.kind is RelationKind.REVISES])
    return findings


def measures(said: Sequence[Said]) -> Mapping[Measure, list[Counted]]:
    """The counts of each thing, in order of time; one of each speaker, value and day."""
    series: dict[Measure, list[Counted]] = defaultdict(list)
    seen: set[tuple[object, ...]] = set()
    for reading in sorted(counted(said), key=lambda reading: reading.time):
        figure = reading.figure
        key = (reading.what, figure.unit, figure.low, figure.high, reading.said.id)
        if key not in seen and not reading.is_part:
            seen.add(key)
            series[reading.what, figure.unit, reading.recalled].append(reading)
    return series


def _latest(revisions: Sequence[Finding]) -> list[Finding]:
    """Of the counts that one count replaces, the last, and the last of its own voice."""
    kept = list(revisions[-1:])
    own = [one for one in revisions if one_voice(one.a, one.b)][-1:]
    return kept + [one for one in own if one not in kept]


def one_voice(one: Said, other: Said) -> bool:
    """Whether two statements are of one government, or of one speaker."""
    return one.voice is not None and one.voice == other.voice


def _side_by_side(readings: Sequence[Counted]) -> set[frozenset[object]]:
    """The counts of two voices that one report prints both: it holds neither for replaced."""
    by_article: dict[str, list[Counted]] = defaultdict(list)
    for reading in readings:
        by_article[reading.said.article.id].append(reading)
    return {
        frozenset((_value(one), _value(other)))
        for printed in by_article.values()
        for one, other in combinations(printed, 2)
        if not one_voice(one.said, other.said)
    }


def _value(reading: Counted) -> tuple[str | None, Number | None, Number | None]:
    return reading.said.voice, reading.figure.low, reading.figure.high


def _compare(
    later: Counted, earlier: Counted, scale: Scale, beside: AbstractSet[frozenset[object]]
) -> Finding | None:
    dated = later.day is not None and earlier.day is not None
    if not dated or later.said.id == earlier.said.id or not _same_measure(later, earlier, scale):
        return None
    text = f"{later.printed}, against {earlier.printed}"
    if later.narrowed or earlier.narrowed:
        return _part_above_total(later, earlier)
    apart = apart_from(later.figure, earlier.figure)
    stands = frozenset((_value(later), _value(earlier))) in beside
    if not stands and _moves(later, earlier):
        if not apart and not _raised(later.figure, earlier.figure):
            return None
        words_of = f"the count moves: {text} before"
        return Finding(RelationKind.REVISES, later.said, earlier.said, "figure", words_of, 0.7)
    # What one day saw and what is known in all by then are two counts.
    alike = later.scope is earlier.scope or Scope.DAY not in (later.scope, earlier.scope)
    if apart and alike and not one_voice(later.said, earlier.said):
        words_of = f"figures that do not fit together: {text}"
        return Finding(RelationKind.CONTRADICTS, later.said, earlier.said, "figure", words_of, 0.65)
    return None


def _moves(later: Counted, earlier: Counted) -> bool:
    """Whether the later count can have replaced the earlier one: another day's, or one voice's."""
    day, before = later.day or date.min, earlier.day or date.min
    if day != before:
        return day > before
    printed = later.printed_at, earlier.printed_at
    return one_voice(later.said, earlier.said) and printed[0] > printed[1]


def _part_above_total(one: Counted, other: Counted) -> Finding | None:
    """A part clashes with a total of the same day only where it is the greater."""
    part, total = (one, other) if one.narrowed else (other, one)
    if part.day != total.day or not _below(total.figure.high, part.figure.low):
        return None
    if one_voice(part.said, total.said):
        return None
    words_of = f"a part that is more than the total: {part.printed}, against {total.printed}"
    return Finding(RelationKind.CONTRADICTS, part.said, total.said, "figure", words_of, 0.65)


def _raised(later: Figure, earlier: Figure) -> bool:
    """Whether a later count goes beyond what an earlier "at least" had reached."""
    return earlier.high is None and _below(earlier.low, later.low)


def _same_measure(one: Counted, other: Counted, scale: Scale) -> bool:
    if one.narrowed and other.narrowed:
        return False  # some and some others
    if {one.scope, other.scope} == {Scope.DAY, Scope.CUMULATIVE}:
        return False  # the count of one day and that of all days do not move each other
    where = one.where, other.where
    if all(where) and where[0] != where[1]:
        return False
    if one.deed is not None or other.deed is not None:
        return one.deed == other.deed
    return scale.within(one.said, other.said) >= _ABOUT_THE_SAME


def apart_from(one: Figure, other: Figure) -> bool:
    """Whether no value fits both: 12 and "at least 14" do not fit, 12 and "at least 9" do."""
    if 0 in (one.high, other.high):  # "as many as eleven" are not none
        return one.high != other.high
    return _below(one.high, other.low) or _below(other.high, one.low)


def _below(high: Number | None, low: Number | None) -> bool:
    return high is not None and low is not None and high < low
