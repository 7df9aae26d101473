"""From an article to its annotation: one pass of the model, then small stages on top of it.

Each stage is a function that declares what it takes and gives::

    read        text, passages                      -> Reading (tokens, names, attributions)
    with_turns  text, passages, reading             -> the reading with a transcript's turns
    find_times  article, passages                   -> time expressions
    cast        words, attributions, names          -> referents, a speaker for each attribution
    with_quotations_after words, attributions       -> attributions, quoted paragraphs after them
    with_headlines words, attributions              -> attributions with those of a colon or dash
    with_posts  words, attributions                 -> attributions with posts taken in
    with_nested words, attributions                 -> attributions with those inside and around
    names_only  words, names                        -> names without titles and common words
    is_semblance words, one attribution             -> whether it only tells how someone seems
    unwrap      words, attributions                 -> attributions out of their carriers' words
    merge       words, attributions                 -> attributions that only carry another's words
    clause_of   words, one attribution              -> the words around its cue
    chain_of    clause, names                       -> told, venue, via
    said_when   clause, times                       -> when it was said
    attitude    words, one attribution              -> stance, negation, modality, hedges
    form_of     quotation marks, one attribution    -> direct, indirect, mixed
    figures     article, reading, times, statements -> figures
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from whence.annotate.chain import Chain, NameFinder, chain_of, merge_carried, unwrap
from whence.annotate.clause import Clause, Taken, clause_of
from whence.annotate.figures import find_figures
from whence.annotate.form import form_of
from whence.annotate.going_on import with_quotations_after
from whence.annotate.headlines import with_headlines
from whence.annotate.language import LanguageModel
from whence.annotate.mouths import speaks_for
from whence.annotate.nested import with_nested
from whence.annotate.numerals import scan
from whence.annotate.own_name import with_own_name
from whence.annotate.posts import with_posts
from whence.annotate.quotes import Quotations
from whence.annotate.relative import with_relative_subjects
from whence.annotate.said import Times, said_when, said_with_those_before
from whence.annotate.speakers import Cast, Speaker, cast, names_only
from whence.annotate.stance import attitude, is_semblance
from whence.annotate.times import find_times
from whence.annotate.turns import with_interviewee, with_turns, without_initials
from whence.annotate.words import Words
from whence.model import (
    Annotated,
    Article,
    Attribution,
    Name,
    Producer,
    Statement,
    content_id,
)

#: Counts up whenever the stages read the same reading otherwise than before.
STAGES = "4"


class Annotator:
    """Annotates articles one at a time, each on its own: a pure function of the article."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model

    @property
    def producer(self) -> Producer:
        """What makes the annotations: the model's digest and the version of the stages."""
        return Producer(self._model.digest, STAGES)

    def annotate(self, article: Article) -> Annotated:
        """Read one article's passages; captions and boilerplate belong to nobody's speech.

        Equal articles give equal annotations. ``ModelError`` where the model cannot be used.
        """
        passages = article.passages()
        reading = self._model.read(article.text, passages)
        reading = with_turns(article.text, passages, reading)
        words = Words(article.text, reading.tokens, passages, reading.sentences)
        scanned = scan(article.text, passages)
        times = find_times(article, passages, scanned)
        mentions = with_own_name(article, passages, names_only(words, reading.mentions))
        told = tuple(one for one in reading.attributions if not is_semblance(words, one))
        told = with_relative_subjects(words, told)
        quotations = Quotations(article.text, passages)
        told = self._with_quotations_after(words, quotations, told)
        told = self._with_nested(article.text, words, told)
        attributions, carriers = unwrap(words, told, mentions)
        named = without_initials(article.text, attributions)
        found = cast(article.id, words, named, mentions)
        found = with_interviewee(article, attributions, found)
        page = _Page(
            article,
            words,
            quotations,
            Times(words, times),
            Taken(words, attributions),
            NameFinder(words, mentions, quotations),
        )
        statements = page.statements(attributions, found, carriers)
        return Annotated(
            article=article,
            producer=self.producer,
            sentences=reading.sentences,
            mentions=mentions,
            times=times,
            referents=found.referents,
            statements=statements,
            figures=find_figures(article, reading, times, statements, scanned),
            vector=reading.vector,
        )

    def _with_quotations_after(
        self, words: Words, quotations: Quotations, told: tuple[Attribution, ...]
    ) -> tuple[Attribution, ...]:
        """The attributions with the quoted paragraphs after them, read once more."""
        longer = with_quotations_after(words, quotations, told)
        return tuple(
            new
            if new == one
            else replace(new, vector=self._model.read(words.text, new.content).vector)
            for one, new in zip(told, longer, strict=True)
        )

    def _with_nested(
        self, text: str, words: Words, told: tuple[Attribution, ...]
    ) -> tuple[Attribution, ...]:
        """The attributions with those that grammar and form show, their contents read once more."""
        known = set(told)
        return tuple(
            one if one in known else replace(one, vector=self._model.read(text, one.content).vector)
            for one in with_nested(words, with_posts(words, with_headlines(words, told)))
        )


