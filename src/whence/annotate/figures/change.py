"""Whether a figure tells of a change: its direction, and whether it is the change itself."""

from dataclasses import dataclass

from whence.annotate.figures.movements import (
    COMPARED,
    LINKED,
    LOSSES,
    MOVES,
    NO_CHANGE,
    NOUNS,
    PARTICLES,
    VERBS,
    Direction,
)
from whence.annotate.figures.quantity import LASTING, Quantity
from whence.annotate.figures.tagged import Tagged
from whence.annotate.numerals import word_list

#: A bound that is also where something came to: "fell below 6,000", not "fell more than 6,000".
_LEVELS = frozenset(word_list("below above beyond under past through"))
_RANKS = frozenset(word_list("places place spots spot seats seat jobs pence points ranks"))
_LENGTHS = frozenset(word_list("foot metre mile kilometre centimetre inch yard"))
_PASSED = frozenset(word_list("another further just only even an a the about as much"))
_VERBS_BESIDE = frozenset(word_list("VBD VBZ VBP MD WDT WP VBG VB"))
#: What closes the clause that a verb of change governs.
_CLOSES = frozenset(word_list("; : as while when after because if that before since although"))
_REACH = 16  # words
_ASIDE = 9  # words
_NEAR = 3  # nouns between a figure and the change that it measures: "3 percent pay rise"


@dataclass(frozen=True, slots=True)
class Move:
    """The direction of a change, and whether the figure is how far, not where to.

    `verb` is the word that tells of it.
    """

    direction: Direction
    difference: bool
    verb: int


def move_of(text: Tagged, quantity: Quantity) -> Move | None:
    """The change that the words around `quantity` tell of; ``None`` where it is what it was.

    "Rose 5 percent from 10 percent to 15": 5 percent is the difference, 15 where it came to, and
    10, from which it came, has no change of its own.
    """
    return (
        _measured(text, quantity)
        or _compared(text, quantity)
        or _bounded(text, quantity)
        or _led_up_to(text, quantity)
        or _from_elsewhere(text, quantity)
    )


def _by(direction: Direction, verb: int) -> Move:
    """How far it moved."""
    return Move(direction, difference=True, verb=verb)


def _to(direction: Direction, verb: int) -> Move:
    """Where it came to."""
    return Move(direction, difference=False, verb=verb)


def _measured(text: Tagged, quantity: Quantity) -> Move | None:
    """ "A 96 percent drop", "a 3-point gain", "a 5 percent pay rise"."""
    if not _measures(quantity):
        return None
    words, i = text.words, quantity.end
    for j in range(i, min(i + _NEAR + 1, len(words))):
        if words.fresh[j] or not (text.tag(j).startswith(("NN", "JJ")) or words.forms[j] == "-"):
            return None
        direction = NOUNS.get(words.forms[j])
        if direction and not text.tag(j + 1).startswith("NN"):  # not in "a 5 percent growth rate"
            return _by(direction, j)
    return None


def _compared(text: Tagged, quantity: Quantity) -> Move | None:
    """ "5 percent higher", "$3 less"; "20 more people" are only further ones."""
    direction = COMPARED.get(text.words.form(quantity.end))
    if direction is None or text.words.fresh[quantity.end]:
        return None
    return _by(direction, quantity.end) if _measures(quantity) else None


def _bounded(text: Tagged, quantity: Quantity) -> Move | None:
    """ "Fell below $6,000": a bound's words that lead to where something came."""
    words, i = text.words, quantity.start
    if i >= quantity.first or words.forms[i] not in _LEVELS or not text.together(i - 1, i):
        return None
    before = text.past(i - 1, lambda k: text.pos[k].startswith("RB"), step=-1)
    direction = LINKED.get(words.form(before))
    return direction and _to(direction, before)


def _led_up_to(text: Tagged, quantity: Quantity) -> Move | None:
    words, i = text.words, quantity.start - 1
    if not text.together(i, quantity.start):
        return None
    i = text.past(i, lambda k: _is_passed(text, k), step=-1)
    link = words.form(i)
    if link in ("to", "into"):
        return _level(text, quantity, i - 1)
    if link == "by":
        found = _nearest(text, i - 1)
        return found and _by(found.direction, found.verb)
    if link == "of":
        return _told_of(text, quantity, i - 1)
    return _directly(text, quantity, i)


