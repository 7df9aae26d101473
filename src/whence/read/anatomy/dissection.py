"""The order in which the parts of a report are told from each other."""

import itertools
from collections.abc import Callable, Iterable

from whence.model import READ_BLOCKS, Block, BlockKind, Credit, CreditKind, Span
from whence.read.anatomy.boilerplate import is_boilerplate
from whence.read.anatomy.bylines import byline
from whence.read.anatomy.captions import caption_credit, is_photo_credit, photo_credit
from whence.read.anatomy.corrections import is_correction
from whence.read.anatomy.credits import closing_name, credit_line, split_credits
from whence.read.anatomy.front import read_front
from whence.read.anatomy.names import listed_names, photo_names
from whence.read.anatomy.parts import Anatomy, Clues, Piece, piece_of
from whence.read.anatomy.units import cut
from whence.read.anatomy.wording import ends_sentence, is_name_run, length_in_words, normal
from whence.read.dates.lines import (
    DateRole,
    DateStatement,
    is_time_line,
    read_date_line,
    read_label,
)

_TWIN_WORDS = 60  # a longer line printed twice running is a slip of the scraper, no caption
_CLOSING_WORDS = 6  # a shorter line after the last sentence is a link or a tag


def dissect(text: str, clues: Clues, *, is_outlet: Callable[[str], bool]) -> Anatomy:
    """The parts of `text`, in order and not overlapping; every line with words is in one.

    `is_outlet` tells whether a name is a known outlet's.
    """
    pieces = list(_pieces(text, clues, is_outlet))
    for piece in pieces:
        if piece.is_open:
            _recognise(text, piece, clues, is_outlet)
    _join_labels(pieces)
    _twins(text, pieces)
    pieces = read_front(text, pieces, clues)
    _close(text, pieces, is_outlet)
    for piece in pieces:
        piece.kind = piece.kind or BlockKind.PARAGRAPH
    _reprints(pieces)
    return _anatomy(pieces)


def _anatomy(pieces: Iterable[Piece]) -> Anatomy:
    kept = [(Block(piece.kind, piece.span, piece.repeats), piece) for piece in pieces if piece.kind]
    first_prints = [piece for block, piece in kept if block.repeats is None]
    return Anatomy(
        tuple(block for block, _ in kept),
        tuple(credit for piece in first_prints for credit in piece.credits),
        tuple(date for piece in first_prints for date in piece.dates),
        tuple(date for piece in first_prints for date in piece.dateline_dates),
    )


def _pieces(text: str, clues: Clues, is_outlet: Callable[[str], bool]) -> Iterable[Piece]:
    marked = dict(clues.marked)
    for index, unit in enumerate(cut(text)):
        kind = marked.get(unit)
        if kind is not None:
            yield _marked(text, unit, kind)
            continue
        head = _title_opening(text, unit, clues.title) if index == 0 else None
        if head is not None:
            yield piece_of(text, head, BlockKind.HEADLINE)
            rest = Span(head.end, unit.end).trim(text) if head.end < unit.end else None
            if rest is None:
                continue
            unit = rest  # noqa: PLW2901 - the line goes on after its headline
        for span in split_credits(text, unit, is_outlet=is_outlet):
            yield piece_of(text, span)


def _marked(text: str, span: Span, kind: BlockKind) -> Piece:
    piece = piece_of(text, span, kind)
    if kind is BlockKind.CAPTION:
        credit = photo_credit(text, span)
        piece.credits = [credit] if credit else []
    elif kind is BlockKind.BYLINE:
        credit = byline(text, span)
        if credit is None and is_name_run(piece.words):
            credit = Credit(CreditKind.BYLINE, span, listed_names(piece.words))
        piece.credits = [credit] if credit else []
    return piece


def _title_opening(text: str, unit: Span, title: str | None) -> Span | None:
    """The title where the first line opens with it and goes on: some corpora run them together."""
    if not title or len(normal(title)) < 10:
        return None
    words = unit.of(text)
    printed = title.strip()
    if not words.startswith(printed):
        return None
    end = len(printed)
    rest = words[end : end + 2]
    if rest[:1] in {".", "!", "?"}:
        end += 1
    elif rest and not rest[0].isspace():
        return None
    return Span(unit.start, unit.start + end)


