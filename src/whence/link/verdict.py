"""A finding about two statements, before it becomes a relation of their claims."""

from dataclasses import dataclass

from whence.link.said import Said
from whence.model import Passage, RelationKind

REPORTED = "report of contradiction"


@dataclass(frozen=True)
class Finding:
    """Statement `a` supports, contradicts or revises statement `b`.

    `shown` is the passage that shows it, where that is not the content of `a`.
    """

    kind: RelationKind
    a: Said
    b: Said
    reason: str
    words: str
    confidence: float
    shown: Passage | None = None

    @property
    def first_passage(self) -> Passage:
        """The passage to show first."""
        return self.shown or self.a.passage

    @property
    def rank(self) -> tuple[int, float, str, str]:
        """What is looked at first: reports of contradiction, changes, clashes, support."""
        order = {RelationKind.REVISES: 1, RelationKind.CONTRADICTS: 2, RelationKind.SUPPORTS: 3}
        first = 0 if self.reason == REPORTED else order[self.kind]
        return first, -self.confidence, self.a.id, self.b.id
