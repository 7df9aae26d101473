"""An article's whole text by its anatomy, with source, cue and content marked as passages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.model import Article, Block, BlockKind, Span
from whence.present.texts import BlockContext, Piece

_LABELS = {
    BlockKind.HEADLINE: "",
    BlockKind.STANDFIRST: "",
    BlockKind.SECTION: "Section",
    BlockKind.BYLINE: "Byline",
    BlockKind.DATELINE: "",
    BlockKind.DATE: "Date line",
    BlockKind.PARAGRAPH: "",
    BlockKind.CAPTION: "Caption",
    BlockKind.CREDIT: "Credit",
    BlockKind.CORRECTION: "Correction",
    BlockKind.BOILERPLATE: "Boilerplate",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A span to be marked: "source", "cue", "content" or "evidence".

    `anchor` is the id of its first piece, empty where none is needed; `back` is the anchor that
    its last piece links to.
    """

    span: Span
    role: str
    number: int
    anchor: str = ""
    back: str = ""


@dataclass(slots=True)
class _Open:
    """A mark that is open while a text is walked through."""

    passage: Passage
    end: int


def pieces(text: str, within: Span, passages: Iterable[Passage]) -> tuple[Piece, ...]:
    """The words of `within` as a run of texts and properly nested marks; none of them is lost.

    A passage that crosses the end of one that it begins in is closed there and opened anew, so
    every mark is whole wherever nesting allows it. Passages are clipped to `within`.
    """
    todo = sorted(
        (p for p in passages if p.span.overlaps(within)),
        key=lambda p: (p.span.start, -p.span.end, p.role, p.number),
    )
    found: list[Piece] = []
    stack: list[_Open] = []
    at = within.start

    def advance(to: int) -> None:
        nonlocal at
        if to > at:
            found.append(Piece("text", text=text[at:to]))
            at = to

    def close_until(position: int) -> None:
        while stack and stack[-1].end <= position:
            advance(stack[-1].end)
            ended = stack.pop()
            last = ended.end == ended.passage.span.end
            found.append(_piece("close", ended.passage, last=last))

    def open_(passage: Passage) -> None:
        end = min(passage.span.end, within.end)
        if stack and stack[-1].end < end:
            rest = Passage(
                Span(stack[-1].end, passage.span.end),
                passage.role,
                passage.number,
                "",
                passage.back,
            )
            waiting.append(rest)
            end = stack[-1].end
        stack.append(_Open(passage, end))
        first = passage.span.start >= within.start
        found.append(_piece("open", passage, first=first))

    waiting: list[Passage] = list(reversed(todo))
    while waiting:
        # what was cut off lies behind passages that begin earlier: take the first of all
        waiting.sort(key=lambda p: (-p.span.start, p.span.end, p.role, p.number))
        passage = waiting.pop()
        start = max(passage.span.start, within.start)
        close_until(start)
        advance(start)
        open_(passage)
    close_until(within.end)
    advance(within.end)
    return tuple(found)


def _piece(sort: str, passage: Passage, *, first: bool = False, last: bool = False) -> Piece:
    return Piece(
        sort,
        role=passage.role,
        number=passage.number,
        anchor=passage.anchor if first else "",
        back=passage.back,
        ends=last,
    )


def blocks(article: Article, passages: Sequence[Passage]) -> tuple[BlockContext, ...]:
    """The blocks of an article in reading order; words between blocks are shown as a paragraph."""
    found: list[BlockContext] = []
    at = 0
    for block in sorted(article.blocks, key=lambda b: b.span):
        found.extend(_between(article.text, at, block.span.start, passages))
        found.append(_block(article.text, block, passages))
        at = max(at, block.span.end)
    found.extend(_between(article.text, at, len(article.text), passages))
    return tuple(found)


def _block(text: str, block: Block, passages: Sequence[Passage]) -> BlockContext:
    label = _LABELS[block.kind]
    if block.repeats is not None:
        label = f"{label or block.kind.value.capitalize()}, printed again"
    kind = "repeat" if block.repeats is not None else block.kind.value
    return BlockContext(kind, label, pieces(text, block.span, passages))


def _between(
    text: str, start: int, end: int, passages: Sequence[Passage]
) -> Iterable[BlockContext]:
    gap = Span(start, end).trim(text) if start < end else None
    if gap is not None:
        yield BlockContext(BlockKind.PARAGRAPH.value, "", pieces(text, gap, passages))
