"""Standard streams as they are outside of tests: pipes, terminals, full disks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.running import REPORT, Whence

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, code: str = "", **given: object) -> "subprocess.CompletedProcess[bytes]":
    starting = f"from whence.cli import main\n{code}\nmain({list(arguments)!r})"
    return subprocess.run(
        [sys.executable, "-c", starting],
        check=False,
        cwd=ROOT,
        **{"stderr": subprocess.PIPE, **given},
    )  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def ledger(whence: Whence, reports: Path) -> str:
    (reports / "bridge.txt").write_text(REPORT.replace("Tarnby", "Tårnby “übér” 🌉"), "utf-8")
    assert whence("add", "news.ledger", reports)[0] == 0
    return str(reports.parent / "news.ledger")


def test_a_terminal_that_lacks_letters_gets_question_marks(ledger: str) -> None:
    ended = run(
        "stories",
        ledger,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "200"},
    )
    assert ended.returncode == 0
    assert b"T?rnby ?" in ended.stdout
    assert ended.stderr == b""


def test_nobody_who_reads_on_is_no_trouble(ledger: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = run("stories", ledger, stdout=writing)
    os.close(writing)
    assert ended.returncode == 141
    assert ended.stderr == b""


@pytest.mark.parametrize("verb", ["schema", "settings"])
def test_nobody_who_reads_json_or_tables_either(verb: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = run(verb, stdout=writing)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, as on Linux")
def test_an_output_that_is_full_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = run("schema", stdout=full)
    assert ended.returncode == 3
    assert b"No space left" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_closed_streams_are_no_trouble() -> None:
    command = f"{sys.executable} -c 'from whence.cli import main; main([\"schema\"])' >&- 2>&-"
    assert subprocess.run(command, shell=True, cwd=ROOT, check=False).returncode in {0, 3}  # noqa: S602


def test_a_person_sees_how_far_it_is_and_nothing_of_it_is_left(reports: Path) -> None:
    with_quoting = (
        "from tests.cli.quoting import Quoting\n"
        "from whence.cli import options\n"
        "options.load_model = lambda name: Quoting()"
    )
    ours, theirs = os.openpty()
    given = {
        "stdout": subprocess.PIPE,
        "stderr": theirs,
        "env": {**os.environ, "TERM": "xterm"},
    }
    ended = run("report", str(reports), code=with_quoting, **given)
    os.close(theirs)
    seen = os.read(ours, 100_000)
    os.close(ours)
    assert ended.returncode == 0
    assert b"1 article \xc2\xb7" in seen
    assert b"words/s" in seen
    assert seen.rstrip().endswith(b"\x1b[2K")
    assert b"\x1b" not in ended.stdout


def test_the_words_of_strangers_do_not_command_the_terminal(whence: Whence, reports: Path) -> None:
    bad = reports / "bad\x1b[2J.txt"
    bad.touch()
    (reports / "bridge.txt").write_text(REPORT.replace("Tarnby", "Tarn\x1b[2Jby"), "utf-8")
    _, _, said = whence("add", "news.ledger", reports)
    _, out, _ = whence("stories", "news.ledger")
    assert "\x1b" not in said + out
    assert "[2J.txt" in said