def _from_elsewhere(text: Tagged, quantity: Quantity) -> Move | None:
    """ "It gave $75,000, down sharply from $600,000": where something came to, told after it."""
    words = text.words
    for j in range(quantity.end, min(quantity.end + _ASIDE, len(words))):
        if not text.together(quantity.first, j) or text.tag(j).startswith(("VB", "MD", "CD", "W")):
            return None
        if words.forms[j] == "," and words.form(j + 1) in PARTICLES:
            link = text.past(j + 2, lambda k: text.pos[k].startswith("RB"))
            told = words.form(link) == "from" or text.tag(link) == "CD"
            return _to(PARTICLES[words.forms[j + 1]], j + 1) if told else None
    return None


def _is_passed(text: Tagged, i: int) -> bool:
    form = text.words.forms[i]
    return form in _PASSED or (text.pos[i].startswith("RB") and form not in PARTICLES)


def _told_of(text: Tagged, quantity: Quantity, i: int) -> Move | None:
    """ "An increase of 5 percent"; a fall of 20 feet is one that hurts."""
    noun = text.words.form(i)
    unit = quantity.unit.name if quantity.unit else ""
    if unit in LASTING or (unit in _LENGTHS and noun not in ("increase", "decrease", "rise")):
        return None
    direction = NOUNS.get(noun)
    return direction and _by(direction, i)


def _level(text: Tagged, quantity: Quantity, i: int) -> Move | None:
    """Where something came to: the verb may stand some way before "to".

    Right before it, or a number, where things are counted: one cuts the access to three villages.
    """
    words = text.words
    counts = quantity.unit is None and text.tag(quantity.end).startswith(("NN", "JJ"))
    at_once = words.form(i) in LINKED or words.form(i) in PARTICLES or text.tag(i) in ("CD", "RB")
    if counts and not at_once and "from" not in words.forms[max(0, i - _NEAR) : i]:
        return None
    found = _nearest(text, i)
    return found and _to(found.direction, found.verb)


def _nearest(text: Tagged, i: int) -> Move | None:
    """The nearest word of change at or before `i` in the clause."""
    words = text.words
    for j in range(i, max(-1, i - _REACH), -1):
        form, tag = words.forms[j], text.tag(j)
        if not text.together(j, i) or form in _CLOSES:
            return None
        if form in PARTICLES:
            if _is_particle_of_change(text, j) and (j == i or _goes_on(text, j)):
                return _to(PARTICLES[form], j)
        elif form in LINKED and tag.startswith(("VB", "NN")):
            return _to(LINKED[form], j)
        elif tag in _VERBS_BESIDE and form not in MOVES:
            return None
    return None


def _is_particle_of_change(text: Tagged, i: int) -> bool:
    return text.words.form(i - 1) not in NO_CHANGE


def _goes_on(text: Tagged, i: int) -> bool:
    """ "Up from 10", "up by 3", "edged up its forecast"."""
    words = text.words
    return words.form(i + 1) in ("from", "by") or words.form(i - 1) in MOVES


def _directly(text: Tagged, quantity: Quantity, i: int) -> Move | None:
    """ "Rose 5 percent", "up 3 points", "climbed ten places": the word right before the figure."""
    form, tag = text.words.form(i), text.tag(i)
    if not text.together(i, quantity.first) or not _can_differ(text, quantity):
        return None
    if form in PARTICLES and _is_particle_of_change(text, i):
        return _by(PARTICLES[form], i)
    if form in VERBS and tag.startswith(("VB", "NN")):
        return _by(VERBS[form], i)
    if form in LOSSES and _is_relative(quantity):
        return _by(LOSSES[form], i)
    return None


def _is_relative(quantity: Quantity) -> bool:
    unit = quantity.unit
    return unit is not None and unit.name.endswith(("percent", "point"))


def _measures(quantity: Quantity) -> bool:
    """Whether the figure measures what can go up and down: no plain count, duration or length."""
    unit = quantity.unit
    return unit is not None and unit.name not in LASTING and unit.name not in _LENGTHS


def _can_differ(text: Tagged, quantity: Quantity) -> bool:
    """Whether a figure right after a word of change may be how far: one drops 12 bombs."""
    if quantity.unit is not None:
        return _measures(quantity)
    following = text.tag(quantity.end) if quantity.end < len(text.words) else ""
    if text.words.form(quantity.end) in _RANKS or quantity.part:
        return True
    fresh = bool(following) and text.words.fresh[quantity.end]
    if text.words.form(quantity.end) == "of" and not fresh:
        return False  # "mowed down dozens of people"
    return fresh or not following.startswith(("NN", "JJ", "VBN", "VBG", "DT"))
