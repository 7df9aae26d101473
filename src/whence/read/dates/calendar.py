"""Names of months and weekdays in the forty most used languages, from CLDR through Babel."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale

#: The languages most used on the web and most spoken, with the variants whose months have names
#: of their own (Levantine and Maghrebi Arabic, Austrian German, Serbian in Latin letters).
LOCALES = (
    *("en", "en_GB", "zh", "es", "hi", "ar", "ar_SY", "ar_IQ", "ar_DZ", "bn", "pt", "ru", "ja"),
    *("de", "de_AT", "fr", "ur", "id", "ko", "vi", "tr", "it", "te", "mr", "ta", "fa", "pl", "uk"),
    *("nl", "th", "gu", "kn", "ml", "pa", "my", "ro", "el", "hu", "cs", "sv", "he", "da", "fi"),
    *("nb", "bg", "sk", "hr", "sr", "sr_Latn", "ms", "fil", "sw", "am", "az", "ca", "lt", "lv"),
    *("et", "sl", "sq", "uz", "kk"),
)


def fold(text: str) -> str:
    """Lower case, letter by letter, so that every offset stays: İ and ı both become i."""
    lower = text.lower()
    if len(lower) != len(text):  # İ becomes two code points; everything else keeps its length
        lower = "".join("i" if char == "İ" else char.lower()[:1] for char in text)
    return lower.translate(_ALIKE)


_ALIKE = str.maketrans({"ı": "i", "’": "'", "ʼ": "'"})


@dataclass(frozen=True, slots=True)
class Calendar:
    """Month and weekday names of some languages, folded, and patterns that match any of them.

    `months` gives the number of a name's month for each language that uses it. Weekdays count
    from Monday as 0, as in `datetime`.
    """

    months: dict[str, dict[str, int]]
    weekdays: dict[str, int]
    month_pattern: str
    weekday_pattern: str

    def month(self, name: str, language: str | None) -> int | None:
        """The month's number; ``None`` where languages differ and none of them is `language`."""
        readings = self.months.get(name.rstrip("."), {})
        if language in readings:
            return readings[language]
        numbers = set(readings.values())
        return numbers.pop() if len(numbers) == 1 else None


@cache
def calendar_of(language: str | None) -> Calendar:
    """The names in `language` and English, or in all languages where it is not known."""
    if language is None:
        return _build(LOCALES)
    own = [name for name in LOCALES if name.partition("_")[0] == _CLDR_CODE.get(language, language)]
    return _build(("en", "en_GB", *own))


_CLDR_CODE = {"no": "nb", "nn": "nb", "tl": "fil", "iw": "he", "bs": "hr"}


def _build(locales: Iterable[str]) -> Calendar:
    months: dict[str, dict[str, int]] = defaultdict(dict)
    weekdays: dict[str, int] = {}
    for code in locales:
        locale = Locale.parse(code)
        language = code.partition("_")[0]
        for number, name in _named(locale, "months"):
            months[name][language] = number
        for number, name in _named(locale, "days"):
            weekdays.setdefault(name, number)
    return Calendar(dict(months), weekdays, _any_of(months), _any_of(weekdays))


def _named(locale: Locale, what: Literal["months", "days"]) -> list[tuple[int, str]]:
    table = locale.months if what == "months" else locale.days
    found = []
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in table[context][width].items():
                folded = fold(name).rstrip(".").strip()
                if _tells(folded):
                    found.append((number, folded))
    return found


def _tells(name: str) -> bool:
    # Names such as 10月 are read as numbers; Latin "ag" or "to" would match ordinary words.
    return not name[:1].isdigit() and (len(name) > 2 or (len(name) == 2 and not name.isascii()))


def _any_of(names: Iterable[str]) -> str:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name) for name in longest_first)
