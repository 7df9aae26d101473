"""Places, seats and organs that speak for a government: pointed to it, never merged into it."""

from dataclasses import dataclass, field

from whence.annotate.speakers.draft import Draft
from whence.annotate.speakers.naming import Roll, body_key
from whence.annotate.speakers.phrase import NOUN_TAGS, After, Phrase
from whence.annotate.words import Words
from whence.model import EntityKind, Mention, Referent, Span
from whence.registers import demonym, find_country, find_organ, government_behind


@dataclass(slots=True, eq=False)
class Metonyms:
    """The governments that an article lets speak under the name of a place or an organ."""

    words: Words
    roll: Roll
    held: dict[str, Draft] = field(default_factory=dict)

    def drafts(self) -> list[Draft]:
        """The referents made so far."""
        return list(self.held.values())

    def government(self, phrase: Phrase, mention: Mention, draft: Draft) -> Draft | None:
        """Who speaks when a place or a body is named as the source; ``None`` where it is itself.

        A place gets a referent of its own beside the place. A body that is an organ of a state
        stays itself and is only pointed to its government.
        """
        whole = self._core_words(phrase)
        key = government_behind(whole) or government_behind(mention.span.of(self.words.text))
        if key is None:
            return None
        if draft.kind is EntityKind.PLACE or find_country(draft.name):
            return self._hold(whole, self._span(phrase), key)
        draft.stands_for = draft.stands_for or key
        return draft

    def of_place(self, draft: Draft) -> Draft:
        """The government that speaks under the name of a place; other referents as they are."""
        if draft.kind is not EntityKind.PLACE:
            return draft
        key = government_behind(draft.name)
        return draft if key is None else self._hold(draft.name, draft.mentions[0], key)

    def organ(self, phrase: Phrase) -> Draft | None:
        """A state organ told by common words: "the Iraqi government"."""
        kept = list(phrase.core)
        for part in phrase.parts:
            if part.after is not After.PREPOSITION or self.words.lower[part.words[0]] not in {
                "of",
                "in",
            }:
                break
            kept += part.words
        if self.words.pos[phrase.head] not in NOUN_TAGS:
            return None
        for indices in (kept, list(phrase.core)):
            name = self._text(indices)
            organ = find_organ(name)
            if organ is None:
                continue
            named = self.roll.bodies.get(body_key(name))
            if named is None or named.kind is EntityKind.PLACE:
                return self._hold(name, self._span(phrase), organ.key)
            named.mention(self._span(phrase), name)
            named.stands_for = named.stands_for or organ.key
            return named
        return None

    def _core_words(self, phrase: Phrase) -> str:
        return self._text(list(phrase.core))

    def _text(self, indices: list[int]) -> str:
        kept = [
            i
            for i in indices
            if not (i == indices[0] and self.words.lower[i] in {"the", "a", "an"})
        ]
        return " ".join(self.words.words(kept[0], kept[-1] + 1).split()) if kept else ""

    def _span(self, phrase: Phrase) -> Span:
        return self.words.span(phrase.core[0], phrase.core[-1])

    def _hold(self, name: str, span: Span, key: str) -> Draft:
        folded = body_key(name)
        draft = self.held.get(folded)
        if draft is None:
            draft = Draft(EntityKind.ORGANISATION, named=True, stands_for=key)
            self.held[folded] = draft
        draft.mention(span, name)
        return draft


#: Nouns of offices and bodies that speak for a government.
_OFFICIAL = frozenset(
    {"official", "spokesman", "spokeswoman", "spokesperson", "minister", "ministry", "ambassador"}
)


def mouth_of(referent: Referent) -> str | None:
    """The key of the government that someone stands or speaks for, ``gov:`` for an unnamed one.

    An official speaks for the country that the role names; ``None`` for those who are no officials.
    """
    if referent.stands_for is not None:
        return referent.stands_for if referent.stands_for.startswith("gov:") else None
    words = {word.lower() for role in referent.roles for word in role.words.split()}
    if referent.kind is not EntityKind.PERSON or not words & _OFFICIAL:
        return None
    codes = {
        code for role in referent.roles for word in role.words.split() if (code := demonym(word))
    }
    return f"gov:{codes.pop()}" if len(codes) == 1 else "gov:"
