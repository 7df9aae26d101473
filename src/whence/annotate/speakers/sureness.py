"""How often each rule names the right speaker, as measured, and how sure that makes a statement."""

from collections.abc import Mapping

from whence.annotate.speakers.pronouns import Sort

#: Where the best candidate is no likelier than this a pronoun's speaker is unknown. Chosen on the
#: folds of `bench/antecedents.py` and on the labels *tune* of `bench/speakers.py`.
PRONOUN_FLOORS: Mapping[Sort, float] = {Sort.PERSON: 0.5, Sort.MANY: 0.6, Sort.THING: 0.6}

#: Right speakers by rule, as (right + 1) / (all + 2), on the 158 hand-labelled sources of PolNeAR
#: dev (`bench/speakers.py`, gold attributions, silver names), which were also looked at while the
#: rules were written. Rules of one sort with few cases are counted together; those that the labels
#: do not hold take the figure of the nearest weaker sort; described antecedents of relative clauses
#: that of 24 read in PolNeAR train, 18 of them right. What a pronoun's rule says is multiplied by
#: the likelihood of the candidate. Of the labelled "he" and "she" of *dev* and *tune* one is wrong;
#: pronouns stay below 0.9 all the same, as those of "they" and "it" are wrong more often.
_NAMED = 0.97
_AS_PRINTED = 0.96
_TAKEN_UP = 0.90
_LESS = 0.80
MEASURED: dict[str, float] = {
    "name": _NAMED,
    "name in apposition": _NAMED,
    "antecedent, named": _TAKEN_UP,
    "named organisation": 0.85,
    "named group": _TAKEN_UP,
    "named other": _LESS,
    "named place": 0.70,
    "surname of several, the first named": _LESS,
    "given name": _LESS,
    "metonym": _AS_PRINTED,
    "organ of a state": _AS_PRINTED,
    "joint": _AS_PRINTED,
    "collective": _AS_PRINTED,
    "possessed": _AS_PRINTED,
    "unnamed": _AS_PRINTED,
    "antecedent, described": 0.75,
    "described before": _TAKEN_UP,
    "described in passing": _TAKEN_UP,
    "described before, nearest": _LESS,
    "role": _TAKEN_UP,
    "broader role": _LESS,
    "role, nearest of several": _LESS,
    "epithet": _LESS,
    "body by its noun": _TAKEN_UP,
    "the only body": 0.70,
    "body by epithet": _LESS,
    "new description": 0.60,
    "pronoun person": 0.89,
    "pronoun many": 0.60,
    "pronoun thing": 0.60,
    "speaker of the words around": _TAKEN_UP,
    "subject of the sentence, who spoke": _TAKEN_UP,
    "subject of the sentence": _LESS,
    "quotation goes on": _TAKEN_UP,
    "quotation goes on in the next paragraph": _LESS,
}
_UNMEASURED = 0.60


def how_sure(why: str, probability: float) -> float:
    """The probability that a speaker found by the rule `why` is right.

    `probability` is the likelihood of the chosen candidate where the rule weighs several, else 1.
    """
    return MEASURED.get(why, _UNMEASURED) * probability
