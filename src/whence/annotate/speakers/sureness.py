"""How often each rule names the right speaker, as measured, and how sure that makes a statement."""

#: Below this likelihood of the best candidate a pronoun's speaker is unknown.
PRONOUN_FLOOR = 0.55

MEASURED: dict[str, float] = {}


def how_sure(why: str, probability: float) -> float:
    """The probability that a speaker found by the rule `why` is right."""
    return MEASURED.get(why, 0.7) * probability
