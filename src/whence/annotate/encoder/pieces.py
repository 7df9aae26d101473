"""Text cut into words and word pieces, every one of them tied to its code points.

The encoder's vocabulary is uncased and forgets white space, so what a word looked like (capitals,
digits, which side of a quotation mark is open) travels beside it as its *shape*. The same code
cuts the text in training and at run time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Encoding, Tokenizer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int32]

PAD, BREAK, CLS, SEP = 0, 1, 101, 102
"""Piece ids: padding, paragraph break (an id the base model never used), window start and end."""

_SURROGATES = dict.fromkeys(range(55296, 57344), 65533)
_ENDS = frozenset(".?!…")
_CLOSERS = frozenset("\"'”’)]»")
_OPENERS = frozenset("\"'“‘([«—–-•*")


class Shape(IntEnum):
    """What a word looked like before the vocabulary lower-cased it."""

    LOWER = 0
    CAPITALISED = 1
    CAPITALS = 2
    INITIAL = 3
    MIXED = 4
    DIGITS = 5
    MARK_INSIDE = 6
    MARK_BEFORE = 7
    MARK_AFTER = 8
    MARK_ALONE = 9
    SPECIAL = 10


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of some passages, in order, with an empty word (a *break*) between passages.

    `starts` and `ends` are code points of the whole text. `passage` is the passage's index, -1 for
    a break. `first` is the index of a word's first piece in `pieces` and has one entry more than
    there are words. `opens` marks words before which the text may be cut into windows.
    """

    starts: Ints
    ends: Ints
    passage: Ints
    shapes: Ints
    first: Ints
    pieces: Ints
    opens: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.starts)


def cut(text: str, passages: Sequence[tuple[int, int]], tokenizer: Tokenizer) -> Words:
    """Cut the passages, given as half-open code-point ranges of `text`, into words and pieces.

    Lone surrogates, control characters and words without end are cut like anything else; whatever
    the tokenizer cannot name becomes one unknown piece. Time is linear in the text.
    """
    builder = _Builder()
    for number, (start, end) in enumerate(passages):
        if number:
            builder.add_break(start)
        passage = text[start:end]
        # One code point for one code point: offsets stay those of the text.
        encoding = tokenizer.encode(passage.translate(_SURROGATES), add_special_tokens=False)
        builder.add_passage(number, start, passage, encoding)
    return builder.words()


class _Builder:
    """Collects words as lists; becomes `Words` once."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.passage: list[int] = []
        self.shapes: list[int] = []
        self.first: list[int] = []
        self.pieces: list[int] = []
        self.opens: list[bool] = []

    def add_break(self, at: int) -> None:
        """Add the empty word that stands between two passages."""
        self.starts.append(at)
        self.ends.append(at)
        self.passage.append(-1)
        self.shapes.append(Shape.SPECIAL)
        self.first.append(len(self.pieces))
        self.pieces.append(BREAK)
        self.opens.append(False)

    def add_passage(self, number: int, base: int, text: str, encoding: Encoding) -> None:
        """Add one passage's pieces, grouped into words as the tokenizer grouped them."""
        word_ids, offsets = encoding.word_ids, encoding.offsets
        first = [at for at, (last, word) in enumerate(pairwise((None, *word_ids))) if word != last]
        if not first:
            return
        starts = [offsets[at][0] for at in first]
        ends = [offsets[at - 1][1] for at in (*first[1:], len(offsets))]
        if not text.isascii():
            limits = (*starts[1:], len(text))
            ends = [_with_marks(text, *pair) for pair in zip(ends, limits, strict=True)]
        self._look(text, starts, ends)
        self.starts += [base + start for start in starts]
        self.ends += [base + end for end in ends]
        self.passage += [number] * len(starts)
        self.first += [len(self.pieces) + at for at in first]
        self.pieces += encoding.ids

    def _look(self, text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        """Add the shapes of a passage's words, and where it may be cut."""
        spaced = f" {text} "
        ended = begins = True
        for start, end in zip(starts, ends, strict=True):
            letter = text[start]
            before = spaced[start].isspace()
            if letter.isalnum():
                # Only the look of a few letters matters: a word of a hundred thousand must not
                # cost that.
                shape = _shape(text[start : min(end, start + 32)])
            else:
                shape = Shape.MARK_INSIDE + before + 2 * spaced[end + 1].isspace()
            self.shapes.append(shape)
            self.opens.append(begins or (ended and before and _may_open(shape, letter)))
            ended = letter in _ENDS or (ended and letter in _CLOSERS)
            begins = False

    def words(self) -> Words:
        return Words(
            starts=np.array(self.starts, dtype=np.int32),
            ends=np.array(self.ends, dtype=np.int32),
            passage=np.array(self.passage, dtype=np.int32),
            shapes=np.array(self.shapes, dtype=np.int32),
            first=np.array([*self.first, len(self.pieces)], dtype=np.int32),
            pieces=np.array(self.pieces, dtype=np.int32),
            opens=np.array(self.opens, dtype=np.bool_),
        )


def _may_open(shape: int, first: str) -> bool:
    return shape not in (Shape.LOWER, Shape.MIXED) and (
        shape < Shape.MARK_INSIDE or first in _OPENERS
    )


def _with_marks(text: str, end: int, limit: int) -> int:
    """Return the end of a word with its combining marks, which the normaliser strips."""
    while end < limit and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end


@lru_cache(maxsize=1 << 14)
def _shape(word: str) -> int:
    """Return the shape of a word that begins with a letter or digit."""
    if word[0].isdigit():
        return Shape.DIGITS
    if word.islower() or not word[0].isalpha():
        return Shape.LOWER
    if word.isupper():
        return Shape.INITIAL if len(word) == 1 else Shape.CAPITALS
    if word[0].isupper() and word[1:].islower():
        return Shape.CAPITALISED
    return Shape.MIXED if any(letter.isupper() for letter in word) else Shape.LOWER
