"""Files of word lists: ``name: words`` a line, ``_`` for a blank within a word, # for a remark."""

from collections.abc import Mapping
from importlib.resources import files


def word_lists(package: str, name: str) -> Mapping[str, frozenset[str]]:
    """The lists of a file in a package by their names; lines of one name are one list."""
    found: dict[str, set[str]] = {}
    for line in (files(package) / name).read_text("utf-8").splitlines():
        title, colon, words = line.partition(": ")
        if colon and not line.startswith("#"):
            listed = found.setdefault(title, set())
            listed.update(word.replace("_", " ") for word in words.split())
    return {title: frozenset(words) for title, words in found.items()}
