"""Invented articles for the tests of linking: text, people, statements, as annotation gives them.

Every place, person and outlet here is made up.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from whence.model import (
    Annotated,
    Article,
    Basis,
    Block,
    BlockKind,
    Credit,
    CreditKind,
    EntityKind,
    Figure,
    Form,
    Mention,
    Modality,
    Moment,
    Name,
    Outlet,
    OutletKind,
    Precision,
    Producer,
    Provenance,
    Referent,
    Role,
    Span,
    Stance,
    Statement,
    TimeExpression,
    article_id,
    bytes_digest,
    content_id,
)

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


@dataclass(frozen=True)
class Who:
    """Someone in an article: the names by which the text calls them, the fullest first."""

    names: tuple[str, ...]
    kind: EntityKind = PERSON
    role: str | None = None
    named: bool = True
    stands_for: str | None = None


@dataclass(frozen=True)
class Says:
    """A statement: the speaker by the first of its names, and the words of the content."""

    speaker: str | None
    words: str
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.FACT
    told: str | None = None
    venue: str | None = None
    via: str | None = None
    confidence: float = 0.9
    #: The word by which the content is given, if it stands in the text.
    cue: str | None = None
    #: Numbers in the words, as (printed, low, high, what).
    figures: tuple[tuple[str, int | None, int | None, str | None], ...] = ()


@dataclass(frozen=True)
class Report:
    """An article to be made."""

    outlet: str
    day: str | None
    text: str
    title: str | None = None
    who: tuple[Who, ...] = ()
    says: tuple[Says, ...] = ()
    kind: OutletKind = OutletKind.NEWSPAPER
    credit: str | None = None
    times: Mapping[str, str] = field(default_factory=dict)
    vector: bytes = b""


def annotated(report: Report) -> Annotated:
    """The article as reading and annotating it would give it."""
    outlet = Outlet(report.outlet, kind=report.kind)
    name = article_id(text=report.text, outlet=outlet, url=None)
    credited: tuple[Credit, ...] = ()
    if report.credit:
        span = _span(report.text, report.credit)
        credited = (Credit(CreditKind.REPORT, span, (report.credit,)),)
    article = Article(
        id=name,
        outlet=outlet,
        title=report.title,
        text=report.text,
        blocks=tuple(_blocks(report.text)),
        provenance=Provenance(f"{name}.txt", "text", bytes_digest(report.text.encode())),
        published=_moment(report.day) if report.day else None,
        language="en",
        credits=credited,
    )
    referents = tuple(_referent(name, report.text, who) for who in report.who)
    by_name = {name: referent.id for referent in referents for name in referent.names}
    statements = tuple(_statement(article, says, by_name) for says in report.says)
    return Annotated(
        article=article,
        producer=Producer("test", "test"),
        sentences=tuple(_sentences(report.text)),
        mentions=tuple(
            Mention(span, referent.kind, 0.9)
            for referent in referents
            for span in referent.mentions
            if referent.named
        ),
        times=tuple(
            TimeExpression(_span(report.text, words), "date", day, _moment(day))
            for words, day in report.times.items()
        ),
        referents=referents,
        statements=statements,
        figures=tuple(_figures(article, report.says, statements)),
        vector=report.vector,
    )


def story(*reports: Report) -> list[Annotated]:
    """Several articles."""
    return [annotated(report) for report in reports]


def _moment(day: str) -> Moment:
    return Moment(day, Precision.DAY, Basis.METADATA)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _blocks(text: str) -> Sequence[Block]:
    return [
        Block(BlockKind.PARAGRAPH, Span(*match.span())) for match in re.finditer(r"[^\n]+", text)
    ]


def _sentences(text: str) -> Sequence[Span]:
    return [
        Span(*match.span())
        for match in re.finditer(r"[^\s][^\n]*?(?:[.!?]”?(?=\s|$)|(?=\n|$))", text)
    ]


def _referent(article: str, text: str, who: Who) -> Referent:
    mentions: list[Span] = []
    for name in sorted(who.names, key=len, reverse=True):
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in mentions):
                mentions.append(span)
    roles = (Role(who.role, _span(text, who.role)),) if who.role else ()
    return Referent(
        id=content_id("ref", article, who.names[0]),
        name=who.names[0],
        names=who.names,
        kind=who.kind,
        named=who.named,
        mentions=tuple(sorted(mentions)),
        roles=roles,
        stands_for=who.stands_for,
    )


_NEGATED = re.compile(r"\b(?:not|no|never|nobody|none)\b|n[’']t\b", re.IGNORECASE)


def _statement(article: Article, says: Says, by_name: Mapping[str, str]) -> Statement:
    content = _span(article.text, says.words)
    return Statement(
        id=content_id("st", article.id, content),
        article=article.id,
        source=(),
        cue=(_span(article.text, says.cue),) if says.cue else (),
        content=(content,),
        speaker=by_name[says.speaker] if says.speaker else None,
        form=Form.DIRECT if says.words.startswith("“") else Form.INDIRECT,
        stance=says.stance,
        confidence=says.confidence,
        content_negated=bool(_NEGATED.search(says.words)),
        modality=says.modality,
        told=_names(article.text, says.told),
        venue=_names(article.text, says.venue),
        via=_names(article.text, says.via),
    )


def _names(text: str, words: str | None) -> tuple[Name, ...]:
    return (Name(words, _span(text, words)),) if words else ()


def _figures(
    article: Article, says: Sequence[Says], statements: Sequence[Statement]
) -> Sequence[Figure]:
    found = []
    for said, statement in zip(says, statements, strict=True):
        for printed, low, high, what in said.figures:
            start = article.text.index(printed, statement.content[0].start)
            span = Span(start, start + len(printed))
            found.append(
                Figure(
                    id=content_id("fig", article.id, span),
                    article=article.id,
                    span=span,
                    low=low,
                    high=high,
                    what=what,
                    statement=statement.id,
                )
            )
    return found
