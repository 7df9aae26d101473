"""Identifiers derived from content, so that the same input gives the same ids anywhere."""

import hashlib

_DIGITS = 16


def content_id(prefix: str, *parts: object) -> str:
    """An id such as ``art-3f2a…`` of 64 bits, drawn from the parts and their order alone.

    Parts are joined by their lengths, so that ``("ab", "c")`` and ``("a", "bc")`` differ. ``None``
    differs from the empty string. With 64 bits a million things collide with odds of 3 in 10^8.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = b"\xff" if part is None else str(part).encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return f"{prefix}-{digest.hexdigest()[:_DIGITS]}"


def bytes_digest(data: bytes) -> str:
    """The SHA-256 of `data` in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
