"""`whence show`: the account of one story of a ledger."""

from pathlib import Path

import click

from whence import pipeline
from whence.cli.files import check_outputs
from whence.cli.report import show_account
from whence.store import Access, Ledger


@click.command(short_help="Give the account of one story of a ledger.")
@click.argument("ledger", metavar="LEDGER")
@click.argument("story", metavar="STORY")
@click.option(
    "-o",
    "--output",
    "page",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the account as one HTML page that opens offline.",
)
@click.option(
    "--json",
    "data",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the JSON account; `whence schema` describes it.",
)
def show(ledger: str, story: str, page: Path | None, data: Path | None) -> None:
    """Give the account of STORY, an id that `whence stories LEDGER` lists, or its beginning.

    Files are written whole or not at all, and - stands for standard output.
    """
    check_outputs((page, data), (ledger,))
    with Ledger.open(ledger, Access.READ) as opened:
        account = pipeline.story(opened, story)
    show_account(account, page, data)
