"""From a text to the quantities that it reports."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whence.annotate.figures.amounts import quantity_at
from whence.annotate.figures.candidates import Covered, is_quantity
from whence.annotate.figures.change import Move, move_of
from whence.annotate.figures.counted import OUTCOMES, counted
from whence.annotate.figures.movements import PARTICLES
from whence.annotate.figures.nothing import nothing_at
from whence.annotate.figures.quantity import Quantity
from whence.annotate.figures.setting import Setting
from whence.annotate.figures.tagged import Tagged, tagged
from whence.annotate.numerals import Scan
from whence.model import Article, Figure, Reading, Statement, TimeExpression, content_id

_PART_LINKS = frozenset({"including", "among"})
_CHAINED = frozenset({"and", ",", "or"})
_SHARES = (["of"], ["of", "the"], ["of", "its"], ["of", "their"], ["out", "of"])
_OWNER = 7  # words of "of the city council's"
_NEAR = 10  # words


@dataclass(frozen=True, slots=True)
class _Found:
    """A quantity with the words for what it counts, the index after them, and its change."""

    quantity: Quantity
    what: str | None
    end: int
    move: Move | None = None


def find_figures(
    article: Article,
    reading: Reading,
    times: Sequence[TimeExpression],
    statements: Sequence[Statement],
    words: Scan | None = None,
) -> tuple[Figure, ...]:
    """The quantities that an English text reports, in order and without overlap.

    Bounds are inclusive. "More than 60" has the lower bound 60, "fewer than 60" the upper one;
    "dozens" are 24 to 99, "hundreds" 200 to 999, "thousands" 2,000 up to a million; "no casualties"
    is 0. Rough values ("about 300") are marked `approximate`. The unit is an ISO 4217 code,
    "percent", "fraction" or the name of a measure in the singular. `as_of` is the moment in the
    same sentence, else when the statement was made, else the day of publication. Dates, ages,
    ordinals, clock times and numbers that are names are no figures. `words` are those of the
    article's passages, where they are at hand. Pure; linear in the text.
    """
    text = tagged(article, reading, words)
    setting = Setting(article, reading, times, statements, text)
    found = _quantities(text, Covered(times, reading.mentions))
    figures: list[Figure] = []
    for one in found:
        quantity = one.quantity
        span = text.words.span(quantity.start, quantity.end)
        owner = setting.statement(span)
        figures.append(
            Figure(
                id=content_id("fig", article.id, span.start, span.end),
                article=article.id,
                span=span,
                low=quantity.low,
                high=quantity.high,
                unit=_unit_name(quantity),
                what=one.what,
                where=setting.where(span, quantity.first, owner),
                as_of=setting.as_of(span, quantity.first, owner),
                statement=owner.id if owner else None,
                approximate=quantity.approximate,
                change=one.move.direction if one.move else None,
                difference=one.move is not None and one.move.difference,
            )
        )
    return _with_totals(text, found, figures)


def _unit_name(quantity: Quantity) -> str | None:
    if quantity.part:
        return "fraction"
    return quantity.unit.name if quantity.unit else None


def _quantities(text: Tagged, covered: Covered) -> list[_Found]:
    found: list[_Found] = []
    i = 0
    words = text.words
    while i < len(words):
        nothing = nothing_at(text, i)
        if nothing is not None:
            found.append(_Found(*nothing))
            i = nothing[2]
            continue
        quantity = quantity_at(text, i)
        if quantity is None:
            i += 1
            continue
        offset = words.starts[quantity.first]
        if covered.by_time(offset) or covered.inside_name(offset):
            # "July 8 to 12" are days, "from 5 on July 14 to 7 percent" goes on with a figure
            i = i + 1 if quantity.unit is not None else max(quantity.last, i + 1)
            continue
        i = max(quantity.last, i + 1)
        if is_quantity(text, quantity):
            previous = found[-1].quantity.end if found else 0
            quantity = replace(quantity, start=max(quantity.start, previous))
            one = _told(text, quantity, covered, found[-1] if found else None)
            if words.forms[quantity.first] == "one" and not _is_count_of_one(text, one):
                continue
            found.append(one)
            i = max(i, quantity.end)
    return found


def _told(text: Tagged, quantity: Quantity, covered: Covered, before: _Found | None) -> _Found:
    """What a quantity counts and how it moved, by itself or as the one before it did."""
    move = move_of(text, quantity)
    again = before if before and _is_said_again(text, before, quantity) else None
    if move is None and again is not None:
        move = again.move
    what = counted(text, quantity, covered, move)
    if again is None and before and _is_aside(text, before, quantity, move):
        again = before
    words = again.what if what.words is None and again is not None else what.words
    return _Found(quantity, words, what.end, move)


def _is_aside(text: Tagged, before: _Found, quantity: Quantity, move: Move | None) -> bool:
    """ "Turnout was 61 percent, down 4 points": the change of what was just told."""
    if move is None or text.words.form(move.verb) not in PARTICLES:
        return False
    near = before.end <= move.verb - 1 <= before.end + 1
    told = text.words.form(move.verb - 1) == ","
    return near and told and text.together(before.quantity.first, quantity.first)


def _is_said_again(text: Tagged, before: _Found, quantity: Quantity) -> bool:
    """ "120 points, or 0.7 percent": the same in another measure."""
    between = text.words.forms[before.quantity.end : quantity.start]
    other = quantity.unit is not None and quantity.unit != before.quantity.unit
    return other and between in (["or"], [",", "or"], ["("])


def _is_count_of_one(text: Tagged, one: _Found) -> bool:
    """Whether "one" reports a count, as "one soldier was killed" does and "one idea" does not."""
    quantity = one.quantity
    if quantity.qualified or quantity.unit or quantity.part:
        return True
    if quantity.last != quantity.first + 1:
        return True
    outcome = one.what is not None and one.what.rsplit(" ", 1)[-1] in OUTCOMES
    return outcome or text.words.form(quantity.start - 1) in ("including", "only", "just", "and")


def _with_totals(
    text: Tagged, found: Sequence[_Found], figures: Sequence[Figure]
) -> tuple[Figure, ...]:
    """The figures with the total of each that is said to be a part: "nine, including three"."""
    joined = list(figures)
    for k in range(1, len(found)):
        total = _total_of(text, found, joined, k)
        if total is not None:
            what = joined[k].what or next(f.what for f in joined if f.id == total)
            joined[k] = replace(joined[k], part_of=total, what=what)
        elif _is_share(text, found[k - 1], found[k]):
            what = joined[k].what
            joined[k - 1] = replace(joined[k - 1], part_of=joined[k].id, what=what)
    return tuple(joined)


def _is_share(text: Tagged, part: _Found, whole: _Found) -> bool:
    """ "Two of the five drones", "three of the bridge's eight lanes"."""
    between = text.words.forms[part.quantity.end : whole.quantity.start]
    owned = between[:1] == ["of"] and between[-1:] == ["'s"] and len(between) < _OWNER
    return owned or between in _SHARES


def _opens_whole(text: Tagged, whole: Quantity) -> bool:
    """ "Of the 120 passengers, 86"."""
    words = text.words
    i = text.past(whole.start - 1, lambda k: words.forms[k] in ("the", "some"), step=-1)
    return i >= 0 and words.forms[i] == "of" and words.opens[i]


def _total_of(
    text: Tagged, found: Sequence[_Found], figures: Sequence[Figure], k: int
) -> str | None:
    part, whole = found[k].quantity, found[k - 1].quantity
    words = text.words
    if part.unit or whole.unit or not text.together(whole.first, part.first):
        return None
    between = words.forms[found[k - 1].end : part.start]
    after = tuple(words.forms[part.end : part.end + 2])
    named = len(between) <= _NEAR and bool(_PART_LINKS & set(between))
    of_them = after in (("of", "them"), ("of", "whom"), ("of", "which"))
    if named or of_them:
        return figures[k - 1].part_of if of_them and figures[k - 1].part_of else figures[k - 1].id
    if _opens_whole(text, whole) and between == [","]:
        return figures[k - 1].id
    # "including three children and two women": the second part is of the same total
    chained = bool(between) and set(between) <= _CHAINED
    return figures[k - 1].part_of if chained else None
