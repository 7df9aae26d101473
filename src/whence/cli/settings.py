"""`whence settings`: the limits that whence keeps to."""

from dataclasses import fields

import click
from rich.table import Table

from whence.cli.console import output
from whence.settings import Settings


@click.command(short_help="List the limits that whence keeps to.")
def settings() -> None:
    """List the settings: each may be changed by a variable of the environment."""
    now = Settings.from_environment()
    table = Table(box=None, pad_edge=False)
    table.add_column("variable", no_wrap=True)
    table.add_column("value", justify="right", no_wrap=True)
    table.add_column("unit", no_wrap=True)
    table.add_column("what it is", overflow="fold")
    for field in fields(Settings):
        value = getattr(now, field.name)
        mark = "" if value == field.default else f" (set; otherwise {field.default})"
        table.add_row(
            f"WHENCE_{field.name.upper()}",
            str(value),
            field.metadata["unit"],
            field.metadata["help"] + mark,
        )
    output().print(table)
