"""Whose voice each statement is, and whom and what it names: statements made ready to compare."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from whence.link.clauses import words_of
from whence.link.governments import governments
from whence.link.lexicon import lexicon
from whence.link.names import plain
from whence.link.said import DENIALS, Force, Said
from whence.link.words import fold
from whence.model import (
    Annotated,
    Entity,
    EntityKind,
    Form,
    Mention,
    Modality,
    Span,
    Stance,
    Statement,
    hull,
)
from whence.registers.countries import demonym, government_behind

#: Within a quotation, which readers of sentences often take for one.
_SENTENCE_END = re.compile(r"(?<=\w\w)[.!?]+[\"”’]*\s+(?=[\"“‘]?[A-Z])")
#: At the end of a piece: what goes on behind a cue is another sentence.
_CLOSED = re.compile(r"[.!?]+[\"”’]*\s*\Z")
_MARKS = 6  # code points
_FORCE_OF_STANCE = {
    Stance.VOWS: Force.INTENTION,
    Stance.THREATENS: Force.INTENTION,
    Stance.OFFERS: Force.POSSIBLE,
    Stance.CONSIDERS: Force.POSSIBLE,
    Stance.DEMANDS: Force.OBLIGATION,
    Stance.REQUESTS: Force.OBLIGATION,
    Stance.URGES: Force.OBLIGATION,
    Stance.EXPECTS: Force.FORECAST,
    Stance.WELCOMES: Force.WELCOME,
    Stance.DOUBTS: Force.DOUBT,
    Stance.ASKS: Force.QUESTION,
}
_FORCE_OF_MODALITY = {
    Modality.FACT: Force.FACT,
    Modality.INTENTION: Force.INTENTION,
    Modality.POSSIBLE: Force.POSSIBLE,
    Modality.CONDITIONAL: Force.CONDITIONAL,
    Modality.OBLIGATION: Force.OBLIGATION,
}


@dataclass(frozen=True)
class Home:
    """An article with whom its names stand for, and for which government each of them speaks.

    Its names are in order, so that those within a statement are found at once.
    """

    member: Annotated
    owner: Mapping[str, Entity]
    states: Mapping[str, str]

    @cached_property
    def entity_at(self) -> Mapping[Span, Entity | None]:
        """Whom the name at a span stands for."""
        return {
            mention: self.owner.get(referent.id)
            for referent in self.member.referents
            if referent.named
            for mention in referent.mentions
        }

    def voice(self, entity: Entity) -> str:
        """Whom an entity speaks for, by one key wherever it is named: its government, or itself."""
        return entity.stands_for or self.states.get(entity.id) or side(entity)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The names by where they begin."""
        return tuple(sorted(self.member.mentions, key=lambda mention: mention.span))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each name begins."""
        return tuple(mention.span.start for mention in self.mentions)

    def within(self, statement: Statement) -> Iterator[Mention]:
        """The names inside the content, in order."""
        reach = hull(statement.content)
        first, last = bisect_left(self.starts, reach.start), bisect_left(self.starts, reach.end)
        for mention in self.mentions[first:last]:
            if _inside(mention.span, statement):
                yield mention


def homes_of(members: Sequence[Annotated], entities: Iterable[Entity]) -> tuple[Home, ...]:
    """The articles of a story by id, each with what its names stand for in the whole story."""
    held = tuple(entities)
    owner = {ref: entity for entity in held for ref in entity.referents}
    states = governments(members, held)
    ordered = sorted(members, key=lambda member: member.article.id)
    return tuple(Home(member, owner, states) for member in ordered)


def voices(homes: Iterable[Home]) -> tuple[Said, ...]:
    """The statements of a story by id, each with its speaker's entity and side."""
    found = [_said(statement, home) for home in homes for statement in home.member.statements]
    return tuple(sorted(found, key=lambda said: said.id))


def sentences_said(homes: Iterable[Home]) -> tuple[Said, ...]:
    """The same statements sentence by sentence, each with the id of the whole.

    One sentence of a long quotation may clash with what another says, the others being of
    something else.
    """
    found = [
        _said(part, home)
        for home in homes
        for statement in home.member.statements
        for part in _by_sentence(statement, home.member.article.text)
    ]
    return tuple(sorted(found, key=lambda said: (said.id, said.statement.content)))


