"""What the text itself shows: who is cited, by which words, as saying what."""

from dataclasses import dataclass
from enum import StrEnum

from whence.model.span import Span, hull


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its part of speech (Penn Treebank tag)."""

    span: Span
    pos: str


class EntityKind(StrEnum):
    """What a name or description stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"  # nationalities, religious, political and other collectives
    DOCUMENT = "document"  # data, a report, a statement that speaks for itself
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text; `confidence` is a probability."""

    span: Span
    kind: EntityKind
    confidence: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Spans of source, cue and content (the terms of PARC and PolNeAR), each in reading order.

    Any of the three may come in several pieces; source and cue may be empty, content is not.
    `confidence` is the calibrated probability that the whole is right. `vector` is the meaning of
    the content as a unit vector of signed bytes (empty where the model gives none). `turn` says
    that it is a turn of a transcript: the source is the label before it, and the content direct
    speech without marks of quotation. An attribution may stand inside another's content.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    vector: bytes = b""
    turn: bool = False

    @property
    def extent(self) -> Span:
        """From the first to the last code point of all its pieces."""
        return hull((*self.source, *self.cue, *self.content))
