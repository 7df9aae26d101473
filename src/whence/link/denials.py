"""Denials by words alone: "her claims are untrue", "it is false to suggest that he knew"."""

from collections.abc import Sequence

from whence.link.lexicon import lexicon

_REACH = 3  # words behind a negation


def calls_untrue(forms: Sequence[str]) -> bool:
    """Whether the folded words call untrue what others say.

    It takes a word for what is said ("claims", "suggest") and one for its falseness, or a negation
    before one for its truth ("do not accord with the facts").
    """
    if lexicon("allegations").isdisjoint(forms):
        return False
    if not lexicon("untrue").isdisjoint(forms):
        return True
    return any(
        form in lexicon("negations")
        and not lexicon("true").isdisjoint(forms[at + 1 : at + 1 + _REACH])
        for at, form in enumerate(forms)
    )


def of_the_denial(form: str) -> bool:
    """Whether a word belongs to the act of denying, not to what is denied."""
    return any(form in lexicon(name) for name in ("allegations", "untrue", "true"))
