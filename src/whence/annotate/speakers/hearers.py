"""Those who are told: the subject of a passive of telling hears, and "by" names who speaks."""

from collections.abc import Container, Sequence

from whence.annotate.words import Words

_TOLD = frozenset({"told", "informed", "assured", "briefed", "notified"})
_BEING = frozenset({"was", "were", "been", "being", "is", "are", "be"})
_CONTENT = frozenset({"that", "to", "how", "why", "whether"})
#: "by" stands at the end of the cue or within so many words of it.
_NEAR = 3
_LONGEST = 12


def is_told(words: Words, cue: Sequence[int]) -> bool:
    """Whether the source of a cue hears: "the BBC was told by an official that …"."""
    forms = [words.lower[index] for index in cue]
    return not _TOLD.isdisjoint(forms) and not _BEING.isdisjoint(forms[:-1])


def teller(words: Words, cue: Sequence[int], said: Container[int]) -> range:
    """The words after "by" that name who told; empty where there is none. `said` are contents."""
    near = range(cue[-1], min(cue[-1] + _NEAR, len(words)))
    first = next((at + 1 for at in near if words.lower[at] == "by"), len(words))
    end = first
    while (
        end < len(words)
        and end - first < _LONGEST
        and words.sentence[end] == words.sentence[first - 1]
        and words.lower[end] not in _CONTENT
        and end not in said
    ):
        end += 1
    return range(first, end)
