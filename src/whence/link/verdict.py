"""A finding about two statements, before it becomes a relation of their claims."""

from collections.abc import Mapping
from dataclasses import dataclass

from whence.link.said import Said
from whence.model import Entity, Origin, OriginKind, Passage, RelationKind

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


def one_origin(one: Origin, other: Origin) -> bool:
    """Whether two claims entered the news at one place, whatever else did there."""
    return (one.kind, one.name) == (other.kind, other.name)


@dataclass(frozen=True)
class Claims:
    """The claim of each statement, the origins of each claim, and the entities of the story."""

    of: Mapping[str, str]
    origins: Mapping[str, tuple[Origin, ...]]
    entities: tuple[Entity, ...] = ()

    def origin(self, said: Said) -> Origin | None:
        """Where a statement entered the news, where that is known."""
        for origin in self.origins[self.of[said.id]]:
            if said.id in origin.statements and origin.kind is not OriginKind.UNKNOWN:
                return origin
        return None
