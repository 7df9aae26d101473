"""A text's words with the part of speech and the sentence of each."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from whence.annotate.numerals import Scan, scan, word_list
from whence.model import Article, Reading, Span

_CLOSED = {
    "IN": "of in on at by for from with about over under after before since until into as than "
    "between among near during against through including that if while because",
    "DT": "the a an this that these those each every some any no all both",
    "CC": "and or but nor",
    "PRP": "he she it they we you i him her them us me who which",
    "PRP$": "his its their our my your",
    "MD": "will would can could may might must shall should",
    "VBD": "was were had did said told killed died rose fell",
    "VBP": "are have do",
    "VBZ": "is has does says",
    "VB": "be",
    "VBN": "been",
    "TO": "to",
    "RB": "not also only just too then there now reportedly",
}
_LONGEST_WALK = 12  # words
_GUESS = {word: tag for tag, words in _CLOSED.items() for word in word_list(words)}


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of the passages that are read; `pos` are Penn Treebank tags.

    `sentence` numbers the sentences; a word in none counts with the one begun last.
    """

    words: Scan
    pos: list[str]
    sentence: list[int]

    def tag(self, i: int) -> str:
        """The part of speech of word `i`, empty where there is none."""
        return self.pos[i] if 0 <= i < len(self.pos) else ""

    def past(self, i: int, passed: Callable[[int], bool], *, step: int = 1) -> int:
        """The first word from `i` on that is not `passed`; a walk of bounded length."""
        for _ in range(_LONGEST_WALK):
            if not (0 <= i < len(self.pos) and passed(i)):
                break
            i += step
        return i

    def together(self, i: int, j: int) -> bool:
        """Whether words `i` and `j` stand in one sentence."""
        inside = 0 <= i < len(self.pos) and 0 <= j < len(self.pos)
        return inside and self.sentence[i] == self.sentence[j]


def tagged(article: Article, reading: Reading, words: Scan | None = None) -> Tagged:
    """The words of `article` under the tags of `reading`, or rough guesses where it has none.

    `words` are those of its passages, where they are at hand.
    """
    words = scan(article.text, article.passages()) if words is None else words
    return Tagged(words, _tags(words, reading), _sentences(words, reading.sentences))


def _tags(words: Scan, reading: Reading) -> list[str]:
    tags: list[str] = []
    k, tokens = 0, reading.tokens
    for i, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
        while k < len(tokens) and tokens[k].span.end <= start:
            k += 1
        covered = k < len(tokens) and tokens[k].span.start < end
        tags.append(tokens[k].pos if covered else _guess(words, i))
    return tags


def _guess(words: Scan, i: int) -> str:
    form = words.forms[i]
    if form in _GUESS:
        return _GUESS[form]
    if form[0].isdigit():
        return "CD"
    if not form[0].isalpha():
        return form
    if words.capital[i] and not words.opens[i]:
        return "NNP"
    if form.endswith("ed"):
        return "VBN"
    return "NNS" if form.endswith("s") else "NN"


def _sentences(words: Scan, sentences: tuple[Span, ...]) -> list[int]:
    if not sentences:
        numbers: list[int] = []
        for opens in words.opens:
            numbers.append((numbers[-1] if numbers else 0) + opens)
        return numbers
    starts = [sentence.start for sentence in sentences]
    return [bisect_right(starts, start) for start in words.starts]
