"""One training document: its words with a label for each task, -100 where a task says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from whence.annotate.encoder.pieces import Words, cut
from whence.annotate.encoder.tags import INSIDE, POS_TAGS

UNKNOWN = -100

Labels = NDArray[np.int16]
Range = tuple[int, int]


@dataclass(slots=True, eq=False)
class Document:
    """Words, labels by task, and the ranges of words whose meaning a teacher knows.

    `meanings` holds (first word, word after the last, row of the teacher's vectors). `chances` are
    the teachers' for each role tag, (words, tags), where they stand in the place of labels.
    """

    id: str
    text: str
    words: Words
    labels: dict[str, Labels]
    meanings: list[tuple[int, int, int]] = field(default_factory=list)
    weight: float = 1.0
    chances: NDArray[np.float16] | None = None


def paragraphs(text: str) -> list[Range]:
    """Return the lines of a text that hold anything, as passages without white space around."""
    found = []
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped[0])
            found.append((start, start + len(stripped)))
        at += len(line) + 1
    return found


def blank(id: str, text: str, passages: Sequence[Range], tokenizer: Tokenizer) -> Document:
    """Return a document that has no labels yet."""
    words = cut(text, passages, tokenizer)
    tasks = ("roles", "names", "silver", "pos", "opens", "relations")
    labels = {task: np.full(len(words), UNKNOWN, dtype=np.int16) for task in tasks}
    return Document(id, text, words, labels)


def words_in(words: Words, start: int, end: int) -> Range:
    """Return the range of words that begin within `[start, end)`, breaks left out at its ends."""
    low = int(np.searchsorted(words.starts, start, side="left"))
    high = int(np.searchsorted(words.starts, end, side="left"))
    while low < high and words.passage[low] < 0:
        low += 1
    while low < high and words.passage[high - 1] < 0:
        high -= 1
    return low, high


def mark(labels: Labels, words: Words, span: Range, begin: int) -> None:
    """Write B (`begin`) and I (`begin + 1`) on the words of a span, anew after every break."""
    low, high = words_in(words, *span)
    opening = True
    for word in range(low, high):
        if words.passage[word] < 0:
            labels[word] = 0
            opening = True
            continue
        labels[word] = begin if opening else begin + 1
        opening = False


def mark_tokens(document: Document, tokens: Iterable[tuple[int, int, str, str]]) -> None:
    """Write part of speech and dependency relation, from tokens (start, end, tag, relation)."""
    words, pos, relations = document.words, document.labels["pos"], document.labels["relations"]
    for start, end, tag, relation in tokens:
        low, high = words_in(words, start, end)
        if low == high or tag not in _POS_INDEX:
            continue
        pos[low] = _POS_INDEX[tag]
        pos[low + 1 : high] = _POS_INDEX[INSIDE]
        relations[low] = RELATIONS.index(relation) if relation in RELATIONS else UNKNOWN


_POS_INDEX = {tag: index for index, tag in enumerate(POS_TAGS)}

RELATIONS = (
    *(
        "punct",
        "case",
        "nmod",
        "nsubj",
        "det",
        "compound",
        "amod",
        "dobj",
        "root",
        "advmod",
        "mark",
    ),
    *("aux", "cc", "conj", "nmod:poss", "ccomp", "xcomp", "advcl", "cop", "dep", "acl:relcl"),
    *("nummod", "acl", "neg", "appos", "auxpass", "nsubjpass", "nmod:tmod", "compound:prt"),
    *("parataxis", "mwe", "expl", "nmod:npmod", "csubj", "iobj", "det:predet", "cc:preconj"),
    *("discourse", "csubjpass"),
)
"""CoreNLP's basic dependencies: to learn which words are subjects and clauses of speech helps to
find sources and contents, and costs nothing once trained."""
