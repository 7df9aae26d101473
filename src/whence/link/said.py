"""A statement as linking compares it: its words, its actors, places, times, figures, its force."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from whence.link.denials import calls_untrue, of_the_denial
from whence.link.governments import governments
from whence.link.lexicon import lexicon
from whence.link.names import plain
from whence.link.words import STOP_WORDS, fold, stem, words
from whence.model import (
    Annotated,
    Article,
    Entity,
    EntityKind,
    Figure,
    Mention,
    Modality,
    Moment,
    Passage,
    Span,
    Stance,
    Statement,
    exact,
    hull,
)
from whence.registers.countries import demonym, government_behind

#: Within a quotation, which readers of sentences often take for one.
_SENTENCE_END = re.compile(r"(?<=\w\w)[.!?]+[\"”’]*\s+(?=[\"“‘]?[A-Z])")
_CLAUSE_END = re.compile(r"[.,;:!?]\s")


class Force(StrEnum):
    """What is done with the content: it is asserted, planned, asked for …"""

    FACT = "fact"
    INTENTION = "intention"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    OBLIGATION = "obligation"
    FORECAST = "forecast"
    WELCOME = "welcome"
    DOUBT = "doubt"
    QUESTION = "question"
    UNSAID = "unsaid"


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
#: The name that reading gives an outlet that it could not tell.
UNKNOWN_OUTLET = "unknown"
_DENIALS = frozenset({Stance.DENIES, Stance.REJECTS})


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries matter: its stem, its folded form, and whether a negation turns it.

    `settled` is false where it is only spoken of: "ordered to open", "whether it is open".
    """

    stem: str
    form: str
    negated: bool
    settled: bool


@dataclass(frozen=True, eq=False)
class Said:
    """One statement with what it is compared by.

    `speaker` is the id of an entity, `voice` the government it speaks for or else the speaker
    itself. `things` maps the actors and places named in the content to their kind.
    """

    statement: Statement
    article: Article
    speaker: Entity | None
    voice: str | None
    forms: tuple[str, ...]
    words: tuple[Word, ...]
    things: Mapping[str, EntityKind]
    times: tuple[Moment, ...]
    figures: tuple[Figure, ...]
    force: Force
    day: date | None

    @property
    def id(self) -> str:
        """The id of the statement."""
        return self.statement.id

    @cached_property
    def denied(self) -> bool:
        """Whether the speaker denies the content, by the cue or by the words."""
        return self.statement.stance in _DENIALS or calls_untrue(self.forms)

    @cached_property
    def text(self) -> str:
        """The exact words of the content."""
        return exact(self.article.text, self.statement.content)

    @property
    def passage(self) -> Passage:
        """Where the content stands."""
        return Passage(self.article.id, hull(self.statement.content))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems that carry matter."""
        return frozenset(word.stem for word in self.words)

    @cached_property
    def settled(self) -> frozenset[str]:
        """The stems of what is said to be so, or not to be so."""
        return frozenset(word.stem for word in self.words if word.settled)

    @cached_property
    def is_clause(self) -> bool:
        """Whether the content says something, where others only name a thing ("the moves")."""
        finite = lexicon("finite")
        return any(form in finite or form.endswith("ed") for form in self.forms)

    @cached_property
    def is_first_person(self) -> bool:
        """Whether the speaker speaks of himself or his side."""
        return not lexicon("first").isdisjoint(self.forms)

    @property
    def who(self) -> str:
        """The speaker's name for a reader."""
        return self.speaker.name if self.speaker else "an unknown speaker"


def voices(members: Sequence[Annotated], entities: Iterable[Entity]) -> tuple[Said, ...]:
    """The statements of a story by id, each with its speaker's entity and side."""
    found = [
        _said(statement, home)
        for home in _homes(members, entities)
        for statement in home.member.statements
    ]
    return tuple(sorted(found, key=lambda said: said.id))


def sentences_said(members: Sequence[Annotated], entities: Iterable[Entity]) -> tuple[Said, ...]:
    """The same statements sentence by sentence, each with the id of the whole.

    One sentence of a long quotation may clash with what another says, the others being of
    something else.
    """
    found = [
        _said(part, home)
        for home in _homes(members, entities)
        for statement in home.member.statements
        for part in _by_sentence(statement, home.member.article.text)
    ]
    return tuple(sorted(found, key=lambda said: (said.id, said.statement.content)))


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
    kept = [
        tuple(span for piece in pieces if (span := piece.trim(text)) is not None)
        for pieces in parts
    ]
    kept = [pieces for pieces in kept if pieces]
    if len(kept) < 2:
        return [statement]
    # Which sentence the statement's own negation is of is told by the words, or by none.
    return [replace(statement, content=pieces, content_negated=False) for pieces in kept]


