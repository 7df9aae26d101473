"""Which part each line of an extracted body is, by the markup it came from; and its captions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from whence.model import BlockKind
from whence.read.anatomy.wording import ends_sentence, normal
from whence.read.jsonl import storable

_LONGEST_CAPTION = 600  # code points
_CAPTION = re.compile(
    r"(?i)(?:^|[\s_-])(?:fig(?:ure)?[_-]?)?caption(?:s|[_-]?text)?(?:$|[\s_-])|wp-caption-text"
)
_ROLES = (
    (
        BlockKind.BYLINE,
        re.compile(r"(?i)(?:^|[\s_-])(?:by-?line|authors?(?:-?names?)?)(?:$|[\s_-])"),
    ),
    (
        BlockKind.STANDFIRST,
        re.compile(
            r"(?i)(?:^|[\s_-])(?:stand-?first|sub-?head(?:line|ing)?|sub-?title|dek|deck|kicker-text"
            r"|article-?lead|lead-?text|teaser-?text|intro|chapo|chapeau|sottotitolo|bajada|vorspann)"
            r"(?:$|[\s_-])"
        ),
    ),
    (
        BlockKind.SECTION,
        re.compile(
            r"(?i)(?:^|[\s_-])(?:section|kicker|rubric|category|overline|topline|eyebrow)(?:$|[\s_-])"
        ),
    ),
    (
        BlockKind.DATE,
        re.compile(
            r"(?i)(?:^|[\s_-])(?:pub-?date|timestamp|date-?line|published|updated|article-?date)(?:$|[\s_-])"
        ),
    ),
)
_HEADED = frozenset({BlockKind.BYLINE, BlockKind.STANDFIRST})
_ABOVE, _BELOW = 1500, 200  # letters of the page around the body in which its figures stand
_SHORT = 300  # code points; only short blocks are named by their class
_UNREAD = frozenset({"script", "style", "noscript", "template", "iframe", "svg"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article's text, and its kind where the markup tells it."""

    words: str
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class _Element:
    """An element with words: where they begin among all words of the page, and its kind."""

    at: int
    key: str
    words: str
    kind: BlockKind


def mark_lines(tree: HtmlElement, lines: list[str]) -> list[Line]:
    """The lines of the body in order, named where markup names them, with the captions put back.

    Extraction drops figures; a caption that stands between two lines of the body on the page is
    put between them, in the order of the page.
    """
    whole, elements = _flatten(tree)
    by_key = {element.key: element for element in elements}
    captions = [element for element in elements if element.kind is BlockKind.CAPTION]
    caption_keys = {element.key for element in captions}
    found: list[tuple[int, Line]] = []
    at = 0
    for words in map(str.strip, lines):
        key = _key(words)
        begins = whole.find(key[:60], at) if key else -1
        at = begins if begins >= 0 else at
        if key not in caption_keys:
            element = by_key.get(key)
            kind = element.kind if element is not None and len(words) < _SHORT else None
            found.append((at, Line(words, kind)))
    if not found:
        return []
    last = found[-1][0] + len(_key(found[-1][1].words))
    prose = (at for at, line in found if line.kind is None and ends_sentence(line.words))
    body = next(prose, found[0][0])
    missing = _missing(elements, {_key(line.words) for _, line in found}, body, last)
    # Sorting is stable, so what the markup adds comes before the line it stands at.
    return [line for _, line in sorted([*missing, *found], key=lambda entry: entry[0])]


def _missing(
    elements: list[_Element], present: set[str], begin: int, end: int
) -> Iterator[tuple[int, Line]]:
    """The captions, and the byline and standfirst above the body, that extraction left out."""
    covered = 0
    for element in elements:
        if element.at < covered or element.key in present or not element.key:
            continue
        if element.kind is BlockKind.CAPTION:
            fits = begin - _ABOVE <= element.at <= end + _BELOW
        else:
            fits = element.kind in _HEADED and begin - _ABOVE <= element.at < begin
            fits = fits and len(element.words) < _SHORT
        if fits:
            covered = element.at + len(element.key)
            present.add(element.key)
            yield element.at, Line(element.words, element.kind)


def _flatten(tree: HtmlElement) -> tuple[str, list[_Element]]:
    """All words of the page as one key, and the elements whose markup names their part."""
    pieces: list[str] = []
    elements: list[_Element] = []
    length = 0
    for event, element in _walk(tree):
        if event == "start":
            kind = _kind(element)
            if kind is not None:
                words = " ".join(storable(element.text_content()).split())
                if words and len(words) <= _LONGEST_CAPTION:
                    elements.append(_Element(length, _key(words), words, kind))
            text = element.text
        else:
            text = element.tail
        if text:
            key = _key(text)
            pieces.append(key)
            length += len(key)
    return "".join(pieces), elements


def _walk(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """The elements in the order of the page, at start and end; hidden ones only at their end."""
    stack = [("start", tree)]
    while stack:
        event, element = stack.pop()
        is_hidden = not isinstance(element.tag, str) or element.tag in _UNREAD
        if event == "end" or not is_hidden:
            yield event, element
        if event == "start":
            stack.append(("end", element))
            if not is_hidden:
                stack.extend(("start", child) for child in reversed(element))


def _kind(element: HtmlElement) -> BlockKind | None:
    if element.tag == "figcaption":
        return BlockKind.CAPTION
    if element.tag not in {"p", "div", "span", "h2", "h3", "address", "header", "section"}:
        return None
    role = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    if role == " ":
        return None
    if _CAPTION.search(role):
        return BlockKind.CAPTION
    if len(element) > 12:
        return None
    return next((kind for kind, pattern in _ROLES if pattern.search(role)), None)


def _key(words: str) -> str:
    return normal(words).replace(" ", "")
