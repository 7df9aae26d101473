"""Notes in which an outlet corrects its own report."""

import re

_REPORT = r"(?:article|story|report|post|piece|page|column|headline|caption|transcript)"
_DONE = r"(?:was|has been|had been) (?:\w+ )?(?:corrected|amended|edited|clarified|updated)"
# A label may carry a day before its colon, as in "Clarification, March 16".
_LABEL = r"(?:corrections?|clarifications?|amendments?|erratum|errata|berichtigung|korrektur)"
_OPENING = re.compile(
    rf"{_LABEL}\b[^:\n]{{0,40}}:"
    r"|editor['’]?s['’]? note\b[^:\n]{0,40}:(?=.*\bversion\b)"
    rf"|(?:an?|the) (?:earlier|previous|original|initial|prior) version of this {_REPORT}\b"
    rf"|this {_REPORT} {_DONE}\b",
    re.IGNORECASE,
)


def is_correction(words: str) -> bool:
    """Whether a paragraph opens as a correction: what it quotes is the outlet's own error."""
    return _OPENING.match(words.strip()) is not None
