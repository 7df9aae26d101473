"""A draft to an article: its anatomy, its dates, its language and its outlet."""

from whence.errors import EmptyArticle
from whence.model import (
    READ_BLOCKS,
    Article,
    Basis,
    BlockKind,
    Credit,
    CreditKind,
    Moment,
    Outlet,
    Precision,
    Provenance,
    article_id,
)
from whence.read.anatomy import Anatomy, Clues, dissect
from whence.read.dates import DateRole, infer_published
from whence.read.draft import Draft
from whence.read.language import detect_language
from whence.read.options import ReadOptions
from whence.read.outlets import is_outlet, outlet_of
from whence.read.whole import refuse_too_long
from whence.registers.outlets import find_outlet


def compose(draft: Draft, place: str, options: ReadOptions) -> Article:
    """The article of a draft.

    Raises `EmptyArticle` where there are no words, `InputTooLarge` beyond
    `options.max_article_chars`.
    """
    provenance = Provenance(place, draft.format, draft.digest, draft.record)
    _check(draft, str(provenance), options)
    language = draft.language or options.language or detect_language(draft.text)
    clues = Clues(title=draft.title, byline=draft.byline, language=language, marked=draft.marked)
    anatomy = dissect(draft.text, clues, is_outlet=is_outlet)
    updated = draft.updated or _stated(anatomy, DateRole.UPDATED)
    outlet = outlet_of(anatomy.credits, domain=draft.domain, site=draft.site)
    return Article(
        id=article_id(text=draft.text, outlet=outlet, url=draft.url),
        outlet=outlet,
        title=draft.title or _headline(draft.text, anatomy),
        text=draft.text,
        blocks=anatomy.blocks,
        provenance=provenance,
        byline=draft.byline or _byline(anatomy.credits),
        published=draft.published or _published(draft.text, anatomy, updated, language, options),
        updated=updated,
        language=language,
        url=draft.url,
        credits=(*anatomy.credits, *_stated_outside(draft, outlet, anatomy)),
    )


def _stated_outside(draft: Draft, outlet: Outlet, anatomy: Anatomy) -> tuple[Credit, ...]:
    """The credit that the metadata give and the text does not; it points at the first block."""
    name = draft.origin
    if name is None or not anatomy.blocks or _is_same(name, outlet.name):
        return ()
    told = (other for credit in anatomy.credits for other in credit.names)
    if any(_is_same(name, other) for other in told):
        return ()
    span = anatomy.blocks[0].span
    return (Credit(CreditKind.REPORT, span, (name,), draft.origin_stated),)


def _is_same(one: str, other: str) -> bool:
    known = find_outlet(name=one)
    return one.casefold() == other.casefold() or (
        known is not None and known == find_outlet(name=other)
    )


def _check(draft: Draft, place: str, options: ReadOptions) -> None:
    if not any(char.isalnum() for char in draft.text):
        raise EmptyArticle(place, "it holds no words; check that it is the right file")
    refuse_too_long(draft.text, place, options)


def _headline(text: str, anatomy: Anatomy) -> str | None:
    spans = (block.span for block in anatomy.blocks if block.kind is BlockKind.HEADLINE)
    return next((" ".join(span.of(text).split()) for span in spans), None)


def _byline(credits: tuple[Credit, ...]) -> str | None:
    names = [
        name for credit in credits if credit.kind is CreditKind.BYLINE for name in credit.names
    ]
    return ", ".join(dict.fromkeys(names)) or None


def _stated(anatomy: Anatomy, role: DateRole) -> Moment | None:
    """The first date that the text's lines state in that role."""
    found = (entry.expression for entry in anatomy.dates if entry.role is role)
    moments = (date.moment(Basis.TEXT, f"a line of the text: {role.value}") for date in found)
    return next((moment for moment in moments if moment is not None), None)


def _unlabelled(anatomy: Anatomy) -> Moment | None:
    """A date on a line of its own that frames the body; one within it may be of anything."""
    body = [block.span for block in anatomy.blocks if block.kind is BlockKind.PARAGRAPH]
    if not body:
        return None
    corrected = any(block.kind is BlockKind.CORRECTION for block in anatomy.blocks)
    for entry in anatomy.dates:
        span = entry.expression.span
        frames = span.end <= body[0].start or (span.start >= body[-1].end and not corrected)
        if entry.role is DateRole.UNSAID and frames:
            return entry.expression.moment(Basis.TEXT, "a line of the text that holds only a date")
    return None


def _published(
    text: str, anatomy: Anatomy, updated: Moment | None, language: str | None, options: ReadOptions
) -> Moment | None:
    """The moment of publication by the text, then by inference, then by the user's word."""
    return (
        _stated(anatomy, DateRole.PUBLISHED)
        or _unlabelled(anatomy)
        or _by_dateline(anatomy)
        or _by_update(updated)
        or _inferred(text, anatomy, language)
        or _by_option(options)
    )


def _by_dateline(anatomy: Anatomy) -> Moment | None:
    moments = (found.moment(Basis.TEXT, "the dateline") for found in anatomy.dateline_dates)
    return next((moment for moment in moments if moment is not None), None)


def _by_update(updated: Moment | None) -> Moment | None:
    if updated is None or updated.basis is not Basis.TEXT:
        return None
    day = updated.last_day.isoformat()
    words = "the text states only when it was updated, and it was published by then"
    return Moment(day, Precision.DAY, Basis.INFERRED, updated.words, words)


def _inferred(text: str, anatomy: Anatomy, language: str | None) -> Moment | None:
    fresh = [block for block in anatomy.blocks if block.repeats is None]
    return infer_published(
        text,
        body=[block.span for block in fresh if block.kind in READ_BLOCKS],
        captions=[block.span for block in fresh if block.kind is BlockKind.CAPTION],
        language=language,
    )


def _by_option(options: ReadOptions) -> Moment | None:
    if options.published is None:
        return None
    return Moment(options.published.isoformat(), Precision.DAY, Basis.OPTION)
