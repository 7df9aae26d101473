"""`whence report`: the account of some reports, once."""

import io
import json
import re
from pathlib import Path

import jsonschema
import pytest
from tests.cli.running import REPORT, Whence

from whence import __version__


def test_report_prints_the_account_and_ends_well(whence: Whence, reports: Path) -> None:
    status, out, said = whence("report", reports)
    assert status == 0
    assert "The bridge stays shut until the piers are mended" in out
    assert said == ""


def test_report_is_plain_where_it_is_piped(whence: Whence, reports: Path) -> None:
    assert "\x1b" not in whence("report", reports)[1]


def test_report_writes_the_page_and_the_json_account(whence: Whence, reports: Path) -> None:
    status, out, _ = whence("report", reports, "-o", "a.html", "--json", "a.json")
    assert status == 0
    assert out
    assert Path("a.html").read_text("utf-8").lstrip().lower().startswith("<!doctype html>")
    account = json.loads(Path("a.json").read_text("utf-8"))
    assert account["whence"] == __version__
    assert [story["title"] for story in account["stories"]] == [REPORT.split("\n", maxsplit=1)[0]]
    schema = json.loads(whence("schema")[1])
    jsonschema.Draft202012Validator(schema).validate(account)


def test_report_lists_what_failed_at_the_end_and_does_the_rest(
    whence: Whence, reports: Path
) -> None:
    (reports / "empty.txt").touch()
    status, out, said = whence("report", "none.txt", reports, "--json", "a.json")
    assert status == 1
    assert "The bridge stays shut" in out
    head, *lines = said.splitlines()
    assert head == "2 inputs were not read:"
    assert re.fullmatch(r"  none\.txt: .+ \[input-not-found\]", lines[0])
    assert re.fullmatch(r"  .*empty\.txt: .+ \[input-empty\]", lines[1])
    failed = json.loads(Path("a.json").read_text())["failed"]
    assert [failure["code"] for failure in failed] == ["input-not-found", "input-empty"]


def test_report_reads_standard_input(
    whence: Whence, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reports / "bridge.txt").unlink()
    piped = io.TextIOWrapper(io.BytesIO(REPORT.encode()))
    monkeypatch.setattr("sys.stdin", piped)
    status, out, _ = whence("report", "-")
    assert status == 0
    assert "The bridge stays shut" in out


@pytest.mark.parametrize("option", ["--json", "-o"])
def test_a_dash_writes_to_standard_output_instead_of_the_summary(
    whence: Whence, reports: Path, option: str
) -> None:
    _, out, _ = whence("report", reports, option, "-")
    if option == "--json":
        assert json.loads(out)["stories"]
    else:
        assert out.lstrip().lower().startswith("<!doctype html>")
        assert out.rstrip().endswith("</html>")


def test_report_may_be_made_again_in_the_folder_that_it_reads(
    whence: Whence, reports: Path
) -> None:
    run = ("report", reports, "-o", reports / "a.html", "--json", reports / "a.json")
    first = whence(*run)
    assert first[0] == 0
    account = (reports / "a.json").read_text()
    assert whence(*run) == first
    assert (reports / "a.json").read_text() == account


def test_report_takes_the_day_of_publication(whence: Whence, reports: Path) -> None:
    undated = reports / "undated.txt"
    undated.write_text("“The ferry sails again,” Ada Lund said.\n", "utf-8")
    _, out, _ = whence("report", undated, "--published", "2031-07-08", "--json", "-")
    published = json.loads(out)["stories"][0]["articles"][0]["published"]
    assert published["value"] == "2031-07-08"


def test_report_takes_format_language_and_processes(whence: Whence, reports: Path) -> None:
    page = reports / "page.txt"
    page.write_text(f"<html><title>x</title><article><p>{REPORT * 3}</p></article></html>")
    arguments = ("--format", "html", "--language", "de", "--processes", "2")
    _, out, _ = whence("report", page, *arguments, "--json", "-")
    article = json.loads(out)["stories"][0]["articles"][0]
    assert article["format"] == "html"
    assert article["language"] == "de"
