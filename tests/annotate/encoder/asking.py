"""The forms in which the tests ask the model, and the passages of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from whence.model import Reading, Span

Said = tuple[str, str, str]
"""Source, cue and content as written, pieces joined by " … "."""


Ask = Callable[[str], list[Said]]
Names = Callable[[str], dict[str, str]]
Read = Callable[[str], Reading]


def lines(text: str) -> Iterator[Span]:
    """The lines of a text that hold anything, as passages."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            yield Span(start, start + len(line.strip()))
        at += len(line) + 1
