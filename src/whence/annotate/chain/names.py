"""Names and noun phrases in the words around a cue."""

from collections.abc import Sequence

from whence.annotate.chain.carriers import is_outlet_mention
from whence.annotate.chain.lists import listed
from whence.annotate.quotes import Quotations
from whence.annotate.words import Words
from whence.model import Attribution, EntityKind, Mention, Name, Span
from whence.registers import find_outlet

_NAME_TAGS = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "POS", "CD", "PRP$", "JJS", "VBN", "FW", "HYPH", "VBG"}
)
_LONGEST = 14


class NameFinder:
    """Finds the marked names of one article by their words."""

    def __init__(self, words: Words, mentions: Sequence[Mention], quotations: Quotations) -> None:
        self.words = words
        self.quotations = quotations
        self.of_word: dict[int, Mention] = {}
        self._carriers: dict[int, list[Name]] = {}
        for mention in mentions:
            for index in words.within(mention.span):
                self.of_word[index] = mention

    def name(self, span: Span) -> Name:
        """The name printed at a span."""
        return Name(" ".join(span.of(self.words.text).split()), span)

    def phrase(self, index: int, allowed: frozenset[int] | None = None) -> list[int]:
        """The words of the noun phrase that begins at `index`, "of" and whole names included."""
        words = self.words
        found: list[int] = []
        at = index
        while at < len(words) and len(found) < _LONGEST and (allowed is None or at in allowed):
            same = words.sentence[at] == words.sentence[index]
            inside = (
                at in self.of_word and bool(found) and self.of_word.get(at - 1) is self.of_word[at]
            )
            of = bool(found) and words.lower[at] == "of" and at + 1 < len(words)
            if not same or not (words.pos[at] in _NAME_TAGS or inside or of or at in self.of_word):
                break
            found.append(at)
            at += 1
        while found and words.pos[found[-1]] in {"POS", "IN", "DT"}:
            found.pop()
        return found

    def names_in(self, indices: Sequence[int]) -> list[Name]:
        """The outlets, bodies and people named among the words at `indices`, outlets first."""
        mentions: list[Mention] = []
        for index in indices:
            mention = self.of_word.get(index)
            if mention is not None and mention not in mentions:
                mentions.append(mention)
        text = self.words.text
        if not any(is_outlet_mention(text, one) for one in mentions):
            registered = self._registered(indices)
            if registered is not None:
                return [registered]
        outlets = [one for one in mentions if is_outlet_mention(text, one)]
        wanted = {EntityKind.ORGANISATION, EntityKind.PERSON}
        chosen = outlets or [one for one in mentions if one.kind in wanted]
        chosen += [one for one in mentions if one.kind is EntityKind.PERSON and one not in chosen]
        return [self.name(self.without_marks(one.span)) for one in chosen]

    def _registered(self, indices: Sequence[int]) -> Name | None:
        """The outlet that the register knows by a phrase, less the common words around its name."""
        words = self.words
        kept = [index for index in indices if words.pos[index] != "DT"]
        if not kept or find_outlet(name=words.words(kept[0], kept[-1] + 1)) is None:
            return None
        while len(kept) > 1 and words.forms[kept[-1]].islower():
            kept.pop()
        while len(kept) > 1 and words.forms[kept[0]].islower():
            kept.pop(0)
        return self.name(self.without_marks(words.span(kept[0], kept[-1])))

    def without_marks(self, span: Span) -> Span:
        """A name's span without a leading article or a possessive ending."""
        printed = span.of(self.words.text)
        start, end = span.start, span.end
        if printed[:4].lower() == "the " and len(printed) > 4:
            start += 4
        for ending in ("'s", "’s", "'", "’"):
            if printed.endswith(ending) and end - len(ending) > start:
                end -= len(ending)
                break
        return Span(start, end)

    def carriers(self, one: Attribution) -> list[Name]:
        """The outlets that the sentences of an attribution say they have it from."""
        anchor = one.cue or one.source or one.content
        spans = [anchor[-1], one.content[0], one.content[-1]]
        numbers = sorted({self.words.sentence_number(span.end - 1) for span in spans})
        found: list[Name] = []
        for number in numbers:
            if number >= 0:
                if number not in self._carriers:
                    self._carriers[number] = self._in_sentence(number)
                found += [name for name in self._carriers[number] if name not in found]
        return found

    def _in_sentence(self, number: int) -> list[Name]:
        words, sentence = self.words, self.words.sentences[number]
        found: list[Name] = []
        for index in words.within(sentence):
            mention = self.of_word.get(index)
            if mention is None or self.of_word.get(index - 1) is mention:
                continue
            if self.quotations.holds(mention.span.start) or not is_outlet_mention(
                words.text, mention
            ):
                continue
            if self._carries(index, words.within(mention.span).stop):
                found.append(self.name(self.without_marks(mention.span)))
        return found

    def _carries(self, first: int, end: int) -> bool:
        """Whether an outlet's name stands where a carrier stands: "according to", "… reported"."""
        words = self.words
        low = first
        while low > 0 and words.pos[low - 1] in _NAME_TAGS and first - low < 5:
            low -= 1
        before = [words.lower[index] for index in range(max(0, low - 3), low)]
        if before[-2:] == ["according", "to"]:
            return True
        if before[-1:] == ["by"] and bool(set(before[:-1]) & listed("carried")):
            return True
        if before[-1:] in (["citing"], ["quoting"], ["via"]):
            return True
        at = end
        while at < len(words) and words.pos[at] in {"RB", "NN", "POS", "NNP"} and at - end < 4:
            at += 1
        reports = at < len(words) and words.lower[at] in listed("reporting")
        if not reports or before[-1:] == ["told"]:
            return False
        opens_tail = low > 0 and words.pos[low - 1] in {",", "''"}
        ends = at + 1 >= len(words) or words.pos[at + 1] in {".", ",", "NNP", "IN", "NN", "RB"}
        return opens_tail and ends
