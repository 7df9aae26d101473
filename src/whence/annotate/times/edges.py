"""What each word of a text may be, before any grammar: names, numbers, dates in digits."""

import re

from whence.annotate.numerals import Scan, may_begin_number, numeral_at
from whence.annotate.times.lattice import Edge
from whence.annotate.times.lexicon import LEXICON, needs_capital

_HYPHENS = frozenset("-‐‑–")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMERIC_DATE = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?::([0-5]\d))?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_DECADE = re.compile(r"(?:(1[5-9]|20)|['‘`])(\d)0s")
_SHORT_YEAR = re.compile(r"['‘`](\d\d)")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_SPELLED_CENTURIES = {"seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000}
_QUARTERS = frozenset("1234")
_CURRENCY = frozenset("$£€¥#")


def lexical_edges(words: Scan) -> list[list[Edge]]:
    """For each word the symbols that it, or it with the words after it, may stand for."""
    edges: list[list[Edge]] = [[] for _ in range(len(words))]
    for i, form in enumerate(words.forms):
        entries = LEXICON.get(form)
        if entries is not None and (words.capital[i] or not needs_capital(form)):
            for phrase, symbol, value in entries:
                end = i + len(phrase)
                if len(phrase) == 1 or _stands(words, i, phrase):
                    edges[i].append((symbol, value, end))
        if form[0].isdigit():
            edges[i] += _digit_edges(words, i, form)
        elif may_begin_number(form):
            edges[i] += _number_edges(words, i)
        if form[0] in "'‘`":
            edges[i] += _clipped_edges(form, i)
        elif form in _HYPHENS:
            if words.glued(i) and words.glued(i + 1):
                edges[i].append(("HYPHEN", None, i + 1))
        elif form == "q" and words.form(i + 1) in _QUARTERS and words.glued(i + 1):
            edges[i].append(("QUARTER", int(words.forms[i + 1]), i + 2))
        if form in _SPELLED_CENTURIES:
            edges[i] += _spelled_year(words, i)
    return edges


def _stands(words: Scan, i: int, phrase: tuple[str, ...]) -> bool:
    end = i + len(phrase)
    if tuple(words.forms[i:end]) != phrase or any(words.fresh[i + 1 : end]):
        return False
    return phrase[-1] != "." or words.glued(end - 1)


def _digit_edges(words: Scan, i: int, form: str) -> list[Edge]:
    end = i + 1
    if _ISO.fullmatch(form):
        return [("ISO", form, end)]
    if found := _NUMERIC_DATE.fullmatch(form):
        return [("NUMERICDATE", (int(found[1]), int(found[3]), int(found[4]), found[2]), end)]
    if found := _DECADE.fullmatch(form):
        return [("DECADE", (found[1] or "19") + found[2], end)]
    if found := _ORDINAL.fullmatch(form):
        number = int(found[1])
        return [("ORD", number, end), *([("DAYORD", number, end)] if 1 <= number <= 31 else [])]
    edges: list[Edge] = []
    if found := _CLOCK.fullmatch(form):
        second = None if found[3] is None else int(found[3])
        symbol = "CLOCK" if ":" in form else "DOTCLOCK"
        edges.append((symbol, (int(found[1]), int(found[2]), second), end))
    priced = words.form(i - 1) in _CURRENCY
    if form.isdecimal() and not priced:
        number = int(form) if len(form) < 5 else 0
        if len(form) <= 2 and 1 <= number <= 31:
            edges.append(("DAYNUM", number, end))
        if len(form) == 4 and _FIRST_YEAR <= number <= _LAST_YEAR:
            edges.append(("YEAR", number, end))
    return edges if priced else edges + _number_edges(words, i)


def _number_edges(words: Scan, i: int) -> list[Edge]:
    numeral = numeral_at(words, i)
    return [] if numeral is None else [("NUM", numeral.value, numeral.end)]


def _clipped_edges(form: str, i: int) -> list[Edge]:
    if found := _DECADE.fullmatch(form):
        return [("DECADE", "19" + found[2], i + 1)]
    if found := _SHORT_YEAR.fullmatch(form):
        number = int(found[1])
        return [("SHORTYEAR", 1900 + number if number > 40 else 2000 + number, i + 1)]
    return []


def _spelled_year(words: Scan, i: int) -> list[Edge]:
    """ "nineteen ninety-six", "two thousand" being an ordinary number."""
    numeral = numeral_at(words, i + 1) if i + 1 < len(words) else None
    if numeral is None or not numeral.spelled or not 10 <= numeral.value <= 99:
        return []
    return [("SPELLEDYEAR", _SPELLED_CENTURIES[words.forms[i]] + int(numeral.value), numeral.end)]
