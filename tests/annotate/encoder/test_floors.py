"""The quality gate: what the shipped model reached once, it does not lose unnoticed.

Floors go up easily, and down only with a stated reason. `python -m bench.attribution` measures all.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import attribution
from whence.annotate.encoder import Encoder

FLOORS = json.loads(attribution.FLOORS.read_text(encoding="utf-8"))


@pytest.mark.data
def test_the_data_is_that_of_the_floors(data_dir: Path) -> None:
    found = {name: attribution.digest(data_dir / path) for name, path in attribution.DATA.items()}
    assert found == FLOORS["data"], "measured on other data: measure the floors anew"


@pytest.mark.data
def test_attributions_keep_their_floor(data_dir: Path, encoder: Encoder) -> None:
    assert encoder.digest
    found = attribution.quick(data_dir)
    below = {name: found[name] for name, floor in FLOORS["quick"].items() if found[name] < floor}
    assert not below, f"below the floors {FLOORS['quick']}: {below}"


def test_the_model_is_small(encoder: Encoder) -> None:
    from whence.annotate.encoder.weights import FOLDER

    size = sum(path.stat().st_size for path in FOLDER.iterdir())
    assert size <= 25_000_000
