"""The quality gate: what the shipped model reached once, it does not lose unnoticed.

Floors go up easily, and down only with a stated reason. `python -m bench.entailment` measures all.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import entailment
from whence.link.entailment import CrossEncoder
from whence.link.entailment.weights import FOLDER


@pytest.mark.data
def test_inference_keeps_its_floor(data_dir: Path, model: CrossEncoder) -> None:
    assert model.digest
    floors = json.loads(entailment.FLOORS.read_text(encoding="utf-8"))
    found = {name: entailment.digest(data_dir / path) for name, path in entailment.DATA.items()}
    assert found == floors["data"], "measured on other data: measure the floors anew"
    quick = entailment.quick(data_dir)
    below = {name: quick[name] for name, floor in floors["quick"].items() if quick[name] < floor}
    assert not below, f"below the floors {floors['quick']}: {below}"


def test_the_model_is_small(model: CrossEncoder) -> None:
    assert model.digest
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 25_000_000
