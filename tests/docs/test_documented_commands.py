"""Every command and snippet of the README does what it says."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [
    line.partition("#")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("whence ")
]
SNIPPETS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the README's reader has it; its commands run there, one after the other."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def test_the_first_lines_are_the_two_commands() -> None:
    assert [line.split("#")[0].strip() for line in README.splitlines()[2:6]] == [
        "```sh", "make demo", "make test", "```",
    ]  # fmt: skip


def test_there_is_something_to_run() -> None:
    assert len(COMMANDS) >= 3
    assert SNIPPETS


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_works(command: str, desk: Path) -> None:
    words = shlex.split(command)
    program = Path(sys.executable).with_name("whence")
    story = re.search(r"\bSTORY\b", command)
    if story:
        listed = subprocess.run([program, "stories", "news.db", "--json"], cwd=desk,
                                capture_output=True, text=True, check=False)  # fmt: skip
        found = re.search(r'"id": "([^"]+)"', listed.stdout)
        assert found, listed.stderr
        words = [found.group(1) if word == "STORY" else word for word in words]
    done = subprocess.run(
        [program, *words[1:]], cwd=desk, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() or done.stderr.strip()


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_snippet_of_the_readme_works(snippet: str, desk: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", snippet],
        cwd=desk, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
