"""What is done, will be done, may be done, is considered or ruled out: not the same."""

from __future__ import annotations

import random
from collections.abc import Iterator

from train.entail.changes.clauses import Clause
from train.entail.changes.polarity import Change
from train.entail.changes.verbs import doing

_WEAKER = ("may {0}", "could {0}", "might {0}")
_OPEN = (
    "{be} considering {1}",
    "{be} ready to consider {1}",
    "{be} willing to {0}",
    "{be} ready to {0}",
    "{be} expected to {0}",
    "{have} promised to {0}",
    "{have} been asked to {0}",
    "would like to {0}",
    "would welcome a chance to {0}",
)
_AGAINST = (
    "will not {0}",
    "{do} not plan to {0}",
    "{have} refused to {0}",
    "{have} no plans to {0}",
    "{have} ruled out {1}",
)
_PLURAL = {"be": "are", "have": "have", "do": "do"}
_SINGULAR = {"be": "is", "have": "has", "do": "does"}


def modality(clause: Clause, draw: random.Random) -> Iterator[Change]:
    """Yield other modes of a clause with "will" and an active verb."""
    at = [i for i in clause.children(clause.root, "aux") if clause.form(i).lower() == "will"]
    if len(at) != 1 or at[0] + 1 != clause.root or clause.children(clause.root, "neg", "auxpass"):
        return
    subject = clause.children(clause.root, "nsubj")
    if not subject or clause.words[clause.root].tag != "VB" or clause.children(clause.root, "cop"):
        return
    verb = clause.form(clause.root)
    plural = clause.words[subject[0]].tag in ("NNS", "NNPS") or clause.form(subject[0]).lower() in (
        "they",
        "we",
        "you",
    )
    if clause.form(subject[0]).lower() == "i":
        return
    forms = _PLURAL if plural else _SINGULAR

    def put(pattern: str) -> str:
        return clause.replaced(at[0], clause.root + 1, pattern.format(verb, doing(verb), **forms))

    weaker, open_, against = (put(draw.choice(each)) for each in (_WEAKER, _OPEN, _AGAINST))
    plans = put("{be} planning to {0}")
    yield clause.text, weaker, "not_contradiction"
    yield weaker, clause.text, "neutral"
    yield open_, clause.text, "neutral"
    yield clause.text, open_, "not_contradiction"
    yield open_, plans, "neutral"
    yield weaker, open_, "neutral"
    yield clause.text, against, "contradiction"
    yield against, clause.text, "contradiction"
    yield plans, against, "contradiction"
    yield open_, against, "not_entailment"
