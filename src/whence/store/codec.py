"""The nouns as JSON text and back; strict, so that damage shows when it is read."""

import dataclasses
import json
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec

from whence.errors import LedgerError
from whence.model import Annotated, Article, Producer

Noun = TypeVar("Noun")

#: The fields of an annotation that have columns or rows of their own.
_APART = frozenset({"article", "producer"})


def encode(noun: object) -> str:
    """`noun` as JSON; spans as start and end, bytes as base64, dates as ISO 8601."""
    try:
        return msgspec.json.encode(noun).decode()
    except UnicodeEncodeError:  # lone surrogates, as in file names of another encoding
        return json.dumps(msgspec.to_builtins(noun), separators=(",", ":"))


def storable(words: str) -> str:
    """`words` where SQL can hold them: lone surrogates written out, no NUL."""
    return words.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")


def decode(body: str, kind: type[Noun]) -> Noun:
    """The noun that `encode` wrote; ``LedgerError`` where `body` is none of that kind."""
    try:
        return _decoded(body, kind)
    except (msgspec.MsgspecError, ValueError) as error:
        raise LedgerError(
            f"a stored {kind.__name__.lower()} cannot be read ({error}); the ledger was damaged or "
            "changed by other software: go back to a copy, or add the articles to a new ledger"
        ) from error


def encode_annotation(annotated: Annotated) -> str:
    """What was read from an article, without the article itself and its producer."""
    fields = dataclasses.fields(Annotated)
    return encode({f.name: getattr(annotated, f.name) for f in fields if f.name not in _APART})


def decode_annotation(body: str, article: Article, producer: Producer) -> Annotated:
    """The annotation that `encode_annotation` wrote, put back on its article."""
    parts = decode(body, _annotation_type())
    values = {name: getattr(parts, name) for name in parts.__struct_fields__}
    return Annotated(article=article, producer=producer, **values)


def _decoded(body: str, kind: type[Noun]) -> Noun:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:  # lone surrogates are JSON to Python alone
        return msgspec.convert(json.loads(body), kind)


@cache
def _annotation_type() -> type[Any]:
    """`Annotated` less the fields kept apart, drawn from it so that the two never differ."""
    types = get_type_hints(Annotated)
    fields: list[Any] = []
    for field in dataclasses.fields(Annotated):
        if field.name in _APART:
            continue
        if field.default is dataclasses.MISSING:
            fields.append((field.name, types[field.name]))
        else:
            fields.append((field.name, types[field.name], field.default))
    return msgspec.defstruct("Annotation", fields, frozen=True, forbid_unknown_fields=True)
