"""`whence disputes` and `whence figures`, as one uses them on a ledger."""

import json
from pathlib import Path

import pytest
from tests.cli.running import Whence

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
