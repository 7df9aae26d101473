"""What stands before the body: headline, standfirst, section, byline, dateline."""

from whence.model import BlockKind, Span
from whence.read.anatomy.bylines import byline, desk_credit, named_byline, section
from whence.read.anatomy.datelines import Dateline, opening_dateline, own_line_dateline
from whence.read.anatomy.parts import Clues, Piece, piece_of
from whence.read.anatomy.wording import ends_sentence, length_in_words, normal

_HEADLINE_WORDS = 30
_STANDFIRST_WORDS = 60
_KICKER_WORDS = 4
_FRONT_LINES = 12  # front matter is looked for this far
_SERVICE = frozenset(
    {BlockKind.BYLINE, BlockKind.DATE, BlockKind.SECTION, BlockKind.DATELINE, BlockKind.HEADLINE}
)


def read_front(text: str, pieces: list[Piece], clues: Clues) -> list[Piece]:
    """The same pieces with those before the body named, and the dateline parted from the body."""
    front = pieces[:_FRONT_LINES]
    for piece in front:
        _name_service_line(text, piece, clues)
    headline = _headline(front, clues)
    start = 0
    if headline is not None:
        headline.kind = BlockKind.HEADLINE
        start = front.index(headline) + 1
        for piece in front[start:]:
            if piece.is_open and normal(piece.words) == normal(headline.words):
                piece.kind, piece.repeats = BlockKind.HEADLINE, headline.span
    _standfirst(front, start, _last_of_front(pieces), has_headline=headline is not None)
    return _part_dateline(text, pieces, clues)


def _name_service_line(text: str, piece: Piece, clues: Clues) -> None:
    if not piece.is_open:
        return
    credit = named_byline(text, piece.span, clues.byline) or byline(text, piece.span)
    if credit is not None:
        piece.kind, piece.credits = BlockKind.BYLINE, [credit]
    elif section(piece.words):
        piece.kind = BlockKind.SECTION
        desk = desk_credit(text, piece.span)
        piece.credits = [desk] if desk else []
    else:
        line = own_line_dateline(text, piece.span, clues.language or "en")
        if line is not None:
            piece.kind = BlockKind.DATELINE
            _keep(piece, line)


def _keep(piece: Piece, dateline: Dateline) -> None:
    piece.credits = [dateline.credit] if dateline.credit else []
    piece.dateline_dates = list(dateline.dates)


def _headline(front: list[Piece], clues: Clues) -> Piece | None:
    marked = [piece for piece in front if piece.kind is BlockKind.HEADLINE]
    if marked:
        return marked[0]
    if clues.title:
        wanted = normal(clues.title)
        for piece in front[:4]:
            if piece.is_open and normal(piece.words) == wanted:
                return piece
        return None
    opened = [piece for piece in front if piece.is_open]
    if len(opened) < 2 or opened[0] not in front[:3]:
        return None
    first = opened[0]
    if length_in_words(first.words) > _HEADLINE_WORDS:
        return None
    again = any(normal(piece.words) == normal(first.words) for piece in opened[1:])
    shaped = not first.words.endswith((".", "。", "…", ":", "।", "۔")) and not _is_speech(
        first.words
    )
    return first if again or shaped else None


def _is_speech(words: str) -> bool:
    return words[:1] in '“"„«' and words[-1:] in '”"“»' and ends_sentence(words)


def _last_of_front(pieces: list[Piece]) -> int:
    """The index of the last line of front matter: one that body text still follows; or -1."""
    last = -1
    for index, piece in enumerate(pieces[:_FRONT_LINES]):
        follows = any(later.is_open and ends_sentence(later.words) for later in pieces[index + 1 :])
        if piece.kind in _SERVICE and follows:
            last = index
    return last


def _standfirst(front: list[Piece], start: int, last: int, *, has_headline: bool) -> None:
    """Name the lines between the headline and the last line of front matter, or the body."""
    between = [piece for piece in front[start : max(last, start)] if piece.is_open]
    long_enough = [piece for piece in between if length_in_words(piece.words) > _KICKER_WORDS]
    if has_headline and len(long_enough) <= 2:
        for piece in between:
            if piece not in long_enough:
                piece.kind = BlockKind.SECTION
            elif length_in_words(piece.words) <= _STANDFIRST_WORDS:
                piece.kind = BlockKind.STANDFIRST
        start = max(last + 1, start)
    for piece in front[start:]:
        if not piece.is_open:
            continue
        if ends_sentence(piece.words) or not has_headline:
            return
        words = length_in_words(piece.words)
        if words > _STANDFIRST_WORDS:
            return
        piece.kind = BlockKind.SECTION if words <= _KICKER_WORDS else BlockKind.STANDFIRST


def _part_dateline(text: str, pieces: list[Piece], clues: Clues) -> list[Piece]:
    """Part the dateline from the first paragraph that opens with one."""
    if any(piece.kind is BlockKind.DATELINE for piece in pieces):
        return pieces
    for index, piece in enumerate(pieces[:_FRONT_LINES]):
        if not piece.is_open and piece.kind is not BlockKind.STANDFIRST:
            continue
        found = opening_dateline(text, piece.span, clues.language or "en")
        if found is not None and not _is_transcript(text, pieces, found):
            return [*pieces[:index], *_parted(text, piece, found), *pieces[index + 1 :]]
        if piece.is_open:
            break
    return pieces


def _parted(text: str, piece: Piece, found: Dateline) -> list[Piece]:
    line = piece_of(text, found.span, BlockKind.DATELINE)
    _keep(line, found)
    if found.span.end >= piece.span.end:
        return [line]
    rest = Span(found.span.end, piece.span.end).trim(text)
    return [line] if rest is None else [line, piece_of(text, rest, piece.kind)]


def _is_transcript(text: str, pieces: list[Piece], found: Dateline) -> bool:
    """Whether several lines open with capitals and a colon, as speakers' names do."""
    if not found.span.of(text).endswith(":"):
        return False
    heads = (piece.words[:40].partition(":")[0::2] for piece in pieces)
    return sum(bool(rest) and head.isupper() for head, rest in heads) > 1
