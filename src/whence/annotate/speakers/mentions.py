"""Names as they are: without the titles, articles and common nouns around them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.speakers.nouns import NounClass, noun_class, nouns
from whence.annotate.words import Words
from whence.model import EntityKind, Mention
from whence.registers import (
    demonym,
    find_country,
    find_organ,
    find_title,
    given_name_gender,
    government_behind,
)

_PROPER = frozenset({"NNP", "NNPS"})
_NEVER = frozenset(
    {"DT", "PRP", "PRP$", "IN", "CC", "TO", "POS", ",", ".", ":", "WP", "WDT", "MD", "EX"}
)
_MATTER = 3  # words before a body that tell what it is for
_COMPOUND = re.compile(
    r"-(led|backed|based|born|held|run|controlled|allied|linked|made|style|wide)$"
)
_PARTICLE = re.compile(r"[a-z]{1,4}[-'’][A-Z]")  # "al-Haddad", "d'Orsay"
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_MONTHS = frozenset(
    {"january", "february", "march", "april", "june", "july", "august", "september", "october"}
    | {"november", "december"}
)


def names_only(words: Words, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions cut down to the names in them; those that hold no name are left out.

    "Sarvian Water Minister Ilse Marenko" is cut to the person's name, "Taliban targets" to the
    group's; "he", "rebel groups" and adjectives of countries name nobody.
    """
    found: list[Mention] = []
    trimmed = [_trimmed(words, list(words.within(mention.span))) for mention in mentions]
    surnames = {words.lower[indices[-1]] for indices in trimmed if len(indices) > 1}
    for mention, whole in zip(mentions, trimmed, strict=True):
        indices = whole
        known = len(whole) == 1 and words.lower[whole[0]] in surnames
        if mention.kind is EntityKind.PERSON and not known:
            indices = _without_title(words, whole)
        if not indices or _is_no_name(words, indices) or _is_cut_title(words, indices):
            continue
        indices = _with_matter(words, _with_body(words, indices))
        if mention.kind is EntityKind.PERSON and _is_before_title(words, indices):
            continue
        span = words.span(indices[0], indices[-1])
        kind = _kind(words, indices, mention.kind)
        if found and found[-1].span.overlaps(span):
            continue
        found.append(Mention(span, kind, mention.confidence))
    return tuple(_placed(words, found, surnames))


def _placed(words: Words, found: list[Mention], surnames: set[str]) -> list[Mention]:
    """The mentions, those of one word that is used as a place taken for places throughout."""
    places: set[str] = set()
    for mention in found:
        inside = words.within(mention.span)
        if len(inside) != 1 or words.lower[inside.start] in surnames:
            continue
        before = words.lower[inside.start - 1] if inside.start else ""
        if mention.kind is EntityKind.PLACE or before in {"in", "near", "across", "outside"}:
            places.add(mention.span.of(words.text))
    return [
        replace(mention, kind=EntityKind.PLACE)
        if mention.kind is EntityKind.PERSON and mention.span.of(words.text) in places
        else mention
        for mention in found
    ]


def _with_body(words: Words, indices: list[int]) -> list[int]:
    """With the capitalised noun of a body after it: "Water", of "Water Ministry"."""
    after = indices[-1] + 1
    if after >= len(words) or words.sentence[after] != words.sentence[indices[-1]]:
        return indices
    is_body = noun_class(words.lower[after]) is NounClass.BODY
    return [*indices, after] if is_body and words.pos[after] in _PROPER else indices


def _with_matter(words: Words, indices: list[int]) -> list[int]:
    """A bare body with the capitalised words before it: "Ministry", in "the Interior Ministry".

    A country's name before them is not its body's; a body by itself is left as it is.
    """
    first = indices[0]
    if len(indices) != 1 or noun_class(words.lower[first]) is not NounClass.BODY:
        return indices
    while first and words.pos[first - 1] in _PROPER and first > indices[0] - _MATTER:
        form = words.forms[first - 1]
        if words.sentence[first - 1] != words.sentence[first] or not form[:1].isupper():
            break
        if demonym(form) is not None or find_country(form) is not None:
            break
        first -= 1
    return list(range(first, indices[0] + 1))


