"""What the recipes keep between runs, and how the shipped files get to their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from train.keep import kept, put


def test_what_was_made_once_is_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "not there yet" / "made.pickle"
    assert kept(path, lambda: [1, 2]) == [1, 2]
    assert kept(path, lambda: [3]) == [1, 2]


def test_what_could_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "made.pickle"
    with pytest.raises(ZeroDivisionError):
        kept(path, lambda: 1 // 0)
    assert kept(path, lambda: 5) == 5
    assert [each.name for each in tmp_path.iterdir()] == ["made.pickle"]


def test_files_take_the_place_of_older_ones(tmp_path: Path) -> None:
    made, target = tmp_path / "made", tmp_path / "deep" / "target"
    made.mkdir()
    for words in ("older", "newer"):
        (made / "weights").write_text(words, "utf-8")
        put(made, target)
    assert {each.name: each.read_text("utf-8") for each in target.iterdir()} == {"weights": "newer"}
