"""One frozen table of settings: name, default, unit, help."""

import os
from dataclasses import dataclass, field, fields
from typing import Any

from whence.errors import UsageError

_PREFIX = "WHENCE_"


#: More than any machine has of anything; beyond it, Python's own counters give out.
_MOST = 10**15


def _setting(default: int, *, unit: str, help: str, least: int = 0) -> int:
    return field(default=default, metadata={"unit": unit, "help": help, "least": least})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The limits that whence keeps to; each may be set by ``WHENCE_<NAME>`` in the environment."""

    max_input_bytes: int = _setting(
        64 * 2**20, unit="bytes", help="largest single file or record that is read"
    )
    max_article_chars: int = _setting(
        1_000_000, unit="code points", help="longest article that is annotated"
    )
    processes: int = _setting(
        0, unit="processes", help="annotating processes; 0 takes one for each core, at most 8"
    )
    model: str = field(
        default="",
        metadata={
            "unit": "folder or spacy:NAME",
            "help": "language model in the place of the shipped one (docs/models.md)",
        },
    )
    batch: int = _setting(64, unit="articles", help="articles stored in one transaction", least=1)

    @classmethod
    def from_environment(cls) -> "Settings":
        """The settings with what the environment overrides; ``UsageError`` for a bad value."""
        given: dict[str, Any] = {}
        for entry in fields(cls):
            value = os.environ.get(_PREFIX + entry.name.upper())
            if value is None:
                continue
            if isinstance(entry.default, str):
                given[entry.name] = value
                continue
            if not value.isdecimal():
                raise UsageError(
                    f"{_PREFIX}{entry.name.upper()} is {value!r}; it must be a whole number of "
                    f"{entry.metadata['unit']} ({entry.metadata['help']})"
                )
            least = entry.metadata["least"]
            if len(value) > len(str(_MOST)) or not least <= int(value) <= _MOST:
                raise UsageError(
                    f"{_PREFIX}{entry.name.upper()} is {value[:40]}; it must be from {least} to "
                    f"{_MOST} {entry.metadata['unit']} ({entry.metadata['help']})"
                )
            given[entry.name] = int(value)
        return cls(**given)
