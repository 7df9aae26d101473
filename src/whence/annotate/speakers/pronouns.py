"""Whom a pronoun means: agreement first, then recency, subjects and the last speaker, weighed."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from whence.annotate.speakers.draft import Draft
from whence.annotate.speakers.nouns import Gender
from whence.annotate.speakers.recency import Recency, Seen
from whence.annotate.words import Words
from whence.model import EntityKind

HE = frozenset({"he", "his", "him", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "their", "them", "theirs", "themselves"})
SELF = frozenset({"i", "my", "me", "we", "our", "us", "mine", "myself", "ourselves"})
YOU = frozenset({"you", "your", "yours", "y'all"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
THIRD = HE | SHE | IT | THEY
PRONOUNS = THIRD | SELF | YOU | RELATIVE


class Sort(StrEnum):
    """Which pronouns are weighed alike."""

    PERSON = "person"
    THING = "thing"
    MANY = "many"


def sort_of(pronoun: str) -> Sort:
    """How a third-person pronoun is weighed."""
    if pronoun in IT:
        return Sort.THING
    return Sort.MANY if pronoun in THEY else Sort.PERSON


def gender_of(pronoun: str) -> Gender | None:
    """The gender that a pronoun tells."""
    if pronoun in HE:
        return Gender.HE
    return Gender.SHE if pronoun in SHE else None


#: How many of those that were not chosen are remembered.
OTHERS = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """The referent a pronoun most likely means, how likely, and the next best with their shares."""

    draft: Draft
    probability: float
    others: tuple[tuple[Draft, float], ...] = ()


#: What tells for a candidate, by the sort of pronoun, in log-odds: conditional logistic regression
#: on pronouns that are sources in 600 articles of PolNeAR train, against CoreNLP's coreference
#: (1,588 of he and she, 144 of they, 52 of it; the last two are shrunk towards the first for want
#: of examples).
WEIGHTS: Mapping[Sort, Mapping[str, float]] = {
    Sort.PERSON: {
        "same sentence": 1.16,
        "previous sentence": 0.61,
        "two back": -0.17,
        "further": -1.55,
        "other passage": -0.67,
        "subject": 0.51,
        "opens sentence": 0.82,
        "last speaker": 1.01,
        "spoke in passage": 0.04,
        "nearest": -0.09,
        "quoted only": -0.35,
        "possessive only": -0.55,
        "gender known": 0.69,
        "often": 0.40,
        "unnamed": -0.21,
    },
    Sort.MANY: {
        "same sentence": 0.73,
        "previous sentence": 0.73,
        "two back": -0.33,
        "further": -1.13,
        "other passage": -0.94,
        "subject": 0.46,
        "opens sentence": 0.75,
        "last speaker": 2.00,
        "spoke in passage": 0.12,
        "nearest": 0.70,
        "quoted only": -0.90,
        "possessive only": -0.40,
        "gender known": 0.0,
        "often": 0.20,
        "unnamed": 0.30,
        "plural": 0.90,
    },
    Sort.THING: {
        "same sentence": 1.20,
        "previous sentence": 0.80,
        "two back": -0.1,
        "further": -1.80,
        "other passage": -1.50,
        "subject": 0.40,
        "opens sentence": 1.10,
        "last speaker": 2.00,
        "spoke in passage": 0.0,
        "nearest": 0.20,
        "quoted only": -0.40,
        "possessive only": -1.00,
        "gender known": 0.0,
        "often": 0.0,
        "unnamed": -0.20,
    },
}


#: Words for nobody in particular, whom no pronoun of a speaker takes up.
_NOBODY = frozenset(
    {"someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "one", "none"}
)


def agrees(draft: Draft, pronoun: str) -> bool:
    """Whether a pronoun can mean that referent at all: kind, gender and number."""
    if draft.heads & _NOBODY:
        return False
    if pronoun in HE or pronoun in SHE:
        if draft.kind is not EntityKind.PERSON or draft.plural:
            return False
        wanted = Gender.HE if pronoun in HE else Gender.SHE
        return draft.gender is None or draft.gender is wanted
    if pronoun in IT:
        return not draft.plural and draft.kind is not EntityKind.PERSON
    return draft.plural or draft.kind in {EntityKind.GROUP, EntityKind.ORGANISATION}


def weigh(
    words: Words, recency: Recency, pronoun: str, word: int, more: Sequence[Seen] = ()
) -> list[tuple[Draft, dict[str, float]]]:
    """The candidates for a pronoun at `word`, nearest first, each with what tells for it.

    `more` are candidates that are neither names nor speakers.
    """
    found: dict[int, tuple[Draft, dict[str, float]]] = {}
    known = list(recency.before(word))
    places = {seen.word for seen in known if agrees(seen.draft, pronoun)}
    known += [seen for seen in more if seen.word not in places]
    for seen in sorted(known, key=lambda one: -one.word) if more else known:
        if not agrees(seen.draft, pronoun):
            continue
        key = id(seen.draft)
        if key not in found:
            found[key] = (seen.draft, _of_first(words, seen, word, nearest=not found))
        _of_all(words, seen, word, found[key][1])
    for draft, features in found.values():
        if draft is recency.last_speaker:
            features["last speaker"] = 1.0
        if draft.gender is not None:
            features["gender known"] = 1.0
        if not draft.named:
            features["unnamed"] = 1.0
        if draft.plural and pronoun in THEY:
            features["plural"] = 1.0
        features["often"] = math.log1p(recency.counts.get(id(draft), 0))
    return list(found.values())


def most_likely_person(
    words: Words, recency: Recency, word: int, gender: Gender | None
) -> Chosen | None:
    """The person whom a pronoun at `word` would most likely mean, of that gender where told."""
    forms = ("he", "she") if gender is None else (str(gender),)
    found: dict[int, tuple[Draft, dict[str, float]]] = {}
    for form in forms:
        for draft, features in weigh(words, recency, form, word):
            found.setdefault(id(draft), (draft, features))
    return choose(list(found.values()), WEIGHTS[Sort.PERSON])


def _of_first(words: Words, seen: Seen, word: int, *, nearest: bool) -> dict[str, float]:
    distance = words.sentence[word] - words.sentence[seen.word]
    where = ("same sentence", "previous sentence", "two back")
    features = {where[distance] if distance < 3 else "further": 1.0}
    if nearest:
        features["nearest"] = 1.0
    if words.passage[word] != words.passage[seen.word]:
        features["other passage"] = 1.0
    features["quoted only"] = 1.0
    features["possessive only"] = 1.0
    return features


def _of_all(words: Words, seen: Seen, word: int, features: dict[str, float]) -> None:
    if not seen.quoted:
        features.pop("quoted only", None)
    if not seen.possessive:
        features.pop("possessive only", None)
    near = words.sentence[word] - words.sentence[seen.word] <= 1
    if seen.subject and near:
        features["subject"] = 1.0
        if seen.word == 0 or words.sentence[seen.word - 1] != words.sentence[seen.word]:
            features["opens sentence"] = 1.0
    if seen.spoke and words.passage[word] == words.passage[seen.word]:
        features["spoke in passage"] = 1.0


def choose(
    candidates: list[tuple[Draft, dict[str, float]]], weights: Mapping[str, float]
) -> Chosen | None:
    """The likeliest candidate with its share of the likelihood; ``None`` where there is none."""
    if not candidates:
        return None
    scores = [
        sum(weights[name] * value for name, value in features.items()) for _, features in candidates
    ]
    top = max(scores)
    total = sum(math.exp(score - top) for score in scores)
    best, *rest = sorted(range(len(scores)), key=lambda n: -scores[n])
    others = [(candidates[n][0], math.exp(scores[n] - top) / total) for n in rest[:OTHERS]]
    return Chosen(candidates[best][0], 1.0 / total, tuple(others))
