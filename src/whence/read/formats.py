"""Telling the format of an input from its name, else from how it begins."""

import io
import re
from pathlib import PurePath
from typing import BinaryIO

SUFFIXES = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), "text"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), "html"),
    **dict.fromkeys((".jsonl", ".ndjson", ".json", ".jl"), "jsonl"),
    **dict.fromkeys((".rss", ".atom", ".rdf"), "feed"),
}
_PEEK = 2**12
_MARK = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*"
    rb"<(?:rss|(?:\w+:)?feed|rdf:RDF)\b",
    re.DOTALL,
)
_JSON = re.compile(rb"\s*(?:\{\s*(?:\"|\}|$)|\[\s*(?:\{|\]|$))")


def named_format(place: str) -> str | None:
    """The format that a file's suffix names, a final ``.gz`` aside; ``None`` for any other."""
    path = PurePath(place)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    return SUFFIXES.get(path.suffix.lower())


def format_of(place: str, stream: BinaryIO) -> str:
    """The format by name, else by how the stream begins: JSON, a feed, HTML, or plain text."""
    named = named_format(place)
    if named is not None:
        return named
    head = stream.peek(_PEEK)[:_PEEK] if isinstance(stream, io.BufferedReader) else b""
    # UTF-16 prints ASCII with a NUL beside each letter.
    head = _MARK.sub(b"", head.replace(b"\x00", b""))
    if _JSON.match(head):
        return "jsonl"
    if _FEED.match(head):
        return "feed"
    return "html" if _HTML.match(head) else "text"
