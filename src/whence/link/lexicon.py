"""The closed word lists that linking goes by; `data/lexicon.txt` holds them."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_HEADING = re.compile(r"\[(\w+)\]")


@cache
def _lists() -> Mapping[str, list[str]]:
    text = files("whence.link").joinpath("data", "lexicon.txt").read_text("utf-8")
    lists: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        heading = _HEADING.match(line)
        if heading:
            name = heading.group(1)
            lists[name] = []
        elif line and not line.startswith("#"):
            lists[name].append(line)
    return lists


@cache
def lexicon(name: str) -> frozenset[str]:
    """The words of the list `name`, in lower case; ``KeyError`` where there is no such list."""
    return frozenset(word for line in _lists()[name] for word in line.split())


@cache
def opposites() -> Mapping[str, tuple[tuple[int, int], ...]]:
    """From a word to the pairs of opposites that it is of, each as its number and its side."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(_lists()["opposites"]):
        for side, listed in enumerate(line.split("|")):
            for word in listed.split():
                found.setdefault(word, []).append((number, side))
    return {word: tuple(pairs) for word, pairs in found.items()}


@cache
def outcomes() -> tuple[str, ...]:
    """One word for each outcome of `deeds`, by its number."""
    return tuple(line.split()[0] for line in _lists()["deeds"])


@cache
def deeds() -> Mapping[str, int]:
    """From a word for an outcome to the number of that outcome: "dead" and "died" have one."""
    lines = enumerate(_lists()["deeds"])
    return {word: number for number, line in lines for word in line.split()}
