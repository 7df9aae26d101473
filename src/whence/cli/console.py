"""What the command shows: its results on standard output, everything else on standard error."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import NoReturn

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from whence.model import Annotated, Failure
from whence.present.neutral import neutral, one_line


class Unread(Exception):
    """Nobody reads standard output any more; no ``OSError``, which click would end by itself."""


class _Output(Console):
    def on_broken_pipe(self) -> NoReturn:
        raise Unread


def output() -> Console:
    """Standard output: with colours on a terminal, plain where it is piped."""
    return _Output(highlight=False)


def put(line: str) -> None:
    """Put a line on standard output as it is."""
    try:
        sys.stdout.write(f"{line}\n")
    except BrokenPipeError:
        raise Unread from None


def say(words: str) -> None:
    """Say something to the person, on standard error; nothing in it commands the terminal."""
    click.echo("\n".join(neutral(line) for line in words.split("\n")), err=True)


def list_failed(failed: Sequence[Failure]) -> None:
    """List the inputs that were not read, on standard error."""
    if failed:
        inputs = "1 input was" if len(failed) == 1 else f"{len(failed):,} inputs were"
        say(f"{inputs} not read:")
    for failure in failed:
        say(f"  {one_line(failure.input)}: {one_line(failure.why)} [{failure.code}]")


@contextmanager
def progress() -> Iterator[Callable[[Annotated | Failure], None]]:
    """Show how far the work is, on standard error, if that is a terminal."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("reading …", total=None)
        tally = _Tally(monotonic())

        def advance(done: Annotated | Failure) -> None:
            tally.count(done)
            bar.update(task, description=tally.words())

        yield advance


class _Tally:
    """How many articles and words were annotated, and how fast."""

    def __init__(self, start: float) -> None:
        self._start = start
        self._articles = 0
        self._failed = 0
        self._words = 0

    def count(self, done: Annotated | Failure) -> None:
        """Count one article or failure."""
        if isinstance(done, Failure):
            self._failed += 1
        else:
            self._articles += 1
            self._words += len(done.article.text.split())

    def words(self) -> str:
        """The line that is shown."""
        pace = self._words / max(monotonic() - self._start, 0.001)
        noun = "article" if self._articles == 1 else "articles"
        line = f"{self._articles:,} {noun} · {pace:,.0f} words/s"
        return f"{line} · {self._failed:,} not read" if self._failed else line
