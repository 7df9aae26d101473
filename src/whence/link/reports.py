"""Reports that say themselves that one speaker contradicts another: evidence with a source."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from whence.link.lexicon import lexicon
from whence.link.likeness import Scale
from whence.link.said import UNKNOWN_OUTLET, Said
from whence.link.verdict import REPORTED, Finding
from whence.link.words import fold, words
from whence.model import Annotated, Entity, Passage, RelationKind, Span

_SURE = 0.8
_NEGATION_REACH = 3  # words before the verb


def report_findings(
    members: Sequence[Annotated], said: Sequence[Said], scale: Scale, entities: Iterable[Entity]
) -> list[Finding]:
    """A contradiction for each sentence by which an article says that one contradicts another.

    The one who contradicts is named last before the verb and speaks in that sentence or the next;
    the other is named first after it and speaks in the same article. Where either said nothing
    in print, there is nothing to show and so no finding.
    """
    owner = {ref: entity.id for entity in entities for ref in entity.referents}
    by_article: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_article[one.article.id].append(one)
    return [
        found
        for member in sorted(members, key=lambda member: member.article.id)
        for number, sentence in enumerate(member.sentences)
        if (found := _read(member, number, by_article[member.article.id], scale, owner))
        and sentence
    ]


def _read(
    member: Annotated, number: int, said: Sequence[Said], scale: Scale, owner: Mapping[str, str]
) -> Finding | None:
    sentence = member.sentences[number]
    verb = _clash_verb(member.article.text, sentence)
    if verb is None:
        return None
    before, after = _named(member, sentence, verb, owner)
    if before is None or after is None or before == after:
        return None
    reading = [one for one in said if any(piece.contains(verb) for piece in one.statement.content)]
    if any(one.speaker is None or one.speaker.id != before for one in reading):
        return None  # another speaker's word for it is his statement, not the article's
    said = [one for one in said if one not in reading and not _is_object(one, verb)]
    end = member.sentences[min(number + 1, len(member.sentences) - 1)].end
    reach = Span(sentence.start, end)
    ours = [
        one
        for one in said
        if one.speaker and one.speaker.id == before and reach.overlaps(one.passage.span)
    ]
    theirs = [one for one in said if one.speaker and one.speaker.id == after]
    if not ours or not theirs:
        return None
    in_sentence = [one for one in ours if sentence.overlaps(one.passage.span)]
    a, b = max(
        ((one, other) for one in in_sentence or ours for other in theirs),
        key=lambda pair: (scale.likeness(*pair).within, pair[0].id, pair[1].id),
    )
    shown = Passage(member.article.id, _clause(sentence, verb, a))
    outlet = member.article.outlet.name
    writer = "the report itself" if outlet == UNKNOWN_OUTLET else outlet
    says = f"{writer} writes that {a.who} contradicts {b.who}"
    return Finding(RelationKind.CONTRADICTS, a, b, REPORTED, says, _SURE, shown)


def _is_object(one: Said, verb: Span) -> bool:
    """Whether a statement only names whom or what its speaker contradicts: it says nothing else."""
    return not one.is_clause and any(piece.contains(verb) for piece in one.statement.cue)


def _clash_verb(text: str, sentence: Span) -> Span | None:
    """The verb of contradiction in a sentence, unless it is negated."""
    found = list(words(text, sentence.start, sentence.end))
    for index, (form, span) in enumerate(found):
        if fold(form) in lexicon("clash"):
            before = {fold(word) for word, _ in found[max(0, index - _NEGATION_REACH) : index]}
            turned = before & lexicon("negations") or any(w.endswith("n't") for w in before)
            return None if turned else span
    return None


def _named(
    member: Annotated, sentence: Span, verb: Span, owner: Mapping[str, str]
) -> tuple[str | None, str | None]:
    """The entities named last before and first after the verb in its sentence."""
    mentions = sorted(
        (mention, owner.get(referent.id))
        for referent in member.referents
        for mention in referent.mentions
        if sentence.contains(mention)
    )
    before = [entity for mention, entity in mentions if mention.end <= verb.start]
    after = [entity for mention, entity in mentions if mention.start >= verb.end]
    return (before[-1] if before else None), (after[0] if after else None)


def _clause(sentence: Span, verb: Span, a: Said) -> Span:
    """From the start of the sentence to the verb's object, or the whole where that is unclear."""
    content = a.passage.span
    if sentence.start < content.start < sentence.end and content.start > verb.end:
        return Span(sentence.start, content.start)
    return sentence
