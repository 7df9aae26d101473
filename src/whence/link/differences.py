"""In what two statements differ that talk of the same thing."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from whence.link.lexicon import lexicon, opposites
from whence.link.said import Force, Said
from whence.link.words import content_stems, words
from whence.model import EntityKind, Figure, Number


class Difference(StrEnum):
    """What keeps two statements from being one claim."""

    POLARITY = "polarity"
    OPPOSITE = "opposite"
    MODALITY = "modality"
    #: Beside that: each names a wish, plan or request that the other does not.
    LEANING = "leaning"
    FIGURE = "figure"
    #: One gives a figure where the other gives none.
    UNCOUNTED = "uncounted"
    PLACE = "place"
    TIME = "time"
    ACTOR = "actor"
    #: Beside that: each speaks of himself, two actors change places, or one is a man, one a woman.
    PERSON = "person"
    EXCEPTION = "exception"
    #: One names more than the other, and says so: "in addition to".
    WIDENED = "widened"
    #: One names a wish, plan or request of which the other is silent.
    ATTITUDE = "attitude"


#: Word lists of which a statement may use one only and stay the same claim.
_LEANINGS = ("considering", "planning", "asking", "welcoming", "forecasting", "doubting")


def differences(one: Said, other: Said) -> frozenset[Difference]:
    """All in which the two differ. What is left unsaid on one side is no difference."""
    found: set[Difference] = set()
    if polarity_differs(one, other):
        found.add(Difference.POLARITY)
    if _opposite(one, other):
        found.add(Difference.OPPOSITE)
    found |= _forces_differ(one, other)
    found |= _figures_differ(one, other)
    if one.times and other.times and not _may_meet(one, other):
        found.add(Difference.TIME)
    found |= _things_differ(one, other)
    if _limited(one) != _limited(other):
        found.add(Difference.EXCEPTION)
    if lexicon("widening").isdisjoint(one.forms) != lexicon("widening").isdisjoint(other.forms):
        found.add(Difference.WIDENED)
    return frozenset(found)


def polarity_differs(one: Said, other: Said) -> bool:
    """Whether what one affirms the other denies, by a negation or by the act of denying."""
    ours, theirs = _turned(one), _turned(other)
    shared = ours.keys() & theirs.keys()
    turned = any(ours[stem] != theirs[stem] for stem in shared)
    # Where both negate, it is most often the same thing: "posed no threat", "did not pose any".
    both = any(ours.values()) and any(theirs.values())
    return (turned and not both) != (one.denied != other.denied)


def _turned(said: Said) -> Mapping[str, bool]:
    """Whether a negation turns a stem, wherever it stands in the statement."""
    found: dict[str, bool] = {}
    for word in said.words:
        if word.settled or word.negated:
            found[word.stem] = found.get(word.stem, False) or word.negated
    return found


def _opposite(one: Said, other: Said) -> bool:
    """Whether one uses a word and the other its opposite, both affirmed or both negated."""
    ours, theirs = _sides(one), _sides(other)
    for (number, side), negated in ours.items():
        # Who uses both sides speaks of a change or a choice.
        mixed = (number, 1 - side) in ours or (number, side) in theirs
        if not mixed and theirs.get((number, 1 - side)) == negated:
            return True
    return False


def _sides(said: Said) -> Mapping[tuple[int, int], bool]:
    """The sides of opposites that are used, each with whether the word is negated."""
    found: dict[tuple[int, int], bool] = {}
    for word in said.words:
        if word.settled:
            for side in opposites().get(word.form, ()):
                found.setdefault(side, word.negated)
    return found


#: Forces that differ by the wording alone: "would consider" and "is ready to consider"; and "will"
#: is "would" in reported speech.
_LOOSE = (
    frozenset({Force.POSSIBLE, Force.CONDITIONAL}),
    frozenset({Force.INTENTION, Force.CONDITIONAL}),
    frozenset({Force.INTENTION, Force.FORECAST}),
)


def _forces_differ(one: Said, other: Said) -> set[Difference]:
    if one.denied or other.denied:
        return set()  # how far others went in what is denied is not the denier's
    ours, theirs = _leanings(one), _leanings(other)
    if ours - theirs and theirs - ours:
        return {Difference.MODALITY, Difference.LEANING}
    forces = {one.force, other.force}
    if len(forces) == 2 and not any(forces <= loose for loose in _LOOSE):
        return {Difference.MODALITY}
    return {Difference.ATTITUDE} if ours != theirs else set()


def _leanings(said: Said) -> set[str]:
    return {name for name in _LEANINGS if not lexicon(name).isdisjoint(said.forms)}


def _limited(said: Said) -> bool:
    """Whether the content holds under a condition or with an exception."""
    return "if" in said.forms or not lexicon("exception").isdisjoint(said.forms)


def _figures_differ(one: Said, other: Said) -> set[Difference]:
    """Whether each side has a figure that the other lacks; a fuller wording is no difference.

    None at all beside one is vaguer, and so differs. Where one value fits both, what else each
    counts clashes only if it may be the same thing: "12 killed, two of them pilots" and "10
    tourists and two pilots killed" agree.
    """
    ours, theirs = numbers(one), numbers(other)
    if bool(ours) != bool(theirs):
        return {Difference.UNCOUNTED}
    if not (ours - theirs and theirs - ours):
        return set()
    pairs = [(a, b) for a in one.figures for b in other.figures]
    fitting = {figure.id for pair in pairs if _fit(*pair) for figure in pair}
    if not fitting and not ours & theirs:
        return {Difference.FIGURE}
    apart = any(
        a.id not in fitting and b.id not in fitting and _may_count_the_same(a, b) for a, b in pairs
    )
    return {Difference.FIGURE} if apart or not pairs else set()


def _fit(one: Figure, other: Figure) -> bool:
    """Whether both have the same value, one perhaps as a bound: 15 and "at least 15"."""
    ours, theirs = {one.low, one.high} - {None}, {other.low, other.high} - {None}
    return bool(ours & theirs) and _may_count_the_same(one, other)


def _may_count_the_same(one: Figure, other: Figure) -> bool:
    """Whether what they count is said with a word in common, or is not said."""
    ours, theirs = _counted(one), _counted(other)
    return not ours or not theirs or bool(ours & theirs)


def _counted(figure: Figure) -> frozenset[str]:
    return frozenset(
        content_stems(form for form, _ in words(f"{figure.unit or ''} {figure.what or ''}"))
    )


def numbers(said: Said) -> set[object]:
    """The values that a statement gives: its figures, or else the numerals among its words."""
    return {*_values(said.figures)} or {*_numerals(said)}


def _values(figures: Iterable[Figure]) -> set[tuple[Number | None, Number | None]]:
    return {(figure.low, figure.high) for figure in figures}


def _numerals(said: Said) -> set[str]:
    return {word.form for word in said.words if word.form[0].isdecimal()}


def _may_meet(one: Said, other: Said) -> bool:
    return any(a.may_be_same_as(b) for a in one.times for b in other.times)


def _things_differ(one: Said, other: Said) -> set[Difference]:
    """Who or where: each side names something that the other does not."""
    ours, theirs = _with_self(one), _with_self(other)
    found: set[Difference] = set()
    extra = {key: ours[key] for key in ours.keys() - theirs.keys()}
    missing = {key: theirs[key] for key in theirs.keys() - ours.keys()}
    if extra and missing:
        places = {kind is EntityKind.PLACE for kind in (*extra.values(), *missing.values())}
        if places != {True}:
            found.add(Difference.ACTOR)
        elif not any(
            EntityKind.PLACE in (ours[key], theirs[key]) for key in ours.keys() & theirs.keys()
        ):
            found.add(Difference.PLACE)  # of two that name one place, either may name more
    if _each_of_himself(one, other) or (
        not found and (_turned_round(one, other) or _he_and_she(one, other))
    ):
        found |= {Difference.ACTOR, Difference.PERSON}
    return found


def _he_and_she(one: Said, other: Said) -> bool:
    """Whether one speaks of a man alone, the other of a woman alone."""
    ours, theirs = _genders(one), _genders(other)
    return len(ours) == len(theirs) == 1 and ours != theirs


def _genders(said: Said) -> set[str]:
    return {name for name in ("he", "she") if not lexicon(name).isdisjoint(said.forms)}


def _with_self(said: Said) -> dict[str, EntityKind]:
    things = dict(said.things)
    if said.is_first_person and said.voice:
        things.setdefault(said.voice, EntityKind.OTHER)
    return things


def _each_of_himself(one: Said, other: Said) -> bool:
    apart = None not in (one.voice, other.voice) and one.voice != other.voice
    return apart and one.is_first_person and other.is_first_person


def _turned_round(one: Said, other: Said) -> bool:
    """Whether two actors change places: who struck whom."""
    ours = [key for key in one.things if key in other.things]
    theirs = [key for key in other.things if key in one.things]
    passive = ("by" in one.forms) != ("by" in other.forms)
    return len(ours) == 2 and (ours != theirs) != passive


def is_open(said: Said) -> bool:
    """Whether the content commits its speaker to nothing yet; "would" alone is reported "will"."""
    if said.force is Force.CONDITIONAL:
        return _limited(said)
    return said.force in {Force.POSSIBLE, Force.QUESTION, Force.UNSAID, Force.DOUBT}
