"""Why each statement is read as it is: the words, the rule, how sure, and what else it may be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from whence.model import Alternative, Annotated, Entity, Join, Span, Statement
from whence.present import rules, wording
from whence.present.anatomy import Passage, pieces
from whence.present.contexts import ReasonContext
from whence.present.lookup import Lookup
from whence.present.neutral import clipped, one_line
from whence.present.statements import Statements
from whence.present.texts import Fact, Piece

_AROUND = 60  # code points on each side of a passage, where its sentences are too long to show
_LONG = 600  # code points of sentences
_RUN = 220  # code points of one run of words: the article has them all


@dataclass(frozen=True)
class Reasons:
    """The reasons of one story, one for each statement."""

    lookup: Lookup
    statements: Statements

    def contexts(self) -> tuple[ReasonContext, ...]:
        """Every statement's reason, in the order of the statements."""
        return tuple(self._reason(each) for each in self.lookup.statements.values())

    def _reason(self, statement: Statement) -> ReasonContext:
        said = self.statements.said[statement.id]
        annotated = self.lookup.annotated[statement.article]
        return ReasonContext(
            anchor=said.why_anchor,
            said=said,
            pieces=tuple(_in_sentences(annotated, statement)),
            facts=tuple(self._facts(statement)),
            others=tuple(self._others(statement)),
        )

    def _facts(self, statement: Statement) -> Iterable[Fact]:
        text = self.lookup.article_of(statement).text
        entity = self.lookup.speaker_of(statement)
        rule = f", {rules.told(statement.speaker_why)}" if statement.speaker_why else ""
        unread = "" if statement.source else "; no words beside the statement name anyone"
        yield Fact("Speaker", f"{entity.name if entity else 'not clear'}{rule}{unread}")
        if statement.alternatives:
            yield Fact("Or else", wording.listed([*map(self._alternative, statement.alternatives)]))
        if not statement.cue:
            yield Fact("Stance", "no verb or phrase shows it; taken as asserted")
        yield Fact("Words", wording.form_words(statement.form))
        if statement.hedges:
            yield Fact("Hedged by", f"“{wording.words_of(text, statement.hedges)}”")
        if statement.content_negated:
            yield Fact("Content", "is a negation")
        for term, names in (
            ("Told to", statement.told),
            ("Said at", statement.venue),
            ("Known through", statement.via),
        ):
            if names:
                yield Fact(term, wording.listed([name.name for name in names]))
        said = wording.when(statement.said, text)
        if said is not None:
            yield Fact("Said", f"{said.words} ({said.note})" if said.note else said.words)
        sure = wording.sureness(statement.confidence)
        yield Fact("How sure", f"{sure.words}: {sure.percent} that words and speaker are right")
        join = self._joins.get(statement.id)
        if join is not None:
            like = f"as statement {self.lookup.statement_number[join.like]}"
            chance = f"{wording.percent(join.chance)} likely by their words alone"
            yield Fact(
                "The same",
                f"{like}: one prints the other’s words" if join.clip else f"{like}: {chance}",
            )

    def _others(self, statement: Statement) -> Iterable[str]:
        """What else the words may be, as far as the account holds it."""
        entity = self.lookup.speaker_of(statement)
        if entity is None:
            yield "No speaker was sure enough to be named."
        else:
            others = self._namesakes.get(_folded(entity), [])
            if len(others) > 1:
                yield (
                    f"{wording.counted(len(others) - 1, 'other speaker')} called "
                    f"“{entity.name}” could not be told to be the same and "
                    f"{'stands' if len(others) == 2 else 'stand'} apart."
                )
        for other in self.lookup.annotated[statement.article].statements:
            if other.id != statement.id and _share_words(statement, other):
                said = self.statements.said[other.id]
                yield (
                    f"Some of these words are also read as statement {said.number}: "
                    f"{said.speaker.name} {said.stance} “{clipped(said.words, 90)}”"
                )

    def _alternative(self, other: Alternative) -> str:
        """Who may speak as well: "Jana Mirel (31 %)"."""
        entity = self.lookup.entity_of.get(other.speaker)
        name = entity.name if entity else self.lookup.referents[other.speaker].name
        if other.likelihood is None:
            return f"{name} (fits as well)"
        return f"{name} ({wording.percent(other.likelihood)})"

    @cached_property
    def _joins(self) -> Mapping[str, Join]:
        """By statement, what joins it to another of its claim that is at hand."""
        at_hand = self.lookup.statements
        return {
            join.statement: join
            for claim in self.lookup.claims.values()
            for join in claim.joins
            if {join.statement, join.like} <= at_hand.keys()
        }

    @cached_property
    def _namesakes(self) -> Mapping[str, list[str]]:
        """The speakers that go by one name and were not joined."""
        found: dict[str, dict[str, None]] = {}
        for statement in self.lookup.statements.values():
            entity = self.lookup.speaker_of(statement)
            if entity is not None:
                found.setdefault(_folded(entity), {})[entity.id] = None
        return {name: list(ids) for name, ids in found.items()}


def _folded(entity: Entity) -> str:
    return one_line(entity.name).casefold()


def _share_words(one: Statement, other: Statement) -> bool:
    return any(mine.overlaps(theirs) for mine in one.content for theirs in other.content)


def _in_sentences(annotated: Annotated, statement: Statement) -> Iterable[Piece]:
    """The sentences of a statement with its source, cue and content marked."""
    text = annotated.article.text
    marks = [
        Passage(span, role, 0)
        for role, spans in (
            ("source", statement.source),
            ("cue", statement.cue),
            ("content", statement.content),
        )
        for span in spans
    ]
    for n, window in enumerate(_windows(annotated, [mark.span for mark in marks])):
        if n:
            yield Piece("text", text=" […] ")
        for piece in pieces(text, window, marks):
            yield replace(piece, text=_shortened(piece.text)) if piece.text else piece


def _windows(annotated: Annotated, spans: list[Span]) -> list[Span]:
    """The sentences that hold `spans`, or what is around those where the sentences are long."""
    text = annotated.article.text
    around = [s for s in annotated.sentences if any(s.overlaps(span) for span in spans)]
    if not around or sum(map(len, around)) > _LONG:
        around = [Span(max(0, s.start - _AROUND), min(len(text), s.end + _AROUND)) for s in spans]
    found: list[Span] = []
    for span in sorted(around):
        if found and not text[found[-1].end : span.start].strip():
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _shortened(words: str) -> str:
    if len(words) <= _RUN:
        return words
    return f"{words[: _RUN // 2]} […] {words[-_RUN // 3 :]}"
