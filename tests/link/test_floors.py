"""The quality gate: what stories and derivations reached once, they do not lose unnoticed.

Floors go up easily, and down only with a stated reason. `python -m bench.stories` and
`python -m bench.derivations` measure all.
"""

import json
from pathlib import Path

import pytest

from bench import derivations, stories


@pytest.mark.data
def test_stories_keep_their_floors(data_dir: Path) -> None:
    floors = json.loads(stories.FLOORS.read_text(encoding="utf-8"))
    assert stories.digest(data_dir) == floors["data"], "measured on other data: measure anew"
    found = stories.gated(data_dir)
    below = {name: found[name] for name, floor in floors["floors"].items() if found[name] < floor}
    assert not below, f"below the floors {floors['floors']}: {below}"
    assert found.keys() == floors["floors"].keys()


@pytest.mark.data
def test_derivations_keep_their_floors(data_dir: Path) -> None:
    floors = json.loads(derivations.FLOORS.read_text(encoding="utf-8"))
    assert derivations.digest(data_dir) == floors["data"], "measured on other data: measure anew"
    found = derivations.gated(data_dir)
    below = {name: found[name] for name, floor in floors["floors"].items() if found[name] < floor}
    assert not below, f"below the floors {floors['floors']}: {below}"
    assert found.keys() == floors["floors"].keys()
