"""`whence show`: the account of one story of a ledger."""

import click

from whence import pipeline
from whence.cli.files import check_outputs
from whence.cli.options import Showing, shows_account
from whence.cli.report import show_account
from whence.store import Access, Ledger


@click.command(short_help="Give the account of one story of a ledger.")
@click.argument("ledger", metavar="LEDGER")
@click.argument("story", metavar="STORY")
@shows_account
def show(ledger: str, story: str, showing: Showing) -> None:
    """Give the account of STORY, an id that `whence stories LEDGER` lists, or its beginning.

    Files are written whole or not at all, and - stands for standard output.
    """
    check_outputs((showing.page, showing.data), (ledger,))
    with Ledger.open(ledger, Access.READ) as opened:
        account = pipeline.story(opened, story)
    show_account(account, showing)
