"""Names as they are: without the titles, articles and common nouns around them."""

import re
from collections.abc import Sequence

from whence.annotate.speakers.nouns import NounClass, noun_class, nouns
from whence.annotate.words import Words
from whence.model import EntityKind, Mention
from whence.registers import demonym, find_country, find_organ, given_name_gender, government_behind

_PROPER = frozenset({"NNP", "NNPS"})
_NEVER = frozenset(
    {"DT", "PRP", "PRP$", "IN", "CC", "TO", "POS", ",", ".", ":", "WP", "WDT", "MD", "EX"}
)
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

    "Iraqi Prime Minister Haider al-Abadi" is cut to the person's name, "ISIL targets" to the
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
        if not indices or _is_no_name(words, indices):
            continue
        span = words.span(indices[0], indices[-1])
        kind = _kind(words, indices, mention.kind)
        if found and found[-1].span.overlaps(span):
            continue
        found.append(Mention(span, kind, mention.confidence))
    return tuple(found)


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
    if find_country(name) is not None:
        return EntityKind.PLACE
    stands_for = government_behind(name)
    if stands_for is not None and find_organ(name) is None:
        return EntityKind.PLACE  # a capital
    if len(indices) == 1 and demonym(name) is not None:
        return EntityKind.GROUP
    return kind