@dataclass(frozen=True)
class _Home:
    """An article with its names in order, so that those within a statement are found at once."""

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


def _homes(members: Sequence[Annotated], entities: Iterable[Entity]) -> Iterator[_Home]:
    held = tuple(entities)
    owner = {ref: entity for entity in held for ref in entity.referents}
    states = governments(members, held)
    for member in sorted(members, key=lambda member: member.article.id):
        yield _Home(member, owner, states)


def _said(statement: Statement, home: _Home) -> Said:
    member, article = home.member, home.member.article
    speaker = home.owner.get(statement.speaker or "")
    said = statement.said or article.published
    named = _named(statement, home)
    forms, kept = _words(article.text, statement, [(span, key) for span, key, _ in named])
    return Said(
        statement=statement,
        article=article,
        speaker=speaker,
        voice=(speaker.stands_for or home.states.get(speaker.id) or side(speaker))
        if speaker
        else None,
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
    if statement.cue_negated and statement.stance not in _DENIALS:
        return Force.UNSAID
    own = _FORCE_OF_STANCE.get(statement.stance)
    return own or _FORCE_OF_MODALITY[statement.modality]


def _words(
    text: str, statement: Statement, named: Sequence[tuple[Span, str]]
) -> tuple[tuple[str, ...], tuple[Word, ...]]:
    """All words folded, and those that carry matter; a name is one word, whatever its wording."""
    forms: list[str] = []
    clauses = _Clauses()
    for piece in statement.content:
        clauses.begin()
        last_end = piece.start
        for form, span in words(text, piece.start, piece.end):
            folded = fold(form)
            if _CLAUSE_END.search(text, last_end, span.start):
                clauses.begin()
            last_end = span.end
            name = next((key for mention, key in named if mention.contains(span)), None)
            clauses.read(folded, stem(form), name, forms[-1] if forms else "")
            forms.append(folded)
    kept = clauses.kept
    if statement.stance in _DENIALS or calls_untrue(forms):
        kept = [word for word in kept if not of_the_denial(word.form)]
    if statement.content_negated and not clauses.negated:
        kept = [replace(word, negated=True) for word in kept]
    return tuple(forms), tuple(kept)


class _Clauses:
    """Reads words in order, and knows which a negation turns and which are only spoken of.

    "Not" turns the word behind it; "no" turns two, the thing and what is done ("no gate opened").
    """

    def __init__(self) -> None:
        self.kept: list[Word] = []
        self.negated = False
        self._reach = 0
        self._clause = 0
        self._unsettled = False
        self._fresh = False

    def begin(self) -> None:
        """A clause begins: no negation reaches into it."""
        self._reach, self._clause, self._unsettled = 0, len(self.kept), False

    def read(self, form: str, found: str, name: str | None, before: str) -> None:
        """Take in one word; `name` is the key of the entity that it is part of the name of."""
        if form in lexicon("joining"):
            self.begin()
            self._unsettled = form in lexicon("open")
        if form in lexicon("negations") or form.endswith("n't"):
            self._reach = 2 if form in lexicon("denying_things") else 1
            self._fresh, self.negated = True, True
            if form in lexicon("nobody") and len(self.kept) > self._clause:
                self.kept[-1] = replace(self.kept[-1], negated=True)
            return
        if name:
            if not (self.kept and self.kept[-1].stem == name):
                # A name is denied only right behind the negation: "not the rebels".
                self._keep(Word(name, form, self._reach > 0 and self._fresh, settled=True))
        elif form not in STOP_WORDS and (len(found) > 1 or found.isdecimal()):
            settled = before != "to" and not self._unsettled
            self._keep(Word(found, form, self._reach > 0, settled))

    def _keep(self, word: Word) -> None:
        self.kept.append(word)
        self._reach, self._fresh = max(0, self._reach - 1), False


def _named(statement: Statement, home: _Home) -> list[tuple[Span, str, EntityKind]]:
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
            key = side(entity) if entity else plain(printed)
        found.append((mention.span, key, entity.kind if entity else mention.kind))
    return found
