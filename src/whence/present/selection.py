"""Parts of an account that a reader asks for: one story, one speaker, some chapters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from whence.errors import UsageError
from whence.model import Account
from whence.present import wording
from whence.present.contexts import ClaimContext, DisputeContext, PageContext, StoryContext
from whence.present.neutral import clipped, neutral, one_line

_LISTED = 8  # stories or speakers that an error names


class Chapter(StrEnum):
    """What one may ask for alone."""

    DISPUTES = "disputes"
    CLAIMS = "claims"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What of an account is wanted: everything, unless a speaker or chapters are named.

    `speaker` is a name or words of one; `only` are chapters.
    """

    speaker: str | None = None
    only: frozenset[Chapter] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.speaker is None and not self.only

    def wants(self, chapter: Chapter) -> bool:
        """Whether a chapter is to be shown."""
        return not self.only or chapter in self.only


def one_story(account: Account, wanted: str) -> Account:
    """The account of the story of that id, or its beginning, or of these words in its title.

    Raises ``UsageError`` where no story, or more than one, is so called.
    """
    stories = [each.linked.story for each in account.stories]
    found = [n for n, story in enumerate(stories) if story.id == wanted]
    found = found or [n for n, story in enumerate(stories) if story.id.startswith(wanted)]
    words = one_line(wanted).casefold()
    found = found or [
        n for n, story in enumerate(stories) if words and words in one_line(story.title).casefold()
    ]
    if len(found) == 1:
        return replace(account, stories=(account.stories[found[0]],))
    among = found or range(len(stories))
    listed = "".join(
        f"\n  {stories[n].id}  {clipped(neutral(stories[n].title), 60)}" for n in among[:_LISTED]
    )
    how_many = "more than one story is" if found else "no story is"
    more = f"\n  and {len(among) - _LISTED} more" if len(among) > _LISTED else ""
    raise UsageError(
        f"{how_many} called {wanted!r}; name the id, or words of the title, of one of these:"
        f"{listed or ' there is none'}{more}"
    )


def selected(page: PageContext, selection: Selection) -> PageContext:
    """The page with what `selection` leaves of its stories; a story that is left empty goes.

    Raises ``UsageError`` where nobody is called as the speaker that is wanted.
    """
    if selection.speaker is None:
        return page
    words = one_line(selection.speaker).casefold().split()
    stories = [_by(story, words) for story in page.stories]
    kept = tuple(story for story in stories if story.speakers)
    if not kept:
        heard = [each.speaker.name for story in page.stories for each in story.speakers]
        raise UsageError(
            f"nobody called {selection.speaker!r} speaks in these reports; among those who do are "
            f"{wording.listed([neutral(name) for name in heard], most=_LISTED) or 'none'}"
        )
    return replace(page, stories=kept)


def _by(story: StoryContext, words: Sequence[str]) -> StoryContext:
    """What of a story the speakers say whose names hold all of `words`."""
    speakers = tuple(
        each
        for each in story.speakers
        if any(_called(name, words) for name in (each.speaker.name, *each.names))
    )
    anchors = {each.speaker.anchor for each in speakers}
    names = {each.speaker.name for each in speakers}

    def theirs(claim: ClaimContext) -> bool:
        return any(told.lead.speaker.anchor in anchors for told in claim.told)

    def disputed(dispute: DisputeContext) -> bool:
        stands = (*dispute.one.stands, *dispute.other.stands)
        return any(theirs(stand.claim) for stand in stands)

    series = [
        replace(each, rows=rows)
        for each in story.series
        if (rows := tuple(row for row in each.rows if row.speaker in names))
    ]
    return replace(
        story,
        speakers=speakers,
        disputes=tuple(filter(disputed, (*story.disputes, *story.more_disputes))),
        more_disputes=(),
        agreed=tuple(filter(theirs, story.agreed)),
        supported=tuple(s for s in story.supported if theirs(s.claim) or theirs(s.by)),
        revised=tuple(r for r in story.revised if any(theirs(step.claim) for step in r.steps)),
        single=tuple(filter(theirs, (*story.single, *story.single_more))),
        single_more=(),
        series=tuple(series),
        lone_figures=tuple(row for row in story.lone_figures if row.speaker in names),
    )


def _called(name: str, words: Sequence[str]) -> bool:
    folded = name.casefold()
    return all(word in folded for word in words)
