"""The words and marks of a text as parallel columns, fine enough to read numbers and dates."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from whence.model import Span


def word_list(text: str) -> tuple[str, ...]:
    """The words of `text`, which a table of many words is easier to read as."""
    return tuple(text.split())


# Words of letters come first because most are, and none begins as the others do.
_WORD = re.compile(
    r"""
      o['’]clock(?!\w)
    | [^\W\d_]+
    | \d{4}-\d{2}-\d{2}(?!\d)                       # 2015-09-30
    | \d{1,2}([/.])\d{1,2}\1\d{4}(?!\d)             # 30.9.2015, 9/30/2015
    | \d{1,2}:\d{2}(?::\d{2})?(?!\d)                # 10:35
    | \d+(?:st|nd|rd|th|s)(?!\w)                    # 3rd, 1990s
    | \d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)   # 1 234 with spaces that do not break
    | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)            # 1,234.5
    | \d+(?:\.\d+)?
    | ['’‘`]\d{2}s?(?!\w)                           # '98, '80s
    | ['’]s(?!\w)
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENDS = frozenset(".!?")
_MOST_CLOSING = 5  # quotation marks and brackets after the end of a sentence
_CLOSING = frozenset("\"'”’)]»")
_MAY_END = _ENDS | _CLOSING
#: Abbreviations whose full stop does not end a sentence.
_ABBREVIATED = frozenset(
    word_list(
        "mr mrs ms dr gen lt col sgt maj capt rev sen rep gov st jan feb mar apr jun jul "
        "aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun co corp inc "
        "ltd no vs etc"
    )
)


@dataclass(frozen=True, slots=True)
class Scan:
    """The words of some passages in reading order.

    `starts` and `ends` are code points, `written` the words as printed, `forms` the words in
    lower case with straight apostrophes; `capital` tells whether a word begins with a capital
    letter. `fresh` marks a word that begins a passage or paragraph, which no expression runs into;
    `opens` one that begins a sentence.
    """

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)
    fresh: list[bool] = field(default_factory=list)
    opens: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.starts)

    def glued(self, i: int) -> bool:
        """Whether there is a word `i` that follows the one before it without white space."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]

    def form(self, i: int) -> str:
        """The lower-cased word `i`, empty where there is none."""
        return self.forms[i] if 0 <= i < len(self.forms) else ""

    def span(self, first: int, end: int) -> Span:
        """From the start of word `first` to the end of word `end - 1`."""
        return Span(self.starts[first], self.ends[end - 1])


def scan(text: str, passages: Iterable[Span]) -> Scan:
    """The words of `passages`, whose offsets are clipped to `text`; linear in their length."""
    words = Scan()
    for passage in passages:
        matches = list(_WORD.finditer(text, passage.start, passage.end))
        written = [match[0] for match in matches]
        words.starts.extend(match.start() for match in matches)
        words.written.extend(written)
        words.forms.extend(form.lower().replace("’", "'") for form in written)
        words.capital.extend(form[0].isupper() for form in written)
        words.ends.extend(match.end() for match in matches)
        first = len(words.fresh)
        for i in range(first, len(words.starts)):
            fresh = i == first or _begins_paragraph(text, words.ends[i - 1], words.starts[i])
            words.fresh.append(fresh)
            words.opens.append(
                fresh or (words.forms[i - 1] in _MAY_END and _opens_sentence(words, i))
            )
    return words


def _begins_paragraph(text: str, before: int, start: int) -> bool:
    return start - before > 1 and text.count("\n", before, start) > 1


def _opens_sentence(words: Scan, i: int) -> bool:
    """Whether the word before `i` ends a sentence, quotation marks passed over."""
    j = i - 1
    while j > max(0, i - _MOST_CLOSING) and words.forms[j] in _CLOSING:
        j -= 1
    if words.forms[j] not in _ENDS or all(words.glued(k) for k in range(j + 1, i + 1)):
        return False
    if words.forms[j] != ".":
        return True
    before = words.form(j - 1)
    abbreviated = words.glued(j) and (before in _ABBREVIATED or len(before) == 1)
    return not abbreviated and (words.capital[i] or not words.forms[i].isalnum())
