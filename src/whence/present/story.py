"""A whole story, and a whole page, as contexts."""

from collections.abc import Iterable
from dataclasses import replace

from whence.model import Account, StoryAccount
from whence.present import wording
from whence.present.articles import Articles
from whence.present.claims import Claims, origin_kind, origin_name
from whence.present.contexts import FailureContext, OriginContext, PageContext, StoryContext
from whence.present.disputes import anchors, disputes
from whence.present.figures import Figures
from whence.present.graph import graph
from whence.present.lookup import Lookup
from whence.present.neutral import one_line
from whence.present.reasons import Reasons
from whence.present.speakers import speakers
from whence.present.standings import known
from whence.present.statements import Statements
from whence.present.timeline import days
from whence.present.version import VERSION

_OPEN_DISPUTES = 8  # disputes, and single-source claims, shown before one asks for more
_OPEN_SINGLE = 10
_SHORT = 40  # articles of which a page is laid out at once


def story_context(account: StoryAccount, *, number: int = 1, level: int = 1) -> StoryContext:
    """Everything that is shown of one story; `level` is that of its heading.

    `number` tells apart the stories of one page: all anchors carry it.
    """
    lookup = Lookup(account, number)
    statements = Statements(lookup, anchors(lookup))
    claims = Claims(lookup, statements)
    found = disputes(lookup, claims)
    revised, supported = claims.revised(), claims.supported()
    taken = set(statements.disputed)
    taken.update(step.claim.id for course in revised for step in course.steps)
    taken.update(s.claim.id for s in supported)
    agreed, single = claims.apart_from(taken)
    figures = Figures(lookup, statements)
    origins = lookup.known_origins()
    story = account.linked.story
    articles = [each.article for each in account.articles]
    return StoryContext(
        number=number,
        anchor=f"story{number}",
        level=level,
        title=one_line(story.title) or "A story without a title",
        days=wording.span_of_days(story.first, story.last),
        articles_count=wording.counted(len(articles), "article"),
        outlets_count=_outlets_count(lookup),
        origins_count=_origins_count(len(known(o for o, _ in origins))),
        untraced=_untraced(lookup),
        origins=tuple(
            OriginContext(origin_name(o), origin_kind(o.kind), wording.counted(n, "statement"))
            for o, n in origins
        ),
        disputes=found[:_OPEN_DISPUTES],
        more_disputes=found[_OPEN_DISPUTES:],
        looked_for=_looked_for(lookup),
        claim_count=len(lookup.claims),
        agreed=tuple(agreed),
        supported=supported,
        revised=revised,
        single=tuple(single[:_OPEN_SINGLE]),
        single_more=tuple(single[_OPEN_SINGLE:]),
        speakers=speakers(lookup, statements),
        series=figures.series(),
        lone_figures=figures.alone(),
        days_told=days(lookup, statements),
        graph=graph(lookup),
        articles=Articles(lookup, claims).contexts(),
        reasons=Reasons(lookup, statements).contexts(),
        newest_dispute=max((d.since for d in found if d.since is not None), default=None),
    )


def page_context(account: Account) -> PageContext:
    """The page of an account: its stories, the newest dispute first, and what failed."""
    level = 1 if len(account.stories) == 1 else 2
    stories = [
        story_context(story, number=number, level=level)
        for number, story in enumerate(account.stories, 1)
    ]
    stories.sort(key=lambda s: (s.newest_dispute is not None, s.newest_dispute), reverse=True)
    return PageContext(
        title=_page_title(stories),
        stories=tuple(_as_read(stories)),
        failed=tuple(FailureContext(f.input, f.code, f.why) for f in account.failed),
        version=VERSION,
    )


def _as_read(stories: list[StoryContext]) -> Iterable[StoryContext]:
    """The stories of a long page, of which a browser need not make all elements at once."""
    long = sum(len(story.articles) for story in stories) > _SHORT
    for n, story in enumerate(stories):
        by_chapter = long and n > 0 and len(story.articles) <= _SHORT
        yield replace(story, by_part=long and not by_chapter, by_chapter=by_chapter)


def _page_title(stories: list[StoryContext]) -> str:
    if not stories:
        return "No story: nothing could be read"
    if len(stories) == 1:
        return stories[0].title
    articles = sum(len(story.articles) for story in stories)
    many = wording.counted(len(stories), "story", "stories")
    return f"{many} in {wording.counted(articles, 'article')}"


def _origins_count(number: int) -> str:
    if number == 0:
        return "no known origin"
    return wording.counted(number, "independent origin")


def _outlets_count(lookup: Lookup) -> str:
    articles = [each.article for each in lookup.account.articles]
    known_ones = {lookup.outlet(article) for article in articles if lookup.knows_outlet(article)}
    if all(lookup.knows_outlet(article) for article in articles):
        return wording.counted(len(known_ones), "outlet")
    if known_ones:
        return wording.counted(len(known_ones), "known outlet")
    return "an unknown outlet" if len(articles) == 1 else "unknown outlets"


def _untraced(lookup: Lookup) -> str:
    """How much of the story has no known origin: independence is not guessed."""
    number = sum(not known(claim.origins) for claim in lookup.claims.values())
    if not number:
        return ""
    verb = "is" if number == 1 else "are"
    return f"{wording.counted(number, 'claim')} {verb} not traced beyond the outlet"


def _looked_for(lookup: Lookup) -> str:
    """What stands in place of disputes where there are none."""
    if len(lookup.claims) < 2:
        return "There are no two claims in these articles that could be set beside each other."
    speaking = {each.id for s in lookup.statements.values() if (each := lookup.speaker_of(s))}
    return (
        f"whence set the {len(lookup.claims)} claims of "
        f"{wording.counted(len(speaking), 'known speaker')} beside each other and found none that "
        "cannot hold beside another. It looked for statements that deny or reject one another, for "
        "figures of one thing that exclude each other, and for reports that say of their speakers "
        "that they contradict each other. That it found none does not mean that there is none."
    )
