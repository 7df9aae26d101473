"""The words of an article's body as texts are compared by them: spelling and marks aside."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache

from whence.link.derivation.quotation import quoted_stretches
from whence.link.derivation.repair import repaired
from whence.link.words import fold
from whence.model import Article, Span

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’‘ʼ´`][^\W\d_]+)*|[^\W_]+")
#: American and British spellings made one; applied in order to a folded word of five letters.
_SPELLINGS = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"ae|oe", "e"),
        (r"is(e|ed|es|ing|er|ers|ation|ations)$", r"iz\1"),
        (r"ys(e|ed|es|ing)$", r"yz\1"),
        (r"our(?!$)|our$", "or"),
        (r"tre(s?)$", r"ter\1"),
        (r"ogue(s?)$", r"og\1"),
        (r"enc(e|es)$", r"ens\1"),
        (r"amme(s?)$", r"am\1"),
        (r"ll(ed|ing|er|ers)$", r"l\1"),
    )
)
_LEAST_SPELT = 5  # letters


@dataclass(frozen=True, eq=False)
class Wording:
    """The words of an article's body, in reading order: keys to compare by, and their spans.

    Case, accents, apostrophes, American or British spelling, and encodings that were read wrongly
    make no difference to a key. Spans point into the text as it is.
    """

    article: Article

    @cached_property
    def _found(self) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...], tuple[bool, ...]]:
        text = repaired(self.article.text)
        keys: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        quoted: list[bool] = []
        for passage in self.article.passages():
            start, end = text.index(passage.start), text.index(passage.end)
            stretches = iter((*quoted_stretches(text.text, start, end), (end, end)))
            opened, closed = next(stretches)
            for match in _WORD.finditer(text.text, start, end):
                first, last = match.span()
                while closed <= first:
                    opened, closed = next(stretches)
                keys.append(key(match.group()))
                starts.append(first)
                ends.append(last)
                quoted.append(opened <= first)
        if not text.is_unchanged:
            starts = [text.origin(at) for at in starts]
            ends = [text.origin(at - 1) + 1 for at in ends]
        return tuple(keys), tuple(starts), tuple(ends), tuple(quoted)

    @property
    def keys(self) -> tuple[str, ...]:
        """What the words are compared by."""
        return self._found[0]

    @property
    def quoted(self) -> tuple[bool, ...]:
        """Whether each word stands in a quotation."""
        return self._found[3]

    def __len__(self) -> int:
        return len(self.keys)

    def words_in(self, span: Span) -> range:
        """The indices of the words that begin in `span`."""
        starts = self._found[1]
        return range(bisect_left(starts, span.start), bisect_left(starts, span.end))

    def hull(self, start: int, end: int) -> Span:
        """From the first of the words ``start:end`` to the last."""
        return Span(self._found[1][start], self._found[2][end - 1])


@lru_cache(maxsize=200_000)
def key(word: str) -> str:
    """What a word is compared by."""
    found = "".join(char for char in fold(word) if char.isalnum()) or word
    if len(found) < _LEAST_SPELT or not found.isalpha():
        return found
    for pattern, spelling in _SPELLINGS:
        found = pattern.sub(spelling, found)
    return found
