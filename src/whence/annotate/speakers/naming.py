"""Which names of an article are one person's, place's or body's."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from whence.annotate.speakers.draft import Draft
from whence.annotate.speakers.names import (
    SHORTEST_ALIKE,
    PersonName,
    acronym,
    compatible,
    fold,
    initials,
    person_name,
    sound,
)
from whence.annotate.speakers.nouns import Gender, NounClass, honorific_gender, noun_class, nouns
from whence.annotate.words import Words
from whence.model import EntityKind, Mention
from whence.registers import demonym, find_country, find_group, find_organ

#: Names of one surname that are compared with a new one; bounds the work on hostile input.
_COMPARED = 24
#: For how many passages another's full name makes a shared surname unclear.
_FRESH = 1
#: How many times as often as another someone must be named in full to keep the surname beside it.
_CLEARLY = 3
_OF = 2  # words before what a "ministry of" something is for


@dataclass(slots=True, eq=False)
class Roll:
    """The named referents of an article, in order of appearance, and who each mention is.

    `of_word` gives the mention that a word belongs to, `drafts` its referent, ``None`` where a
    surname is shared and nothing decides.
    """

    words: Words
    drafts: list[Draft] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    holders: list[Draft | None] = field(default_factory=list)
    of_word: dict[int, int] = field(default_factory=dict)
    #: Bodies, groups and places by their keys.
    bodies: dict[str, Draft] = field(default_factory=dict)
    #: Mentions that were joined by less than the full name or a surname of one person, and how.
    loose: dict[int, str] = field(default_factory=dict)
    #: Those whom a mention by a surname of several may mean.
    fitting: dict[int, tuple[Draft, ...]] = field(default_factory=dict)

    def at(self, word: int) -> tuple[Mention, Draft | None] | None:
        """The mention that `word` belongs to and its referent; ``None`` outside of names."""
        number = self.of_word.get(word)
        return None if number is None else (self.mentions[number], self.holders[number])


def call_roll(words: Words, mentions: Sequence[Mention]) -> Roll:
    """Group the mentions of an article: full names, surnames, acronyms, near-equal spellings."""
    naming = _Naming(Roll(words))
    ordered = sorted(mentions, key=lambda mention: mention.span)
    for number, mention in enumerate(ordered):
        indices = words.within(mention.span)
        for index in indices:
            naming.roll.of_word.setdefault(index, number)
        naming.roll.mentions.append(mention)
        naming.roll.holders.append(None)
        naming.names.append(naming.parse(mention, indices))
    naming.know_countries_of_bodies()
    naming.hold_full_names()
    naming.hold_short_names()
    naming.settle_kinds()
    return naming.roll


@dataclass(slots=True)
class _Parsed:
    """A mention's words, how it reads as a person's name, and the title before it."""

    forms: list[str]
    name: str
    person: PersonName | None
    gender: Gender | None


@dataclass(slots=True, eq=False)
class _Naming:
    roll: Roll
    names: list[_Parsed] = field(default_factory=list)
    people: dict[str, list[Draft]] = field(default_factory=dict)
    given: dict[str, list[Draft]] = field(default_factory=dict)
    #: By a body's key without its country the full one, where the article has one such body.
    full_of: dict[str, str] = field(default_factory=dict)
    #: In which passages each person, by the draft's identity, was named in full.
    full: dict[int, list[int]] = field(default_factory=dict)

    def parse(self, mention: Mention, indices: range) -> _Parsed:
        words = self.roll.words
        kept = [i for i in indices if words.pos[i] != "POS"]
        if len(kept) > 1 and words.lower[kept[0]] == "the":
            kept = kept[1:]
        forms = [words.forms[i] for i in kept]
        printed = words.words(kept[0], kept[-1] + 1) if kept else mention.span.of(words.text)
        gender = honorific_gender(words.forms[indices.start - 1]) if indices.start else None
        person = person_name(forms) if forms else None
        if person and gender and not person.gender:
            person = PersonName(person.given, person.surname, gender, title=True)
        return _Parsed(forms, " ".join(printed.split()), person, gender)

    def hold_full_names(self) -> None:
        """First the names of several words, which settle who there is."""
        for number, mention in enumerate(self.roll.mentions):
            parsed = self.names[number]
            if mention.kind is EntityKind.PERSON:
                if parsed.person and parsed.person.given:
                    draft = self._person(parsed.person)
                    passage = self.roll.words.passage_number(mention.span.start)
                    self.full.setdefault(id(draft), []).append(passage)
                    self._hold(number, draft)
            elif len(parsed.forms) > 1 or _is_country(parsed.forms):
                self._hold(number, self._other(parsed.forms, mention.kind))

    def hold_short_names(self) -> None:
        """Then the single words, which mean someone already known or are names of their own."""
        for number, mention in enumerate(self.roll.mentions):
            parsed = self.names[number]
            if self.roll.holders[number] is not None or not parsed.forms or parsed.person is None:
                continue
            chosen = self._by_surname(number, parsed, mention)
            if isinstance(chosen, Draft):
                self._hold(number, chosen)
            elif chosen is None:
                continue
            elif mention.kind is EntityKind.PERSON:
                self._hold_given_or_new(number, parsed.person, parsed)
            else:
                self._hold(number, self._other(parsed.forms, mention.kind))

    def settle_kinds(self) -> None:
        """The kind of each referent is the one that its mentions agree on most surely."""
        for draft in self.roll.drafts:
            if draft.votes and draft.person is None:
                draft.kind = max(draft.votes, key=lambda kind: (draft.votes[kind], kind))

    def _person(self, name: PersonName) -> Draft:
        held = self.people.setdefault(_bucket(name.surname), [])
        for draft in held[-_COMPARED:]:
            if draft.person and compatible(draft.person, name):
                if len(name.given) > len(draft.person.given):
                    draft.person = name
                draft.gender = draft.gender or name.gender
                return draft
        draft = Draft(EntityKind.PERSON, named=True, person=name, gender=name.gender)
        held.append(draft)
        for part in name.given:
            self.given.setdefault(part, []).append(draft)
        self.roll.drafts.append(draft)
        return draft

    def _other(self, forms: list[str], kind: EntityKind) -> Draft:
        key = body_key(" ".join(forms))
        key = self.full_of.get(key) or key
        draft = self.roll.bodies.get(key)
        if draft is None:
            draft = Draft(kind, named=True)
            draft.plural = kind is EntityKind.GROUP
            self.roll.bodies[key] = draft
            self.roll.drafts.append(draft)
            if len(forms) > 1:
                self.roll.bodies.setdefault(acronym(forms), draft)
                self.roll.bodies.setdefault(initials(forms), draft)
        return draft

    def know_countries_of_bodies(self) -> None:
        """A body named without its country is the one body of that name that has one."""
        full: dict[str, set[str]] = {}
        for number, mention in enumerate(self.roll.mentions):
            key = body_key(self.names[number].name)
            bare = _bare_key(key) if mention.kind is not EntityKind.PERSON else None
            if bare is not None:
                full.setdefault(bare, set()).add(key)
        self.full_of = {bare: keys.pop() for bare, keys in full.items() if len(keys) == 1}

    def _by_surname(self, number: int, parsed: _Parsed, mention: Mention) -> Draft | bool | None:
        """The one person of that surname; ``None`` where several may be meant, else ``False``."""
        name = parsed.person
        other = _is_country(parsed.forms) or mention.kind is EntityKind.GROUP
        if name is None or (other and mention.kind is not EntityKind.PERSON):
            return False
        fitting = [
            draft
            for draft in self.people.get(_bucket(name.surname), ())[-_COMPARED:]
            if draft.person
            and compatible(draft.person, name)
            and (mention.kind is EntityKind.PERSON or draft.person.surname == name.surname)
        ]
        if not fitting:
            return False
        if len(fitting) == 1:
            return fitting[0]
        self.roll.loose[number] = "surname of several, the first named"
        self.roll.fitting[number] = tuple(fitting)
        return self._of_several(fitting, mention)

    def _of_several(self, fitting: list[Draft], mention: Mention) -> Draft | None:
        """The one that the article is about, unless another of that name was just named.

        Newspapers keep the bare surname for the one they named first and name the others in full.
        """
        here = self.roll.words.passage_number(mention.span.start)
        times = self.full
        first = min(fitting, key=lambda draft: times.get(id(draft), [here])[0])
        most = len(times.get(id(first), ()))
        for other in fitting:
            if other is first:
                continue
            named = times.get(id(other), [])
            just_named = any(here - _FRESH <= passage <= here for passage in named)
            if just_named and most < _CLEARLY * len(named):
                return None
            if len(named) > most:
                return None
        return first

    def _hold_given_or_new(self, number: int, name: PersonName, parsed: _Parsed) -> None:
        known = [
            draft for draft in self.given.get(fold(parsed.forms[-1]), ()) if _fits(draft, parsed)
        ]
        if len(known) == 1:
            self.roll.loose[number] = "given name"
            self._hold(number, known[0])
            return
        if not known:
            self._hold(number, self._person(name))

    def _hold(self, number: int, draft: Draft) -> None:
        mention, parsed = self.roll.mentions[number], self.names[number]
        self.roll.holders[number] = draft
        draft.mention(mention.span, parsed.name)
        draft.votes[mention.kind] += round(100 * mention.confidence)
        draft.gender = draft.gender or parsed.gender


def _fits(draft: Draft, parsed: _Parsed) -> bool:
    return not (draft.gender and parsed.gender and draft.gender is not parsed.gender)


def _bucket(surname: str) -> str:
    """Spellings of one surname that `names.near` joins share a bucket."""
    return sound(surname) if len(surname) >= SHORTEST_ALIKE else surname


def _is_country(forms: list[str]) -> bool:
    return find_country(" ".join(forms)) is not None


@lru_cache(maxsize=1 << 12)
def body_key(name: str) -> str:
    """The key of a name that is no person's: its register entry, else its folded words.

    "Ministry of Defence" and "Defense Ministry" have one key.
    """
    country = find_country(name)
    if country is not None:
        return f"country:{country.code}"
    group = find_group(name)
    if group is not None:
        return f"group:{group.key}"
    organ = find_organ(name)
    if organ is not None:
        name = organ.name
    alike = nouns().alike
    words = [alike.get(word, word) for word in (fold(form) for form in name.split())]
    if words[:1] == ["the"]:
        words = words[1:]
    if len(words) > _OF and noun_class(words[0]) is NounClass.BODY and words[1] == "of":
        words = [*(word for word in words[_OF:] if word != "the"), words[0]]
    return " ".join(words)


def _bare_key(key: str) -> str | None:
    """The key without the country before it: "Russian Foreign Ministry"; ``None`` without one."""
    first, _, rest = key.partition(" ")
    titled = first.title()
    is_country = demonym(titled) or find_country(titled) or find_country(first.upper())
    is_body = noun_class(rest.rpartition(" ")[2]) is NounClass.BODY
    return rest if rest and is_country and is_body else None
