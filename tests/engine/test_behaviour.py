"""What every engine does, whatever it spreads the work over."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from tests.engine.works import load, work
from tests.store.making import annotated, article

from whence.engine import Engine, InProcess, Limits, LocalProcesses
from whence.errors import ModelError
from whence.model import Annotated, Article, Failure

LIMITS = Limits(max_article_chars=1_000, seconds=20)
NOT_FOUND = Failure("reports/none.txt", "input-not-found", "there is no such file")


@pytest.fixture(params=["in process", "local processes"], scope="module")
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An engine of each kind; a new kind is one more entry here."""
    made = (
        InProcess(work, LIMITS)
        if request.param == "in process"
        else LocalProcesses(load, 2, LIMITS)
    )
    with made as opened:
        yield opened


def articles(*texts: str) -> list[Article]:
    return [article(text, place=f"reports/{number}.txt") for number, text in enumerate(texts)]


def test_results_come_in_the_order_of_the_articles(engine: Engine) -> None:
    given = articles("slow one", *(f"Report {number}." for number in range(20)), "slow last")
    assert list(engine.run(given)) == [annotated(one) for one in given]


def test_no_articles_give_no_results(engine: Engine) -> None:
    assert list(engine.run([])) == []


def test_it_can_run_again(engine: Engine) -> None:
    for _ in range(2):
        assert list(engine.run(articles("One."))) == [annotated(articles("One.")[0])]


def test_failures_are_passed_on_in_their_place(engine: Engine) -> None:
    one, two = articles("slow one", "Two.")
    assert list(engine.run([one, NOT_FOUND, two])) == [annotated(one), NOT_FOUND, annotated(two)]


def test_an_article_that_is_refused_fails_alone(engine: Engine) -> None:
    before, refused, after = engine.run(articles("One.", "fail here", "Two."))
    assert refused == Failure("reports/odd.txt", "input-malformed", "it is odd")
    assert isinstance(before, Annotated)
    assert isinstance(after, Annotated)


def test_a_defect_of_ours_fails_one_article_and_is_told(engine: Engine) -> None:
    broken, after = engine.run(articles("break here", "Two."))
    assert isinstance(broken, Failure)
    assert (broken.input, broken.code) == ("reports/0.txt", "input-not-annotated")
    assert "ZeroDivisionError: a defect of ours, in work" in broken.why
    assert isinstance(after, Annotated)


def test_a_model_that_turns_out_to_be_damaged_ends_the_run(engine: Engine) -> None:
    with pytest.raises(ModelError, match="install whence again"):
        list(engine.run(articles("One.", "unmodelled here", "Two.")))
    assert len(list(engine.run(articles("Two.")))) == 1


def test_a_text_that_is_too_long_fails_alone(engine: Engine) -> None:
    long, after = engine.run(articles("x" * 1_001, "Two."))
    assert isinstance(long, Failure)
    assert long.code == "input-too-large"
    assert "1,001 code points" in long.why
    assert isinstance(after, Annotated)


def test_only_a_few_articles_are_taken_ahead(engine: Engine) -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield article(f"Report {taken}.")

    with closing(engine.run(endless())) as results:
        for done in range(1, 60):
            next(results)
            assert taken <= done + 8


def test_results_do_not_wait_for_the_end_of_the_input(engine: Engine) -> None:
    def two_then_stop() -> Iterator[Article]:
        yield from articles("One.", *["slow one"] * 9)
        raise RuntimeError("read too far")

    with closing(engine.run(two_then_stop())) as results:
        assert isinstance(next(results), Annotated)


def test_what_ends_the_input_ends_the_run(engine: Engine) -> None:
    def broken() -> Iterator[Article]:
        yield from articles("One.")
        raise LookupError("the reader has a defect")

    with pytest.raises(LookupError, match="reader"):
        list(engine.run(broken()))
    assert len(list(engine.run(articles("Two.")))) == 1
