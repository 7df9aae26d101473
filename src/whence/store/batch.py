"""Writing to a ledger: one batch is one transaction, kept whole or not at all."""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC

from sqlalchemy import Connection, Integer, bindparam, delete, insert, select, true, update

from whence.errors import UnknownRecord
from whence.model import Annotated, Article, Fingerprint, Kinship, Linked, Placed, Ruling
from whence.store import candidates, rulings, texts
from whence.store.codec import encode, encode_annotation, storable
from whence.store.prepared import Prepared
from whence.store.records import Decision
from whence.store.schema import annotation, article, decision, linked, placement, story
from whence.store.view import View


class Batch(View):
    """A view that may also be written to, and sees what it wrote."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._numbers: dict[str, int] = {}

    def keep(self, annotated: Annotated) -> None:
        """Keep an article and what was read from it, in place of an earlier reading of it.

        An earlier reading's place in a story is withdrawn, so that it is placed anew.
        """
        number = self._number(annotated.article.id)
        if number is None:
            number = self._insert_article(annotated.article)
        else:
            self._marks.forget(number)
            self._withdraw(number)
            self._connection.execute(delete(annotation).where(annotation.c.article == number))
            self._update_article(number, annotated.article)
        _READ.run(
            self._connection,
            {
                "article": number,
                "model": annotated.producer.model,
                "stages": annotated.producer.stages,
                "body": encode_annotation(annotated),
            },
        )

    def place(self, placed: Placed, decided: Decision) -> None:
        """Place a kept article in a story, which begins where there is none of that id."""
        number = self._number(placed.sketch.article)
        if number is None:
            raise UnknownRecord(
                f"article {placed.sketch.article} cannot be placed before it is kept"
            )
        self._withdraw(number)
        row = (number, self._story_number(placed.story))
        candidates.index(self._connection, self._terms, row, placed.sketch)
        self.decide(decided)

    def join(self, decided: Decision) -> None:
        """Move the articles of one story, the decision's subject, into another, its value."""
        into = self._story_number(decided.value or "")
        joined = self._connection.scalar(select(story.c.no).where(story.c.id == decided.subject))
        if joined is None or joined == into:
            raise UnknownRecord(f"there is no other story {decided.subject!r} to be joined")
        self._connection.execute(
            update(placement).where(placement.c.story == joined).values(story=into)
        )
        self._connection.execute(delete(linked).where(linked.c.story == joined))
        self._set_stale(joined)
        self.decide(decided)

    def mark(self, made: Fingerprint, kin: Sequence[Kinship], scheme: str) -> None:
        """Keep the marks of a kept article and its kin; the stories of its kin are stale then."""
        number = self._number(made.article)
        if number is None:
            raise UnknownRecord(f"article {made.article} cannot be marked before it is kept")
        self._marks.index(number, made, scheme)
        numbers = {made.article: number}
        for each in kin:
            other = each.of(made.article)
            found = self._number(other)
            if found is None:
                raise UnknownRecord(f"article {other} shares words with another and is not kept")
            numbers[other] = found
        texts.keep_kin(self._connection, [((numbers[k.one], numbers[k.other]), k) for k in kin])
        self._disturb(numbers.values())

    def disturb(self, articles: Collection[str]) -> None:
        """Have the stories of the articles with these ids linked anew."""
        numbers = map(self._number, sorted(articles))
        self._disturb(number for number in numbers if number is not None)

    def _disturb(self, numbers: Iterable[int]) -> None:
        _DISTURB.run_each(self._connection, ({"article": number} for number in numbers))

    def rule(self, ruling: Ruling) -> None:
        """Keep what a person decided about two articles; their stories are linked anew."""
        for name in (ruling.article, ruling.other):
            if self._number(name) is None:
                raise UnknownRecord(f"the ledger holds no article {name!r}")
        for decided in rulings.as_decisions(ruling):
            self.decide(decided)
        self.disturb((ruling.article, ruling.other))

    def decide(self, decided: Decision) -> None:
        """Add a decision; the ones before it on the same subject stay, superseded."""
        _DECIDE.run(
            self._connection,
            {
                "kind": decided.kind,
                "subject": decided.subject,
                "value": decided.value,
                "who": storable(decided.who),
                "at": decided.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"),
                "why": storable(decided.why),
                "confidence": decided.confidence,
            },
        )

    def keep_linked(self, made: Linked, linker: str) -> None:
        """Keep what `linker` made of a story; the story is then up to date."""
        number = self._connection.scalar(select(story.c.no).where(story.c.id == made.story.id))
        if number is None:
            raise UnknownRecord(
                f"story {made.story.id} cannot be linked: no article is placed in it"
            )
        self._connection.execute(
            update(story)
            .where(story.c.no == number)
            .values(
                title=made.story.title, first=made.story.first, last=made.story.last, stale=False
            )
        )
        self._connection.execute(delete(linked).where(linked.c.story == number))
        self._connection.execute(
            linked.insert().values(story=number, linker=linker, body=encode(made))
        )

    def finish(self) -> None:
        """Write what is written but once, at the end of the batch."""
        self._terms.write()

    def _number(self, article_id: str) -> int | None:
        """The number of a kept article, which is looked up once: it never changes."""
        number = self._numbers.get(article_id)
        if number is None:
            rows = _NUMBER.rows(self._connection, {"name": article_id})
            if not rows:
                return None
            number = self._numbers[article_id] = int(rows[0][0])
        return number

    def _insert_article(self, kept: Article) -> int:
        ((number,),) = _KEEP.rows(self._connection, {"id": kept.id, **_columns(kept)})
        texts.begin(self._connection, number)
        self._numbers[kept.id] = int(number)
        return int(number)

    def _update_article(self, number: int, kept: Article) -> None:
        self._connection.execute(
            update(article).where(article.c.no == number).values(**_columns(kept))
        )

    def _withdraw(self, number: int) -> None:
        left = candidates.withdraw(self._connection, self._terms, number)
        if left is not None:
            self._set_stale(left)

    def _story_number(self, story_id: str) -> int:
        """The number of the story, begun if need be; its articles change, so it is stale."""
        rows = _STORY.rows(self._connection, {"name": story_id})
        if rows:
            self._set_stale(rows[0][0])
            return int(rows[0][0])
        ((number,),) = _BEGIN_STORY.rows(self._connection, {"id": story_id, "stale": True})
        return int(number)

    def _set_stale(self, number: int) -> None:
        _STALE.run(self._connection, {"number": number})


