"""For which government an official speaks whose own name and office do not tell its country.

The registers know countries by name; a report names its own officials by office alone ("the water
minister"), and an invented or unlisted country is in no register. What tells is the report: the
countries that it gives offices to ("Sarvia's prime minister", "the Ardanian government"), and
which of them it is about.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from whence.link.lexicon import lexicon
from whence.link.names import plain
from whence.link.words import fold, words
from whence.model import Annotated, Entity, EntityKind
from whence.registers.countries import demonym, government_behind

_STEM = 4  # letters that a country and its adjective must share
_TWICE = 2  # as often as any other country must the home of a report be named


def governments(members: Sequence[Annotated], entities: Iterable[Entity]) -> Mapping[str, str]:
    """From the id of an official's entity to the key of the government it speaks for.

    Only officials of a state ("minister", "ministry", "government") are told, and only where the
    story names the country of one: by the official's own description, else by the country that the
    official's reports name at least twice as often as any other that has officials.
    """
    held = list(entities)
    places = [e for e in held if e.kind is EntityKind.PLACE and e.named]
    officials = [entity for entity in held if _is_official(entity)]
    own = {entity.id: key for entity in officials if (key := _described(entity, places))}
    states = set(own.values())
    home_of = {member.article.id: _home(member, places, states) for member in members}
    article_of = {
        referent.id: member.article.id for member in members for referent in member.referents
    }
    found = dict(own)
    for entity in officials:
        if entity.id not in found:
            homes = {home_of[article_of[ref]] for ref in entity.referents if ref in article_of}
            homes.discard(None)
            if len(homes) == 1:
                found[entity.id] = str(homes.pop())
    return found


def _descriptions(entity: Entity) -> Iterable[str]:
    return (*entity.roles, *entity.names)


def _is_official(entity: Entity) -> bool:
    if entity.kind is EntityKind.PLACE:
        return False
    forms = {fold(form) for text in _descriptions(entity) for form, _ in words(text)}
    return not lexicon("of_state").isdisjoint(forms)


def _described(entity: Entity, places: Sequence[Entity]) -> str | None:
    """The country in the official's own description, as a key."""
    keys = {
        key
        for text in _descriptions(entity)
        if not lexicon("of_state").isdisjoint({fold(form) for form, _ in words(text)})
        for form, _ in words(text)
        if form[0].isupper() and (key := _state(form, places))
    }
    return keys.pop() if len(keys) == 1 else None


def _state(word: str, places: Sequence[Entity]) -> str | None:
    """The key of the country that a word names or is the adjective of."""
    bare = re.sub(r"['’]s?$", "", word)
    code = demonym(bare)
    if code:
        return f"gov:{code}"
    known = government_behind(bare)
    if known:
        return known
    folded = plain(bare)
    for place in places:
        name = plain(place.name)
        stem = name[:-1] if name[-1:] in "aeiouy" else name
        if (
            len(stem) >= _STEM
            and " " not in name
            and folded.startswith(stem[: max(_STEM, len(stem) - 1)])
        ):
            return f"state:{name}"
    return None


def _home(member: Annotated, places: Sequence[Entity], states: set[str]) -> str | None:
    """The one of the states that a report names at least twice as often as any other."""
    text = member.article.text
    named = Counter(
        key
        for mention in member.mentions
        if (key := _state(mention.span.of(text).split()[-1], places)) in states
    )
    ranked = named.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] < _TWICE * ranked[1][1]):
        return None
    return ranked[0][0]
