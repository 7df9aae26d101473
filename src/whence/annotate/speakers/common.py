"""What a pronoun may take up besides names and speakers: common nouns, and names joined."""

from collections.abc import Iterator
from dataclasses import dataclass

from whence.annotate.speakers.draft import Draft
from whence.annotate.speakers.naming import Roll
from whence.annotate.speakers.nouns import NounClass, is_many, noun_class, noun_gender, singular
from whence.annotate.speakers.phrase import NOUN_TAGS
from whence.annotate.speakers.pronouns import Sort
from whence.annotate.speakers.recency import Seen, is_subject
from whence.annotate.words import Words
from whence.model import EntityKind

#: How many sentences back a common noun is still taken up, and words, where sentences have no end.
_SENTENCES = 2
_WORDS = 150
_INSIDE = NOUN_TAGS | {"JJ", "JJR", "JJS", "VBN", "VBG", "CD", "POS"}
_OPENERS = frozenset({"DT", "PRP$"})
_LONGEST = 8
_RELATIVE = frozenset({"WP", "WDT"})
_DEFINITE = frozenset({"the", "this", "that"})
#: Plurals that measure and never speak.
_UNITS = frozenset(
    {"seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "times"}
    | {"dollars", "euros", "pounds", "miles", "meters", "metres", "kilometers", "kilometres"}
    | {"points", "votes", "percent", "things", "ways"}
)
_SPEAKING = {
    Sort.PERSON: frozenset({NounClass.PERSON}),
    Sort.MANY: frozenset({NounClass.PERSON, NounClass.BODY, NounClass.DOCUMENT}),
    Sort.THING: frozenset({NounClass.BODY, NounClass.DOCUMENT}),
}
_KINDS = {
    NounClass.BODY: EntityKind.ORGANISATION,
    NounClass.DOCUMENT: EntityKind.DOCUMENT,
    NounClass.UNKNOWN: EntityKind.OTHER,
}


@dataclass(frozen=True, slots=True)
class Common:
    """A phrase that may be taken up: how it weighs, with a referent of its own until it is."""

    seen: Seen
    words: range


def common_before(words: Words, roll: Roll, word: int, sort: Sort) -> list[Common]:
    """The phrases of the last sentences before `word` that a pronoun of that sort may take up."""
    first = word
    lowest = max(0, word - _WORDS)
    while first > lowest and words.sentence[word] - words.sentence[first - 1] <= _SENTENCES:
        first -= 1
    found = [_of_noun(words, roll, index, sort) for index in range(first, word)]
    if sort is Sort.MANY:
        found += list(_joined(words, roll, first, word))
    return [one for one in found if one is not None and one.words[-1] < word - 1]


def _of_noun(words: Words, roll: Roll, head: int, sort: Sort) -> Common | None:
    """The phrase whose head is the common noun at `head`, where it can speak."""
    tag, form, after = words.pos[head], words.lower[head], head + 1
    if tag not in {"NN", "NNS"} or head in roll.of_word or after >= len(words):
        return None
    if words.pos[after] in NOUN_TAGS | {"POS"} or after in roll.of_word:
        return None
    plural = tag == "NNS" or is_many(form)
    low = _first(words, head)
    subject = words.pos[after] in _RELATIVE or is_subject(words, low, after)
    sort_of = noun_class(form)
    speaks = sort_of in _SPEAKING[sort] or (sort is Sort.MANY and subject and form not in _UNITS)
    if not speaks or plural is not (sort is Sort.MANY):
        return None
    if sort is Sort.PERSON and (not subject or words.lower[low] not in _DEFINITE):
        return None
    kind = EntityKind.GROUP if plural else EntityKind.PERSON
    draft = Draft(_KINDS.get(sort_of, kind), named=False, plural=plural)
    draft.heads = {singular(form)}
    draft.gender = noun_gender(singular(form)) if sort is Sort.PERSON else None
    return Common(Seen(low, draft, subject=subject), range(low, after))


def _first(words: Words, head: int) -> int:
    """The first word of the phrase that ends in the noun at `head`."""
    low = head
    while low and head - low < _LONGEST and words.pos[low - 1] in _INSIDE:
        low -= 1
    return low - 1 if low and words.pos[low - 1] in _OPENERS else low


def _joined(words: Words, roll: Roll, first: int, word: int) -> Iterator[Common]:
    """Two people joined by "and": "Berg and Holm … they"."""
    for index in range(max(first, 1), word - 1):
        if words.lower[index] != "and" or index in roll.of_word:
            continue
        left, right = roll.at(index - 1), roll.at(_past_titles(words, roll, index + 1))
        if left is None or right is None or left[1] is right[1]:
            continue
        if any(one[0].kind is not EntityKind.PERSON for one in (left, right)):
            continue
        start = words.within(left[0].span).start
        while start and words.pos[start - 1] in {"NNP", "NN"} and start - 1 not in roll.of_word:
            start -= 1
        end = words.within(right[0].span).stop
        draft = Draft(EntityKind.GROUP, named=True, plural=True)
        yield Common(Seen(start, draft, subject=is_subject(words, start, end)), range(start, end))


def _past_titles(words: Words, roll: Roll, index: int) -> int:
    while index + 1 < len(words) and index not in roll.of_word and words.pos[index] == "NNP":
        index += 1
    return index
