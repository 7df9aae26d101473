"""The ledger: keeps articles, what was read from them, and what shows across them.

A `Ledger` is read through a `View` and written to in a `Batch`; both fulfil
`model.StoryCandidates`.
"""

from whence.store.batch import Batch
from whence.store.ledger import Ledger
from whence.store.opening import MEMORY, Access
from whence.store.records import Decision, Held, StoryEntry
from whence.store.view import View

__all__ = ["MEMORY", "Access", "Batch", "Decision", "Held", "Ledger", "StoryEntry", "View"]
