"""What one article owes to another: reprints, excerpts and rewrites by shared words; credits."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from whence.link.derivation.alignment import align
from whence.link.derivation.credits import credit_to, credited_names
from whence.link.derivation.direction import Direction, direction
from whence.link.derivation.judging import DEFAULT, Judgement, JudgeOptions, judge
from whence.link.derivation.shelf import Shelf
from whence.link.derivation.wording import Wording
from whence.link.names import plain
from whence.model import (
    Annotated,
    Article,
    Derivation,
    DerivationKind,
    Kinship,
    Passage,
    Ruling,
    Span,
    Verdict,
)

__all__ = ["Debt", "SharedTexts", "credited_names", "debts_of", "derivations", "shared_among"]

#: Sources that have nearly as many of a debtor's words as the best one are as good as it.
_AS_GOOD = 0.95


@dataclass(frozen=True, slots=True)
class SharedTexts:
    """What is known of the words that articles share, also with articles of other stories.

    `others` are the articles of `kin` that are no members, by id; `stock` the stock passages of
    each article; `rulings` what people decided about any two of them.
    """

    kin: tuple[Kinship, ...] = ()
    others: Mapping[str, Article] = field(default_factory=dict)
    stock: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    rulings: tuple[Ruling, ...] = ()


@dataclass(frozen=True, slots=True)
class Debt:
    """Two articles that share words: which way, what was judged, and who ruled, if anybody."""

    way: Direction
    judged: Judgement
    ruling: Ruling | None = None

    @property
    def kind(self) -> DerivationKind | None:
        """What is owed, ``None`` where nothing is; a person's word goes before the machine's."""
        if self.ruling is None:
            return self.judged.kind
        return DerivationKind.REPRINT if self.ruling.verdict is Verdict.REPRINT else None


def shared_among(articles: Iterable[Article]) -> SharedTexts:
    """The words that some articles share with each other, where no ledger keeps them."""
    shelf = Shelf()
    for article in sorted(articles, key=lambda article: article.id):
        shelf.add(article)
    return SharedTexts(kin=shelf.kin, stock=shelf.stock())


def derivations(
    members: Sequence[Annotated], texts: SharedTexts | None = None
) -> tuple[Derivation, ...]:
    """The debts of the articles of a story, and those to the names that they credit.

    An article owes its words to those who had them first: the one that it shares most with, and any
    other that has of it what the first has not. Its source may lie outside of the story. A shared
    quotation alone is no debt. Depends on the texts alone, not on their order.
    """
    articles = {member.article.id: member.article for member in members}
    owed: dict[str, list[Debt]] = defaultdict(list)
    desk = _Desk(articles, texts or shared_among(articles.values()))
    for debt in desk.debts():
        if debt.kind is not None and debt.way.debtor in articles:
            owed[debt.way.debtor].append(debt)
    found: list[Derivation] = []
    for _, debts in sorted(owed.items()):
        found += desk.chosen(debts)
    sources: dict[str, set[str]] = defaultdict(set)
    for derivation in found:
        source = desk.article(derivation.source)
        sources[derivation.article].add(plain(source.outlet.name))
    for article in articles.values():
        found += _credits(article, sources[article.id])
    return tuple(sorted(found, key=lambda debt: (debt.article, debt.kind, debt.source)))


def debts_of(
    members: Sequence[Article], texts: SharedTexts, options: JudgeOptions = DEFAULT
) -> tuple[Debt, ...]:
    """Everything that was judged of the pairs in `texts`, also where nothing is owed."""
    desk = _Desk({article.id: article for article in members}, texts, options)
    return tuple(desk.debts())


@dataclass(frozen=True, eq=False)
class _Desk:
    """The articles of a story and their kin, with what is known of the words they share."""

    members: Mapping[str, Article]
    texts: SharedTexts
    options: JudgeOptions = DEFAULT
    _wordings: dict[str, Wording] = field(default_factory=dict)

    def article(self, name: str) -> Article:
        return self.members.get(name) or self.texts.others[name]

    def wording(self, name: str) -> Wording:
        if name not in self._wordings:
            self._wordings[name] = Wording(self.article(name))
        return self._wordings[name]

    @cached_property
    def _ruled(self) -> Mapping[frozenset[str], Ruling]:
        told = {Verdict.REPRINT, Verdict.NOT_REPRINT}
        return {
            frozenset((ruling.article, ruling.other)): ruling
            for ruling in self.texts.rulings
            if ruling.verdict in told
        }

    def debts(self) -> Iterator[Debt]:
        """The pairs that share words, and those that a person ruled on, in order of their ids."""
        known = {frozenset((each.one, each.other)): each for each in self.texts.kin}
        pairs = dict.fromkeys((*known, *self._ruled))
        for pair in sorted(pairs, key=sorted):
            one, other = sorted(pair)
            if not all(name in self.members or name in self.texts.others for name in pair):
                continue
            ruling = self._ruled.get(pair)
            way = direction(self.article(one), self.article(other))
            if ruling is not None and ruling.verdict is Verdict.REPRINT:
                way = Direction(ruling.other, ruling.article, "as was decided")
            yield Debt(way, self._judged(way, known.get(pair) or Kinship(one, other, ())), ruling)

    def _judged(self, way: Direction, kinship: Kinship) -> Judgement:
        here, there = self.wording(way.debtor), self.wording(way.source)
        return judge(
            here, there, kinship, (self._stock(way.debtor), self._stock(way.source)), self.options
        )

    def _stock(self, name: str) -> Collection[int]:
        words = self.wording(name)
        return {at for span in self.texts.stock.get(name, ()) for at in words.words_in(span)}

    def chosen(self, debts: Sequence[Debt]) -> Iterator[Derivation]:
        """The sources of an article: the best one, then those that have what it has not."""
        covered: set[int] = set()
        left = sorted(debts, key=self._by_words)
        while left:
            fresh = {debt.way.source: len(_unquoted(debt) - covered) for debt in left}
            most = max(fresh.values())
            ruled = [debt for debt in left if debt.ruling is not None]
            if not ruled and most < self.options.least_words:
                return
            good = ruled or [d for d in left if fresh[d.way.source] >= _AS_GOOD * most]
            best = min(good, key=self._by_age)
            covered |= _unquoted(best)
            left.remove(best)
            yield self._derivation(best)

    def _by_words(self, debt: Debt) -> tuple[int, str]:
        return -debt.judged.words, debt.way.source

    def _by_age(self, debt: Debt) -> tuple[bool, int, int, str]:
        """The one that is credited, then the earliest, then the one with most of the words."""
        source = self.article(debt.way.source)
        credited = credit_to(self.article(debt.way.debtor), source.outlet) is not None
        day = source.published.first_day.toordinal() if source.published else 10**9
        return not credited, day, -debt.judged.words, source.id

    def _derivation(self, debt: Debt) -> Derivation:
        here, there = self.wording(debt.way.debtor), self.wording(debt.way.source)
        kind, judged = debt.kind, debt.judged
        assert kind is not None  # noqa: S101 - only debts come here
        made = Derivation(
            article=debt.way.debtor,
            source=debt.way.source,
            kind=kind,
            evidence=_evidence(debt, there.article),
            share=judged.share,
            passages=tuple(
                Passage(here.article.id, here.hull(*shared.here)) for shared in judged.passages
            ),
        )
        return replace(made, aligned=align(here, there, judged.passages))


def _unquoted(debt: Debt) -> set[int]:
    return set(debt.judged.unquoted_words)


def _evidence(debt: Debt, source: Article) -> str:
    judged = debt.judged
    if debt.ruling is not None:
        begin = f"{debt.ruling.who} decided so on {debt.ruling.at:%Y-%m-%d}: {debt.ruling.why}; "
    else:
        begin = ""
    moved = sum(shared.moved for shared in judged.passages)
    order = f", {moved} of them moved" if moved else ""
    return (
        f"{begin}{judged.share:.0%} of its words stand in “{source.title or source.id}” "
        f"({source.outlet.name}), which has {judged.share_there:.0%} of its own words here, in "
        f"{len(judged.passages)} passages{order}; the longest run is {judged.longest} words; "
        f"it owes because {debt.way.why}"
    )


def _credits(article: Article, sources: Collection[str]) -> Iterator[Derivation]:
    """A debt for each name credited, less the outlets whose very text is at hand."""
    for name, span in credited_names(article):
        if plain(name) not in sources:
            yield Derivation(
                article=article.id,
                source=name,
                kind=DerivationKind.CREDIT,
                evidence=f"it credits {name}: {_credit_words(article, name, span)}",
                passages=(Passage(article.id, span),),
            )


def _credit_words(article: Article, name: str, span: Span) -> str:
    """What gives a credit: the words of the text, else what the metadata state."""
    stated = (one.stated for one in article.credits if one.span == span and name in one.names)
    return next((words for words in stated if words), f"“{span.of(article.text)}”")
