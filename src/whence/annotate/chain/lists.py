"""The word lists of ``lists.txt``, read once."""

from functools import cache
from importlib.resources import files


@cache
def listed(name: str) -> frozenset[str]:
    """The words under a name of the file."""
    text = (files("whence.annotate.chain") / "lists.txt").read_text("utf-8")
    prefix = f"{name}: "
    lines = (line for line in text.splitlines() if line.startswith(prefix))
    return frozenset(word for line in lines for word in line.removeprefix(prefix).split())
