"""`whence refresh`: a ledger as today's whence reads it."""

import click

from whence import pipeline
from whence.cli.add import tell
from whence.cli.console import progress
from whence.cli.options import Reading, pipeline_options, with_model, with_processes
from whence.store import Access, Ledger


@click.command(short_help="Read a ledger anew, as today's whence does.")
@click.argument("ledger", metavar="LEDGER")
@with_processes
@with_model
def refresh(ledger: str, processes: int | None, model: str | None) -> int:
    """Annotate anew what another whence or model annotated in LEDGER, and link its stories anew.

    The articles are in the ledger; the files that they came from are not needed.
    """
    reading = Reading(processes=processes, model=model)
    with Ledger.open(ledger, Access.WRITE) as opened, progress() as advance:
        return tell(pipeline.refresh(opened, pipeline_options(reading, advance)))
