"""The command as one uses it: what it prints, writes, and how it ends."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import jsonschema
import pytest
from tests.cli.quoting import Better, Missing, Quoting

from whence import __version__
from whence.cli import main
from whence.store import Ledger

ROOT = Path(__file__).resolve().parents[2]
REPORT = """The old bridge at Tarnby is shut

May 2, 2031

TARNBY — The old bridge over the Skell was shut to all traffic on Friday after cracks in its piers.

“The bridge stays shut until the piers are mended,” Ada Lund said.
"""

Ended = tuple[int, str, str]
Whence = Callable[..., Ended]


@pytest.fixture(autouse=True)
def quoting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands with a language model of a few lines."""
    use(monkeypatch, Quoting)


def use(monkeypatch: pytest.MonkeyPatch, model: type[Quoting]) -> None:
    monkeypatch.setattr("whence.cli.options.load_model", partial(made, model))


def made(model: type[Quoting], _name: str) -> Quoting:
    """The model in the place of any other; a function of the module, so that processes get it."""
    return model()


@pytest.fixture
def whence(capfd: pytest.CaptureFixture[str]) -> Whence:
    """Run the command in this process: its status, its output, what it said."""

    def run(*arguments: object) -> Ended:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return int(ended.value.code or 0), out, err

    return run


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "bridge.txt").write_text(REPORT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


class TestReport:
    def test_prints_the_account_and_ends_well(self, whence: Whence, reports: Path) -> None:
        status, out, said = whence("report", reports)
        assert status == 0
        assert "The bridge stays shut until the piers are mended" in out
        assert said == ""

    def test_is_plain_where_it_is_piped(self, whence: Whence, reports: Path) -> None:
        assert "\x1b" not in whence("report", reports)[1]

    def test_writes_the_page_and_the_json_account(self, whence: Whence, reports: Path) -> None:
        status, out, _ = whence("report", reports, "-o", "a.html", "--json", "a.json")
        assert status == 0
        assert out
        assert Path("a.html").read_text("utf-8").lstrip().lower().startswith("<!doctype html>")
        account = json.loads(Path("a.json").read_text("utf-8"))
        assert account["whence"] == __version__
        assert [story["title"] for story in account["stories"]] == [
            REPORT.split("\n", maxsplit=1)[0]
        ]
        schema = json.loads(whence("schema")[1])
        jsonschema.Draft202012Validator(schema).validate(account)

    def test_lists_what_failed_at_the_end_and_does_the_rest(
        self, whence: Whence, reports: Path
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

    def test_reads_standard_input(
        self, whence: Whence, reports: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (reports / "bridge.txt").unlink()
        piped = io.TextIOWrapper(io.BytesIO(REPORT.encode()))
        monkeypatch.setattr("sys.stdin", piped)
        status, out, _ = whence("report", "-")
        assert status == 0
        assert "The bridge stays shut" in out

    @pytest.mark.parametrize("option", ["--json", "-o"])
    def test_a_dash_writes_to_standard_output_instead_of_the_summary(
        self, whence: Whence, reports: Path, option: str
    ) -> None:
        _, out, _ = whence("report", reports, option, "-")
        if option == "--json":
            assert json.loads(out)["stories"]
        else:
            assert out.lstrip().lower().startswith("<!doctype html>")
            assert out.rstrip().endswith("</html>")

    def test_may_be_made_again_in_the_folder_that_it_reads(
        self, whence: Whence, reports: Path
    ) -> None:
        run = ("report", reports, "-o", reports / "a.html", "--json", reports / "a.json")
        first = whence(*run)
        assert first[0] == 0
        account = (reports / "a.json").read_text()
        assert whence(*run) == first
        assert (reports / "a.json").read_text() == account

    def test_takes_the_day_of_publication(self, whence: Whence, reports: Path) -> None:
        undated = reports / "undated.txt"
        undated.write_text("“The ferry sails again,” Ada Lund said.\n", "utf-8")
        _, out, _ = whence("report", undated, "--published", "2031-07-08", "--json", "-")
        published = json.loads(out)["stories"][0]["articles"][0]["published"]
        assert published["value"] == "2031-07-08"

    def test_takes_format_language_and_processes(self, whence: Whence, reports: Path) -> None:
        page = reports / "page.txt"
        page.write_text(f"<html><title>x</title><article><p>{REPORT * 3}</p></article></html>")
        arguments = ("--format", "html", "--language", "de", "--processes", "2")
        _, out, _ = whence("report", page, *arguments, "--json", "-")
        article = json.loads(out)["stories"][0]["articles"][0]
        assert article["format"] == "html"
        assert article["language"] == "de"


class TestWrongUsage:
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
    def test_ends_with_2_says_why_and_does_nothing(
        self, whence: Whence, reports: Path, arguments: list[str], said: str
    ) -> None:
        status, out, heard = whence(*arguments)
        assert status == 2
        assert out == ""
        assert said in heard
        assert "Traceback" not in heard
        assert (reports / "bridge.txt").read_text("utf-8") == REPORT
        assert [path.name for path in reports.parent.iterdir()] == ["reports"]

    def test_of_the_environment_is_told(
        self, whence: Whence, reports: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("WHENCE_BATCH", "many")
        status, _, said = whence("report", reports)
        assert status == 2
        assert "WHENCE_BATCH is 'many'; it must be a whole number of articles" in said


class TestLedger:
    def test_grows_and_is_listed_and_shown(self, whence: Whence, reports: Path) -> None:
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

    def test_may_lie_in_the_folder_that_is_added(self, whence: Whence, reports: Path) -> None:
        for _ in range(2):
            assert whence("add", reports / "news.ledger", reports)[0] == 0

    def test_is_added_to_although_some_inputs_fail(self, whence: Whence, reports: Path) -> None:
        status, _, said = whence("add", "news.ledger", "none.txt", reports)
        assert status == 1
        assert said.startswith("1 added\n1 input was not read:\n  none.txt: ")

    def test_is_read_anew_by_another_model(
        self, whence: Whence, reports: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        whence("add", "news.ledger", reports)
        use(monkeypatch, Better)
        assert whence("refresh", "news.ledger") == (0, "", "0 added, 1 read anew\n")
        assert whence("refresh", "news.ledger", "--processes", "1") == (0, "", "0 added\n")

    def test_without_a_story_says_how_to_go_on(self, whence: Whence, reports: Path) -> None:
        assert whence("add", "news.ledger", reports / "none.txt")[0] == 1
        status, out, said = whence("stories", "news.ledger")
        assert (status, out) == (0, "")
        assert "`whence add news.ledger PATH…`" in said
        assert json.loads(whence("stories", "news.ledger", "--json")[1]) == []

    def test_an_unknown_story_is_wrong_usage(self, whence: Whence, reports: Path) -> None:
        whence("add", "news.ledger", reports)
        status, out, said = whence("show", "news.ledger", "story-0")
        assert (status, out) == (2, "")
        assert "no story 'story-0'; `whence stories LEDGER` lists them" in said

    @pytest.mark.parametrize("verb", [("stories",), ("show",), ("refresh",)])
    def test_a_missing_one_is_told(
        self, whence: Whence, reports: Path, verb: tuple[str, ...]
    ) -> None:
        story = ("s",) if verb == ("show",) else ()
        status, _, said = whence(*verb, "none.ledger", *story)
        assert status == 3
        assert "there is no ledger none.ledger; `whence add none.ledger PATH…` begins one" in said
        assert list(Path().iterdir()) == [Path(reports.name)]

    def test_something_else_is_left_alone(self, whence: Whence, reports: Path) -> None:
        status, _, said = whence("add", reports / "bridge.txt", reports)
        assert status == 3
        assert "is not a ledger" in said
        assert (reports / "bridge.txt").read_text("utf-8") == REPORT

    def test_a_page_is_not_written_over_it(self, whence: Whence, reports: Path) -> None:
        whence("add", "news.ledger", reports)
        status, _, said = whence("show", "news.ledger", "story", "-o", "news.ledger")
        assert status == 2
        assert "is one of the inputs" in said
        Ledger.open("news.ledger").close()


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


def test_settings_are_listed_with_what_the_environment_changes(
    whence: Whence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHENCE_BATCH", "7")
    _, out, _ = whence("settings")
    assert "WHENCE_MAX_INPUT_BYTES" in out
    assert re.search(r"WHENCE_BATCH +7 +articles.*\(set;\s+otherwise\s+64\)", out, re.DOTALL)


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_the_version_is_told(whence: Whence, option: str) -> None:
    assert whence(option) == (0, f"whence {__version__}\n", "")


class TestStreams:
    """Standard streams as they are outside of tests."""

    def run(
        self, *arguments: str, code: str = "", **given: object
    ) -> "subprocess.CompletedProcess[bytes]":
        starting = f"from whence.cli import main\n{code}\nmain({list(arguments)!r})"
        return subprocess.run(
            [sys.executable, "-c", starting],
            check=False,
            cwd=ROOT,
            **{"stderr": subprocess.PIPE, **given},
        )  # type: ignore[call-overload, no-any-return]

    @pytest.fixture
    def ledger(self, whence: Whence, reports: Path) -> str:
        (reports / "bridge.txt").write_text(REPORT.replace("Tarnby", "Tårnby “übér” 🌉"), "utf-8")
        assert whence("add", "news.ledger", reports)[0] == 0
        return str(reports.parent / "news.ledger")

    def test_a_terminal_that_lacks_letters_gets_question_marks(self, ledger: str) -> None:
        ended = self.run(
            "stories",
            ledger,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "200"},
        )
        assert ended.returncode == 0
        assert b"T?rnby ?" in ended.stdout
        assert ended.stderr == b""

    def test_nobody_who_reads_on_is_no_trouble(self, ledger: str) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        ended = self.run("stories", ledger, stdout=writing)
        os.close(writing)
        assert ended.returncode == 141
        assert ended.stderr == b""

    @pytest.mark.parametrize("verb", ["schema", "settings"])
    def test_nobody_who_reads_json_or_tables_either(self, verb: str) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        ended = self.run(verb, stdout=writing)
        os.close(writing)
        assert (ended.returncode, ended.stderr) == (141, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, as on Linux")
    def test_an_output_that_is_full_is_told(self) -> None:
        with Path("/dev/full").open("wb") as full:
            ended = self.run("schema", stdout=full)
        assert ended.returncode == 3
        assert b"No space left" in ended.stderr
        assert b"Traceback" not in ended.stderr

    def test_closed_streams_are_no_trouble(self) -> None:
        command = f"{sys.executable} -c 'from whence.cli import main; main([\"schema\"])' >&- 2>&-"
        assert subprocess.run(command, shell=True, cwd=ROOT, check=False).returncode in {0, 3}  # noqa: S602

    def test_a_person_sees_how_far_it_is_and_nothing_of_it_is_left(self, reports: Path) -> None:
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
        ended = self.run("report", str(reports), code=with_quoting, **given)
        os.close(theirs)
        seen = os.read(ours, 100_000)
        os.close(ours)
        assert ended.returncode == 0
        assert b"1 article \xc2\xb7" in seen
        assert b"words/s" in seen
        assert seen.rstrip().endswith(b"\x1b[2K")
        assert b"\x1b" not in ended.stdout

    def test_the_words_of_strangers_do_not_command_the_terminal(
        self, whence: Whence, reports: Path
    ) -> None:
        bad = reports / "bad\x1b[2J.txt"
        bad.touch()
        (reports / "bridge.txt").write_text(REPORT.replace("Tarnby", "Tarn\x1b[2Jby"), "utf-8")
        _, _, said = whence("add", "news.ledger", reports)
        _, out, _ = whence("stories", "news.ledger")
        assert "\x1b" not in said + out
        assert "[2J.txt" in said


def test_the_version_does_not_wait_for_the_rooms() -> None:
    code = (
        "import sys; from whence.cli import command; sys.exit(any(m in sys.modules for m in "
        "('sqlalchemy', 'trafilatura', 'onnxruntime')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_ledger_that_would_be_gone_is_wrong_usage(whence: Whence, reports: Path) -> None:
    status, _, said = whence("add", ":memory:", reports)
    assert status == 2
    assert "name a file" in said
