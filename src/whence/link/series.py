"""Series: what the reports of a story count, over time, on whose word, and what cannot hold."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from whence.link.lexicon import outcomes
from whence.link.measures import apart_from
from whence.link.readings import Counted, Scope, counted
from whence.link.said import Said
from whence.model import (
    Extent,
    Measure,
    Number,
    Origin,
    OriginKind,
    Point,
    Series,
    Word,
    content_id,
)
from whence.registers.countries import demonym, government_behind

_EXTENTS = {Scope.DAY: Extent.DAILY, Scope.CUMULATIVE: Extent.CUMULATIVE, Scope.OPEN: Extent.OPEN}

Value = tuple[Number | None, Number | None]


@dataclass(frozen=True)
class _Thing:
    """What two counts must share to be of one series."""

    what: frozenset[str]
    unit: str
    deed: int | None
    where: str
    event: str
    is_part: bool


def series(
    said: Iterable[Said], own: Iterable[Said], origins: Mapping[str, Origin]
) -> tuple[Series, ...]:
    """The series of a story, those of most points first.

    `said` are its statements, `own` the sentences in which outlets count on their own word, and
    `origins` tell by a statement's id where it entered the news. The count of a part stands in a
    series apart from that of the whole.
    """
    readings = list(_once(counted((*said, *own))))
    places = _places(readings)
    groups: dict[_Thing, list[Counted]] = defaultdict(list)
    for reading in readings:
        groups[_thing(reading, places)].append(reading)
    made = {thing: _series(thing, found, origins) for thing, found in groups.items()}
    whole = {
        thing: made[of].id
        for thing in made
        if thing.is_part and (of := _whole_of(thing, groups)) is not None
    }
    found = [replace(one, part_of=whole.get(thing)) for thing, one in made.items()]
    return tuple(sorted(_with_excess(found), key=lambda one: (-len(one.points), one.id)))


def _once(readings: Iterable[Counted]) -> Iterator[Counted]:
    """Each figure on the word of the statement that it is of, where it stands in several."""
    found: dict[str, Counted] = {}
    for reading in readings:
        figure = reading.figure
        if figure.id not in found or figure.statement == reading.said.id:
            found[figure.id] = reading
    yield from found.values()


def _places(readings: Iterable[Counted]) -> Mapping[tuple[object, ...], Mapping[str, str]]:
    """For each thing counted, which place the words for a place stand for.

    One country is that of all its places, and a count without a place is of the only one there is.
    """
    named: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for reading in readings:
        named[_what(reading)].add(reading.where)
    return {what: _meant(places - {""}) for what, places in named.items()}


def _meant(places: Collection[str]) -> Mapping[str, str]:
    state = {name: _country(name) for name in places}
    countries = {country for country in state.values() if country}
    towns = {name for name in places if not state[name]}
    only = min(towns) if len(towns) == 1 else "" if towns else min(countries, default="")
    if len(countries) > 1:
        only = ""
    alone = len(countries) == 1
    return {"": only} | {
        name: only if country and alone else country or name for name, country in state.items()
    }


def _country(name: str) -> str | None:
    """The key of the country that a name, or the adjective of one, is of."""
    code = demonym(name.title())
    return f"gov:{code}" if code else government_behind(name.title())


def _what(reading: Counted) -> tuple[object, ...]:
    return reading.what, reading.figure.unit or "", reading.deed


def _thing(reading: Counted, places: Mapping[tuple[object, ...], Mapping[str, str]]) -> _Thing:
    return _Thing(
        what=reading.what | reading.narrowed,
        unit=reading.figure.unit or "",
        deed=reading.deed,
        where=places[_what(reading)][reading.where],
        event=reading.recalled,
        is_part=_is_part(reading),
    )


def _is_part(reading: Counted) -> bool:
    return reading.is_part or bool(reading.narrowed)


def _extent(reading: Counted) -> Extent:
    return Extent.PART if _is_part(reading) else _EXTENTS[reading.scope]


def _whole_of(part: _Thing, groups: Mapping[_Thing, list[Counted]]) -> _Thing | None:
    """The series that counts the whole of which another counts a part."""
    named = {reading.figure.part_of for reading in groups[part]} - {None}
    for thing, found in groups.items():
        if not thing.is_part and any(r.figure.id in named for r in found):
            return thing
    alike = [
        thing
        for thing in groups
        if not thing.is_part
        and (thing.unit, thing.deed, thing.event) == (part.unit, part.deed, part.event)
        and thing.where in ("", part.where)
        and (part.deed is not None or thing.what < part.what)
    ]
    return max(alike, key=lambda thing: len(groups[thing]), default=None)


def _series(thing: _Thing, readings: Sequence[Counted], origins: Mapping[str, Origin]) -> Series:
    ordered = sorted(readings, key=_time)
    groups: dict[tuple[object, ...], list[Counted]] = defaultdict(list)
    for reading in ordered:
        groups[_value(reading), reading.day, _extent(reading), _speaker(reading)].append(reading)
    points = list(groups.values())
    clashing = _clashing([same[0] for same in points])
    words = _words([same[0] for same in points], origins)
    return Series(
        id=content_id("ser", *sorted({reading.figure.id for reading in ordered})),
        measure=_measure(thing, ordered),
        points=tuple(
            Point(
                figures=tuple(dict.fromkeys(reading.figure.id for reading in same)),
                articles=tuple(dict.fromkeys(reading.said.article.id for reading in same)),
                low=same[0].figure.low,
                high=same[0].figure.high,
                as_of=same[0].day,
                extent=_extent(same[0]),
                speaker=same[0].said.speaker.id if same[0].said.speaker else None,
                statement=same[0].said.id or None,
                word=word,
                clashes=tuple(sorted(clashing[same[0].figure.id])),
            )
            for same, word in zip(points, words, strict=True)
        ),
    )


def _measure(thing: _Thing, readings: Sequence[Counted]) -> Measure:
    """The measure in the words that most of its reports have for it, the longer first."""
    told = Counter(" ".join((r.figure.what or "").split()) for r in readings)
    places = Counter(r.figure.where or "" for r in readings if r.where)
    return Measure(
        what=max(told, key=lambda words: (told[words], len(words), words)),
        outcome=outcomes()[thing.deed] if thing.deed is not None else "",
        unit=thing.unit,
        where=max(places, key=lambda name: (places[name], name), default=""),
        event=thing.event,
    )


def _time(reading: Counted) -> tuple[date, str, str, int]:
    article = reading.said.article
    day = reading.day or date.max
    return day, reading.printed_at, article.id, reading.figure.span.start


def _value(reading: Counted) -> Value:
    return reading.figure.low, reading.figure.high


def _speaker(reading: Counted) -> str:
    """On whose word a count stands: an entity, an unclear speaker's statement, or the outlet."""
    said = reading.said
    if said.speaker is not None:
        return said.speaker.id
    return said.id or f"outlet {said.article.outlet.name}"


