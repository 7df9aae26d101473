"""How far a content is committed to: negation and modality of its main clause, and hedges."""

from collections.abc import Sequence
from dataclasses import dataclass

from whence.annotate.stance.lexicon import Lexicon, lexicon
from whence.annotate.words import Words
from whence.model import Modality, Span

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOT = frozenset({"not", "n't", "never", "nor", "neither", "cannot"})
_NO_SUBJECT = frozenset({"no", "none", "nobody", "nothing", "neither", "nowhere"})
_CLAUSE = frozenset(
    {"who", "which", "whom", "whose", "when", "where", "because", "although", "though"}
)
_PATTERNS = {
    Modality.INTENTION: "p_intention",
    Modality.POSSIBLE: "p_possible",
    Modality.OBLIGATION: "p_obligation",
}
_MODALS = {
    Modality.INTENTION: "intention",
    Modality.CONDITIONAL: "conditional",
    Modality.POSSIBLE: "possible",
    Modality.OBLIGATION: "obligation",
}
#: How many words after its finite verb still belong to a verb group.
_GROUP = 6


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the content's main clause says of itself."""

    negated: bool
    modality: Modality


def commitment(words: Words, content: Sequence[Span]) -> Commitment:
    """The negation and modality of the first main clause of a content."""
    clause = _first_sentence(words, words.covering(content))
    if not clause:
        return Commitment(negated=False, modality=Modality.FACT)
    verb = _main_verb(words, clause)
    if verb is None:
        negated = any(words.lower[index] in _NOT for index in clause[:4])
        return Commitment(negated, Modality.FACT)
    return Commitment(_is_negated(words, clause, verb), _modality(words, clause, verb))


def hedges(words: Words, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The hedging words inside of `spans`."""
    listed = lexicon().words["hedges"]
    return tuple(
        words.tokens[index].span
        for index in words.covering(spans)
        if words.lower[index] in listed and words.pos[index] not in {"NN", "NNP"}
    )


def _first_sentence(words: Words, indices: list[int]) -> list[int]:
    for number, index in enumerate(indices):
        if words.sentence[index] != words.sentence[indices[0]] and number > 1:
            return indices[:number]
    return indices


def _main_verb(words: Words, clause: list[int]) -> int | None:
    """The position in `clause` of the finite verb outside of "if" and relative clauses."""
    subordinate = relative = False
    fallback: int | None = None
    for number, index in enumerate(clause):
        form, tag = words.lower[index], words.pos[index]
        opens = form in {
            "if",
            "unless",
            "when",
            "while",
            "because",
            "although",
            "as",
            "since",
            "after",
        }
        if form in _CLAUSE and number:
            relative = True
        elif opens and tag in {"IN", "WRB"}:
            subordinate = True
        elif tag == "," and subordinate:
            subordinate = False
        elif tag in _FINITE:
            if not subordinate and not relative:
                return number
            relative = False
            fallback = number if fallback is None else fallback
    return fallback


def _is_negated(words: Words, clause: list[int], verb: int) -> bool:
    after = clause[verb + 1 : verb + 1 + _GROUP]
    subject = [words.lower[index] for index in clause[:verb]]
    if any(word in _NO_SUBJECT for word in subject[-5:][:2]) or (
        subject and subject[0] in _NO_SUBJECT
    ):
        return True
    if any(word in _NOT for word in subject[-1:]) or words.lower[clause[verb]] == "cannot":
        return True
    for index in after:
        form, tag = words.lower[index], words.pos[index]
        if form in _NOT:
            return words.lower[index + 1 : index + 2] != ["only"]
        if form in {"no", "none", "nothing", "nobody"}:
            # "had no plans", "there was no request": the object denies the clause
            return True
        if form == "without" or tag not in {
            "RB",
            "VB",
            "VBN",
            "VBG",
            "MD",
            "VBD",
            "PRP",
            "TO",
            "DT",
            "RBR",
        }:
            break
        if tag in {"IN", "TO"} and form != "to":
            break
    return False


def _modality(words: Words, clause: list[int], verb: int) -> Modality:
    register = lexicon()
    form = words.lower[clause[verb]]
    has_if = any(words.lower[index] in {"if", "unless"} for index in clause)
    if words.pos[clause[verb]] == "MD" or form in {"'ll", "'d", "wo"}:
        found = next(
            (modality for modality, name in _MODALS.items() if form in register.words[name]),
            Modality.FACT,
        )
        conditional = has_if and found in {Modality.INTENTION, Modality.CONDITIONAL}
        return Modality.CONDITIONAL if conditional else found
    found = _by_pattern(words, clause, verb, register)
    if found is not Modality.FACT:
        return found
    return Modality.CONDITIONAL if has_if and _opens_with_if(words, clause) else Modality.FACT


def _opens_with_if(words: Words, clause: list[int]) -> bool:
    return any(words.lower[index] in {"if", "unless"} for index in clause[:3])


def _by_pattern(words: Words, clause: list[int], verb: int, register: Lexicon) -> Modality:
    kept = [
        index
        for index in clause[verb : verb + 8]
        if words.pos[index] != "RB"
        and words.lower[index] not in {"not", "n't", "never", "a", "the", "no"}
    ]
    lemmas = register.lemmas([words.lower[index] for index in kept])
    told = (lemmas, lemmas[1:]) if lemmas[:1] == ["be"] else (lemmas,)
    for modality, name in _PATTERNS.items():
        patterns = register.parts[name]
        if any(each[: len(parts)] == parts for each in told for parts in patterns):
            return modality
    return Modality.FACT
