"""What a person decided about two articles, over what a machine finds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What a person may decide about two articles."""

    SAME_STORY = "same story"
    OTHER_STORY = "other story"
    REPRINT = "reprint"
    NOT_REPRINT = "not reprint"
    OPEN = "open"  # takes back what was decided: the machine decides again


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision of a person: `article` and `other` are ids, and `at` is in UTC.

    `article` tells the same story as `other`, or another one; it is a reprint of `other`, or
    neither of the two owes the other anything.
    """

    verdict: Verdict
    article: str
    other: str
    who: str
    at: datetime
    why: str

    def of(self, article: str) -> str:
        """The id of the other article of the two."""
        return self.other if article == self.article else self.article
