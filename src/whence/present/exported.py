"""The JSON account: what other programs are given."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from importlib import resources
from typing import Any

from whence.model import (
    Account,
    Annotated,
    Article,
    Claim,
    Derivation,
    Entity,
    Event,
    Figure,
    Moment,
    Name,
    Passage,
    Relation,
    RelationKind,
    Series,
    Span,
    Statement,
    StoryAccount,
)
from whence.present.disputes import Split, splits
from whence.present.lookup import Lookup
from whence.present.standings import Standing, between_claims, courses, known, standings, untraced
from whence.present.version import VERSION

Json = dict[str, Any]


def account_to_json(account: Account) -> Json:
    """The account as JSON values, as `account_schema` describes them.

    Offsets are code points of the article's ``text``; words are unaltered.
    """
    return {
        "whence": VERSION,
        "stories": [_story(story) for story in account.stories],
        "failed": [{"input": f.input, "code": f.code, "why": f.why} for f in account.failed],
    }


def account_schema() -> Json:
    """The JSON Schema (draft 2020-12) of the JSON account."""
    text = (resources.files("whence.present") / "account.schema.json").read_text("utf-8")
    schema: Json = json.loads(text)
    return schema


def _story(account: StoryAccount) -> Json:
    lookup = Lookup(account)
    stand = standings(lookup)
    story, linked = account.linked.story, account.linked
    return {
        "id": story.id,
        "title": story.title,
        "first": story.first.isoformat() if story.first else None,
        "last": story.last.isoformat() if story.last else None,
        "articles": [_article(each.article) for each in account.articles],
        "statements": [_statement(s, lookup) for s in lookup.statements.values()],
        "entities": [_entity(each) for each in lookup.entities.values()],
        "claims": [_claim(each, stand[each.id], lookup) for each in lookup.claims.values()],
        "relations": [_relation(each, lookup) for each in between_claims(lookup)],
        "disputes": [_dispute(each, lookup) for each in splits(lookup)],
        "changes": _changes(lookup),
        "figures": [_figure(f, each, lookup) for each in account.articles for f in each.figures],
        "series": [_series(each) for each in linked.series],
        "events": [_event(e, each, lookup) for each in account.articles for e in each.events],
        "derivations": [_derivation(each, lookup) for each in linked.derivations],
    }


def _article(article: Article) -> Json:
    return {
        "id": article.id,
        "origin": str(article.provenance),
        "outlet": article.outlet.name,
        "title": article.title,
        "url": article.url,
        "published": _moment(article.published, article.text),
        "updated": _moment(article.updated, article.text),
        "language": article.language,
        "text": article.text,
        "domain": article.outlet.domain,
        "country": article.outlet.country,
        "outlet_kind": article.outlet.kind.value,
        "byline": article.byline,
        "digest": article.provenance.digest,
        "format": article.provenance.format,
        "blocks": [
            {
                "kind": block.kind.value,
                "start": block.span.start,
                "end": block.span.end,
                "read": block.is_read,
            }
            for block in article.blocks
        ],
        "credits": [
            {
                "kind": credit.kind.value,
                "span": _span(credit.span, article.text),
                "names": list(credit.names),
                "stated": credit.stated,
            }
            for credit in article.credits
        ],
    }


def _statement(statement: Statement, lookup: Lookup) -> Json:
    text = lookup.article_of(statement).text
    speaker = lookup.speaker_of(statement)
    return {
        "id": statement.id,
        "article": statement.article,
        "speaker": speaker.id if speaker else None,
        "source": _spans(statement.source, text),
        "cue": _spans(statement.cue, text),
        "content": _spans(statement.content, text),
        "form": statement.form.value,
        "stance": statement.stance.value,
        "said": _moment(statement.said, text),
        "told": statement.told[0].name if statement.told else None,
        "via": [via.name for via in statement.via],
        "confidence": statement.confidence,
        "speaker_why": statement.speaker_why,
        "alternatives": [
            {"speaker": other.id, "likelihood": each.likelihood}
            for each in statement.alternatives
            if (other := lookup.entity_of.get(each.speaker)) is not None
        ],
        "modality": statement.modality.value,
        "cue_negated": statement.cue_negated,
        "content_negated": statement.content_negated,
        "hedges": _spans(statement.hedges, text),
        "audiences": _names(statement.told, text),
        "venues": _names(statement.venue, text),
        "carriers": _names(statement.via, text),
    }


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "name": entity.name,
        "names": list(entity.names),
        "kind": entity.kind.value,
        "named": entity.named,
        "roles": list(entity.roles),
        "stands_for": entity.stands_for,
    }


def _claim(claim: Claim, standing: Sequence[Standing], lookup: Lookup) -> Json:
    return {
        "id": claim.id,
        "text": claim.text,
        "statements": [statement.id for statement in lookup.statements_of(claim)],
        "origins": len(known(claim.origins)),
        "untraced": untraced(claim.origins),
        "standing": [each.value for each in standing],
        "joins": [
            {
                "statement": join.statement,
                "like": join.like,
                "chance": join.chance,
                "clip": join.clip,
            }
            for join in claim.joins
        ],
        "origin_names": [
            {"kind": o.kind.value, "name": o.name, "statements": list(o.statements)}
            for o in claim.origins
        ],
    }


def _dispute(split: Split, lookup: Lookup) -> Json:
    """Both sides, who spoke first before who spoke later, and who stands on each."""

    def first(side: Collection[str]) -> tuple[date, int, str]:
        return _since(side, lookup), len(side), min(side)

    return {
        "sides": [_side(side, lookup) for side in sorted(split.sides, key=first)],
        "relations": [relation.id for relation in split.relations],
        "confidence": split.relations[0].confidence,
    }


def _side(side: Collection[str], lookup: Lookup) -> Json:
    claims = sorted(side, key=lambda claim: (_since((claim,), lookup), claim))
    speakers = dict.fromkeys(
        speaker.id if (speaker := lookup.speaker_of(statement)) else None
        for claim in claims
        for statement in lookup.statements_of(lookup.claims[claim])
    )
    return {"claims": claims, "speakers": list(speakers)}


def _changes(lookup: Lookup) -> list[Json]:
    """Claims that revise one another, each course from the first to the last."""
    relations = between_claims(lookup, RelationKind.REVISES)
    found = [
        {
            "claims": sorted(course, key=lambda claim: (_since((claim,), lookup), claim)),
            "relations": [each.id for each in relations if each.a in course],
        }
        for course in courses(relations)
    ]
    return sorted(found, key=lambda course: course["claims"])


def _since(claims: Iterable[str], lookup: Lookup) -> date:
    """The first day on which any of the claims was made; the last of all days if unknown."""
    statements = (s for claim in claims for s in lookup.statements_of(lookup.claims[claim]))
    return min((day for s in statements if (day := lookup.day_of(s))), default=date.max)


def _relation(relation: Relation, lookup: Lookup) -> Json:
    return {
        "kind": relation.kind.value,
        "a": relation.a,
        "b": relation.b,
        "confidence": relation.confidence,
        "because": relation.because.words,
        "id": relation.id,
        "reason": relation.because.reason,
        "passages": _passages(relation.because.passages, lookup),
    }


def _figure(figure: Figure, annotated: Annotated, lookup: Lookup) -> Json:
    text = annotated.article.text
    return {
        "id": figure.id,
        "article": figure.article,
        "span": _span(figure.span, text),
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "what": figure.what,
        "where": figure.where,
        "as_of": _moment(figure.as_of, text),
        "statement": figure.statement if figure.statement in lookup.statements else None,
        "part_of": figure.part_of,
        "approximate": figure.approximate,
        "change": figure.change,
        "difference": figure.difference,
    }


def _series(series: Series) -> Json:
    measure = series.measure
    return {
        "id": series.id,
        "measure": {
            "what": measure.what,
            "outcome": measure.outcome or None,
            "unit": measure.unit or None,
            "where": measure.where or None,
            "event": measure.event or None,
        },
        "part_of": series.part_of,
        "points": [
            {
                "low": point.low,
                "high": point.high,
                "as_of": point.as_of.isoformat() if point.as_of else None,
                "extent": point.extent.value,
                "speaker": point.speaker,
                "statement": point.statement,
                "figures": list(point.figures),
                "articles": list(point.articles),
                "word": point.word.value,
                "clashes": list(point.clashes),
            }
            for point in series.points
        ],
    }


def _event(event: Event, annotated: Annotated, lookup: Lookup) -> Json:
    text = annotated.article.text
    return {
        "id": event.id,
        "article": event.article,
        "span": _span(event.span, text),
        "code": event.code,
        "actor": event.actor,
        "recipient": event.recipient,
        "where": event.where,
        "when": _moment(event.when, text),
        "statement": event.statement if event.statement in lookup.statements else None,
    }


def _derivation(derivation: Derivation, lookup: Lookup) -> Json:
    return {
        "article": derivation.article,
        "from": derivation.source,
        "kind": derivation.kind.value,
        "evidence": derivation.evidence,
        "share": derivation.share,
        "passages": _passages(derivation.passages, lookup),
    }


def _passages(passages: Iterable[Passage], lookup: Lookup) -> list[Json]:
    return [
        {
            "article": passage.article,
            "span": _span(passage.span, lookup.annotated[passage.article].article.text),
        }
        for passage in passages
        if passage.article in lookup.annotated
    ]


def _moment(moment: Moment | None, text: str) -> Json | None:
    """A moment; ``from`` says what it rests on."""
    if moment is None:
        return None
    return {
        "value": moment.value,
        "precision": moment.precision.value,
        "from": moment.basis.value,
        "words": _spans(moment.words, text),
        "evidence": moment.evidence,
    }


def _names(names: Sequence[Name], text: str) -> list[Json]:
    return [{"name": each.name, "span": _span(each.span, text)} for each in names]


def _span(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "exact": span.of(text)}


def _spans(spans: Sequence[Span], text: str) -> list[Json]:
    return [_span(span, text) for span in spans]
