"""JSON Lines, and JSON: the fields of news-please and of common research data."""

import codecs
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from whence.errors import EmptyArticle, InputError, MalformedInput
from whence.model import Moment, bytes_digest
from whence.read.addresses import tell_apart
from whence.read.dates import read_stamp
from whence.read.decode import decode, refuse_binary
from whence.read.draft import Draft
from whence.read.language import language_code
from whence.read.options import ReadOptions
from whence.read.outlets import domain_of
from whence.read.whole import read_whole, too_large

_TEXT = ("maintext", "text", "body", "content", "articleBody", "article_body")
_TITLE = ("title", "headline")
_PUBLISHED = ("date_publish", "published", "date_published", "datePublished", "published_at")
_PUBLISHED_ALSO = ("publish_date", "pub_date", "publication_date", "date", "dct")
_UPDATED = ("date_modify", "updated", "date_modified", "dateModified", "modified", "updated_at")
_AUTHORS = ("authors", "author", "byline", "creator")
_ADDRESS = ("url", "canonical_url", "link")
_OUTLET = ("source_domain", "domain", "outlet", "source", "publisher", "site", "site_name")
_RECORD = ("id", "_id", "guid", "uuid")
_SKIP = 2**20  # bytes


def read_jsonl(stream: BinaryIO, place: str, options: ReadOptions) -> Iterator[Draft | InputError]:
    """The articles of JSON Lines; a bad line is an error of its own, named by its line number.

    A file of one JSON object or array is read as well. Lines are read one at a time, and none is
    held that is longer than `options.max_input_bytes`; a file of UTF-16 is read as a whole.
    """
    stream = _narrow(stream, place, options)
    is_first = True
    for number, printed in _lines(stream, options.max_input_bytes):
        if printed is None:
            is_first = False
            yield too_large(f"{place}#{number}", options.max_input_bytes)
            continue
        line = printed.removeprefix(codecs.BOM_UTF8) if is_first else printed
        if not line.strip():
            continue
        if is_first:
            refuse_binary(line, place)
            if _is_json_document(line):
                yield from _document(line, stream, place, options)
                return
        is_first = False
        yield _read_line(line, place, number)
    if is_first:
        raise EmptyArticle(place, "it holds no line of JSON; check that it is the right file")


def _narrow(stream: BinaryIO, place: str, options: ReadOptions) -> BinaryIO:
    """The stream, in UTF-8 where it is in UTF-16, whose lines do not end where a byte says so.

    JSON begins with two characters of ASCII, so that NULs among the first four bytes tell
    (RFC 4627, section 3).
    """
    head = stream.peek(4)[:4] if isinstance(stream, io.BufferedReader) else b""
    if b"\x00" not in head and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return stream
    return io.BytesIO(decode(read_whole(stream, place, options), place).encode())


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers; ``None`` for one of more than `limit` bytes."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while not line.endswith(b"\n") and (line := stream.readline(_SKIP)):
            pass
        yield number, None


def _is_json_document(line: bytes) -> bool:
    """Whether the file is one array or one object over several lines."""
    start = line.lstrip()
    if start[:1] == b"[":
        return True
    return start[:1] == b"{" and not start.rstrip().endswith(b"}")


def _document(
    first: bytes, stream: BinaryIO, place: str, options: ReadOptions
) -> Iterator[Draft | InputError]:
    data = first + read_whole(stream, place, options)
    if len(data) > options.max_input_bytes:
        raise too_large(place, options.max_input_bytes)
    try:
        value = _parse(data, place)
    except MalformedInput:
        lines = data.split(b"\n")
        if sum(line.strip().startswith(b"{") for line in lines) < 2:
            raise
        # Lines of JSON whose first is broken, rather than one broken document.
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _read_line(line, place, number)
        return
    if value == []:
        raise EmptyArticle(place, "it holds no record of JSON; check that it is the right file")
    digest = bytes_digest(data)
    for index, record in enumerate(value if isinstance(value, list) else [value], start=1):
        yield _read_record(record, place, str(index), digest)


