"""Readings written by hand: a text with its sources, cues, contents and names marked in it.

``{S …}``, ``{C …}`` and ``{X …}`` mark source, cue and content; ``<P …>``, ``<O …>``, ``<L …>`` and
``<G …>`` names of people, organisations, places and groups. Roles in one sentence make one
attribution; a digit (``{S2 …}``) puts a role to that attribution wherever it stands. Blank lines
part the paragraphs. Parts of speech come from a few rules and the words below, as a reader would
tag them.
"""

import re
from dataclasses import dataclass

from whence.annotate.annotator import Annotator
from whence.model import (
    Annotated,
    Article,
    Attribution,
    Basis,
    Block,
    BlockKind,
    EntityKind,
    Mention,
    Moment,
    Outlet,
    Precision,
    Provenance,
    Reading,
    Referent,
    Span,
    Statement,
    Token,
)

#: A Wednesday.
WRITTEN = Moment("2031-05-14", Precision.DAY, Basis.METADATA)

_KINDS = {
    "P": EntityKind.PERSON,
    "O": EntityKind.ORGANISATION,
    "L": EntityKind.PLACE,
    "G": EntityKind.GROUP,
}
_MARK = re.compile(r"\{(?P<role>[SCX])(?P<number>\d*) |<(?P<kind>[POLG]) |(?P<end>[}>])")
_WORD = re.compile(
    r""
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Sen|Rep|Gov|Col|Prof|Oct|Sept|Jr|Sr)\."
    r"|n't\b|['’]s\b|''|``"
    r"|\w+(?:-\w+)*(?=n't\b)|\w+(?:[-.]\w+)*|--|[^\w\s]"
)
_TAGS = {
    "DT": "the a an this that these those no every each another both all",
    "IN": "of in on at by for with from into about after before during against between over under "
    "if because while as since until near than through via although that_ whether unless like",
    "TO": "to",
    "CC": "and or but nor &",
    "PRP": "he she it they i we you him them us me himself",
    "PRP$": "his her its their my our your",
    "WP": "who whom what",
    "WDT": "which",
    "MD": "will would may might could should must can shall ca wo",
    "VBD": "said told was were had did went came took began saw knew thought wrote met gave made "
    "found felt held left led put spoke fell broke kept sent stood swore read",
    "VBZ": "is has does says tells says's shows",
    "VBP": "are have do say am believe fear expect think want know",
    "VB": "be go see confirm deny comment take come make open close rebuild leave attack resign "
    "pull discuss reopen strike say withdraw send consider act pay help stop contradict",
    "VBN": "been done gone seen taken known given written sworn",
    "RB": "not n't never later also now then today yesterday only already yet again still soon "
    "however meanwhile instead late early reportedly allegedly",
    "JJ": "senior former new foreign prime joint several many some other such local last next "
    "last-minute ready likely possible armed main military economic interim state "
    "unable willing confident sceptical sympathetic outraged "
    "written first second recent independent "
    "strong more most few earlier free fresh unnamed top young old",
    "CD": "one two three four five six seven eight nine ten dozens twelve",
    "EX": "there",
    "WRB": "when where why how",
    "NNS": "officials reporters ministers police people talks troops rebels residents figures data "
    "journalists aides allies lawmakers experts sources forces "
    "authorities critics analysts records "
    "voters dozens_ remarks families doctors",
    "NN": "press news conference spokesman spokeswoman minister mayor statement agency ministry "
    "official government denial rally interview week month year "
    "reporter television thing morning evening fear",
}
_TAG_OF = {word.rstrip("_"): tag for tag, words in _TAGS.items() for word in words.split()}
_MARKS = {",": ",", ".": ".", "?": ".", "!": ".", ":": ":", ";": ":", "--": ":", "–": ":", "—": ":"}
_MARKS |= {"(": "-LRB-", ")": "-RRB-", "“": "``", "”": "''", '"': "''", "'s": "POS", "’s": "POS"}


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and the reading that the marks say."""

    text: str
    reading: Reading
    passages: tuple[Span, ...]


@dataclass(frozen=True)
class Result:
    """An annotation, asked in the words of a test."""

    annotated: Annotated

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self.annotated.statements

    def speaker(self, number: int = 0) -> Referent | None:
        wanted = self.statements[number].speaker
        return next((one for one in self.annotated.referents if one.id == wanted), None)

    def referent(self, id_: str) -> str:
        return next(one.name for one in self.annotated.referents if one.id == id_)

    def name(self, number: int = 0) -> str | None:
        speaker = self.speaker(number)
        return speaker.name if speaker else None

    def names(self) -> list[str | None]:
        return [self.name(number) for number in range(len(self.statements))]

    def why(self, number: int = 0) -> str:
        return self.statements[number].speaker_why

    def told(self, number: int = 0) -> list[str]:
        return [name.name for name in self.statements[number].told]

    def venue(self, number: int = 0) -> list[str]:
        return [name.name for name in self.statements[number].venue]

    def via(self, number: int = 0) -> list[str]:
        return [name.name for name in self.statements[number].via]

    def said(self, number: int = 0) -> str | None:
        said = self.statements[number].said
        return said.value if said else None


class _Given:
    """A language model that has read one text already."""

    digest = "given"

    def __init__(self, marked: Marked) -> None:
        self._marked = marked

    def read(self, text: str, _: object) -> Reading:
        assert text == self._marked.text
        return self._marked.reading


def annotate(source: str, *, published: Moment | None = WRITTEN) -> Result:
    """The annotation of a marked text."""
    return annotate_marked(parse(source), published=published)


def annotate_marked(marked: Marked, *, published: Moment | None = WRITTEN) -> Result:
    """The annotation of a marked text that is parsed already."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, span) for span in marked.passages)
    article = Article(
        id="art-test",
        outlet=Outlet("Tolm Observer"),
        title=None,
        text=marked.text,
        blocks=blocks,
        provenance=Provenance("-", "text", "0"),
        published=published,
        language="en",
    )
    return Result(Annotator(_Given(marked)).annotate(article))


