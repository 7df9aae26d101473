"""The command as one uses it, with a language model of a few lines."""

from pathlib import Path

import pytest
from tests.cli.quoting import Quoting
from tests.cli.running import REPORT, Ended, Whence, use

from whence.cli import main


@pytest.fixture(autouse=True)
def quoting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands read with `Quoting`, unless a test says otherwise."""
    use(monkeypatch, Quoting)


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
    """A folder of one report, in the working folder."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "bridge.txt").write_text(REPORT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder
