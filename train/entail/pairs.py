"""Pairs of texts with what is known of them, read from the sets of `data/relations`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from train.corpora import records
from train.entail.passages import Passages
from train.entail.topics import Part, by_topic, digest_part, topics
from whence.link.entailment.weights import BEARING, INFERENCE

ENTAILMENT, NEUTRAL, CONTRADICTION = range(3)

ALLOWED: Final[Mapping[str, tuple[int, ...]]] = {
    "entailment": (ENTAILMENT,),
    "neutral": (NEUTRAL,),
    "contradiction": (CONTRADICTION,),
    "not_entailment": (NEUTRAL, CONTRADICTION),
    "not_contradiction": (ENTAILMENT, NEUTRAL),
}
"""Which classes each label of inference leaves open; a set of two classes leaves two."""

INFERENCES: Final = tuple(ALLOWED)
STANCES: Final = ("for", "against", "observing")
BODIES: Final = ("agree", "disagree", "discuss", "unrelated")
BEARINGS: Final = BEARING
"""What one statement is to another."""
HEADS: Final[Mapping[str, int]] = {
    "inference": len(INFERENCE),
    "stance": len(STANCES),
    "body": len(BODIES),
    "strengthens": 1,
    "weakens": 1,
    "bearing": len(BEARINGS),
}
"""Each head's name and number of scores, in the order of the network's outputs."""


def columns() -> dict[str, tuple[int, int]]:
    """Return each head's columns in the scores: the first and the one after the last."""
    found, at = {}, 0
    for name, width in HEADS.items():
        found[name] = (at, at + width)
        at += width
    return found


@dataclass(frozen=True, slots=True)
class Pair:
    """A premise, a hypothesis, and a label for each head that one is known for."""

    premise: str
    hypothesis: str
    labels: Mapping[str, int]
    set: str
    part: Part = "train"

    def swapped(self) -> Pair:
        """Return the same with the sides changed: right where the label knows no direction."""
        return replace(self, premise=self.hypothesis, hypothesis=self.premise)


def inferences(path: Path, part: Part | None = None) -> list[Pair]:
    """Return the pairs of a file of entailment; `part` None parts them by half, by the premise.

    The halves are those for choosing ("tune") and for reporting ("held").
    """
    found = []
    for each in records(path):
        labels = {"inference": INFERENCES.index(each["label"])}
        where = part or ("tune" if digest_part(each["premise"], 2) == 0 else "held")
        found.append(Pair(each["premise"], each["hypothesis"], labels, each["set"], where))
    return found


def emergent(data: Path, topic: Mapping[str, str]) -> list[Pair]:
    """Return headlines as premises, claims as hypotheses."""
    return [
        Pair(
            each["headline"],
            each["claim"],
            {"stance": STANCES.index(each["label"])},
            "emergent",
            by_topic(topic["claim " + each["claim_id"]]),
        )
        for each in records(data / EMERGENT)
    ]


def claimdiff(data: Path) -> list[Pair]:
    """Return claim b as premise and claim a, which it may strengthen or weaken, as hypothesis."""
    return [
        Pair(
            each["claim_b"],
            each["claim_a"],
            {"strengthens": int(each["strengthens"]), "weakens": int(each["weakens"])},
            "claimdiff",
            by_topic("claimdiff " + each["topic"]),
        )
        for each in records(data / CLAIMDIFF)
    ]


def bodies(data: Path, topic: Mapping[str, str], only: Part | None = None) -> list[Pair]:
    """Return the best sentences of bodies as premises, headlines as hypotheses.

    Pairs of two topics are used where both lie in one part, else left out. `only` asks for the
    pairs of one part.
    """
    texts = {each["body_id"]: each["text"] for each in records(data / BODY_TEXTS)}
    passages = Passages(texts)
    found = []
    for each in records(data / FNC1):
        head = by_topic(topic[headline_key(each["headline"])])
        body = by_topic(topic[f"body {each['body_id']}"])
        if head == body and only in (None, head):
            best = passages.best(each["body_id"], each["headline"])
            labels = {"body": BODIES.index(each["label"])}
            found.append(Pair(best, each["headline"], labels, "fnc1", head))
    return found


def news_topics(data: Path) -> dict[str, str]:
    """Return the topic of every claim, headline and body of Emergent and FNC-1.

    FNC-1 was made from Emergent's articles, so that their topics are found together: what shares a
    claim, a headline's wording or a body is one topic.
    """
    links = []
    for each in records(data / EMERGENT):
        links.append(("claim " + each["claim_id"], headline_key(each["headline"])))
        links.append(("claim " + each["claim_id"], headline_key(each["claim"])))
    for each in records(data / FNC1):
        ends = (headline_key(each["headline"]), f"body {each['body_id']}")
        related = each["label"] != "unrelated"
        links += [ends] if related else [(end, end) for end in ends]
    return topics(links)


def headline_key(headline: str) -> str:
    """Return what two printings of one headline share."""
    return "headline " + " ".join(
        "".join(letter if letter.isalnum() else " " for letter in headline.lower()).split()
    )


EMERGENT: Final = "relations/emergent.train.jsonl.gz"
CLAIMDIFF: Final = "relations/claimdiff.train.jsonl.gz"
FNC1: Final = "relations/fnc1.train.jsonl.gz"
BODY_TEXTS: Final = "relations/fnc1.train.bodies.jsonl.gz"
TRAIN: Final = ("relations/nli3.train.jsonl.gz", "relations/nli2.train.jsonl.gz")
DEV: Final = ("relations/nli3.dev.jsonl.gz", "relations/nli2.dev.jsonl.gz")
