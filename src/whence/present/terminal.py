"""The account on a terminal, made for reading; plain text where it is piped."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from whence.model import Account
from whence.present.contexts import (
    ClaimContext,
    DisputeContext,
    PageContext,
    Said,
    SpeakerContext,
    Stand,
    StoryContext,
    Told,
    Tone,
)
from whence.present.drawings import FigureRow, SeriesContext
from whence.present.neutral import clipped, neutral
from whence.present.selection import Chapter, Selection, selected
from whence.present.story import page_context

_TONE_STYLES = {
    Tone.HOLDS: "",
    Tone.REFUSES: "red",
    Tone.PRESSES: "magenta",
    Tone.COMMITS: "green",
    Tone.WEIGHS: "dim",
}
WHOLE = Selection()
_NONE_HERE = "None."
_SPACES = re.compile(r"\s+")
_MOST_SINGLE = 8
_WORDS = 280  # characters of a statement, at most; the page has them all


def print_account(account: Account, console: Console, selection: Selection = WHOLE) -> None:
    """Print the account as a summary: disputes first, then who said what.

    Words are cut at 280 characters and marked so; control characters of the texts are neutralised.
    Raises ``UsageError`` where `selection` names a speaker who does not speak.
    """
    page = selected(page_context(account), selection)
    if len(page.stories) != 1:
        console.print(_text(page.title, "bold"))
    for story in page.stories:
        for part in _story(story, selection):
            console.print(part)
    for part in _failed(page):
        console.print(part)


def _story(story: StoryContext, selection: Selection) -> Iterable[RenderableType]:
    yield ""
    yield _text(story.title, "bold")
    yield _text(
        f"{story.days} · {story.articles_count} of {story.outlets_count} from {story.origins_count}"
        + (f"; {story.untraced}" if story.untraced else "")
    )
    if selection.is_whole:
        yield _text(_standing(story), "dim")
    if selection.wants(Chapter.DISPUTES):
        yield from _disputes(story, "" if selection.is_whole else _NONE_HERE)
    if selection.wants(Chapter.CLAIMS):
        yield from _claims(story)
    if not selection.only:
        yield from _speakers(story.speakers)
    if selection.wants(Chapter.FIGURES):
        yield from _figures(story)
    if selection.is_whole:
        yield from _articles(story)


def _standing(story: StoryContext) -> str:
    """How the claims of a story stand."""
    disputed = {
        stand.claim.id
        for dispute in (*story.disputes, *story.more_disputes)
        for stand in (*dispute.one.stands, *dispute.other.stands)
    }
    changed = {step.claim.id for course in story.revised for step in course.steps}
    parts = (
        (len(disputed), "disputed"),
        (len(story.agreed) + len(story.supported), "agreed by independent origins"),
        (len(changed), "changed"),
        (len(story.single) + len(story.single_more), "on one origin alone, or none known"),
    )
    return f"{story.claim_count} claims: " + ", ".join(f"{n} {words}" for n, words in parts if n)


def _disputes(story: StoryContext, instead: str) -> Iterable[RenderableType]:
    yield _heading("In dispute", story.dispute_count)
    if not story.disputes:
        yield _Indented(_text(instead or story.looked_for), 2)
    for n, dispute in enumerate(story.disputes):
        if n:
            yield ""
        yield from _dispute(dispute)
    if story.more_disputes:
        yield _Indented(_text(f"and {len(story.more_disputes)} more, of less weight", "dim"), 2)


def _dispute(dispute: DisputeContext) -> Iterable[RenderableType]:
    yield _Indented(_text(dispute.title, "bold"), 2)
    for stand in (*dispute.one.stands, *dispute.other.stands):
        yield from _stand(stand)
        for clash in stand.clashes:
            sure = clash.ground.sureness
            why = f"against {clash.against}: {clash.ground.words} ({sure.words}, {sure.percent})"
            yield _Indented(_text(why, "dim"), 7, hang=2)


def _stand(stand: Stand) -> Iterable[RenderableType]:
    style = "bold cyan" if stand.letter.startswith("A") else "bold yellow"
    head = _text(f"{stand.letter:<3}", style)
    head.append_text(_text(stand.claim.speakers, "bold"))
    head.append_text(_text(f", {stand.since}, {stand.claim.count}", "dim"))
    yield _Indented(head, 4)
    several = len(stand.claim.told) > 1
    for told in stand.claim.told:
        line = _text(f"{told.lead.speaker.name} " if several else "")
        yield _Indented(line.append_text(_said(told.lead)), 7, hang=2)
        yield _Indented(_whence(told), 9, hang=2)


def _claims(story: StoryContext) -> Iterable[RenderableType]:
    if story.agreed or story.supported:
        yield _heading("Agreed by independent origins", len(story.agreed) + len(story.supported))
    for claim in story.agreed:
        yield _claim(claim)
    for support in story.supported:
        yield _claim(support.claim)
        yield _Indented(_text(f"backed by {_brief(support.by)}", "dim"), 4)
    if story.revised:
        yield _heading("Revised", len(story.revised))
    for course in story.revised:
        for n, step in enumerate(course.steps):
            if n:
                yield _Indented(_text("later", "dim"), 4)
            yield _claim(step.claim)
    single = [*story.single, *story.single_more]
    if single:
        yield _heading("On one origin alone", len(single))
    for claim in single[:_MOST_SINGLE]:
        yield _claim(claim)
    if len(single) > _MOST_SINGLE:
        yield _Indented(_text(f"and {len(single) - _MOST_SINGLE} more", "dim"), 2)


def _claim(claim: ClaimContext) -> RenderableType:
    lead = claim.told[0].lead
    line = _text(claim.speakers, "bold")
    stance = f" {lead.stance}: " if len(claim.told) == 1 else ": "
    line.append_text(_text(stance, _TONE_STYLES[lead.tone]))
    line.append_text(_text(_quoted(lead)))
    printed = "" if claim.count.endswith(claim.outlets) else f" · in {claim.outlets}"
    line.append_text(_text(f" · {claim.count}{printed}", "dim"))
    return _Indented(line, 2, hang=2)


def _brief(claim: ClaimContext) -> str:
    return f"{claim.speakers}: {clipped(claim.text, 120)}"


def _speakers(speakers: tuple[SpeakerContext, ...]) -> Iterable[RenderableType]:
    yield _heading("Who said what", sum(len(s.told) + len(s.rest) for s in speakers))
    for n, each in enumerate(speakers):
        if n:
            yield ""
        head = _text(each.speaker.name, "bold")
        about = [
            "unnamed" if each.speaker.sort == "unnamed" else "",
            ", ".join(each.roles[:2]),
            each.count,
        ]
        head.append_text(_text("  " + " · ".join(filter(None, about)), "dim"))
        yield _Indented(head, 2)
        for told in (*each.told, *each.rest):
            yield _Indented(_said(told.lead), 4, hang=2)
            yield _Indented(_whence(told), 6, hang=2)


def _said(said: Said) -> Text:
    line = _text(f"{said.stance}: ", _TONE_STYLES[said.tone])
    line.append_text(_text(_quoted(said)))
    return line


def _quoted(said: Said) -> str:
    words = clipped(said.words, _WORDS)
    return f"“{words}”" if said.quoted else words


def _whence(told: Told) -> Text:
    lead = told.lead
    line = _text(f"{lead.date_words} · ", "dim")
    line.append_text(_text(" → ".join((lead.speaker.name, *lead.chain)), "dim"))
    if told.also:
        others = list(dict.fromkeys(other.outlet for other in told.also))
        line.append_text(_text(f" · also {', '.join(others)}", "dim"))
    if lead.sureness.low:
        line.append_text(_text(f" · {lead.sureness.words}, {lead.sureness.percent}", "yellow"))
    return line


def _figures(story: StoryContext) -> Iterable[RenderableType]:
    if not story.series and not story.lone_figures:
        return
    yield _heading("Figures", story.figure_count)
    for series in story.series:
        yield from _series(series)
    if story.lone_figures:
        yield _Indented(_text("Counted once", "bold"), 2)
    for row in story.lone_figures:
        what = ", ".join(filter(None, (row.what, row.where)))
        line = _text(f"{row.value} {what}")
        line.append_text(_text(f" · as of {row.as_of} · {_printed(row)}", "dim"))
        yield _Indented(line, 4, hang=2)


def _series(series: SeriesContext) -> Iterable[RenderableType]:
    yield _Indented(_text(series.title, "bold"), 2)
    broad = max(cell_len(row.value) for row in series.rows)
    for row in series.rows:
        line = _text(row.value + " " * (broad - cell_len(row.value)))
        line.append_text(_text(f"  {row.as_of} · {_printed(row)}", "dim"))
        if row.clashes:
            line.append_text(_text(f" · cannot hold beside {row.clashes}", "red"))
        yield _Indented(line, 4, hang=broad + 2)


def _printed(row: FigureRow) -> str:
    outlets = ", ".join(dict.fromkeys(link.name for link in row.outlets))
    printed = outlets if outlets == row.speaker else f"{row.speaker} → {outlets}"
    return f"{printed} ({row.word})" if row.word else printed


def _articles(story: StoryContext) -> Iterable[RenderableType]:
    yield _heading("Articles", len(story.articles))
    for article in story.articles:
        line = _text(article.outlet, "bold")
        line.append_text(_text(f" {article.title}"))
        when = article.published
        dated = "of unknown date" if when is None else when.words
        if when is not None and not when.firm:
            dated += f" ({when.note})"
        line.append_text(_text(f" · {dated} · {article.count}", "dim"))
        for debt in article.debts:
            line.append_text(_text(f" · {debt.kind} of {debt.source}", "dim"))
        yield _Indented(line, 2, hang=2)


def _failed(page: PageContext) -> Iterable[RenderableType]:
    if page.failed:
        yield _heading("Not read", len(page.failed))
    for failure in page.failed:
        yield _Indented(_text(f"{failure.input} [{failure.code}] {failure.why}", "red"), 2, hang=2)


def _heading(words: str, count: int) -> Text:
    line = Text("\n")
    line.append(words.upper(), style="bold")
    line.append(f"  {count}", style="dim")
    return line


def _text(words: str, style: str = "") -> Text:
    """Words as they are: no markup is read in them, and nothing in them commands the terminal."""
    return Text(_SPACES.sub(" ", neutral(words)), style=style)


@dataclass(frozen=True, slots=True)
class _Indented:
    """Words moved to the right; lines after the first hang by so much more."""

    words: Text
    by: int
    hang: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(20, options.max_width - self.by - self.hang)
        for n, line in enumerate(self.words.wrap(console, width)):
            line.rstrip()
            yield Text(" " * (self.by + (self.hang if n else 0))).append_text(line)
