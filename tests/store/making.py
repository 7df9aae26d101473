"""Small made-up articles, and what one might read in them."""

from datetime import UTC, date, datetime

from whence.model import (
    Annotated,
    Article,
    Block,
    BlockKind,
    Claim,
    Entity,
    EntityKind,
    Form,
    Linked,
    Mention,
    Moment,
    Origin,
    OriginKind,
    Outlet,
    Placed,
    Precision,
    Producer,
    Provenance,
    Referent,
    Sketch,
    Span,
    Stance,
    Statement,
    Story,
    article_id,
    bytes_digest,
    content_id,
)
from whence.model.moment import Basis
from whence.store import Batch, Decision

PRODUCER = Producer(model="model-1", stages="1")
NEWER = Producer(model="model-2", stages="1")
OUTLET = Outlet(name="Tarnby Post", domain="tarnbypost.example")


def article(
    text: str = "“The bridge is shut,” Mayor Ada Lund said.",
    *,
    place: str = "reports/bridge.txt",
    day: str | None = "2031-05-02",
    outlet: Outlet = OUTLET,
) -> Article:
    published = None if day is None else Moment(day, Precision.DAY, Basis.METADATA)
    return Article(
        id=article_id(text=text, outlet=outlet, url=None),
        outlet=outlet,
        title=None,
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
        provenance=Provenance(place, "text", bytes_digest(text.encode("utf-8", "replace"))),
        published=published,
        language="en",
    )


def annotated(source: Article, producer: Producer = PRODUCER) -> Annotated:
    """As if the first three words of the article were a speaker and the rest what she said."""
    third = max(1, len(source.text) // 3)
    speaker = Span(0, third)
    referent = content_id("ref", source.id)
    statement = Statement(
        id=content_id("st", source.id),
        article=source.id,
        source=(speaker,),
        cue=(),
        content=(Span(third, len(source.text)),),
        speaker=referent,
        form=Form.DIRECT,
        stance=Stance.ASSERTS,
        confidence=0.75,
        vector=bytes(range(8)),
    )
    return Annotated(
        article=source,
        producer=producer,
        sentences=(Span(0, len(source.text)),),
        mentions=(Mention(speaker, EntityKind.PERSON, 0.5),),
        times=(),
        referents=(
            Referent(
                referent,
                "Ada Lund",
                ("Ada Lund",),
                EntityKind.PERSON,
                named=True,
                mentions=(speaker,),
            ),
        ),
        statements=(statement,),
        figures=(),
        vector=b"\x01\xff",
    )


def placed(source: Article, story: str = "story-1", terms: tuple[str, ...] = ("bridge",)) -> Placed:
    day = source.published.first_day if source.published else None
    return Placed(Sketch(source.id, day, dict.fromkeys(terms, 1.0), b"\x05"), story)


def decided(source: Article, story: str = "story-1", why: str = "shares terms") -> Decision:
    at = datetime(2031, 5, 3, 12, 0, tzinfo=UTC)
    return Decision("placed", source.id, story, "linker 1", at, why, 0.9)


def linked(story: str, members: tuple[str, ...], title: str = "Bridge shut") -> Linked:
    first = date(2031, 5, 2)
    claim = Claim(
        "cl-1", "The bridge is shut", ("st-1",), (Origin(OriginKind.OUTLET, "x", ("st-1",)),)
    )
    entity = Entity(
        "en-1", "Ada Lund", ("Ada Lund",), EntityKind.PERSON, named=True, referents=("ref-1",)
    )
    return Linked(Story(story, title, members, first, first), (entity,), (claim,), (), ())


def put(batch: Batch, source: Article, story: str = "story-1", *terms: str) -> None:
    """Keep and place `source` as one step."""
    batch.keep(annotated(source))
    batch.place(placed(source, story, terms or ("bridge",)), decided(source, story))
