"""Figures for the same thing counted: which are incompatible, and which replace earlier ones."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from whence.link.lexicon import deeds, lexicon
from whence.link.likeness import Scale
from whence.link.names import plain
from whence.link.said import Said
from whence.link.verdict import Finding
from whence.link.words import STOP_WORDS, fold, stem, words
from whence.model import Figure, Number, RelationKind

#: Words that say no more than that those counted are human.
_ANYONE = frozenset(stem(word) for word in ("people", "person", "persons", "others", "individuals"))
_REACH = 60  # code points on either side of a figure in which its verb is looked for
_BESIDE = 25  # code points on either side in which "including" or "of them" stands
_ABOUT_THE_SAME = 0.3  # weighted overlap with the shorter statement, where no verb tells


@dataclass(frozen=True)
class _Reading:
    """One figure on one's word."""

    figure: Figure
    said: Said
    what: frozenset[str]
    narrowed: frozenset[str]
    deed: int | None
    day: date | None


def measure_findings(said: Sequence[Said], scale: Scale) -> list[Finding]:
    """Contradictions and revisions among the figures of a story.

    Two figures are of one measure when what is counted, the unit, the place and the outcome
    (killed, wounded, missing …) agree. A part is never held against a total. A count replaces the
    latest that came before it, not all the earlier ones.
    """
    series: dict[tuple[frozenset[str], str | None], list[_Reading]] = defaultdict(list)
    for reading in _readings(said):
        series[reading.what, reading.figure.unit].append(reading)
    findings: list[Finding] = []
    for readings in series.values():
        replaced: dict[str, tuple[date, float, Finding]] = {}
        for one, other in combinations(readings, 2):
            found = _compare(one, other, scale)
            if found is None:
                continue
            if found.kind is not RelationKind.REVISES:
                findings.append(found)
                continue
            earlier = _in_order(one, other)[1].day or date.min
            entry = (earlier, scale.likeness(one.said, other.said).dice, found)
            held = replaced.get(found.a.id)
            if held is None or (*entry[:2], found.b.id) > (*held[:2], held[2].b.id):
                replaced[found.a.id] = entry
        findings += [found for _, _, found in replaced.values()]
    return findings


def _readings(said: Sequence[Said]) -> Iterator[_Reading]:
    for one in said:
        for figure in one.figures:
            what = _counted(figure)
            deed = _deed(one, figure)
            if (
                figure.part_of is not None
                or _is_part(one, figure)
                or not (what or deed is not None)
            ):
                continue
            as_of = figure.as_of
            settled = as_of is not None and as_of.first_day == as_of.last_day
            day = as_of.first_day if as_of is not None and settled else one.day
            yield _Reading(figure, one, what, _narrowed(one, figure), deed, day)


def _counted(figure: Figure) -> frozenset[str]:
    # A name says where or whose, not what.
    forms = [form for form, _ in words(figure.what or "") if form.islower()]
    stems = {stem(form) for form in forms if fold(form) not in STOP_WORDS}
    outcomes = {stem(word) for word in deeds()}
    return frozenset(stems - _ANYONE - outcomes)


def _deed(said: Said, figure: Figure) -> int | None:
    """The outcome of those counted: as the figure says, else by the verb nearest to it."""
    for form, _ in words(figure.what or ""):
        if fold(form) in deeds():
            return deeds()[fold(form)]
    text = said.article.text
    start = max(0, figure.span.start - _REACH)
    near = [
        (abs(span.start - figure.span.start), deeds()[fold(form)])
        for form, span in words(text, start, min(len(text), figure.span.end + _REACH))
        if fold(form) in deeds() and _in_content(said, span.start)
    ]
    return min(near)[1] if near else None


def _narrowed(said: Said, figure: Figure) -> frozenset[str]:
    """The words beside a figure by which it counts but some: "four with more serious injuries"."""
    text = said.article.text
    end = min(len(text), figure.span.end + _REACH)
    near = {
        fold(form)
        for form, span in words(text, figure.span.end, end)
        if _in_content(said, span.start)
    }
    return frozenset(near & lexicon("narrowing"))


