"""Whom a pronoun takes up where it stands: "he", "himself", "who", "their"."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from whence.annotate.speakers import pronouns
from whence.annotate.speakers.common import Common, common_before
from whence.annotate.speakers.descriptions import Descriptions, Found
from whence.annotate.speakers.draft import Draft
from whence.annotate.speakers.naming import Roll
from whence.annotate.speakers.nouns import NounClass, noun_class
from whence.annotate.speakers.phrase import NOUN_TAGS, PROPER_TAGS, Phrase, parse
from whence.annotate.speakers.recency import Recency, Seen
from whence.annotate.speakers.sureness import PRONOUN_FLOORS
from whence.annotate.words import Words
from whence.model import EntityKind

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_INSIDE = NOUN_TAGS | {"JJ", "DT", "PRP$", "POS", "CD", "JJS"}
_QUANTIFIERS = frozenset({"those", "some", "many", "others", "all", "few", "several", "most"})
_LONGEST = 14
_APART = 2  # words from a name to the description after its comma
_DESCRIBED = {
    NounClass.PERSON: EntityKind.PERSON,
    NounClass.BODY: EntityKind.ORGANISATION,
}
#: How likely the best candidate must be for a pronoun to count as a mention of it further on.
_GOES_ON = 0.4


@dataclass(frozen=True, slots=True, eq=False)
class Anaphora:
    """The pronouns of an article, resolved against what was read before them.

    `phrase` says whom a noun phrase means; `owner` in whose words the word at an index stands.
    """

    roll: Roll
    recency: Recency
    descriptions: Descriptions
    phrase: Callable[[Phrase], Found]
    owner: Callable[[int], Draft | None]

    @property
    def words(self) -> Words:
        """The words of the article."""
        return self.roll.words

    def third(self, word: int) -> tuple[Found, float]:
        """Whom "he", "she", "it" or "they" at `word` means, and how likely."""
        form = self.words.lower[word]
        if form in pronouns.REFLEXIVE:
            found = self._reflexive(word)
            if found is not None:
                return found, 1.0
        chosen = self.taken_up(word)
        if chosen is None:
            return Found(None, "pronoun without candidate"), 1.0
        draft, sort = chosen.draft, pronouns.sort_of(form)
        self.go_on(word, chosen, spoke=not self.recency.asks)
        if chosen.probability <= PRONOUN_FLOORS[sort]:
            others = ((draft, chosen.probability), *chosen.others)
            return Found(None, "pronoun, two as likely", others), chosen.probability
        if draft.gender is None and draft.kind is EntityKind.PERSON:
            draft.gender = pronouns.gender_of(form)
        draft.mention(self.words.span(word, word))
        return Found(draft, f"pronoun {sort}", chosen.others), chosen.probability

    def go_on(self, word: int, chosen: pronouns.Chosen, *, spoke: bool = False) -> None:
        """Count a pronoun as a mention of the one whom it most likely takes up."""
        if chosen.probability < _GOES_ON:
            return
        possessive = self.words.pos[word] == "PRP$"
        is_subject = self.words.lower[word] in {"he", "she", "they"} or spoke
        self.recency.add(
            Seen(word, chosen.draft, subject=is_subject, possessive=possessive, spoke=spoke)
        )

    def follow(self, word: int) -> None:
        """Read a pronoun that is nobody's source, for what it tells of the ones further on."""
        chosen = self.taken_up(word)
        if chosen is not None:
            self.go_on(word, chosen)

    def taken_up(self, word: int) -> pronouns.Chosen | None:
        """Whom the third-person pronoun at `word` most likely means, of all that went before."""
        form = self.words.lower[word]
        sort = pronouns.sort_of(form)
        common = common_before(self.words, self.roll, word, sort)
        if sort is pronouns.Sort.PERSON:
            common = [self._known(one) for one in common]
        more = [one.seen for one in common]
        is_quoted = self.recency.narration.quoted[word]
        asked = pronouns.Asked(form, word, self.owner(word), quoted=is_quoted)
        candidates = pronouns.weigh(self.recency, asked, more)
        chosen = pronouns.choose(candidates, pronouns.WEIGHTS[sort])
        taken = next((one for one in common if chosen and one.seen.draft is chosen.draft), None)
        if chosen is None or taken is None or chosen.draft.mentions:
            return chosen
        phrase = parse(self.words, taken.words, self.roll.of_word)
        draft = self.phrase(phrase).draft if phrase else None
        return replace(chosen, draft=draft) if draft else None

    def _known(self, common: Common) -> Common:
        """A description of a person, as the one whom it means where that is known."""
        phrase = parse(self.words, common.words, self.roll.of_word)
        found = self.descriptions.known(phrase) if phrase else None
        if found is None:
            return common
        return Common(replace(common.seen, draft=found), common.words)

    def _reflexive(self, word: int) -> Found | None:
        """The name right before it: "Berg herself said"."""
        if not word or self.words.pos[word - 1] not in PROPER_TAGS:
            return None
        named = self.roll.at(word - 1)
        if named is None or named[1] is None:
            return Found(None, "reflexive of a name that is not known")
        agrees = pronouns.agrees(named[1], self.words.lower[word])
        return Found(named[1], "name") if agrees else None

    def possessor(self, phrase: Phrase) -> Draft | None:
        """Whose it is that a phrase describes, where it says so: "his lawyer", "Berg's lawyer"."""
        for number, index in enumerate(phrase.core):
            form = self.words.lower[index]
            if self.words.pos[index] == "PRP$" or form in {"his", "her", "its", "their"}:
                if form not in pronouns.THIRD:
                    return None
                chosen = self.taken_up(index)
                floor = PRONOUN_FLOORS[pronouns.sort_of(form)]
                return chosen.draft if chosen and chosen.probability > floor else None
            if self.words.pos[index] == "POS" and number:
                named = self.roll.at(phrase.core[number - 1])
                return named[1] if named else None
        return None

    def relative(self, word: int) -> Found:
        """What "who", "which" or "that" takes up: the name or noun right before it."""
        words, low = self.words, word
        while low > 0 and word - low < _LONGEST and words.sentence[low - 1] == words.sentence[word]:
            low -= 1
            if words.pos[low] in _FINITE and word - low > 1:
                low += 1
                break
        personal = words.lower[word] in {"who", "whom", "whose"}
        if word and words.lower[word - 1] in _QUANTIFIERS:
            return self._antecedent(word - 1, word - 1)
        for index in range(word - 1, low - 1, -1):
            named = self.roll.at(index)
            if named is not None and index + 1 < word and words.pos[index + 1] in {"NN", "NNS"}:
                continue  # "Southern states who", "the Wisconsin Republican lawmaker who"
            if named is not None:
                if personal and named[0].kind in {EntityKind.PLACE, EntityKind.ORGANISATION}:
                    continue
                return Found(named[1], "antecedent, named")
            if words.pos[index] in NOUN_TAGS:
                person = noun_class(words.lower[index]) is NounClass.PERSON
                if personal and not person and index != word - 1:
                    continue
                return self._antecedent(low, index)
        return Found(None, "relative without antecedent")

    def _in_apposition(self, first: int, noun: int) -> Draft | None:
        """Whom a description right after a name and a comma describes: "Berg, a lawyer who"."""
        if first < _APART or self.words.pos[first - 1] != "," or self.words.pos[first] != "DT":
            return None
        named = self.roll.at(first - _APART)
        sort = noun_class(self.words.lower[noun])
        if named is None or named[1] is None or _DESCRIBED.get(sort) is not named[1].kind:
            return None
        return named[1]

    def _antecedent(self, low: int, noun: int) -> Found:
        first = noun
        while first > low and self.words.pos[first - 1] in _INSIDE:
            first -= 1
            if self.words.pos[first] in {"DT", "PRP$"}:
                break
        named = self._in_apposition(first, noun)
        if named is not None:
            return Found(named, "antecedent, named")
        phrase = parse(self.words, range(first, noun + 1), self.roll.of_word)
        if phrase is None:
            return Found(None, "relative without antecedent")
        return Found(self.phrase(phrase).draft, "antecedent, described")
