"""Invented accounts, written so that spans are found by their words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from whence.link.series import series
from whence.link.voices import homes_of, own_words, voices
from whence.model import (
    Account,
    Aligned,
    Annotated,
    Article,
    Attribution,
    Basis,
    Because,
    Block,
    BlockKind,
    Change,
    Claim,
    DatedEvent,
    Derivation,
    DerivationKind,
    Entity,
    EntityKind,
    Event,
    Failure,
    Figure,
    Form,
    Join,
    Linked,
    Moment,
    Name,
    Origin,
    OriginKind,
    Outlet,
    OutletKind,
    Passage,
    Precision,
    Producer,
    Provenance,
    Referent,
    Relation,
    RelationKind,
    Role,
    Series,
    Span,
    Stance,
    Statement,
    Story,
    StoryAccount,
)

PRODUCER = Producer(model="0" * 64, stages="test")
__all__ = ["Attribution"]


def day(value: str, *, basis: Basis = Basis.METADATA, words: tuple[Span, ...] = ()) -> Moment:
    return Moment(value, Precision.DAY, basis, words)


@dataclass
class Report:
    """An article in the making: blocks of text first, then what is read in them."""

    outlet: Outlet
    parts: Sequence[tuple[BlockKind, str]]
    published: Moment | None = None
    id: str = ""
    language: str | None = "en"
    url: str | None = None
    byline: str | None = None
    place: str = "reports/one.txt"
    title: str | None = None
    referents: dict[str, Referent] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = "\n\n".join(words for _, words in self.parts)
        self.id = self.id or f"art-{self.outlet.name.casefold().replace(' ', '-')}"

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def speaker(
        self,
        name: str,
        *,
        role: str | None = None,
        named: bool = True,
        kind: EntityKind = EntityKind.PERSON,
    ) -> str:
        """The id of a referent of this article, made where it is not there yet."""
        if name not in self.referents:
            self.referents[name] = Referent(
                id=f"ref-{self.id}-{len(self.referents)}",
                name=name,
                names=(name,),
                kind=kind,
                named=named,
                mentions=(Span(0, 1),),
                roles=(Role(role, Span(0, 1)),) if role else (),
            )
        return self.referents[name].id

    def says(self, speaker: str | None, content: str | Sequence[str], **more: Any) -> str:
        """The id of a statement; `source`, `cue`, `told`, `via`, `said` are words of the text."""
        pieces = [content] if isinstance(content, str) else content
        source, cue, said = more.pop("source", ""), more.pop("cue", ""), more.pop("said", None)
        at = self.text.index(source) if source else 0
        if cue:
            at = self.text.find(cue, at + len(source))
            more["cue"] = (Span(at, at + len(cue)) if at >= 0 else self.span(cue),)
        names = {
            key: tuple(Name(name, self.span(name)) for name in more.pop(key, ()))
            for key in ("told", "via", "venue")
        }
        statement = Statement(
            id=f"st-{self.id}-{len(self.statements)}",
            article=self.id,
            source=(self.span(source),) if source else (),
            content=tuple(self.span(piece) for piece in pieces),
            speaker=speaker,
            form=more.pop("form", Form.INDIRECT),
            stance=more.pop("stance", Stance.ASSERTS),
            confidence=more.pop("confidence", 0.93),
            said=day(said[0], basis=Basis.RESOLVED, words=(self.span(said[1]),)) if said else None,
            **names,
            **more,
        )
        self.statements.append(statement)
        return statement.id

    def counts(self, words: str, **more: Any) -> str:
        figure = Figure(
            id=f"fig-{self.id}-{len(self.figures)}",
            article=self.id,
            span=self.span(words),
            low=more.pop("low"),
            high=more.pop("high"),
            **more,
        )
        self.figures.append(figure)
        return figure.id

    def annotated(self) -> Annotated:
        blocks, at = [], 0
        for kind, words in self.parts:
            blocks.append(Block(kind, Span(at, at + len(words))))
            at += len(words) + 2
        article = Article(
            id=self.id,
            outlet=self.outlet,
            title=self.title if self.title is not None else self.parts[0][1],
            text=self.text,
            blocks=tuple(blocks),
            provenance=Provenance(self.place, "text", "ab" * 32),
            byline=self.byline,
            published=self.published,
            language=self.language,
            url=self.url,
        )
        ends = [b.span for b in blocks]
        return Annotated(
            article=article,
            producer=PRODUCER,
            sentences=tuple(ends),
            mentions=(),
            times=(),
            referents=tuple(self.referents.values()),
            statements=tuple(self.statements),
            figures=tuple(self.figures),
            events=tuple(self.events),
        )


def _series(
    articles: Sequence[Annotated], entities: Sequence[Entity], claims: Sequence[Claim]
) -> tuple[Series, ...]:
    """The counts of the articles, as linking gathers them."""
    homes = homes_of(articles, entities)
    origins = {name: o for claim in claims for o in claim.origins for name in o.statements}
    return series(voices(homes), own_words(homes), origins)


@dataclass
class Chronicle:
    """A story in the making."""

    title: str
    reports: list[Report]
    first: date | None = None
    last: date | None = None
    claims: list[Claim] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    derivations: list[Derivation] = field(default_factory=list)
    timeline: list[DatedEvent] = field(default_factory=list)

    def claim(self, *statements: str, origins: Sequence[tuple[OriginKind, str]]) -> str:
        """Statements that say the same; the origins share them out in turn."""
        share = {origin: statements[n :: len(origins)] for n, origin in enumerate(origins)}
        claim = Claim(
            id=f"clm-{len(self.claims)}",
            text=self._words(statements[0]),
            statements=statements,
            origins=tuple(Origin(kind, name, ids) for (kind, name), ids in share.items()),
            joins=tuple(
                Join(statement, statements[0], chance=0.71, clip=n == 0)
                for n, statement in enumerate(statements[1:])
            ),
        )
        self.claims.append(claim)
        return claim.id

    def relate(self, kind: RelationKind, a: str, b: str, *, words: str = "", **more: Any) -> None:
        passages = tuple(Passage(r.id, r.span(w)) for r, w in more.pop("passages", ()))
        self.relations.append(
            Relation(
                id=f"rel-{len(self.relations)}",
                kind=kind,
                a=a,
                b=b,
                confidence=more.pop("confidence", 0.84),
                because=Because(more.pop("reason", "polarity"), passages, words),
            )
        )

    def owes(
        self,
        debtor: Report,
        lender: Report | str,
        kind: DerivationKind,
        *,
        shared: Sequence[str],
        aligned: Sequence[tuple[Change, str, str]] = (),
    ) -> None:
        """`aligned` are what became of each passage, its words here, and its words there."""
        self.derivations.append(
            Derivation(
                article=debtor.id,
                source=lender if isinstance(lender, str) else lender.id,
                kind=kind,
                evidence=f"{len(shared)} shared passages",
                share=0.4,
                passages=tuple(Passage(debtor.id, debtor.span(words)) for words in shared),
                aligned=tuple(
                    Aligned(
                        change,
                        debtor.span(here) if here else None,
                        lender.span(there) if there and isinstance(lender, Report) else None,
                    )
                    for change, here, there in aligned
                ),
            )
        )

    def account(self) -> StoryAccount:
        articles = tuple(report.annotated() for report in self.reports)
        story = Story(
            "sty-1", self.title, tuple(a.article.id for a in articles), self.first, self.last
        )
        entities = self._entities()
        linked = Linked(
            story=story,
            entities=tuple(entities),
            claims=tuple(self.claims),
            relations=tuple(self.relations),
            derivations=tuple(self.derivations),
            timeline=tuple(self.timeline),
            series=_series(articles, entities, self.claims),
        )
        return StoryAccount(linked, articles)

    def _entities(self) -> list[Entity]:
        same: dict[str, list[Referent]] = {}
        for report in self.reports:
            for referent in report.referents.values():
                key = referent.name.split()[-1] if referent.named else referent.name
                same.setdefault(key, []).append(referent)
        return [
            Entity(
                id=f"ent-{n}",
                name=max((r.name for r in refs), key=len),
                names=tuple(dict.fromkeys(r.name for r in refs)),
                kind=refs[0].kind,
                named=refs[0].named,
                referents=tuple(r.id for r in refs),
                roles=tuple(dict.fromkeys(role.words for r in refs for role in r.roles)),
            )
            for n, refs in enumerate(same.values())
        ]

    def _words(self, statement: str) -> str:
        for report in self.reports:
            for each in report.statements:
                if each.id == statement:
                    return " ".join(span.of(report.text) for span in each.content)
        raise KeyError(statement)


AGENCY = Outlet("Kestrian Press Agency", "kpa.example", "XK", OutletKind.AGENCY)
OBSERVER = Outlet("Halven Observer", "halven.example", "XK", OutletKind.NEWSPAPER)
RADIO = Outlet("Radio Kestria", "radiokestria.example", "XK", OutletKind.STATE_MEDIUM)
COURIER = Outlet("The Lowland Courier", "courier.example", "XL", OutletKind.NEWSPAPER)
CHECK = Outlet("Fact Bench", "factbench.example", "XL", OutletKind.FACT_CHECK)


def account_of(*stories: StoryAccount, failed: Sequence[Failure] = ()) -> Account:
    return Account(tuple(stories), tuple(failed))
