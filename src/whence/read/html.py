"""HTML: one article a page, its body by trafilatura, its facts by what the page declares."""

import logging
import re
from collections.abc import Iterator
from typing import BinaryIO

import trafilatura
from lxml.html import HtmlElement

from whence.errors import EmptyArticle, InputTooLarge, MalformedInput
from whence.model import BlockKind, Span, bytes_digest
from whence.read.anatomy.wording import normal
from whence.read.decode import decode
from whence.read.draft import Draft
from whence.read.jsonl import storable
from whence.read.options import ReadOptions
from whence.read.page.attributes import MOST_ATTRIBUTES, has_endless_tag
from whence.read.page.facts import Facts, read_facts
from whence.read.page.marks import Line, mark_lines
from whence.read.whole import read_whole, refuse_too_long

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})"
)
_LARGEST_PAGE = 2**23  # bytes; taking a page apart costs seconds a megabyte, and none needs more
_HEAD = 2**12  # bytes in which a page must declare its encoding
_JOINT = "\n\n"

logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def read_html(stream: BinaryIO, place: str, options: ReadOptions) -> Iterator[Draft]:
    """The one article of a web page: headline, body and captions, a blank line between each.

    Raises `EmptyArticle` for a page without an article.
    """
    data = read_whole(stream, place, options)
    if len(data) > _LARGEST_PAGE:
        raise InputTooLarge(
            place,
            f"a web page may have {_LARGEST_PAGE:,} bytes, and this one has {len(data):,}; "
            "save the text of its article and read that",
        )
    declared = _CHARSET.search(data[:_HEAD])
    page = decode(
        _without_stray_nulls(data), place, declared=declared and declared[1].decode("ascii")
    )
    if has_endless_tag(page):
        raise MalformedInput(
            place,
            f"an element of the page has more than {MOST_ATTRIBUTES:,} attributes, which would "
            "take too long; save the text of its article and read that",
        )
    tree = _parse(page, place)
    facts = read_facts(tree)
    body = _body(page, place)
    refuse_too_long(body, place, options)
    lines = mark_lines(tree, [line for line in body.split("\n") if line.strip()])
    if not any(line.kind is None for line in lines):
        raise EmptyArticle(
            place, "the page holds no article text; save the page once it has fully loaded"
        )
    text, marked = _compose(facts, lines)
    yield _draft(facts, text, marked, bytes_digest(data))


def _without_stray_nulls(data: bytes) -> bytes:
    # Broken servers leave a few NULs in pages; many are UTF-16, or no page at all.
    return data.replace(b"\x00", b"") if 0 < data.count(0) < len(data) * 0.01 else data


def _parse(page: str, place: str) -> HtmlElement:
    tree = trafilatura.load_html(page)
    if tree is None:
        raise MalformedInput(place, "no HTML can be made out; give --format text if it is text")
    return tree


def _body(page: str, place: str) -> str:
    try:
        found = trafilatura.extract(page, include_comments=False)
    except Exception as error:
        raise MalformedInput(
            place, f"the page cannot be taken apart ({type(error).__name__}); save its text instead"
        ) from error
    return storable(found or "")


def _compose(facts: Facts, lines: list[Line]) -> tuple[str, tuple[tuple[Span, BlockKind], ...]]:
    """The text of the article, and the lines in it that the markup names."""
    parts = list(lines)
    if facts.title and all(normal(line.words) != normal(facts.title) for line in parts[:5]):
        parts.insert(0, Line(facts.title, BlockKind.HEADLINE))
    marked: list[tuple[Span, BlockKind]] = []
    at = 0
    for part in parts:
        if part.kind is not None:
            marked.append((Span(at, at + len(part.words)), part.kind))
        at += len(part.words) + len(_JOINT)
    return _JOINT.join(part.words for part in parts), tuple(marked)


def _draft(
    facts: Facts, text: str, marked: tuple[tuple[Span, BlockKind], ...], digest: str
) -> Draft:
    return Draft(
        text=text,
        digest=digest,
        format="html",
        title=facts.title,
        byline=facts.byline,
        published=facts.published,
        updated=facts.updated,
        language=facts.language,
        url=facts.url,
        domain=facts.domain,
        site=facts.site,
        origin=facts.origin,
        origin_stated=facts.origin_stated,
        marked=marked,
    )
