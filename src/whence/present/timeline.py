"""The timeline: what was said, what is said to have happened, and what was published."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from whence.model import Article, DatedEvent, Event
from whence.present import wording
from whence.present.contexts import DayContext, Lane, Said, TimelineEntry
from whence.present.lookup import Lookup
from whence.present.neutral import clipped, one_line
from whence.present.statements import Statements

_OPEN = 6  # entries of one day that are shown before one asks for more
_WORDS = 140  # characters of a statement on the timeline
_SENTENCE = 220  # and of a sentence that tells of a day


@dataclass(slots=True)
class _Day:
    """What a day is filled with."""

    said: list[TimelineEntry] = field(default_factory=list)
    reported: list[TimelineEntry] = field(default_factory=list)
    told: list[TimelineEntry] = field(default_factory=list)
    happened: list[TimelineEntry] = field(default_factory=list)
    published: list[TimelineEntry] = field(default_factory=list)


def days(lookup: Lookup, statements: Statements) -> tuple[DayContext, ...]:
    """The days on which anything was said, happened or was published; an unknown day comes last.

    A statement whose own day is not known stands under the day of its report, apart.
    """
    found: defaultdict[date | None, _Day] = defaultdict(_Day)
    for told in statements.told(lookup.statements.values()):
        at = found[told.lead.day]
        (at.said if told.lead.when else at.reported).append(_said(told.lead))
    for annotated in lookup.account.articles:
        for event in annotated.events:
            day = event.when.first_day if event.when else None
            found[day].happened.append(_event(event, lookup, statements))
        published = annotated.article.published
        day = published.first_day if published else None
        found[day].published.append(_published(annotated.article, lookup))
    for dated in lookup.account.linked.timeline:
        if dated.article in lookup.annotated:
            found[dated.day].told.append(_dated(dated, lookup))
    known = sorted(day for day in found if day is not None)
    return tuple(_context(day, found[day]) for day in (*known, *({None} & found.keys())))


def _context(day: date | None, filled: _Day) -> DayContext:
    return DayContext(
        iso=day.isoformat() if day else "",
        words=wording.day_words(day) if day else "Day unknown",
        said=(
            *_lane("Said", filled.said),
            *_lane("Reported; the day it was said is not stated", filled.reported),
        ),
        happened=(
            *_lane("As the reports tell of this day", filled.told),
            *_lane("Said to have happened", filled.happened),
        ),
        published=_lane("Published", filled.published),
    )


def _lane(name: str, entries: list[TimelineEntry]) -> tuple[Lane, ...]:
    return (Lane(name, tuple(entries[:_OPEN]), tuple(entries[_OPEN:])),) if entries else ()


def _said(said: Said) -> TimelineEntry:
    return TimelineEntry(
        who=said.speaker.name,
        stance=said.stance,
        tone=said.tone,
        words=clipped(said.words, _WORDS),
        quoted=said.quoted,
        anchor=said.anchor,
        note="",
        why=said.why_anchor,
    )


def _published(article: Article, lookup: Lookup) -> TimelineEntry:
    return TimelineEntry(
        who=lookup.outlet(article),
        stance="",
        tone="",
        words=clipped(article.title or "Without a title", _WORDS),
        quoted=False,
        anchor=f"a{lookup.number}-{lookup.article_number[article.id]}",
        note=_clock(article.published.value) if article.published else "",
    )


def _event(event: Event, lookup: Lookup, statements: Statements) -> TimelineEntry:
    article = lookup.annotated[event.article].article
    said = statements.said.get(event.statement or "")
    report = f"a{lookup.number}-{lookup.article_number[article.id]}"
    return TimelineEntry(
        who=event.code,
        stance="",
        tone="",
        words=clipped(event.span.of(article.text), _WORDS),
        quoted=False,
        anchor=said.words_anchor if said else report,
        note=f"on the word of {said.speaker.name}" if said else f"says {lookup.outlet(article)}",
        why=said.why_anchor if said else "",
    )


def _dated(dated: DatedEvent, lookup: Lookup) -> TimelineEntry:
    """The sentence that tells of a day, and how the day is known."""
    article = lookup.annotated[dated.article].article
    read = f"“{one_line(dated.words.of(article.text))}”" if dated.words else "its publication"
    naming = wording.counted(dated.articles, "article names", "articles name")
    return TimelineEntry(
        who=lookup.outlet(article),
        stance="",
        tone="",
        words=clipped(dated.span.of(article.text), _SENTENCE),
        quoted=False,
        anchor=f"a{lookup.number}-{lookup.article_number[article.id]}",
        note=f"dated by {read}; {naming} the day",
    )


def _clock(value: str) -> str:
    return value[11:16] if len(value) >= 16 else ""
