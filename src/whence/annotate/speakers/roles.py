"""The descriptions that a text gives to the people it names: titles before, appositions after."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from whence.annotate.speakers.draft import Draft
from whence.annotate.speakers.naming import Roll
from whence.annotate.speakers.nouns import (
    Gender,
    NounClass,
    noun_class,
    noun_gender,
    nouns,
    singular,
)
from whence.annotate.speakers.phrase import NOUN_TAGS, PROPER_TAGS
from whence.annotate.words import Words
from whence.model import EntityKind, Role
from whence.registers import demonym, find_country

_LONGEST = 14
_TITLE_TAGS = NOUN_TAGS | {"JJ", "JJS", "VBN", "POS", "CD", "FW"}
_DASHES = frozenset({"--", "–", "—", "-"})
_STOPS = frozenset(
    {",", ".", ":", "-LRB-", "-RRB-", "``", "''", "VBD", "VBZ", "VBP", "MD", "WP", "WDT"}
)


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What a role's words come to: its nouns for people, and the words that narrow them."""

    heads: frozenset[str]
    modifiers: frozenset[str]


def read_role(words: Words, indices: Sequence[int]) -> RoleWords | None:
    """The nouns for people before the first preposition, and all the other words.

    ``None`` where the words name no role that a person can have.
    """
    register = nouns()
    heads: set[str] = set()
    modifiers: set[str] = set()
    before_preposition = True
    for index in indices:
        word, tag = words.lower[index], words.pos[index]
        if tag in {"IN", "TO", "VBN", "VBG", "RB"} and heads:
            before_preposition = False
        full = singular(register.short.get(word, word))
        if (
            before_preposition
            and noun_class(word) is NounClass.PERSON
            and (tag != "JJ" or index == indices[-1])
        ):
            heads.add(full)
        elif tag in _TITLE_TAGS and tag != "POS" and not register.has("honorific", word):
            modifiers.add(narrowing(word))
    return RoleWords(frozenset(heads), frozenset(modifiers)) if heads else None


@lru_cache(maxsize=4096)
def narrowing(word: str) -> str:
    """A word that narrows a description, adjectives and names of a country made one."""
    cased = word[:1].upper() + word[1:]
    code = demonym(cased)
    if code is None:
        country = find_country(word.upper() if len(word) <= 4 else cased)
        code = country.code if country else None
    plain = word.removesuffix("'s")
    return f"country:{code}" if code else nouns().alike.get(plain, plain)


def give_roles(roll: Roll) -> None:
    """Add to each named person the roles that stand before and after the name."""
    for number, mention in enumerate(roll.mentions):
        draft = roll.holders[number]
        if draft is None or draft.kind is not EntityKind.PERSON:
            continue
        indices = roll.words.within(mention.span)
        if not indices:
            continue
        before = title_before(roll.words, indices.start)
        after = apposition_after(roll, indices.stop)
        for found in (before, after):
            if found:
                add_role(roll.words, draft, found)


def add_role(words: Words, draft: Draft, indices: Sequence[int]) -> None:
    """Give a person the role that the words at `indices` print."""
    role = read_role(words, indices)
    if role is None:
        draft.describe(_role(words, indices), set(), set())
        return
    draft.describe(_role(words, indices), set(role.heads), set(role.modifiers))
    if draft.gender is None:
        genders = {noun_gender(head) for head in role.heads} - {None}
        if len(genders) == 1:
            gender = genders.pop()
            draft.gender = Gender(gender) if gender else None


def _role(words: Words, indices: Sequence[int]) -> Role:
    span = words.span(indices[0], indices[-1])
    return Role(" ".join(span.of(words.text).split()), span)


def title_before(words: Words, first: int) -> list[int]:
    """The words of a title right before the name that starts at word `first`, without articles."""
    low = first
    sentence = words.sentence[first] if first < len(words) else -1
    while low > 0 and first - low < _LONGEST and words.sentence[low - 1] == sentence:
        tag = words.pos[low - 1]
        if tag not in _TITLE_TAGS and not _is_of_between_titles(words, low - 1):
            break
        low -= 1
    return _role_within(words, list(range(low, first)))


