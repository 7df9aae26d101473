"""Outlets and the articles they publish, with the anatomy of each text."""

from dataclasses import dataclass
from enum import StrEnum

from whence.model.ids import content_id
from whence.model.moment import Moment
from whence.model.span import Span


class OutletKind(StrEnum):
    """What sort of publisher an outlet is."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    STATE_MEDIUM = "state medium"
    MAGAZINE = "magazine"
    AGGREGATOR = "aggregator"
    FACT_CHECK = "fact-check"
    SITE = "site"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes an article; `country` is an ISO 3166 alpha-2 code."""

    name: str
    domain: str | None = None
    country: str | None = None
    kind: OutletKind = OutletKind.UNKNOWN


class BlockKind(StrEnum):
    """The part that a block of text plays in an article."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SECTION = "section"  # section and desk lines: "World / News Desk"
    BYLINE = "byline"
    DATELINE = "dateline"  # "GENEVA, Oct. 3 —" on a line of its own
    DATE = "date"  # a line that states when the article was published or updated
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CREDIT = "credit"  # "As reported by …", "(Reporting by …)"
    CORRECTION = "correction"  # an outlet on its own report: "An earlier version …"
    BOILERPLATE = "boilerplate"


#: The blocks that are read for statements; the others stay in the text and belong to no speech.
READ_BLOCKS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.PARAGRAPH})


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a text; `repeats` is the span of an earlier block that prints the same words."""

    kind: BlockKind
    span: Span
    repeats: Span | None = None

    @property
    def is_read(self) -> bool:
        """Whether statements are read from this block: body text that was not printed before."""
        return self.kind in READ_BLOCKS and self.repeats is None


class CreditKind(StrEnum):
    """What a credit is given for."""

    PHOTO = "photo"
    REPORT = "report"
    DESK = "desk"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit as printed; `names` run from the maker to the carrier ("X via Y" is ``(X, Y)``).

    `stated` is set where no words of the text but the metadata give the credit ("the page's
    canonical link is …"); `span` is then the first block, which it is given for.
    """

    kind: CreditKind
    span: Span
    names: tuple[str, ...]
    stated: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """The file or address that an article was read from.

    `place` is a path, URL or ``-`` for standard input; `record` tells one article from others in
    the same place (a line number or record id); `digest` is the SHA-256 of the bytes read.
    """

    place: str
    format: str
    digest: str
    record: str | None = None

    def __str__(self) -> str:
        return self.place if self.record is None else f"{self.place}#{self.record}"


@dataclass(frozen=True, slots=True)
class Article:
    """One publication. The text is immutable and everything that is derived points into it.

    The blocks are in reading order and do not overlap. ``language`` is an ISO 639-1 code.
    """

    id: str
    outlet: Outlet
    title: str | None
    text: str
    blocks: tuple[Block, ...]
    provenance: Provenance
    byline: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    language: str | None = None
    url: str | None = None
    credits: tuple[Credit, ...] = ()

    def passages(self) -> tuple[Span, ...]:
        """The blocks that are read for statements, in order."""
        return tuple(block.span for block in self.blocks if block.is_read)


def article_id(*, text: str, outlet: Outlet, url: str | None) -> str:
    """The id of a publication: the same words of the same outlet at the same address are one."""
    return content_id("art", outlet.domain or outlet.name, url, text)


@dataclass(frozen=True, slots=True)
class Revision:
    """One dated state of an article that was edited after publication."""

    article: str
    supersedes: str
    seen: Moment
