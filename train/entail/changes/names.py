"""Names and days: another one in the same place, or two of them with their places changed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence

from train.entail.changes.clauses import Clause
from train.entail.changes.polarity import Change

KINDS = ("PERSON", "LOCATION", "COUNTRY", "CITY", "STATE_OR_PROVINCE", "ORGANIZATION")
_WEEK = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_YEAR = "January February March April May June July August September October November December"

Run = tuple[int, int, str]


def runs(clause: Clause) -> list[Run]:
    """Return the names: first word, word after the last, kind."""
    found: list[Run] = []
    for index, word in enumerate(clause.words):
        if word.name not in KINDS or not word.tag.startswith("NNP"):
            continue
        if found and found[-1][1] == index and found[-1][2] == word.name:
            found[-1] = (found[-1][0], index + 1, word.name)
        else:
            found.append((index, index + 1, word.name))
    return found


def name(clause: Clause, run: Run) -> str:
    """Return a name as it is written."""
    return clause.text[clause.words[run[0]].start : clause.words[run[1] - 1].end]


def names(
    clause: Clause, others: Mapping[str, Sequence[str]], draw: random.Random
) -> Iterator[Change]:
    """Yield the clause about someone or somewhere else: it does not follow."""
    found = runs(clause)
    for run in found:
        other = draw.choice(others[run[2]])
        if other.split()[-1] != name(clause, run).split()[-1]:
            yield clause.text, clause.replaced(run[0], run[1], other), "not_entailment"
    if (
        len(found) == 2
        and found[0][2] == found[1][2]
        and clause.words[found[0][1] - 1].relation
        in (
            "nsubj",
            "nsubjpass",
        )
    ):
        first, second = (name(clause, run) for run in found)
        between = clause.text[clause.words[found[0][1] - 1].end : clause.words[found[1][0]].start]
        start, end = clause.words[found[0][0]].start, clause.words[found[1][1] - 1].end
        if first != second and " and " not in between and "," not in between:
            swapped = clause.text[:start] + second + between + first + clause.text[end:]
            yield clause.text, swapped, "not_entailment"


def days(clause: Clause, draw: random.Random) -> Iterator[Change]:
    """Yield the clause with another weekday, month or year: it does not follow."""
    for index, word in enumerate(clause.words):
        form = clause.form(index)
        if word.name != "DATE":
            continue
        new = None
        for listed in (_WEEK.split(), _YEAR.split()):
            if form in listed:
                new = draw.choice([each for each in listed if each != form])
        if len(form) == 4 and form.isdecimal() and 1900 < int(form) < 2030:
            new = str(int(form) + draw.choice((-12, -4, -2, -1, 1, 2, 3)))
        if new is not None:
            yield clause.text, clause.replaced(index, index + 1, new), "not_entailment"
