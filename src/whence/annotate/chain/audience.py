"""Whom a statement was told to."""

from whence.annotate.chain.lists import listed
from whence.annotate.chain.names import NameFinder
from whence.annotate.clause import Clause
from whence.annotate.words import Words
from whence.model import Name
from whence.registers import audience_noun


def told_whom(words: Words, finder: NameFinder, clause: Clause) -> tuple[Name, ...]:
    """The audience named in a cue's clause: "told the X agency", "in an interview with X"."""
    around = clause.around
    for place, index in enumerate(around):
        word = words.lower[index]
        if word in listed("telling") and index in clause.cue and place + 1 < len(around):
            found = _hearer(words, finder, index + 1, bare=True)
            if found:
                return found
        if word in {"to", "with"} and place and words.lower[index - 1] in listed("speaking"):
            found = _hearer(words, finder, index + 1, bare=False)
            if found:
                return found
        if (
            word in {"by", "on", "for"}
            and place
            and words.lower[index - 1] in {"interviewed", "interview"}
        ):
            found = _hearer(words, finder, index + 1, bare=False)
            if found:
                return found
    return ()


def _hearer(words: Words, finder: NameFinder, start: int, *, bare: bool) -> tuple[Name, ...]:
    """The names in the phrase that begins at `start`, else the noun for an audience.

    With `bare`, any hearer counts; else only names and nouns that are known to be audiences.
    """
    if start >= len(words) or words.lower[start] in listed("pronouns"):
        return ()
    phrase = finder.phrase(start)
    if not phrase:
        return ()
    names = finder.names_in(phrase)
    if names:
        return tuple(names)
    head = next((i for i in reversed(phrase) if words.pos[i] in {"NN", "NNS", "NNP", "NNPS"}), None)
    if head is None:
        return ()
    known = audience_noun(words.lower[head]) is not None or words.pos[head] in {"NNP", "NNPS"}
    if not known and not bare:
        return ()
    kept = (
        phrase[1:] if words.lower[phrase[0]] in {"a", "an", "the"} and len(phrase) > 1 else phrase
    )
    return (finder.name(finder.without_marks(words.span(kept[0], kept[-1]))),)
