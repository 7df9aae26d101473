"""The verbs of a ledger: `add`, `stories`, `show`, `refresh`."""

import json
from pathlib import Path

import pytest
from tests.cli.quoting import Better
from tests.cli.running import REPORT, Whence, use

from whence.store import Ledger


def test_a_ledger_grows_and_is_listed_and_shown(whence: Whence, reports: Path) -> None:
    assert whence("add", "news.ledger", reports) == (0, "", "1 added\n")
    assert whence("add", "news.ledger", reports) == (0, "", "0 added, 1 held already\n")
    status, out, _ = whence("stories", "news.ledger")
    assert status == 0
    id_, *columns = out.rstrip("\n").split("\t")
    assert columns == ["2031-05-02", "1", "1", "The old bridge at Tarnby is shut"]
    (entry,) = json.loads(whence("stories", "news.ledger", "--json")[1])
    assert entry == {
        "id": id_,
        "title": "The old bridge at Tarnby is shut",
        "first": "2031-05-02",
        "last": "2031-05-02",
        "articles": 1,
        "outlets": 1,
    }
    status, out, _ = whence("show", "news.ledger", entry["id"][:-3], "--json", "a.json")
    assert status == 0
    assert "The bridge stays shut" in out
    assert json.loads(Path("a.json").read_text())["stories"][0]["id"] == entry["id"]


def test_a_ledger_may_lie_in_the_folder_that_is_added(whence: Whence, reports: Path) -> None:
    for _ in range(2):
        assert whence("add", reports / "news.ledger", reports)[0] == 0


def test_a_ledger_is_added_to_although_some_inputs_fail(whence: Whence, reports: Path) -> None:
    status, _, said = whence("add", "news.ledger", "none.txt", reports)
    assert status == 1
    assert said.startswith("1 added\n1 input was not read:\n  none.txt: ")


def test_a_ledger_is_read_anew_by_another_model(
    whence: Whence, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whence("add", "news.ledger", reports)
    use(monkeypatch, Better)
    assert whence("refresh", "news.ledger") == (0, "", "0 added, 1 read anew\n")
    assert whence("refresh", "news.ledger", "--processes", "1") == (0, "", "0 added\n")


def test_a_ledger_without_a_story_says_how_to_go_on(whence: Whence, reports: Path) -> None:
    assert whence("add", "news.ledger", reports / "none.txt")[0] == 1
    status, out, said = whence("stories", "news.ledger")
    assert (status, out) == (0, "")
    assert "`whence add news.ledger PATH…`" in said
    assert json.loads(whence("stories", "news.ledger", "--json")[1]) == []


def test_an_unknown_story_is_wrong_usage(whence: Whence, reports: Path) -> None:
    whence("add", "news.ledger", reports)
    status, out, said = whence("show", "news.ledger", "story-0")
    assert (status, out) == (2, "")
    assert "no story 'story-0'; `whence stories LEDGER` lists them" in said


@pytest.mark.parametrize("verb", [("stories",), ("show",), ("refresh",)])
def test_a_missing_ledger_is_told(whence: Whence, reports: Path, verb: tuple[str, ...]) -> None:
    story = ("s",) if verb == ("show",) else ()
    status, _, said = whence(*verb, "none.ledger", *story)
    assert status == 3
    assert "there is no ledger none.ledger; `whence add none.ledger PATH…` begins one" in said
    assert list(Path().iterdir()) == [Path(reports.name)]


def test_a_file_that_is_no_ledger_is_left_alone(whence: Whence, reports: Path) -> None:
    status, _, said = whence("add", reports / "bridge.txt", reports)
    assert status == 3
    assert "is not a ledger" in said
    assert (reports / "bridge.txt").read_text("utf-8") == REPORT


def test_a_page_is_not_written_over_a_ledger(whence: Whence, reports: Path) -> None:
    whence("add", "news.ledger", reports)
    status, _, said = whence("show", "news.ledger", "story", "-o", "news.ledger")
    assert status == 2
    assert "is one of the inputs" in said
    Ledger.open("news.ledger").close()


def test_a_ledger_that_would_be_gone_is_wrong_usage(whence: Whence, reports: Path) -> None:
    status, _, said = whence("add", ":memory:", reports)
    assert status == 2
    assert "name a file" in said
