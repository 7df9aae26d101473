"""A figure as it is held against others: what it counts, of whom, over what time, on whose word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache
from itertools import pairwise

from whence.link.lexicon import deeds, lexicon
from whence.link.names import plain
from whence.link.said import Said
from whence.link.words import STOP_WORDS, fold, stem, words
from whence.model import Figure, Moment, Span

#: Words that say no more than that those counted are human.
_ANYONE = frozenset(stem(word) for word in ("people", "person", "persons", "others", "individuals"))
#: What lies further back than this is not the event that a report is about.
_RECALLED = timedelta(days=60)
_REACH = 60  # code points on either side of a figure in which its verb is looked for
_BESIDE = 25  # code points on either side in which "including" or "of them" stands
_SENTENCE_ENDS = re.compile(r"[.!?][”\"’]?\s+(?=[A-Z“\"])|\n")
_WEEKDAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)
_SMALL = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "some", "none")
)
_PARTS = re.compile(r"[,;]|\b(?:and|but|while|or)\b")
_ONE_DAY = frozenset({"yesterday", "today", "overnight", "tonight"})
_ON_A_DAY = frozenset({"on", "late", "early", "this", "last", "since"})
_HOURS = frozenset({"hours", "morning", "afternoon", "evening", "night"})


class Scope(Enum):
    """Over what time a count is taken."""

    DAY = "a day"  # "on Thursday", "overnight"
    CUMULATIVE = "until now"  # "so far", "since", "in all"
    OPEN = "not said"


@dataclass(frozen=True, eq=False)
class Counted:
    """One figure on one's word.

    `what` are the stems of the thing counted without its outcome, which is `deed` (killed, wounded,
    missing …) as the number of its line in the word list. `narrowed` are the words by which it
    counts but some, `is_part` tells that it is a part of another figure. `day` is as of when the
    count holds.
    """

    figure: Figure
    said: Said
    what: frozenset[str]
    narrowed: frozenset[str]
    deed: int | None
    day: date | None
    scope: Scope
    is_part: bool = False

    @property
    def where(self) -> str:
        """The place that the whole count is of, folded; empty where none is told."""
        figure, text = self.figure, self.said.article.text
        if not figure.where:
            return ""
        at = text.find(figure.where, figure.span.end, figure.span.end + 2 * _REACH)
        between = [fold(form) for form, _ in words(text, figure.span.end, max(at, figure.span.end))]
        if at >= 0 and not lexicon("mostly").isdisjoint(between):
            return ""  # "41 missing, most of them in Lenitz"
        return plain(figure.where)

    @property
    def recalled(self) -> str:
        """When an event was that lies long before its report, in ISO 8601, else nothing."""
        as_of, published = self.figure.as_of, self.said.article.published
        if as_of is None or published is None or self.scope is Scope.CUMULATIVE:
            return ""
        return as_of.value if as_of.last_day < published.first_day - _RECALLED else ""

    @property
    def printed(self) -> str:
        """The words of the figure with its speaker's name."""
        return f"“{self.figure.span.of(self.said.article.text)}” ({self.said.who})"

    @property
    def time(self) -> tuple[int, str, str]:
        """Sorts by when the count is of, then by when it was printed."""
        published = self.said.article.published
        return (
            self.day.toordinal() if self.day else 0,
            published.value if published else "",
            self.said.id,
        )

    @property
    def printed_at(self) -> str:
        """When the report was published, as ISO 8601; empty where that is unknown."""
        published = self.said.article.published
        return published.value if published else ""


def counted(said: Iterable[Said]) -> Iterator[Counted]:
    """The figures of the statements that count something; how far a count moved is no count."""
    for one in said:
        for figure in one.figures:
            what, deed = _thing(figure), _deed(one, figure)
            if figure.difference or (not what and deed is None):
                continue
            scope = _scope(one, figure)
            yield Counted(
                figure=figure,
                said=one,
                what=what,
                narrowed=_narrowed(one, figure),
                deed=deed,
                day=_day(one, figure, scope),
                scope=scope,
                is_part=figure.part_of is not None or _is_part(one, figure),
            )


