"""Pairs of attributed statements: composed in scenes, and labelled in reports."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.labelled import rows
from bench.relations import LABELS as MEASURED
from train.entail.pairs import BEARINGS
from train.entail.statements import (
    BY_LOT,
    FILES,
    LABELS,
    composed_pairs,
    labelled_pairs,
    scenes,
)
from whence.link.entailment.framing import framed

SCENE = """
# The bridge at Orlo
base | 2 May | Mayor Ada Venn | the bridge is safe
same | 3 May | Venn | “It is safe to cross”
contradicts | 3 May | an engineer | two of its piers are cracked
none | 3 May | Venn | the bridge was built in 1961
"""


def written(folder: Path, text: str) -> Path:
    (folder / "one.txt").write_text(text, encoding="utf-8")
    return folder


def test_our_own_scenes_have_one_base_and_something_to_hold_against_it() -> None:
    found = scenes()
    assert len(found) > 600
    for scene in found:
        labels = [line.label for line in scene]
        assert labels.count("base") == 1
        assert labels[0] == "base"
        assert {"same", "contradicts", "none"} <= set(labels)


def test_what_says_the_same_as_the_base_stands_in_for_it(tmp_path: Path) -> None:
    pairs = composed_pairs(scenes(written(tmp_path, SCENE)))
    labels = Counter(BEARINGS[pair.labels["bearing"]] for pair in pairs)
    assert labels == {"same": 1, "contradicts": 2, "none": 2}
    assert len({pair.part for pair in pairs}) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("base | 2 May | Venn", "one.txt:1: not label"),
        ("maybe | 2 May | Venn | it is safe", "one.txt:1: not label"),
        ("base | 2 May | | it is safe", "one.txt:1: not label"),
        ("same | 2 May | Venn | it is safe", "one.txt:1: a scene begins"),
    ],
)
def test_a_line_that_is_none_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        scenes(written(tmp_path, text))


@pytest.mark.data
@pytest.mark.parametrize("path", [LABELS, BY_LOT])
def test_labels_point_at_words_and_stay_off_what_is_measured(path: Path, data_dir: Path) -> None:
    pairs = labelled_pairs(data_dir, path=path)
    assert {row["set"] for row in rows(path)} <= FILES.keys()
    assert not {row["set"] for row in rows(MEASURED)} & FILES.keys()
    assert {pair.part for pair in pairs} == {"train", "tune", "held"}
    assert all(pair.premise.strip() and pair.hypothesis.strip() for pair in pairs)


@given(st.text(), st.text(), st.text())
def test_a_statement_is_one_line_that_ends_with_its_content(
    source: str, cue: str, content: str
) -> None:
    line = framed(source, cue, content)
    assert line.endswith(" ".join(content.split()))
    assert line.split() == line.replace("\n", " ").split()
    assert len(line.splitlines()) <= 1
