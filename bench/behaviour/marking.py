"""Cases as a person writes them: sentences with sources, cues, contents and names marked in them.

::

    ## a name for the case
    {X “The well has run dry,”} {C said} {S villager Asha Rao}.

``{S …}``, ``{C …}`` and ``{X …}`` mark source, cue and content and may hold each other; a digit
(``{S2 …}``) puts a role to a second attribution, and roles without a digit make the first.
``<P …>``, ``<O …>``, ``<L …>`` and ``<G …>`` mark names of people, organisations, places and
groups. Lines are paragraphs. A line ``! …`` under the heading says why the case is known to fail; a
line ``? …`` says that what is read beside the marks does not count.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from whence.model import EntityKind, Span

CASES = Path(__file__).parent / "cases"
_KINDS = {
    "P": EntityKind.PERSON,
    "O": EntityKind.ORGANISATION,
    "L": EntityKind.PLACE,
    "G": EntityKind.GROUP,
}
_MARK = re.compile(r"\{(?P<role>[SCX])(?P<number>\d*) |<(?P<kind>[POLG]) |(?P<end>[}>])")


@dataclass(frozen=True)
class Marked:
    """One attribution as marked; any of the three may come in several pieces or none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Case:
    """One thing that is asked of the reader.

    `known` says why it is known to fail; `others` whether more may be read than is marked.
    """

    capability: str
    name: str
    source: str
    known: str = ""
    others: bool = False

    @property
    def id(self) -> str:
        """The case's name with that of its capability."""
        return f"{self.capability}: {self.name}"

    @property
    def text(self) -> str:
        """The text without its marks."""
        return _MARK.sub("", self.source)

    def changed(self, name: str, change: Callable[[str], str]) -> "Case":
        """The case with its words, not its marks, changed."""
        parts = re.split(f"({_WHOLE_MARK})", self.source)
        words = (part if number % 2 else change(part) for number, part in enumerate(parts))
        return replace(self, name=f"{self.name}, {name}", source="".join(words))

    def marks(self) -> tuple[tuple[Marked, ...], dict[Span, EntityKind]]:
        """The attributions and the names that are marked."""
        roles: dict[str, dict[str, list[Span]]] = {}
        names: dict[Span, EntityKind] = {}
        opened: list[tuple[re.Match[str], int]] = []
        at = last = 0
        for mark in _MARK.finditer(self.source):
            at += mark.start() - last
            last = mark.end()
            if not mark["end"]:
                opened.append((mark, at))
                continue
            opener, start = opened.pop()
            if opener["kind"]:
                names[Span(start, at)] = _KINDS[opener["kind"]]
            else:
                held = roles.setdefault(opener["number"], {"S": [], "C": [], "X": []})
                held[opener["role"]].append(Span(start, at))
        assert not opened, f"{self.id}: a mark is not closed"
        marked = (Marked(*(tuple(sorted(held[role])) for role in "SCX")) for held in roles.values())
        return tuple(marked), names


_WHOLE_MARK = r"\{[SCX]\d* |<[POLG] |[}>]"


def capabilities() -> Iterator[Case]:
    """All the cases of `cases/*.txt`, in order."""
    for path in sorted(CASES.glob("*.txt")):
        yield from _cases(path.stem.replace("_", " "), path.read_text("utf-8"))


def _cases(capability: str, text: str) -> Iterator[Case]:
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        name, _, body = part.partition("\n")
        lines = body.strip("\n").split("\n")
        known = " ".join(line[2:] for line in lines if line.startswith("! "))
        others = any(line.startswith("? ") for line in lines)
        source = "\n".join(line for line in lines if not line.startswith(("! ", "? ")))
        yield Case(capability, name.strip(), source, known, others)
