"""How one statement entered the news, as far as its own article tells."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from whence.link.derivation.credits import credited_names
from whence.link.names import plain
from whence.link.said import UNKNOWN_OUTLET, Said
from whence.model import (
    Article,
    CreditKind,
    EntityKind,
    Name,
    OriginKind,
    Outlet,
    OutletKind,
    Passage,
    hull,
)
from whence.registers.outlets import find_outlet

_PRESS = re.compile(
    r"\b(?:reporters?|journalists?|news\s?men|(?:press|news|media) (?:conference|briefing)|"
    r"briefing|presser|the (?:press|media))\b",
    re.IGNORECASE,
)
_AIRED = re.compile(
    r"\b(?:interview|television|tv|radio|broadcast|programme|program|show|podcast)\b", re.IGNORECASE
)
_WRITTEN = re.compile(
    r"\b(?:statement|letter|report|communiqu[eé]|press release|release|decree|document|data|post|"
    r"tweet|twitter|facebook|telegram|social media|website|memo|order|log|filing|court papers)\b",
    re.IGNORECASE,
)
#: How an outlet names itself where someone spoke to it alone.
_ITSELF = re.compile(
    r"\b(?:this|our) (?:news)?(?:paper|site|website|magazine|channel|station|network|agency|"
    r"program(?:me)?|reporter|correspondent)\b",
    re.IGNORECASE,
)
#: Code points between two statements of one speaker beyond which the second need not have been
#: made where the first was.
_ONE_BREATH = 600
_KIND_OF_OUTLET = {
    OutletKind.AGENCY: OriginKind.AGENCY,
    OutletKind.BROADCASTER: OriginKind.BROADCAST,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """How one statement entered the news: statements of one `key` have one origin.

    `occasion` is the day of a press conference or a document, which parts it from others of the
    same key; ``None`` where it is no occasion or has no day. `shown` is where the article says so.
    """

    said: Said
    kind: OriginKind
    name: str
    key: tuple[str, ...]
    because: str
    shown: Passage | None = None
    occasion: date | None = None

    @property
    def is_known(self) -> bool:
        """Whether it is known where the statement entered the news."""
        return self.kind is not OriginKind.UNKNOWN

    @property
    def is_occasion(self) -> bool:
        """Whether the speaker made it on an occasion that several outlets may have been at."""
        return self.key[0] in {"press", "written"}


@dataclass(frozen=True, slots=True)
class Credited:
    """Whom an article says that it has its text from, and where it says so."""

    name: str
    shown: Passage
    because: str


@dataclass(frozen=True)
class Desk:
    """Reads entries out of statements; `printed` finds an outlet of the story by its name."""

    printed: Callable[[str], Outlet | None]

    def of_chain(self, said: Said) -> Entry | None:
        """What the statement's own words tell: audience, venue, carrier, or a document speaking."""
        statement = said.statement
        found = self._told(said) or self._at_venue(said)
        if found is None and statement.via:
            carrier = statement.via[-1]
            found = self.through(said, carrier.name, "it came through that outlet")
            found = replace(found, shown=Passage(said.article.id, carrier.span))
        if found is None and said.speaker and said.speaker.kind is EntityKind.DOCUMENT:
            # What articles print of a document without a name may well be of one document.
            key = ("document", said.speaker.id if said.speaker.named else "")
            found = Entry(said, OriginKind.DOCUMENT, said.speaker.name, key, "a document speaks")
        return found

    def through(self, said: Said, name: str, because: str) -> Entry:
        """That the statement came through the outlet or agency of that name."""
        outlet = self._outlet(name)
        agency = outlet is not None and outlet.kind is OutletKind.AGENCY
        shown = outlet.name if outlet else name
        kind = OriginKind.AGENCY if agency else OriginKind.OUTLET
        return Entry(said, kind, shown, ("outlet", plain(shown)), because)

    def of_outlet(self, said: Said) -> Entry:
        """What is left where nothing is told: an agency's own report, or unknown."""
        outlet = said.article.outlet
        if outlet.kind is OutletKind.AGENCY:
            return self.through(said, outlet.name, "an agency's own report")
        # Two articles of outlets that are not known need not be of one outlet.
        key = said.article.id if outlet.name == UNKNOWN_OUTLET else plain(outlet.name)
        because = "its article does not say whence it has it"
        return Entry(said, OriginKind.UNKNOWN, outlet.name, ("outlet", key), because)

    def credited(self, article: Article) -> Credited | None:
        """Whom an article's metadata say that it is from, else the one agency that it credits."""
        own = plain(article.outlet.name)
        stated = {
            name: Credited(name, Passage(article.id, credit.span), "its metadata say so")
            for credit in article.credits
            if credit.stated and credit.kind is CreditKind.REPORT
            for name in credit.names
            if plain(name) != own
        }
        if stated:
            return next(iter(stated.values())) if len(stated) == 1 else None
        return self.credited_agency(article)

    def credited_agency(self, article: Article) -> Credited | None:
        """The one agency that the text of an article credits for its report; else ``None``."""
        because = "its text is credited to that agency"
        found = {
            outlet.name: Credited(outlet.name, Passage(article.id, span), because)
            for name, span in credited_names(article)
            if (outlet := self._outlet(name)) and outlet.kind is OutletKind.AGENCY
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _told(self, said: Said) -> Entry | None:
        for audience in said.statement.told:
            shown = Passage(said.article.id, audience.span)
            if _PRESS.search(audience.name):
                return self._occasion(said, "press", audience)
            itself = _ITSELF.search(audience.name) is not None
            outlet = said.article.outlet if itself else self._outlet(audience.name)
            if outlet is not None and outlet.name != UNKNOWN_OUTLET:
                kind = _KIND_OF_OUTLET.get(outlet.kind, OriginKind.OUTLET)
                key = ("outlet", plain(outlet.name))
                return Entry(said, kind, outlet.name, key, "it was told to that outlet", shown)
        return None

    def _at_venue(self, said: Said) -> Entry | None:
        for venue in said.statement.venue:
            if _PRESS.search(venue.name):
                return self._occasion(said, "press", venue)
            if _AIRED.search(venue.name):
                key = ("aired", plain(venue.name), _who(said))
                shown = Passage(said.article.id, venue.span)
                because = "it was said there"
                return Entry(said, OriginKind.BROADCAST, venue.name, key, because, shown)
            if _WRITTEN.search(venue.name):
                return self._occasion(said, "written", venue)
        return None

    def _occasion(self, said: Said, sort: str, named: Name) -> Entry:
        day = f", {said.day.isoformat()}" if said.day else ""
        if sort == "press":
            kind, name = OriginKind.PRESS_CONFERENCE, f"{said.who} to the press{day}"
            because = "it was told to the press"
        else:
            kind, because = OriginKind.DOCUMENT, "it was put in writing"
            name = f"{named.name} of {said.who}" if said.speaker else named.name
        shown = Passage(said.article.id, named.span)
        return Entry(said, kind, name, (sort, _who(said)), because, shown, said.day)

    def _outlet(self, name: str) -> Outlet | None:
        return self.printed(plain(name)) or find_outlet(name=name)


def _who(said: Said) -> str:
    return said.speaker.id if said.speaker else said.article.id


def carried_over(statements: Sequence[Said], own: dict[str, Entry | None]) -> None:
    """Give the statements of one article that tell nothing what the speaker's last words told.

    A speaker who goes on, with nobody between and within 600 code points, is still where he was.
    """
    before: Said | None = None
    for said in sorted(statements, key=lambda one: (hull(one.statement.content), one.id)):
        last = own[before.id] if before is not None and _goes_on(before, said) else None
        if own[said.id] is None and last is not None:
            because = f"{last.because.removesuffix(_CARRIED)}{_CARRIED}"
            own[said.id] = replace(last, said=said, because=because)
        before = said


_CARRIED = ", as the speaker's words before it were"


def _goes_on(before: Said, said: Said) -> bool:
    gap = said.passage.span.start - before.passage.span.end
    same = before.article.id == said.article.id and before.speaker == said.speaker
    one_day = None in (before.day, said.day) or before.day == said.day
    return same and said.speaker is not None and gap <= _ONE_BREATH and one_day
