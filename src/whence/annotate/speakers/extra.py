"""Names in sources that the language model did not mark as names."""

from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.speakers.mentions import names_only
from whence.annotate.speakers.names import acronym, fold, initials
from whence.annotate.speakers.nouns import NounClass, given_gender, noun_class, nouns
from whence.annotate.speakers.phrase import PROPER_TAGS
from whence.annotate.words import Words
from whence.model import Attribution, EntityKind, Mention
from whence.registers import demonym, government_behind

#: A name found by its capitals alone.
_CONFIDENCE = 0.5


def cut_at_roles(
    words: Words, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> list[Mention]:
    """The mentions, those that run from a source into its cue or content cut at the source's end.

    In headlines every word has a capital: "Berg Rejects Offer" is not one name.
    """
    found: list[Mention] = []
    ends = {
        piece.end: {words.at(other.start) for other in (*one.cue, *one.content)}
        for one in attributions
        for piece in one.source
    }
    for mention in mentions:
        inside = words.within(mention.span)
        end = next((e for e in ends if mention.span.start < e < mention.span.end), None)
        if end is None or not any(start in inside for start in ends[end]):
            found.append(mention)
            continue
        kept = [index for index in inside if words.tokens[index].span.end <= end]
        if kept:
            found.append(replace(mention, span=words.span(kept[0], kept[-1])))
    return found


def with_extra_names(
    words: Words, sources: Sequence[Sequence[int]], mentions: Sequence[Mention]
) -> list[Mention]:
    """The mentions, and those of proper nouns in sources that belong to none of them."""
    covered: set[int] = set()
    for mention in mentions:
        covered.update(words.within(mention.span))
    found = [*mentions, *_short_names(words, mentions, covered)]
    found += _named_again(words, mentions, covered)
    extra: list[Mention] = []
    surnames = _surnames(words, mentions)
    for indices in sources:
        if (
            len(indices) == 1
            and indices[0] not in covered
            and words.forms[indices[0]] in surnames
            and words.forms[indices[0]][0].isupper()
        ):
            span = words.span(indices[0], indices[0])
            found.append(Mention(span, EntityKind.PERSON, _CONFIDENCE))
            covered.add(indices[0])
            continue
        run: list[int] = []
        for index in [*indices, -1]:
            proper = index >= 0 and index not in covered and _is_proper(words, index)
            if proper and (not run or index == run[-1] + 1):
                run.append(index)
                continue
            name = _as_name(words, run)
            if name is not None:
                extra.append(name)
                covered.update(run)
            run = [index] if proper else []
    return [*found, *names_only(words, extra)]


def _surnames(words: Words, mentions: Sequence[Mention]) -> set[str]:
    """The last words of people's full names."""
    people = [words.within(one.span) for one in mentions if one.kind is EntityKind.PERSON]
    return {words.forms[inside[-1]] for inside in people if len(inside) > 1}


def _short_names(words: Words, mentions: Sequence[Mention], covered: set[int]) -> list[Mention]:
    """The short names that are given in parentheses, wherever they stand: "… of Defence (MoD)"."""
    short: dict[str, EntityKind] = {}
    for mention in mentions:
        inside = words.within(mention.span)
        at = inside.stop
        if len(inside) < 2 or at + 2 >= len(words) or words.forms[at] != "(":
            continue
        form, full = words.forms[at + 1], words.forms[inside.start : inside.stop]
        if words.forms[at + 2] == ")" and fold(form) in {acronym(full), initials(full)}:
            short[form] = mention.kind
    found = [
        Mention(words.span(index, index), short[form], _CONFIDENCE)
        for index, form in enumerate(words.forms)
        if form in short and index not in covered
    ]
    covered.update(words.at(one.span.start) for one in found)
    return found


def _named_again(words: Words, mentions: Sequence[Mention], covered: set[int]) -> list[Mention]:
    """Single proper nouns that were passed over, though they are names elsewhere in the text."""
    known = dict.fromkeys(_surnames(words, mentions), EntityKind.PERSON)
    for mention in mentions:
        inside = words.within(mention.span)
        if len(inside) == 1 and words.pos[inside.start] in PROPER_TAGS:
            known.setdefault(words.forms[inside.start], mention.kind)
    found: list[Mention] = []
    for index, form in enumerate(words.forms):
        if form in known and index not in covered and words.pos[index] == "NNP":
            found.append(Mention(words.span(index, index), known[form], _CONFIDENCE))
            covered.add(index)
    return found


def _is_proper(words: Words, index: int) -> bool:
    """Whether a word is part of a name by its tag, or by capitals inside a body's name."""
    if words.pos[index] in PROPER_TAGS:
        return True
    if words.pos[index] not in {"NN", "JJ"} or not words.forms[index][0].isupper():
        return False
    near = [other for other in (index, index + 1) if other < len(words)]
    first = index == 0 or words.sentence[index - 1] != words.sentence[index]
    return not first and any(
        noun_class(words.lower[other]) is NounClass.BODY and words.forms[other][0].isupper()
        for other in near
    )


def _as_name(words: Words, run: list[int]) -> Mention | None:
    register = nouns()
    titled = False
    while run and not titled and register.has("honorific", words.lower[run[0]]):
        titled, run = True, run[1:]
    while len(run) > 1 and _is_title(words, run[0]):
        titled = titled or noun_class(words.lower[run[0]]) is NounClass.PERSON
        run = run[1:]
    if not run or _before(words, run[0]) == "of":
        return None
    if not titled and noun_class(words.lower[run[-1]]) in {NounClass.PERSON, NounClass.DOCUMENT}:
        return None
    if not words.forms[run[-1]][0].isupper():
        return None
    kind = _kind(words, run, titled=titled or register.has("honorific", _before(words, run[0])))
    return Mention(words.span(run[0], run[-1]), kind, _CONFIDENCE)


def _is_title(words: Words, index: int) -> bool:
    person = noun_class(words.lower[index]) is NounClass.PERSON
    return person or demonym(words.forms[index]) is not None


def _before(words: Words, index: int) -> str:
    return words.lower[index - 1] if index else ""


def _kind(words: Words, run: list[int], *, titled: bool) -> EntityKind:
    last = words.forms[run[-1]]
    text = words.words(run[0], run[-1] + 1)
    if noun_class(last.lower()) is NounClass.BODY:
        return EntityKind.ORGANISATION
    if titled or given_gender(words.forms[run[0]]) is not None:
        return EntityKind.PERSON
    if government_behind(text) is not None:
        return EntityKind.PLACE
    if demonym(text) is not None:
        return EntityKind.GROUP
    return EntityKind.OTHER
