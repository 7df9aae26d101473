"""Attributions within attributions: "he said that the report claimed that the bank was insolvent".

The language model gives each word one role, so it finds one of the two. The other follows from the
grammar around it: a subject, a verb that takes a clause, and the clause.
"""

from whence.annotate.nested.nested import with_nested

__all__ = ["with_nested"]
