"""A noun phrase taken apart by its parts of speech: core, head, what follows, and joints."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import StrEnum

from whence.annotate.speakers.nouns import NounClass, noun_class, nouns, singular
from whence.annotate.words import Words

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PROPER_TAGS = frozenset({"NNP", "NNPS"})
_VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBG", "VBN", "VB", "MD"})
_RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$", "WRB"})
_OPENING = frozenset({"(", "[", "-LRB-", "-LSB-", "–", "—", "--", "-", ":"})
_HEAD_TAGS = NOUN_TAGS | {
    "CD",
    "PRP",
    "DT",
    "JJ",
    "JJR",
    "JJS",
    "WP",
    "WDT",
    "PRP$",
    "EX",
    "VBG",
    "FW",
}


_OPENERS = frozenset({"DT", "PRP$", "PDT"})


class After(StrEnum):
    """What opens a part that follows the core of a phrase."""

    COMMA = "comma"
    PREPOSITION = "preposition"
    CLAUSE = "clause"
    PARENTHESIS = "parenthesis"


@dataclass(frozen=True, slots=True)
class Part:
    """Words that follow the core, without the mark or word that opens them where it is a mark."""

    after: After
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by word indices; `joint` tells that it names several speakers at once."""

    core: tuple[int, ...]
    head: int
    parts: tuple[Part, ...]
    joint: bool = False

    @property
    def last(self) -> int:
        """The last word of the phrase."""
        return self.parts[-1].words[-1] if self.parts else self.core[-1]

    def part(self, after: After) -> Part | None:
        """The first part that is opened so."""
        return next((part for part in self.parts if part.after is after), None)


def parse(words: Words, indices: Sequence[int], named: Container[int]) -> Phrase | None:
    """The phrase that the words at `indices` make; `named` holds the words inside of names.

    ``None`` where no word can be its head.
    """
    kept = _strip(words, indices)
    if not kept:
        return None
    core, rest = _split_core(words, kept, named)
    head = _head(words, core, named)
    if head is None:
        return None
    parts = tuple(_parts(words, rest, named))
    return Phrase(tuple(core), head, parts, joint=_is_joint(words, core, parts, named))


def _strip(words: Words, indices: Sequence[int]) -> list[int]:
    """Without marks, prepositions, conjunctions and adverbs at the start, or marks at the end."""
    kept = list(indices)
    while kept and (words.pos[kept[0]] in {"IN", "TO", "CC", "RB", "``", "''", ":", ",", "UH"}):
        kept.pop(0)
    while kept and not words.lower[kept[-1]][0].isalnum() and words.lower[kept[-1]] != "'s":
        if words.pos[kept[-1]] in {"-RRB-", "POS"} or words.lower[kept[-1]] in {")", "%"}:
            break
        kept.pop()
    while len(kept) > 1 and words.pos[kept[-1]] == "POS":
        kept.pop()
    return kept


def _split_core(
    words: Words, kept: list[int], named: Container[int]
) -> tuple[list[int], list[int]]:
    for number in range(1, len(kept)):
        if _ends_core(words, kept, number, named):
            return kept[:number], kept[number:]
    return kept, []


def _ends_core(words: Words, kept: list[int], number: int, named: Container[int]) -> bool:
    index = kept[number]
    tag, form = words.pos[index], words.lower[index]
    if tag in {",", "-LRB-"} or form in _OPENING or tag in _RELATIVE_TAGS:
        return True
    openers = _OPENERS if tag == "RB" else frozenset[str]()  # "a nearly unanimous court"
    noun_seen = any(words.pos[other] in _HEAD_TAGS - openers for other in kept[:number])
    inside_name = index in named and kept[number - 1] in named
    # "official" and the like may be taken for adjectives
    if not noun_seen or inside_name or (tag == "JJ" and noun_class(form) is NounClass.PERSON):
        return False
    if tag in {"IN", "TO", "RB"}:
        return True
    if tag in {"JJ", "DT"} and words.pos[kept[number - 1]] in NOUN_TAGS and index not in named:
        return number + 1 == len(kept) or words.pos[kept[number + 1]] not in _HEAD_TAGS | {"POS"}
    if tag not in _VERB_TAGS:
        return False
    return any(words.pos[other] in NOUN_TAGS for other in kept[:number])


def _head(words: Words, core: list[int], named: Container[int]) -> int | None:
    for index in reversed(core):
        if words.pos[index] in NOUN_TAGS or index in named:
            return index
        if index == core[-1] and noun_class(words.lower[index]) is NounClass.PERSON:
            return index
    return next((index for index in reversed(core) if words.pos[index] in _HEAD_TAGS), None)


