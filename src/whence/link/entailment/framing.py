"""A statement as the model of two statements reads it: who says it, by which word, and what."""

from typing import Final

_MOST_OF_SOURCE: Final = 80  # code points: a name and a role; what follows is a clause


def framed(source: str, cue: str, content: str) -> str:
    """One line: source and cue as printed, a colon, the content; white space is one blank each.

    An empty source or cue is left out. What the source and the cue say belongs to it: "denied"
    turns the content.
    """
    who = " ".join(source.split())[:_MOST_OF_SOURCE]
    head = " ".join(part for part in (who, " ".join(cue.split())) if part)
    said = " ".join(content.split())
    return f"{head}: {said}" if head else said
