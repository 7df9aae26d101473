"""For which government an official speaks whose own name and office do not tell its country.

The registers know countries by name; a report names its own officials by office alone ("the water
minister"), and an invented or unlisted country is in no register. What tells is the report: the
countries that it gives offices to ("Sarvia's prime minister", "the Ardanian government"), and
which of them it is about.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from whence.link.lexicon import lexicon
from whence.link.names import plain
from whence.link.words import fold, words
from whence.model import Annotated, Entity, EntityKind
from whence.registers.countries import demonym, government_behind

_VOWELS = frozenset("aeiouy")
_STEM = 4  # letters that a country and its adjective must share
_MINISTERS = frozenset({"minister", "ministry"})


def governments(members: Sequence[Annotated], entities: Iterable[Entity]) -> Mapping[str, str]:
    """From the id of an official's entity to the key of the government it speaks for.

    The country itself, where the story names it, has the key of its government too. Only officials
    of a state ("minister", "ministry", "government") are told, and only where the story names the
    country of one: by the official's own description, else by the country that holds the same
    office ("Sarvia's Interior Ministry", "Interior Minister Simun"), else by that which most of
    the official's reports name first of those that have officials.
    """
    held = list(entities)
    places = [e for e in held if e.kind is EntityKind.PLACE and e.named]
    officials = [entity for entity in held if _is_official(entity)]
    own = {entity.id: key for entity in officials if (key := _described(entity, places))}
    states = set(own.values())
    holders: dict[str, set[str]] = defaultdict(set)
    for entity in officials:
        for office in _offices(entity) if entity.id in own else ():
            holders[office].add(own[entity.id])
    first = {member.article.id: _first(member, places, states) for member in members}
    article_of = {
        referent.id: member.article.id for member in members for referent in member.referents
    }
    found = dict(own)
    for entity in officials:
        if entity.id not in found:
            same = {state for office in _offices(entity) for state in holders[office]}
            articles = {article_of[ref] for ref in entity.referents if ref in article_of}
            home = same.pop() if len(same) == 1 else _most([first[name] for name in articles])
            if home is not None:
                found[entity.id] = home
    countries = {place.id: _state(place.name, places) for place in places}
    return found | {name: key for name, key in countries.items() if key in states}


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
    alike = [plain(place.name) for place in places if _is_of(folded, plain(place.name))]
    return f"state:{min(alike, key=lambda name: (len(name), name))}" if alike else None


def _is_of(word: str, country: str) -> bool:
    """Whether a word is a country or its adjective: "Sarvia", "Sarvian"; "Ardany", "Ardanian"."""
    stem = country[:-1] if country[-1:] in _VOWELS else country
    return " " not in country and len(stem) >= _STEM and word.startswith(stem)


def _offices(entity: Entity) -> set[str]:
    """The departments that an official is of: "interior" of "Interior Minister Simun"."""
    found = set()
    for text in _descriptions(entity):
        forms = [fold(form) for form, _ in words(text)]
        found |= {before for before, form in pairwise(forms) if form in _MINISTERS}
    return found


def _first(member: Annotated, places: Sequence[Entity], states: Collection[str]) -> str | None:
    """The state that a report names first; its outlet's own name counts before its words."""
    article = member.article
    for text in (article.outlet.name, article.title or "", article.text):
        for form, _ in words(text):
            if form[0].isupper() and (key := _state(form, places)) in states:
                return key
    return None


def _most(votes: Sequence[str | None]) -> str | None:
    """The state that more than half name."""
    ranked = Counter(vote for vote in votes if vote is not None).most_common(1)
    return ranked[0][0] if ranked and 2 * ranked[0][1] > len(votes) else None
