"""docs/commands.md tells all that the command can do, and nothing else."""

import re
from pathlib import Path

import click
import pytest

from whence.cli.command import VERBS, whence

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "commands.md").read_text("utf-8")
SECTIONS = {
    part.split("\n", 1)[0].strip(): part for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)
}


def command(verb: str) -> click.Command:
    found = whence.get_command(click.Context(whence), verb)
    assert found is not None
    return found


def options(of: click.Command) -> set[str]:
    return {
        name for option in of.params if isinstance(option, click.Option) for name in option.opts
    }


def test_every_verb_has_its_section_in_order() -> None:
    assert tuple(name for name in SECTIONS if name in VERBS) == VERBS
    assert set(SECTIONS) == {*VERBS, next(iter(SECTIONS))}


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_stands_in_the_section_of_its_verb(verb: str) -> None:
    written = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", SECTIONS[verb]))
    assert options(command(verb)) <= written


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_that_is_written_exists(verb: str) -> None:
    written = set(re.findall(r"(?<=`)--?[a-z][a-z-]*", SECTIONS[verb]))
    assert written <= options(command(verb))


@pytest.mark.parametrize("verb", VERBS)
def test_every_argument_is_written(verb: str) -> None:
    usage = next(line for line in SECTIONS[verb].splitlines() if line.startswith("    whence "))
    arguments = [p for p in command(verb).params if isinstance(p, click.Argument)]
    expected = " ".join(["whence", verb, *(str(argument.metavar) for argument in arguments)])
    assert usage.strip().startswith(expected)


def test_the_options_of_the_command_itself_are_written() -> None:
    for name in options(whence) | {"-h", "--help", "-V", "--version"}:
        assert f"`{name}`" in PAGE


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_option_says_what_it_does(verb: str) -> None:
    assert command(verb).help
    for option in command(verb).params:
        if isinstance(option, click.Option):
            assert option.help
