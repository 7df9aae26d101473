"""How the command ends when it is called wrongly, cannot work, or is stopped."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.quoting import Missing
from tests.cli.running import REPORT, Whence, use

from whence import __version__


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["report"], "Missing argument 'PATH…'"),
        (["repeat"], "No such command 'repeat'"),
        (["report", "--nothing", "reports"], "No such option"),
        (["report", "reports", "--published", "May 2"], "May 2"),
        (["report", "reports", "--format", "pdf"], "'pdf'"),
        (["report", "reports", "--language", "english"], "two-letter ISO 639-1 code"),
        (["report", "reports", "--processes", "-1"], "-1"),
        (["report", "reports", "-o", "."], "is a folder"),
        (["report", "reports", "-o", "no/such/a.html"], "there is no folder"),
        (["report", "reports", "-o", "a", "--json", "a"], "named for two outputs"),
        (["report", "reports", "-o", "-", "--json", "-"], "named for two outputs"),
        (["report", "reports/bridge.txt", "-o", "reports/bridge.txt"], "one of the inputs"),
        (["add", "news.ledger"], "Missing argument 'PATH…'"),
        (["show", "news.ledger"], "Missing argument 'STORY'"),
        (["stories"], "Missing argument 'LEDGER'"),
    ],
)
def test_wrong_usage_ends_with_2_says_why_and_does_nothing(
    whence: Whence, reports: Path, arguments: list[str], said: str
) -> None:
    status, out, heard = whence(*arguments)
    assert status == 2
    assert out == ""
    assert said in heard
    assert "Traceback" not in heard
    assert (reports / "bridge.txt").read_text("utf-8") == REPORT
    assert [path.name for path in reports.parent.iterdir()] == ["reports"]


def test_wrong_usage_of_the_environment_is_told(
    whence: Whence, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHENCE_BATCH", "many")
    status, _, said = whence("report", reports)
    assert status == 2
    assert "WHENCE_BATCH is 'many'; it must be a whole number of articles" in said


def test_a_missing_model_ends_it_with_advice(
    whence: Whence, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, Missing)
    status, out, said = whence("report", reports, "-o", "a.html")
    assert (status, out) == (3, "")
    assert said == "Error: the model's weights are not there; install whence again\n"
    assert not Path("a.html").exists()


def test_an_interruption_is_one_line(
    whence: Whence, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("whence.pipeline.report", interrupt)
    status, _, said = whence("report", reports)
    assert status == 130
    assert said.strip() == "Stopped. What was added to a ledger before is kept."


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_the_version_is_told(whence: Whence, option: str) -> None:
    assert whence(option) == (0, f"whence {__version__}\n", "")


def test_the_version_does_not_wait_for_the_rooms() -> None:
    code = (
        "import sys; from whence.cli import command; sys.exit(any(m in sys.modules for m in "
        "('sqlalchemy', 'trafilatura', 'onnxruntime')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
