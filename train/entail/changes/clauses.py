"""Clauses of news that can stand alone, with the analysis that comes with PolNeAR."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

_ROOT = -1
_SUBJECTS: Final = ("nsubj", "nsubjpass")
_LEAST, _MOST = 5, 32
_BAD = re.compile(r"[\"“”‘\[\]{}|;:—–…?!]|\s-|\.\.")


@dataclass(frozen=True, slots=True)
class Word:
    """A token: its range in the clause's text, tag, kind of name, head and relation.

    `head` counts within the clause, -1 for its root.
    """

    start: int
    end: int
    tag: str
    name: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence's text, its words, and the index of its verb or predicate."""

    text: str
    words: tuple[Word, ...]
    root: int

    def form(self, index: int) -> str:
        """Return a word as it is written."""
        word = self.words[index]
        return self.text[word.start : word.end]

    def children(self, head: int, *relations: str) -> list[int]:
        """Return the words that hang on another by one of the relations."""
        return [
            index
            for index, word in enumerate(self.words)
            if word.head == head and (not relations or word.relation in relations)
        ]

    def below(self, top: int) -> tuple[int, int] | None:
        """Return the range of words that hang on `top`, itself included; None if it has gaps."""
        inside = {top}
        while True:
            more = {i for i, word in enumerate(self.words) if word.head in inside} - inside
            if not more:
                break
            inside |= more
        low, high = min(inside), max(inside) + 1
        return (low, high) if high - low == len(inside) else None

    def replaced(self, low: int, high: int, new: str) -> str:
        """Return the text with the words `[low, high)` replaced; "" takes them away."""
        start, end = self.words[low].start, self.words[high - 1].end
        if not new and start:
            start = len(self.text[:start].rstrip())
        return tidy(self.text[:start] + new + self.text[end:])

    def inserted(self, after: int, new: str) -> str:
        """Return the text with words set behind a word."""
        end = self.words[after].end
        return tidy(f"{self.text[:end]} {new}{self.text[end:]}")


def tidy(text: str) -> str:
    """Return a text with a capital at its beginning and single spaces."""
    text = re.sub(r"\s+([.,])", r"\1", " ".join(text.split())).lstrip(", ")
    return text[:1].upper() + text[1:]


def clauses(article: dict[str, Any]) -> Iterator[Clause]:
    """Yield an article's plain sentences and the clauses that stand behind verbs of saying."""
    tokens = article.get("tokens")
    if not tokens:
        return
    text = article["text"]
    for begin, end in article["sentences"]:
        inside = [i for i, token in enumerate(tokens) if begin <= token[0] and token[1] <= end]
        if not inside or len(inside) > 60:
            continue
        roots = [i for i in inside if tokens[i][4] == _ROOT and tokens[i][5] == "root"]
        reported = [i for i in inside if tokens[i][5] == "ccomp"]
        for root in reported or roots:
            found = _clause(text, tokens, inside, root)
            if found is not None:
                yield found


def _clause(
    text: str, tokens: Sequence[Sequence[Any]], sentence: list[int], root: int
) -> Clause | None:
    """Return the clause of a root; None where it has no subject of its own or other troubles."""
    inside = {root}
    for _ in range(12):
        inside |= {i for i in sentence if tokens[i][4] in inside}
    inside -= {i for i in inside if tokens[i][4] == root and tokens[i][5] == "mark"}
    chosen = sorted(inside)
    low, high = chosen[0], chosen[-1] + 1
    if high - low != len(chosen) or not _LEAST <= len(chosen) <= _MOST:
        return None
    start, end = tokens[low][0], tokens[high - 1][1]
    stands = text[start:end]
    subjects = [i for i in chosen if tokens[i][4] == root and tokens[i][5] in _SUBJECTS]
    if _BAD.search(stands) or not subjects or "\n" in stands:
        return None
    words = tuple(
        Word(t[0] - start, t[1] - start, t[2], t[3], t[4] - low if i != root else _ROOT, t[5])
        for i, t in ((i, tokens[i]) for i in chosen)
    )
    clause = Clause(stands if stands.endswith(".") else stands + ".", words, root - low)
    return Clause(tidy(clause.text), words, clause.root) if stands[:1].isalnum() else None