def _is_of_between_titles(words: Words, index: int) -> bool:
    if words.lower[index] not in {"of", "for", "and", "&"} or index == 0:
        return False
    previous, following = words.pos[index - 1], words.pos[index + 1]
    return previous in PROPER_TAGS and following in PROPER_TAGS


def _role_within(words: Words, indices: list[int]) -> list[int]:
    """From the widest title down to one whose last noun before "of" is a role."""
    register = nouns()
    while indices and (
        register.has("honorific", words.lower[indices[0]])
        or words.pos[indices[0]] in {"POS", "IN", "CC", "CD"}
    ):
        indices = indices[1:]
    role = read_role(words, indices)
    if role is None:
        return []
    # The role must reach up to the name: its last noun, or one before "of", is a person's.
    last = next((i for i in reversed(indices) if words.pos[i] in NOUN_TAGS), None)
    if noun_class(words.lower[indices[-1]]) is NounClass.PERSON:
        last = indices[-1]
    has_of = any(words.lower[index] in {"of", "for"} for index in indices)
    if last is None or not (has_of or noun_class(words.lower[last]) is NounClass.PERSON):
        return []
    return indices


def apposition_after(roll: Roll, end: int) -> list[int]:
    """The words of a role after the name that ends before word `end`: ", a lawmaker,"."""
    words = roll.words
    at = _past_parenthesis(words, end)
    if at >= len(words) or words.sentence[at] != words.sentence[end - 1]:
        return []
    if words.pos[at] == "IN" and words.lower[at] in {"of", "from", "with"} and at == end:
        return _body_after(roll, at + 1)
    if words.pos[at] != "," and words.forms[at] not in _DASHES:
        return []
    start = at + 1
    if start + 1 < len(words) and words.pos[start] == "CD" and words.pos[start + 1] == ",":
        start += 2
    indices = _until_stop(words, start)
    if not indices or words.pos[indices[0]] not in {"DT", "PRP$", *_TITLE_TAGS}:
        return []
    named = roll.at(indices[0])
    if named and named[0].kind is EntityKind.PERSON and not _is_possessive(words, indices):
        return []
    if words.pos[indices[0]] == "DT":
        indices = indices[1:] if len(indices) > 1 else indices
    role = read_role(words, indices)
    return indices if role and _closes(words, indices) else []


def _is_possessive(words: Words, indices: list[int]) -> bool:
    return any(words.pos[index] == "POS" for index in indices[:5])


def _closes(words: Words, indices: list[int]) -> bool:
    """Whether an apposition is closed by a mark or a clause, not run on into a sentence."""
    end = indices[-1] + 1
    if end >= len(words) or words.sentence[end] != words.sentence[end - 1]:
        return True
    return words.pos[end] != "MD"


def _past_parenthesis(words: Words, at: int) -> int:
    if at < len(words) and words.pos[at] == "-LRB-":
        for index in range(at + 1, min(at + 8, len(words))):
            if words.pos[index] == "-RRB-":
                return index + 1
    return at


def _until_stop(words: Words, start: int) -> list[int]:
    indices: list[int] = []
    for index in range(start, min(start + _LONGEST + 6, len(words))):
        if words.pos[index] in _STOPS or words.sentence[index] != words.sentence[start]:
            break
        if words.forms[index] in _DASHES:
            break
        if (
            words.pos[index] in {"VBN", "VBG"}
            and index > start + 1
            and words.pos[index - 1] in NOUN_TAGS
        ):
            break
        indices.append(index)
    return indices


def _body_after(roll: Roll, start: int) -> list[int]:
    """The body that someone is "of" or "from", where a name of one follows."""
    words = roll.words
    indices = _until_stop(words, start)[:8]
    found = [
        index
        for index in indices
        if (named := roll.at(index)) and named[0].kind is EntityKind.ORGANISATION
    ]
    return list(range(indices[0], found[-1] + 1)) if found and found[0] - start <= 3 else []
