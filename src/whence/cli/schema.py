"""`whence schema`: what the JSON account looks like."""

import click

from whence.cli.files import STDOUT, write_json
from whence.present import account_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema of the JSON account."""
    write_json(STDOUT, account_schema())
