"""The invented stories that the tests of `present` show, each a kind of page."""

from collections.abc import Callable

from tests.present.halven import halven
from tests.present.strained import (
    hostile,
    long_names,
    many_disputes,
    one_article,
    quiet,
    reprinted,
    scripts,
    several,
    unknown,
    wholly_unknown,
)

from whence.model import Account, Failure

ALL: dict[str, Callable[[], Account]] = {
    "halven": halven,
    "quiet": quiet,
    "unknown": unknown,
    "scripts": scripts,
    "hostile": hostile,
    "one_article": one_article,
    "long_names": long_names,
    "wholly_unknown": wholly_unknown,
    "several": several,
    "many_disputes": many_disputes,
    "reprinted": lambda: reprinted(200),
    "nothing": lambda: Account((), (Failure("x.pdf", "input-unknown-format", "no PDF"),)),
}