def _parts(words: Words, rest: list[int], named: Container[int]) -> list[Part]:
    parts: list[Part] = []
    start = 0
    while start < len(rest):
        end = start + 1
        opener = _opener(words, rest[start])
        while end < len(rest) and not _opens_part(words, rest[end], named, opener):
            end += 1
        inner = [index for index in rest[start:end] if not _is_mark(words, index)]
        if inner:
            parts.append(Part(opener, tuple(inner)))
        start = end
    return parts


def _opener(words: Words, index: int) -> After:
    tag = words.pos[index]
    if tag == ",":
        return After.COMMA
    if tag == "-LRB-" or words.lower[index] in _OPENING:
        return After.PARENTHESIS if words.lower[index] in {"(", "["} else After.COMMA
    return After.PREPOSITION if tag in {"IN", "TO"} else After.CLAUSE


def _opens_part(words: Words, index: int, named: Container[int], opener: After) -> bool:
    tag = words.pos[index]
    if tag in {",", "-LRB-"} or words.lower[index] in _OPENING:
        return index not in named or tag == ","
    if index in named or opener is After.CLAUSE:
        return False
    if opener is After.PREPOSITION:
        return False
    return tag in _RELATIVE_TAGS and opener is After.COMMA


def _is_mark(words: Words, index: int) -> bool:
    return not any(char.isalnum() for char in words.forms[index]) and words.pos[index] != "POS"


def _is_joint(
    words: Words, core: list[int], parts: tuple[Part, ...], named: Container[int]
) -> bool:
    for number, index in enumerate(core[1:-1], 1):
        if words.pos[index] == "CC" and words.lower[index] in {"and", "or", "&", "nor"}:
            if index in named and core[number - 1] in named and core[number + 1] in named:
                continue
            if _joins(words, core, number, named):
                return True
    if core[-1] in named and parts and parts[0].after is After.COMMA:
        return _goes_on_as_list(words, parts, named)
    return False


def _joins(words: Words, core: list[int], number: int, named: Container[int]) -> bool:
    left, right = core[number - 1], core[number + 1]
    if not any(words.pos[index] in NOUN_TAGS | {"CD", "PRP"} for index in core[:number]):
        return False
    if words.pos[right] in {"DT", "PRP$", "PRP", "CD"} or words.lower[right] in _QUANTITIES:
        return True
    if left in named and right in named:
        return True
    both_plural = words.pos[left] in {"NNS", "NNPS"} and words.pos[core[-1]] in {"NNS", "NNPS"}
    ends_in_person = words.pos[left] in PROPER_TAGS and left in named
    return both_plural or ends_in_person


_QUANTITIES = frozenset({"several", "many", "some", "most", "other", "others", "both", "few"})


def _goes_on_as_list(words: Words, parts: tuple[Part, ...], named: Container[int]) -> bool:
    """Whether a name is followed by more names, as in "A, B and C"."""
    lists = [part for part in parts if part.after is After.COMMA]
    starts_named = all(part.words[0] in named or words.pos[part.words[0]] == "CC" for part in lists)
    has_and = any(words.pos[index] == "CC" for part in lists for index in part.words)
    possessive = any(words.pos[index] == "POS" for part in lists for index in part.words[:4])
    common = any(words.pos[index] in {"NN", "NNS"} for part in lists for index in part.words)
    return starts_named and has_and and not possessive and not common


@dataclass(frozen=True, slots=True)
class Description:
    """Common words for someone or something: the head noun, what narrows it, how definite."""

    head: str
    modifiers: frozenset[str]
    definite: bool
    plural: bool
    possessor: int | None = None  # the word of a possessive pronoun or name


def describe(words: Words, phrase: Phrase) -> Description:
    """The description that a phrase with a common noun as its head gives."""
    register = nouns()
    core = phrase.core
    word = words.lower[phrase.head]
    head = singular(register.short.get(word, word))
    first = words.lower[core[0]]
    possessor = _possessor(words, phrase)
    plural = words.pos[phrase.head] in {"NNS", "NNPS"} or (head != word and head == singular(word))
    modifiers = frozenset(
        words.lower[index]
        for index in core
        if index != phrase.head
        and words.pos[index] not in {"DT", "POS", "PRP$", "CD", "CC", "PDT"}
        and not register.has("ignorable", words.lower[index])
    )
    if register.has("indefinite", first) or words.pos[core[0]] == "CD":
        definite = False
    else:
        definite = possessor is not None or words.pos[core[0]] in {"DT", "PRP$"}
    return Description(head, modifiers, definite, plural, possessor)


def _possessor(words: Words, phrase: Phrase) -> int | None:
    for number, index in enumerate(phrase.core):
        if words.pos[index] == "PRP$":
            return index
        if words.pos[index] == "POS" and number:
            return phrase.core[number - 1]
    return None