def _in_content(said: Said, at: int) -> bool:
    return any(piece.start <= at < piece.end for piece in said.statement.content)


def _is_part(said: Said, figure: Figure) -> bool:
    """Whether it is a part of another: "including three", "two of them", "two were among the 9"."""
    text = said.article.text
    sentence = text[figure.span.end : figure.span.end + _REACH].split(". ")[0]
    if any(form.lower() == "among" for form, _ in words(sentence)):
        return True
    before = [
        fold(form) for form, _ in words(text, max(0, figure.span.start - 25), figure.span.start)
    ]
    after = [fold(form) for form, _ in words(text, figure.span.end, figure.span.end + 25)]
    return bool(lexicon("part").intersection(before[-2:])) or after[:2] in (
        ["of", "them"],
        ["of", "whom"],
        ["of", "the"],
    )


def _compare(one: _Reading, other: _Reading, scale: Scale) -> Finding | None:
    later, earlier = _in_order(one, other)
    dated = later.day is not None and earlier.day is not None
    if not dated or one.said.id == other.said.id or not _same_measure(one, other, scale):
        return None
    text = f"{_shown(later)}, against {_shown(earlier)}"
    if one.narrowed or other.narrowed:
        return _part_above_total(one, other)
    apart = _apart(one.figure, other.figure)
    if _time(later)[:2] > _time(earlier)[:2]:
        if not apart and not _raised(later.figure, earlier.figure):
            return None
        words_of = f"the count moves: {text} before"
        return Finding(RelationKind.REVISES, later.said, earlier.said, "figure", words_of, 0.7)
    if apart and later.said.voice != earlier.said.voice:
        words_of = f"figures that do not fit together: {text}"
        return Finding(RelationKind.CONTRADICTS, later.said, earlier.said, "figure", words_of, 0.65)
    return None


def _part_above_total(one: _Reading, other: _Reading) -> Finding | None:
    """A part clashes with a total of the same day only where it is the greater."""
    part, total = (one, other) if one.narrowed else (other, one)
    if part.day != total.day or not _below(total.figure.high, part.figure.low):
        return None
    if part.said.voice == total.said.voice:
        return None
    words_of = f"a part that is more than the total: {_shown(part)}, against {_shown(total)}"
    return Finding(RelationKind.CONTRADICTS, part.said, total.said, "figure", words_of, 0.65)


def _raised(later: Figure, earlier: Figure) -> bool:
    """Whether a later count goes beyond what an earlier "at least" had reached."""
    return earlier.high is None and _below(earlier.low, later.low)


def _same_measure(one: _Reading, other: _Reading, scale: Scale) -> bool:
    if one.narrowed and other.narrowed:
        return False  # some and some others
    where = one.figure.where, other.figure.where
    if all(where) and plain(where[0] or "") != plain(where[1] or ""):
        return False
    if one.deed is not None or other.deed is not None:
        return one.deed == other.deed
    return scale.likeness(one.said, other.said).within >= _ABOUT_THE_SAME


def _apart(one: Figure, other: Figure) -> bool:
    """Whether no value fits both: 12 and "at least 14" do not fit, 12 and "at least 9" do."""
    return _below(one.high, other.low) or _below(other.high, one.low)


def _below(high: Number | None, low: Number | None) -> bool:
    return high is not None and low is not None and high < low


def _in_order(one: _Reading, other: _Reading) -> tuple[_Reading, _Reading]:
    """The later and the earlier reading."""
    ranked = sorted((one, other), key=_time)
    return ranked[1], ranked[0]


def _time(reading: _Reading) -> tuple[int, int, str]:
    """As of when a count is, then when it was printed."""
    published = reading.said.article.published
    return (
        reading.day.toordinal() if reading.day else 0,
        published.first_day.toordinal() if published else 0,
        reading.said.id,
    )


def _shown(reading: _Reading) -> str:
    figure = reading.figure
    return f"“{figure.span.of(reading.said.article.text)}” ({reading.said.who})"
