"""The command itself: its verbs, and how it ends."""

import importlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from whence import __version__
from whence.cli.console import Unread, say
from whence.errors import UnknownRecord, UsageError, WhenceError

#: In the order in which one comes to need them; each is a module of its own.
VERBS = (
    "report",
    "add",
    "stories",
    "show",
    "disputes",
    "figures",
    "explain",
    "decide",
    "refresh",
    "schema",
    "settings",
)

#: Beside 0 (all read), 1 (some inputs failed) and 2 (wrong usage).
UNABLE = 3
_INTERRUPTED = 130
_BROKEN_PIPE = 141


class _Verbs(click.Group):
    """Loads a verb when it is called, so that `--version` need not wait for them all."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in VERBS:
            return None
        command: click.Command = getattr(
            importlib.import_module(f"whence.cli.{cmd_name}"), cmd_name
        )
        return command


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="whence %(version)s")
def whence() -> None:
    """Who said what, when, to whom, and whence each news report has it.

    \b
    whence report PATH…          the account of some reports, once
    whence add LEDGER PATH…      the same, kept in a file that grows

    It ends with 0 if all inputs were read, with 1 if some failed (they are listed and the rest is
    done), with 2 if it was called wrongly, and with 3 if it could not do its work.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and end the process."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        # A stream that the caller closed takes everything and shows nothing.
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
        for stream in (sys.stdout, sys.stderr):
            # A terminal that cannot show “ or é shows ? rather than a traceback.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = whence.main(arguments, prog_name="whence", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        say("Stopped. What was added to a ledger before is kept.")
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (Unread, BrokenPipeError):
        # Whoever read the output has enough; Python would complain when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except (WhenceError, OSError) as error:
        return _told(error)
    return code if isinstance(code, int) else 0


def _told(error: WhenceError | OSError) -> int:
    """Say what is wrong; the status to end with."""
    if isinstance(error, OSError):
        say(f"Error: the output cannot be written ({error}); make room or choose another place")
        return UNABLE
    say(f"Error: {error}")
    is_usage = isinstance(error, UsageError | UnknownRecord)
    return click.UsageError.exit_code if is_usage else UNABLE
