"""Our labels beside the texts that they are of, and what is counted on them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from train.corpora import records

Record = dict[str, Any]
Item = TypeVar("Item")


def rows(path: Path) -> list[Record]:
    """The labels of a file, a line each."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def labelled_records(path: Path, data: Path) -> Iterator[tuple[Record, list[Record]]]:
    """Each record of `data` that a file of labels names by ``file`` and ``id``, with its labels.

    Files come in order of their names, the records of a file in its own.
    """
    wanted: dict[str, dict[str, list[Record]]] = {}
    for label in rows(path):
        wanted.setdefault(label["file"], {}).setdefault(label["id"], []).append(label)
    for file in sorted(wanted):
        for record in records(data / file):
            found = wanted[file].pop(record["id"], None)
            if found:
                yield record, found


@dataclass
class Counts(Generic[Item]):
    """What is right, and what is made up or missing."""

    right: int = 0
    wrong: list[Item] = field(default_factory=list)
    missing: list[Item] = field(default_factory=list)

    def line(self, name: str, width: int) -> str:
        """The counts under a name, with precision and recall."""
        found, gold = self.right + len(self.wrong), self.right + len(self.missing)
        precision, recall = self.right / max(1, found), self.right / max(1, gold)
        return (
            f"{name:{width}} right {self.right:3} wrong {len(self.wrong):3} missing "
            f"{len(self.missing):3}   precision {precision:6.1%} recall {recall:6.1%}"
        )