def _voice(reading: Counted) -> str:
    return reading.said.voice or _speaker(reading)


def _words(readings: Sequence[Counted], origins: Mapping[str, Origin]) -> list[Word]:
    """For each, in order of time, whether the value was given before, and whence."""
    given: dict[Value, list[tuple[str, tuple[OriginKind, str] | None]]] = defaultdict(list)
    found = []
    for reading in readings:
        before, voice = given[_value(reading)], _voice(reading)
        origin = _known(origins.get(reading.said.id))
        if not before:
            word = Word.FIRST
        elif any(voice == other or (origin and origin == whence) for other, whence in before):
            word = Word.REPEATED
        elif origin and all(whence for _, whence in before):
            word = Word.INDEPENDENT
        else:
            word = Word.NOT_TRACED
        before.append((voice, origin))
        found.append(word)
    return found


def _known(origin: Origin | None) -> tuple[OriginKind, str] | None:
    if origin is None or origin.kind is OriginKind.UNKNOWN:
        return None
    return origin.kind, origin.name


def _clashing(readings: Sequence[Counted]) -> Mapping[str, set[str]]:
    """From a figure to those of other voices and the same day that cannot hold beside it.

    Each is set beside the lowest and the highest of other voices, so that the cost grows with the
    counts and not with their pairs.
    """
    by_day: dict[date, list[Counted]] = defaultdict(list)
    for reading in readings:
        if reading.day is not None:
            by_day[reading.day].append(reading)
    found: dict[str, set[str]] = defaultdict(set)
    for day in by_day.values():
        highs = sorted((r for r in day if r.figure.high is not None), key=_high)
        lows = sorted((r for r in day if r.figure.low is not None), key=_low, reverse=True)
        facing = (*_of_two_voices(highs), *_of_two_voices(lows))
        for each in day:
            for other in facing:
                if _voice(each) != _voice(other) and _clash(each, other):
                    found[each.figure.id].add(other.figure.id)
                    found[other.figure.id].add(each.figure.id)
    return found


def _clash(one: Counted, other: Counted) -> bool:
    if one.scope is not other.scope and Scope.DAY in (one.scope, other.scope):
        return False
    return apart_from(one.figure, other.figure)


def _of_two_voices(ordered: Sequence[Counted]) -> Iterator[Counted]:
    """The first, and the first of another voice than that."""
    yield from ordered[:1]
    yield from islice((r for r in ordered if _voice(r) != _voice(ordered[0])), 1)


def _high(reading: Counted) -> float:
    return float(reading.figure.high or 0)


def _low(reading: Counted) -> float:
    return float(reading.figure.low or 0)


def _with_excess(found: Sequence[Series]) -> Iterator[Series]:
    """The series, with the parts marked that are more than their whole was on that day."""
    by_id = {one.id: one for one in found}
    marks: dict[str, set[str]] = defaultdict(set)
    for part in found:
        whole = by_id.get(part.part_of or "")
        for some in part.points if whole else ():
            for all_ in whole.points if whole else ():
                if some.as_of == all_.as_of is not None and _exceeds(some, all_):
                    marks[some.figures[0]].add(all_.figures[0])
                    marks[all_.figures[0]].add(some.figures[0])
    for one in found:
        points = tuple(
            replace(point, clashes=tuple(sorted({*point.clashes, *marks[point.figures[0]]})))
            for point in one.points
        )
        yield replace(one, points=points)


def _exceeds(part: Point, whole: Point) -> bool:
    return part.low is not None and whole.high is not None and part.low > whole.high
