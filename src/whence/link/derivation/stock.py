"""Stock passages: what outlets print under or within many articles that have nothing in common.

A newsletter's box, a copyright line, a call to subscribe. They are known by where else they
stand: in several articles of one outlet that share nothing else with this one.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from whence.link.derivation.shingles import SHINGLE, WINDOW, marks
from whence.link.derivation.wording import Wording
from whence.model import Fingerprint, Holder, Span

#: Articles of one outlet, or of any, that share a passage and nothing else: then it is stock.
_OF_ONE_OUTLET = 3
_OF_ANY = 8
#: The part of the longer text that may be stock without making the two kin.
_MOST_STOCK = 0.35
#: Marks beyond the repeated ones with which two articles have something in common.
_TELLING = 2
#: Names of outlets that nobody knows are no outlet.
_UNKNOWN = frozenset({"", "unknown"})


def stock_marks(made: Fingerprint, holders: Sequence[Holder]) -> frozenset[int]:
    """The marks of an article that belong to stock passages, judged by who else has them."""
    by_mark: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for holder in holders:
        for mark in holder.marks:
            by_mark[mark][holder.outlet].add(holder.article)
    repeated = frozenset(mark for mark, outlets in by_mark.items() if _is_repeated(outlets))
    strangers = {
        holder.article
        for holder in holders
        if len(holder.marks - repeated) < _TELLING
        and len(holder.marks) <= _MOST_STOCK * max(holder.whole, len(made.marks))
    }
    return frozenset(
        mark
        for mark in repeated
        if _is_repeated(
            {outlet: articles & strangers for outlet, articles in by_mark[mark].items()}
        )
    )


def new_to_stock(holders: Sequence[Holder], stock: Collection[int]) -> tuple[str, ...]:
    """The holders of stock passages that have only now become so: they are to be judged anew."""
    by_mark: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for holder in holders:
        for mark in holder.marks & frozenset(stock):
            by_mark[mark][holder.outlet].add(holder.article)
    found: set[str] = set()
    for outlets in by_mark.values():
        most = max(len(articles) for articles in outlets.values())
        if most <= _OF_ONE_OUTLET or sum(map(len, outlets.values())) <= _OF_ANY:
            found.update(*outlets.values())
    return tuple(sorted(found))


def _is_repeated(outlets: dict[str, set[str]]) -> bool:
    counts = {outlet: len(articles) for outlet, articles in outlets.items()}
    in_one = max((n for outlet, n in counts.items() if outlet not in _UNKNOWN), default=0)
    return in_one >= _OF_ONE_OUTLET or sum(counts.values()) >= _OF_ANY


def stock_words(wording: Wording, stock: Collection[int]) -> frozenset[int]:
    """The indices of the words that stand in stock passages."""
    found: set[int] = set()
    last = -1
    for at, mark in marks(wording.keys):
        if mark not in stock:
            last = -1
            continue
        first = last if last >= 0 and at - last <= WINDOW else at
        found.update(range(first, at + SHINGLE))
        last = at
    return frozenset(found)


def stock_spans(wording: Wording, stock: Collection[int]) -> tuple[Span, ...]:
    """The stock passages of an article."""
    found: list[Span] = []
    for at in sorted(stock_words(wording, stock)):
        word = wording.hull(at, at + 1)
        if found and wording.words_in(found[-1]).stop == at:
            found[-1] = Span(found[-1].start, word.end)
        else:
            found.append(word)
    return tuple(found)
