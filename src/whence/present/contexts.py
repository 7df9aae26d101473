"""What the templates and the terminal are given: everything computed, nothing left to decide.

Numbers count from 1 within a story, in the order of the articles and of their text. An anchor is
the ``id`` of an element of the page; each that is named here exists on the page.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whence.present.drawings import FigureRow, GraphContext, SeriesContext
from whence.present.texts import ArticleContext, Fact, Piece, When


class Tone(StrEnum):
    """A family of stances that share a colour and a sign."""

    HOLDS = "holds"
    REFUSES = "refuses"
    PRESSES = "presses"
    COMMITS = "commits"
    WEIGHS = "weighs"


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure whence is, in words and percent; `low` is shown as such wherever it stands."""

    words: str
    percent: str
    low: bool


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is given as speaking; `sort` is "named", "unnamed" or "unknown"."""

    name: str
    sort: str
    anchor: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in one article."""

    id: str
    number: int
    anchor: str
    words_anchor: str
    speaker: Speaker
    stance: str
    tone: Tone
    words: str
    quoted: bool
    when: When | None
    day: date | None
    chain: tuple[str, ...]
    outlet: str
    article: int
    reported: str
    sureness: Sureness
    why_anchor: str
    claim: str | None

    @property
    def date_words(self) -> str:
        """When it was said, or else when it was reported."""
        return self.when.words if self.when else self.reported


@dataclass(frozen=True, slots=True)
class ReasonContext:
    """Why a statement is read as it is: its words, the rule, how sure, and what else it may be."""

    anchor: str
    said: Said
    pieces: tuple[Piece, ...]
    facts: tuple[Fact, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The statements of one speaker that say the same thing: the clearest, and the others."""

    lead: Said
    also: tuple[Said, ...]
    disputed: str | None  # the anchor of the dispute that it is part of


@dataclass(frozen=True, slots=True)
class SpeakerContext:
    """All that one speaker is given as saying, over time."""

    speaker: Speaker
    kind: str
    roles: tuple[str, ...]
    names: tuple[str, ...]
    count: str
    told: tuple[Told, ...]
    rest: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class OriginContext:
    """An origin of a claim: its name, its sort, the outlets that owe it, and how it is known."""

    name: str
    kind: str
    outlets: str
    because: str = ""
    evidence: tuple["Evidence", ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimContext:
    """Statements that say the same thing, grouped by their speakers."""

    id: str
    text: str
    told: tuple[Told, ...]
    names: tuple[str, ...]
    speakers: str
    origins: tuple[OriginContext, ...]
    count: str
    traced: bool  # whether any of its origins is known
    outlets: str
    since: date | None
    disputed: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that a reason points to, in its sentence: before, the passage, after."""

    before: str
    words: str
    after: str
    outlet: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Ground:
    """Why whence holds one claim against another, and how sure it is."""

    reason: str
    words: str
    sureness: Sureness
    confidence: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Why a claim cannot hold beside one that it faces; `against` is the other's letter."""

    against: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class Stand:
    """A claim on one side of a dispute: since when it stands, and why it clashes.

    `lead` is the statement that stands for it at a glance, and `brief` its words, cut. Only the
    claims of the second side tell of clashes: each clash runs between the sides and is told once.
    """

    letter: str
    lead: Said
    brief: str
    claim: ClaimContext
    since: str
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """The claims on one side of a dispute, the weightiest first, and who makes them."""

    stands: tuple[Stand, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisputeContext:
    """Claims, and facing them those that cannot hold beside them."""

    anchor: str
    name: str  # of whom stands on the one side
    against: str  # of who stands on the other
    one: Side
    other: Side
    brief: tuple[Stand, Stand]  # two that stand against each other: those atop may not
    told_by: tuple[Evidence, ...]  # what outlets say of it in their own words
    since: date | None
    since_words: str

    @property
    def title(self) -> str:
        """Who is in dispute with whom."""
        return f"{self.name} against {self.against}"


@dataclass(frozen=True, slots=True)
class RevisionStep:
    """A claim in a course of revisions, with why it is held to revise what came before.

    `day` is told where it is not the day of the claim before.
    """

    claim: ClaimContext
    day: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class RevisionContext:
    """What was said anew, from the first claim to the last."""

    anchor: str
    steps: tuple[RevisionStep, ...]


@dataclass(frozen=True, slots=True)
class SupportContext:
    """A claim that another backs of its own knowledge."""

    claim: ClaimContext
    by: ClaimContext
    ground: Ground


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing on the timeline: who, in which stance, the words, and where to read them."""

    who: str
    stance: str
    tone: str
    words: str
    quoted: bool
    anchor: str
    note: str
    why: str = ""  # the anchor of the reason


@dataclass(frozen=True, slots=True)
class Lane:
    """Entries of one kind on one day; `more` are those behind a fold."""

    name: str
    entries: tuple[TimelineEntry, ...]
    more: tuple[TimelineEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class DayContext:
    """One day: what was said, what is said to have happened, and what was published."""

    iso: str
    words: str
    said: tuple[Lane, ...]
    happened: tuple[Lane, ...]
    published: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class StoryContext:
    """One story, in the order in which it is read."""

    number: int
    anchor: str
    level: int  # of its heading
    title: str
    days: str
    articles_count: str
    outlets_count: str
    origins_count: str
    untraced: str
    origins: tuple[OriginContext, ...]
    disputes: tuple[DisputeContext, ...]
    more_disputes: tuple[DisputeContext, ...]
    looked_for: str
    claim_count: int
    agreed: tuple[ClaimContext, ...]
    supported: tuple[SupportContext, ...]
    revised: tuple[RevisionContext, ...]
    single: tuple[ClaimContext, ...]
    single_more: tuple[ClaimContext, ...]
    speakers: tuple[SpeakerContext, ...]
    series: tuple[SeriesContext, ...]
    lone_figures: tuple[FigureRow, ...]
    days_told: tuple[DayContext, ...]
    graph: GraphContext | None
    articles: tuple[ArticleContext, ...]
    reasons: tuple[ReasonContext, ...]
    newest_dispute: date | None
    by_part: bool = False  # whether long chapters become elements part by part
    by_chapter: bool = False  # or the whole story chapter by chapter

    @property
    def dispute_count(self) -> int:
        """How many disputes there are, shown at once or on asking."""
        return len(self.disputes) + len(self.more_disputes)

    @property
    def figure_count(self) -> int:
        """How many figures there are, in series or alone."""
        return sum(len(series.rows) for series in self.series) + len(self.lone_figures)

    @property
    def tells_events(self) -> bool:
        """Whether anything is said to have happened."""
        return any(day.happened for day in self.days_told)


@dataclass(frozen=True, slots=True)
class FailureContext:
    """An input that could not be read."""

    input: str
    code: str
    why: str


@dataclass(frozen=True, slots=True)
class PageContext:
    """The whole page."""

    title: str
    stories: tuple[StoryContext, ...]
    failed: tuple[FailureContext, ...]
    version: str
