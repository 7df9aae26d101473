"""Reading a ledger: one view is one state of it, whatever is written meanwhile."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    exists,
    func,
    select,
    true,
    union,
)

from whence.errors import UnknownRecord
from whence.model import (
    Annotated,
    Article,
    Fingerprint,
    Holder,
    Kinship,
    Linked,
    Placed,
    Producer,
    Ruling,
)
from whence.store import candidates, rulings, texts
from whence.store.codec import decode, decode_annotation, storable
from whence.store.records import Decision, Held, StoryEntry
from whence.store.schema import (
    annotation,
    article,
    decision,
    linked,
    placement,
    story,
)
from whence.store.terms import Terms


class View:
    """What the ledger held when the view was opened.

    Fulfils `model.StoryCandidates` and `model.TextCandidates`.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._terms = Terms(connection)
        self._marks = texts.Marks(connection)

    # What linking asks

    def articles(self) -> int:
        """How many articles are placed in stories."""
        return candidates.count(self._connection)

    def frequencies(self, terms: Collection[str]) -> Mapping[str, int]:
        """In how many placed articles each of `terms` occurs; terms never seen are left out."""
        return self._terms.frequencies(terms)

    def near(
        self, terms: Mapping[str, float], *, around: date | None, days: int, limit: int
    ) -> Sequence[Placed]:
        """The placed articles whose share in the first of `terms` weighs most, at most `limit`."""
        between = candidates.days_around(around, days)
        numbers = self._terms.numbers(islice(terms, candidates.ASKED_TERMS))
        telling = {number: terms[word] for word, number in numbers.items()}
        return candidates.near(self._connection, telling, between, limit)

    def placed_in(self, story: str, *, most: int) -> Sequence[Placed]:
        """The articles placed in `story`, at most `most`, in the order they were added."""
        return candidates.held(self._connection, story, most)

    def size_of(self, story: str, *, most: int) -> int:
        """How many articles are placed in `story`; `most` where they are as many or more."""
        return candidates.size(self._connection, story, most)

    def members(self, story: str) -> Sequence[str]:
        """The ids of the articles placed in `story`, in the order they were added."""
        return tuple(self._connection.scalars(_member_ids(story)))

    def sharing(self, marks: Collection[int]) -> Sequence[Holder]:
        """The articles that have any of `marks`; of a mark that many have, those held first."""
        return self._marks.sharing(marks)

    def article(self, id: str) -> Article:
        """The article of that id; ``UnknownRecord`` where the ledger has none."""
        body = self._connection.scalar(select(article.c.body).where(article.c.id == id))
        if body is None:
            raise _no_article(id)
        return decode(body, Article)

    def fingerprint(self, article: str) -> Fingerprint:
        """The marks that were kept of the article of that id; none where it was never marked."""
        return texts.held(self._connection, article)

    def kin_of(self, articles: Collection[str]) -> Sequence[Kinship]:
        """The pairs that share runs of words and hold any of the articles with these ids."""
        return texts.kin_of(self._connection, articles)

    def unmarked(self, scheme: str, *, limit: int) -> Sequence[Article]:
        """Articles, at most `limit`, whose marks another scheme chose, or none."""
        numbers = texts.unmarked(self._connection, scheme, limit)
        rows = self._connection.scalars(
            select(article.c.body).where(article.c.no.in_(numbers)).order_by(article.c.no)
        )
        return tuple(decode(body, Article) for body in rows)

    def rulings(self, articles: Collection[str]) -> Sequence[Ruling]:
        """What people decided of the articles with these ids and others, and still holds."""
        return rulings.rulings_on(self._connection, articles)

    def held_apart(self, one: str, other: str) -> bool:
        """Whether people hold an article of one story and one of the other to differ in story."""
        stories = {one, other}
        return any(
            {self.story_of(article), self.story_of(against)} == stories
            for article, against in rulings.apart(self._connection)
        )

    def story_of(self, article_id: str) -> str | None:
        """The id of the story that an article is placed in, ``None`` where it is in none."""
        return candidates.story_of(self._connection, article_id)

    def article_id(self, start: str) -> str:
        """The id of the one article whose id is `start` or begins with it.

        Raises ``UnknownRecord`` where there is none, or more than one.
        """
        ids = self._connection.scalars(
            select(article.c.id)
            .where(article.c.id.startswith(storable(start), autoescape=True))
            .order_by(article.c.id)
            .limit(4)
        ).all()
        if start in ids or len(ids) == 1:
            return start if start in ids else str(ids[0])
        if not ids:
            raise _no_article(start)
        raise UnknownRecord(
            f"several articles begin with {start!r} ({', '.join(ids)} …); give more of the id"
        )

    # What the ledger holds

    def held(self, offered: Article, producer: Producer) -> Held:
        """Whether adding `offered` with what `producer` reads in it would change anything.

        The first place an article is read from keeps it: the same article from elsewhere changes
        nothing, while the same place, read anew, supersedes what was read there before.
        """
        row = self._article_row(offered.id)
        if row is None:
            return Held.NOTHING
        if (row.model, row.stages) != (producer.model, producer.stages):
            return Held.OLDER
        kept = decode(row.body, Article)
        same_place = _place(kept) == _place(offered)
        return Held.OLDER if same_place and kept != offered else Held.SAME

    def annotated(self, id: str) -> Annotated:
        """The article of that id with everything read from it; ``UnknownRecord`` without one."""
        row = self._article_row(id)
        if row is None:
            raise _no_article(id)
        return _annotated(row)

    def annotated_of(self, story: str) -> Iterator[Annotated]:
        """The annotated articles of `story`, in the order they were added."""
        rows = self._connection.execute(
            _articles()
            .join(placement, placement.c.article == article.c.no)
            .where(_in(story))
            .order_by(article.c.no)
        )
        return (_annotated(row) for row in rows)

    def outdated(
        self, producer: Producer, *, after: str | None = None, limit: int
    ) -> Sequence[Article]:
        """The first articles that another than `producer` annotated, in the order they were added.

        At most `limit`, of those that were added after the article of the id `after`.
        """
        first = select(func.coalesce(func.max(article.c.no), 0)).where(article.c.id == after)
        rows = self._connection.scalars(
            select(article.c.body)
            .join(annotation, annotation.c.article == article.c.no)
            .where(article.c.no > first.scalar_subquery())
            .where(
                (annotation.c.model != producer.model) | (annotation.c.stages != producer.stages)
            )
            .order_by(article.c.no)
            .limit(limit)
        )
        return tuple(decode(body, Article) for body in rows)

    def stories(self) -> Iterator[StoryEntry]:
        """All stories, the newest first, those without a date last."""
        counts = (
            select(
                placement.c.story,
                func.count().label("articles"),
                func.count(article.c.outlet.distinct()).label("outlets"),
            )
            .join(article, article.c.no == placement.c.article)
            .group_by(placement.c.story)
            .subquery()
        )
        rows = self._connection.execute(
            select(story, counts.c.articles, counts.c.outlets)
            .join(counts, counts.c.story == story.c.no)
            .order_by(story.c.last.desc().nulls_last(), story.c.no)
        )
        return (_entry(row) for row in rows)

    def story_id(self, start: str) -> str:
        """The id of the one story whose id is `start` or begins with it.

        The id of a story that was joined into another leads there. Raises ``UnknownRecord`` where
        there is none, or more than one.
        """
        ids = self._connection.scalars(
            select(story.c.id)
            .where(story.c.id.startswith(storable(start), autoescape=True))
            .where(story.c.no.in_(select(placement.c.story)))
            .order_by(story.c.id)
            .limit(4)
        ).all()
        if start in ids or len(ids) == 1:
            return start if start in ids else str(ids[0])
        if not ids:
            for joined in self.decisions("joined", start)[-1:]:
                return self.story_id(joined.value or "")
            raise UnknownRecord(
                f"the ledger holds no story {start!r}; `whence stories LEDGER` lists them"
            )
        raise UnknownRecord(
            f"several stories begin with {start!r} ({', '.join(ids)} …); give more of the id"
        )

    def linked(self, story_id: str, linker: str) -> Linked | None:
        """What `linker` made of the story, ``None`` where that is not kept or out of date."""
        body = self._connection.scalar(
            select(linked.c.body)
            .join(story, story.c.no == linked.c.story)
            .where(story.c.id == story_id, linked.c.linker == linker, ~story.c.stale)
        )
        return None if body is None else decode(body, Linked)

    def stale(self, linker: str) -> Sequence[str]:
        """The ids of the stories that `linker` has to link, in the order they began.

        A story that was never linked is stale since it began.
        """
        others = (linked.c.linker < linker, linked.c.linker > linker)
        left = union(
            select(story.c.no).where(story.c.stale == true()),
            *(select(linked.c.story).where(other) for other in others),
        )
        held = exists().where(placement.c.story == story.c.no)
        ids = select(story.c.id).where(story.c.no.in_(left), held).order_by(story.c.no)
        return tuple(self._connection.scalars(ids))

    def decisions(self, kind: str, subject: str) -> Sequence[Decision]:
        """All that was decided of that kind about `subject`; the last one holds."""
        rows = self._connection.execute(
            select(decision)
            .where(decision.c.kind == kind, decision.c.subject == storable(subject))
            .order_by(decision.c.no)
        )
        return tuple(_decision(row) for row in rows)

    def _article_row(self, id: str) -> Row[Any] | None:
        return self._connection.execute(_articles().where(article.c.id == id)).one_or_none()