def _read_line(line: bytes, place: str, number: int) -> Draft | InputError:
    try:
        value = _parse(line, f"{place}#{number}")
    except InputError as error:
        return error
    return _read_record(value, place, str(number), bytes_digest(line))


def _parse(data: bytes, place: str) -> object:
    text = decode(data, place)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise MalformedInput(
            place, f"not valid JSON: {error.msg} at character {error.pos}; mend or drop it"
        ) from error
    except (ValueError, RecursionError) as error:
        raise MalformedInput(
            place, "not JSON that can be read: a number too long or nesting too deep"
        ) from error


def _read_record(value: object, place: str, number: str, digest: str) -> Draft | InputError:
    if not isinstance(value, dict):
        return MalformedInput(f"{place}#{number}", "a record must be a JSON object with a text")
    record = _first(value, _RECORD) or number
    # A number or an object where the text belongs is a mistake of the file, and no article.
    texts = {name: value[name] for name in _TEXT if isinstance(value.get(name), str)}
    text = _first(texts, _TEXT) or _joined(value.get("paragraphs") or value.get("lines"))
    if text is None:
        error = EmptyArticle if any(name in value for name in _TEXT) else MalformedInput
        return error(
            f"{place}#{record}",
            f"it has no text; give it in one of the fields {', '.join(_TEXT[:4])}",
        )
    return _draft(value, text, record, digest)


def _draft(value: Mapping[str, Any], text: str, record: str, digest: str) -> Draft:
    language = language_code(_first(value, ("language", "lang")))
    url = _first(value, _ADDRESS)
    outlet = _first(value, _OUTLET)
    domain = domain_of(outlet) or domain_of(url)
    site = None if outlet is None or domain_of(outlet) else outlet
    canonical = _first(value, ("canonical_url",))
    both = [("canonical_url", canonical), ("url", url)] if canonical and url else []
    addresses = tell_apart([(f"record's {name}", words) for name, words in both if words], site)
    return Draft(
        text=text,
        digest=digest,
        format="jsonl",
        record=record,
        title=_first(value, _TITLE),
        byline=_byline(value),
        published=_stamp(value, (*_PUBLISHED, *_PUBLISHED_ALSO), language),
        updated=_stamp(value, _UPDATED, language),
        language=language,
        url=url,
        domain=domain,
        site=site,
        origin=addresses.origin,
        origin_stated=addresses.stated,
    )


def _first(value: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        found = value.get(name)
        if isinstance(found, dict):
            found = found.get("name") or found.get("domain") or found.get("$oid")
        if isinstance(found, int) and not isinstance(found, bool):
            found = str(found)
        if isinstance(found, str) and found.strip():
            return storable(found)
    return None


def storable(text: str) -> str:
    """The text with what no database can hold (NUL, halves of a pair) shown as U+FFFD."""
    if "\x00" not in text and text.isprintable():
        return text
    return "".join("\ufffd" if c == "\x00" or "\ud800" <= c <= "\udfff" else c for c in text)


def _joined(lines: object) -> str | None:
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        return None
    text = "\n".join(lines)
    return storable(text) if text.strip() else None


def _byline(value: Mapping[str, Any]) -> str | None:
    for name in _AUTHORS:
        found = value.get(name)
        parts = found if isinstance(found, list) else [found]
        names = [part.get("name") if isinstance(part, dict) else part for part in parts if part]
        printed = [entry.strip() for entry in names if isinstance(entry, str) and entry.strip()]
        if printed:
            return storable(", ".join(printed))
    return None


def _stamp(value: Mapping[str, Any], names: tuple[str, ...], language: str | None) -> Moment | None:
    for name in names:
        moment = read_stamp(value.get(name), language=language, evidence=f"the field {name}")
        if moment is not None:
            return moment
    return None