def parse(source: str) -> Marked:
    """The text and reading that a marked source says."""
    text, opened, roles, mentions = "", [], [], []
    last = 0
    for mark in _MARK.finditer(source):
        text += source[last : mark.start()]
        last = mark.end()
        if not mark["end"]:
            opened.append((mark, len(text)))
            continue
        opener, start = opened.pop()
        if opener["kind"]:
            mentions.append(Mention(Span(start, len(text)), _KINDS[opener["kind"]], 0.9))
        else:
            roles.append((opener["role"], opener["number"], Span(start, len(text))))
    text += source[last:]
    passages = tuple(
        span for found in re.finditer(r"[^\n]+", text) if (span := Span(*found.span()).trim(text))
    )
    tokens = _tokens(text)
    sentences = _sentences(text, passages, tokens)
    attributions = _attributions(roles, sentences)
    reading = Reading(tokens, sentences, attributions, tuple(sorted(mentions, key=_start)))
    return Marked(text, reading, passages)


def _start(mention: Mention) -> int:
    return mention.span.start


def _tokens(text: str) -> tuple[Token, ...]:
    found: list[Token] = []
    ends = True
    for match in _WORD.finditer(text):
        word = match.group()
        found.append(Token(Span(*match.span()), _tag(word, found, opens=ends)))
        ends = word in {".", "?", "!"} or (ends and word in {"“", '"'})
    return tuple(found)


def _tag(word: str, before: list[Token], *, opens: bool) -> str:
    lower = word.lower()
    previous = before[-1].pos if before else ""
    known = _known(lower, previous)
    if known and (opens or word[0].islower() or not word[0].isalpha() or word == "I"):
        return known
    if word[0].isupper():
        return "NNPS" if lower.endswith(("ans", "ats", "als")) else "NNP"
    modal = previous == "RB" and len(before) > 1 and before[-2].pos == "MD"
    return "VB" if modal or previous in {"TO", "MD"} else _by_ending(lower, previous)


def _known(lower: str, previous: str) -> str | None:
    """The tag of a mark, a number or a word of the list, as the word before it decides."""
    if lower in _MARKS or lower[0].isdigit():
        return _MARKS.get(lower, "CD")
    if lower == "that" and previous in {"VBD", "VBZ", "VBP", "VBG", "NN", "NNP", "NNS"}:
        return "IN"
    known = _TAG_OF.get(lower)
    if known in {"VBD", "VBZ"} and previous in {"VBZ", "VBP"} and lower not in {"is", "has"}:
        return "VBN"
    return known


def _by_ending(lower: str, previous: str) -> str:
    if lower.endswith("ly"):
        return "RB"
    if lower.endswith("ing"):
        return "VBG"
    if lower.endswith("ed"):
        return "VBN" if previous in {"VBD", "VBZ", "VBP", "VB", "NNS", "NN"} and previous else "VBD"
    if lower.endswith("s") and previous in {"NNP", "PRP"} and not lower.endswith("ss"):
        return "VBZ"
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return "NNS"
    return "JJ" if lower.endswith(("al", "ous", "ive", "ish", "backed", "led")) else "NN"


def _sentences(
    text: str, passages: tuple[Span, ...], tokens: tuple[Token, ...]
) -> tuple[Span, ...]:
    found: list[Span] = []
    for passage in passages:
        start = passage.start
        inside = [token.span for token in tokens if passage.contains(token.span)]
        for number, span in enumerate(inside):
            following = inside[number + 1] if number + 1 < len(inside) else None
            closes = span.of(text) in {".", "?", "!"}
            if following and following.of(text) in {"”", '"'}:
                closes = False
            if span.of(text) in {"”", '"'} and number and inside[number - 1].of(text) in ".?!":
                closes = following is not None and text[following.start].isupper()
            if closes or following is None:
                found.append(Span(start, span.end))
                start = following.start if following else span.end
    return tuple(found)


def _attributions(
    roles: list[tuple[str, str, Span]], sentences: tuple[Span, ...]
) -> tuple[Attribution, ...]:
    grouped: dict[str, dict[str, list[Span]]] = {}
    for role, number, span in roles:
        sentence = next(
            n for n, one in enumerate(sentences) if one.contains(span) or one.overlaps(span)
        )
        key = f"numbered {number}" if number else f"sentence {sentence}"
        grouped.setdefault(key, {"S": [], "C": [], "X": []})[role].append(span)
    made = [
        Attribution(*(tuple(sorted(parts[role])) for role in "SCX"), 0.9)
        for parts in grouped.values()
    ]
    return tuple(sorted(made, key=lambda one: one.extent.start))
