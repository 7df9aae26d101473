"""What a format knows of an article before its anatomy is read."""

from dataclasses import dataclass

from whence.model import BlockKind, Moment, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The text of one article and its metadata, as a format's reader found them.

    `digest` is the SHA-256 of the bytes it was read from; `record` tells it from others in the
    same place. `marked` are the lines of the text that the markup names. `origin` is the outlet
    that the metadata say the report is of, and `origin_stated` how they say it.
    """

    text: str
    digest: str
    format: str
    record: str | None = None
    title: str | None = None
    byline: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    language: str | None = None
    url: str | None = None
    domain: str | None = None
    site: str | None = None
    origin: str | None = None
    origin_stated: str | None = None
    marked: tuple[tuple[Span, BlockKind], ...] = ()
