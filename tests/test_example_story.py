"""The example story from bytes to account, against the truth and the golden account."""

import difflib
import json
from pathlib import Path

import pytest

from bench.example_story import EXAMPLES, Score, score_account
from bench.golden import GOLDEN, render
from whence.model import Account, exact
from whence.pipeline import report

FLOORS = json.loads(
    (Path(__file__).parent.parent / "bench" / "floors" / "example_story.json").read_text("utf-8")
)


@pytest.fixture(scope="module")
def account() -> Account:
    return report([str(EXAMPLES / "reports")])


@pytest.fixture(scope="module")
def scores(account: Account) -> dict[str, Score]:
    return score_account(account)


def test_the_twelve_reports_are_one_story_and_none_fails(account: Account) -> None:
    assert [len(story.articles) for story in account.stories] == [12]
    assert account.failed == ()


@pytest.mark.parametrize("measure", sorted(FLOORS["floors"]))
def test_no_measure_falls_below_its_floor(measure: str, scores: dict[str, Score]) -> None:
    floor, score = FLOORS["floors"][measure], scores[measure]
    got = {"precision": round(score.precision, 3), "recall": round(score.recall, 3)}
    assert all(got[side] >= floor[side] for side in floor), (got, floor, score.differences)


def test_the_account_is_the_golden_one(account: Account) -> None:
    """`python -m bench.golden` changes it, after a person has read the difference."""
    now, golden = render(account), GOLDEN.read_text("utf-8")
    difference = "\n".join(
        difflib.unified_diff(
            golden.splitlines(), now.splitlines(), "golden", "now", lineterm="", n=1
        )
    )
    assert now == golden, difference


def test_everything_shown_points_at_its_words(account: Account) -> None:
    for story in account.stories:
        words = {
            statement.id: exact(annotated.article.text, statement.content)
            for annotated in story.articles
            for statement in annotated.statements
        }
        for claim in story.linked.claims:
            assert claim.text == words[claim.statements[0]]
        text = {annotated.article.id: annotated.article.text for annotated in story.articles}
        for relation in story.linked.relations:
            assert all(p.span.of(text[p.article]) for p in relation.because.passages)


def test_nobody_speaks_in_a_caption(account: Account) -> None:
    for story in account.stories:
        for annotated in story.articles:
            read = annotated.article.passages()
            for statement in annotated.statements:
                for piece in (*statement.source, *statement.cue, *statement.content):
                    assert any(passage.contains(piece) for passage in read), piece
