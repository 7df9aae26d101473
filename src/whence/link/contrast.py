"""Reports that set two speakers against each other: "A insists …, but B says …".

The writer's own "but" or "however" between two statements of different speakers on one matter is
evidence that the report holds them for opposed, with the report as its source. It is weaker than a
verb of contradiction, so one of the two has to be kept at a distance ("insists", "claimed"), and
one has to speak of the other, or both of one person or body.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from whence.link.lexicon import lexicon
from whence.link.said import Said
from whence.link.verdict import Finding
from whence.link.words import fold, words
from whence.model import Annotated, EntityKind, Passage, RelationKind, Span, hull
from whence.registers.countries import demonym

REASON = "contrast in the report"
#: Of the seven that it found in 772 articles of giveme5w1h, hscluster, wikinews_medium and PolNeAR
#: dev (2026-11-21) five were read as right. Taking words in common, or a place, for one matter
#: found two more, both wrong; asking no distance, 47 more, of which four were right.
_SURE = 0.7
_LEAST_WORDS = 3
_OPENS = 2  # words at the beginning of a sentence among which "however" stands


def contrast_findings(members: Sequence[Annotated], said: Sequence[Said]) -> list[Finding]:
    """A contradiction for each "but" by which an article opposes two known speakers.

    The two statements stand in one sentence with the word between them, or in neighbouring
    sentences of which the second begins with it.
    """
    by_article: dict[str, dict[str, Said]] = defaultdict(dict)
    for one in said:
        by_article[one.article.id].setdefault(one.id, one)
    return [
        found
        for member in sorted(members, key=lambda member: member.article.id)
        for found in _of_article(member, by_article[member.article.id])
    ]


def _of_article(member: Annotated, said: Mapping[str, Said]) -> Iterator[Finding]:
    text = member.article.text
    starts = [sentence.start for sentence in member.sentences]
    in_sentence: dict[int, list[Said]] = defaultdict(list)
    for one in said.values():
        in_sentence[bisect_right(starts, hull(one.statement.content).start) - 1].append(one)
    for number, here in sorted(in_sentence.items()):
        if number < 0:
            continue
        sentence = member.sentences[number]
        ordered = sorted(here, key=_start)
        for at, later in enumerate(ordered):
            for earlier in ordered[:at]:
                if _contrasts(text, _end(earlier), _start(later)):
                    yield from _opposed(earlier, later, sentence)
        if _contrasts(text, sentence.start, sentence.end):
            for later in ordered:
                for earlier in in_sentence.get(number - 1, ()):
                    yield from _opposed(earlier, later, sentence)


def _start(one: Said) -> int:
    return hull(one.statement.content).start


def _end(one: Said) -> int:
    return hull(one.statement.content).end


def _contrasts(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` begin with one that sets against what was before."""
    forms = [fold(form) for form, _ in words(text, start, end)]
    return not lexicon("contrast").isdisjoint(forms[:_OPENS])


def _opposed(earlier: Said, later: Said, sentence: Span) -> Iterator[Finding]:
    if earlier.speaker is None or later.speaker is None or earlier.voice == later.voice:
        return
    if min(len(earlier.forms), len(later.forms)) < _LEAST_WORDS:
        return
    common = earlier.things.keys() & later.things.keys() - {earlier.voice, later.voice}
    one_matter = any(
        EntityKind.PLACE not in (earlier.things[key], later.things[key]) for key in common
    )
    names_him = earlier.voice in _named(later) or later.voice in _named(earlier)
    distant = any(_at_a_distance(one) for one in (earlier, later))
    if not (distant and (one_matter or names_him)):
        return
    shown = Passage(later.article.id, sentence)
    words_of = f"the report itself sets {later.who} against {earlier.who}"
    yield Finding(RelationKind.CONTRADICTS, later, earlier, REASON, words_of, _SURE, shown)


def _named(one: Said) -> set[str]:
    """Whom the content names, also by an adjective alone: "Russian bombing"."""
    return {*one.things, *(f"gov:{code}" for form in one.forms if (code := demonym(form.title())))}


def _at_a_distance(one: Said) -> bool:
    """Whether the report keeps its distance: "insists", "claimed", "believe"."""
    text = one.article.text
    cues = [
        fold(form) for span in one.statement.cue for form, _ in words(text, span.start, span.end)
    ]
    return not lexicon("holding").isdisjoint(cues)
