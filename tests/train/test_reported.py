"""Silver pairs of reported contents: what the words alone tell of two of them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from train.entail.pairs import INFERENCES, Pair
from train.entail.reported import reported

QUOTE = "The ferry left Oster harbour before the storm warning and sank near the lighthouse."
CLIP = "The ferry left Oster harbour before the storm warning."
REPEATED = "The ferry had left Oster harbour before the storm warning and sank near the lighthouse."
RELATED = "Divers from Oster reached the ferry on Tuesday and found nobody in its cabins there."
DENIED = "The ferry never left Oster harbour before the storm warning nor near the lighthouse."


def pairs(tmp_path: Path, *contents: str) -> list[Pair]:
    """Return the pairs of an article that reports these contents."""
    text = "\n".join(contents)
    spans = [[text.index(each), text.index(each) + len(each)] for each in contents]
    attributions = [{"content": [span]} for span in spans]
    path = tmp_path / "news.jsonl.gz"
    record = {"id": "a", "text": text, "attributions": attributions}
    path.write_bytes(gzip.compress(json.dumps(record).encode()))
    return reported(path, 10)


def known(found: list[Pair]) -> set[tuple[str, str, str]]:
    """Return set, premise and label of each pair."""
    return {(one.set, one.premise, INFERENCES[one.labels["inference"]]) for one in found}


def test_a_clip_follows_from_the_whole_and_not_the_other_way_round(tmp_path: Path) -> None:
    assert known(pairs(tmp_path, QUOTE, CLIP)) == {
        ("clipped", QUOTE, "entailment"),
        ("clipped", CLIP, "neutral"),
    }


def test_two_wordings_follow_from_each_other(tmp_path: Path) -> None:
    assert known(pairs(tmp_path, QUOTE, REPEATED)) == {
        ("repeated", QUOTE, "entailment"),
        ("repeated", REPEATED, "entailment"),
    }


def test_another_matter_of_one_event_is_neutral(tmp_path: Path) -> None:
    assert known(pairs(tmp_path, CLIP, RELATED)) <= {
        ("related", CLIP, "neutral"),
        ("related", RELATED, "neutral"),
    }


@pytest.mark.parametrize("other", [QUOTE, CLIP, REPEATED])
def test_nothing_is_said_of_what_may_be_the_reverse(tmp_path: Path, other: str) -> None:
    assert not pairs(tmp_path, other, DENIED)


def test_at_most_so_many_of_each_set_always_the_same(tmp_path: Path) -> None:
    many = [QUOTE, *(f"{REPEATED[:-1]} off Oster {mark}." for mark in ("bay", "head", "reef"))]
    found = pairs(tmp_path, *many)
    assert found == pairs(tmp_path, *many)
    assert all(sum(one.set == name for one in found) <= 10 for name in ("repeated", "related"))
