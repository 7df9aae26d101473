"""The geometry of a plot of figures over days: bounds as bars, signs by speaker."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from whence.model import Number
from whence.present import wording
from whence.present.drawings import Course, Plot, PlotPoint, Tick
from whence.present.fitting import fitted
from whence.present.labels import Box, labelled

_LOG_FROM = 80  # times the smallest value that the largest is: above, steps would vanish
_CHAR = 6.6  # width of a figure's character in user units, at the size that the page sets
_APART = 84.0  # between the figures of one day, at most
_NAME = 26  # characters of a speaker's name


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure to be drawn; `low` or `high` is ``None`` where that end is open.

    `against` is the key of the mark of that day that it cannot hold beside.
    """

    key: str
    day: date | None
    low: Number | None
    high: Number | None
    sign: int
    speaker: str
    label: str
    against: str
    title: str


_Placed = tuple[Mark, PlotPoint]


@dataclass(frozen=True, slots=True)
class Frame:
    """The area that is drawn in, and the scales of its axes."""

    form: str
    width: int
    height: int
    first: date
    days: int
    floor: float
    ceiling: float
    logarithmic: bool
    left: float
    top: float = 24.0
    right_margin: float = 16.0
    bottom_margin: float = 30.0

    @property
    def right(self) -> float:
        """Where the time axis ends."""
        return self.width - self.right_margin

    @property
    def bottom(self) -> float:
        """Where the time axis lies."""
        return self.height - self.bottom_margin

    def x(self, day: date) -> float:
        """Days stand in the middle of their column."""
        part = ((day - self.first).days + 0.5) / self.days
        return round(self.left + part * (self.right - self.left), 1)

    def y(self, value: float) -> float:
        """Where a value lies."""
        low, high, at = self.floor, self.ceiling, max(value, self.floor)
        if self.logarithmic:
            low, high, at = math.log10(low), math.log10(high), math.log10(at)
        return round(self.bottom - (at - low) / (high - low) * (self.bottom - self.top), 1)


def plots(marks: Sequence[Mark]) -> tuple[tuple[Plot, ...], str]:
    """A wide and a narrow plot of the marks that have a day and a value, and the scale's name.

    Nothing is drawn where fewer than two have both.
    """
    drawn = [m for m in marks if m.day is not None and (m.low is not None or m.high is not None)]
    days = [m.day for m in drawn if m.day is not None]
    if len(drawn) < 2:
        return (), ""
    values = [float(v) for m in drawn for v in (m.low, m.high) if v is not None]
    positive = [v for v in values if v > 0]
    logarithmic = min(values) > 0 and max(positive) / min(positive) > _LOG_FROM
    steps = _decades(values) if logarithmic else _steps(values)
    label_room = max(len(_short(step)) for step in steps) * _CHAR + 10
    frames = [
        Frame(
            form=form,
            width=width,
            height=height,
            first=min(days),
            days=(max(days) - min(days)).days + 1,
            floor=steps[0],
            ceiling=steps[-1],
            logarithmic=logarithmic,
            left=round(label_room, 1),
        )
        for form, width, height in (("wide", 860, 270), ("narrow", 340, 240))
    ]
    scale = "logarithmic scale" if logarithmic else ""
    return tuple(_plot(frame, drawn, steps) for frame in frames), scale


def _plot(frame: Frame, marks: Sequence[Mark], steps: Sequence[float]) -> Plot:
    points = _off_courses(_points(frame, marks), frame.bottom - 6)
    at = {mark.key: point for mark, point in points}
    clashing = [
        (at[mark.key], at[mark.against])
        for mark in marks
        if mark.against in at and not _told_before(mark, marks)
    ]
    together = [pair for same in _of_several_days(points) for pair in pairwise(p for _, p in same)]
    lines = [(a.x, a.sign_y, b.x, b.sign_y) for a, b in (*clashing, *together)]
    return Plot(
        form=frame.form,
        width=frame.width,
        height=frame.height,
        left=frame.left,
        right=frame.right,
        top=frame.top,
        bottom=frame.bottom,
        x_ticks=tuple(_day_ticks(frame)),
        y_ticks=tuple(Tick(frame.y(step), _short(step)) for step in steps),
        points=tuple(labelled([p for _, p in points], lines, _room(frame))),
        courses=tuple(_courses(points)),
        clashes=tuple(_line(pair) for pair in clashing),
    )


def _room(frame: Frame) -> Box:
    """Where labels may stand: above the axis of time, and not beyond the drawing."""
    return (frame.left - 6, 0.0, frame.width, frame.bottom - 2)


def _told_before(mark: Mark, marks: Sequence[Mark]) -> bool:
    """Whether the other end of a clash draws the line between the two."""
    return any(m.key == mark.against and m.against == mark.key < m.key for m in marks)


