"""Why: everything behind what was decided of an article, or of two."""

from collections.abc import Sequence
from dataclasses import dataclass

from whence.filing import LINKER
from whence.link import Evidence, Only, Placement, debts_of, place, sketch
from whence.link.derivation.alignment import align
from whence.link.derivation.judging import JudgeOptions
from whence.link.derivation.wording import Wording
from whence.link.derivations import Debt
from whence.model import Aligned, Article, Claim, Origin, Placed, Ruling
from whence.pipeline import linked_story, shared_texts
from whence.store import Decision, Ledger, View

#: The measures that debts are judged by.
MEASURES = JudgeOptions()


@dataclass(frozen=True, slots=True)
class PlaceWhy:
    """An article's story, how it came there, and how it would be placed today.

    Of two articles, `likeness` is that of the one to the other.
    """

    story: str | None
    decisions: tuple[Decision, ...]
    likeness: float
    threshold: float
    terms: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TextWhy:
    """What an article shares with another, with both texts at hand."""

    debt: Debt
    debtor: Article
    source: Article

    @property
    def aligned(self) -> tuple[Aligned, ...]:
        """Both texts side by side, passage by passage."""
        return align(Wording(self.debtor), Wording(self.source), self.debt.judged.passages)


@dataclass(frozen=True, slots=True)
class OriginWhy:
    """An origin of a claim that the article makes."""

    claim: Claim
    origin: Origin


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that was decided of `articles`, one or two, with its evidence."""

    articles: tuple[Article, ...]
    stories: tuple[PlaceWhy, ...]
    texts: tuple[TextWhy, ...]
    origins: tuple[OriginWhy, ...]
    rulings: tuple[Ruling, ...]

    def text_of(self, article: str) -> str:
        """The text of an article that evidence points into; empty where it is not at hand."""
        known = [*self.articles, *(text for why in self.texts for text in (why.debtor, why.source))]
        return next((each.text for each in known if each.id == article), "")


def explain(ledger: Ledger, article: str, other: str | None = None) -> Explanation:
    """The evidence of every decision about an article, or about two of them.

    Ids may be given by their beginnings. Raises ``UnknownRecord`` where no article, or more than
    one, has such an id.
    """
    with ledger.reading() as view:
        ids = tuple(view.article_id(start) for start in (article, other) if start is not None)
        return Explanation(
            articles=tuple(view.article(name) for name in ids),
            stories=_stories(view, ids),
            texts=_texts(view, ids),
            origins=_origins(view, ids),
            rulings=tuple(r for r in view.rulings(ids[:1]) if {*ids} <= {r.article, r.other}),
        )


def _stories(view: View, ids: Sequence[str]) -> tuple[PlaceWhy, ...]:
    sketches = [sketch(view.annotated(name)) for name in ids]
    if len(ids) == 1:
        return (_place_why(view, ids[0], place(sketches[0], view)),)
    found = []
    for at, name in enumerate(ids):
        against = ids[1 - at]
        placed = Placed(sketches[1 - at], view.story_of(against) or "")
        found.append(_place_why(view, name, place(sketches[at], Only(view, placed))))
    return tuple(found)


def _place_why(view: View, article: str, placement: Placement) -> PlaceWhy:
    return PlaceWhy(
        story=view.story_of(article),
        decisions=tuple(view.decisions("placed", article)),
        likeness=placement.score,
        threshold=placement.threshold,
        terms=placement.evidence,
    )


def _texts(view: View, ids: Sequence[str]) -> tuple[TextWhy, ...]:
    members = [view.annotated(name) for name in ids]
    texts = shared_texts(view, members)
    articles = {member.article.id: member.article for member in members} | dict(texts.others)
    found = [
        TextWhy(debt, articles[debt.way.debtor], articles[debt.way.source])
        for debt in debts_of([member.article for member in members], texts)
        if len(ids) == 1 or {debt.way.debtor, debt.way.source} == {*ids}
    ]
    found = [why for why in found if why.debt.kind or why.debt.judged.words or why.debt.ruling]
    return tuple(sorted(found, key=lambda why: (-why.debt.judged.words, why.source.id)))


def _origins(view: View, ids: Sequence[str]) -> tuple[OriginWhy, ...]:
    story = view.story_of(ids[0])
    if story is None:
        return ()
    made = view.linked(story, LINKER) or linked_story(view, story)
    return tuple(
        OriginWhy(claim, origin)
        for claim in made.claims
        for origin in claim.origins
        if {*ids} <= {*origin.articles}
    )
