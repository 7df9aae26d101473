"""How likely two statements say the same, by how alike they are and in what they differ."""

import math
from collections.abc import Mapping

from whence.link.differences import Difference
from whence.link.pairs import Pair

#: The log-odds that two statements say the same: a logistic regression on labelled pairs;
#: `python -m bench.same_claim` fits it and prints how right it is.
WEIGHTS: Mapping[str, float] = {
    "base": -5.90,
    "dice": 1.20,
    "within": 0.94,
    "vector": 5.85,
    "clip": 0.50,
    "run": 1.20,
    "voice": 1.17,
    "weight": 0.35,
    "numbers": 0.59,
    "days": -2.89,
    "polarity": -0.81,
    "modality": -0.49,
    "figure": -0.55,
    "uncounted": -0.22,
    "actor": 0.06,
    "elsewhere": -0.41,
    "limited": -0.41,
    "denial": -0.18,
    "clauses": 0.30,
}
#: How near in meaning two statements are held to be, by their words, where a vector is missing.
_AS_NEAR = 0.75
_LONG_RUN = 8  # words
_MUCH_WEIGHT = 30.0
_MANY_NUMBERS = 3
_MANY_DAYS = 10
_UNKNOWN_DAYS = 1.5


def signs(pair: Pair) -> Mapping[str, float]:
    """What tells whether two statements say the same, each between 0 and 1, by its name."""
    like = pair.likeness
    return {
        "base": 1.0,
        "dice": like.dice,
        "within": like.within,
        "vector": like.vector if _has_meaning(pair) else _AS_NEAR * like.dice,
        "clip": like.clip,
        "run": min(like.run, _LONG_RUN) / _LONG_RUN,
        "voice": float(pair.one.voice is not None and pair.one.voice == pair.other.voice),
        "weight": min(pair.weight, _MUCH_WEIGHT) / _MUCH_WEIGHT,
        "numbers": min(pair.numbers, _MANY_NUMBERS) / _MANY_NUMBERS,
        "days": min(_days_between(pair), _MANY_DAYS) / _MANY_DAYS,
        "polarity": _differ(pair, Difference.POLARITY, Difference.OPPOSITE),
        "modality": _differ(pair, Difference.MODALITY, Difference.ATTITUDE),
        "figure": _differ(pair, Difference.FIGURE),
        "uncounted": _differ(pair, Difference.UNCOUNTED),
        "actor": _differ(pair, Difference.ACTOR),
        "elsewhere": _differ(pair, Difference.PLACE, Difference.TIME),
        "limited": _differ(pair, Difference.EXCEPTION, Difference.WIDENED),
        "denial": float(pair.one.denied != pair.other.denied),
        "clauses": float(pair.one.is_clause and pair.other.is_clause),
    }


def _has_meaning(pair: Pair) -> bool:
    """Whether both have a vector; where one has none, the words stand in for the meaning."""
    return bool(pair.one.statement.vector) and bool(pair.other.statement.vector)


def _differ(pair: Pair, *sought: Difference) -> float:
    return float(not pair.differences.isdisjoint(sought))


def _days_between(pair: Pair) -> float:
    """Days between the two statements; a day or two where that is not known."""
    one, other = pair.one.day, pair.other.day
    return abs((one - other).days) if one and other else _UNKNOWN_DAYS


def chance_of_one_claim(pair: Pair) -> float:
    """How likely two statements say the same."""
    odds = math.fsum(WEIGHTS[name] * value for name, value in signs(pair).items())
    return 1 / (1 + math.exp(-odds))