def _recognise(text: str, piece: Piece, clues: Clues, is_outlet: Callable[[str], bool]) -> None:
    """Name the kind of a line that its own words give away, wherever it stands."""
    dates = read_date_line(text, piece.span, clues.language)
    if dates:
        piece.kind, piece.dates = BlockKind.DATE, list(dates)
        return
    if read_label(piece.words) is not None:
        return
    if is_time_line(piece.words):
        piece.kind = BlockKind.DATE
        return
    if is_photo_credit(piece.words):
        names = photo_names(piece.words)
        piece.kind = BlockKind.CAPTION
        piece.credits = [Credit(CreditKind.PHOTO, piece.span, names)] if names else []
        return
    credit = credit_line(text, piece.span, is_outlet=is_outlet)
    if credit is not None:
        piece.kind, piece.credits = BlockKind.CREDIT, [credit]
        return
    is_caption, credit = caption_credit(text, piece.span)
    if is_caption:
        piece.kind, piece.credits = BlockKind.CAPTION, [credit] if credit else []
        return
    if is_correction(piece.words):
        piece.kind = BlockKind.CORRECTION
    elif is_boilerplate(piece.words):
        piece.kind = BlockKind.BOILERPLATE


def _join_labels(pieces: list[Piece]) -> None:
    """Give a date line the role that a label on the line before it announces."""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        role = read_label(before.words) if before is not None and before.is_open else None
        if before is None or role is None:
            continue
        before.kind = BlockKind.BOILERPLATE
        if piece.dates and piece.dates[0].role is DateRole.UNSAID:
            before.kind = BlockKind.DATE
            piece.dates[0] = DateStatement(piece.dates[0].expression, role)


def _twins(text: str, pieces: list[Piece]) -> None:
    """A line printed twice running is a caption: once as the picture's text, once below it."""
    for index, (before, piece) in enumerate(itertools.pairwise(pieces)):
        if normal(before.words) != normal(piece.words) or not normal(piece.words):
            continue
        if before.is_open and index > 0 and _may_be_caption(piece.words):
            before.kind = BlockKind.CAPTION
            credit = photo_credit(text, before.span)
            before.credits = [credit] if credit else []
        if before.kind is not None:
            piece.kind, piece.repeats = before.kind, before.repeats or before.span


def _may_be_caption(words: str) -> bool:
    quotes = sum(words.count(mark) for mark in '“”"')
    return quotes == 0 and 3 <= length_in_words(words) <= _TWIN_WORDS


def _close(text: str, pieces: list[Piece], is_outlet: Callable[[str], bool]) -> None:
    """Name the short lines that follow the last sentence."""
    is_last = True
    for piece in reversed(pieces):
        if not piece.is_open:
            continue
        if ends_sentence(piece.words) or length_in_words(piece.words) > _CLOSING_WORDS:
            return
        credit = closing_name(text, piece.span, is_outlet=is_outlet) if is_last else None
        signed = byline(text, piece.span)
        if piece is pieces[0]:
            return
        if credit is not None:
            piece.kind, piece.credits = BlockKind.CREDIT, [credit]
        elif signed is not None:
            piece.kind, piece.credits = BlockKind.BYLINE, [signed]
        else:
            piece.kind = BlockKind.BOILERPLATE
        is_last = False


def _reprints(pieces: list[Piece]) -> None:
    """Point each later print of the same words to the first one."""
    first: dict[str, Piece] = {}
    for piece in pieces:
        key = normal(piece.words)
        if length_in_words(piece.words) < 4:
            continue
        earlier = first.setdefault(key, piece)
        if earlier is piece or piece.repeats is not None:
            continue
        if earlier.kind is BlockKind.HEADLINE or piece.kind in READ_BLOCKS | {earlier.kind}:
            piece.repeats = earlier.span
            piece.kind = earlier.kind
