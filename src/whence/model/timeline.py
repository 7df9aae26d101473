"""The days that a story turns on."""

from dataclasses import dataclass
from datetime import date

from whence.model.span import Span


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """A day that the reports of a story come back to, with one sentence that tells of it.

    `span` is that sentence, verbatim in the text of `article`; `words` are the words in it that
    name the day, ``None`` where only the day of publication dates it. `articles` counts the
    articles that name the day, `score` ranks the days within the story.
    """

    day: date
    article: str
    span: Span
    words: Span | None
    articles: int
    score: float
