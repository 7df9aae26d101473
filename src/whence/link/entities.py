"""Whom the articles of a story speak of: referents joined into entities by name."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from whence.link.groups import Groups
from whence.link.names import (
    acronyms_of,
    is_acronym,
    may_be_one,
    person_name,
    plain,
    sound,
)
from whence.link.words import content_stems, words
from whence.model import Annotated, Entity, EntityKind, Referent, content_id
from whence.registers.countries import demonym, find_country, government_behind
from whence.registers.groups import find_group
from whence.registers.titles import find_title

_BODIES = frozenset(
    {EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.OTHER, EntityKind.DOCUMENT}
)


@dataclass(frozen=True)
class _Bearer:
    """A named referent and what its names are compared by."""

    referent: Referent
    text: str

    @property
    def id(self) -> str:
        return self.referent.id

    def printed(self) -> tuple[str, ...]:
        return (self.referent.name, *self.referent.names)

    def role_stems(self) -> frozenset[str]:
        said = " ".join(role.words for role in self.referent.roles)
        return frozenset(content_stems(form for form, _ in words(said)))


def entities(members: Sequence[Annotated]) -> tuple[Entity, ...]:
    """The entities of a story, each with the referents of single articles that it joins.

    Joined are full names with the surnames printed later, spellings and romanisations of one
    name, acronyms with what they stand for, and the names that the registers hold as one. Unnamed
    speakers stay with their article; metonyms keep to themselves and point to what they stand for.
    People who share a surname stay apart, and so does a bare surname that fits several of them.
    """
    bearers = sorted(
        (
            _Bearer(referent, member.article.text)
            for member in members
            for referent in member.referents
        ),
        key=lambda bearer: bearer.id,
    )
    named = [bearer for bearer in bearers if bearer.referent.named]
    people = [bearer for bearer in named if bearer.referent.kind is EntityKind.PERSON]
    others = [bearer for bearer in named if bearer.referent.kind is not EntityKind.PERSON]
    groups = [[bearer] for bearer in bearers if not bearer.referent.named]
    groups += _join_people(people)
    groups += _join_bodies(others)
    return _with_ids([_entity(group) for group in groups])


def _join_people(bearers: Sequence[_Bearer]) -> list[list[_Bearer]]:
    by_id = {bearer.id: bearer for bearer in bearers}
    groups = Groups(by_id)
    full = [bearer for bearer in bearers if _full_names(bearer)]
    settled = [bearer for bearer in full if not _initialled(bearer)]
    _join_where(settled, groups, _by_surname, _one_person)
    # An initial or a bare surname joins only where a single person of the story fits it.
    rest = [bearer for bearer in full if _initialled(bearer)]
    rest += [bearer for bearer in bearers if not _full_names(bearer)]
    anchors = _by_words(settled)
    homeless: list[_Bearer] = []
    choices: list[tuple[str, str]] = []
    for bearer in rest:
        roots = {groups.root(found.id) for found in _fitting(bearer, anchors)}
        if len(roots) > 1:
            roots = _sharing_roles(bearer, roots, groups, settled)
        if len(roots) == 1:
            choices.append((roots.pop(), bearer.id))
        elif not _fitting(bearer, anchors):
            homeless.append(bearer)
    for root, name in choices:
        groups.join(root, name)
    _join_where(homeless, groups, _by_surname, _same_surname)
    return [[by_id[name] for name in group] for group in groups.all()]


def _full_names(bearer: _Bearer) -> tuple[str, ...]:
    return tuple(name for name in bearer.printed() if person_name(name).is_full)


def _initialled(bearer: _Bearer) -> bool:
    return all(len(person_name(name).given[0]) == 1 for name in _full_names(bearer))


def _by_surname(bearer: _Bearer) -> Iterable[Hashable]:
    return {person_name(name).surname for name in bearer.printed()}


def _one_person(one: _Bearer, other: _Bearer) -> bool:
    return any(
        may_be_one(person_name(a), person_name(b))
        for a in _full_names(one)
        for b in _full_names(other)
    )


def _same_surname(one: _Bearer, other: _Bearer) -> bool:
    """Of two bare surnames: whether nothing told of them keeps them apart."""
    if _full_names(one) and _full_names(other):
        return _one_person(one, other)
    roles, others = one.role_stems(), other.role_stems()
    return not roles or not others or bool(roles & others)


def _by_words(bearers: Iterable[_Bearer]) -> Mapping[str, list[_Bearer]]:
    """People by each single word that they may be called by."""
    found: dict[str, list[_Bearer]] = defaultdict(list)
    for bearer in bearers:
        called = {person_name(name).surname for name in bearer.printed()}
        for word in sorted(called):
            found[word].append(bearer)
    return found


def _fitting(bearer: _Bearer, anchors: Mapping[str, list[_Bearer]]) -> list[_Bearer]:
    """The people that an initialled name or a bare surname may stand for."""
    fits: list[_Bearer] = []
    for surname in sorted({person_name(name).surname for name in bearer.printed()}):
        fits += [
            other
            for other in anchors.get(surname, ())
            if not _full_names(bearer) or _one_person(bearer, other)
        ]
    return fits


def _sharing_roles(
    bearer: _Bearer, roots: set[str], groups: Groups[str], settled: Sequence[_Bearer]
) -> set[str]:
    roles = bearer.role_stems()
    return {
        groups.root(other.id)
        for other in settled
        if groups.root(other.id) in roots and roles & other.role_stems()
    }


def _join_bodies(bearers: Sequence[_Bearer]) -> list[list[_Bearer]]:
    by_id = {bearer.id: bearer for bearer in bearers}
    groups = Groups(by_id)
    holders: dict[Hashable, str] = {}
    for bearer in bearers:
        for key in sorted(_body_keys(bearer), key=str):
            groups.join(holders.setdefault(key, bearer.id), bearer.id)
    _join_unique(bearers, groups, _acronyms, _spelt_out)
    _join_unique(bearers, groups, _short_names, _endings)
    return [[by_id[name] for name in group] for group in groups.all()]


def _body_keys(bearer: _Bearer) -> set[tuple[str, str]]:
    keys: set[tuple[str, str]] = set()
    for name in bearer.printed():
        family = "body" if bearer.referent.kind in _BODIES else "place"
        group = find_group(name)
        country = find_country(name)
        if group is not None:
            keys.add(("register", group.key))
        if country is not None:
            keys.add(("register", country.key))
        elif government_behind(name) is not None:
            family = "seat"
        if plain(name):
            keys.add((family, plain(name)))
            if family == "place":
                keys.add((family, sound(name)))
    return keys


def _join_unique(
    bearers: Sequence[_Bearer],
    groups: Groups[str],
    short_for: Callable[[_Bearer], Iterable[str]],
    shortened: Callable[[_Bearer], Iterable[tuple[str, str]]],
) -> None:
    """Join each short name to what it stands for, where the story has only one such thing.

    `shortened` gives what a name may be shortened to, and whose it then no longer says it is.
    """
    holders: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for bearer in bearers:
        for short, owner in shortened(bearer):
            holders[short].add((bearer.id, owner))
    chosen: list[tuple[str, str]] = []
    for bearer in bearers:
        fits = {
            groups.root(name)
            for short in short_for(bearer)
            for name, owner in holders.get(short, ())
            if not owner or _names_owner(bearer.text, owner)
        }
        fits.discard(groups.root(bearer.id))
        if len(fits) == 1:
            chosen.append((fits.pop(), bearer.id))
    for root, name in chosen:
        groups.join(root, name)


def _acronyms(bearer: _Bearer) -> set[str]:
    return {plain(name) for name in bearer.printed() if is_acronym(name)}


def _spelt_out(bearer: _Bearer) -> set[tuple[str, str]]:
    return {(short, "") for name in bearer.printed() for short in acronyms_of(name)}


def _short_names(bearer: _Bearer) -> set[str]:
    """The names of a body that may lack whose it is: "Foreign Ministry"."""
    if bearer.referent.kind not in _BODIES:
        return set()
    return {plain(name) for name in bearer.printed() if len(plain(name).split()) > 1}


def _endings(bearer: _Bearer) -> set[tuple[str, str]]:
    """What is left of a name without its owner, who must be named in the article of the rest."""
    found: set[tuple[str, str]] = set()
    for name in bearer.printed():
        words_of = plain(name).split()
        for at in range(1, len(words_of) - 1):
            found.add((" ".join(words_of[at:]), " ".join(words_of[:at])))
    return found


_LEAST_ROOT = 4


@lru_cache(maxsize=10_000)
def _names_owner(text: str, owner: str) -> bool:
    code = _country_of(owner.title())
    if code is not None and any(code == _country_of(form) for form, _ in words(text)):
        return True
    # A country and its adjective share their beginning in most languages that English took from.
    return owner[: max(_LEAST_ROOT, len(owner) - 3)] in plain(text)


def _country_of(word: str) -> str | None:
    country = find_country(word)
    return country.code if country else demonym(word)


def _join_where(
    bearers: Sequence[_Bearer],
    groups: Groups[str],
    keys: Callable[[_Bearer], Iterable[Hashable]],
    same: Callable[[_Bearer, _Bearer], bool],
) -> None:
    blocks: dict[Hashable, list[_Bearer]] = defaultdict(list)
    for bearer in bearers:
        for key in keys(bearer):
            blocks[key].append(bearer)
    for block in blocks.values():
        for one, other in combinations(block, 2):
            if not groups.together(one.id, other.id) and same(one, other):
                groups.join(one.id, other.id)


def _entity(group: Sequence[_Bearer]) -> Entity:
    referents = [bearer.referent for bearer in group]
    kinds = Counter(referent.kind for referent in referents)
    kind = min(kinds, key=lambda found: (-kinds[found], found))
    printed = Counter(
        name for referent in referents for name in {referent.name, *referent.names} if name
    )
    names = sorted(printed, key=lambda name: (-printed[name], -len(name), name))
    roles = Counter(role.words for referent in referents for role in referent.roles)
    keys = sorted({referent.stands_for for referent in referents if referent.stands_for})
    name = _best_name(Counter(referent.name for referent in referents), kind)
    if kind is EntityKind.PERSON and referents[0].named:
        name = without_title(name)
    return Entity(
        id=content_id("ent", kind.value, *_identity(name, referents)),
        name=name,
        names=tuple(names),
        kind=kind,
        named=referents[0].named,
        referents=tuple(sorted(referent.id for referent in referents)),
        roles=tuple(sorted(roles, key=lambda words: (-roles[words], words))),
        stands_for=keys[0] if len(keys) == 1 else None,
    )


def _identity(name: str, referents: Sequence[Referent]) -> tuple[str, ...]:
    """What the id is drawn from: the name, or the referent itself where nobody is named."""
    return (plain(name),) if referents[0].named else (name, referents[0].id)


def _best_name(names: Counter[str], kind: EntityKind) -> str:
    """The fullest form for a person, the most printed for others; acronyms only at need."""

    def rank(name: str) -> tuple[bool, bool, int, int, str]:
        full = kind is EntityKind.PERSON and person_name(name).is_full
        return (not full, is_acronym(name), -names[name], -len(name), name)

    return min(names, key=rank)


_LONGEST_TITLE = 4  # words: "secretary of state"


def without_title(name: str) -> str:
    """A person's name less the country and titles printed before it, if a full name is left."""
    words_of = name.split()
    while len(words_of) > 2:
        if demonym(words_of[0]) or find_country(words_of[0]):
            words_of = words_of[1:]
            continue
        for length in range(min(_LONGEST_TITLE, len(words_of) - 2), 0, -1):
            title = find_title(" ".join(words_of[:length]))
            if title is not None and title.is_person:
                words_of = words_of[length:]
                break
        else:
            break
    return " ".join(words_of)


def _with_ids(found: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities by id; namesakes that stay apart get an id from their referents besides."""
    by_id: dict[str, list[Entity]] = defaultdict(list)
    for entity in found:
        by_id[entity.id].append(entity)
    told_apart: list[Entity] = []
    for same in by_id.values():
        if len(same) == 1:
            told_apart += same
            continue
        told_apart += [replace(entity, id=content_id("ent", *entity.referents)) for entity in same]
    return tuple(sorted(told_apart, key=lambda entity: entity.id))