def _no_article(id: str) -> UnknownRecord:
    return UnknownRecord(
        f"the ledger holds no article {id!r}; `whence show LEDGER STORY --json -` lists the ids of "
        "a story's articles"
    )


def _articles() -> Select[Any]:
    return select(
        article.c.no,
        article.c.body,
        annotation.c.model,
        annotation.c.stages,
        annotation.c.body.label("read"),
    ).join_from(article, annotation, annotation.c.article == article.c.no)


def _in(story_id: str) -> ColumnElement[bool]:
    return placement.c.story == select(story.c.no).where(story.c.id == story_id).scalar_subquery()


def _member_ids(story_id: str) -> Select[str]:
    return (
        select(article.c.id)
        .join(placement, placement.c.article == article.c.no)
        .where(_in(story_id))
        .order_by(article.c.no)
    )


def _place(held: Article) -> tuple[str, str | None]:
    return held.provenance.place, held.provenance.record


def _annotated(row: Row[Any]) -> Annotated:
    producer = Producer(model=row.model, stages=row.stages)
    return decode_annotation(row.read, decode(row.body, Article), producer)


def _entry(row: Row[Any]) -> StoryEntry:
    return StoryEntry(row.id, row.title, row.first, row.last, row.articles, row.outlets)


def _decision(row: Row[Any]) -> Decision:
    at = datetime.fromisoformat(row.at).replace(tzinfo=UTC)
    return Decision(row.kind, row.subject, row.value, row.who, at, row.why, row.confidence)
