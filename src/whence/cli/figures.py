"""`whence figures`: what the reports of a ledger count, over time."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

import click
from rich.table import Table
from rich.text import Text

from whence import pipeline
from whence.cli.console import output, put, say
from whence.cli.files import STDOUT, write_json
from whence.present.contexts import StoryContext
from whence.present.drawings import FigureRow
from whence.present.neutral import neutral, one_line
from whence.present.story import page_context
from whence.store import Access, Ledger


@dataclass(frozen=True, slots=True)
class Counted:
    """One count: of what in which story, its value or bounds, as of when, on whose word, by whom.

    `word` tells over what it is counted ("on that day", "in all until then"), where that is said,
    and how it stands to those who gave the value before: "independent", "repeated" or "not traced".
    `clashes` names the counts that it cannot hold beside, empty where there is none.
    """

    story: str
    what: str
    where: str
    value: str
    as_of: str
    speaker: str
    outlets: tuple[str, ...]
    word: str
    clashes: str


@click.command(short_help="Show what is counted, over time.")
@click.argument("ledger", metavar="LEDGER")
@click.option("--all", "everything", is_flag=True, help="Also what is counted once only.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def figures(ledger: str, *, everything: bool, as_json: bool) -> None:
    """Show the figures that the stories of LEDGER print for each thing counted, in order of time.

    Each with its value or bounds, as of when, on whose word and by which outlets; reprints are one.
    The count of a part stands apart from that of the whole.
    """
    with Ledger.open(ledger, Access.READ) as opened:
        account = pipeline.whole(opened)
    rows = [row for story in page_context(account).stories for row in counts(story, everything)]
    if as_json:
        write_json(STDOUT, [asdict(row) for row in rows])
    elif rows:
        _print(rows)
    else:
        say(f"{ledger} counts nothing more than once; `--all` shows every figure")


def counts(story: StoryContext, everything: bool) -> Iterator[Counted]:  # noqa: FBT001
    """The series of a story, each in order of time; single figures last, where they are wanted."""
    title = one_line(story.title)
    for series in story.series:
        for row in series.rows:
            yield _counted(title, series.title, row)
    for row in story.lone_figures if everything else ():
        yield _counted(title, row.what, row)


def _counted(title: str, what: str, row: FigureRow) -> Counted:
    outlets = tuple(dict.fromkeys(link.name for link in row.outlets))
    return Counted(
        story=title,
        what=what,
        where=row.where,
        value=row.value,
        as_of=row.as_of,
        speaker=row.speaker,
        outlets=outlets,
        word=row.word,
        clashes=row.clashes,
    )


def _print(rows: list[Counted]) -> None:
    console = output()
    if not console.is_terminal:
        for row in rows:
            put("\t".join(_cells(row)))
        return
    for title, what in dict.fromkeys((row.story, row.what) for row in rows):
        heading = Text(neutral(f"{title}: {what}"))
        table = Table(title=heading, title_justify="left", box=None, pad_edge=False)
        for name in (
            "where",
            "value",
            "as of",
            "on whose word",
            "printed by",
            "how",
            "cannot hold beside",
        ):
            table.add_column(name, overflow="fold")
        for row in rows:
            if (row.story, row.what) == (title, what):
                table.add_row(*map(Text, _cells(row)[2:]))
        console.print(table)


def _cells(row: Counted) -> tuple[str, ...]:
    cells = (
        row.story,
        row.what,
        row.where,
        row.value,
        row.as_of,
        row.speaker,
        ", ".join(row.outlets),
        row.word,
        row.clashes,
    )
    return tuple(neutral(one_line(cell)) for cell in cells)
