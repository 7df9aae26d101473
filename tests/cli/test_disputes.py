"""`whence disputes` and `whence figures`, as one uses them on a ledger."""

import json
from pathlib import Path

import pytest
from tests.cli.running import Whence

from whence import pipeline
from whence.store import Access, Ledger

FIRST = """Harbour stays open, says mayor

May 2, 2031

TARNBY — “The harbour gates were opened during the storm night,” Ada Lund said.
"""
SECOND = """Lund's word disputed

May 2, 2031

TARNBY — “The harbour gates were not opened during the storm night,” Per Holm said.
"""


@pytest.fixture
def ledger(whence: Whence, tmp_path: Path) -> Path:
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    held = tmp_path / "news.ledger"
    code, _, said = whence("add", held, tmp_path / "first.txt", tmp_path / "second.txt")
    assert code == 0, said
    return held


def test_disputes_gives_every_claim_with_all(whence: Whence, ledger: Path) -> None:
    code, out, _ = whence("disputes", ledger, "--all")
    assert code == 0
    lines = [line.split("\t") for line in out.splitlines()]
    assert all(len(line) == 6 for line in lines)
    claims = " ".join(line[3] for line in lines)
    assert "were opened during" in claims
    assert "were not opened" in claims


def test_disputes_json_has_the_columns_as_keys(whence: Whence, ledger: Path) -> None:
    code, out, _ = whence("disputes", ledger, "--all", "--json")
    assert code == 0
    rows = json.loads(out)
    assert {"story", "standing", "who", "claim", "origins", "why"} == set(rows[0])


def test_figures_of_reports_without_any_says_so(whence: Whence, ledger: Path) -> None:
    code, out, said = whence("figures", ledger)
    assert (code, out) == (0, "")
    assert "counts nothing more than once" in said


def test_figures_json_of_none_is_an_empty_list(whence: Whence, ledger: Path) -> None:
    code, out, _ = whence("figures", ledger, "--json")
    assert (code, json.loads(out)) == (0, [])


COUNTED = """Ferry sinks off Tarnby

May 2, 2031

TARNBY — “{0} passengers were killed when the ferry sank,” {1} said.
"""


@pytest.fixture
def tolls(whence: Whence, tmp_path: Path) -> Path:
    for name, count, who in (("one", 14, "Ada Lund"), ("two", 23, "Per Holm")):
        (tmp_path / f"{name}.txt").write_text(COUNTED.format(count, who), encoding="utf-8")
    held = tmp_path / "news.ledger"
    code, _, said = whence("add", held, tmp_path / "one.txt", tmp_path / "two.txt")
    assert code == 0, said
    return held


def test_figures_sets_the_counts_of_one_thing_beside_each_other(
    whence: Whence, tolls: Path
) -> None:
    code, out, _ = whence("figures", tolls, "--json")
    assert code == 0
    rows = {row["value"]: row for row in json.loads(out)}
    assert set(rows) == {"14", "23"}
    assert len({row["what"] for row in rows.values()}) == 1
    assert rows["14"]["clashes"] == "23 (Per Holm)"
    assert rows["23"]["clashes"] == "14 (Ada Lund)"


def test_figures_prints_a_line_for_each_value(whence: Whence, tolls: Path) -> None:
    code, out, _ = whence("figures", tolls)
    assert code == 0
    assert [len(line.split("\t")) for line in out.splitlines()] == [9, 9]


def test_the_series_are_kept_in_the_ledger(whence: Whence, tolls: Path) -> None:
    with Ledger.open(str(tolls), Access.READ) as ledger:
        [story] = pipeline.whole(ledger).stories
    [series] = story.linked.series
    assert {point.low for point in series.points} == {14, 23}
