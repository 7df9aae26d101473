"""Places: files, folders, globs, standard input; and what is wrong with some of them."""

import io
import json
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.read.reading import BODY

from whence.errors import UsageError
from whence.model import Article, Failure
from whence.read import ReadOptions, read_paths
from whence.read.compose import compose

OPTIONS = ReadOptions()


def places(*named: str | Path) -> list[str]:
    """What is read from these places: the names of articles, and codes of failures in brackets."""
    return [
        f"[{found.code}] {Path(found.input).name}"
        if isinstance(found, Failure)
        else Path(str(found.provenance)).name
        for found in read_paths(map(str, named), OPTIONS)
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text(BODY)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "z.jsonl").write_text(json.dumps({"text": BODY}) + "\n{broken\n")
    (tmp_path / "a" / "c.txt").write_text("")
    (tmp_path / ".hidden.txt").write_text(BODY)
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.4")
    return tmp_path


def test_a_folder_is_read_through_in_sorted_order(folder: Path) -> None:
    assert places(folder) == [
        "[input-empty] c.txt",
        "z.jsonl#1",
        "[input-malformed] z.jsonl#2",
        "b.txt",
        "[input-unknown-format] d.pdf",
    ]


def test_a_pattern_stands_for_the_files_that_match_it(folder: Path) -> None:
    assert places(folder / "*.txt") == ["b.txt"]
    assert places(folder / "**" / "*.txt") == ["[input-empty] c.txt", "b.txt"]
    assert places(folder / "*.html") == ["[input-not-found] *.html"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "[draft].txt").write_text(BODY)
    assert places(tmp_path / "[draft].txt") == ["[draft].txt"]


def test_a_missing_place_costs_nothing_else(folder: Path) -> None:
    assert places(folder / "gone.txt", folder / "b.txt") == ["[input-not-found] gone.txt", "b.txt"]
    assert places("", folder / "b.txt") == ["[input-not-found] (empty)", "b.txt"]
    assert places("a\x00b") == ["[input-not-found] a\x00b"]


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    assert places(tmp_path) == [f"[input-not-found] {tmp_path.name}"]


def test_links_in_a_circle_end(folder: Path) -> None:
    (folder / "a" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "a" / "nowhere.txt").symlink_to(folder / "gone.txt")
    (folder / "a" / "self.txt").symlink_to(folder / "a" / "self.txt")
    assert places(folder) == [
        "[input-empty] c.txt",
        "[input-not-found] nowhere.txt",
        "[input-not-found] self.txt",
        "z.jsonl#1",
        "[input-malformed] z.jsonl#2",
        "b.txt",
        "[input-unknown-format] d.pdf",
    ]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert places(tmp_path) == ["[input-unknown-format] pipe.txt"]


def test_a_file_that_may_not_be_opened_fails_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, mode: str) -> object:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("builtins.open", refuse)
    assert places(folder / "b.txt") == ["[input-not-found] b.txt"]


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.BufferedReader(io.BytesIO(json.dumps({"text": BODY}).encode()))
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=data))
    assert places("-") == ["-#1"]


def test_articles_come_one_at_a_time(folder: Path) -> None:
    (folder / "many.jsonl").write_text(json.dumps({"text": BODY}) + "\n")
    stream = read_paths([str(folder / "many.jsonl"), str(folder / "gone.txt")], OPTIONS)
    assert isinstance(next(stream), Article)
    assert isinstance(next(stream), Failure)


@pytest.mark.parametrize("bad", [{"format": "pdf"}, {"language": "english"}, {"language": "EN"}])
def test_options_that_are_not_allowed_say_what_is(bad: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=r"must be one of|two-letter"):
        ReadOptions(**bad)  # type: ignore[arg-type]


def test_what_nobody_foresaw_costs_one_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(draft: object, place: str, options: object) -> Article:
        if place.endswith("b.txt"):
            raise ZeroDivisionError("a defect")
        return compose(draft, place, options)  # type: ignore[arg-type]

    monkeypatch.setattr("whence.read.inputs.compose", broken)
    (folder / "z.txt").write_text(BODY, encoding="utf-8")
    assert places(folder / "b.txt", folder / "z.txt") == ["[input-not-read] b.txt", "z.txt"]


def test_closed_standard_input_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    monkeypatch.setattr("sys.stdin", None)
    assert places("-", tmp_path / "a.txt") == ["[input-not-found] -", "a.txt"]


def test_standard_input_that_cannot_be_read_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            del buffer
            raise OSError(5, "Input/output error")

    (tmp_path / "a.txt").write_text(BODY)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(Failing())))
    assert places("-", tmp_path / "a.txt") == ["[input-not-found] -", "a.txt"]


def test_a_defect_of_a_reader_costs_one_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def defective(*_: object) -> None:
        raise RuntimeError("a defect")

    monkeypatch.setattr("whence.read.html.read_facts", defective)
    (tmp_path / "a.html").write_text(f"<html><body><article><p>{BODY}</p></article></body></html>")
    (tmp_path / "b.txt").write_text(BODY)
    assert places(tmp_path) == ["[input-not-read] a.html", "b.txt"]


@pytest.mark.parametrize("text", [5, {"name": "Osk"}, True, ["Osk"]])
def test_what_is_no_text_is_no_article(tmp_path: Path, text: object) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text}))
    assert places(tmp_path / "a.jsonl") == ["[input-empty] a.jsonl#1"]


def test_an_array_of_no_records_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]")
    assert places(tmp_path / "a.json") == ["[input-empty] a.json"]


@pytest.mark.parametrize("code", ["e\x1b", "e1", "EN", "", "xx", "eng"])
def test_a_language_is_a_code_that_stands_for_one(code: str) -> None:
    with pytest.raises(UsageError, match="two-letter"):
        ReadOptions(language=code)


def test_a_word_without_end_is_read_like_any_other(folder: Path) -> None:
    (folder / "long.txt").write_text(f"{BODY}\n\n{'a' * 400_000}\n", encoding="utf-8")
    [found] = read_paths([str(folder / "long.txt")], OPTIONS)
    assert isinstance(found, Article)
    assert found.text.endswith("aaa\n")
