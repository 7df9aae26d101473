"""Less of the same: without a phrase, a clause that nothing denies still holds."""

from __future__ import annotations

import random
from collections.abc import Iterator

from train.entail.changes.clauses import Clause
from train.entail.changes.polarity import Change

_PHRASES = ("nmod", "nmod:tmod", "appos", "advcl", "acl:relcl", "acl", "amod")
_LISTED = (
    "no not n't n’t never nobody nothing none few without only every all most if unless any "
    "first last best biggest largest worst same other former fake alleged would could may might "
    "should must can than less more least half"
)
_TURNING = frozenset(_LISTED.split())


def parts(clause: Clause, draw: random.Random) -> Iterator[Change]:
    """Yield a clause and the same without a phrase of its end: entailed, and not the other way."""
    if any(clause.form(index).lower() in _TURNING for index in range(len(clause.words))):
        return
    found = []
    for index, word in enumerate(clause.words):
        ranges = clause.below(index) if word.relation in _PHRASES else None
        if ranges is None or index <= clause.root or ranges[1] - ranges[0] > 14:
            continue
        before = clause.form(ranges[0] - 1) if ranges[0] else ""
        if before == "," and ranges[1] < len(clause.words) and clause.form(ranges[1]) == ",":
            ranges = (ranges[0] - 1, ranges[1] + 1)
        elif before == ",":
            ranges = (ranges[0] - 1, ranges[1])
        if clause.words[word.head].tag.startswith("V") or word.relation in ("appos", "acl:relcl"):
            found.append(ranges)
    if found:
        low, high = draw.choice(found)
        end = high - 1 if clause.form(high - 1) == "." else high
        less = clause.replaced(low, end, "")
        if len(less.split()) >= 4:
            yield clause.text, less, "entailment"
            yield less, clause.text, "neutral"
