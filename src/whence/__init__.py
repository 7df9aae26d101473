"""whence: who said what, when, to whom, and whence each news report has it.

::

    import whence

    account = whence.report(["reports/"])
    for story in account.stories:
        print(story.linked.story.title)
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from whence.errors import WhenceError
    from whence.model import Account, StoryAccount
    from whence.pipeline import Options, add, report, stories, story
    from whence.present import account_to_json, render_page
    from whence.read import ReadOptions
    from whence.store import Ledger

__version__ = "0.1.0"

__all__ = [
    "Account",
    "Ledger",
    "Options",
    "ReadOptions",
    "StoryAccount",
    "WhenceError",
    "account_to_json",
    "add",
    "render_page",
    "report",
    "stories",
    "story",
]

_ROOMS = {
    "Account": "whence.model",
    "Ledger": "whence.store",
    "Options": "whence.pipeline",
    "ReadOptions": "whence.read",
    "StoryAccount": "whence.model",
    "WhenceError": "whence.errors",
    "account_to_json": "whence.present",
    "add": "whence.pipeline",
    "render_page": "whence.present",
    "report": "whence.pipeline",
    "stories": "whence.pipeline",
    "story": "whence.pipeline",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module holds anything
    """Load a public name from its room when it is first asked for, and only that room."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'whence' has no attribute {name!r}")
    value = getattr(importlib.import_module(_ROOMS[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted([*__all__, "__version__"])
