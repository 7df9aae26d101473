"""Figures as they are shown: the series of what is counted, and figures that stand alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from whence.model import Extent, Figure, Number, Point, Series, Word
from whence.present import wording
from whence.present.drawings import FigureRow, Key, Link, SeriesContext
from whence.present.lookup import Lookup
from whence.present.neutral import one_line
from whence.present.plot import Mark, plots
from whence.present.statements import Statements

_SIGNS = 6  # shapes that can be told apart; the speakers beyond share the last
_CLASHES = 2  # figures that one is said not to hold beside
_EXTENTS = {
    Extent.CUMULATIVE: "in all until then",
    Extent.DAILY: "on that day",
    Extent.PART: "",
    Extent.OPEN: "",
}
_WORDS = {
    Word.FIRST: "",
    Word.INDEPENDENT: "independent",
    Word.REPEATED: "repeated",
    Word.NOT_TRACED: "not traced",
}


@dataclass(frozen=True)
class Figures:
    """The figures of one story, in the series that linking made of them."""

    lookup: Lookup
    statements: Statements

    @cached_property
    def _by_id(self) -> dict[str, Figure]:
        return {
            figure.id: figure
            for annotated in self.lookup.account.articles
            for figure in annotated.figures
        }

    @cached_property
    def _counted(self) -> tuple[Series, ...]:
        """What was printed more than once: clashes first, then what moved, then what did not."""
        known = self._by_id.keys()
        several = [
            series
            for series in self.lookup.account.linked.series
            if sum(len(known & set(point.figures)) for point in series.points) > 1
            and all(point.figures[0] in known for point in series.points)
        ]
        return tuple(sorted(several, key=_interest, reverse=True))

    def series(self) -> tuple[SeriesContext, ...]:
        """What was counted more than once."""
        return tuple(
            self._series(f"f{self.lookup.number}-{n}", series)
            for n, series in enumerate(self._counted, 1)
        )

    def alone(self) -> tuple[FigureRow, ...]:
        """What was counted once, or is no count of a thing."""
        shown = {
            name for series in self._counted for point in series.points for name in point.figures
        }
        return tuple(
            self._row([figure], day=self._day_of(figure))
            for id_, figure in self._by_id.items()
            if id_ not in shown
        )

    def _series(self, anchor: str, series: Series) -> SeriesContext:
        points = series.points
        speakers = [self._speaker(self._by_id[point.figures[0]]) for point in points]
        names = list(dict.fromkeys(speakers))
        sign = {name: min(n, _SIGNS - 1) for n, name in enumerate(names)}
        own = {point.figures[0] for point in points}
        marks = [
            Mark(
                key=point.figures[0],
                day=point.as_of,
                low=point.low,
                high=point.high,
                sign=sign[speaker],
                speaker=speaker,
                label=value_words(point),
                against=next((name for name in point.clashes if name in own), ""),
                title=f"{value_words(point)}: {speaker}, {_day(point.as_of)}",
            )
            for point, speaker in zip(points, speakers, strict=True)
        ]
        printed = sum(len(point.figures) for point in points)
        moves = len({value_words(point) for point in points}) > 1
        drawn, scale = plots(marks) if moves else ((), "")
        return SeriesContext(
            anchor=anchor,
            title=title_of(series),
            summary=f"{wording.counted(printed, 'figure')} from "
            f"{wording.counted(len(names), 'speaker')}" + ("" if moves else ", all the same"),
            clash="Some cannot hold together." if any(p.clashes for p in points) else "",
            scale=scale,
            plots=drawn,
            keys=tuple(Key(sign[name], name) for name in names),
            rows=tuple(
                self._row(
                    [self._by_id[name] for name in point.figures if name in self._by_id],
                    day=point.as_of,
                    sign=sign[speaker],
                    point=point,
                )
                for point, speaker in zip(points, speakers, strict=True)
            ),
        )

    def _row(
        self,
        same: Sequence[Figure],
        *,
        day: date | None,
        sign: int = 0,
        point: Point | None = None,
    ) -> FigureRow:
        figure = same[0]
        said = self.statements.said.get(figure.statement or "")
        article = self.lookup.annotated[figure.article].article
        moment = wording.when(figure.as_of, article.text)
        note = "day of the report" if day else ""
        if moment is not None:
            note = "" if moment.firm else moment.note
        return FigureRow(
            value=value_words(figure),
            words=one_line(figure.span.of(article.text)),
            what=" ".join(filter(None, (figure.unit, figure.what))) or "not clear",
            where=figure.where or "",
            as_of=wording.day_words(moment.day) if moment else _day(day),
            as_of_note="inferred" if note.startswith("inferred") else note,
            speaker=self._speaker(figure),
            series=sign,
            outlets=tuple(Link(self._outlet(each), self._anchor(each)) for each in same),
            clashes=self._told(point.clashes) if point else "",
            why=said.why_anchor if said else "",
            word=", ".join(filter(None, (_EXTENTS[point.extent], _WORDS[point.word])))
            if point
            else "",
        )

    def _speaker(self, figure: Figure) -> str:
        said = self.statements.said.get(figure.statement or "")
        return said.speaker.name if said else self._outlet(figure)

    def _anchor(self, figure: Figure) -> str:
        said = self.statements.said.get(figure.statement or "")
        number = self.lookup.article_number[figure.article]
        return said.words_anchor if said else f"a{self.lookup.number}-{number}"

    def _outlet(self, figure: Figure) -> str:
        return self.lookup.outlet(self.lookup.annotated[figure.article].article)

    def _day_of(self, figure: Figure) -> date | None:
        """As of when a figure that is in no series may be read."""
        said = self.statements.said.get(figure.statement or "")
        published = self.lookup.annotated[figure.article].article.published
        if figure.as_of is not None:
            return figure.as_of.first_day
        return said.day if said and said.day else published.first_day if published else None

    def _told(self, clashes: Sequence[str]) -> str:
        """The figures that one cannot hold beside, and on whose word they stand."""
        against = [self._by_id[name] for name in clashes if name in self._by_id]
        told = [f"{value_words(figure)} ({self._speaker(figure)})" for figure in against]
        return wording.listed(list(dict.fromkeys(told)), most=_CLASHES)


def title_of(series: Series) -> str:
    """What a series counts: "people killed, Brodek"."""
    measure = series.measure
    thing = " ".join(filter(None, (measure.unit, measure.what)))
    told = measure.outcome.casefold() in thing.casefold()
    parts = (
        thing or ("" if measure.outcome else "a quantity not named"),
        "" if told else measure.outcome,
        measure.where,
        measure.event,
        "a part" if any(point.extent is Extent.PART for point in series.points) else "",
    )
    return one_line(", ".join(filter(None, parts)))


def _interest(series: Series) -> tuple[bool, int, int]:
    values = {(point.low, point.high) for point in series.points}
    printed = sum(len(point.figures) for point in series.points)
    return any(point.clashes for point in series.points), len(values), printed


def value_words(value: Figure | Point) -> str:
    """ "9", "at least 9", "at most 60", "40–60"."""
    low, high = value.low, value.high
    if low is None or high is None:
        if low is not None:
            return f"at least {_number(low)}"
        return f"at most {_number(high)}" if high is not None else "no number"
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: Number) -> str:
    return f"{value:,}" if isinstance(value, int) or not value.is_integer() else f"{value:,.0f}"


def _day(day: date | None) -> str:
    return wording.day_words(day) if day else "unknown"
