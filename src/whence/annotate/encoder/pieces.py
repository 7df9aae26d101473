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
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

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
        builder.add_passage(
            number, start, passage, encoding.ids, encoding.word_ids, encoding.offsets
        )
    return builder.words()


class _Builder:
    """Collects words as lists; becomes `Words` once."""

    def __init__(self) -> None:
        self.spans: list[tuple[int, int]] = []
        self.passage: list[int] = []
        self.shapes: list[int] = []
        self.first: list[int] = []
        self.pieces: list[int] = []
        self.opens: list[bool] = []

    def add_break(self, at: int) -> None:
        """Add the empty word that stands between two passages."""
        self._add(-1, at, at, Shape.SPECIAL, opens=False)
        self.pieces.append(BREAK)

    def add_passage(
        self,
        number: int,
        base: int,
        text: str,
        ids: Sequence[int],
        word_ids: Sequence[int | None],
        offsets: Sequence[tuple[int, int]],
    ) -> None:
        """Add one passage's pieces, grouped into words as the tokenizer grouped them."""
        last_word: int | None = -1
        spans: list[tuple[int, int]] = []
        first: list[int] = []
        for index, (word, (start, end)) in enumerate(zip(word_ids, offsets, strict=True)):
            if word != last_word:
                spans.append((start, end))
                first.append(index)
                last_word = word
            else:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        ended = True
        size = len(text)
        base_piece = len(self.pieces)
        for index, (start, bare_end) in enumerate(spans):
            limit = spans[index + 1][0] if index + 1 < len(spans) else size
            end = _with_marks(text, bare_end, limit)
            before = start == 0 or text[start - 1].isspace()
            after = end >= size or text[end].isspace()
            shape = _shape(text[start:end], before=before, after=after)
            opens = ended and before and _may_open(shape, text[start])
            self._add(number, base + start, base + end, shape, opens=opens or index == 0)
            self.first[-1] = base_piece + first[index]
            ended = text[start] in _ENDS or (ended and text[start] in _CLOSERS)
        self.pieces.extend(ids)

    def _add(self, passage: int, start: int, end: int, shape: int, *, opens: bool) -> None:
        self.spans.append((start, end))
        self.passage.append(passage)
        self.shapes.append(shape)
        self.first.append(len(self.pieces))
        self.opens.append(opens)

    def words(self) -> Words:
        spans = np.array(self.spans, dtype=np.int32).reshape(-1, 2)
        return Words(
            starts=spans[:, 0],
            ends=spans[:, 1],
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


def _shape(word: str, *, before: bool, after: bool) -> int:
    """Return the shape of a word; for marks, on which sides there is white space."""
    if not word[0].isalnum():
        return Shape.MARK_INSIDE + before + 2 * after
    if word[0].isdigit():
        return Shape.DIGITS
    # Only the look of a few letters matters: a word of a hundred thousand must not cost that.
    word = word[:32]
    if word.islower() or not word[0].isalpha():
        return Shape.LOWER
    if word.isupper():
        return Shape.INITIAL if len(word) == 1 else Shape.CAPITALS
    if word[0].isupper() and word[1:].islower():
        return Shape.CAPITALISED
    return Shape.MIXED if any(letter.isupper() for letter in word) else Shape.LOWER
