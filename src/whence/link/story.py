"""One story, linked: everything that only shows across its articles."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from whence.link.claims import group
from whence.link.derivations import SharedTexts, derivations
from whence.link.entities import entities
from whence.link.joins import joins_of, likest
from whence.link.likeness import Scale
from whence.link.origins import Chains
from whence.link.pairs import Pair, compare
from whence.link.relations import relations
from whence.link.said import Said
from whence.link.series import series
from whence.link.sketch import sketch
from whence.link.timeline import timeline
from whence.link.verdict import Claims
from whence.link.voices import homes_of, own_words, sentences_said, voices
from whence.model import (
    Annotated,
    Article,
    BlockKind,
    Claim,
    Derivation,
    DerivationKind,
    Linked,
    Story,
    content_id,
)

_SHOWN_TITLE = 120  # code points of the first words, where an article has no headline


def link_story(
    members: Sequence[Annotated],
    *,
    story: str,
    texts: SharedTexts | None = None,
) -> Linked:
    """All that shows across the articles of one story, `story` being its id.

    `texts` is what a ledger knows of the words that its articles share with others; without it
    they are compared with each other alone. Depends on the articles alone, not on their order.
    Every claim and relation points to the statements and passages that it rests on. Raises
    ``ValueError`` for a story of no articles.
    """
    if not members:
        raise ValueError(f"story {story} has no articles; a story needs at least one")
    ordered = sorted(members, key=_by_date)
    joined = entities(ordered)
    debts = derivations(ordered, texts)
    homes = homes_of(ordered, joined)
    said = voices(homes)
    scale = Scale(said)
    parts = sentences_said(homes)
    pairs = compare(said, scale, parts)
    outlets = {member.article.id: member.article.outlet for member in ordered}
    claims = _claims(group(said, pairs, scale), pairs, Chains(outlets, debts, said))
    index = Claims(
        of={name: claim.id for claim in claims for name in claim.statements},
        origins={claim.id: claim.origins for claim in claims},
        entities=joined,
    )
    whence = {
        name: origin for claim in claims for origin in claim.origins for name in origin.statements
    }
    return Linked(
        story=_story(ordered, debts, story),
        entities=joined,
        claims=tuple(sorted(claims, key=lambda claim: (-len(claim.statements), claim.id))),
        relations=relations(ordered, parts, scale, index),
        derivations=debts,
        timeline=timeline(ordered),
        series=series(said, own_words(homes), whence),
    )


def _claims(
    groups: Iterable[Sequence[Said]], pairs: Sequence[Pair], chains: Chains
) -> tuple[Claim, ...]:
    likeness = likest(pairs)
    return tuple(
        Claim(
            id=content_id("clm", *sorted(one.id for one in statements)),
            text=statements[0].text,
            statements=tuple(one.id for one in statements),
            origins=chains.origins(statements),
            joins=joins_of(statements, likeness),
        )
        for statements in groups
    )


def _by_date(member: Annotated) -> tuple[date, str, str]:
    moment = member.article.published
    day = moment.first_day if moment else date.max
    return day, moment.value if moment else "", member.article.id


def _story(members: Sequence[Annotated], debts: Sequence[Derivation], name: str) -> Story:
    moments = [moment for member in members if (moment := member.article.published)]
    return Story(
        id=name,
        title=_title(members, debts),
        articles=tuple(member.article.id for member in members),
        first=min((moment.first_day for moment in moments), default=None),
        last=max((moment.last_day for moment in moments), default=None),
    )


def _title(members: Sequence[Annotated], debts: Sequence[Derivation]) -> str:
    """The headline of the most central article; an original before a copy, the earlier first."""
    copies = {debt.article for debt in debts if debt.kind is not DerivationKind.CREDIT}
    told = {member.article.id: sketch(member).terms for member in members}
    whole: Counter[str] = Counter()
    for name in sorted(told):
        whole.update(told[name])

    def centrality(terms: Mapping[str, float]) -> float:
        length = math.sqrt(math.fsum(weight**2 for weight in terms.values()))
        shared = math.fsum(
            weight * (whole[term] - weight) for term, weight in sorted(terms.items())
        )
        return round(shared / length, 6) if length else 0.0

    def rank(member: Annotated) -> tuple[bool, bool, float, tuple[date, str, str]]:
        article = member.article
        central = centrality(told[article.id])
        return article.id in copies, not headline(article), -central, _by_date(member)

    best = min(members, key=rank).article
    return headline(best) or _first_words(best)


def headline(article: Article) -> str:
    """The title of an article, else its headline as printed, else nothing."""
    if article.title and article.title.strip():
        return article.title.strip()
    for block in article.blocks:
        if block.kind is BlockKind.HEADLINE:
            return block.span.of(article.text).strip()
    return ""


def _first_words(article: Article) -> str:
    words = " ".join(article.text.split())
    if len(words) <= _SHOWN_TITLE:
        return words or article.id
    return words[:_SHOWN_TITLE].rsplit(" ", 1)[0] + " …"
