"""What an expression means, and what a composer of meanings can see."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from whence.annotate.numerals import Scan
from whence.annotate.times.anchor import Anchor, direction
from whence.annotate.times.lattice import Node
from whence.model import Basis, Moment, Precision, Span

_NEAR, _FAR = 40, 120  # words


@dataclass(frozen=True, slots=True)
class Meaning:
    """A TIMEX3 type and value.

    `resolved` tells that the day of writing or another expression was needed for the value, `vague`
    that the value may not be taken for a point in time, `aside` that what follows in the text does
    not lean on it, `why` how it was concluded.
    """

    type: str
    value: str
    resolved: bool = False
    vague: bool = False
    aside: bool = False
    why: str = ""


@dataclass(slots=True)
class Scene:
    """The text around the expressions, and what those before have spoken of."""

    words: Scan
    anchor: Anchor
    country: str | None = None
    _day: tuple[date, int] | None = None
    _quarter: tuple[str, int] | None = None

    def remember(self, meaning: Meaning, at: int) -> None:
        """Keep what was spoken of: the last day, and the first quarter, which a report is on."""
        if meaning.aside:
            return
        if re.fullmatch(r"\d{4}-Q[1-4]", meaning.value):
            self._quarter = (self._quarter[0] if self._quarter else meaning.value, at)
        elif found := re.match(r"\d{4}-\d\d-\d\d", meaning.value):
            self._day = (date.fromisoformat(found.group()), at)

    def day_before(self, at: int) -> date | None:
        """The day last spoken of, if not too far before word `at` to be still meant."""
        return self._day[0] if self._day and at - self._day[1] <= _NEAR else None

    def quarter_before(self, at: int) -> str | None:
        """The quarter that the text reports on, if spoken of not too far before word `at`."""
        return self._quarter[0] if self._quarter and at - self._quarter[1] <= _FAR else None


@dataclass
class Place:
    """Where in the scene an expression stands."""

    scene: Scene
    start: int
    end: int
    anchor: Anchor = field(init=False)

    def __post_init__(self) -> None:
        self.anchor = self.scene.anchor

    @cached_property
    def side(self) -> int:
        """-1 where the sentence speaks of the past, 1 of the future, 0 if unclear."""
        return direction(self.scene.words, self.start, self.end)

    def before(self, back: int = 1) -> str:
        """The lower-cased word before the expression."""
        return self.scene.words.form(self.start - back)

    def after(self) -> str:
        """The lower-cased word after the expression."""
        return self.scene.words.form(self.end)

    def mean(self, node: Node) -> Meaning | None:
        """The meaning of a part that a rule of a lower layer found."""
        if node.rule.compose is None:
            return None
        meaning: Meaning | None = node.rule.compose(node.parts, self)
        return meaning


_SHAPES = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?"), Precision.SECOND, 0),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?"), Precision.MINUTE, 0),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d"), Precision.HOUR, 0),
    (re.compile(r"(\d{4}-\d\d-\d\d)(?:T[A-Z]{2})?"), Precision.DAY, 10),
    (re.compile(r"(\d{4}-W\d\d)(?:-WE)?"), Precision.WEEK, 8),
    (re.compile(r"\d{4}-\d\d"), Precision.MONTH, 0),
    # no precision lies between month and year, so a quarter, half or season is kept as its year
    (re.compile(r"(\d{4})(?:-(?:Q\d|H\d|SP|SU|FA|WI))?"), Precision.YEAR, 4),
)


def moment_of(meaning: Meaning, span: Span) -> Moment | None:
    """The point in time that `meaning` settles, cut to what ISO 8601 can say; else ``None``."""
    if meaning.vague or meaning.type not in ("date", "time"):
        return None
    for shape, precision, cut in _SHAPES:
        if shape.fullmatch(meaning.value):
            value = meaning.value[:cut] if cut else meaning.value
            basis = Basis.RESOLVED if meaning.resolved else Basis.TEXT
            try:
                return Moment(value, precision, basis, (span,), meaning.why)
            except ValueError:  # no such day: "Feb. 30"
                return None
    return None
