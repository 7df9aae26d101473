"""What one article owes to another: reprints, excerpts and rewrites by shared words; credits."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from whence.link.names import plain
from whence.link.words import fold, words
from whence.model import (
    Annotated,
    Article,
    BlockKind,
    CreditKind,
    Derivation,
    DerivationKind,
    OutletKind,
    Passage,
    Precision,
    Span,
)
from whence.registers.outlets import find_outlet

#: A credit to those who wrote and edited, who are no source of their own article.
_STAFF = re.compile(
    r"\W*(?:additional |additionally )?(?:writing|written|editing|edited|reporting|compiled|"
    r"translated|contributed|with files)\b",
    re.IGNORECASE,
)
_SHINGLE = 5  # words
#: A shingle that more articles share is a stock phrase of the story.
_MOST_HOLDERS = 50
_LEAST_WORDS = 25  # shared words outside quotation marks, below which nothing is owed
_LEAST_SHARE = 0.15  # of the debtor's words
_WHOLE = 0.75  # of the debtor's words: it adds little of its own
_MOSTLY = 0.5  # of the source's words: little was cut
_TAKEN_RUN = 20  # words in one run, below which every sentence was reworded
_LONG_RUN = 40  # words in one run: taken over, not reworded
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»|„[^“”]*[“”]")
_DATELINE = re.compile(r"^[^\n]{2,60}?\((?P<name>[A-Z][\w .&'’-]{1,40})\)\s*[-–—]")


@dataclass(frozen=True, eq=False)
class _Body:
    """The words of an article's body, folded, and which of them stand in quotation marks."""

    article: Article

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        text = self.article.text
        return tuple(
            span
            for passage in self.article.passages()
            for _, span in words(text, passage.start, passage.end)
        )

    @cached_property
    def forms(self) -> tuple[str, ...]:
        return tuple(fold(span.of(self.article.text)) for span in self.spans)

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        marks = [False] * len(self.spans)
        starts = [span.start for span in self.spans]
        for passage in self.article.passages():
            for match in _QUOTED.finditer(self.article.text, passage.start, passage.end):
                first, last = (bisect_left(starts, at) for at in match.span())
                marks[first:last] = [True] * (last - first)
        return tuple(marks)

    def shingles(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        for at in range(len(self.forms) - _SHINGLE + 1):
            yield at, self.forms[at : at + _SHINGLE]


@dataclass(frozen=True, slots=True)
class _Shared:
    """The words of `one` that `other` has too, by index."""

    covered: frozenset[int]
    words: int
    unquoted: int
    longest: int
    share: float


def derivations(members: Sequence[Annotated]) -> tuple[Derivation, ...]:
    """The debts among the articles of a story, and those to the names that they credit.

    Each article owes text to at most one other: the one that it shares most words with, among
    those published before it. A shared quotation alone is no debt. On equal dates a credit tells
    who took from whom, then the agency is the source, then the longer text.
    """
    bodies = {member.article.id: _Body(member.article) for member in members}
    found: list[Derivation] = []
    debts: dict[str, list[tuple[_Shared, _Shared, Article]]] = defaultdict(list)
    for one, other in sorted(_pairs(bodies.values())):
        a, b = bodies[one], bodies[other]
        debtor, source = (b, a) if _came_before(a, b) else (a, b)
        owes, owed = _shared(debtor, source), _shared(source, debtor)
        if owes.unquoted >= _LEAST_WORDS and owes.share >= _LEAST_SHARE:
            debts[debtor.article.id].append((owes, owed, source.article))
    for name, owed_to in sorted(debts.items()):
        owes, owed, source_article = max(
            owed_to, key=lambda debt: (debt[0].words, _minus_age(debt[2]), debt[2].id)
        )
        found.append(_derivation(bodies[name], source_article, owes, owed))
    sources = {derivation.article: derivation.source for derivation in found}
    outlets = {name: body.article.outlet.name for name, body in bodies.items()}
    for body in bodies.values():
        outlet = outlets.get(sources.get(body.article.id, ""), "")
        found += _credits(body.article, outlet)
    return tuple(sorted(found, key=lambda debt: (debt.article, debt.kind, debt.source)))


def _pairs(bodies: Iterable[_Body]) -> set[tuple[str, str]]:
    """The pairs of articles that share words enough to be looked at."""
    holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for body in bodies:
        for _, shingle in body.shingles():
            holders[shingle].add(body.article.id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for names in holders.values():
        if 1 < len(names) <= _MOST_HOLDERS:
            ranked = sorted(names)
            for index, one in enumerate(ranked):
                for other in ranked[index + 1 :]:
                    shared[one, other] += 1
    return {pair for pair, count in shared.items() if count >= _LEAST_WORDS - _SHINGLE}


def _shared(one: _Body, other: _Body) -> _Shared:
    held = {shingle for _, shingle in other.shingles()}
    covered: set[int] = set()
    for at, shingle in one.shingles():
        if shingle in held:
            covered.update(range(at, at + _SHINGLE))
    unquoted = sum(1 for at in covered if not one.quoted[at])
    runs = _runs(covered)
    return _Shared(
        covered=frozenset(covered),
        words=len(covered),
        unquoted=unquoted,
        longest=max((end - start for start, end in runs), default=0),
        share=len(covered) / max(1, len(one.forms)),
    )


def _runs(covered: Iterable[int]) -> list[tuple[int, int]]:
    """Half-open runs of neighbouring indices."""
    runs: list[tuple[int, int]] = []
    for at in sorted(covered):
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def _came_before(one: _Body, other: _Body) -> bool:
    """Whether `one` is the likelier source; of any two articles just one is."""
    a, b = one.article, other.article
    if a.published and b.published:
        if a.published.last_day < b.published.first_day:
            return True
        if b.published.last_day < a.published.first_day:
            return False
        instants = _instant(a), _instant(b)
        if None not in instants and instants[0] != instants[1]:
            return bool(instants[0] < instants[1])  # type: ignore[operator] # both are known
    credit = _credited(b, a.outlet.name), _credited(a, b.outlet.name)
    if credit[0] != credit[1]:
        return credit[0]
    agency = a.outlet.kind is OutletKind.AGENCY, b.outlet.kind is OutletKind.AGENCY
    if agency[0] != agency[1]:
        return agency[0]
    return (-len(one.forms), a.id) < (-len(other.forms), b.id)


def _instant(article: Article) -> datetime | None:
    moment = article.published
    if moment is None or moment.precision not in {
        Precision.HOUR,
        Precision.MINUTE,
        Precision.SECOND,
    }:
        return None
    found = datetime.fromisoformat(moment.value)
    return found if found.tzinfo else None


def _minus_age(article: Article) -> int:
    """The earlier an article, the greater; articles without a date come last."""
    return -article.published.first_day.toordinal() if article.published else -(10**9)


def _derivation(debtor: _Body, source: Article, owes: _Shared, owed: _Shared) -> Derivation:
    if owes.longest < _TAKEN_RUN:
        kind = DerivationKind.REWRITE
    elif owes.share >= _WHOLE:
        kind = DerivationKind.REPRINT if owed.share >= _MOSTLY else DerivationKind.EXCERPT
    elif owes.longest >= _LONG_RUN:
        kind = DerivationKind.EXCERPT
    else:
        kind = DerivationKind.REWRITE
    passages = tuple(
        Passage(debtor.article.id, Span(debtor.spans[start].start, debtor.spans[end - 1].end))
        for start, end in _runs(owes.covered)
    )
    evidence = (
        f"{owes.share:.0%} of its words stand in “{source.title or source.id}” "
        f"({source.outlet.name}), which has {owed.share:.0%} of its own words here; "
        f"the longest run is {owes.longest} words"
    )
    return Derivation(debtor.article.id, source.id, kind, evidence, owes.share, passages)


def _credited(article: Article, outlet: str) -> bool:
    return any(plain(name) == plain(outlet) for name, _ in credited_names(article))


def credited_names(article: Article) -> tuple[tuple[str, Span], ...]:
    """The names that an article says its report comes from, other than its own, with where."""
    own = _own_names(article)
    found: dict[str, tuple[str, Span]] = {}
    for credit in article.credits:
        if credit.kind is CreditKind.REPORT:
            staff = _STAFF.match(credit.span.of(article.text)) is not None
            for name in credit.names:
                if not staff or find_outlet(name=name):
                    found.setdefault(plain(name), (name, credit.span))
    for block in article.blocks:
        if block.kind in {BlockKind.DATELINE, BlockKind.PARAGRAPH}:
            match = _DATELINE.match(block.span.of(article.text))
            if match:
                span = Span(*match.span("name")).shift(block.span.start)
                found.setdefault(plain(match["name"]), (match["name"], span))
            if block.kind is BlockKind.PARAGRAPH:
                break
    return tuple(
        credit for key, credit in sorted(found.items()) if key and _squeezed(key) not in own
    )


def _own_names(article: Article) -> frozenset[str]:
    """An outlet's own name in letters alone, also as its domain spells it."""
    labels = (article.outlet.domain or article.outlet.name).removeprefix("www.").split(".")
    return frozenset({_squeezed(plain(article.outlet.name)), _squeezed(labels[0])})


def _squeezed(name: str) -> str:
    return "".join(char for char in name if char.isalnum())


def _credits(article: Article, source: str) -> Iterator[Derivation]:
    """A debt for each name credited, less the outlet whose very text is at hand."""
    for name, span in credited_names(article):
        if plain(name) != plain(source):
            yield Derivation(
                article=article.id,
                source=name,
                kind=DerivationKind.CREDIT,
                evidence=f"it credits {name}: “{span.of(article.text)}”",
                passages=(Passage(article.id, span),),
            )
