"""Speakers that are carried over: words without a source that go on from a speaker before."""

from dataclasses import dataclass, field

from whence.annotate.speakers.descriptions import Found
from whence.annotate.speakers.draft import Draft
from whence.annotate.speakers.metonyms import Metonyms
from whence.annotate.speakers.recency import Recency
from whence.annotate.words import Words
from whence.model import Attribution

_OPENING = frozenset("\"“„«‘'`")
_PASSIVE = frozenset({"was", "were", "is", "are", "been", "be", "being", "'s"})
_IMPERSONAL = frozenset(
    {
        "reportedly",
        "allegedly",
        "supposedly",
        "purportedly",
        "apparently",
        "seems",
        "seemed",
        "appears",
        "appeared",
        "seem",
        "appear",
        "looks",
        "looked",
        "look",
        "sounds",
        "sounded",
    }
)


#: A name after one of these is an object, no subject.
_GOVERNING = frozenset({"IN", "TO", "VB", "VBG", "VBD", "VBN", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Turn:
    """An attribution that was read, and who spoke it."""

    attribution: Attribution
    speaker: Draft | None
    quoted: bool


@dataclass(slots=True, eq=False)
class Carried:
    """The turns of an article so far."""

    words: Words
    metonyms: Metonyms
    recency: Recency
    turns: list[Turn] = field(default_factory=list)

    def add(self, turn: Turn) -> None:
        """Add a turn; words inside someone's words do not make a last speaker."""
        self.turns.append(turn)
        if not turn.quoted and turn.speaker is not None:
            self.recency.last_speaker = turn.speaker

    def speaker_of(self, one: Attribution, cue: list[int]) -> Found:
        """Who speaks where no source is named; ``None`` for the passive and the unclear."""
        if cue and self._is_impersonal(cue):
            return Found(None, "no source: passive or impersonal")
        if cue:
            return self._of_cue(cue)
        return self._of_quotation(one)

    def _is_impersonal(self, cue: list[int]) -> bool:
        forms = {self.words.lower[index] for index in cue}
        if forms & _IMPERSONAL:
            return True
        tags = {self.words.pos[index] for index in cue}
        before = self.words.lower[cue[0] - 1] if cue[0] else ""
        return "VBN" in tags and bool(forms & _PASSIVE or before in _PASSIVE)

    def _of_cue(self, cue: list[int]) -> Found:
        """A participle ("adding that …") or a second verb has the subject of what stands before."""
        first = cue[0]
        tag = self.words.pos[first]
        found = self._named_before(first) if tag in {"VBD", "VBZ", "VBP"} else None
        if found is not None:
            return found
        before = self.words.lower[first - 1] if first else ""
        joined = before in {"and", "but", "then"} or (before == "," and tag in {"VBD", "VBZ"})
        if tag != "VBG" and not joined:
            return Found(None, "no source")
        sentence = self.words.sentence[first]
        for turn in reversed(self.turns[-6:]):
            anchor = turn.attribution.source or turn.attribution.cue
            if turn.speaker is None or turn.quoted or not anchor:
                continue
            at = self.words.at(anchor[0].start)
            if at < len(self.words) and self.words.sentence[at] == sentence and at < first:
                return Found(turn.speaker, "subject of the sentence, who spoke")
        for seen in self.recency.before(first):
            if self.words.sentence[seen.word] != sentence:
                break
            if seen.subject and not seen.quoted:
                return Found(self.metonyms.of_place(seen.draft), "subject of the sentence")
        return Found(None, "no source")

    def _named_before(self, cue: int) -> Found | None:
        """The name right before a finite verb is its subject, marked as a source or not."""
        roll = self.metonyms.roll
        at = cue - 1
        while at >= 0 and self.words.pos[at] == "RB":
            at -= 1
        named = (
            roll.at(at) if at >= 0 and self.words.sentence[at] == self.words.sentence[cue] else None
        )
        if named is None or named[1] is None:
            return None
        first = self.words.within(named[0].span).start
        if first and self.words.pos[first - 1] in _GOVERNING:
            return None
        return Found(self.metonyms.of_place(named[1]), "subject of the sentence")

    def _of_quotation(self, one: Attribution) -> Found:
        """A quotation that follows another in the same or the next paragraph goes on with it."""
        text = self.words.text
        start = one.content[0].start
        if text[start] not in _OPENING and text[max(0, start - 1)] not in _OPENING:
            return Found(None, "no source")
        here = self.words.passage_number(start)
        for turn in reversed(self.turns[-4:]):
            if turn.quoted:
                continue
            piece = turn.attribution.extent
            there = self.words.passage_number(piece.end - 1)
            if here - there > 1 or turn.speaker is None:
                break
            if not self._has_quotation(turn.attribution):
                break
            why = (
                "quotation goes on" if here == there else "quotation goes on in the next paragraph"
            )
            return Found(turn.speaker, why)
        return Found(None, "quotation without a source")

    def _has_quotation(self, one: Attribution) -> bool:
        text = self.words.text
        return any(
            text[piece.start] in _OPENING or text[max(0, piece.start - 1)] in _OPENING
            for piece in one.content
        )
