"""`whence report`: the account of some reports, once."""

from dataclasses import replace
from pathlib import Path

import click

from whence import pipeline
from whence.cli.console import list_failed, output, progress
from whence.cli.files import STDOUT, check_outputs, write_json, write_text
from whence.cli.options import Reading, pipeline_options, reads_inputs
from whence.model import Account
from whence.present import account_to_json, print_account, render_page


@click.command(short_help="Give the account of some reports.")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
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
@reads_inputs
def report(paths: tuple[str, ...], page: Path | None, data: Path | None, reading: Reading) -> int:
    """Read the reports at each PATH and give the account of them.

    A PATH is a file, a folder with all in it, a glob in quotation marks, or - for standard input.
    Files are written whole or not at all, and - stands for standard output.
    """
    skip = check_outputs((page, data), paths)
    with progress() as advance:
        account = pipeline.report(paths, pipeline_options(reading, advance, skip))
    show_account(account, page, data)
    list_failed(account.failed)
    return 1 if account.failed else 0


def show_account(account: Account, page: Path | None, data: Path | None) -> None:
    """Write the files that were asked for, then the summary where nothing else goes there."""
    if page is not None:
        write_text(page, render_page(account))
    if data is not None:
        write_json(data, account_to_json(account))
    if STDOUT not in (page, data):
        print_account(replace(account, failed=()), output())
