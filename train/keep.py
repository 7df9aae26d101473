"""What is made is kept whole or not at all: material between runs, and the shipped files."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

Made = TypeVar("Made")


def kept(path: Path, make: Callable[[], Made]) -> Made:
    """Return what was kept in a file before, else what `make` gives, and keep that.

    The file is our own and stays on this machine, so it may be a pickle.
    """
    if path.exists():
        with path.open("rb") as file:
            return cast("Made", pickle.load(file))  # noqa: S301  our own file
    made = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part")
    with partial.open("wb") as file:
        pickle.dump(made, file)
    partial.replace(path)
    return made


def put(made: Path, target: Path) -> None:
    """Copy the files of the folder `made` into `target`, each at once in the place of an older."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(made.iterdir()):
        partial = target / f"{path.name}.part"
        shutil.copy(path, partial)
        partial.replace(target / path.name)
