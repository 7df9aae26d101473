"""The invented stories that the tests of `present` show, each a kind of page."""

from collections.abc import Callable

from tests.present.halven import halven
from tests.present.strained import (
    hostile,
    many_disputes,
    quiet,
    reprinted,
    scripts,
    several,
    unknown,
)

from whence.model import Account, Failure

ALL: dict[str, Callable[[], Account]] = {
    "halven": halven,
    "quiet": quiet,
    "unknown": unknown,
    "scripts": scripts,
    "hostile": hostile,
    "several": several,
    "many_disputes": many_disputes,
    "reprinted": lambda: reprinted(30),
    "nothing": lambda: Account((), (Failure("x.pdf", "input-unknown-format", "no PDF"),)),
}
