"""Running the command in tests: what it gives back, and which language model it has."""

from collections.abc import Callable
from functools import partial

import pytest
from tests.cli.quoting import Quoting

Ended = tuple[int, str, str]
Whence = Callable[..., Ended]

REPORT = """The old bridge at Tarnby is shut

May 2, 2031

TARNBY — The old bridge over the Skell was shut to all traffic on Friday after cracks in its piers.

“The bridge stays shut until the piers are mended,” Ada Lund said.
"""


def use(monkeypatch: pytest.MonkeyPatch, model: type[Quoting]) -> None:
    """Have the command take that model, whichever it asks for."""
    monkeypatch.setattr("whence.cli.options.load_model", partial(made, model))


def made(model: type[Quoting], _name: str) -> Quoting:
    """The model in the place of any other; a function of the module, so that processes get it."""
    return model()
