"""An article's whole text by its anatomy, with source, cue and content marked as passages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

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


@dataclass(slots=True)
class _Walk:
    """A text walked through once, from `at` on, with the marks that are open."""

    text: str
    within: Span
    at: int
    found: list[Piece] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def advance(self, to: int) -> None:
        if to > self.at:
            self.found.append(Piece("text", text=self.text[self.at : to]))
            self.at = to

    def close_until(self, position: int) -> None:
        while self.stack and self.stack[-1].end <= position:
            self.advance(self.stack[-1].end)
            ended = self.stack.pop()
            last = ended.end == ended.passage.span.end
            self.found.append(_piece("close", ended.passage, last=last))

    def open(self, passage: Passage) -> Passage | None:
        """Open a mark; what of its passage lies behind the mark around it is returned."""
        end = min(passage.span.end, self.within.end)
        rest = None
        if self.stack and self.stack[-1].end < end:
            end = self.stack[-1].end
            rest = replace(passage, span=Span(end, passage.span.end), anchor="")
        self.stack.append(_Open(passage, end))
        first = passage.span.start >= self.within.start
        self.found.append(_piece("open", passage, first=first))
        return rest


def pieces(text: str, within: Span, passages: Iterable[Passage]) -> tuple[Piece, ...]:
    """The words of `within` as a run of texts and properly nested marks; none of them is lost.

    A passage that crosses the end of one that it begins in is closed there and opened anew, so
    every mark is whole wherever nesting allows it. Passages are clipped to `within`.
    """
    walk = _Walk(text, within, within.start)
    waiting = [passage for passage in passages if passage.span.overlaps(within)]
    waiting.reverse()  # alike ones are opened in the order given
    while waiting:
        # What was cut off lies behind passages that begin earlier: the first of all comes next.
        waiting.sort(key=lambda p: (-p.span.start, p.span.end, p.role, p.number))
        passage = waiting.pop()
        start = max(passage.span.start, within.start)
        walk.close_until(start)
        walk.advance(start)
        rest = walk.open(passage)
        if rest is not None:
            waiting.append(rest)
    walk.close_until(within.end)
    walk.advance(within.end)
    return tuple(walk.found)


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