def own_words(homes: Iterable[Home]) -> Iterator[Said]:
    """The sentences with figures that the outlets give on their own word, as if they were said.

    Their statement has no id, as it is none, and no speaker.
    """
    for home in homes:
        member = home.member
        spans = {
            sentence
            for figure in member.figures
            if figure.statement is None
            for sentence in member.sentences
            if sentence.contains(figure.span)
        }
        for span in sorted(spans):
            own = Statement(
                id="",
                article=member.article.id,
                source=(),
                cue=(),
                content=(span,),
                speaker=None,
                form=Form.INDIRECT,
                stance=Stance.ASSERTS,
                confidence=1.0,
            )
            said = _said(own, home)
            kept = tuple(figure for figure in said.figures if figure.statement is None)
            yield replace(said, figures=kept)


def _by_sentence(statement: Statement, text: str) -> list[Statement]:
    parts: list[list[Span]] = [[]]
    for piece in statement.content:
        start = piece.start
        for end in _SENTENCE_END.finditer(text, piece.start, piece.end):
            parts[-1].append(Span(start, end.end()))
            parts.append([])
            start = end.end()
        if start < piece.end:
            parts[-1].append(Span(start, piece.end))
        if _CLOSED.search(text, max(start, piece.end - _MARKS), piece.end):
            parts.append([])
    kept = [
        tuple(span for piece in pieces if (span := piece.trim(text)) is not None)
        for pieces in parts
    ]
    kept = [pieces for pieces in kept if pieces]
    if len(kept) < 2:
        return [statement]
    # Which sentence the statement's own negation is of is told by the words, or by none.
    return [replace(statement, content=pieces, content_negated=False) for pieces in kept]


def _said(statement: Statement, home: Home) -> Said:
    member, article = home.member, home.member.article
    speaker = home.owner.get(statement.speaker or "")
    said = statement.said or article.published
    named = _named(statement, home)
    forms, kept = words_of(article.text, statement, [(span, key) for span, key, _ in named])
    return Said(
        statement=statement,
        article=article,
        speaker=speaker,
        voice=home.voice(speaker) if speaker else None,
        forms=forms,
        words=kept,
        things={key: kind for _, key, kind in reversed(named)},
        times=tuple(
            time.moment
            for time in member.times
            if time.moment is not None and _inside(time.span, statement)
        ),
        figures=tuple(figure for figure in member.figures if _inside(figure.span, statement)),
        force=_force(statement),
        day=said.first_day if said and said.first_day == said.last_day else None,
    )


def side(entity: Entity) -> str:
    """Whom an entity speaks for: a government where its name or office says so, else itself."""
    if entity.stands_for:
        return entity.stands_for
    if entity.kind is not EntityKind.PERSON:
        return government_behind(entity.name) or entity.id
    for role in entity.roles:
        parts = role.split()
        if any(fold(part) in lexicon("offices") for part in parts):
            codes = {code for part in parts if (code := demonym(part))}
            if len(codes) == 1:
                return f"gov:{codes.pop()}"
    return entity.id


def _inside(span: Span, statement: Statement) -> bool:
    return any(piece.contains(span) for piece in statement.content)


def _force(statement: Statement) -> Force:
    if statement.cue_negated and statement.stance not in DENIALS:
        return Force.UNSAID
    own = _FORCE_OF_STANCE.get(statement.stance)
    return own or _FORCE_OF_MODALITY[statement.modality]


def _named(statement: Statement, home: Home) -> list[tuple[Span, str, EntityKind]]:
    """The actors and places named in the content: where, by what key, of what kind.

    The key is that of the government or entity behind the name, so that "Moscow" and "Russian",
    or an acronym and what it stands for, are one.
    """
    found: list[tuple[Span, str, EntityKind]] = []
    for mention in home.within(statement):
        printed = mention.span.of(home.member.article.text)
        entity = home.entity_at.get(mention.span)
        code = demonym(printed)
        key = f"gov:{code}" if code else government_behind(printed)
        if key is None:
            key = home.voice(entity) if entity else plain(printed)
        found.append((mention.span, key, entity.kind if entity else mention.kind))
    return found
