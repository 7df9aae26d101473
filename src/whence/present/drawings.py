"""What the templates draw and tabulate: figures over time, and the whence graph.

Lengths are in user units of the drawing. Everything is computed; a template only prints it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads to an anchor."""

    name: str
    anchor: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One reported figure, and the outlets that print it on that speaker's word."""

    value: str
    words: str
    what: str
    where: str
    as_of: str
    as_of_note: str
    speaker: str
    series: int  # which of the plot's signs stands for the speaker
    outlets: tuple[Link, ...]
    clashes: str
    why: str  # the anchor of the reason of its statement, empty where there is none
    word: str = ""  # over what it is counted, and how it stands to those who gave the value before


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and its label."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """A figure on a plot: its bar from `top` to `bottom`, and which ends are open."""

    x: float
    top: float
    bottom: float
    sign_y: float
    open_top: bool
    open_bottom: bool
    sign: int
    label: str
    by: str  # the speaker, as far as there is room for the name
    label_x: float
    label_y: float
    label_end: bool
    clashes: bool
    title: str


@dataclass(frozen=True, slots=True)
class Course:
    """How the figures of one speaker went from day to day."""

    path: str
    sign: int


@dataclass(frozen=True, slots=True)
class Plot:
    """The geometry of one plot, in user units of the drawing."""

    form: str  # "wide" or "narrow"
    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    points: tuple[PlotPoint, ...]
    courses: tuple[Course, ...]
    clashes: tuple[str, ...]  # paths between points that cannot hold together


@dataclass(frozen=True, slots=True)
class Key:
    """A sign of a plot and the speaker that it stands for."""

    sign: int
    name: str


@dataclass(frozen=True, slots=True)
class SeriesContext:
    """Figures that count the same thing."""

    anchor: str
    title: str
    summary: str
    clash: str
    scale: str
    plots: tuple[Plot, ...]
    keys: tuple[Key, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class GraphNode:
    """An origin, a carrier or an outlet."""

    x: float
    y: float
    width: float
    height: float
    label: str
    note: str
    title: str
    layer: str
    known: bool


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """A flow of statements, as a curve of that width."""

    path: str
    width: float
    title: str
    sole: bool  # everything that the outlet carries hangs on this one
    known: bool  # whether its origin is


@dataclass(frozen=True, slots=True)
class Hangs:
    """What hangs on one origin, in words."""

    origin: str
    kind: str
    outlets: str
    count: str
    through: str


@dataclass(frozen=True, slots=True)
class GraphContext:
    """The whence graph: origins to the left, outlets to the right."""

    width: int
    height: int
    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    heads: tuple[Tick, ...]
    hangs: tuple[Hangs, ...]
