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
def opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The pairs of word sets of which no two can hold of one thing at one time."""
    sides = (line.partition("|") for line in _lists()["opposites"])
    return tuple((frozenset(one.split()), frozenset(other.split())) for one, _, other in sides)


@cache
def deeds() -> Mapping[str, int]:
    """From a word for an outcome to the number of that outcome: "dead" and "died" have one."""
    lines = enumerate(_lists()["deeds"])
    return {word: number for number, line in lines for word in line.split()}
