"""`whence stories`: what a ledger tells of."""

from datetime import date

import click
from rich.table import Table
from rich.text import Text

from whence import pipeline
from whence.cli.console import output, put, say
from whence.cli.files import STDOUT, write_json
from whence.present.neutral import neutral, one_line
from whence.store import Access, Ledger, StoryEntry


@click.command()
@click.argument("ledger", metavar="LEDGER")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def stories(ledger: str, *, as_json: bool) -> None:
    """List the stories of LEDGER, the newest first."""
    with Ledger.open(ledger, Access.READ) as opened:
        entries = pipeline.stories(opened)
    if as_json:
        write_json(STDOUT, [_as_json(entry) for entry in entries])
    elif entries:
        _print(entries)
    else:
        say(f"{ledger} holds no story yet; `whence add {ledger} PATH…` adds reports")


def _print(entries: tuple[StoryEntry, ...]) -> None:
    console = output()
    if not console.is_terminal:
        for entry in entries:
            put("\t".join(_row(entry)))
        return
    table = Table(box=None, pad_edge=False)
    for name in ("story", "days"):
        table.add_column(name, no_wrap=True)
    for name in ("articles", "outlets"):
        table.add_column(name, justify="right")
    table.add_column("title", overflow="fold")
    for entry in entries:
        table.add_row(*map(Text, _row(entry)))
    console.print(table)


def _row(entry: StoryEntry) -> tuple[str, ...]:
    title = neutral(one_line(entry.title or "(not linked yet)"))
    return entry.id, _days(entry), str(entry.articles), str(entry.outlets), title


def _days(entry: StoryEntry) -> str:
    if entry.first is None or entry.last is None:
        return "undated"
    return f"{entry.first}" if entry.first == entry.last else f"{entry.first} – {entry.last}"


def _as_json(entry: StoryEntry) -> dict[str, str | int | None]:
    return {
        "id": entry.id,
        "title": entry.title,
        "first": _iso(entry.first),
        "last": _iso(entry.last),
        "articles": entry.articles,
        "outlets": entry.outlets,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
