"""Figures as they are shown: series of what is counted alike, and figures that stand alone."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from whence.model import Figure, Number
from whence.present import wording
from whence.present.drawings import FigureRow, Key, Link, SeriesContext
from whence.present.lookup import Lookup
from whence.present.neutral import one_line
from whence.present.plot import Mark, plots
from whence.present.statements import Statements

_DETERMINERS = frozenset({"a", "an", "the", "some", "other", "its", "their", "his", "her"})
_SIGNS = 6  # shapes that can be told apart; the speakers beyond share the last


@dataclass(frozen=True)
class Reported:
    """A figure with what is needed to set it beside others."""

    figure: Figure
    day: date | None
    speaker: str
    anchor: str
    why: str = ""


@dataclass(frozen=True)
class Figures:
    """The figures of one story, gathered by what they count."""

    lookup: Lookup
    statements: Statements

    @cached_property
    def _groups(self) -> tuple[tuple[str, list[Reported]], ...]:
        groups: dict[tuple[str, str, str], list[Reported]] = {}
        for annotated in self.lookup.account.articles:
            for figure in annotated.figures:
                groups.setdefault(_counted_thing(figure), []).append(self._reported(figure))
        return tuple(
            (_title(same), sorted(same, key=lambda r: (r.day or date.max, r.figure.span)))
            for same in groups.values()
        )

    def series(self) -> tuple[SeriesContext, ...]:
        """What was counted more than once: clashes first, then what moved, then what did not."""
        several = [group for group in self._groups if len(group[1]) > 1]
        several.sort(key=lambda group: _interest(group[1]), reverse=True)
        return tuple(
            self._series(f"f{self.lookup.number}-{n}", title, same)
            for n, (title, same) in enumerate(several, 1)
        )

    def alone(self) -> tuple[FigureRow, ...]:
        """What was counted once."""
        return tuple(
            self._row(same, sign=0, clashes="") for _, same in self._groups if len(same) == 1
        )

    def _reported(self, figure: Figure) -> Reported:
        said = self.statements.said.get(figure.statement or "")
        number = self.lookup.article_number[figure.article]
        article = self.lookup.annotated[figure.article].article
        moment = figure.as_of or article.published
        day = figure.as_of.first_day if figure.as_of else said.day if said else None
        return Reported(
            figure=figure,
            day=day or (moment.first_day if moment else None),
            speaker=said.speaker.name if said else self.lookup.outlet(article),
            anchor=said.words_anchor if said else f"a{self.lookup.number}-{number}",
            why=said.why_anchor if said else "",
        )

    def _series(self, anchor: str, title: str, same: Sequence[Reported]) -> SeriesContext:
        names = list(dict.fromkeys(reported.speaker for reported in same))
        sign = {name: min(n, _SIGNS - 1) for n, name in enumerate(names)}
        alike = _alike(same)
        clashing = clashes([first for first, *_ in alike])
        marks = [
            Mark(
                key=first.figure.id,
                day=first.day,
                low=first.figure.low,
                high=first.figure.high,
                sign=sign[first.speaker],
                speaker=first.speaker,
                label=value_words(first.figure),
                against=against.figure.id if against else "",
                title=f"{value_words(first.figure)}: {first.speaker}, {_day(first.day)}",
            )
            for first, *_ in alike
            for against in (clashing.get(first.figure.id),)
        ]
        moves = len({value_words(reported.figure) for reported in same}) > 1
        drawn, scale = plots(marks) if moves else ((), "")
        return SeriesContext(
            anchor=anchor,
            title=title,
            summary=f"{wording.counted(len(same), 'figure')} from "
            f"{wording.counted(len(names), 'speaker')}" + ("" if moves else ", all the same"),
            clash="Some cannot hold together." if clashing else "",
            scale=scale,
            plots=drawn,
            keys=tuple(Key(sign[name], name) for name in names),
            rows=tuple(
                self._row(
                    each,
                    sign=sign[each[0].speaker],
                    clashes=_told(clashing.get(each[0].figure.id)),
                )
                for each in alike
            ),
        )

    def _row(self, same: Sequence[Reported], *, sign: int, clashes: str) -> FigureRow:
        first = same[0]
        figure = first.figure
        article = self.lookup.annotated[figure.article].article
        moment = wording.when(figure.as_of, article.text)
        note = (
            ""
            if moment and moment.firm
            else moment.note
            if moment
            else "day of the report"
            if first.day
            else ""
        )
        return FigureRow(
            value=value_words(figure),
            words=one_line(figure.span.of(article.text)),
            what=" ".join(filter(None, (figure.unit, figure.what))) or "not clear",
            where=figure.where or "",
            as_of=wording.day_words(moment.day) if moment else _day(first.day),
            as_of_note="inferred" if note.startswith("inferred") else note,
            speaker=first.speaker,
            series=sign,
            outlets=tuple(Link(self._outlet(each), each.anchor) for each in same),
            clashes=clashes,
            why=first.why,
        )

    def _outlet(self, reported: Reported) -> str:
        return self.lookup.outlet(self.lookup.annotated[reported.figure.article].article)


def _interest(same: Sequence[Reported]) -> tuple[bool, int, int]:
    values = {value_words(reported.figure) for reported in same}
    return bool(clashes(same)), len(values), len(same)


def _alike(same: Sequence[Reported]) -> list[list[Reported]]:
    """Figures of one value, day and speaker together: a reprint is no second count."""
    groups: dict[tuple[str, date | None, str], list[Reported]] = {}
    for reported in same:
        key = (value_words(reported.figure), reported.day, reported.speaker)
        groups.setdefault(key, []).append(reported)
    return list(groups.values())


def value_words(figure: Figure) -> str:
    """ "9", "at least 9", "at most 60", "40–60"."""
    low, high = figure.low, figure.high
    if low is None or high is None:
        if low is not None:
            return f"at least {_number(low)}"
        return f"at most {_number(high)}" if high is not None else "no number"
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: Number) -> str:
    return f"{value:,}" if isinstance(value, int) or not value.is_integer() else f"{value:,.0f}"


def _day(day: date | None) -> str:
    return wording.day_words(day) if day else "unknown"


def _counted_thing(figure: Figure) -> tuple[str, str, str]:
    """What two figures must share to stand in one series: thing, unit and place.

    Nothing is known of what is meant beyond the words, so only the same words count; figures of
    which not even those are known each stand alone.
    """
    words = [w for w in (figure.what or "").casefold().split() if w not in _DETERMINERS]
    if not words and not figure.unit:
        return (figure.id, "", "")
    return (" ".join(words), (figure.unit or "").casefold(), (figure.where or "").casefold())


def _title(same: Sequence[Reported]) -> str:
    figure = same[0].figure
    thing = " ".join(filter(None, (figure.unit, figure.what))) or "a quantity not named"
    return f"{thing}, {figure.where}" if figure.where else thing


def clashes(same: Sequence[Reported]) -> dict[str, Reported]:
    """From the id of each figure that cannot hold beside another of the same day to that one.

    One speaker's two figures of a day are a whole and its part ("two of the six") or a count that
    went on; neither is a clash. Each is set beside the lowest and the highest of other speakers,
    so that the cost grows with the figures and not with their pairs.
    """
    by_day: dict[date, list[Reported]] = {}
    for each in same:
        if each.day is not None:
            by_day.setdefault(each.day, []).append(each)
    found: dict[str, Reported] = {}
    for day in by_day.values():
        lowest = _first_of_two_speakers(
            sorted((r for r in day if r.figure.high is not None), key=_high)
        )
        highest = _first_of_two_speakers(
            sorted((r for r in day if r.figure.low is not None), key=lambda r: -_low(r))
        )
        for each in day:
            for other in (*lowest, *highest):
                if other.speaker != each.speaker and _apart(each.figure, other.figure):
                    found.setdefault(each.figure.id, other)
    return found


def _first_of_two_speakers(ordered: Sequence[Reported]) -> list[Reported]:
    """The first, and the first of another speaker than that."""
    other = (r for r in ordered if r.speaker != ordered[0].speaker)
    return [*ordered[:1], *islice(other, 1)]


def _high(reported: Reported) -> float:
    return math.inf if reported.figure.high is None else float(reported.figure.high)


def _low(reported: Reported) -> float:
    return -math.inf if reported.figure.low is None else float(reported.figure.low)


def _apart(one: Figure, other: Figure) -> bool:
    for below, above in ((one, other), (other, one)):
        if below.high is not None and above.low is not None and below.high < above.low:
            return True
    return False


def _told(against: Reported | None) -> str:
    """A figure that another cannot hold beside, and on whose word it stands."""
    return f"{value_words(against.figure)} ({against.speaker})" if against else ""
