"""Whether a case was read as marked, by what a user needs of it.

A source is right where half of the shorter of the two, marked and read, is in the other: titles and
appositions may be with it or not. A cue is right where it shares a word. A content is right where
marked and read share four fifths of the longer. Sources that are marked as missing have to be. What
is read beside, at a confidence of a half or more, is wrong.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.behaviour.marking import Case, Marked
from whence.annotate import Annotator, Encoder, LanguageModel
from whence.model import Annotated, Article, EntityKind, Mention, Span, Statement
from whence.read import ReadOptions, read_bytes

_WORD = re.compile(r"\w+")
_CONTENT, _SOURCE, _SURE = 0.8, 0.5, 0.5


@dataclass(frozen=True)
class Outcome:
    """A case and what is wrong with how it was read; nothing is wrong where it is right."""

    case: Case
    wrong: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether the case was read as marked."""
        return not self.wrong


class Asked:
    """A language model, asked one case after the other."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self._annotator = Annotator(model)

    @classmethod
    def of(cls, folder: Path | None = None) -> "Asked":
        """The shipped model, or the weights in `folder`."""
        return cls(Encoder(folder) if folder else Encoder())

    def annotate(self, text: str) -> Annotated:
        """A text's annotation, by way of reading."""
        options = ReadOptions(format="text", language="en")
        (article,) = read_bytes(text.encode(), "case.txt", options)
        assert isinstance(article, Article), article
        return self._annotator.annotate(article)

    def outcome(self, case: Case) -> Outcome:
        """What is wrong with how the model reads a case."""
        annotated = self.annotate(case.text)
        marked, names = case.marks()
        article = annotated.article
        # Annotation leaves out adjectives of nationality; what the model reads is asked for here.
        mentions = self._model.read(article.text, article.passages()).mentions if names else ()
        wrong = [*_names_wrong(article.text, mentions, names)]
        if marked or not names:
            wrong += _said_wrong(annotated, marked, others=case.others)
        return Outcome(case, tuple(wrong))


def shown(text: str, one: Statement | Marked) -> str:
    """An attribution in one line: source | cue | content."""
    parts = (one.source, one.cue, one.content)
    return " | ".join(" … ".join(span.of(text) for span in part) for part in parts)


def _said_wrong(annotated: Annotated, marked: Sequence[Marked], *, others: bool) -> Iterator[str]:
    text = annotated.article.text
    free = list(annotated.statements)
    for one in marked:
        match = next((each for each in free if _is_same(text, one, each)), None)
        if match is None:
            yield f"not read: {shown(text, one)}"
        else:
            free.remove(match)
    for each in free:
        if not others and each.confidence >= _SURE:
            yield f"read ({each.confidence:.2f}): {shown(text, each)}"


def _is_same(text: str, marked: Marked, read: Statement) -> bool:
    source, cue, content = (
        (_tokens(text, getattr(marked, role)), _tokens(text, getattr(read, role)))
        for role in ("source", "cue", "content")
    )
    if bool(source[0]) != bool(source[1]):
        return False
    if source[0] and _shared(*source) < _SOURCE * min(map(len, source)):
        return False
    if cue[0] and not cue[0] & cue[1]:
        return False
    return _shared(*content) >= _CONTENT * max(map(len, content))


def _shared(one: frozenset[int], two: frozenset[int]) -> int:
    return len(one & two)


def _tokens(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """Where the words in `spans` start; "that" before a content belongs to nothing."""
    found: list[int] = []
    for span in spans:
        for match in _WORD.finditer(text, span.start, span.end):
            if found or match.group().lower() != "that":
                found.append(match.start())
    return frozenset(found)


def _names_wrong(
    text: str, mentions: Sequence[Mention], names: Mapping[Span, EntityKind]
) -> Iterator[str]:
    read = {mention.span: mention.kind for mention in mentions}
    for span, kind in names.items():
        if read.get(span) is not kind:
            beside = [f"{s.of(text)} ({k})" for s, k in read.items() if s.overlaps(span)]
            yield f"{span.of(text)} ({kind}) was read as {', '.join(beside) or 'no name'}"
