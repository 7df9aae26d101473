"""The quality gate of figures: what was reached once is not lost unnoticed."""

import json
from pathlib import Path

import pytest

from bench import figures


@pytest.mark.data
def test_figures_keep_their_floors(data_dir: Path) -> None:
    assert figures.below_floor(list(figures.labelled(data_dir))) == {}


def test_no_sentence_is_labelled_twice_and_no_label_leaves_its_sentence() -> None:
    rows = [json.loads(line) for line in figures.LABELS.read_text("utf-8").splitlines()]
    assert len({(row["id"], *row["sentence"]) for row in rows}) == len(rows)
    for row in rows:
        start, end = row["sentence"]
        spans = [label["span"] for label in row["figures"]]
        assert spans == sorted(spans)
        assert all(start <= span[0] < span[1] <= end for span in spans)
