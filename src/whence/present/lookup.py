"""One story's account, indexed once for all that is shown of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from whence.model import (
    Annotated,
    Article,
    Claim,
    Derivation,
    DerivationKind,
    Entity,
    Origin,
    OriginKind,
    Referent,
    Statement,
    StoryAccount,
    content_id,
)
from whence.present.neutral import one_line

#: What stands for an outlet that nothing is known of.
_NO_NAME = frozenset({"", "unknown"})


@dataclass(frozen=True)
class Lookup:
    """Finds what belongs to what in a story; `number` tells the stories of a page apart.

    Nothing is numbered by its id, so that anchors are short and the same however ids are made.
    """

    account: StoryAccount
    number: int = 1

    @cached_property
    def annotated(self) -> Mapping[str, Annotated]:
        """The annotated articles by id."""
        return {each.article.id: each for each in self.account.articles}

    @cached_property
    def article_number(self) -> Mapping[str, int]:
        """Articles count from 1 in the order of the account."""
        return {each.article.id: n for n, each in enumerate(self.account.articles, 1)}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """The statements by id, in the order of the articles and of their text."""
        return {
            statement.id: statement
            for each in self.account.articles
            for statement in sorted(each.statements, key=lambda s: (s.content[0], s.id))
        }

    @cached_property
    def statement_number(self) -> Mapping[str, int]:
        """Statements count from 1 through the story."""
        return {id_: n for n, id_ in enumerate(self.statements, 1)}

    @cached_property
    def referents(self) -> Mapping[str, Referent]:
        """The articles' own referents by id."""
        return {ref.id: ref for each in self.account.articles for ref in each.referents}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The entities by id, and each speaker that linking joined into none, on its own."""
        found = {entity.id: entity for entity in self.account.linked.entities}
        for statement in self.statements.values():
            alone = self.referents.get(statement.speaker or "")
            if alone is None or alone.id in self.account.entity_of:
                continue
            id_ = content_id("ent", alone.id)
            found[id_] = Entity(
                id=id_,
                name=alone.name,
                names=alone.names,
                kind=alone.kind,
                named=alone.named,
                referents=(alone.id,),
                roles=tuple(role.words for role in alone.roles),
                stands_for=alone.stands_for,
            )
        return found

    @cached_property
    def entity_of(self) -> Mapping[str, Entity]:
        """From the id of a referent to its entity."""
        return {ref: entity for entity in self.entities.values() for ref in entity.referents}

    @cached_property
    def claim_of(self) -> Mapping[str, Claim]:
        """From the id of a statement to the claim that it makes."""
        return {
            statement: claim
            for claim in self.account.linked.claims
            for statement in claim.statements
        }

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by id, without what is not at hand."""
        return {
            claim.id: claim
            for claim in self.account.linked.claims
            if any(statement in self.statements for statement in claim.statements)
        }

    @cached_property
    def origin_of(self) -> Mapping[str, Origin]:
        """From the id of a statement to where it entered the news."""
        return {
            statement: origin
            for claim in self.account.linked.claims
            for origin in claim.origins
            for statement in origin.statements
        }

    @cached_property
    def debts(self) -> Mapping[str, tuple[Derivation, ...]]:
        """From the id of an article to what it owes."""
        found: dict[str, list[Derivation]] = {}
        for derivation in self.account.linked.derivations:
            found.setdefault(derivation.article, []).append(derivation)
        return {article: tuple(debts) for article, debts in found.items()}

    def statements_of(self, claim: Claim) -> tuple[Statement, ...]:
        """The statements of a claim that are at hand, the clearest first."""
        return tuple(self.statements[id_] for id_ in claim.statements if id_ in self.statements)

    def speaker_of(self, statement: Statement) -> Entity | None:
        """Who made a statement, ``None`` where it is not clear."""
        return self.entity_of.get(statement.speaker or "")

    def article_of(self, statement: Statement) -> Article:
        """The article that a statement stands in."""
        return self.annotated[statement.article].article

    def outlet(self, article: Article) -> str:
        """The outlet's name, or else its domain, or else which article it is that has none."""
        name = one_line(article.outlet.name)
        if name.casefold() in _NO_NAME:
            return article.outlet.domain or f"unknown outlet ({self.article_number[article.id]})"
        return name

    def knows_outlet(self, article: Article) -> bool:
        """Whether it is known who published an article."""
        return article.outlet.name.casefold() not in _NO_NAME or article.outlet.domain is not None

    def day_of(self, statement: Statement) -> date | None:
        """The day a statement was made, or else the day it was published."""
        moment = statement.said or self.article_of(statement).published
        return moment.first_day if moment else None

    def chain_of(self, statement: Statement) -> tuple[str, ...]:
        """Through whom a statement came after its speaker, down to the outlet itself."""
        article = self.article_of(statement)
        names = [*(told.name for told in statement.told), *(via.name for via in statement.via)]
        names.extend(self._lenders(statement))
        outlet = self.outlet(article)
        chain: list[str] = []
        for name in names:
            said = {known.casefold() for known in chain}
            if name.casefold() not in said and not _means_itself(name, outlet):
                chain.append(name)
        return (*chain, outlet)

    def _lenders(self, statement: Statement) -> list[str]:
        """Whose text the article prints around this statement: word for word, or as it credits.

        An article that credits several does not say which of them a statement came from.
        """
        debts = self.debts.get(statement.article, ())
        credited = [debt.source for debt in debts if debt.kind is DerivationKind.CREDIT]
        found = credited if len(credited) == 1 else []
        for debt in debts:
            lender = self.annotated.get(debt.source)
            shared = any(
                passage.article == statement.article and passage.span.overlaps(piece)
                for passage in debt.passages
                for piece in statement.content
            )
            if lender is not None and shared:
                found.append(self.outlet(lender.article))
        return found

    def known_origins(self) -> tuple[tuple[Origin, int], ...]:
        """The distinct origins of the story with how many statements owe them, most first."""
        found: dict[tuple[OriginKind, str], list[Origin]] = {}
        for claim in self.claims.values():
            for origin in claim.origins:
                found.setdefault((origin.kind, origin.name.casefold()), []).append(origin)
        counts = [(same[0], sum(len(o.statements) for o in same)) for same in found.values()]
        return tuple(sorted(counts, key=lambda pair: (-pair[1], pair[0].name)))


def _means_itself(name: str, outlet: str) -> bool:
    """Whether an outlet calls itself so: by its name clipped ("told the Courier"), or as "this"."""
    first, *rest = name.casefold().split() or [""]
    words = {first, *rest} - {"the"}
    return first == "this" or (bool(words) and words <= set(outlet.casefold().split()))
