"""Labels before turns: "Q:", "SMITH:", "Mr. Smith:", "**Interviewer:**", "ANNA BERG, HOST:"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from whence.annotate.listing import word_lists
from whence.annotate.stance import is_saying
from whence.model import EntityKind, Mention, Span
from whence.registers import TitleKind, find_title, given_name_gender

_MARKS = r"[*_#>•\-–—\s]{0,6}"
_LABEL = re.compile(
    rf"{_MARKS}(?P<label>[^\W\d_](?:[^:\n*]|\*(?!\*)){{0,60}}?)"
    r"(?P<aside>\s*[(\[][^)\]\n]{1,40}[)\]])?\s*(?:\*\*|__)?(?P<cue>:)(?:\*\*|__)?(?=\s+\S)"
)
_INITIAL = re.compile(
    rf"{_MARKS}(?P<label>[QA])(?P<aside>)(?:\*\*|__)?(?P<cue>[.:])(?:\*\*|__)?(?=\s+\S)"
)
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.?){1,3}|[^\W\d_][\w'’.-]*", re.UNICODE)
_PARTICLES = frozenset(
    {"de", "da", "di", "du", "del", "della", "der", "den", "van", "von", "bin", "ibn", "al", "el"}
)
_CLAUSE = re.compile(r"\b(?:who|which|said|says|is|was|are|were|has|had)\b")
_LONGEST_NAME = 4
_LONGEST_ROLE = 9


class Sort(StrEnum):
    """What a label goes by."""

    INITIAL = "initial"  # Q, A
    ROLE = "role"  # Interviewer, The Chair
    CAPITALS = "capitals"  # SMITH; ANNA BERG, HOST
    NAME = "name"  # Anna Berg; Mr. Smith


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a passage: its words, its mark, and where the turn begins."""

    sort: Sort
    words: Span
    mark: Span
    turn: Span
    key: str


def label_of(text: str, passage: Span) -> Label | None:
    """The label that a passage begins with; ``None`` where what stands there can be none."""
    words = passage.of(text)
    found = _INITIAL.match(words) or _LABEL.match(words)
    if found is None:
        return None
    turn = Span(passage.start + found.end(), passage.end).trim(text)
    label = Span(*found.span("label")).shift(passage.start).trim(text)
    sort = None if label is None else _sort(label.of(text))
    if turn is None or label is None or sort is None or not _has_words(turn.of(text)):
        return None
    mark = Span(*found.span("cue")).shift(passage.start)
    return Label(sort, label, mark, turn, _key(label.of(text), sort))


def _has_words(turn: str) -> bool:
    return sum(char.isalpha() for char in turn) >= 2


def _sort(label: str) -> Sort | None:
    name, _, role = label.partition(",")
    words = name.split()
    plain = " ".join(words).lower().removeprefix("the ").rstrip(".")
    if label in {"Q", "A"}:
        return Sort.INITIAL
    # "Anna Berg, who lives nearby, said:" is the reporter's sentence.
    is_sentence = is_saying(label.lower().split()[-1]) or _CLAUSE.search(role)
    if is_sentence or plain in _listed()["service"] or len(role.split()) > _LONGEST_ROLE:
        return None
    if plain in _listed()["speaker"]:
        return Sort.ROLE if label[0].isupper() else None
    if not _is_name_run(words):
        return None
    return Sort.CAPITALS if name.upper() == name else Sort.NAME


def _is_name_run(words: Sequence[str]) -> bool:
    """Whether words may be a person's name, titles included."""
    if not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    proper = [word for word in words if word.lower() not in _PARTICLES]
    if not proper or words[0] in {"The", "A", "An", "He", "She", "They", "It", "We", "I", "You"}:
        return False
    return len(words) <= _LONGEST_NAME and all(word[0].isupper() for word in proper)


def _key(label: str, sort: Sort) -> str:
    """What turns of one speaker share: the last word of the name, without the role after it."""
    name = label.partition(",")[0].lower()
    return name if sort in {Sort.INITIAL, Sort.ROLE} else name.split()[-1].replace("’", "'")


class People:
    """The people named in a text, as labels may take them up: by a part of the name or initials."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        places = (one for one in mentions if one.kind is EntityKind.PLACE)
        #: Where the names of places begin.
        self.elsewhere = {one.span.start for one in places}
        people = [one.span for one in mentions if one.kind is EntityKind.PERSON]
        self._starts = {span.start for span in people}
        names = [span.of(text).lower().split() for span in people]
        self._parts = {part for name in names for part in name}
        self._initials = {"".join(part[0] for part in name) for name in names}

    def has(self, text: str, label: Label) -> bool:
        """Whether something beside its place shows that a label is a person's name."""
        words = label.words.of(text).partition(",")[0].split()
        title = find_title(words[0])
        titled = title is not None and title.kind in {TitleKind.HONORIFIC, TitleKind.RANK}
        if (titled and len(words) > 1) or given_name_gender(words[0].title()) is not None:
            return True
        if label.words.start in self._starts or words[-1].lower() in self._parts:
            return True
        return len(words) == 1 and 1 < len(words[0]) < 4 and words[0].lower() in self._initials


@cache
def _listed() -> Mapping[str, frozenset[str]]:
    return word_lists("whence.annotate.turns", "labels.txt")
