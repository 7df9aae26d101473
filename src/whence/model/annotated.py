"""All that is read from one article on its own."""

from dataclasses import dataclass

from whence.model.article import Article
from whence.model.attribution import Attribution, Mention, Token
from whence.model.figure import Event, Figure, TimeExpression
from whence.model.span import Span
from whence.model.statement import Referent, Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """What a language model reads in one text, before it is resolved.

    Tokens, sentences, attributions and mentions are in reading order. `vector` is the meaning of
    all the passages together as a unit vector of signed bytes, empty where the model gives none.
    """

    tokens: tuple[Token, ...] = ()
    sentences: tuple[Span, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    vector: bytes = b""


@dataclass(frozen=True, slots=True)
class Producer:
    """What made an annotation: the digest of the language model and the version of the stages.

    A ledger redoes what another producer made.
    """

    model: str
    stages: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with everything that was read from it, and by what."""

    article: Article
    producer: Producer
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    referents: tuple[Referent, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    events: tuple[Event, ...] = ()
    vector: bytes = b""
