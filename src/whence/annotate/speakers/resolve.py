"""Who speaks each attribution of an article, in one walk from its first word to its last."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from whence.annotate.speakers import pronouns
from whence.annotate.speakers.anaphora import Anaphora
from whence.annotate.speakers.carried import Carried, Turn
from whence.annotate.speakers.descriptions import Descriptions, Found
from whence.annotate.speakers.draft import Draft
from whence.annotate.speakers.extra import cut_at_roles, with_extra_names
from whence.annotate.speakers.hearers import is_told, teller
from whence.annotate.speakers.metonyms import Metonyms
from whence.annotate.speakers.naming import Roll, call_roll
from whence.annotate.speakers.narration import Narration
from whence.annotate.speakers.nouns import NounClass, noun_class, nouns, singular
from whence.annotate.speakers.outcome import Cast, Speaker
from whence.annotate.speakers.phrase import NOUN_TAGS, After, Part, Phrase, parse
from whence.annotate.speakers.recency import Recency, Seen, mentions_seen, owners_of_content
from whence.annotate.speakers.roles import add_role, give_roles, title_before
from whence.annotate.speakers.sureness import how_sure
from whence.annotate.words import Words
from whence.model import Alternative, Attribution, EntityKind, Mention, Referent, Span


def cast(
    article: str, words: Words, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> Cast:
    """Find whom the names and descriptions of an article stand for and who speaks each attribution.

    Where two candidates are close, or nothing in the text tells, the speaker is ``None``.
    """
    walk = _Walk.begin(words, attributions, mentions)
    found = walk.resolve_all()
    drafts = [draft for draft in walk.all_drafts() if draft.mentions]
    referents: dict[int, Referent] = {id(draft): draft.referent(article) for draft in drafts}
    speakers = tuple(
        Speaker(
            referents[id(one.draft)].id if one.draft is not None else None,
            one.why,
            how_sure(one.why, probability),
            tuple(
                Alternative(referents[id(draft)].id, share)
                for draft, share in one.others
                if draft is not one.draft and id(draft) in referents
            )[: pronouns.OTHERS],
        )
        for one, probability in found
    )
    unique = {referent.id: referent for referent in referents.values()}
    ordered = sorted(unique.values(), key=lambda one: (one.mentions[0], one.id))
    return Cast(tuple(ordered), speakers)


_ASKING = frozenset(
    {"ask", "asks", "asked", "asking", "questioned", "inquired", "enquired", "quizzed", "pressed"}
)


@dataclass(slots=True, eq=False)
class _Walk:
    words: Words
    attributions: Sequence[Attribution]
    roll: Roll
    recency: Recency
    descriptions: Descriptions
    metonyms: Metonyms
    carried: Carried
    content_owner: dict[int, int]
    pending: list[Seen]
    #: Pronouns that are nobody's source, last first.
    unspoken: list[int]
    anaphora: Anaphora = field(init=False)
    made: list[Draft] = field(default_factory=list)
    joint: dict[str, Draft] = field(default_factory=dict)
    found: dict[int, Found] = field(default_factory=dict)
    #: "I" in the words of an attribution whose source stands after them.
    waiting: dict[int, int] = field(default_factory=dict)

    @classmethod
    def begin(
        cls, words: Words, attributions: Sequence[Attribution], mentions: Sequence[Mention]
    ) -> "_Walk":
        """Call the roll, give the roles, and stand before the first attribution."""
        sources = [words.covering(one.source) for one in attributions]
        kept = cut_at_roles(words, attributions, mentions)
        roll = call_roll(words, with_extra_names(words, sources, kept))
        give_roles(roll)
        recency = Recency(words, Narration(words))
        descriptions = Descriptions(roll, recency)
        descriptions.index_roles(roll.drafts)
        owner = owners_of_content(words, attributions)
        metonyms = Metonyms(words, roll)
        return cls(
            words,
            attributions,
            roll,
            recency,
            descriptions,
            metonyms,
            Carried(words, metonyms, recency),
            owner,
            mentions_seen(roll, owner)[::-1],
            [word for word in _unspoken(words, sources) if word not in owner][::-1],
        )

    def __post_init__(self) -> None:
        self.anaphora = Anaphora(
            self.roll, self.recency, self.descriptions, self._phrase, self._speaker_around
        )

    def resolve_all(self) -> list[tuple[Found, float]]:
        """The speaker of each attribution in the order given, with a pronoun's likelihood."""
        order = sorted(range(len(self.attributions)), key=lambda n: _anchor(self.attributions[n]))
        likelihood: dict[int, float] = {}
        for number in order:
            one = self.attributions[number]
            at = self.words.at(_anchor(one))
            self._advance(at)
            self.recency.own = frozenset(self.words.covering(one.content))
            cue = self.words.covering(one.cue)
            self.recency.asks = not _ASKING.isdisjoint(self.words.lower[word] for word in cue)
            found, likely = self._resolve(number, one)
            self.recency.own = frozenset()
            self.found[number] = found
            likelihood[number] = likely
            self._remember(number, one, found)
        for number, owner in self.waiting.items():
            self.found[number] = Found(self.found[owner].draft, "speaker of the words around")
        return [(self.found[n], likelihood[n]) for n in range(len(self.attributions))]

    def all_drafts(self) -> list[Draft]:
        """Every referent of the article."""
        unnamed = [draft for held in self.descriptions.unnamed.values() for draft in held]
        return [
            *self.roll.drafts,
            *self.metonyms.drafts(),
            *self.joint.values(),
            *unnamed,
            *self.made,
        ]

    def _advance(self, word: int) -> None:
        """Read on to `word`: the names and the pronouns before it."""
        while self.unspoken and self.unspoken[-1] < word:
            pronoun = self.unspoken.pop()
            self._names_before(pronoun)
            self.anaphora.follow(pronoun)
        self._names_before(word)

    def _names_before(self, word: int) -> None:
        while self.pending and self.pending[-1].word < word:
            seen = self.pending.pop()
            if seen.word not in self.recency.narration.asides.captions:
                self.recency.add(seen)

    def _speaker_around(self, word: int) -> Draft | None:
        """In whose words a word stands, where that was told before it."""
        owner = self.content_owner.get(word)
        found = self.found.get(owner) if owner is not None else None
        return found.draft if found is not None else None

    def _remember(self, number: int, one: Attribution, found: Found) -> None:
        self.carried.add(Turn(one, found.draft, quoted=self._is_quoted(number, one)))
        if found.draft is None or not one.source:
            return
        indices = self.words.covering(one.source)
        if len(indices) == 1 and self.words.lower[indices[0]] in pronouns.THIRD:
            return
        if indices and not self._is_quoted(number, one):
            spoke = not self.recency.asks
            self.recency.add(Seen(indices[0], found.draft, subject=True, spoke=spoke))

    def _is_quoted(self, number: int, one: Attribution) -> bool:
        owner = self.content_owner.get(self.words.at(_anchor(one)))
        return owner is not None and owner != number

    def _resolve(self, number: int, one: Attribution) -> tuple[Found, float]:
        furniture = self.recency.narration.asides.furniture
        indices = [word for word in self.words.covering(one.source) if word not in furniture]
        if not indices:
            return self._without_source(one), 1.0
        cue = self.words.covering(one.cue)
        if is_told(self.words, cue):
            indices = list(teller(self.words, cue, self.content_owner))
        plain = [
            index for index in indices if any(char.isalnum() for char in self.words.forms[index])
        ]
        if plain and self._is_pronoun(plain):
            return self._pronoun(number, one, plain[0])
        named = self.roll.at(plain[0]) if len(plain) == 1 else None
        phrase = parse(self.words, indices, self.roll.of_word)
        if phrase is None and named is not None:
            phrase = Phrase((plain[0],), plain[0], ())
        if phrase is None:
            return Found(None, "no head"), 1.0
        return self._phrase(phrase), 1.0

    def _is_pronoun(self, plain: list[int]) -> bool:
        first = self.words.lower[plain[0]]
        if first not in pronouns.PRONOUNS or self.words.forms[plain[0]] in {"US", "IT", "WHO"}:
            return False
        if len(plain) == 1:
            return first != "that" or self.words.pos[plain[0]] in {"WDT", "IN", "WP"}
        noun = any(self.words.pos[index] in NOUN_TAGS for index in plain[1:4])
        return not noun and "and" not in [self.words.lower[index] for index in plain]

    def _without_source(self, one: Attribution) -> Found:
        cue = self.words.covering(one.cue)
        return self.carried.speaker_of(one, cue)

    def _pronoun(self, number: int, one: Attribution, word: int) -> tuple[Found, float]:
        form = self.words.lower[word]
        if form in pronouns.SELF:
            return self._self(number, one, form), 1.0
        if form in pronouns.RELATIVE:
            return self.anaphora.relative(word), 1.0
        if form in pronouns.YOU:
            return Found(None, "reader or hearer"), 1.0
        return self.anaphora.third(word)

    def _self(self, number: int, one: Attribution, form: str) -> Found:
        """ "I" in someone's words is that speaker; "we" is not, nor is an author's "I"."""
        owner = self.content_owner.get(self.words.at(_anchor(one)))
        if owner is None or owner == number:
            return Found(None, "the author")
        if form not in {"i", "my", "me", "mine", "myself"}:
            return Found(None, "we inside someone's words")
        if owner not in self.found:
            self.waiting[number] = owner
            return Found(None, "inside words of someone named later")
        return Found(self.found[owner].draft, "speaker of the words around")

    def _phrase(self, phrase: Phrase) -> Found:
        if phrase.joint:
            return self._joint(phrase)
        named = self.roll.at(phrase.head)
        if named is not None:
            return self._named(phrase, named[0], named[1])
        found = self._appositive_name(phrase) or self._name_before_kind(phrase)
        if found is not None:
            return found
        whole = self.metonyms.organ(phrase)
        if whole is not None:
            return Found(whole, "organ of a state")
        is_noun = self.words.pos[phrase.head] in NOUN_TAGS
        if not is_noun and self.words.lower[phrase.head] in pronouns.PRONOUNS:
            return Found(None, "no head")
        return self.descriptions.resolve(phrase, self.anaphora.possessor(phrase))

    def _named(self, phrase: Phrase, mention: Mention, draft: Draft | None) -> Found:
        number = self.roll.of_word[phrase.head]
        others = tuple((one, None) for one in self.roll.fitting.get(number, ()))
        if draft is None:
            return Found(None, "surname of several", others)
        if draft.kind is EntityKind.PERSON:
            return Found(draft, self.roll.loose.get(number, "name"), others)
        by_people = self.descriptions.by_people(phrase, mention.span.of(self.words.text))
        if by_people is not None:
            return by_people
        if self._is_part_of_group(phrase, mention, draft):
            return self.descriptions.resolve(phrase, None)
        government = self.metonyms.government(phrase, mention, draft)
        if government is not None:
            return Found(government, "metonym" if government is not draft else "organ of a state")
        return Found(draft, f"named {draft.kind}")

    def _is_part_of_group(self, phrase: Phrase, mention: Mention, draft: Draft) -> bool:
        """ "Some Democrats", "Senate Democrats": not the group of that name but a part of it."""
        if draft.kind is not EntityKind.GROUP:
            return False
        inside = self.words.within(mention.span)
        more = [
            i for i in phrase.core if i not in inside and self.words.lower[i] not in {"the", "'s"}
        ]
        return bool(more)

    def _appositive_name(self, phrase: Phrase) -> Found | None:
        """The name after the comma speaks: "a spokeswoman, Anna Berg"."""
        part = phrase.part(After.COMMA)
        if part is None or (len(phrase.parts) and phrase.parts[0].after is After.CLAUSE):
            return None
        last = self._name_in(part)
        named = self.roll.at(last) if last is not None else None
        if last is None or named is None or named[1] is None:
            return None
        head = self._lower(phrase.head)
        sort, kind = noun_class(head), named[1].kind
        if sort is NounClass.PERSON and kind is EntityKind.PERSON and head == singular(head):
            role = [index for index in phrase.core if self.words.pos[index] != "DT"]
            for other in phrase.parts:
                if other.words[0] >= last or other is part:
                    break
                role += other.words
            add_role(self.words, named[1], role)
            return Found(named[1], "name in apposition")
        if sort is NounClass.BODY and kind is EntityKind.ORGANISATION:
            return Found(named[1], "name in apposition")
        return None

    def _name_in(self, part: Part) -> int | None:
        """Where the name in an apposition begins: at once, or after a title: "his cousin Berg"."""
        first = part.words[0]
        if self.roll.at(first) is not None:
            return first
        at = next((index for index in part.words if self.roll.at(index)), None)
        title = title_before(self.words, at) if at is not None else []
        return at if title and title[0] <= first + 1 else None

    def _name_before_kind(self, phrase: Phrase) -> Found | None:
        """A body's name before the noun for its kind: "the Meridian Press agency"."""
        named = self.roll.at(phrase.head - 1) if phrase.head - 1 in phrase.core else None
        if named is None or named[1] is None or not nouns().has("kind", self._lower(phrase.head)):
            return None
        is_body = named[1].kind is EntityKind.ORGANISATION
        return Found(named[1], f"named {named[1].kind}") if is_body else None

    def _lower(self, word: int) -> str:
        return self.words.lower[word]

    def _joint(self, phrase: Phrase) -> Found:
        kept = list(phrase.core)
        for part in phrase.parts:
            if self.words.lower[part.words[0]] == "including":
                break
            kept += part.words
        span = self.words.span(kept[0], kept[-1])
        name = " ".join(span.of(self.words.text).split())
        draft = self.joint.get(name.lower())
        if draft is None:
            has_name = any(index in self.roll.of_word for index in phrase.core)
            draft = Draft(EntityKind.GROUP, named=has_name, plural=True, names=Counter())
            self.joint[name.lower()] = draft
        draft.mention(span, name)
        return Found(draft, "joint")


def _anchor(one: Attribution) -> int:
    """Where an attribution is read: at its source, else its cue, else its content."""
    pieces: Sequence[Span] = one.source or one.cue or one.content
    return min(piece.start for piece in pieces)


def _unspoken(words: Words, sources: Sequence[Sequence[int]]) -> list[int]:
    """The personal pronouns that no source consists of, in reading order."""
    alone = {indices[0] for indices in sources if len(indices) == 1}
    return [
        index
        for index, form in enumerate(words.lower)
        if form in pronouns.PERSONAL and index not in alone
    ]
