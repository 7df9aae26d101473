"""JSON-LD: the node of a page that describes its article."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting)$")
_LARGEST = 2**21  # characters of one script
_MOST_NODES = 2000
_WRAPPER = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)


def article_of(tree: HtmlElement) -> dict[str, Any]:
    """The fullest node of an article type; empty where the page has none that can be read."""
    nodes = [node for node in _nodes(tree) if _is_article(node)]
    fullness = ("headline", "datePublished", "author", "publisher")
    return max(nodes, key=lambda node: sum(key in node for key in fullness), default={})


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    return any(
        isinstance(name, str) and _ARTICLE.search(name) is not None
        for name in (types if isinstance(types, list) else [types])
    )


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    left = _MOST_NODES
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text:
            continue
        stack = [_parse(script.text)]
        while stack and left > 0:
            left -= 1
            node = stack.pop()
            if isinstance(node, list):
                stack.extend(reversed(node[:_MOST_NODES]))
            elif isinstance(node, dict):
                yield {key: _unescaped(value) for key, value in node.items()}
                stack.extend(
                    value
                    for key in ("@graph", "mainEntity", "itemListElement", "item", "hasPart")
                    if isinstance(value := node.get(key), dict | list)
                )


def _parse(script: str) -> object:
    if len(script) > _LARGEST:
        return None
    try:
        return json.loads(_WRAPPER.sub("", script), strict=False)
    except (ValueError, RecursionError):
        return None


def _unescaped(value: object) -> object:
    return html.unescape(value) if isinstance(value, str) else value
