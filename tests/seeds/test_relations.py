"""What the account of the two seed reports holds against what, by offsets and labels alone."""

import json
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from bench.example_story import Matcher, Row
from whence.model import Account, RelationKind
from whence.pipeline import report

LABELS = Path(__file__).with_name("relations.jsonl")
ROWS: list[Row] = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def account(seeds_dir: Path) -> Account:
    return report([str(seeds_dir)])


def _case(row: Row) -> ParameterSet:
    marks = [pytest.mark.xfail(strict=True, reason=row["not_yet"])] if "not_yet" in row else []
    return pytest.param(row, marks=marks, id=f"{row['kind']} {row['a']['content'][0]}")


@pytest.mark.data
@pytest.mark.parametrize("row", [_case(row) for row in ROWS])
def test_two_statements_stand_to_each_other_as_a_person_reads_them(
    account: Account, row: Row
) -> None:
    matcher = Matcher(account)
    one, other = matcher.find(row["a"]), matcher.find(row["b"])
    assert one
    assert other
    pair = {matcher.claim(row["a"], one), matcher.claim(row["b"], other)}
    if row["kind"] == "same":
        assert len(pair) == 1
        return
    [story] = account.stories
    held = [found for found in story.linked.relations if {found.a, found.b} == pair]
    if row["kind"] == "none":
        assert not any(found.kind is RelationKind.CONTRADICTS for found in held)
        return
    assert [found.kind.value for found in held] == [row["kind"]]
    if "reason" in row:
        assert held[0].because.reason == row["reason"]