def _day(said: Said, figure: Figure, scope: Scope) -> date | None:
    """As of when a count is known: of a day's count that is when it was told, not that day."""
    as_of = figure.as_of
    settled = as_of is not None and as_of.first_day == as_of.last_day
    if as_of is None or not settled:
        return said.day
    told = said.day
    if told is not None and (scope is Scope.DAY or _is_since(said, as_of)):
        return max(told, as_of.first_day)
    return as_of.first_day


def _is_since(said: Said, as_of: Moment) -> bool:
    """Whether the day is that on which the counting began: "since June 13"."""
    for span in as_of.words:
        before = [
            fold(form)
            for form, _ in words(said.article.text, max(0, span.start - _BESIDE), span.start)
        ][-1:]
        if before == ["since"] or fold(span.of(said.article.text)).startswith("since "):
            return True
    return False


def _thing(figure: Figure) -> frozenset[str]:
    # A name says where or whose, not what.
    forms = [form for form, _ in words(figure.what or "") if form.islower()]
    stems = {stem(form) for form in forms if fold(form) not in STOP_WORDS}
    return frozenset(stems - _ANYONE - _outcomes() - _of_counting())


@cache
def _of_counting() -> frozenset[str]:
    """The stems of words for counting itself: "a confirmed total" is of what else is named."""
    return frozenset(stem(word) for word in lexicon("counting"))


@cache
def _outcomes() -> frozenset[str]:
    return frozenset(stem(word) for word in deeds())


def _deed(said: Said, figure: Figure) -> int | None:
    """The outcome of those counted: as the figure says, else by the verb nearest to it.

    Of two weeks, or of 25 tonnes, nobody was killed.
    """
    if figure.unit is not None:
        return None
    for form, _ in words(figure.what or ""):
        if fold(form) in deeds():
            return deeds()[fold(form)]
    text = said.article.text
    start = max(0, figure.span.start - _REACH)
    near = [
        (_away(text, figure.span, span), deeds()[fold(form)])
        for form, span in words(text, start, min(len(text), figure.span.end + _REACH))
        if fold(form) in deeds() and _in_content(said, span.start)
    ]
    return min(near)[1] if near else None


def _away(text: str, figure: Span, verb: Span) -> int:
    """How far a verb is from a figure; one of another clause ("… killed and nine …") is further."""
    between = (
        text[figure.end : verb.start] if figure.end <= verb.start else text[verb.end : figure.start]
    )
    parted = bool(_PARTS.search(between))
    return abs(verb.start - figure.start) + _REACH * parted


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
    start, end = figure.span.start, figure.span.end
    sentence = text[end : end + _REACH].split(". ")[0]
    if any(form.lower() == "among" for form, _ in words(sentence)):
        return True
    before = [fold(form) for form, _ in words(text, max(0, start - _BESIDE), start)][-3:]
    after = [fold(form) for form, _ in words(text, end, end + _BESIDE)][:2]
    if "of" in before and not any(form in _SMALL or form.isdecimal() for form in before):
        before = [form for form in before if form != "of"]  # "the names of more than 30 dead"
    return bool(lexicon("part").intersection(before)) or after in (
        ["of", "them"],
        ["of", "whom"],
        ["of", "the"],
        ["of", "those"],
    )


def _scope(said: Said, figure: Figure) -> Scope:
    """Whether the sentence counts one day or all until now."""
    text = said.article.text
    ends = [
        m.end()
        for m in _SENTENCE_ENDS.finditer(text, max(0, figure.span.start - 400), figure.span.start)
    ]
    stop = _SENTENCE_ENDS.search(text, figure.span.end)
    start, end = (
        (ends[-1] if ends else max(0, figure.span.start - 400)),
        stop.start() if stop else len(text),
    )
    told = list(words(text, start, end))
    if not lexicon("cumulative").isdisjoint(fold(form) for form, _ in told):
        return Scope.CUMULATIVE
    # "Put the dead at 14 on Tuesday": that is when it was said, not the day that is counted.
    forms = [fold(form) for form, span in told if _in_content(said, span.start)]
    pairs = set(pairwise(forms))
    on_a_day = any(before in _ON_A_DAY and form in _WEEKDAYS for before, form in pairs)
    in_hours = any(form in _HOURS for before, form in pairs if before.isdecimal())
    if on_a_day or in_hours or not _ONE_DAY.isdisjoint(forms):
        return Scope.DAY
    return Scope.OPEN
