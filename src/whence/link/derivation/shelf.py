"""The marks of some articles in memory, for those that no ledger keeps."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from whence.link.derivation.kin import find_kin, stock_passages
from whence.model import MOST_HOLDERS, Article, Fingerprint, Holder, Kinship, Span


class Shelf:
    """Fulfils `model.TextCandidates`; each article is added once."""

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}
        self._marks: dict[str, Fingerprint] = {}
        self._holders: dict[int, list[str]] = defaultdict(list)
        self._kin: list[Kinship] = []

    @property
    def kin(self) -> tuple[Kinship, ...]:
        """The pairs that share runs of words."""
        return tuple(self._kin)

    def article(self, id: str) -> Article:
        """The article of that id."""
        return self._articles[id]

    def fingerprint(self, article: str) -> Fingerprint:
        """The marks of the article of that id."""
        return self._marks[article]

    def sharing(self, marks: Collection[int]) -> Sequence[Holder]:
        """The articles that have any of `marks`."""
        found: dict[str, set[int]] = defaultdict(set)
        for mark in marks:
            for name in self._holders.get(mark, ()):
                found[name].add(mark)
        return [self._holder(name, frozenset(has)) for name, has in sorted(found.items())]

    def _holder(self, name: str, marks: frozenset[int]) -> Holder:
        outlet = self._articles[name].outlet
        return Holder(name, outlet.domain or outlet.name, marks, len(self._marks[name].marks))

    def add(self, article: Article) -> None:
        """Hold an article, and find what it shares with those held before."""
        found = find_kin(article, self)
        self._articles[article.id] = article
        self._marks[article.id] = found.fingerprint
        self._kin += found.kin
        for mark in found.fingerprint.marks:
            if len(self._holders[mark]) < MOST_HOLDERS:
                self._holders[mark].append(article.id)

    def stock(self) -> Mapping[str, tuple[Span, ...]]:
        """The stock passages of each article that shares runs of words with another."""
        names = {name for each in self._kin for name in (each.one, each.other)}
        return {name: stock_passages(self._articles[name], self) for name in sorted(names)}
