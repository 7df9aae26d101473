"""What one text owes to another: a reprint, an excerpt, a rewrite, or no more than a quotation."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from whence.link.derivation.passages import SharedPassage, passages
from whence.link.derivation.wording import Wording
from whence.model import DerivationKind, Kinship


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeOptions:
    """The measures of a derivation, chosen on one half of the labelled pairs (docs/linking.md).

    Words are those outside stock passages; shares lie between 0 and 1.
    """

    #: A shared passage of fewer words is a turn of phrase.
    least_passage: int = 6
    #: Words in common outside quotations, and their share of the shorter text; or else so many
    #: words that their share does not count.
    least_words: int = 15
    least_share: float = 0.09
    many_words: int = 60
    #: The share of the shared words that quotations are, beyond which they are all that is shared.
    most_quoted: float = 0.6
    #: A reprint takes this share of the shorter text, which is this share of the longer.
    whole: float = 0.6
    alike_long: float = 0.5
    #: A text of which this much stands in the other owes it, also where all of it is quoted.
    nearly_all: float = 0.85
    #: Words in one run, or half of a text that is shorter than two such, without which every
    #: sentence was reworded; set by hand, as no labelled pair hangs on it.
    taken_run: int = 20
    #: Words outside quotations in one passage that are taken over rather than reworded.
    long_passage: int = 35


DEFAULT = JudgeOptions()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What two texts have in common, `here` being the one that is judged as the debtor.

    `kind` is ``None`` where nothing is owed; `quotation` then tells whether they quote the same
    words. Words count outside stock passages; `unquoted_words` are indices in `here`, and `longest`
    counts the unquoted words of the longest passage.
    """

    kind: DerivationKind | None
    quotation: bool
    words: int
    unquoted_words: tuple[int, ...]
    share: float
    share_there: float
    longest: int
    passages: tuple[SharedPassage, ...]

    @property
    def unquoted(self) -> int:
        """How many shared words stand outside quotations in both texts."""
        return len(self.unquoted_words)


def judge(
    here: Wording,
    there: Wording,
    kinship: Kinship,
    stock: tuple[Collection[int], Collection[int]] = ((), ()),
    options: JudgeOptions = DEFAULT,
) -> Judgement:
    """What `here` owes to `there`, if it is the one that owes.

    `stock` are the indices of the words of `here` and of `there` that stand in stock passages.
    """
    runs = _runs(here, there, kinship)
    common = {at + step for at, _, length in runs for step in range(length)}
    as_stock = _stock_here(runs, stock)
    told = [run for run in runs if not _mostly(range(run[0], run[0] + run[2]), as_stock)]
    shared = tuple(each for each in passages(told) if each.words >= options.least_passage)
    quoted, unquoted = set(), []
    for at, place in (pair for each in shared for pair in _word_pairs(each)):
        if here.quoted[at] or there.quoted[place]:
            quoted.add(at)
        else:
            unquoted.append(at)
    words = len(quoted) + len(unquoted)
    whole_here = max(1, len(here) - len(as_stock))
    whole_there = max(1, len(there) - len(set(stock[1])) - len(common & set(stock[0])))
    free = set(unquoted)
    made = Judgement(
        kind=None,
        quotation=bool(quoted),
        words=words,
        unquoted_words=tuple(unquoted),
        share=min(1.0, words / whole_here),
        share_there=min(1.0, words / whole_there),
        longest=max((sum(at in free for at, _ in _word_pairs(each)) for each in shared), default=0),
        passages=shared,
    )
    return _with_kind(made, (whole_here, whole_there), options)


def _with_kind(made: Judgement, whole: tuple[int, int], options: JudgeOptions) -> Judgement:
    shorter, longer = min(whole), max(whole)
    within = made.words / shorter
    if not _owes(made, within, shorter, options):
        return made
    kind = DerivationKind.REWRITE
    run = max((length for each in made.passages for _, _, length in each.tiles), default=0)
    if run < min(options.taken_run, shorter / 2):
        return replace(made, kind=kind)
    if within >= options.whole:
        kind = DerivationKind.EXCERPT
        if shorter >= options.alike_long * longer:
            kind = DerivationKind.REPRINT
    elif made.longest >= options.long_passage:
        kind = DerivationKind.EXCERPT
    return replace(made, kind=kind)


def _owes(made: Judgement, within: float, shorter: int, options: JudgeOptions) -> bool:
    """Whether more is shared than what both quote, and more than chance would have it."""
    if within >= options.nearly_all:
        return True
    if not made.words or made.unquoted < (1 - options.most_quoted) * made.words:
        return False
    if max(made.longest, made.unquoted - options.many_words + options.long_passage) >= (
        options.long_passage
    ):
        return True
    return made.unquoted >= max(options.least_words, options.least_share * shorter)


def _runs(here: Wording, there: Wording, kinship: Kinship) -> list[tuple[int, int, int]]:
    """The shared runs as word indices of both texts and lengths."""
    turned = kinship.one != here.article.id
    runs = []
    for one, other in kinship.shared:
        ours, theirs = (other, one) if turned else (one, other)
        at, place = here.words_in(ours), there.words_in(theirs)
        length = min(len(at), len(place))
        if length:
            runs.append((at.start, place.start, length))
    return runs


def _stock_here(
    runs: Sequence[tuple[int, int, int]], stock: tuple[Collection[int], Collection[int]]
) -> frozenset[int]:
    """The words of the debtor that are stock in it, or are shared with stock of the other."""
    theirs = set(stock[1])
    shared = {
        at + step for at, place, length in runs for step in range(length) if place + step in theirs
    }
    return frozenset(shared.union(stock[0]))


def _mostly(words: range, among: Collection[int]) -> bool:
    return 2 * sum(index in among for index in words) >= len(words)


def _word_pairs(passage: SharedPassage) -> list[tuple[int, int]]:
    return [
        (at + step, place + step) for at, place, length in passage.tiles for step in range(length)
    ]
