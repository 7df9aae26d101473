"""Two articles side by side: what the one copied, changed, moved, added and left out."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from whence.model import Aligned, Article, Block, Change, Span
from whence.present import wording
from whence.present.anatomy import Passage, pieces
from whence.present.texts import ComparedContext, ComparedRow, Piece

_WORD = re.compile(r"\S+")
_MOST_WORDS = 300  # of a changed passage, to look for the words that changed in it
#: What a reader is told first, and how it is called.
_NAMES = {
    Change.KEPT: "copied",
    Change.CHANGED: "changed",
    Change.MOVED: "moved",
    Change.ADDED: "its own",
    Change.CUT: "left out",
}


@dataclass(frozen=True)
class Compared:
    """A debtor beside its source; `anchor` begins the anchors of what was moved."""

    source: Article
    debtor: Article
    aligned: Sequence[Aligned]
    anchor: str

    def context(self) -> ComparedContext:
        """The two texts paragraph by paragraph, in the order of the debtor."""
        return ComparedContext(
            anchor=self.anchor,
            counts=tuple(
                f"{wording.counted(words, 'word')} {_NAMES[change]}"
                for change in _NAMES
                if (words := self._words[change])
            ),
            rows=tuple(self._rows()),
        )

    @cached_property
    def _words(self) -> Counter[Change]:
        """How many words each change concerns: of the debtor, or of the source where left out."""
        found: Counter[Change] = Counter()
        for one in self.aligned:
            article = self.debtor if one.here else self.source
            span = one.here or one.there
            if span is not None:
                found[one.change] += len(_WORD.findall(span.of(article.text)))
        return found

    @cached_property
    def _marks(self) -> tuple[list[Passage], list[Passage]]:
        """The passages to be marked in the source and in the debtor."""
        there: list[Passage] = []
        here: list[Passage] = []
        moved = 0
        for one in self.aligned:
            role, number, ours, theirs = one.change.value, 0, "", ""
            if one.change is Change.MOVED and one.here and one.there:
                moved += 1
                number, ours, theirs = moved, f"{self.anchor}-{moved}h", f"{self.anchor}-{moved}t"
            if one.there:
                there.append(Passage(one.there, role, number, theirs, ours))
            if one.here:
                here.append(Passage(one.here, role, number, ours, theirs))
            if one.change is Change.CHANGED and one.here and one.there:
                cut, added = _changed_words(self.source.text, one.there, self.debtor.text, one.here)
                there.extend(Passage(span, Change.CUT.value, 0) for span in cut)
                here.extend(Passage(span, Change.ADDED.value, 0) for span in added)
        return there, here

    def _rows(self) -> Iterable[ComparedRow]:
        ours = [block for block in self.debtor.blocks if block.is_read]
        theirs = [block for block in self.source.blocks if block.is_read]
        beside = self._beside(ours, theirs)
        for at in range(-1, len(ours)):
            group = [
                (block, joined)
                for block, (row, joined) in zip(theirs, beside, strict=True)
                if row == at
            ]
            # What stands between two paragraphs of the row stands in it too: the order is kept.
            inside = max((n for n, (_, joined) in enumerate(group, 1) if joined), default=0)
            if at >= 0:
                there = tuple(self._there(block) for block, _ in group[:inside])
                yield ComparedRow(there, (self._here(ours[at]),))
            for block, _ in group[inside:]:
                yield ComparedRow((self._there(block),), ())

    def _beside(self, ours: Sequence[Block], theirs: Sequence[Block]) -> list[tuple[int, bool]]:
        """For each paragraph of the source the debtor's that it stands beside, or else after."""
        found: list[tuple[int, bool]] = []
        last = -1
        for block in theirs:
            shared = self._shared(block, ours)
            best = max(shared, key=lambda at: (shared[at], -at), default=-1)
            joined = best >= max(last, 0)
            last = best if joined else last
            found.append((last, joined))
        return found

    def _shared(self, block: Block, ours: Sequence[Block]) -> Mapping[int, int]:
        """How many characters each of the debtor's paragraphs has of a paragraph, in its order."""
        found: Counter[int] = Counter()
        for one in self.aligned:
            if one.change is Change.MOVED or one.here is None or one.there is None:
                continue
            if not one.there.overlaps(block.span):
                continue
            mapped = _mapped(block.span, one.there, one.here)
            for at, each in enumerate(ours):
                if common := _common(mapped, each.span):
                    found[at] += common
        return found

    def _there(self, block: Block) -> tuple[Piece, ...]:
        return pieces(self.source.text, block.span, self._marks[0])

    def _here(self, block: Block) -> tuple[Piece, ...]:
        return pieces(self.debtor.text, block.span, self._marks[1])


def _mapped(part: Span, there: Span, here: Span) -> Span:
    """Where the share of a passage that lies in `part` lies in the other text, about."""
    scale = len(here) / len(there)
    start = here.start + round((max(part.start, there.start) - there.start) * scale)
    end = here.start + round((min(part.end, there.end) - there.start) * scale)
    return Span(start, max(end, start + 1))


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _changed_words(
    theirs: str, there: Span, ours: str, here: Span
) -> tuple[list[Span], list[Span]]:
    """The words of a changed passage that only the source has, and those only the debtor has."""
    before = [Span(*m.span()).shift(there.start) for m in _WORD.finditer(there.of(theirs))]
    after = [Span(*m.span()).shift(here.start) for m in _WORD.finditer(here.of(ours))]
    if max(len(before), len(after)) > _MOST_WORDS:
        return [], []
    matcher = SequenceMatcher(
        None,
        [span.of(theirs).casefold() for span in before],
        [span.of(ours).casefold() for span in after],
        autojunk=False,
    )
    cut: list[Span] = []
    added: list[Span] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        if i < j:
            cut.append(Span(before[i].start, before[j - 1].end))
        if k < m:
            added.append(Span(after[k].start, after[m - 1].end))
    return cut, added
