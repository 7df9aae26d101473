"""What is said when the model's files are not as they should be, and how pairs are put together."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.errors import ModelError
from whence.link.entailment import CrossEncoder, cross_encoder
from whence.link.entailment.weights import CONFIG, FORMAT, INFERENCE, NETWORK, load_config
from whence.runtime import VOCABULARY

PAIR = [("The bridge is open.", "The bridge is closed.")]
pieces = st.lists(st.integers(1000, 20000), max_size=60)


def written(folder: Path, **changes: Any) -> Path:
    config = {
        "format": FORMAT,
        "inference": list(INFERENCE),
        "heads": {"inference": [0, 3]},
        "temperature": 1.0,
        "least": {},
        "vocabulary": "0" * 64,
    }
    (folder / CONFIG).write_text(json.dumps({**config, **changes}), encoding="utf-8")
    return folder


def test_an_empty_folder_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"entailment\.json cannot be read .*reinstall whence"):
        CrossEncoder(tmp_path).read(PAIR)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"format": 99}, "format 99"),
        ({"inference": ["yes", "no"]}, "other classes"),
        ({"temperature": 0}, "no temperature"),
        ({"temperature": None}, "damaged"),
        ({"heads": {"stance": [0, 3]}}, "no inference"),
        ({"heads": [1, 2]}, "damaged"),
    ],
)
def test_a_configuration_that_does_not_fit_is_refused(
    tmp_path: Path, changes: dict[str, Any], why: str
) -> None:
    with pytest.raises(ModelError, match=why):
        load_config(written(tmp_path, **changes))


def test_a_configuration_that_is_no_json_is_damaged(tmp_path: Path) -> None:
    (tmp_path / CONFIG).write_bytes(b"\xff{")
    with pytest.raises(ModelError, match="damaged"):
        load_config(tmp_path)


def test_another_vocabulary_than_that_of_training_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not the vocabulary"):
        CrossEncoder(written(tmp_path)).read(PAIR)


def test_a_network_that_is_none_is_damaged(tmp_path: Path) -> None:
    import hashlib

    if not VOCABULARY.is_file():
        pytest.skip("the vocabulary is not shipped")
    summed = hashlib.sha256(VOCABULARY.read_bytes()).hexdigest()
    (written(tmp_path, vocabulary=summed) / NETWORK).write_bytes(b"no network")
    with pytest.raises(ModelError, match=r"entailment\.onnx is damaged"):
        CrossEncoder(tmp_path).read(PAIR)


def test_no_pairs_need_no_model(tmp_path: Path) -> None:
    assert CrossEncoder(tmp_path).read([]) == []


@settings(deadline=None)
@given(pieces, pieces, st.integers(7, 80))
def test_a_pair_is_cut_at_its_longer_side_alone(
    premise: list[int], hypothesis: list[int], size: int
) -> None:
    ids, sides = cross_encoder.assembled(premise, hypothesis, size)
    first = ids[1 : list(ids).index(cross_encoder.SEP)].tolist()
    second = ids[len(first) + 2 : -1].tolist()
    assert len(ids) == min(size, len(premise) + len(hypothesis) + 3)
    assert first == premise[: len(first)]
    assert second == hypothesis[: len(second)]
    if len(premise) + len(hypothesis) + 3 > size:
        assert first == premise or len(first) >= len(second) - 1
        assert second == hypothesis or len(second) >= len(first) - 1
    assert sides.tolist() == [0] * (len(first) + 2) + [1] * (len(second) + 1)
