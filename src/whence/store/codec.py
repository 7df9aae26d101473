"""The nouns as JSON text and back; strict, so that damage shows when it is read."""

import dataclasses
import json
from collections.abc import Mapping
from functools import cache
from struct import Struct
from struct import error as StructError  # noqa: N812 - an exception
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


def decode(body: str | bytes, kind: type[Noun]) -> Noun:
    """The noun that `encode` wrote; ``LedgerError`` where `body` is none of that kind."""
    try:
        return _decoded(body, kind)
    except (msgspec.MsgspecError, ValueError) as error:
        raise _damaged(kind.__name__.lower(), error) from error


def _damaged(what: str, error: Exception) -> LedgerError:
    return LedgerError(
        f"a stored {what} cannot be read ({error}); the ledger was damaged or "
        "changed by other software: go back to a copy, or add the articles to a new ledger"
    )


#: Begins terms that are packed; JSON begins otherwise.
_PACKED = b"\x01"
#: Weights are at most 1 and have four decimals: as whole numbers they take two bytes.
_UNIT = 10_000
_WEIGHTS = tuple(unit / _UNIT for unit in range(_UNIT + 1))
_MOST_TERMS = 0xFFFF


def encode_terms(terms: Mapping[str, float]) -> bytes:
    """Weighted terms in their order, in two thirds of the bytes that they take as JSON.

    Three articles instead of two are then read with one page of a ledger. As JSON where that would
    lose anything: weights of more decimals, and words that are no text or hold a line feed.
    """
    count, words = len(terms), "\n".join(terms)
    units = [round(weight * _UNIT) for weight in terms.values() if 0 <= weight <= 1]
    exact = [_WEIGHTS[unit] for unit in units] == list(terms.values())
    try:
        if exact and 0 < count <= _MOST_TERMS and words.count("\n") == count - 1:
            return (
                _PACKED + count.to_bytes(2, "little") + _units(count).pack(*units) + words.encode()
            )
    except UnicodeEncodeError:
        pass
    return encode(dict(terms)).encode()


def decode_terms(body: bytes) -> dict[str, float]:
    """The terms that `encode_terms` wrote; ``LedgerError`` where `body` holds none."""
    if body[:1] != _PACKED:
        return decode(body, dict[str, float])
    try:
        count = int.from_bytes(body[1:3], "little")
        weights = map(_WEIGHTS.__getitem__, _units(count).unpack_from(body, 3))
        return dict(zip(body[3 + 2 * count :].decode().split("\n"), weights, strict=True))
    except (IndexError, StructError, ValueError) as error:
        raise _damaged("terms", error) from error


@cache
def _units(count: int) -> Struct:
    return Struct(f"<{count}H")


def encode_annotation(annotated: Annotated) -> str:
    """What was read from an article, without the article itself and its producer."""
    fields = dataclasses.fields(Annotated)
    return encode({f.name: getattr(annotated, f.name) for f in fields if f.name not in _APART})


def decode_annotation(body: str, article: Article, producer: Producer) -> Annotated:
    """The annotation that `encode_annotation` wrote, put back on its article."""
    parts = decode(body, _annotation_type())
    values = {name: getattr(parts, name) for name in parts.__struct_fields__}
    return Annotated(article=article, producer=producer, **values)


def _decoded(body: str | bytes, kind: type[Noun]) -> Noun:
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
