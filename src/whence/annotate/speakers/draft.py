"""A referent while the article is being read."""

from collections import Counter
from dataclasses import dataclass, field

from whence.annotate.speakers.names import PersonName
from whence.annotate.speakers.nouns import Gender
from whence.model import EntityKind, Referent, Role, Span, content_id


@dataclass(slots=True, eq=False)
class Draft:
    """Whom or what some mentions stand for, growing as more of the article is read."""

    kind: EntityKind
    named: bool
    names: Counter[str] = field(default_factory=Counter)
    mentions: list[Span] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    person: PersonName | None = None
    gender: Gender | None = None
    plural: bool = False
    stands_for: str | None = None
    votes: Counter[EntityKind] = field(default_factory=Counter)
    #: Nouns that it was described with, singular, and the words that narrowed them.
    heads: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)

    def mention(self, span: Span, name: str | None = None) -> None:
        """Add a mention, with the name that it prints where it prints one."""
        if span not in self.mentions[-4:]:
            self.mentions.append(span)
        if name:
            self.names[name] += 1

    def describe(self, role: Role, heads: set[str], modifiers: set[str]) -> None:
        """Add a description in which `heads` are the nouns and `modifiers` narrow them."""
        if role not in self.roles:
            self.roles.append(role)
        self.heads |= heads
        self.modifiers |= modifiers

    @property
    def name(self) -> str:
        """The fullest name printed: of most words, then most often, then first in the alphabet."""
        return min(self.names, key=lambda name: (-len(name.split()), -self.names[name], name))

    def referent(self, article: str) -> Referent:
        """The finished referent, with an id drawn from the article and its first mention."""
        mentions = tuple(sorted(set(self.mentions)))
        first = mentions[0]
        return Referent(
            id=content_id("ref", article, first.start, first.end, self.kind, self.stands_for),
            name=self.name,
            names=tuple(sorted(self.names, key=lambda name: (-self.names[name], name))),
            kind=self.kind,
            named=self.named,
            mentions=mentions,
            roles=tuple(sorted(self.roles, key=lambda role: role.span)),
            stands_for=self.stands_for,
        )
