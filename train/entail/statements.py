"""Pairs of attributed statements: those of real reports that we labelled, and those we composed.

`labels/statements.jsonl` holds where two statements stand in reports of `data` (record ids and
offsets; no text) and what a reader made of them; `labels/by_lot.jsonl` pairs drawn by lot among
those that linking compares, held to say nothing of each other without having been read: among a
story's pairs few do, and near-misses alone would teach otherwise. `templates/scenes` are this
project's own: a *scene* is one matter, its first line the statement that the labels of the others
refer to.
No story of `bench/labels/pairs.jsonl`, by which linking is measured, is among them.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from train.corpora import records
from train.entail.pairs import BEARINGS, Pair, news_topics
from train.entail.topics import Part, by_topic
from whence.link.entailment.framing import framed
from whence.model import Span, exact

SCENES: Final = Path(__file__).resolve().parent.parent / "templates" / "scenes"
LABELS: Final = Path(__file__).resolve().parent.parent / "labels" / "statements.jsonl"
BY_LOT: Final = LABELS.with_name("by_lot.jsonl")
FILES: Final[Mapping[str, str]] = {
    "fnc": "relations/fnc1.train.bodies.jsonl.gz",
    "egypt": "timelines/t17_egypt.articles.jsonl.gz",
    "haiti": "timelines/t17_haiti.articles.jsonl.gz",
    "libya": "timelines/t17_libya.articles.jsonl.gz",
}
"""The file that each set of labelled statements is from."""

_HELD = 6
"""One in so many scenes is not trained on."""
_STRICTEST: Final[tuple[Part, ...]] = ("held", "tune", "train")
_CUES = ("said", "says", "told reporters", "said in a statement", "told the agency", "said on air")
_ANYBODY = ("he", "she", "they", "the official", "officials", "a spokesman", "the report", "")
_UNNAMED = 0.4
"""The share of composed statements without their speaker: in scenes those who clash have two
names far more often than those who agree, and no reader should go by that."""
_CARRIED = frozenset({"contradicts", "revises", "supports", "none"})


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a scene: what it is to the first, who says it, and what is said."""

    label: str
    speaker: str
    content: str


def scenes(folder: Path = SCENES) -> list[list[Line]]:
    """Return the scenes, each a list of lines whose first is the `base`.

    Raises ValueError for a line that is not `label | date | speaker | content`, for an unknown
    label, and for a scene whose base is not its first line alone.
    """
    found: list[list[Line]] = []
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.startswith("#") or not line.strip():
                continue
            parts = [part.strip() for part in line.split("|")]
            if len(parts) != 4 or parts[0] not in {"base", *BEARINGS} or not all(parts):
                raise ValueError(f"{path.name}:{number}: not label | date | speaker | content")
            if parts[0] == "base":
                found.append([])
            elif not found:
                raise ValueError(f"{path.name}:{number}: a scene begins with its base")
            found[-1].append(Line(parts[0], parts[2], parts[3]))
    return found


def composed_pairs(given: Sequence[Sequence[Line]], seed: int = 3) -> list[Pair]:
    """Return the pairs of scenes: of each line with the base and with what says the same as it."""
    draw = random.Random(seed)  # noqa: S311  no secret
    found = []
    for at, scene in enumerate(given):
        part: Part = "tune" if at % _HELD == 0 else "train"
        texts = [_as_printed(line, draw) for line in scene]
        ones = [0, *(at for at, line in enumerate(scene) if line.label == "same")]
        for place, one in enumerate(ones):
            others = [(other, "same") for other in ones[place + 1 :]]
            others += [(at, line.label) for at, line in enumerate(scene) if line.label in _CARRIED]
            found += [
                _pair(texts[one], texts[other], label, "scenes", part) for other, label in others
            ]
        stranger = draw.choice(given)
        if stranger is not scene:
            found.append(_pair(texts[0], _as_printed(stranger[0], draw), "none", "scenes", part))
    return found


def _as_printed(line: Line, draw: random.Random) -> str:
    speaker = draw.choice(_ANYBODY) if draw.random() < _UNNAMED else line.speaker
    return framed(speaker, draw.choice(_CUES), line.content)


def labelled_pairs(
    data: Path, topic: Mapping[str, str] | None = None, path: Path = LABELS
) -> list[Pair]:
    """Return the labelled pairs of real reports, with their words from `data`; the set is the file.

    `topic` is that of `news_topics`: the bodies of FNC-1 are parted with its headlines.
    """
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    texts = {name: dict(_texts(data / FILES[name])) for name in {row["set"] for row in rows}}
    topic = news_topics(data) if topic is None else topic
    found = []
    for row in rows:
        a, b = (_framed(texts[row["set"]][row[side]["article"]], row[side]) for side in "ab")
        found.append(_pair(a, b, row["label"], path.stem, part_of(row, topic)))
    return found


def part_of(row: Mapping[str, Any], topic: Mapping[str, str]) -> Part:
    """Return the part of a labelled pair: of its topic, the stricter where its sides have two."""
    if row["set"] != "fnc":
        return by_topic(row["story"])
    parts = {by_topic(topic[f"body {row[side]['article']}"]) for side in "ab"}
    return next(part for part in _STRICTEST if part in parts)


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    for record in records(path):
        yield str(record.get("id", record.get("body_id"))), record["text"]


def _framed(text: str, place: Mapping[str, Any]) -> str:
    source, cue, content = (
        exact(text, (Span(start, end) for start, end in place[role]))
        for role in ("source", "cue", "content")
    )
    return framed(source, cue, content)


def _pair(one: str, other: str, label: str, name: str, part: Part) -> Pair:
    return Pair(one, other, {"bearing": BEARINGS.index(label)}, name, part)
