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
    passive = _subject_told(words, finder, clause)
    if passive:
        return passive
    for place, index in enumerate(around):
        word = words.lower[index]
        if word in listed("telling") and index in clause.cue and place + 1 < len(around):
            found = _hearer(words, finder, index + 1, bare=True)
            if found:
                return found
        if word in {"to", "with"} and place and _leads_to_hearer(words, index - 1):
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


def _leads_to_hearer(words: Words, index: int) -> bool:
    """ "In an interview with", "spoke to", "in a statement sent to"."""
    if words.lower[index] in listed("speaking"):
        return True
    document = words.lower[max(0, index - 3) : index]
    return words.lower[index] in listed("sent") and any(w in listed("speaking") for w in document)


def _subject_told(words: Words, finder: NameFinder, clause: Clause) -> tuple[Name, ...]:
    """ "The BBC was told by an official that …": whom a passive is about."""
    for index in clause.cue:
        if index < 2 or words.lower[index] not in listed("telling"):
            continue
        be = index - 1 - (words.pos[index - 1] == "RB")
        if be < 1 or words.lower[be] not in {"was", "were", "been", "is", "are"}:
            continue
        first = be
        while first and words.sentence[first - 1] == words.sentence[be]:
            if not finder.phrase(first - 1, frozenset(range(first - 1, be))):
                break
            first -= 1
        if first < be:
            return _hearer(words, finder, first, bare=False)
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
