"""The word lists of ``lists.txt``, read once."""

from collections.abc import Mapping
from functools import cache

from whence.annotate.listing import word_lists


def listed(name: str) -> frozenset[str]:
    """The words under a name of the file."""
    return _lists()[name]


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    return word_lists("whence.annotate.chain", "lists.txt")
