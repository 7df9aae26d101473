"""The words of a statement that carry matter, and which of them a negation turns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from whence.link.denials import calls_untrue, of_the_denial
from whence.link.lexicon import lexicon
from whence.link.words import STOP_WORDS, fold, stem, words
from whence.model import Span, Stance, Statement

_CLAUSE_END = re.compile(r"[.,;:!?]\s")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries matter: its stem, its folded form, and whether a negation turns it.

    `settled` is false where it is only spoken of: "ordered to open", "whether it is open".
    """

    stem: str
    form: str
    negated: bool
    settled: bool


def words_of(
    text: str, statement: Statement, named: Sequence[tuple[Span, str]]
) -> tuple[tuple[str, ...], tuple[Word, ...]]:
    """All words folded, and those that carry matter; a name is one word, whatever its wording."""
    forms: list[str] = []
    clauses = _Clauses()
    for piece in statement.content:
        clauses.begin()
        last_end = piece.start
        for form, span in words(text, piece.start, piece.end):
            folded = fold(form)
            if _CLAUSE_END.search(text, last_end, span.start):
                clauses.begin()
            last_end = span.end
            name = next((key for mention, key in named if mention.contains(span)), None)
            clauses.read(folded, stem(form), name, forms[-1] if forms else "")
            forms.append(folded)
    kept = clauses.kept
    if statement.stance in {Stance.DENIES, Stance.REJECTS} or calls_untrue(forms):
        kept = [word for word in kept if not of_the_denial(word.form)]
    if statement.content_negated and not clauses.negated:
        kept = [replace(word, negated=True) for word in kept]
    return tuple(forms), tuple(kept)


class _Clauses:
    """Reads words in order, and knows which a negation turns and which are only spoken of.

    "Not" turns the word behind it; "no" turns two, the thing and what is done ("no gate opened").
    """

    def __init__(self) -> None:
        self.kept: list[Word] = []
        self.negated = False
        self._reach = 0
        self._clause = 0
        self._unsettled = False
        self._fresh = False

    def begin(self) -> None:
        """A clause begins: no negation reaches into it."""
        self._reach, self._clause, self._unsettled = 0, len(self.kept), False

    def read(self, form: str, found: str, name: str | None, before: str) -> None:
        """Take in one word; `name` is the key of the entity that it is part of the name of."""
        if form in lexicon("joining"):
            self.begin()
            self._unsettled = form in lexicon("open")
        if form in lexicon("negations") or form.endswith("n't"):
            self._reach = 2 if form in lexicon("denying_things") else 1
            self._fresh, self.negated = True, True
            if form in lexicon("nobody") and len(self.kept) > self._clause:
                self.kept[-1] = replace(self.kept[-1], negated=True)
            return
        if name:
            if not (self.kept and self.kept[-1].stem == name):
                # A name is denied only right behind the negation: "not the rebels".
                self._keep(Word(name, form, self._reach > 0 and self._fresh, settled=True))
        elif form not in STOP_WORDS and (len(found) > 1 or found.isdecimal()):
            settled = before != "to" and not self._unsettled
            self._keep(Word(found, form, self._reach > 0, settled))

    def _keep(self, word: Word) -> None:
        self.kept.append(word)
        self._reach, self._fresh = max(0, self._reach - 1), False
