"""Sentences of news, changed by rules so that what follows from them is known.

`clauses` takes sentences and reported clauses out of PolNeAR with their silver analysis;
`polarity`, `figures`, `names`, `modality` and `parts` change one each, and say what inference is
left. `making` draws from all of them.
"""

from train.entail.changes.making import changed

__all__ = ["changed"]
