"""The account: what is shown or exported."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from whence.model.annotated import Annotated
from whence.model.linked import Entity, Linked


@dataclass(frozen=True)
class StoryAccount:
    """One story with its annotated articles, in order of publication (undated ones last)."""

    linked: Linked
    articles: tuple[Annotated, ...]

    @cached_property
    def entity_of(self) -> Mapping[str, Entity]:
        """From the id of an article's referent to the entity that it was joined into."""
        return {ref: entity for entity in self.linked.entities for ref in entity.referents}


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: which, the error's stable code, and why."""

    input: str
    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Account:
    """Stories, newest first, and the inputs that failed."""

    stories: tuple[StoryAccount, ...]
    failed: tuple[Failure, ...] = ()