def _points(frame: Frame, marks: Sequence[Mark]) -> list[_Placed]:
    """Each mark in the column of its day, beside the others of that day."""
    columns: dict[date, list[Mark]] = {}
    for mark in marks:
        if mark.day is not None:
            columns.setdefault(mark.day, []).append(mark)
    column = (frame.right - frame.left) / frame.days
    points = []
    for day, same in sorted(columns.items()):
        gap = min(_APART, column / (len(same) + 1))
        for n, mark in enumerate(same):
            at = frame.x(day) + (n - (len(same) - 1) / 2) * gap
            points.append((mark, _point(frame, mark, at)))
    return points


def _courses(points: Sequence[_Placed]) -> Iterable[Course]:
    """A line through the figures of each speaker who gave some on several days."""
    for same in _of_several_days(points):
        yield Course(_line([point for _, point in same]), same[0][0].sign)


def _of_several_days(points: Iterable[_Placed]) -> list[list[_Placed]]:
    """The points by speaker, without the days of which one gives several: no course is in them."""
    by_speaker: dict[str, dict[date | None, list[_Placed]]] = {}
    for pair in points:
        by_speaker.setdefault(pair[0].speaker, {}).setdefault(pair[0].day, []).append(pair)
    courses = (
        [pair for same in days.values() if len(same) == 1 for pair in same]
        for days in by_speaker.values()
    )
    return [course for course in courses if len(course) > 1]


def _off_courses(points: Sequence[_Placed], lowest: float) -> list[_Placed]:
    """The points with their labels moved above or below the lines that lead to or from them."""
    heights: dict[str, float] = {}
    for same in _of_several_days(points):
        for n, (mark, point) in enumerate(same):
            other = same[n + 1 if n + 1 < len(same) else n - 1][1]
            below = other.sign_y < point.sign_y
            heights[mark.key] = 17.0 if below else -5.0
    found = []
    for mark, point in points:
        height = min(point.sign_y + heights.get(mark.key, 4.0), max(lowest, point.sign_y + 4))
        found.append((mark, replace(point, label_y=round(height, 1))))
    return found


def _line(points: Sequence[PlotPoint]) -> str:
    return "M" + "L".join(f"{point.x:g} {point.sign_y:g}" for point in points)


def _point(frame: Frame, mark: Mark, at: float) -> PlotPoint:
    ends = [frame.y(float(value)) for value in (mark.low, mark.high) if value is not None]
    sign_y = round(sum(ends) / len(ends), 1)
    top, bottom = min(ends), max(ends)
    if mark.high is None:  # an open bar goes on a little way: how far nobody said
        top = max(frame.top - 10, bottom - 34)
    if mark.low is None:
        bottom = min(frame.bottom, top + 34)
    return PlotPoint(
        x=round(at, 1),
        top=top,
        bottom=bottom,
        sign_y=sign_y,
        open_top=mark.high is None,
        open_bottom=mark.low is None,
        sign=mark.sign,
        label=_compact(mark),
        by=fitted(mark.speaker, _NAME),
        label_x=0.0,
        label_y=round(sign_y + 4, 1),
        label_end=False,
        clashes=bool(mark.against),
        title=mark.title,
    )


def _compact(mark: Mark) -> str:
    if mark.high is None and mark.low is not None:
        return f"≥ {_short(float(mark.low))}"
    if mark.low is None and mark.high is not None:
        return f"≤ {_short(float(mark.high))}"
    return mark.label


def _steps(values: Sequence[float]) -> list[float]:
    """Round values from nought (or the least, where it is below) to above the largest."""
    low, high = min(0.0, *values), max(0.0, *values)
    rough = (high - low or 1.0) / 4
    power = 10 ** math.floor(math.log10(rough))
    step = next(power * m for m in (1, 2, 2.5, 5, 10) if power * m >= rough * 0.999)
    if all(float(value).is_integer() for value in values):
        step = max(1.0, step)
    first, last = math.floor(low / step), math.ceil(high / step + 0.15)
    return [round(n * step, 10) for n in range(first, last + 1)]


def _decades(values: Sequence[float]) -> list[float]:
    first = math.floor(math.log10(min(values)))
    last = math.ceil(math.log10(max(values)) + 0.05)
    return [10.0**n for n in range(first, last + 1)]


def _day_ticks(frame: Frame) -> list[Tick]:
    room = 46.0
    every = max(1, math.ceil(room * frame.days / (frame.right - frame.left)))
    return [
        Tick(
            frame.x(frame.first + timedelta(days=n)),
            wording.day_words(frame.first + timedelta(days=n), short=True),
        )
        for n in range(0, frame.days, every)
    ]


def _short(value: float) -> str:
    for size, letter in ((1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:g} {letter}"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:g}"
