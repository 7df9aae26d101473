"""Subject, verb and clause around one word, told by parts of speech."""

from dataclasses import dataclass

from whence.annotate.stance import is_saying
from whence.annotate.stance.lexicon import lexicon
from whence.annotate.words import Words
from whence.model import Stance

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_PHRASE = _NOUNS | {"DT", "JJ", "CD", "POS", "PRP$", "JJR", "JJS", "$"}
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBS = _FINITE | {"MD"}
_HAVE = frozenset({"had", "has", "have", "'ve", "'d"})
_NOT = frozenset({"not", "n't", "never"})
_INSIDE = frozenset({"of", "in", "at", "from", "for", "with", "on", "near"})
#: After these a clause of its own may begin.
_BOUNDARIES = frozenset(
    {"that", "because", "but", "and", "while", "although", "though", "since", "as"}
)
_OPENING = frozenset({"``", ":", "-LRB-"})
#: Speakers' own words about themselves and their hearers tell of nobody else.
_NOBODY = frozenset({"i", "we", "you", "there", "this", "that", "these", "those", "what", "it"})
_TO_SOMEONE = frozenset({"tell", "assure", "inform", "warn", "remind", "promise", "convince"})
#: Verbs of the lexicon that take "that" without anyone saying or thinking it.
_NOT_SAID = frozenset(
    {"mean", "prove", "see", "be", "go", "put", "read", "have", "hold", "share", "second", "make"}
    | {"imply", "demonstrate", "assume", "hear", "learn", "realize", "realise", "understand"}
    | {"decide", "plan", "intend", "aim", "seek", "resolve", "name", "like", "love", "accept"}
)
_NAMING = frozenset({"call", "describe", "label", "brand", "dub", "term", "denounce", "praise"})
_TO_DO = frozenset({Stance.VOWS, Stance.THREATENS, Stance.OFFERS, Stance.DEMANDS})
_THINKING = frozenset({Stance.BELIEVES, Stance.EXPECTS, Stance.DOUBTS, Stance.AGREES})
_LONGEST, _HEARER, _SUBJECT, _CLAUSE, _QUOTED = 12, 6, 8, 16, 200


@dataclass(frozen=True, slots=True)
class Found:
    """Words of an attribution: source and cue as `[first, end)`, and where its content begins."""

    source: tuple[int, int]
    cue: tuple[int, int]
    content: int
    #: Where the content ends; ``None`` where the clause decides.
    end: int | None = None


def attribution_at(words: Words, verb: int, low: int, high: int) -> Found | None:
    """The attribution whose verb is the word `verb`, within the words `[low, high)`."""
    cue = _verb_group(words, verb, low)
    if cue is None:
        return None
    source = subject_before(words, cue[0], low)
    begun = None if source is None else _complement(words, verb, high)
    if source is None or begun is None:
        return None
    content, end = begun
    return Found(source, cue, content, end)


def reproach_at(words: Words, verb: int, low: int, high: int) -> Found | None:
    """ "… the minister of claiming that …": the attribution whose participle is `verb`."""
    if words.pos[verb] != "VBG" or not is_saying(words.lower[verb]) or verb - 2 < low:
        return None
    that = verb + 1 < high and words.lower[verb + 1] == "that"
    if words.lower[verb - 1] != "of" or not that:
        return None
    source = subject_before(words, verb - 1, low)
    return None if source is None else Found(source, (verb, verb + 1), verb + 1)


def according_at(words: Words, at: int, low: int, high: int) -> Found | None:
    """ "According to police nine men …", "nine men, according to police, …" at the word `at`."""
    if words.lower[at : at + 2] != ["according", "to"] or at + 2 >= high:
        return None
    end = at + 2
    while end < high and (words.pos[end] in _PHRASE or words.lower[end] in _INSIDE):
        end += 1
        if words.pos[end - 1] in _NOUNS and end < high and words.pos[end] in {"CD", "DT", "PRP"}:
            break  # "according to police | nine men"
    if not any(words.pos[index] in _NOUNS for index in range(at + 2, end)):
        return None
    opens = at == low or (at == low + 1 and words.lower[low] == "that")
    if opens:
        begins = end + (end < high and words.pos[end] == ",")
        return Found((at + 2, end), (at, at + 2), begins) if high - begins > 1 else None
    if words.pos[at - 1] != "," or at - 1 <= low:
        return None
    return Found((at + 2, end), (at, at + 2), low, at - 1)


def subject_before(words: Words, at: int, low: int) -> tuple[int, int] | None:
    """The subject that ends right before the word `at`, as `[first, end)`, not before `low`."""
    end = at
    while end > low and words.pos[end - 1] == "RB":
        end -= 1
    first = end
    while first > low and end - first < _LONGEST:
        before = first - 1
        inside = words.lower[before] in _INSIDE and first < end and before > low
        if words.pos[before] not in _PHRASE and not (inside and words.pos[before - 1] in _NOUNS):
            break
        first = before
        if words.pos[before] == "PRP" or _opens_phrase(words, before):
            break
    if first == end or words.pos[end - 1] not in _NOUNS or words.lower[first] in _NOBODY:
        return None
    return (first, end) if _begins_clause(words, first, low) else None


