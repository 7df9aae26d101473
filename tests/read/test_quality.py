"""Floors under what reading was measured at, on data that is not part of the project."""

from pathlib import Path

import pytest

from bench import extraction

pytestmark = pytest.mark.data


def test_the_floors_were_measured_on_the_data_that_is_here(data_dir: Path) -> None:
    assert extraction.changed(data_dir) == []


@pytest.mark.parametrize("name", extraction.SETS)
def test_pages_are_read_no_worse_than_measured(data_dir: Path, name: str) -> None:
    found = extraction.measure(extraction.SETS[name](data_dir), alone=False)
    assert extraction.below(name, found) == []
