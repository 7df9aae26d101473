"""Attributions resolved: who speaks, to whom, when, through whom, and in which attitude."""

from dataclasses import dataclass
from enum import StrEnum

from whence.model.attribution import EntityKind
from whence.model.moment import Moment
from whence.model.span import Span


class Form(StrEnum):
    """How the words are rendered."""

    DIRECT = "direct"  # in quotation marks
    INDIRECT = "indirect"
    MIXED = "mixed"  # indirect with quoted words in it


class Stance(StrEnum):
    """How the speaker stands to the content (the declared lexicon of `annotate` maps cues here)."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    REJECTS = "rejects"
    ACCUSES = "accuses"
    WARNS = "warns"
    THREATENS = "threatens"
    VOWS = "vows"
    OFFERS = "offers"
    DEMANDS = "demands"
    REQUESTS = "requests"
    URGES = "urges"
    WELCOMES = "welcomes"
    DOUBTS = "doubts"
    BELIEVES = "believes"
    EXPECTS = "expects"
    CONSIDERS = "considers"
    ASKS = "asks"
    AGREES = "agrees"


class Modality(StrEnum):
    """How far the content is committed to."""

    FACT = "fact"
    INTENTION = "intention"  # will, plans to
    POSSIBLE = "possible"  # may, might, could, is ready to consider
    CONDITIONAL = "conditional"  # would, if
    OBLIGATION = "obligation"  # must, should


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed at a span: an audience, a venue, a carrier."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Role:
    """A description given to someone ("foreign minister", "a Shiite lawmaker") where it stands."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom or what one article's mentions stand for, before articles are compared.

    `name` is the fullest name printed, or the description where nobody is named (`named` is then
    false: *unnamed is not unknown*). `stands_for` is the register key of the government or body
    that a metonym ("Moscow", "the Kremlin") points to, without being merged into it.
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: EntityKind
    named: bool
    mentions: tuple[Span, ...]
    roles: tuple[Role, ...] = ()
    stands_for: str | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Someone else who may be the speaker: the id of a `Referent` of the same article.

    `likelihood` is the share that the rule gives, which weighed several; ``None`` where it only
    tells that this one fits as well.
    """

    speaker: str
    likelihood: float | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution resolved.

    `speaker` is the id of a `Referent` of the same article, ``None`` where it is not clear.
    `told` is the audience ("told France 24"), `venue` where it was said, `via` whom the outlet has
    it from ("according to the Washington Post"). `cue_negated` ("did not say that") and
    `content_negated` ("is not planning") are kept apart. `confidence` is the probability that
    attribution and speaker are right; `speaker_why` names the rule that found the speaker, and
    `alternatives` are the next best that it left, at most three.
    """

    id: str
    article: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None
    form: Form
    stance: Stance
    confidence: float
    speaker_why: str = ""
    alternatives: tuple[Alternative, ...] = ()
    cue_negated: bool = False
    content_negated: bool = False
    modality: Modality = Modality.FACT
    hedges: tuple[Span, ...] = ()
    said: Moment | None = None
    told: tuple[Name, ...] = ()
    venue: tuple[Name, ...] = ()
    via: tuple[Name, ...] = ()
    vector: bytes = b""
