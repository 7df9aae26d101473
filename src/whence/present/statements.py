"""Statements as they are shown: who, in which stance, the exact words, whence, how sure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from whence.model import Entity, Form, Moment, Precision, Statement
from whence.present import wording
from whence.present.contexts import Said, Speaker, Told
from whence.present.lookup import Lookup
from whence.present.naming import is_named, roles_of


@dataclass(frozen=True)
class Statements:
    """The statements of one story as contexts; `disputed` leads from a claim to its dispute."""

    lookup: Lookup
    disputed: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def said(self) -> Mapping[str, Said]:
        """Every statement's context by the statement's id."""
        return {id_: self._said(each) for id_, each in self.lookup.statements.items()}

    @cached_property
    def _speaker_numbers(self) -> Mapping[str, int]:
        return {id_: n for n, id_ in enumerate(self.lookup.entities, 1)}

    def speaker(self, entity: Entity | None, statement: Statement | None = None) -> Speaker:
        """An entity as a speaker; an unknown one is told by the words that the text has for it."""
        story = self.lookup.number
        if entity is not None:
            anchor = f"who{story}-{self._speaker_numbers[entity.id]}"
            sort = "named" if is_named(entity) else "unnamed"
            role = next(iter(roles_of(entity)), "")
            return Speaker(
                entity.name, sort, anchor, "" if role.casefold() in entity.name.casefold() else role
            )
        words = ""
        if statement is not None:
            words = wording.words_of(self.lookup.article_of(statement).text, statement.source)
        name = f"unknown speaker (“{words}”)" if words else "unknown speaker"
        return Speaker(name, "unknown", f"who{story}-0")

    def told(self, statements: Iterable[Statement]) -> tuple[Told, ...]:
        """Statements gathered by speaker and claim, over time; the clearest leads."""
        groups: dict[tuple[str | None, str], list[Statement]] = {}
        for statement in statements:
            entity = self.lookup.speaker_of(statement)
            claim = self.lookup.claim_of.get(statement.id)
            key = (entity.id if entity else None, claim.id if claim else statement.id)
            groups.setdefault(key, []).append(statement)
        found = [self._group(same) for same in groups.values()]
        return tuple(sorted(found, key=_when_told))

    def _group(self, same: list[Statement]) -> Told:
        claim = self.lookup.claim_of.get(same[0].id)
        if claim is not None:
            order = {id_: n for n, id_ in enumerate(claim.statements)}
            same = sorted(same, key=lambda s: order[s.id])
        lead, *also = (self.said[s.id] for s in same)
        disputed = self.disputed.get(claim.id) if claim else None
        return Told(lead=lead, also=tuple(also), disputed=disputed)

    def _said(self, statement: Statement) -> Said:
        lookup = self.lookup
        article = lookup.article_of(statement)
        number = lookup.statement_number[statement.id]
        place = lookup.article_number[article.id]
        claim = lookup.claim_of.get(statement.id)
        words = _unquoted(wording.words_of(article.text, statement.content))
        return Said(
            id=statement.id,
            number=number,
            anchor=f"s{lookup.number}-{number}",
            words_anchor=f"w{lookup.number}-{number}",
            speaker=self.speaker(lookup.speaker_of(statement), statement),
            stance=wording.stance_words(
                statement.stance, statement.modality, negated=statement.cue_negated
            ),
            tone=wording.tone(statement.stance, negated=statement.cue_negated),
            words=words,
            quoted=statement.form is Form.DIRECT and words[:1] not in _OPENING,
            when=wording.when(statement.said, article.text),
            day=lookup.day_of(statement),
            chain=lookup.chain_of(statement),
            outlet=lookup.outlet(article),
            article=place,
            reported=_reported(article.published),
            sureness=wording.sureness(statement.confidence),
            why_anchor=f"y{lookup.number}-{number}",
            claim=claim.id if claim else None,
        )


_PAIRS = (
    ("“", "”"),
    ("„", "“"),
    ("«", "»"),
    ("‘", "’"),
    ('"', '"'),
    ("「", "」"),
    ("『", "』"),
)
_OPENING = tuple(pair[0] for pair in _PAIRS)


def _unquoted(words: str) -> str:
    """The words without the quotation marks around the whole, which the page sets itself."""
    for opening, closing in _PAIRS:
        inner = words[1:-1]
        if len(words) > 2 and words[0] == opening and words[-1] == closing:
            return words if opening in inner or closing in inner else inner
    return words


def _reported(published: Moment | None) -> str:
    if published is None:
        return "of unknown date"
    clocked = {Precision.HOUR, Precision.MINUTE, Precision.SECOND}
    if published.precision in clocked:
        return f"reported {wording.day_words(published.first_day)}"
    return f"reported {wording.moment_words(published)}"


def _when_told(told: Told) -> tuple[date, int]:
    days = [each.day for each in (told.lead, *told.also) if each.day is not None]
    return (min(days) if days else date.max, told.lead.number)
