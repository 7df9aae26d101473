"""Who was mentioned before a place in the text, nearest first."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from whence.annotate.speakers.draft import Draft
from whence.annotate.speakers.naming import Roll
from whence.annotate.speakers.narration import Narration
from whence.annotate.words import Words
from whence.model import Attribution

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: How far back a pronoun or description may reach: passages and sentences of the telling, and
#: mentions looked at.
_PASSAGES = 3
_SENTENCES = 8
_MENTIONS = 60


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention of a referent as it weighs for what follows.

    `subject`: it stands as the subject of a clause; `quoted`: inside someone's words;
    `possessive`: it only owns or narrows something; `spoke`: it is the source of an attribution.
    """

    word: int
    draft: Draft
    subject: bool = False
    quoted: bool = False
    possessive: bool = False
    spoke: bool = False


@dataclass(slots=True, eq=False)
class Recency:
    """The mentions so far in the order of the text; earlier ones may be added late."""

    words: Words
    narration: Narration
    seen: list[Seen] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)
    last_speaker: Draft | None = None
    #: The words whose speaker is being looked for; whom they name is someone else.
    own: frozenset[int] = frozenset()
    #: Whether these words ask: who asks is not the one who answers next.
    asks: bool = False

    def add(self, seen: Seen) -> None:
        """Add a mention where it belongs; nearly always at the end."""
        at = len(self.seen)
        while at and self.seen[at - 1].word > seen.word:
            at -= 1
        self.seen.insert(at, seen)
        self.counts[id(seen.draft)] = self.counts.get(id(seen.draft), 0) + 1

    def before(self, word: int) -> Iterator[Seen]:
        """The mentions before `word` within reach, nearest first."""
        told = self.narration
        passage, sentence = told.passage[word], told.sentence[word]
        at = bisect_left(self.seen, word, key=_word)
        for seen in self.seen[max(0, at - _MENTIONS) : at][::-1]:
            if passage - told.passage[seen.word] > _PASSAGES:
                return
            if sentence - told.sentence[seen.word] > _SENTENCES:
                return
            yield seen

    def distance(self, seen: Seen, word: int) -> int:
        """How many sentences of the telling lie from a mention to `word`; 0 in the same one."""
        return self.narration.sentence[word] - self.narration.sentence[seen.word]


def _word(seen: Seen) -> int:
    return seen.word


def owners_of_content(words: Words, attributions: Sequence[Attribution]) -> dict[int, int]:
    """For each word inside a content, the number of the attribution; the innermost of nested."""
    owners: dict[int, int] = {}
    sized = sorted(
        (
            (len(piece), number, piece)
            for number, one in enumerate(attributions)
            for piece in one.content
        ),
        reverse=True,
    )
    budget = 8 * len(words) + 1000  # nested without end would cost the square of the text
    for _, number, piece in sized:
        inside = words.within(piece)
        budget -= len(inside)
        if budget < 0:
            break
        for index in inside:
            owners[index] = number
    return owners


def mentions_seen(roll: Roll, owners: dict[int, int]) -> list[Seen]:
    """The named mentions of an article as they weigh for what follows."""
    found: list[Seen] = []
    words = roll.words
    for mention, draft in zip(roll.mentions, roll.holders, strict=True):
        indices = words.within(mention.span)
        if draft is None or not indices:
            continue
        first, end = indices.start, indices.stop
        while end - 1 > first and words.pos[end - 1] == "POS":
            end -= 1
        # what only narrows a noun is no subject either: "Harrow County deputies said"
        possessive = end < len(words) and words.pos[end] in {"POS", "NN", "NNS"}
        found.append(
            Seen(
                word=first,
                draft=draft,
                subject=not possessive and is_subject(words, first, end),
                quoted=first in owners,
                possessive=possessive,
            )
        )
    return found


def is_subject(words: Words, first: int, end: int) -> bool:
    """Whether the name from word `first` to before `end` looks like the subject of a clause."""
    before = first - 1
    while before >= 0 and words.pos[before] in {"NNP", "NN", "JJ", "DT", "POS"}:
        if words.sentence[before] != words.sentence[first]:
            break
        before -= 1
    same = before >= 0 and words.sentence[before] == words.sentence[first]
    if same and words.pos[before] in {"IN", "TO", "VB", "VBG"}:
        return words.lower[before] in {
            "that",
            "as",
            "because",
            "if",
            "while",
            "although",
            "after",
        } and (_verb_follows(words, end))
    return _verb_follows(words, end) or not same


def _verb_follows(words: Words, end: int) -> bool:
    at = end
    while at < len(words) and words.pos[at] == "RB":
        at += 1
    return at < len(words) and words.pos[at] in _FINITE
