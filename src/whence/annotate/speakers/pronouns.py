"""Whom a pronoun means: agreement first, then recency, subjects and the last speaker, weighed."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from whence.annotate.speakers.draft import Draft
from whence.annotate.speakers.nouns import Gender
from whence.annotate.speakers.recency import Recency, Seen
from whence.model import EntityKind

HE = frozenset({"he", "his", "him", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "their", "them", "theirs", "themselves"})
SELF = frozenset({"i", "my", "me", "we", "our", "us", "mine", "myself", "ourselves"})
YOU = frozenset({"you", "your", "yours", "y'all"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
PERSONAL = (HE | SHE) - REFLEXIVE
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


Candidate = tuple[Draft, dict[str, float]]
#: How many of those that were not chosen are remembered.
OTHERS = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """The referent a pronoun most likely means, how likely, and the next best with their shares."""

    draft: Draft
    probability: float
    others: tuple[tuple[Draft, float], ...] = ()


#: What tells for a candidate, by the sort of pronoun, in log-odds: conditional logistic regression
#: (`bench/antecedents.py`) on pronouns outside of contents in 796 articles of PolNeAR train against
#: CoreNLP's coreference, for "he" and "she" also in 292 of ECB+ against its own, which count three
#: times. Where CoreNLP differs it is mostly wrong: of 24 such cases read, two were ours.
#: "Speaks on" was set by reading, as after a quotation CoreNLP mostly takes someone else: of the 26
#: pronouns in 500 articles of PolNeAR train that it changes 19 become right and four wrong.
WEIGHTS: Mapping[Sort, Mapping[str, float]] = {
    Sort.PERSON: {
        "same sentence": 1.88,
        "previous sentence": 0.47,
        "two back": -0.56,
        "further": -1.79,
        "other passage": -0.56,
        "subject": 0.56,
        "opens sentence": 0.68,
        "last speaker": 0.18,
        "speaks on": 1.5,
        "last speaker, told of": -0.17,
        "spoke in passage": 0.24,
        "quoted only": -0.36,
        "possessive only": -0.14,
        "gender known": 0.38,
        "unnamed": -0.55,
    },
    Sort.MANY: {
        "same sentence": 1.01,
        "previous sentence": 0.39,
        "two back": -0.17,
        "further": -1.24,
        "other passage": -0.83,
        "subject": 0.44,
        "opens sentence": 1.38,
        "last speaker": 0.91,
        "spoke in passage": -0.15,
        "quoted only": -1.06,
        "possessive only": -0.44,
        "often": -0.55,
        "unnamed": -0.26,
        "plural": 2.26,
        "no speaker": -0.54,
        "document": -2.27,
    },
    Sort.THING: {
        "same sentence": 1.92,
        "previous sentence": 0.73,
        "two back": -0.38,
        "further": -2.18,
        "other passage": -1.69,
        "subject": 0.4,
        "opens sentence": 1.3,
        "last speaker": 1.79,
        "spoke in passage": -0.67,
        "quoted only": -0.02,
        "possessive only": -1.02,
        "often": -0.88,
        "unnamed": -0.04,
        "no speaker": -0.37,
        "document": 0.71,
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


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun to be resolved: its form in lower case, and the word that it is.

    `owner` is in whose words it stands, where that is known; `quoted` tells that they are quoted.
    """

    form: str
    word: int
    owner: Draft | None = None
    quoted: bool = False

    def excludes(self, draft: Draft) -> bool:
        """Whether it cannot mean that one: nobody calls himself "he" when quoted."""
        return (self.quoted and draft is self.owner) or not agrees(draft, self.form)


