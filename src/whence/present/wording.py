"""The words in which an account speaks to its readers: dates, confidence, stances, counts."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from whence.model import Basis, Form, Modality, Moment, Precision, Span, Stance, exact
from whence.present.contexts import Sureness, Tone
from whence.present.neutral import one_line
from whence.present.texts import When

_ISO = re.compile(
    r"\b(?P<day>\d{4}-\d\d-\d\d)(?:T(?P<clock>\d\d:\d\d)(?::\d\d)?(?P<zone>Z|[+-]\d\d:\d\d)?)?(?![\w-])"
)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_TONES: Mapping[Stance, Tone] = {
    Stance.ASSERTS: Tone.HOLDS,
    Stance.CONFIRMS: Tone.HOLDS,
    Stance.WELCOMES: Tone.HOLDS,
    Stance.AGREES: Tone.HOLDS,
    Stance.DENIES: Tone.REFUSES,
    Stance.REJECTS: Tone.REFUSES,
    Stance.DOUBTS: Tone.REFUSES,
    Stance.ACCUSES: Tone.PRESSES,
    Stance.WARNS: Tone.PRESSES,
    Stance.THREATENS: Tone.PRESSES,
    Stance.DEMANDS: Tone.PRESSES,
    Stance.REQUESTS: Tone.PRESSES,
    Stance.URGES: Tone.PRESSES,
    Stance.VOWS: Tone.COMMITS,
    Stance.OFFERS: Tone.COMMITS,
    Stance.BELIEVES: Tone.WEIGHS,
    Stance.EXPECTS: Tone.WEIGHS,
    Stance.CONSIDERS: Tone.WEIGHS,
    Stance.ASKS: Tone.WEIGHS,
}
_MODALITIES = {
    Modality.FACT: "",
    Modality.INTENTION: "as an intention",
    Modality.POSSIBLE: "as possible",
    Modality.CONDITIONAL: "on a condition",
    Modality.OBLIGATION: "as an obligation",
}
_FORMS = {
    Form.DIRECT: "quoted word for word",
    Form.INDIRECT: "in the outlet's words",
    Form.MIXED: "in the outlet's words, partly quoted",
}


def tone(stance: Stance, *, negated: bool) -> Tone:
    """The family of attitudes that a stance belongs to; a negated cue only weighs."""
    return Tone.WEIGHS if negated else _TONES[stance]


def stance_words(stance: Stance, modality: Modality, *, negated: bool) -> str:
    """ "denies", "does not deny", "asserts as possible"."""
    verb = stance.value
    if negated:
        base = verb[:-3] + "y" if verb.endswith("ies") else verb[:-1]
        verb = f"does not {base}"
    return f"{verb} {_MODALITIES[modality]}".strip()


def form_words(form: Form) -> str:
    """How the words were rendered, for a reader."""
    return _FORMS[form]


def sureness(confidence: float) -> Sureness:
    """A probability in words and whole percent; below one half it is low, and called doubtful."""
    for bound, words in ((0.9, "very sure"), (0.7, "fairly sure"), (0.5, "rather sure")):
        if round(confidence, 2) >= bound:
            return Sureness(words, percent(confidence), low=False)
    return Sureness("doubtful", percent(confidence), low=True)


def percent(share: float) -> str:
    """ "7 %"; what is there but less than half of one is "under 1 %"."""
    return "under 1 %" if 0 < share < 0.005 else f"{share:.0%}".replace("%", " %")


def day_words(day: date, *, short: bool = False) -> str:
    """ "1 October 2015", or "1 Oct" where the year is plain from elsewhere."""
    month = _MONTHS[day.month - 1]
    return f"{day.day} {month[:3]}" if short else f"{day.day} {month} {day.year}"


def span_of_days(first: date | None, last: date | None) -> str:
    """ "30 September – 4 October 2015", written with no more than is needed."""
    if first is None or last is None:
        known = first or last
        return day_words(known) if known else "date unknown"
    if first == last:
        return day_words(first)
    if first.year != last.year:
        return f"{day_words(first)} – {day_words(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day_words(last)}"
    return f"{first.day}–{day_words(last)}"


def moment_words(moment: Moment) -> str:
    """A moment as its precision allows: "2015", "October 2015", "1 October 2015, 09:19 +03:00"."""
    day = moment.first_day
    match moment.precision:
        case Precision.YEAR:
            return str(day.year)
        case Precision.MONTH:
            return f"{_MONTHS[day.month - 1]} {day.year}"
        case Precision.WEEK:
            return f"the week of {day_words(day)}"
        case Precision.DAY:
            return day_words(day)
    clock = moment.value[11:].replace("Z", " UTC")
    for sign in "+-":
        clock = clock.replace(sign, f" {sign}")
    hour = ":00" if moment.precision is Precision.HOUR and ":" not in clock[:3] else ""
    return f"{day_words(day)}, {clock[:2]}{hour}{clock[2:]}"


def when(moment: Moment | None, text: str) -> When | None:
    """A moment with a note on what it rests on, where that is more than the plain word of it."""
    if moment is None:
        return None
    words = one_line(exact(text, moment.words)) if moment.words else ""
    match moment.basis:
        case Basis.RESOLVED:
            note = f"resolved from “{words}”" if words else "resolved"
        case Basis.INFERRED:
            note = f"inferred: {moment.evidence}" if moment.evidence else "inferred"
        case Basis.OPTION:
            note = "as given by the user"
        case Basis.TEXT:
            note = f"printed as “{words}”" if words else ""
        case Basis.METADATA:
            note = ""
    return When(
        iso=moment.value,
        words=moment_words(moment),
        day=moment.first_day,
        note=note,
        firm=moment.basis in {Basis.METADATA, Basis.TEXT, Basis.OPTION},
    )


def dated(words: str) -> str:
    """Words of whence's own with days and times as a reader writes them."""
    return _ISO.sub(_day_and_clock, words)


def _day_and_clock(found: re.Match[str]) -> str:
    try:
        day = day_words(date.fromisoformat(found["day"]))
    except ValueError:
        return found[0]
    zone = found["zone"].replace("Z", " UTC") if found["zone"] else ""
    zone = f" {zone}" if zone[:1] in {"+", "-"} else zone
    return f"{day}, {found['clock']}{zone}" if found["clock"] else day


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 article", "2 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(names: Sequence[str], *, most: int = 4) -> str:
    """ "A, B and C"; beyond `most` names the rest are counted."""
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} more"]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def words_of(text: str, spans: Sequence[Span]) -> str:
    """The exact words of the pieces on one line."""
    return one_line(exact(text, spans)) if spans else ""
