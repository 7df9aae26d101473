"""An article filed in the ledger: its annotations, the marks of its text, and its story.

A person's word goes before the machine's whenever an article is filed, again or for the first
time.
"""

from datetime import UTC, datetime

from whence.link import (
    EXAMINED_AT,
    SCHEME,
    Placement,
    Without,
    find_kin,
    parts,
    place,
    sketch,
)
from whence.model import Annotated, Article, Placed, Ruling, Sketch, Verdict, content_id
from whence.store import Batch, Decision, Ledger, View

#: What has linked a story; counts up whenever linking gives another result, so that it links anew.
LINKER = "whence, linking 4"


def keep(writing: Batch, annotated: Annotated) -> None:
    """Keep one article, find its kin, and place it in a story."""
    writing.keep(annotated)
    mark(writing, annotated.article)
    file(writing, sketch(annotated))


def mark(writing: Batch, article: Article) -> None:
    """Keep the marks of an article's text, and what it shares with others."""
    found = find_kin(article, writing)
    writing.mark(found.fingerprint, found.kin, SCHEME)
    writing.disturb(found.disturbed)


def mark_missing(ledger: Ledger, page: int) -> None:
    """Find the kin of articles whose marks are missing or were chosen by an earlier scheme."""
    while True:
        with ledger.writing() as writing:
            articles = writing.unmarked(SCHEME, limit=page)
            for article in articles:
                mark(writing, article)
        if not articles:
            return


def file(writing: Batch, sketched: Sketch) -> None:
    """Place an article in a story, which may show two stories to be one; people's word first."""
    article = sketched.article
    rulings = writing.rulings((article,))
    barred = frozenset(
        story
        for ruling in rulings
        if ruling.verdict is Verdict.OTHER_STORY
        and (story := writing.story_of(ruling.of(article))) is not None
    )
    required = [
        (ruling, story)
        for ruling in rulings
        if ruling.verdict is Verdict.SAME_STORY
        and (story := writing.story_of(ruling.of(article))) is not None
        and story not in barred
    ]
    placement = place(sketched, Without(writing, barred))
    if required:
        ruling, story = required[-1]
        writing.place(Placed(sketched, story), _as_ruled(ruling, article, story))
        return
    placed = Placed(sketched, placement.story or _new_story(writing, article))
    writing.place(placed, _decision("placed", article, placed.story, placement))
    for joined in placement.joins:
        if not writing.held_apart(joined, placed.story):
            writing.join(_decision("joined", joined, placed.story, placement))
    part(writing, placed.story, placement)


def part(writing: Batch, story: str, placement: Placement) -> None:
    """Look again at a story that has grown, and part it where it turns out to be several."""
    most = max(EXAMINED_AT)
    if writing.size_of(story, most=most + 1) not in EXAMINED_AT:
        return
    members = writing.placed_in(story, most=most)
    sketches = {placed.sketch.article: placed.sketch for placed in members}
    together = [
        frozenset((ruling.article, ruling.other))
        for ruling in writing.rulings(tuple(sketches))
        if ruling.verdict is Verdict.SAME_STORY
    ]
    stays, *others = parts(
        tuple(sketches.values()), writing, crowd=placement.crowd, together=together
    )
    for other in others:
        name = _new_story(writing, other[0])
        for article in other:
            decided = Decision(
                kind="placed",
                subject=article,
                value=name,
                who=LINKER,
                at=datetime.now(UTC),
                why=f"{story} turned out to be {1 + len(others)} stories; this one has "
                f"{len(other)} of its {len(sketches)} articles, {len(stays)} stay",
                confidence=placement.score,
            )
            writing.place(Placed(sketches[article], name), decided)


def _new_story(view: View, article: str) -> str:
    """The id of a story that the article begins: its own, as long as no others are in there."""
    name = content_id("story", article)
    while set(view.members(name)) - {article}:
        name = content_id("story", article, name)
    return name


def _as_ruled(ruling: Ruling, article: str, story: str) -> Decision:
    return Decision(
        kind="placed",
        subject=article,
        value=story,
        who=LINKER,
        at=datetime.now(UTC),
        why=f"{ruling.who} decided: {ruling.verdict} as {ruling.of(article)} ({ruling.why})",
        confidence=1.0,
    )


def _decision(kind: str, subject: str, story: str, placement: Placement) -> Decision:
    shared = ", ".join(evidence.term for evidence in placement.evidence) or "no term"
    crowd = f" (less {placement.crowd:.3f} that others near share)" if placement.crowd else ""
    return Decision(
        kind=kind,
        subject=subject,
        value=story,
        who=LINKER,
        at=datetime.now(UTC),
        why=f"likeness {placement.score:.3f}{crowd}, needed {placement.threshold:.3f}; "
        f"shares {shared}",
        confidence=placement.score if placement.story else 1 - placement.score,
    )
