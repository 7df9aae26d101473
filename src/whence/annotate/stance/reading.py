"""How a speaker stands to what is said: the cue's word for it, its negation, and the content's."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from whence.annotate.stance.content import commitment, hedges
from whence.annotate.stance.lexicon import Lexicon, lexicon
from whence.annotate.words import Words
from whence.model import Attribution, Modality, Span, Stance

_VERB_TAGS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "MD"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_LEADING = frozenset({"DT", "JJ", "PRP$", "POS", "CD"})
_AUXILIARY = frozenset({"RB", "MD", "TO"})
_BE = frozenset({"be", "been", "being", "is", "are", "was", "were", "am", "'s", "'re", "'m"})
_HAVE_AND_DO = frozenset({"has", "have", "had", "having", "'ve", "'d", "do", "does", "did"})
_HELPING = _BE | _HAVE_AND_DO
_NOUN_TAGS = frozenset({"NN", "NNS"})
_SEEMING = frozenset({"appeared", "appears", "appear", "seemed", "seems", "seem"})
_ONLY = frozenset({"only", "just", "merely", "simply", "solely"})
_QUOTES = "\"'`”’»"
#: Stances of words that someone who refuses leaves unsaid.
_SPOKEN = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES})
_TURNING_DOWN = frozenset({"refuse", "decline"})
_REFUSALS = frozenset({"refusal", "unwillingness"})
#: How far before the cue its auxiliary and negation may stand, in words.
_BEFORE = 4


@dataclass(frozen=True, slots=True)
class Attitude:
    """A typed stance with the negation of cue and content kept apart, modality and hedges."""

    stance: Stance
    cue_negated: bool
    content_negated: bool
    modality: Modality
    hedges: tuple[Span, ...]


def attitude(words: Words, one: Attribution) -> Attitude:
    """Read the attitude of one attribution by the declared lexicon and the grammar around it."""
    register = lexicon()
    cue = words.covering(one.cue)
    content = words.covering(one.content)
    stance = _stance(words, cue, content, register)
    if one.turn and content and words.forms[content[-1]] == "?":
        stance = Stance.ASKS  # the last sentence of a turn is what the others answer
    negated = _is_negated(words, cue, content, register)
    refused = _refused(words, cue, content, register)
    if refused is not None:
        stance, negated = refused
    said = commitment(words, one.content)
    return Attitude(
        stance=stance,
        cue_negated=negated,
        content_negated=said.negated,
        modality=_modality(words, stance, content, said.modality),
        hedges=_hedges(words, one),
    )


def is_semblance(words: Words, one: Attribution) -> bool:
    """Whether it tells how someone seems, not what they say: "appeared to throw doubt on it".

    These are the reporter's own words about a person, and no statement of that person.
    """
    cue, content = words.covering(one.cue), words.covering(one.content)
    verbs = {words.lower[index] for index in cue if words.pos[index] in _VERB_TAGS}
    opens = [words.lower[index] for index in content[:2]]
    return bool(verbs) and verbs <= _SEEMING and "to" in opens


def _stance(words: Words, cue: list[int], content: list[int], register: Lexicon) -> Stance:
    lemmas = register.lemmas([words.lower[index] for index in cue])
    phrase = _phrase(lemmas, register)
    if phrase is not None:
        return phrase
    found: list[Stance] = []
    light: list[str] = []
    for index, lemma in zip(cue, lemmas, strict=True):
        if lemma in register.light and words.pos[index] in _VERB_TAGS:
            light.append(lemma)
            continue
        stance = _of_word(words, index, lemma, register)
        if stance is not None:
            found.append(stance)
    if not found and light and content and _is_light(words, cue, lemmas, register):
        found = _object_of_light(words, content, register)
    if not found:
        found = [register.verbs[lemma] for lemma in light if lemma in register.verbs]
    chosen = next((stance for stance in found if stance is not Stance.ASSERTS), Stance.ASSERTS)
    return _by_content(words, chosen, lemmas, cue, content)


def _is_light(words: Words, cue: list[int], lemmas: list[str], register: Lexicon) -> bool:
    """Whether no verb of a cue says what is done: "expressed", "has had", not "was treated"."""
    return all(
        lemma in register.light or words.lower[index] in _HELPING or words.pos[index] == "MD"
        for index, lemma in zip(cue, lemmas, strict=True)
        if words.pos[index] in _VERB_TAGS
    )


def _of_word(words: Words, index: int, lemma: str, register: Lexicon) -> Stance | None:
    """The stance of one word of a cue, by its part of speech."""
    tag, word = words.pos[index], words.lower[index]
    if tag in _NOUN_TAGS and (word in register.nouns or lemma == word):
        return register.nouns.get(word)
    if tag in {"JJ", "VBN", "RB"} and word in register.adjectives:
        return register.adjectives[word]
    if tag in _VERB_TAGS or tag in {"NNP", "NNPS"} or lemma != word:
        return register.verbs.get(lemma)  # headlines: "Slams", tagged as a name
    return None


def _phrase(lemmas: list[str], register: Lexicon) -> Stance | None:
    for start in range(len(lemmas)):
        for length in range(min(register.longest, len(lemmas) - start), 1, -1):
            stance = register.phrases.get(tuple(lemmas[start : start + length]))
            if stance is not None:
                return stance
    return None


def _object_of_light(words: Words, content: list[int], register: Lexicon) -> list[Stance]:
    """The stance of the noun or verb that opens a content: "expressed [fear that …]"."""
    opening = [words.lower[index] for index in content[:2]]
    if opening[:1] == ["to"] and len(opening) == 2:
        stance = register.verbs.get(register.lemma.get(opening[1], opening[1]))
        return [] if stance is None else [stance]
    for index in content[:3]:
        word, tag = words.lower[index], words.pos[index]
        if tag in _NOUN_TAGS and word in register.nouns:
            return [register.nouns[word]]
        if tag in {"JJ", "VBN"} and word in register.adjectives:
            return [register.adjectives[word]]
    return []


def _by_content(
    words: Words, stance: Stance, lemmas: list[str], cue: list[int], content: list[int]
) -> Stance:
    """ "Told them to leave" urges, "asked them to leave" requests: the content is what to do."""
    if not content:
        return stance
    opening = [words.lower[index] for index in content[:2]]
    to_do = opening[:1] == ["to"] or opening == ["not", "to"]
    if to_do and "tell" in lemmas:
        return Stance.URGES
    if to_do and stance is Stance.ASKS:
        return Stance.REQUESTS
    withheld = _is_granted(words, content) or _has_recipient(words, cue, content)
    if stance is Stance.DENIES and "deny" in lemmas and withheld:
        return Stance.REJECTS
    if stance is Stance.ASSERTS and _is_question(words, content):
        return Stance.ASKS
    return stance


def _has_recipient(words: Words, cue: list[int], content: list[int]) -> bool:
    """Whether somebody is denied something: "denied the town the vote", "denied him a permit".

    The one may stand between cue and content, or the content may hold both, without a verb.
    """
    if any(words.pos[index] in _FINITE for index in content):
        return False
    between = range(cue[-1] + 1, content[0]) if cue else range(0)
    tags = [words.pos[index] for index in between]
    if tags and tags[-1] in _NAMING and all(tag in _NAMING | _LEADING for tag in tags):
        return True
    for before, index in pairwise(content):
        if words.pos[index] == "IN" or words.pos[index] in {",", "CC"}:
            return False
        if words.pos[index] in {"DT", "PRP$"} and words.pos[before] in _NAMING:
            return True
    return False


def _is_granted(words: Words, content: list[int]) -> bool:
    """Whether a content is something that is given or not, without a verb: "the permits"."""
    if any(words.pos[index] in _FINITE for index in content):
        return False
    granted = lexicon().words["granted"]
    return any(words.lower[index].removesuffix("s") in granted for index in content)


def _is_question(words: Words, content: list[int]) -> bool:
    """Whether every sentence of a content ends with a question mark."""
    marks = {".", "!", "?"}
    ends = [words.forms[index] for index in content if words.forms[index] in marks]
    last = next((words.forms[i] for i in reversed(content) if words.forms[i][0] not in _QUOTES), "")
    return last == "?" and set(ends) == {"?"}


def _is_negated(words: Words, cue: list[int], content: list[int], register: Lexicon) -> bool:
    if not cue:
        return False
    if _is_undone(words, cue, register):
        return False
    negators = register.words["negators"]
    inside = [words.lower[index] for index in cue]
    if any(word in negators and word != "no" for word in inside):
        return _ONLY.isdisjoint(inside)
    if inside[0] == "no" or (inside[:2] and inside[0] in register.lemma and "no" in inside[1:3]):
        return True
    return _averted(words, cue, register) or _negated_before(words, cue[0], set(content))


def _is_undone(words: Words, cue: list[int], register: Lexicon) -> bool:
    """Whether two negations make none: "could not resist pointing out", "never failed to say"."""
    lemmas = register.lemmas([words.lower[index] for index in cue])
    undone = next((at for at, one in enumerate(lemmas) if one in register.words["undone"]), None)
    return undone is not None and any(one in register.words["negators"] for one in lemmas[:undone])


def _negated_before(words: Words, first: int, content: set[int]) -> bool:
    """Whether "not" or "never" stands among the auxiliaries right before a cue."""
    for index in range(first - 1, max(-1, first - _BEFORE - 1), -1):
        if index in content or words.sentence[index] != words.sentence[first]:
            return False
        if words.lower[index] in {"not", "n't", "never"}:
            return words.lower[index + 1] not in _ONLY  # "is not just an attempt to"
        if words.pos[index] not in _AUXILIARY and words.lower[index] not in _HELPING:
            return False  # "who asked not to be named said": that "not" is another verb's
    return False


def _averted(words: Words, cue: list[int], register: Lexicon) -> bool:
    """Whether what the cue names was not done after all: "stopped short of accusing"."""
    start = max(0, cue[0] - _BEFORE)
    reach = [
        index for index in range(start, cue[-1]) if words.sentence[index] == words.sentence[cue[-1]]
    ]
    lemmas = register.lemmas([words.lower[index] for index in reach])
    return any(
        lemmas[at : at + len(phrase)] == phrase
        for phrase in register.parts["averting"]
        for at in range(len(lemmas) - len(phrase) + 1)
        if reach[at] + len(phrase) <= cue[-1] and cue[0] <= reach[at] + len(phrase)
    )


def _refused(
    words: Words, cue: list[int], content: list[int], register: Lexicon
) -> tuple[Stance, bool] | None:
    """What a refusal comes to; ``None`` without one.

    "Refused to confirm" is the stance of the verb that was not done, negated; "refused to appeal",
    of no verb of saying, rejects. The verb may stand in the cue or begin the content.
    """
    if not cue or _is_undone(words, cue, register):
        return None
    chain = [*cue, *content[:3]]
    lemmas = register.lemmas([words.lower[index] for index in chain])
    for number, lemma in enumerate(lemmas[: len(cue)]):
        after = lemmas[number + 1 : number + 3]
        verb = after[1] if after[:1] == ["to"] and len(after) == 2 else ""
        if not _is_refusing(words, chain, number, lemma, register):
            continue
        stance = _of_refused(words, chain[number + 2], verb, register) if verb else None
        if stance in _SPOKEN or (stance is not None and lemma not in _TURNING_DOWN):
            return stance, True
        if verb and lemma in _TURNING_DOWN:
            return Stance.REJECTS, False
    return None


def _of_refused(words: Words, index: int, verb: str, register: Lexicon) -> Stance | None:
    """The stance of the verb at `index`; with its particle, as to show up is not to show."""
    particle = words.lower[index + 1] if words.pos[index + 1 : index + 2] == ["RP"] else ""
    return register.phrases.get((verb, particle)) if particle else register.verbs.get(verb)


def _is_refusing(
    words: Words, chain: list[int], number: int, lemma: str, register: Lexicon
) -> bool:
    """ "Refused", "failed to", "a refusal to disavow"."""
    if lemma in register.words["refusing"] and words.pos[chain[number]] in _VERB_TAGS:
        return True
    follows = [words.pos[index] for index in chain[number + 1 : number + 3]] == ["TO", "VB"]
    return follows and (lemma in _TURNING_DOWN or lemma in _REFUSALS)


def _modality(words: Words, stance: Stance, content: list[int], found: Modality) -> Modality:
    if found is not Modality.FACT or not content:
        return found
    opening = [words.lower[index] for index in content[:2]]
    infinitive = opening[:1] == ["to"] or opening == ["not", "to"]
    if infinitive and stance in {Stance.VOWS, Stance.THREATENS, Stance.OFFERS}:
        return Modality.INTENTION
    if infinitive and stance in {Stance.DEMANDS, Stance.URGES, Stance.REQUESTS}:
        return Modality.OBLIGATION
    return found


def _hedges(words: Words, one: Attribution) -> tuple[Span, ...]:
    spans: Sequence[Span] = (*one.cue, *one.content)
    found = list(hedges(words, spans))
    cue = words.covering(one.cue)
    near = [*range(max(0, cue[0] - 3), cue[0]), *cue[:3]] if cue else []
    found.extend(words.tokens[index].span for index in near if words.lower[index] in _SEEMING)
    return tuple(sorted(set(found)))
