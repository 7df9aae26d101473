"""The two seed reports as a person read them, kept as offsets and labels alone."""

from pathlib import Path

import pytest

from bench.example_story import Score
from bench.seeds import score


@pytest.fixture(scope="module")
def scores(seeds_dir: Path) -> dict[str, Score]:
    return score(seeds_dir)


@pytest.mark.data
@pytest.mark.parametrize(
    ("measure", "floor"),
    [("speaker", 0.95), ("said", 0.90), ("told", 1.0), ("via", 1.0), ("stance", 0.90)],
)
def test_the_seeds_are_read_as_a_person_reads_them(
    scores: dict[str, Score], measure: str, floor: float
) -> None:
    found = scores[measure]
    assert found.precision >= floor, found.differences
    assert found.recall >= floor, found.differences
