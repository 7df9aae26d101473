"""Which held articles share words with one, asked of the store by marks alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from whence.link.derivation.passages import tiles
from whence.link.derivation.shingles import fingerprint
from whence.link.derivation.stock import new_to_stock, stock_marks, stock_spans
from whence.link.derivation.wording import Wording
from whence.model import Article, Fingerprint, Holder, Kinship, Span, TextCandidates

#: Marks in common, other than stock ones, with which two texts are worth being compared.
_LEAST_MARKS = 2
#: Articles compared with a new one, those that share most marks first.
_MOST_KIN = 32
#: Words in common below which two texts are no kin.
_LEAST_WORDS = 10


@dataclass(frozen=True, slots=True)
class Found:
    """The marks of an article, its kin, and the held articles that it shows to have stock."""

    fingerprint: Fingerprint
    kin: tuple[Kinship, ...]
    disturbed: tuple[str, ...]


def find_kin(article: Article, candidates: TextCandidates) -> Found:
    """The held articles that share runs of words with one.

    Compares it with no more than 32 others, however many are held; changes nothing.
    """
    wording = Wording(article)
    made = fingerprint(wording)
    holders = [each for each in candidates.sharing(made.marks) if each.article != article.id]
    stock = stock_marks(made, holders)
    found = []
    for holder in _likeliest(holders, stock):
        kinship = compare(wording, Wording(candidates.article(holder.article)))
        if kinship is not None:
            found.append(kinship)
    found.sort(key=lambda kinship: (kinship.one, kinship.other))
    return Found(made, tuple(found), new_to_stock(holders, stock))


def stock_passages(article: Article, candidates: TextCandidates) -> tuple[Span, ...]:
    """The passages of a held article that stand in many others which share nothing else with it."""
    made = candidates.fingerprint(article.id)
    holders = [each for each in candidates.sharing(made.marks) if each.article != article.id]
    stock = stock_marks(made, holders)
    return stock_spans(Wording(article), stock) if stock else ()


def _likeliest(holders: Sequence[Holder], stock: frozenset[int]) -> list[Holder]:
    telling = {holder.article: len(holder.marks - stock) for holder in holders}
    near = [holder for holder in holders if telling[holder.article] >= _LEAST_MARKS]
    return sorted(near, key=lambda holder: (-telling[holder.article], holder.article))[:_MOST_KIN]


def compare(one: Wording, other: Wording) -> Kinship | None:
    """The runs of words that stand in both articles, ``None`` where they are few."""
    if one.article.id > other.article.id:
        one, other = other, one
    found = tiles(one, other)
    if sum(length for _, _, length in found) < _LEAST_WORDS:
        return None
    shared: tuple[tuple[Span, Span], ...] = tuple(
        (one.hull(at, at + length), other.hull(place, place + length))
        for at, place, length in found
    )
    return Kinship(one.article.id, other.article.id, shared)
