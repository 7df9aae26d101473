"""What can only happen where annotation has processes of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.engine.works import load, load_and_die, load_without_end, load_without_model
from tests.store.making import annotated, article

from whence.engine import Limits, LocalProcesses
from whence.errors import ModelError
from whence.model import Annotated, Article, Failure

ROOT = Path(__file__).resolve().parents[2]

RUNNING = """
import os, signal, sys
from tests.engine.works import load
from tests.store.making import article
from whence.engine import Limits, LocalProcesses

if __name__ == "__main__":
    # A shell that runs the tests in the background has them ignore interrupts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with LocalProcesses(load, 2, Limits()) as engine:
            for result in engine.run(article(f"slow {n}") for n in range(10_000)):
                pids = " ".join(str(worker._process.pid) for worker in engine._workers)
                print(pids, flush=True)
    except KeyboardInterrupt:
        sys.exit(130)
"""


def run(*texts: str, processes: int = 2, seconds: float = 20) -> list[Annotated | Failure]:
    with LocalProcesses(load, processes, Limits(seconds=seconds)) as engine:
        return list(engine.run(map(article, texts)))


@pytest.mark.parametrize(("asked", "said"), [("crash", "Segmentation fault"), ("leave", "exit 3")])
def test_a_process_that_ends_takes_one_article_with_it(asked: str, said: str) -> None:
    texts = ["One.", f"{asked} here", "Two.", "Three.", f"{asked} again", "Four."]
    results = run(*texts)
    for text, result in zip(texts, results, strict=True):
        if text.startswith(asked):
            assert isinstance(result, Failure)
            assert result.code == "input-not-annotated"
            assert said in result.why
        else:
            assert result == annotated(article(text))


def test_an_article_that_takes_too_long_is_stopped() -> None:
    hung, after = run("hang here", "Two.", processes=1, seconds=0.5)
    assert isinstance(hung, Failure)
    assert "longer than 0.5 s" in hung.why
    assert isinstance(after, Annotated)


def test_a_model_that_is_never_ready_is_an_error_that_says_so() -> None:
    engine = LocalProcesses(load_without_end, 1, Limits(load_seconds=0.5))
    with engine, pytest.raises(ModelError, match=r"not ready after 0\.5 s .*--processes 1"):
        next(engine.run([article("One.")]))


def test_a_long_text_goes_there_and_back() -> None:
    text = "Whole 🚒. " * 90_000
    assert run(text) == [annotated(article(text))]


@pytest.mark.parametrize(
    ("loading", "said"),
    [(load_without_model, "install whence again"), (load_and_die, "ended while it started")],
)
def test_a_model_that_cannot_be_loaded_is_an_error_and_no_failure(
    loading: object, said: str
) -> None:
    def first() -> Annotated | Failure:
        with LocalProcesses(loading, 2, Limits()) as engine:  # type: ignore[arg-type]
            return next(engine.run([article("One."), article("Two.")]))

    with pytest.raises(ModelError, match=said):
        first()


def test_leaving_in_the_middle_ends_all_processes() -> None:
    with LocalProcesses(load, 2, Limits()) as engine:
        next(engine.run(article(text) for text in ["One.", "Two.", "hang", "hang", "hang"]))
        processes = [worker._process for worker in engine._workers]
    assert processes
    assert not any(process.is_alive() for process in processes)


class TestSignals:
    def start(self) -> tuple["subprocess.Popen[str]", list[int]]:
        process = subprocess.Popen(
            [sys.executable, "-c", RUNNING],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            start_new_session=True,  # a group of its own, as a terminal gives each command
        )
        assert process.stdout
        workers: list[int] = []
        while len(workers) < 2:
            workers = [int(pid) for pid in process.stdout.readline().split()]
        return process, workers

    def test_an_interrupt_from_the_terminal_ends_everything_without_a_word(self) -> None:
        process, workers = self.start()
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=20)
        assert process.returncode == 130
        assert said == ""
        assert_gone(workers)

    def test_no_process_outlives_a_parent_that_was_killed(self) -> None:
        process, workers = self.start()
        process.kill()
        process.communicate(timeout=20)
        assert_gone(workers)


def assert_gone(pids: list[int]) -> None:
    for _ in range(100):
        left = [pid for pid in pids if is_running(pid)]
        if not left:
            return
        time.sleep(0.1)
    pytest.fail(f"still running: {left}")


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def test_articles_are_not_mixed_up_over_many_processes() -> None:
    given: list[Article] = [article(f"Report {number}.") for number in range(200)]
    with LocalProcesses(load, 3, Limits()) as engine:
        results = list(engine.run(given))
    assert [result.article for result in results if isinstance(result, Annotated)] == given
