"""The words of English time expressions, by the symbol that the grammar knows them as."""

from typing import Any

from whence.annotate.numerals import word_list

_MONTHS = "january february march april may june july august september october november december"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
#: TIMEX3 units; those of a day's clock take a T ("PT3H").
_UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "N",
    "week": "W",
    "fortnight": "F",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "season": "S",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
_PLURALS = {unit + "s": code for unit, code in _UNITS.items()} | {"centuries": "CE"}
_DAYPARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "lunchtime": "MI",
    "dawn": "MO",
    "dusk": "EV",
}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
#: Holidays of a fixed day: month and day; or the nth weekday of a month (negative from its end).
_HOLIDAYS: dict[str, tuple[int, ...]] = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "halloween": (10, 31),
    "bastille day": (7, 14),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "labor day": (9, 1, 1),
    "memorial day": (5, 1, -1),
    "martin luther king day": (1, 1, 3),
    "election day": (11, 2, 0),  # the Tuesday after the first Monday
}
_TENS = {
    "twenties": "2",
    "thirties": "3",
    "forties": "4",
    "fifties": "5",
    "sixties": "6",
    "seventies": "7",
    "eighties": "8",
    "nineties": "9",
}
#: Cut-short names that take a full stop; "Mar", "Jan", "Sat" and "Sun" are also other words.
_SHORT_MONTHS = word_list("jan feb mar apr may jun jul aug sep oct nov dec")
_SHORT_WEEKDAYS = {
    "mon": 1,
    "tue": 2,
    "tues": 2,
    "wed": 3,
    "thu": 4,
    "thur": 4,
    "thurs": 4,
    "fri": 5,
    "sat": 6,
    "sun": 7,
}
_APPROXIMATE = (
    "about|around|approximately|roughly|nearly|almost|some|more than|less than|"
    "fewer than|at least|at most|up to|no more than|no less than|not more than|just over|"
    "just under|well over|close to"
)
_VAGUE: dict[str, int | str] = {
    "several": "X",
    "a few": "X",
    "few": "X",
    "many": "X",
    "a number of": "X",
    "a couple of": 2,
    "couple of": 2,
    "a couple": 2,
}
_MODES = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "earlier": "early",
    "later": "late",
    "the beginning of": "early",
    "beginning of": "early",
    "the start of": "early",
    "the end of": "late",
    "end of": "late",
    "the middle of": "mid",
}
_ZONES = word_list(
    "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet eest msk ist jst sgt hkt"
)
_PRESENT = "now|right now|just now|currently|at present|at the moment|presently|these days|nowadays"
_PAST = "recently|more recently|lately"
_FUTURE = "the near future|the foreseeable future|some day|someday"
_ADVERBS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
}

#: Words that are written with a capital where they mean a time.
_PROPER = frozenset((*_MONTHS.split(), *_SHORT_MONTHS, "sept", *_SHORT_WEEKDAYS))

Entry = tuple[tuple[str, ...], str, Any]


def _phrases(text: str) -> list[tuple[str, ...]]:
    return [tuple(phrase.split()) for phrase in text.split("|")]


def _months() -> list[Entry]:
    entries: list[Entry] = []
    for number, name in enumerate(_MONTHS.split(), start=1):
        # "may" and "march" are verbs too, so on their own they need a preposition
        entries.append(((name,), "MONTHWORD" if name in ("may", "march") else "MONTH", number))
    for number, name in enumerate(_SHORT_MONTHS, start=1):
        if name != "may":
            entries += [((name, "."), "MONTH", number), ((name,), "SHORTMONTH", number)]
    return [*entries, (("sept", "."), "MONTH", 9), (("sept",), "SHORTMONTH", 9)]


def _weekdays() -> list[Entry]:
    entries: list[Entry] = []
    for number, name in enumerate(_WEEKDAYS.split(), start=1):
        entries += [((name,), "WEEKDAY", number), ((name + "s",), "WEEKDAYS", number)]
    for name, number in _SHORT_WEEKDAYS.items():
        entries += [((name,), "SHORTWEEKDAY", number), ((name, "."), "SHORTWEEKDAY", number)]
    return entries


def _entries() -> list[Entry]:
    entries = [*_months(), *_weekdays()]
    for number, name in enumerate(_ORDINALS.split(), start=1):
        entries.append((tuple(name.replace("-", " - ").split()), "ORD", number))
    single: list[tuple[str, dict[str, Any]]] = [
        ("UNIT", _UNITS),
        ("UNITS", _PLURALS),
        ("DAYPART", _DAYPARTS),
        ("SEASON", _SEASONS),
        ("TENS", _TENS),
        ("MODE", _MODES),
        ("ADVERB", _ADVERBS),
        ("VAGUE", _VAGUE),
        ("DAYPARTS", {part + "s": code for part, code in _DAYPARTS.items()}),
    ]
    for symbol, table in single:
        entries += [(tuple(words.split()), symbol, value) for words, value in table.items()]
    entries += [
        (tuple(words.replace("'s", " 's").split()), "HOLIDAY", rule)
        for words, rule in _HOLIDAYS.items()
    ]
    entries += [(phrase, "APPROX", None) for phrase in _phrases(_APPROXIMATE)]
    entries += [(phrase, "PRESENT", "PRESENT_REF") for phrase in _phrases(_PRESENT)]
    entries += [(phrase, "PAST", "PAST_REF") for phrase in _phrases(_PAST)]
    entries += [(phrase, "FUTURE", "FUTURE_REF") for phrase in _phrases(_FUTURE)]
    entries += [((zone,), "ZONE", zone) for zone in _ZONES] + [(("local", "time"), "ZONE", "")]
    for half, letter in ((0, "a"), (12, "p")):
        shapes = ((letter + "m",), (letter, ".", "m", "."), (letter, ".", "m"))
        entries += [(shape, "AMPM", half) for shape in shapes]
    return entries


def _index() -> dict[str, tuple[Entry, ...]]:
    index: dict[str, list[Entry]] = {}
    for entry in _entries():
        index.setdefault(entry[0][0], []).append(entry)
    return {word: tuple(entries) for word, entries in index.items()}


#: From a first word to the entries that begin with it.
LEXICON = _index()


def needs_capital(word: str) -> bool:
    """Whether `word` means a time only where it is written with a capital letter."""
    return word in _PROPER
