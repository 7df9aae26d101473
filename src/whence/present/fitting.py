"""Names that have to fit into a drawing."""

from unicodedata import east_asian_width

from whence.present.neutral import neutral


def fitted(name: str, limit: int) -> str:
    """`name` cut to about `limit` narrow characters; East Asian wide ones count for two."""
    room = float(limit)
    kept: list[str] = []
    for character in neutral(name):
        room -= 1.8 if east_asian_width(character) in "WF" else 1.0
        if room < 0:
            return "".join(kept).rstrip() + "…"
        kept.append(character)
    return "".join(kept)
