"""`whence report`: the account of some reports, once."""

from dataclasses import replace

import click

from whence import pipeline
from whence.cli.console import list_failed, output, progress
from whence.cli.files import STDOUT, check_outputs, write_json, write_text
from whence.cli.options import Reading, Showing, pipeline_options, reads_inputs, shows_account
from whence.model import Account
from whence.present import account_to_json, one_story, print_account, render_page


@click.command(short_help="Give the account of some reports.")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option(
    "--story",
    metavar="STORY",
    help="Of several stories give this one alone: its id, or words of its title.",
)
@shows_account
@reads_inputs
def report(paths: tuple[str, ...], story: str | None, showing: Showing, reading: Reading) -> int:
    """Read the reports at each PATH and give the account of them.

    A PATH is a file, a folder with all in it, a glob in quotation marks, or - for standard input.
    Files are written whole or not at all, and - stands for standard output.
    """
    skip = check_outputs((showing.page, showing.data), paths)
    with progress() as advance:
        account = pipeline.report(paths, pipeline_options(reading, advance, skip))
    show_account(account if story is None else one_story(account, story), showing)
    list_failed(account.failed)
    return 1 if account.failed else 0


def show_account(account: Account, showing: Showing) -> None:
    """Write the files that were asked for, then the summary where nothing else goes there."""
    if showing.page is not None:
        write_text(showing.page, render_page(account))
    if showing.data is not None:
        write_json(showing.data, account_to_json(account))
    if STDOUT not in (showing.page, showing.data):
        print_account(replace(account, failed=()), output(), showing.selection)