def weigh(recency: Recency, asked: Asked, more: Sequence[Seen] = ()) -> list[Candidate]:
    """The candidates for a pronoun, nearest first, each with what tells for it.

    `more` are candidates that are neither names nor speakers.
    """
    found: dict[int, Candidate] = {}
    known = [seen for seen in recency.before(asked.word) if not asked.excludes(seen.draft)]
    places = {seen.word for seen in known if not seen.possessive}
    known += [s for s in more if s.word not in places and not asked.excludes(s.draft)]
    known = [seen for seen in known if seen.word not in recency.own]
    for seen in sorted(known, key=lambda one: -one.word) if more else known:
        key = id(seen.draft)
        if key not in found:
            found[key] = (seen.draft, _of_first(recency, seen, asked.word, nearest=not found))
        _of_all(recency, seen, asked.word, found[key][1])
    just = _just_spoke(recency, asked, known)
    for draft, features in found.values():
        told = {
            "last speaker": draft is recency.last_speaker and recency.own,
            "speaks on": draft is recency.last_speaker and id(draft) in just,
            "last speaker, told of": draft is recency.last_speaker and not recency.own,
            "gender known": draft.gender is not None,
            "unnamed": not draft.named,
            "plural": draft.plural and asked.form in THEY,
            "no speaker": draft.kind is EntityKind.OTHER and not draft.named,
            "document": draft.kind is EntityKind.DOCUMENT,
            "own words": draft is asked.owner,
        }
        features.update((name, 1.0) for name, holds in told.items() if holds)
        features["often"] = math.log1p(recency.counts.get(id(draft), 0))
    return list(found.values())


def _just_spoke(recency: Recency, asked: Asked, known: Sequence[Seen]) -> set[int]:
    """Who spoke in the last sentence told before a quoted pronoun, and mostly goes on.

    None for epithets, which are weighed like pronouns.
    """
    quoted = recency.narration.quoted
    if recency.words.lower[asked.word] != asked.form or not any(quoted[w] for w in recency.own):
        return set()
    return {id(s.draft) for s in known if s.spoke and recency.distance(s, asked.word) <= 1}


def most_likely_person(recency: Recency, word: int, gender: Gender | None) -> Chosen | None:
    """The person whom a pronoun at `word` would most likely mean, of that gender where told."""
    forms = ("he", "she") if gender is None else (str(gender),)
    found: dict[int, Candidate] = {}
    for form in forms:
        for draft, features in weigh(recency, Asked(form, word)):
            found.setdefault(id(draft), (draft, features))
    return choose(list(found.values()), WEIGHTS[Sort.PERSON])


def _of_first(recency: Recency, seen: Seen, word: int, *, nearest: bool) -> dict[str, float]:
    distance = recency.distance(seen, word)
    where = ("same sentence", "previous sentence", "two back")
    features = {where[distance] if distance < 3 else "further": 1.0}
    if nearest:
        features["nearest"] = 1.0
    if recency.words.passage[word] != recency.words.passage[seen.word]:
        features["other passage"] = 1.0
    features["quoted only"] = 1.0
    features["possessive only"] = 1.0
    return features


def _of_all(recency: Recency, seen: Seen, word: int, features: dict[str, float]) -> None:
    words = recency.words
    if not seen.quoted:
        features.pop("quoted only", None)
    if not seen.possessive:
        features.pop("possessive only", None)
    if seen.subject and recency.distance(seen, word) <= 1:
        features["subject"] = 1.0
        if seen.word == 0 or words.sentence[seen.word - 1] != words.sentence[seen.word]:
            features["opens sentence"] = 1.0
    if seen.spoke and words.passage[word] == words.passage[seen.word]:
        features["spoke in passage"] = 1.0


def choose(candidates: Sequence[Candidate], weights: Mapping[str, float]) -> Chosen | None:
    """The likeliest candidate with its share of the likelihood; ``None`` where there is none."""
    if not candidates:
        return None
    scores = [
        sum(weights.get(name, 0.0) * value for name, value in features.items())
        for _, features in candidates
    ]
    top = max(scores)
    total = sum(math.exp(score - top) for score in scores)
    best, *rest = sorted(range(len(scores)), key=lambda n: -scores[n])
    others = [(candidates[n][0], math.exp(scores[n] - top) / total) for n in rest[:OTHERS]]
    return Chosen(candidates[best][0], 1.0 / total, tuple(others))
