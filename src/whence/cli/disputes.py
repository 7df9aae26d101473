"""`whence disputes`: how the claims of a ledger stand: disputed, changed, agreed, backed."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

import click
from rich.table import Table
from rich.text import Text

from whence import pipeline
from whence.cli.console import output, put, say
from whence.cli.files import STDOUT, write_json
from whence.present.contexts import ClaimContext, DisputeContext, StoryContext
from whence.present.neutral import clipped, neutral, one_line
from whence.present.story import page_context
from whence.store import Access, Ledger

_WORDS = 160  # characters of a claim in a row


@dataclass(frozen=True, slots=True)
class Standing:
    """One claim: of which story, how it stands, who makes it, its words, its origins, and why."""

    story: str
    standing: str
    who: str
    claim: str
    origins: str
    why: str


@click.command(short_help="Show what is disputed, changed and agreed.")
@click.argument("ledger", metavar="LEDGER")
@click.option("--all", "everything", is_flag=True, help="Also what stands on one origin alone.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def disputes(ledger: str, *, everything: bool, as_json: bool) -> None:
    """Show what the stories of LEDGER dispute, what changed, and what independent origins agree on.

    The two sides of a dispute are A and B; only the second tells why it clashes. Confidences are
    those of the account.
    """
    with Ledger.open(ledger, Access.READ) as opened:
        account = pipeline.whole(opened)
    rows = [
        row
        for story in page_context(account).stories
        for row in standings(story)
        if everything or row.standing != "single"
    ]
    if as_json:
        write_json(STDOUT, [asdict(row) for row in rows])
    elif rows:
        _print(rows)
    else:
        say(
            f"{ledger} holds nothing that is disputed, changed or agreed on; `--all` shows the rest"
        )


def standings(story: StoryContext) -> Iterator[Standing]:
    """How each claim of a story stands, disputes first."""
    title = one_line(story.title)
    for number, dispute in enumerate((*story.disputes, *story.more_disputes), 1):
        yield from _sides(title, number, dispute)
    for course in story.revised:
        for step in course.steps:
            why = "; ".join(ground.words for ground in step.grounds)
            yield _row(title, "changed" if why else "before the change", step.claim, why)
    for claim in story.agreed:
        yield _row(title, "agreed", claim, "")
    for support in story.supported:
        yield _row(title, "backed", support.claim, support.ground.words)
    for claim in (*story.single, *story.single_more):
        yield _row(title, "single", claim, "")


def _sides(title: str, number: int, dispute: DisputeContext) -> Iterator[Standing]:
    for side in (dispute.one, dispute.other):
        for stand in side.stands:
            why = "; ".join(
                f"against {clash.against}: {clash.ground.words}"
                f" ({clash.ground.sureness.words}, {clash.ground.sureness.percent})"
                for clash in stand.clashes
            )
            yield _row(title, f"disputed {number}{stand.letter}", stand.claim, why)


def _row(title: str, standing: str, claim: ClaimContext, why: str) -> Standing:
    return Standing(title, standing, claim.speakers, claim.text, claim.count, why)


def _print(rows: list[Standing]) -> None:
    console = output()
    if not console.is_terminal:
        for row in rows:
            put("\t".join(_cells(row)))
        return
    for title in dict.fromkeys(row.story for row in rows):
        table = Table(title=Text(neutral(title)), title_justify="left", box=None, pad_edge=False)
        for name in ("standing", "who", "claim", "origins", "why"):
            table.add_column(name, overflow="fold")
        for row in rows:
            if row.story == title:
                table.add_row(*map(Text, _cells(row)[1:]))
        console.print(table)


def _cells(row: Standing) -> tuple[str, ...]:
    claim = clipped(row.claim, _WORDS)
    cells = (row.story, row.standing, row.who, claim, row.origins, row.why)
    return tuple(neutral(one_line(cell)) for cell in cells)
