"""Who speaks in a headline with a colon or a dash: "Police: two men drowned", "… – minister".

The language model reads a person's name before a colon, and seldom a body, an office or a study.
A line that does not end as sentences do is taken for a headline where its one colon, or its last
dash, parts words with a verb from a speaker of at most four words: an office, a role, a body of
state or of people, a group, a study. Places, outlets and kinds of article ("Lagos:", "Analysis:")
are labels, and who is named in a list of staff ("Director: …") has no verb.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from whence.annotate.words import Words
from whence.model import Attribution
from whence.registers.countries import find_organ
from whence.registers.groups import find_group
from whence.registers.titles import TitleKind, title_head

_SPEAKING: Final = frozenset(
    {TitleKind.OFFICE, TitleKind.ROLE, TitleKind.BODY, TitleKind.COLLECTIVE}
)
_FINDINGS: Final = frozenset(
    {
        *("audit", "census", "data", "figures", "inquest", "inquiry", "investigation", "memo"),
        *("paper", "poll", "polls", "probe", "report", "reports", "research", "studies", "study"),
        *("survey", "surveys"),
    }
)
"""Documents that find something out; of the others most name what an article is."""
_KINDS: Final = frozenset({"audio", "live", "photo", "picture", "special", "video"})
"""Words before "report" with which it names what the article is."""
_DASHES: Final = frozenset({"-", "–", "—", "--"})
_ENDS: Final = frozenset({".", "!", "?", "…", "..."})
_SPEAKER: Final = 4
_LONGEST: Final = 25
"""Words of a speaker, and of a headline, at most."""
_SURE: Final = 0.9
"""Of 58 found in 700 headlines with a colon or a dash (Emergent, FNC-1, stories) 56 were read as
right, and what the other two had is left out since; lines within articles gave two, both right."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The words `[low, high)` of a line, parted by the word `mark`."""

    low: int
    mark: int
    high: int


def with_headlines(words: Words, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in reading order with those of headlines in which none was read.

    Linear in the words. Their vectors are left empty.
    """
    taken = {words.passage[index] for one in attributions for index in words.covering(one.cue)}
    lines = [line for line in _lines(words) if words.passage[line.low] not in taken]
    # What stands before a colon more than once is the label of a list or of a transcript.
    labels = Counter(words.words(line.low, line.mark) for line in lines)
    found = [
        made
        for line in lines
        if labels[words.words(line.low, line.mark)] == 1 and (made := _read(words, line))
    ]
    return tuple(sorted([*attributions, *found], key=lambda one: (one.extent, one.cue)))


def _lines(words: Words) -> Iterator[_Line]:
    """The lines that may be headlines, each with its colon or its last dash."""
    for passage in words.passages:
        inside = words.within(passage)
        if not 3 <= len(inside) <= _LONGEST or words.forms[inside[-1]] in _ENDS:
            continue
        marks = [at for at in inside[1:-1] if _parts(words, at)]
        colons = [at for at in marks if words.forms[at] == ":"]
        if len(colons) == 1:
            yield _Line(inside.start, colons[0], inside.stop)
        elif marks and not colons:
            yield _Line(inside.start, marks[-1], inside.stop)


def _parts(words: Words, at: int) -> bool:
    """Whether a word is a colon before a blank, or a dash between blanks."""
    span, form = words.tokens[at].span, words.forms[at]
    after = words.text[span.end : span.end + 1].isspace()
    return after and (form == ":" or (form in _DASHES and words.text[span.start - 1].isspace()))


def _read(words: Words, line: _Line) -> Attribution | None:
    before, after = (line.low, line.mark), (line.mark + 1, line.high)
    is_colon = words.forms[line.mark] == ":"
    for source, content in ((before, after), (after, before)) if is_colon else ((after, before),):
        if _can_speak(words, *source, named=is_colon) and _tells(words, *content):
            return Attribution(
                source=(words.span(source[0], source[1] - 1),),
                cue=(words.tokens[line.mark].span,),
                content=(words.span(content[0], content[1] - 1),),
                confidence=_SURE,
            )
    return None


def _can_speak(words: Words, low: int, high: int, *, named: bool) -> bool:
    """Whether words are a speaker; after a dash a name is as often the outlet's."""
    if high - low > _SPEAKER or words.pos[low] == "CC" or _has_verb(words, low, high):
        return False
    if any(words.lower[index] in _KINDS for index in range(low, high - 1)):
        return False
    name = words.words(low, high)
    # "Minister" with a capital is a title before a name, where no headline's first word stands.
    titles = (title_head(name), title_head(name.lower()))
    if any(title is not None and title.kind in _SPEAKING for title in titles):
        return True
    if words.lower[high - 1] in _FINDINGS:
        return True
    return named and (find_group(name) is not None or find_organ(name) is not None)


def _tells(words: Words, low: int, high: int) -> bool:
    return high - low > 2 and _has_verb(words, low, high)


def _has_verb(words: Words, low: int, high: int) -> bool:
    return any(words.pos[index].startswith("VB") for index in range(low, high))