_NUMBER = Prepared(select(article.c.no).where(article.c.id == bindparam("name")))
_KEEP = Prepared(
    insert(article)
    .values({name: bindparam(name) for name in ("id", "outlet", "title", "published", "body")})
    .returning(article.c.no)
)
_READ = Prepared(insert(annotation))
_STORY = Prepared(select(story.c.no).where(story.c.id == bindparam("name")))
_BEGIN_STORY = Prepared(
    insert(story).values(id=bindparam("id"), stale=bindparam("stale")).returning(story.c.no)
)
_STALE = Prepared(update(story).where(story.c.no == bindparam("number")).values(stale=true()))
_DISTURB = Prepared(
    update(story)
    .where(
        story.c.no
        == select(placement.c.story)
        .where(placement.c.article == bindparam("article", type_=Integer))
        .scalar_subquery()
    )
    .values(stale=true())
)
_DECIDE = Prepared(
    insert(decision).values(
        {
            name: bindparam(name)
            for name in ("kind", "subject", "value", "who", "at", "why", "confidence")
        }
    )
)


def _columns(kept: Article) -> dict[str, str | None]:
    return {
        "outlet": storable(kept.outlet.domain or kept.outlet.name),
        "title": None if kept.title is None else storable(kept.title),
        "published": None if kept.published is None else kept.published.value,
        "body": encode(kept),
    }