def _opens_phrase(words: Words, at: int) -> bool:
    """Whether a determiner opens the whole phrase, rather than one after "of" within it."""
    if words.pos[at] not in {"DT", "PRP$"}:
        return False
    return at == 0 or words.lower[at - 1] not in _INSIDE


def _begins_clause(words: Words, first: int, low: int) -> bool:
    """Whether a clause may begin at a word: at the start, after a mark or a conjunction."""
    if first == low:
        return True
    return words.lower[first - 1] in _BOUNDARIES or words.pos[first - 1] in _OPENING


def _verb_group(words: Words, verb: int, low: int) -> tuple[int, int] | None:
    """The verb with its "had"; ``None`` where it is no verb that attributes, or is negated."""
    form, tag = words.lower[verb], words.pos[verb]
    if stance_of(form) is None or form in _HAVE:
        return None
    before = verb - 1
    while before > low and words.pos[before] == "RB":
        before -= 1
    if before >= low and words.lower[before] in _HAVE and tag in {"VBN", "VBD"}:
        passed = [words.lower[index] for index in range(before, verb)]
        return None if _NOT.intersection(passed) else (before, verb + 1)
    return (verb, verb + 1) if tag in _FINITE else None


def _complement(words: Words, verb: int, high: int) -> tuple[int, int | None] | None:
    """Where what was said begins after a verb, and where it ends if a mark decides."""
    at = verb + 1
    form = words.lower[verb]
    if at + 1 >= high:
        return None
    if words.lower[at] == "that" and words.pos[at] == "IN":
        return (at, None) if _has_finite(words, at + 1, high) else None
    if stance_of(form) in _TO_DO and words.lower[at] == "to" and words.pos[at + 1] == "VB":
        return at, None
    if is_to_someone(form):
        told = _past_hearer(words, verb, high)
        return None if told is None else (told, None)
    return _bare(words, verb, high)


def _bare(words: Words, verb: int, high: int) -> tuple[int, int | None] | None:
    """Where a clause without "that", or words in marks, begin after a verb."""
    at, form = verb + 1, words.lower[verb]
    speaks = is_saying(form) or stance_of(form) in _THINKING
    found = _quoted(words, at, high)
    # "Said her eyes “just about popped out”" is a clause, "called it “a gift”" is none.
    clause = _is_clause(words, at, high) or (found is not None and found[0] > at)
    if speaks and clause and lemma_of(form) not in _NAMING:
        return at, None
    return found


def _has_finite(words: Words, low: int, high: int) -> bool:
    """Whether a finite verb stands soon after a word."""
    return any(words.pos[at] in _VERBS for at in range(low, min(low + _CLAUSE, high)))


def _past_hearer(words: Words, verb: int, high: int) -> int | None:
    """Where the clause begins after a hearer: "told parliament that", "told her the ship had"."""
    for at in range(verb + 1, min(verb + 1 + _HEARER, high)):
        if words.lower[at] == "that" and words.pos[at] == "IN":
            return at if at > verb + 1 else None
        if words.pos[at] not in _PHRASE and words.lower[at] != "of":
            return None
        if words.pos[at] == "PRP" and _is_clause(words, at + 1, high):
            return at + 1
    return None


def is_to_someone(form: str) -> bool:
    """Whether a verb, in lower case, is said to a hearer without "to"."""
    return lemma_of(form) in _TO_SOMEONE


def lemma_of(form: str) -> str:
    """The verb that a form in lower case is of."""
    return lexicon().lemma.get(form, form)


def stance_of(form: str) -> Stance | None:
    """The stance of a verb form in lower case; ``None`` where it attributes nothing."""
    lemma = lemma_of(form)
    return None if lemma in _NOT_SAID else lexicon().verbs.get(lemma)


def _is_clause(words: Words, at: int, high: int) -> bool:
    """Whether a subject and its finite verb stand at a word: "the water is clean"."""
    first = at
    while at < high and at - first < _SUBJECT and words.pos[at] in _PHRASE:
        at += 1
        if words.pos[at - 1] == "PRP":
            break
    if at == first or words.pos[at - 1] not in _NOUNS:
        return False
    while at < high and words.pos[at] == "RB":
        at += 1
    return at < high and words.pos[at] in _VERBS


def _quoted(words: Words, at: int, high: int) -> tuple[int, int] | None:
    """The words in marks soon after a verb, to the closing mark."""
    for opening in range(at, min(at + _HEARER, high)):
        if words.pos[opening] == "``":
            ahead = range(opening + 1, min(opening + _QUOTED, high))
            closing = next((index for index in ahead if words.pos[index] == "''"), None)
            return None if closing is None else (opening, closing + 1)
        if words.pos[opening] in {",", ".", ":"}:
            return None
    return None
