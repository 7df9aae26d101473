"""Bytes to text, without guessing where guessing would invent words."""

import codecs
import re

from charset_normalizer import from_bytes

from whence.errors import UndecodableText, UnknownFormat

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"{\\rtf", "a Rich Text document"),
    (b"SQLite format 3", "a SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 2**16  # bytes that an unknown encoding is told from
_NEARLY = 0.002  # share of broken bytes up to which text is still damaged UTF-8


def decode(data: bytes, place: str, *, declared: str | None = None) -> str:
    """The text of `data`: by its byte order mark, as UTF-8, as `declared`, or as it is told.

    Only a byte order mark is dropped; line ends stay. Raises `UnknownFormat` for a known binary
    format and `UndecodableText` for bytes that are text in no encoding that can be told.
    """
    refuse_binary(data, place)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _with(encoding, data[len(mark) :], place)
    if b"\x00" in data[:_SAMPLE]:
        return _wide(data, place)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if len(_CONTROLS.findall(data, 0, _SAMPLE)) > len(data[:_SAMPLE]) * 0.01:
        raise _binary(place)
    damaged = _damaged_utf8(data)
    if damaged is not None:
        return damaged
    if declared is not None:
        try:
            return data.decode(_web_name(declared))
        except (LookupError, UnicodeDecodeError):
            pass
    return _told(data, place)


def refuse_binary(data: bytes, place: str) -> None:
    """Raise `UnknownFormat` where `data` opens as a binary format does."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise UnknownFormat(
                place,
                f"this is {name}; whence reads plain text, HTML and JSON Lines (also gzipped). "
                "Save it as one of these and read that",
            )


def _with(encoding: str, data: bytes, place: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableText(
            place,
            f"it opens with the byte order mark of {encoding.upper()} but breaks it at byte "
            f"{error.start}; save it as UTF-8 and read it again",
        ) from error


def _wide(data: bytes, place: str) -> str:
    """UTF-16 without a mark: half of its bytes are zero in Latin text, on one side each."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) > len(sample) * 0.2 and min(even, odd) < len(sample) * 0.02:
        text = _with("utf-16-be" if even > odd else "utf-16-le", data, place)
        if sum(char < " " and char not in "\t\n\r\f" for char in text) <= len(text) * 0.01:
            return text
    raise _binary(place)


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes, each shown as U+FFFD; ``None`` where it is no UTF-8 at all."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = sum(char > "\x7f" for char in text) - broken
    if broken <= max(1, len(text) * _NEARLY) and beyond_ascii > 2 * broken:
        return text
    return None


def _web_name(declared: str) -> str:
    # Pages that declare Latin-1 mean Windows-1252, as the WHATWG encoding standard says.
    name = declared.strip().lower()
    return "cp1252" if name in {"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"} else name


def _told(data: bytes, place: str) -> str:
    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        try:
            return data.decode(best.encoding)
        except UnicodeDecodeError:
            pass
    raise UndecodableText(place, "its encoding cannot be told; save it as UTF-8 and read it again")


def _binary(place: str) -> UndecodableText:
    return UndecodableText(
        place,
        "these bytes are not text; whence reads plain text, HTML and JSON Lines (also gzipped), "
        "in any common encoding",
    )
