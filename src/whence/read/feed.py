"""Feeds: RSS 0.9 to 2.0 and Atom, an article an item, with the outlet that an item is from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import lxml.html
from lxml import etree
from lxml.etree import _Element

from whence.errors import EmptyArticle, InputError, MalformedInput
from whence.model import BlockKind, Moment, Span, bytes_digest
from whence.read.dates import read_stamp
from whence.read.draft import Draft
from whence.read.jsonl import storable
from whence.read.language import language_code
from whence.read.options import ReadOptions
from whence.read.outlets import domain_of
from whence.read.page.attributes import has_endless_tag
from whence.read.whole import read_whole

_ITEMS = frozenset({"item", "entry"})
_BODY = ("encoded", "content", "description", "summary")
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr"}
    | {"section", "article", "figure", "figcaption", "pre", "table"}
)
_UNREAD = frozenset({"script", "style", "noscript", "iframe", "template", "svg"})
_JOINT = "\n\n"
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|&#?\w+;")


@dataclass(frozen=True, slots=True)
class _Channel:
    """What a feed says of itself."""

    site: str | None
    address: str | None
    language: str | None


def read_feed(stream: BinaryIO, place: str, options: ReadOptions) -> Iterator[Draft | InputError]:
    """The items of a feed in its order: headline and text, a blank line between paragraphs.

    The outlet is the feed's; an item's ``<source>`` is credited. An item without words is an
    `EmptyArticle` in its place; `MalformedInput` is raised where no feed can be made out.
    """
    data = read_whole(stream, place, options)
    root = _parsed(data)
    if root is None:
        raise MalformedInput(place, "no feed can be made out; give --format if it is no feed")
    channel = _channel(root)
    items = [element for element in root.iter() if _name(element) in _ITEMS]
    if not items:
        raise EmptyArticle(place, "the feed holds no item; check that it is the right file")
    digest = bytes_digest(data)
    for number, item in enumerate(items, start=1):
        yield _read_item(item, channel, place, str(number), digest)


def _parsed(data: bytes) -> _Element | None:
    # A feed is a stranger's: no entities, no network, no deep trees.
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    try:
        return etree.fromstring(data.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _channel(root: _Element) -> _Channel:
    head = next((element for element in root if _name(element) == "channel"), root)
    language = _words(_child(head, "language")) or head.get(
        "{http://www.w3.org/XML/1998/namespace}lang"
    )
    return _Channel(_words(_child(head, "title")), _link(head), language_code(language))


def _read_item(
    item: _Element, channel: _Channel, place: str, number: str, digest: str
) -> Draft | InputError:
    title = _plain(_child(item, "title"))
    bodies = (_plain(child) for name in _BODY if (child := _child(item, name)) is not None)
    body = next((words for words in bodies if words), "")
    text = _JOINT.join(part for part in (title, body) if part)
    record = _words(_child(item, "guid")) or _words(_child(item, "id")) or number
    if not text:
        return EmptyArticle(f"{place}#{record}", "the item has neither a title nor a text")
    url = _link(item)
    source = _source(item)
    stated = None if source is None else f"the feed's source element is {source!r}"
    return Draft(
        text=text,
        digest=digest,
        format="feed",
        record=record,
        title=title or None,
        byline=_byline(item),
        published=_stamp(item, ("pubDate", "published", "issued", "date"), channel),
        updated=_stamp(item, ("updated", "modified"), channel),
        language=channel.language,
        url=url,
        domain=domain_of(channel.address) or domain_of(url),
        site=channel.site,
        origin=source,
        origin_stated=stated,
        marked=((Span(0, len(title)), BlockKind.HEADLINE),) if title else (),
    )


def _stamp(item: _Element, names: tuple[str, ...], channel: _Channel) -> Moment | None:
    for name in names:
        words = _words(_child(item, name))
        moment = read_stamp(words, language=channel.language, evidence=f"the feed's {name}")
        if moment is not None:
            return moment
    return None


def _source(item: _Element) -> str | None:
    """Whom the item is from: RSS ``<source>``, or the title of Atom's."""
    element = _child(item, "source")
    if element is None:
        return None
    return _words(_child(element, "title")) or _words(element) or domain_of(element.get("url"))


def _byline(item: _Element) -> str | None:
    for name in ("creator", "author"):
        element = _child(item, name)
        words = None if element is None else _words(_child(element, "name")) or _words(element)
        if words and "@" in words:  # "desk@example.org (Ivo Brandt)"
            match = re.search(r"\(([^()]+)\)", words)
            words = match[1] if match else None
        if words:
            return words
    return None


def _link(element: _Element) -> str | None:
    """The address in ``<link>``, or of Atom's link that is no other relation."""
    for child in element:
        if _name(child) != "link" or child.get("rel") not in (None, "alternate"):
            continue
        words = (child.get("href") or child.text or "").strip()
        if words.startswith(("http://", "https://")):
            return storable(words)
    return None


def _name(element: _Element) -> str:
    """An element's name without its namespace; empty for comments and instructions."""
    return re.split("[}:]", element.tag)[-1] if isinstance(element.tag, str) else ""


def _child(element: _Element, name: str) -> _Element | None:
    return next((child for child in element if _name(child) == name), None)


def _words(element: _Element | None) -> str | None:
    words = "" if element is None else " ".join("".join(element.itertext()).split())
    return storable(words) or None


def _plain(element: _Element | None) -> str:
    """The words of an element that may hold markup, escaped or not; a line a block."""
    if element is None:
        return ""
    if len(element):
        return _lines(element)
    words = element.text or ""
    if not _MARKUP.search(words) or has_endless_tag(words):
        return _trimmed(words)
    try:
        return _lines(lxml.html.fragment_fromstring(words, create_parent="div"))
    except (etree.ParserError, ValueError):
        return _trimmed(words)


def _lines(root: _Element) -> str:
    pieces: list[str] = []
    for event, node in etree.iterwalk(root, events=("start", "end")):
        name = _name(node).lower()
        if event == "start":
            pieces.append("\n" if name in _BLOCKS else "")
            pieces.append("" if name in _UNREAD or not name else node.text or "")
        else:
            pieces.append("\n" if name in _BLOCKS else "")
            pieces.append(node.tail or "" if node is not root else "")
    return _trimmed("".join(pieces))


def _trimmed(words: str) -> str:
    lines = (" ".join(storable(line).split()) for line in words.splitlines())
    return _JOINT.join(line for line in lines if line)