@dataclass(frozen=True, slots=True)
class _Page:
    """One article as the stages see it."""

    article: Article
    words: Words
    quotations: Quotations
    times: Times
    taken: Taken
    finder: NameFinder

    def statements(
        self,
        attributions: tuple[Attribution, ...],
        found: Cast,
        carriers: Mapping[int, tuple[Name, ...]],
    ) -> tuple[Statement, ...]:
        """The statements of an article in reading order; carriers' own attributions make none."""
        carried = merge_carried(self.words, attributions)
        made: list[Statement] = []
        for number, one in enumerate(attributions):
            if carried.get(number) == ():
                continue
            clause = clause_of(self.words, self.taken, number, one)
            chain = chain_of(self.words, self.finder, clause, one)
            statement = self._statement(one, found.speakers[number], clause, chain)
            more = (*carriers.get(number, ()), *carried.get(number, ()))
            statement = _with_via(statement, more)
            if found.speakers[number].goes_on and made:
                statement = _going_on(statement, made)
            made.append(statement)
        known = {referent.id: referent for referent in found.referents}
        made = said_with_those_before(
            self.words, made, lambda a, b: speaks_for(known[a], known[b], found.mouths)
        )
        unique = {statement.id: statement for statement in made}
        return tuple(unique.values())

    def _statement(
        self, one: Attribution, speaker: Speaker, clause: Clause | None, chain: Chain
    ) -> Statement:
        stance = attitude(self.words, one)
        said = said_when(self.words, self.times, clause) if clause else None
        sure = one.confidence * (speaker.confidence if speaker.referent else 1.0)
        pieces = [(p.start, p.end) for p in (*one.source, *one.cue, *one.content)]
        return Statement(
            id=content_id("st", self.article.id, *pieces),
            article=self.article.id,
            source=one.source,
            cue=one.cue,
            content=one.content,
            speaker=speaker.referent,
            form=form_of(self.quotations, one),
            stance=stance.stance,
            confidence=min(1.0, max(0.0, sure)),
            speaker_why=speaker.why,
            alternatives=speaker.alternatives,
            cue_negated=stance.cue_negated,
            content_negated=stance.content_negated,
            modality=stance.modality,
            hedges=stance.hedges,
            said=said,
            told=chain.told,
            venue=chain.venue,
            via=chain.via,
            vector=one.vector,
        )


def _with_via(statement: Statement, more: tuple[Name, ...]) -> Statement:
    new = tuple(
        name for name in more if all(not name.span.overlaps(old.span) for old in statement.via)
    )
    return replace(statement, via=(*statement.via, *new)) if new else statement


def _going_on(statement: Statement, before: list[Statement]) -> Statement:
    """A quotation that goes on was said when, where, to whom and through whom it began."""
    begun = next((one for one in reversed(before) if one.speaker == statement.speaker), None)
    if begun is None:
        return statement
    return replace(
        statement,
        said=statement.said or begun.said,
        told=statement.told or begun.told,
        venue=statement.venue or begun.venue,
        via=statement.via or begun.via,
    )