def _is_before_title(words: Words, indices: list[int]) -> bool:
    """Whether a name of one word only belongs to a title: "Water", of "Water Minister"."""
    after = indices[-1] + 1
    if len(indices) != 1 or after >= len(words) or words.pos[after] not in _PROPER:
        return False
    return noun_class(words.lower[after]) is NounClass.PERSON


def _is_cut_title(words: Words, indices: list[int]) -> bool:
    """Whether it is the beginning of a title that goes on after it: "Sarvian Prime" Minister."""
    last, after = indices[-1], indices[-1] + 1
    if after >= len(words) or words.sentence[after] != words.sentence[last]:
        return False
    title = find_title(f"{words.lower[last]} {words.lower[after]}")
    before = (words.forms[index] for index in indices[:-1])
    return title is not None and all(demonym(form) is not None for form in before)


def _trimmed(words: Words, indices: list[int]) -> list[int]:
    """From the first proper word to the last."""
    while indices and not _is_proper(words, indices[0]):
        indices = indices[1:]
    while indices and not _is_proper(words, indices[-1]) and not _ends_name(words, indices):
        indices = indices[:-1]
    return indices


def _is_proper(words: Words, index: int) -> bool:
    form, tag = words.forms[index], words.pos[index]
    if tag in _PROPER or _PARTICLE.match(form):
        return not form.islower()
    if tag in _NEVER or not any(char.isupper() for char in form):
        return False
    return tag in {"NN", "NNS", "JJ", "FW", "CD", "VBN", "VBG", "VB", "RB"} and form[0].isupper()


def _ends_name(words: Words, indices: list[int]) -> bool:
    """Whether a number ends the name ("Channel 4"), or a lower-case particle with a hyphen does."""
    last = indices[-1]
    return words.pos[last] == "CD" and len(indices) > 1 and _is_proper(words, indices[-2])


def _without_title(words: Words, indices: list[int]) -> list[int]:
    """Without the titles, offices and adjectives of countries before a person's name."""
    register = nouns()
    if len(indices) == 1 and register.has("honorific", words.lower[max(0, indices[0] - 1)]):
        return indices
    for place in range(len(indices) - 1, -1, -1):
        word = words.lower[indices[place]]
        if register.has("honorific", word):
            return indices[place + 1 :]
        if noun_class(word) is NounClass.PERSON and not _may_be_surname(words, indices, place):
            indices = indices[place + 1 :]
            break
    while len(indices) > 1 and demonym(words.forms[indices[0]]) is not None:
        indices = indices[1:]
    return indices


def _may_be_surname(words: Words, indices: list[int], place: int) -> bool:
    """Whether a word that is also a role stands where a surname does: "Larry King"."""
    if place == 0 or place != len(indices) - 1:
        return False
    before = words.forms[indices[place - 1]]
    return given_name_gender(before) is not None or before.endswith(".")


def _is_no_name(words: Words, indices: list[int]) -> bool:
    if len(indices) > 1:
        return False
    index = indices[0]
    form, word, tag = words.forms[index], words.lower[index], words.pos[index]
    if word in _DAYS or word in _MONTHS or _COMPOUND.search(word):
        return True
    if tag in {"JJ", "RB", "VB", "VBN", "VBG"} and find_country(form) is None:
        return not form.isupper() or len(form) < 2
    if demonym(form) is not None and find_country(form) is None:
        return words.pos[index] != "NNPS" and _next_is_noun(words, index)
    before = words.lower[max(0, index - 2) : index]
    return word == "state" and before[-1:] == ["of"]


def _next_is_noun(words: Words, index: int) -> bool:
    return index + 1 < len(words) and words.pos[index + 1] in {"NN", "NNS", "NNP", "NNPS", "JJ"}


def _kind(words: Words, indices: list[int], kind: EntityKind) -> EntityKind:
    """The kind that the registers know better: places of one word, peoples."""
    name = words.words(indices[0], indices[-1] + 1)
    if len(indices) > 1 and noun_class(words.lower[indices[-1]]) is NounClass.BODY:
        return EntityKind.ORGANISATION
    if find_country(name) is not None:
        return EntityKind.PLACE
    stands_for = government_behind(name)
    if stands_for is not None and find_organ(name) is None:
        return EntityKind.PLACE  # a capital
    if len(indices) == 1 and demonym(name) is not None:
        return EntityKind.GROUP
    return kind
