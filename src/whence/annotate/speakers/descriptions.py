"""Whom a description means: someone with that role, something described before, or someone new."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from whence.annotate.speakers import pronouns
from whence.annotate.speakers.antecedents import Antecedents
from whence.annotate.speakers.bodies import may_be_called
from whence.annotate.speakers.draft import Draft
from whence.annotate.speakers.naming import Roll
from whence.annotate.speakers.nouns import NounClass, may_mean, noun_class, noun_gender, nouns
from whence.annotate.speakers.phrase import PROPER_TAGS, After, Description, Phrase, describe
from whence.annotate.speakers.recency import Recency
from whence.annotate.speakers.roles import narrowing
from whence.annotate.words import Words
from whence.model import EntityKind, Role, Span
from whence.registers import demonym

_BODY_SORTS = frozenset(
    {"company", "firm", "group", "organization", "organisation", "agency", "outlet"}
)
_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.GROUP})
_KINDS = {
    NounClass.PERSON: EntityKind.PERSON,
    NounClass.BODY: EntityKind.ORGANISATION,
    NounClass.DOCUMENT: EntityKind.DOCUMENT,
    NounClass.UNKNOWN: EntityKind.OTHER,
}
_LONGEST_NAME = 16
#: How likely the one just spoken of must be for an epithet to mean that one. Of the epithets in 110
#: articles of PolNeAR train eight lie between 0.66 and 0.8, all right; below come the wrong ones.
_EPITHET_FLOOR = 0.66


@dataclass(frozen=True, slots=True)
class Found:
    """Who was found, by which rule; `draft` is ``None`` where two are as likely.

    `others` may be meant too, with the share of the likelihood that the rule gives them, if any.
    """

    draft: Draft | None
    why: str
    others: tuple[tuple[Draft, float | None], ...] = ()


@dataclass(slots=True, eq=False)
class Descriptions:
    """The people and things that an article describes without naming them, so far."""

    roll: Roll
    recency: Recency
    unnamed: dict[str, list[Draft]] = field(default_factory=dict)
    keyed: dict[tuple[object, ...], Draft] = field(default_factory=dict)
    by_head: dict[str, list[Draft]] = field(default_factory=dict)
    antecedents: Antecedents = field(init=False)

    def __post_init__(self) -> None:
        self.antecedents = Antecedents(self.roll.words)

    def index_roles(self, drafts: Iterable[Draft]) -> None:
        """Make the named people findable by the nouns of their roles."""
        for draft in drafts:
            for head in draft.heads:
                self.by_head.setdefault(head, []).append(draft)

    def resolve(self, phrase: Phrase, possessor: Draft | None) -> Found:
        """Whom the description in `phrase` means; `possessor` is whose it is, where it is known."""
        words = self.roll.words
        told = describe(words, phrase)
        sort = noun_class(told.head)
        if not told.definite and not self._is_bare_title(phrase, told):
            return self._indefinite(phrase, told)
        if possessor is None:
            possessor = self._attributive(phrase)
        found: Found | None = None
        if sort is NounClass.PERSON and not told.plural:
            found = self._by_role(phrase, told, possessor)
        if found is None and possessor is not None:
            key = (id(possessor), told.head, told.plural)
            found = self._keyed(key, phrase, told, "possessed")
        if found is None and sort is NounClass.BODY and not told.plural:
            found = self._by_body_noun(phrase, told)
        of_unknown = possessor is None and words.pos[phrase.core[0]] == "PRP$"
        if found is None and not of_unknown:
            found = self._described_before(told)
        if found is None and sort is NounClass.PERSON and not told.plural:
            found = self._by_epithet(phrase, told)
        if found is None and sort is NounClass.BODY and not told.plural:
            found = self._by_body_epithet(phrase, told) or self._the_only_body(phrase, told)
        return found or self._first_described(phrase, told)

    def known(self, phrase: Phrase) -> Draft | None:
        """The person whom the description in `phrase` means by a role; nothing new is made."""
        told = describe(self.roll.words, phrase)
        if not told.definite or told.plural or noun_class(told.head) is not NounClass.PERSON:
            return None
        found = self._by_role(phrase, told, self._attributive(phrase))
        found = found or self._described_before(told) or self._by_epithet(phrase, told)
        return found.draft if found else None

    def _first_described(self, phrase: Phrase, told: Description) -> Found:
        """Something new, called by the fuller words that brought it in, where there are such."""
        new = self._new(phrase, told)
        first = self.antecedents.before(phrase.core[0], told)
        if first is not None:
            new.mention(self.roll.words.span(first[0], first[-1]), self._words(first))
        return Found(new, "new description" if first is None else "described in passing")

    def _is_bare_title(self, phrase: Phrase, told: Description) -> bool:
        """A capitalised title without an article, as in headlines: "Prime minister says …"."""
        words = self.roll.words
        return (
            not told.plural
            and words.pos[phrase.core[0]] not in {"DT", "CD"}
            and not nouns().has("indefinite", words.lower[phrase.core[0]])
        )

    def _indefinite(self, phrase: Phrase, told: Description) -> Found:
        words = self.roll.words
        first = words.lower[phrase.core[0]]
        bare = (
            told.plural
            and not nouns().has("indefinite", first)
            and words.pos[phrase.core[0]] != "CD"
        )
        if bare:
            name = _name(words, phrase).lower()
            return self._keyed(("bare", name), phrase, told, "collective")
        return Found(self._new(phrase, told), "unnamed")

    def _attributive(self, phrase: Phrase) -> Draft | None:
        """Whose it is where a name stands before the noun: "the Harrow campaign"."""
        for index in phrase.core[:-1]:
            named = self.roll.at(index)
            if named and named[1] and index != phrase.head:
                kind = named[0].kind
                if kind in {EntityKind.PERSON, EntityKind.ORGANISATION} or named[1].person:
                    return named[1]
        return None

    def _by_role(self, phrase: Phrase, told: Description, possessor: Draft | None) -> Found | None:
        """Someone of the article who holds that role."""
        wanted = self._narrowed(phrase, told, possessor)
        gender = noun_gender(told.head)
        heads = [told.head, *nouns().means.get(told.head, ())]
        fitting: dict[int, Draft] = {}
        for head in heads:
            for draft in self.by_head.get(head, ())[-32:]:
                if gender and draft.gender and draft.gender is not gender:
                    continue
                if may_mean(told.head, head) and _fits(wanted, draft):
                    fitting[id(draft)] = draft
        if not fitting:
            return None
        if len(fitting) == 1:
            draft = next(iter(fitting.values()))
            return Found(draft, "role" if told.head in draft.heads else "broader role")
        others = tuple((draft, None) for draft in fitting.values())
        nearest = self._nearest(fitting, phrase.head)
        likely = pronouns.most_likely_person(self.recency, phrase.head, gender)
        if likely and likely.probability >= _EPITHET_FLOOR and id(likely.draft) not in fitting:
            nearest = None  # the article goes on about someone whose role it has not told
        return Found(nearest, "role, nearest of several", others)

    def _narrowed(self, phrase: Phrase, told: Description, possessor: Draft | None) -> set[str]:
        words = self.roll.words
        wanted = {narrowing(word) for word in told.modifiers}
        if told.possessor is not None and words.pos[told.possessor] != "PRP$" and possessor:
            wanted.add(narrowing(words.lower[told.possessor]))
        for part in phrase.parts:
            if part.after is After.PREPOSITION:
                wanted |= {
                    narrowing(words.lower[index])
                    for index in part.words
                    if words.pos[index] in {"NNP", "NNPS"}
                }
        return wanted

    def _nearest(self, fitting: dict[int, Draft], word: int) -> Draft | None:
        """The one mentioned last, unless another was in the same or the passage before it."""
        words = self.roll.words
        order: list[tuple[Draft, int]] = []
        for seen in self.recency.before(word):
            if id(seen.draft) in fitting and all(seen.draft is not draft for draft, _ in order):
                order.append((seen.draft, seen.word))
        if not order:
            return None
        if len(order) == 1:
            return order[0][0]
        gap = words.sentence[order[0][1]] - words.sentence[order[1][1]]
        return order[0][0] if gap >= 2 else None

    def _by_epithet(self, phrase: Phrase, told: Description) -> Found | None:
        """The person just spoken of, called by an epithet: "the billionaire"."""
        if not self._is_epithet(phrase, told):
            return None
        if self.antecedents.before(phrase.core[0], told) is not None:
            return None
        gender = noun_gender(told.head)
        chosen = pronouns.most_likely_person(self.recency, phrase.head, gender)
        if chosen is None or chosen.probability < _EPITHET_FLOOR or not chosen.draft.named:
            return None
        return Found(chosen.draft, "epithet", chosen.others)

    def by_people(self, phrase: Phrase, form: str) -> Found | None:
        """Who is called by a party or a people: "the Republican", "the Finn"; else ``None``."""
        words = self.roll.words
        is_one = words.pos[phrase.head] in {"NN", "NNP", "JJ"} and not form.endswith("s")
        if words.lower[phrase.core[0]] != "the" or not is_one or phrase.parts:
            return None
        if not nouns().has("epithet", form.lower()) and demonym(form) is None:
            return None
        chosen = pronouns.most_likely_person(self.recency, phrase.head, None)
        if chosen is None or chosen.probability < _EPITHET_FLOOR or not chosen.draft.named:
            return None
        return Found(chosen.draft, "epithet", chosen.others)

    def _is_epithet(self, phrase: Phrase, told: Description) -> bool:
        """Whether it calls someone by what all know of him: "the singer and campaigner"."""
        words = self.roll.words
        if nouns().has("epithet", told.head):
            return True
        more = [*phrase.core, *(index for part in phrase.parts for index in part.words)]
        joined = [
            at + 1
            for at, index in enumerate(more)
            if words.lower[index] == "and" and at + 1 < len(more)
        ]
        heads = (words.lower[index] for at in joined for index in more[at:])
        return words.lower[phrase.core[0]] == "the" and any(
            nouns().has("epithet", head) for head in heads
        )

    def _words(self, indices: list[int]) -> str:
        return " ".join(self.roll.words.words(indices[0], indices[-1] + 1).split())

    def _described_before(self, told: Description) -> Found | None:
        """Something or someone unnamed that was described with the same noun before."""
        held = [
            draft
            for head in (told.head, *nouns().means.get(told.head, ()))
            for draft in self.unnamed.get(head, ())
            if head == told.head or draft.kind is EntityKind.DOCUMENT
        ]
        fitting = [
            draft
            for draft in reversed(held[-12:])
            if draft.plural == told.plural and told.modifiers <= draft.modifiers | {told.head}
        ]
        if not fitting:
            return None
        return Found(
            fitting[0], "described before" if len(fitting) == 1 else "described before, nearest"
        )

    def _by_body_noun(self, phrase: Phrase, told: Description) -> Found | None:
        """The named body lately mentioned whose name holds the noun: "the ministry"."""
        for seen in self.recency.before(phrase.head):
            draft = seen.draft
            if draft.kind is EntityKind.ORGANISATION and draft.named:
                words = {word for name in draft.names for word in name.lower().split()}
                if told.head in words and told.modifiers <= words:
                    return Found(draft, "body by its noun")
        return None

    def _by_body_epithet(self, phrase: Phrase, told: Description) -> Found | None:
        """The body just spoken of, called by what it is: "the agency", "the banking giant"."""
        words = self.roll.words
        proper = (words.pos[index] in PROPER_TAGS for index in phrase.core if index != phrase.head)
        if words.lower[phrase.core[0]] != "the" or any(proper):
            return None
        if self.antecedents.before(phrase.core[0], told) is not None:
            return None
        asked = pronouns.Asked("it", phrase.head)
        bodies = [
            (draft, features)
            for draft, features in pronouns.weigh(self.recency, asked)
            if draft.named
            and draft.kind in _BODIES
            and may_be_called(told.head, draft.names, told.modifiers)
        ]
        chosen = pronouns.choose(bodies, pronouns.WEIGHTS[pronouns.Sort.THING])
        if chosen is None or chosen.probability < _EPITHET_FLOOR:
            return None
        return Found(chosen.draft, "body by epithet")

    def _the_only_body(self, phrase: Phrase, told: Description) -> Found | None:
        """The only named body lately mentioned, for nouns that any body may be called by."""
        near = {
            id(seen.draft): seen.draft
            for seen in self.recency.before(phrase.head)
            if seen.draft.kind is EntityKind.ORGANISATION
            and seen.draft.named
            and may_be_called(told.head, seen.draft.names)
        }
        if told.head in _BODY_SORTS and len(near) == 1 and not told.modifiers:
            return Found(next(iter(near.values())), "the only body")
        return None

    def _keyed(self, key: tuple[object, ...], phrase: Phrase, told: Description, why: str) -> Found:
        draft = self.keyed.get(key)
        if draft is None:
            draft = self._new(phrase, told)
            self.keyed[key] = draft
        else:
            draft.mention(self._span(phrase), _name(self.roll.words, phrase))
        return Found(draft, why)

    def _new(self, phrase: Phrase, told: Description) -> Draft:
        words = self.roll.words
        kind = _KINDS[noun_class(told.head)]
        if kind is not EntityKind.DOCUMENT and told.plural:
            kind = EntityKind.GROUP
        draft = Draft(kind, named=False, plural=told.plural)
        draft.gender = noun_gender(told.head) if kind is EntityKind.PERSON else None
        draft.names = Counter({_name(words, phrase): 1})
        role_words = _named_words(words, phrase)
        if len(role_words) > 1 and words.pos[role_words[0]] == "DT":
            role_words = role_words[1:]
        span = words.span(role_words[0], role_words[-1])
        draft.mentions.append(self._span(phrase))
        draft.describe(
            Role(" ".join(span.of(words.text).split()), span), {told.head}, set(told.modifiers)
        )
        self.unnamed.setdefault(told.head, []).append(draft)
        return draft

    def _span(self, phrase: Phrase) -> Span:
        named = _named_words(self.roll.words, phrase)
        return self.roll.words.span(named[0], named[-1])


def _named_words(words: Words, phrase: Phrase) -> list[int]:
    """The core and the prepositional and reduced parts that belong to the description."""
    kept = list(phrase.core)
    for part in phrase.parts:
        reduced = part.after is After.CLAUSE and words.pos[part.words[0]] in {"VBN", "VBG"}
        if part.after is not After.PREPOSITION and not reduced:
            break
        if len(kept) + len(part.words) > _LONGEST_NAME:
            break
        kept += part.words
    while len(kept) > 1 and words.pos[kept[-1]] in {"POS", "IN", ","}:
        kept.pop()
    return kept


def _name(words: Words, phrase: Phrase) -> str:
    kept = _named_words(words, phrase)
    return " ".join(words.words(kept[0], kept[-1] + 1).split())


def _fits(wanted: set[str], draft: Draft) -> bool:
    """Whether nothing that a description asks for is missing from a person's roles."""
    missing = wanted - draft.modifiers - draft.heads
    if draft.person is not None:
        missing -= set(draft.person.parts)
    return not missing
