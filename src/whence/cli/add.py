"""`whence add`: more reports into a ledger."""

from pathlib import Path

import click

from whence import pipeline
from whence.cli.console import list_failed, progress, say
from whence.cli.options import Reading, pipeline_options, reads_inputs
from whence.pipeline import Added
from whence.store import Ledger


@click.command(short_help="Add reports to a ledger.")
@click.argument("ledger", metavar="LEDGER")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@reads_inputs
def add(ledger: str, paths: tuple[str, ...], reading: Reading) -> int:
    """Add the reports at each PATH to LEDGER, a file that is begun where there is none.

    A PATH is a file, a folder with all in it, a glob in quotation marks, or - for standard input.
    Adding the same reports again changes nothing. What was added outlasts an interruption.
    """
    if ledger == ":memory:":
        raise click.BadParameter(
            "a ledger in memory is gone when the command ends; name a file, such as news.db",
            param_hint="LEDGER",
        )
    # The ledger may lie in a folder that is added.
    skip = frozenset(Path(ledger + end).resolve() for end in ("", "-wal", "-shm"))
    with Ledger.open(ledger) as opened, progress() as advance:
        added = pipeline.add(opened, paths, pipeline_options(reading, advance, skip))
    return tell(added)


def tell(added: Added) -> int:
    """Say what was done and what failed; the status to end with."""
    parts = [f"{added.new:,} added"]
    if added.anew:
        parts.append(f"{added.anew:,} read anew")
    if added.held:
        parts.append(f"{added.held:,} held already")
    say(", ".join(parts))
    list_failed(added.failed)
    return 1 if added.failed else 0
