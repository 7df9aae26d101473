"""Files are written whole or not at all."""

import json
import os
import stat
from pathlib import Path

import pytest

from whence.cli.files import OutputError, write_json, write_text


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_text(tmp_path / "a.html", "Tårnby 🌉")
    assert (tmp_path / "a.html").read_text("utf-8") == "Tårnby 🌉"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_is_there_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("before")
    path.chmod(0o640)
    write_text(path, "after")
    assert path.read_text() == "after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_rights_that_files_have(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_text(tmp_path / "a.html", "x")
    assert (tmp_path / "a.html").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.html").write_text("before")
    (tmp_path / "link.html").symlink_to("real.html")
    write_text(tmp_path / "link.html", "after")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_text() == "after"


def test_what_goes_wrong_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.html"
    path.write_text("before")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device; what was there before"):
        write_text(path, "after")
    assert path.read_text() == "before"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_device_is_written_to_as_it_is() -> None:
    write_text(Path(os.devnull), "x")
    assert Path(os.devnull).is_char_device()


def test_half_a_character_is_an_escape_in_json_and_a_mark_elsewhere(tmp_path: Path) -> None:
    write_json(tmp_path / "a.json", {"text": "half \ud83d and “whole” 🌉"})
    raw = (tmp_path / "a.json").read_bytes()
    assert "“whole” 🌉".encode() in raw
    assert json.loads(raw) == {"text": "half \ud83d and “whole” 🌉"}
    write_text(tmp_path / "a.html", "half \ud83d")
    assert (tmp_path / "a.html").read_text("utf-8") == "half ?"
