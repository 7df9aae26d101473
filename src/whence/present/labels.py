"""Where the labels of a plot stand: beside their signs, on no other sign, label or line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from whence.present.drawings import PlotPoint

_CHAR = 6.6  # width of a figure's character in user units, at the size that the page sets
_SMALL = 6.2  # and of a name's
_LINE = 15  # height of a label
_BESIDE = 12  # from a sign to its label
_LIFTS = (0.0, -13.0, 14.0)  # how far above or below its place a label may stand
_MOST = 200  # points that are given labels: where there are more, the table tells

Box = tuple[float, float, float, float]  # left, top, right, bottom
Line = tuple[float, float, float, float]  # from x and y to x and y


def labelled(points: Sequence[PlotPoint], lines: Sequence[Line], room: Box) -> list[PlotPoint]:
    """The points, each with as much of a label as fits beside it in `room`; the table has all.

    Tried are value and speaker before the value alone, to the right before the left, at its height
    before above and below; a place that a line runs through is taken only where none else is left.
    """
    taken: list[Box] = []
    kept = []
    bars = [(p.x, p.top, p.x, p.bottom) for p in points if p.top != p.bottom]
    lines = [*lines, *bars][:_MOST]
    for n, point in enumerate(points):
        signs = [_around(other) for other in points[:_MOST] if other is not point]
        free = [
            (box, moved)
            for box, moved in (_places(point) if n < _MOST else ())
            if _inside(box, room) and not any(_overlap(box, other) for other in (*taken, *signs))
        ]
        clear = (pair for pair in free if not any(_crosses(line, pair[0]) for line in lines))
        box, moved = next(clear, free[0] if free else (None, replace(point, label="", by="")))
        if box is not None:
            taken.append(box)
        kept.append(moved)
    return kept


def _places(point: PlotPoint) -> Iterator[tuple[Box, PlotPoint]]:
    for by, lift, leftwards in product(dict.fromkeys((point.by, "")), _LIFTS, (False, True)):
        y = round(point.label_y + lift, 1)
        at = round(point.x - _BESIDE if leftwards else point.x + _BESIDE, 1)
        length = len(point.label) * _CHAR + (len(by) * _SMALL + 5 if by else 0)
        start = at - length if leftwards else at
        moved = replace(point, by=by, label_x=at, label_y=y, label_end=leftwards)
        yield (start, y - _LINE, start + length, y), moved


def _around(point: PlotPoint) -> Box:
    return (point.x - 6, point.sign_y - 6, point.x + 6, point.sign_y + 6)


def _inside(box: Box, room: Box) -> bool:
    starts = room[0] <= box[0] and room[1] <= box[1]
    return starts and box[2] <= room[2] and box[3] <= room[3]


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _crosses(line: Line, box: Box) -> bool:
    """Whether a line runs through a box (Liang and Barsky 1984)."""
    x, y = line[0], line[1]
    along, down = line[2] - x, line[3] - y
    enter, leave = 0.0, 1.0
    for speed, room in (
        (-along, x - box[0]),
        (along, box[2] - x),
        (-down, y - box[1]),
        (down, box[3] - y),
    ):
        if speed == 0:
            if room < 0:
                return False
        elif speed < 0:
            enter = max(enter, room / speed)
        else:
            leave = min(leave, room / speed)
    return enter <= leave
