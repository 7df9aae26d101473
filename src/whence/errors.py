"""The exceptions of whence.

::

    WhenceError                    code "error"
    ├── InputError                 one input fails alone; the rest of the batch is done
    │   ├── NotFound               "input-not-found"
    │   ├── UnknownFormat          "input-unknown-format"
    │   ├── UndecodableText        "input-undecodable"
    │   ├── MalformedInput         "input-malformed"
    │   ├── NotRead                "input-not-read"
    │   ├── EmptyArticle           "input-empty"
    │   ├── InputTooLarge          "input-too-large"
    │   └── NotAnnotated           "input-not-annotated"
    ├── UsageError                 "usage": an option or argument is not allowed
    ├── ModelError                 "model": the language model is missing or damaged
    └── LedgerError                "ledger": the database cannot be used
        ├── LedgerVersionError     "ledger-version"
        └── UnknownRecord          "ledger-unknown-record"

Every message says what happened, where, what is allowed, and what to do next. Codes are stable:
programs may rely on them.
"""

from typing import ClassVar


class WhenceError(Exception):
    """The root of all errors that whence raises on purpose."""

    code: ClassVar[str] = "error"


class InputError(WhenceError):
    """One input could not be read; `place` says which."""

    code = "input"

    def __init__(self, place: str, why: str) -> None:
        super().__init__(f"{place}: {why}")
        self.place = place
        self.why = why


class NotFound(InputError):
    """There is no such file or folder, or it may not be opened."""

    code = "input-not-found"


class UnknownFormat(InputError):
    """The format is none that whence reads."""

    code = "input-unknown-format"


class UndecodableText(InputError):
    """The bytes are text in no encoding that can be told."""

    code = "input-undecodable"


class MalformedInput(InputError):
    """The bytes break the rules of their format."""

    code = "input-malformed"


class NotRead(InputError):
    """Reading the input failed for a reason that whence did not foresee."""

    code = "input-not-read"


class EmptyArticle(InputError):
    """The input holds no words to read."""

    code = "input-empty"


class InputTooLarge(InputError):
    """The input is larger than the setting `max_input_bytes` or `max_article_chars` allows."""

    code = "input-too-large"


class NotAnnotated(InputError):
    """The article was read, but annotating it failed, ended its process or took too long."""

    code = "input-not-annotated"


class UsageError(WhenceError):
    """An option or argument is not allowed."""

    code = "usage"


class ModelError(WhenceError):
    """The language model is missing or damaged."""

    code = "model"


class LedgerError(WhenceError):
    """The database cannot be used."""

    code = "ledger"


class LedgerVersionError(LedgerError):
    """The ledger was made by a version of whence that this one cannot read."""

    code = "ledger-version"


class UnknownRecord(LedgerError):
    """The ledger holds no record of that id."""

    code = "ledger-unknown-record"
