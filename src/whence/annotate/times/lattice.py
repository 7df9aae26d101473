"""Matching a grammar over the words of a text.

A grammar is a list of rules in layers. Its patterns are compiled into one trie a layer, and a layer
sees what the layers before it found, so that every word starts a walk of bounded depth: the time
is linear in the text.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from whence.annotate.numerals import Scan

#: A pattern's parts by symbol; of one symbol that stands twice the first.
Parts = Mapping[str, Any]
_MAX_WALK = 12


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the symbol it yields and what composes its meaning.

    A pattern is a row of literal words and of SYMBOLS: ``a|b`` is either, ``x?`` may be missing,
    and ``[x]`` at the front or the end must stand there but is no part of the expression. A rule
    that is not `final` only serves the layers above it. One whose `compose` is ``None`` claims its
    words for no expression at all.
    """

    yields: str
    pattern: str
    compose: Callable[..., Any] | None
    final: bool = True


@dataclass(frozen=True, slots=True)
class Node:
    """A rule matched over the words ``[start, end)``, with what stood for its symbols."""

    rule: Rule
    rank: int
    start: int
    end: int
    parts: Parts


@dataclass(frozen=True, slots=True)
class _Shape:
    rule: Rule
    rank: int
    before: int  # leading items that are context only
    after: int


@dataclass(slots=True)
class _State:
    following: dict[str, "_State"] = field(default_factory=dict)
    shapes: list[_Shape] = field(default_factory=list)


Edge = tuple[str, Any, int]
Trie = _State


def compile_layer(rules: Sequence[Rule]) -> Trie:
    """The trie of all patterns of `rules`, alternatives and optional items written out."""
    root = _State()
    for rank, rule in enumerate(rules):
        for items in _written_out(rule.pattern):
            bare = [item.strip("[]") for item in items]
            before = next((k for k, item in enumerate(items) if item[0] != "["), len(items))
            after = next((k for k, item in enumerate(items[::-1]) if item[0] != "["), 0)
            state = root
            for item in bare:
                state = state.following.setdefault(item, _State())
            state.shapes.append(_Shape(rule, rank, before, after))
    return root


def _written_out(pattern: str) -> Iterator[tuple[str, ...]]:
    choices: list[list[tuple[str, ...]]] = []
    for item in pattern.split():
        optional = item.endswith("?")
        core = item.removesuffix("?")
        context = core.startswith("[")
        names = core.strip("[]").split("|")
        options = [(f"[{name}]" if context else name,) for name in names]
        choices.append([*options, ()] if optional else [*options])
    for chosen in product(*choices):
        yield tuple(item for group in chosen for item in group)


class Lattice:
    """All readings of each word: its lexical edges, and those that the layers add."""

    def __init__(self, words: Scan, edges: Sequence[list[Edge]]) -> None:
        self.words = words
        self.edges = edges

    def match(self, trie: Trie) -> list[Node]:
        """Every match of `trie` in the text; the matches become edges once all are found."""
        found: list[Node] = []
        begins = trie.following
        for i, (form, edges) in enumerate(zip(self.words.forms, self.edges, strict=True)):
            if form in begins or (edges and any(edge[0] in begins for edge in edges)):
                found += self._walk(trie, i)
        for node in found:
            self.edges[node.start].append((node.rule.yields, node, node.end))
        return found

    def _walk(self, trie: Trie, start: int) -> Iterator[Node]:
        words = self.words
        stack: list[tuple[_State, int, tuple[tuple[str, Any, int, int], ...]]] = [(trie, start, ())]
        while stack:
            state, i, taken = stack.pop()
            for shape in state.shapes:
                inner = taken[shape.before : len(taken) - shape.after]
                parts = {name: value for name, value, _, _ in reversed(inner)}
                yield Node(shape.rule, shape.rank, inner[0][2], inner[-1][3], parts)
            if i >= len(words) or (i > start and words.fresh[i]) or len(taken) >= _MAX_WALK:
                continue
            literal = state.following.get(words.forms[i])
            if literal is not None:
                stack.append((literal, i + 1, (*taken, (words.forms[i], None, i, i + 1))))
            for symbol, value, end in self.edges[i]:
                after = state.following.get(symbol)
                if after is not None:
                    stack.append((after, end, (*taken, (symbol, value, i, end))))


def longest(nodes: Iterable[Node]) -> list[Node]:
    """Of overlapping final matches the longest, of equals the one whose rule has the lower rank."""
    ordered = sorted(
        (node for node in nodes if node.rule.final),
        key=lambda node: (node.start, -node.end, node.rank),
    )
    chosen: list[Node] = []
    for node in ordered:
        if not chosen or node.start >= chosen[-1].end:
            chosen.append(node)
        elif node.end - node.start > chosen[-1].end - chosen[-1].start:
            chosen[-1] = node
    return chosen
