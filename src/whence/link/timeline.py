"""The timeline of a story: which days matter, and a sentence of the reports for each."""

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from whence.link.words import at_large, content_stems, words
from whence.model import Annotated, DatedEvent, Span

#: A day is on the timeline with this part of the score of the day that scores highest.
_LEAST_SHARE = 0.25
_MOST_DAYS = 40
#: What publication counts beside what reports say of a day.
_PUBLISHED_WEIGHT = 0.5
#: A report that names a day this many days later looks back on it, and what is looked back on
#: counts twice: what a later report takes up again is what a timeline is made of.
_LOOKING_BACK = 7
_LOOKING_BACK_WEIGHT = 2.0
#: Days this long before the first report are what came before the story, which many reports recall.
_BEFORE = 7
_BEFORE_WEIGHT = 0.5
#: The first sentences of a report that may stand for its day of publication.
_OPENING = 3
#: Sentences outside these lengths in words are no summary: headings, and lists of everything.
_SHORT, _LONG = 8, 45


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that may tell of a day; `words` are those that name it."""

    article: str
    span: Span
    words: Span | None
    stems: frozenset[str]
    length: int


@dataclass(slots=True)
class _Day:
    """What the articles of a story have on one day."""

    naming: set[str] = field(default_factory=set)
    looking_back: int = 0
    published: int = 0
    before: bool = False
    sentences: list[_Sentence] = field(default_factory=list)

    @property
    def score(self) -> float:
        """How much the reports make of the day."""
        told = (
            math.log1p(len(self.naming))
            + _LOOKING_BACK_WEIGHT * math.log1p(self.looking_back)
            + _PUBLISHED_WEIGHT * math.log1p(self.published)
        )
        return told * (_BEFORE_WEIGHT if self.before else 1.0)


def timeline(members: Sequence[Annotated], *, most: int | None = None) -> tuple[DatedEvent, ...]:
    """The days that the reports of a story come back to, in order, each with one sentence.

    A day counts by the articles that name it, by the sentences that look back on it and by what
    was published on it, all by their logarithms; nothing is said of days to come after the last
    report. `most` asks for that many days, else those are given that score a quarter of the best.
    The sentence is the one that shares most with the others of its day. Linear in the text.
    """
    found = _days(members)
    ranked = sorted(found, key=lambda day: (-found[day].score, day))
    if most is None:
        least = _LEAST_SHARE * found[ranked[0]].score if ranked else 0.0
        ranked = [day for day in ranked if found[day].score >= least]
        most = _MOST_DAYS
    return tuple(_event(day, found[day]) for day in sorted(ranked[:most]))


def _days(members: Sequence[Annotated]) -> Mapping[date, _Day]:
    days: dict[date, _Day] = defaultdict(_Day)
    first: date | None = None
    last: date | None = None
    for member in sorted(members, key=lambda member: member.article.id):
        published = _published(member)
        if published is not None:
            first = min(first or published, published)
            last = max(last or published, published)
            days[published].published += 1
        for day, sentence in _telling(member, published):
            held = days[day]
            held.sentences.append(sentence)
            if sentence.words is None:
                continue
            held.naming.add(sentence.article)
            if published is not None and (published - day).days >= _LOOKING_BACK:
                held.looking_back += 1
    for day, held in days.items():
        held.before = first is not None and (first - day).days > _BEFORE
    return {
        day: held for day, held in days.items() if held.sentences and (last is None or day <= last)
    }


def _published(member: Annotated) -> date | None:
    moment = member.article.published
    return moment.first_day if moment and moment.first_day == moment.last_day else None


def _telling(member: Annotated, published: date | None) -> Iterator[tuple[date, _Sentence]]:
    """The sentences that name a day, once for each, and those that open a report of that day."""
    starts = [sentence.start for sentence in member.sentences]
    told: set[tuple[int, date]] = set()
    for time in member.times:
        moment = time.moment
        if moment is None or moment.first_day != moment.last_day or not starts:
            continue
        at = bisect_right(starts, time.span.start) - 1
        if at < 0 or (at, moment.first_day) in told:
            continue
        told.add((at, moment.first_day))
        yield moment.first_day, _sentence(member, member.sentences[at], time.span)
    if published is not None:
        for at, span in enumerate(member.sentences[:_OPENING]):
            if (at, published) not in told:
                yield published, _sentence(member, span, None)


def _sentence(member: Annotated, span: Span, named: Span | None) -> _Sentence:
    forms = [form for form, _ in words(member.article.text, span.start, span.end)]
    stems = frozenset(content_stems(forms))
    return _Sentence(member.article.id, span, named, stems, len(forms))


def _event(day: date, held: _Day) -> DatedEvent:
    best = _most_central(held.sentences)
    return DatedEvent(
        day=day,
        article=best.article,
        span=best.span,
        words=best.words,
        articles=len(held.naming),
        score=round(held.score, 4),
    )


def _most_central(sentences: Sequence[_Sentence]) -> _Sentence:
    """The sentence whose telling words most others of the day have; one that names it first."""
    holding = Counter(stem for sentence in sentences for stem in sentence.stems)

    def rank(sentence: _Sentence) -> tuple[bool, bool, float, str, int]:
        shared = math.fsum((holding[stem] - 1) * at_large(stem) for stem in sorted(sentence.stems))
        central = shared / math.sqrt(len(sentence.stems) or 1)
        odd = not _SHORT <= sentence.length <= _LONG
        return odd, sentence.words is None, -central, sentence.article, sentence.span.start

    return min(sentences, key=rank)
