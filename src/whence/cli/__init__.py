"""The command `whence`: one file a verb."""

from whence.cli.command import main

__all__ = ["main"]
