"""Yes and no: the same clause denied, and a denial taken back."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from train.entail.changes.clauses import Clause
from train.entail.changes.verbs import BE, FINITE, base
from whence.link.lexicon import opposites

Change = tuple[str, str, str]
"""Premise, hypothesis, and the label of inference."""

_SHORT = {"did not": "didn't", "does not": "doesn't", "do not": "don't", "will not": "won't"}


def finite(clause: Clause) -> int | None:
    """Return the word that "not" stands behind: an auxiliary, or a form of "be"; None if none."""
    for index in clause.children(clause.root, "aux", "auxpass", "cop"):
        if clause.words[index].tag in FINITE:
            return index
    root = clause.words[clause.root]
    return clause.root if clause.form(clause.root).lower() in BE and root.tag in FINITE else None


def denied(clause: Clause, known: AbstractSet[str]) -> str | None:
    """Return the clause with "not"; None where it is denied already, or no rule fits."""
    if clause.children(clause.root, "neg") or _turned(clause):
        return None
    at = finite(clause)
    if at is not None:
        if clause.form(at).startswith(("'", "’")):
            return None
        return clause.inserted(at, "not")
    root = clause.words[clause.root]
    verb = base(clause.form(clause.root), root.tag, known) if root.tag in FINITE else None
    if verb is None:
        return None
    help_ = {"VBD": "did", "VBZ": "does", "VBP": "do"}[root.tag]
    return clause.replaced(clause.root, clause.root + 1, f"{help_} not {verb}")


def affirmed(clause: Clause) -> str | None:
    """Return a clause without its "not"; None where it has none, or one that needs "do"."""
    marks = clause.children(clause.root, "neg")
    if len(marks) != 1 or clause.form(marks[0]).lower() not in ("not", "n't", "n’t", "never"):
        return None
    at = finite(clause)
    if at is None or clause.form(at).lower() in ("do", "does", "did", "ca", "wo"):
        return None
    return clause.replaced(marks[0], marks[0] + 1, "")


def polarity(clause: Clause, known: AbstractSet[str]) -> Iterator[Change]:
    """Yield what a denial rules out, and the short spelling, which changes nothing."""
    for other in (denied(clause, known), affirmed(clause)):
        if other is not None:
            yield clause.text, other, "contradiction"
            for long, short in _SHORT.items():
                if f" {long} " in other:
                    yield other, other.replace(f" {long} ", f" {short} "), "entailment"
    for index, word in enumerate(clause.words):
        if index == clause.root or (word.head == clause.root and word.relation == "xcomp"):
            yield from _opposed(clause, index)


def _opposed(clause: Clause, index: int) -> Iterator[Change]:
    """Yield the clause with the opposite word, of the same ending, in the place of its verb."""
    form = clause.form(index).lower()
    for number, side in opposites().get(form, ()):
        for other, pairs in opposites().items():
            same = other[-2:] == form[-2:] or (other[-1:] == form[-1:] == "s")
            if same and any(pair == (number, 1 - side) for pair in pairs):
                yield clause.text, clause.replaced(index, index + 1, other), "contradiction"
                return


def _turned(clause: Clause) -> bool:
    """Say whether another word of the clause denies it: "nobody", "no one", "few"."""
    turning = {
        "no",
        "nobody",
        "nothing",
        "none",
        "neither",
        "nor",
        "never",
        "hardly",
        "few",
        "only",
    }
    return any(clause.form(index).lower() in turning for index in range(len(clause.words)))
