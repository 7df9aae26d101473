"""The chain from a speaker's mouth to the page, read from the words around the cue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.annotate.chain.audience import told_whom
from whence.annotate.chain.carriers import is_outlet
from whence.annotate.chain.names import NameFinder
from whence.annotate.chain.venue import venues
from whence.annotate.clause import Clause
from whence.annotate.words import Words
from whence.model import Attribution, Name, Span

#: The part of the shorter content that two attributions must share to be one statement.
_SAME = 0.8


@dataclass(frozen=True, slots=True)
class Chain:
    """To whom, where and through whom, each as printed; empty where the text does not say."""

    told: tuple[Name, ...] = ()
    venue: tuple[Name, ...] = ()
    via: tuple[Name, ...] = ()


def chain_of(words: Words, finder: NameFinder, clause: Clause | None, one: Attribution) -> Chain:
    """The links that the words around one attribution's cue show."""
    if clause is None:
        return Chain()
    told = told_whom(words, finder, clause)
    venue = venues(words, finder, clause)
    own = {*clause.source}
    via = tuple(
        name
        for name in finder.carriers(one)
        if not any(index in own for index in words.within(name.span))
        and not any(name.span.overlaps(other.span) for other in told)
    )
    return Chain(told, venue, via)


def merge_carried(
    words: Words, attributions: Sequence[Attribution]
) -> Mapping[int, tuple[Name, ...]]:
    """The attributions that only carry another's words, by number, with the carrier's name.

    "The Post reported that the minister said X" and "X, he said, according to the Post" are one
    statement of the inner speaker. The result maps the inner attribution to whom it came through;
    the carriers' own attributions are mapped to nothing and make no statement.
    """
    carried: dict[int, tuple[Name, ...]] = {}
    order = sorted(range(len(attributions)), key=lambda n: attributions[n].extent.start)
    for place, number in enumerate(order):
        outer = attributions[number]
        name = carrier_of(words, outer)
        if name is None:
            continue
        for other in order[max(0, place - 3) : place + 4]:
            inner = attributions[other]
            if (
                other != number
                and inner.source
                and carried.get(other) != ()
                and _carries(outer, inner)
            ):
                carried[other] = (*carried.get(other, ()), name)
                carried[number] = ()
                break
    return carried


def carrier_of(words: Words, one: Attribution) -> Name | None:
    """The outlet that is the source of an attribution; ``None`` where the source is no outlet."""
    if not one.source:
        return None
    span = one.source[0]
    printed = span.of(words.text).strip(" ,")
    bare = printed[4:] if printed.lower().startswith("the ") else printed
    if not is_outlet(bare):
        return None
    start = span.start + span.of(words.text).index(bare)
    return Name(bare, Span(start, start + len(bare)))


def _carries(outer: Attribution, inner: Attribution) -> bool:
    """Whether the outer content holds most of the inner attribution, or the same content."""
    said = sum(len(piece) for piece in inner.content)
    if sum(_shared(piece, outer.content) for piece in inner.content) < _SAME * said:
        return False
    pieces = (*inner.source, *inner.cue, *inner.content)
    covered = sum(_shared(piece, outer.content) for piece in pieces)
    return covered >= _SAME * sum(len(piece) for piece in outer.content)


def _shared(piece: Span, others: Sequence[Span]) -> int:
    return sum(
        max(0, min(piece.end, other.end) - max(piece.start, other.start)) for other in others
    )
