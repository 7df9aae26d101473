"""Where the statements of a claim entered the news, and how many origins are independent."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from whence.link.derivation.credits import credited_names
from whence.link.groups import Groups
from whence.link.likeness import longest_run
from whence.link.names import plain
from whence.link.said import UNKNOWN_OUTLET, Said
from whence.model import (
    Derivation,
    DerivationKind,
    EntityKind,
    Form,
    Name,
    Origin,
    OriginKind,
    Outlet,
    OutletKind,
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
#: The better known an origin, the earlier; where statements have one origin, the first names it.
_RANK = {
    OriginKind.BROADCAST: 0,
    OriginKind.PRESS_CONFERENCE: 1,
    OriginKind.DOCUMENT: 2,
    OriginKind.AGENCY: 3,
    OriginKind.OUTLET: 4,
    OriginKind.UNKNOWN: 5,
}
_SAME_UTTERANCE = 6  # words in one run of two direct quotations by one speaker
_KIND_OF_OUTLET = {
    OutletKind.AGENCY: OriginKind.AGENCY,
    OutletKind.BROADCASTER: OriginKind.BROADCAST,
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """How one statement entered the news, as far as its own article tells."""

    said: Said
    kind: OriginKind
    name: str
    key: tuple[str, ...]


class Chains:
    """Follows statements of a story back to where they entered the news."""

    def __init__(self, outlets: Mapping[str, Outlet], debts: Iterable[Derivation]) -> None:
        self._outlets = outlets
        self._printed = {plain(outlet.name): outlet for outlet in outlets.values()}
        self._debts: dict[str, list[Derivation]] = defaultdict(list)
        for debt in debts:
            self._debts[debt.article].append(debt)

    def origins(self, statements: Sequence[Said]) -> tuple[Origin, ...]:
        """The origins of a claim's statements, the best known first.

        Statements have one origin when they were told to the same outlet, come through the same
        agency, press conference, document or derivation, or quote one utterance. Those whose
        chain is unknown count once for each outlet, as unknown: independence is not guessed.
        """
        entries = {one.id: self._entry(one) for one in statements}
        groups = Groups(entries)
        holders: dict[tuple[str, ...], str] = {}
        for name, entry in entries.items():
            groups.join(holders.setdefault(entry.key, name), name)
        for one, other in combinations(sorted(entries), 2):
            if _one_utterance(entries[one].said, entries[other].said):
                groups.join(one, other)
        found: list[Origin] = []
        for names in groups.all():
            best = min((entries[name] for name in names), key=_order)
            found.append(Origin(best.kind, best.name, tuple(sorted(names))))
        return tuple(sorted(found, key=lambda o: (_RANK[o.kind], o.name, o.statements)))

    def _entry(self, said: Said) -> _Entry:
        statement = said.statement
        found = self._told(said) or self._at_venue(said)
        if found is None and statement.via:
            found = self._through(said, statement.via[-1].name)
        if found is None and said.speaker and said.speaker.kind is EntityKind.DOCUMENT:
            # What articles print of a document without a name may well be of one document.
            key = ("document", said.speaker.id if said.speaker.named else "")
            found = _Entry(said, OriginKind.DOCUMENT, said.speaker.name, key)
        return found or self._owed(said) or self._own(said)

    def _told(self, said: Said) -> _Entry | None:
        for audience in said.statement.told:
            if _PRESS.search(audience.name):
                return self._press(said)
            outlet = self._outlet(audience.name)
            if outlet is not None:
                kind = _KIND_OF_OUTLET.get(outlet.kind, OriginKind.OUTLET)
                return _Entry(said, kind, outlet.name, ("outlet", plain(outlet.name)))
        return None

    def _at_venue(self, said: Said) -> _Entry | None:
        for venue in said.statement.venue:
            if _PRESS.search(venue.name):
                return self._press(said)
            if _AIRED.search(venue.name):
                key = ("aired", plain(venue.name), _who(said))
                return _Entry(said, OriginKind.BROADCAST, venue.name, key)
            if _WRITTEN.search(venue.name):
                return _written(said, venue)
        return None

    def _press(self, said: Said) -> _Entry:
        day = f", {said.day.isoformat()}" if said.day else ""
        name = f"{said.who} to the press{day}"
        return _Entry(said, OriginKind.PRESS_CONFERENCE, name, ("press", _who(said)))

    def _through(self, said: Said, name: str) -> _Entry:
        outlet = self._outlet(name)
        kind = OriginKind.OUTLET
        if outlet is not None and outlet.kind is OutletKind.AGENCY:
            kind = OriginKind.AGENCY
        shown = outlet.name if outlet else name
        return _Entry(said, kind, shown, ("outlet", plain(shown)))

    def _owed(self, said: Said) -> _Entry | None:
        """Through the text that the article took it from, or the one agency that it credits."""
        passages = [
            (debt, passage)
            for debt in self._debts[said.article.id]
            if debt.kind is not DerivationKind.CREDIT
            for passage in debt.passages
        ]
        for debt, passage in passages:
            if any(passage.span.overlaps(piece) for piece in said.statement.content):
                return self._through(said, self._outlets[debt.source].name)
        agencies = {
            outlet.name
            for name, _ in credited_names(said.article)
            if (outlet := self._outlet(name)) and outlet.kind is OutletKind.AGENCY
        }
        return self._through(said, agencies.pop()) if len(agencies) == 1 else None

    def _own(self, said: Said) -> _Entry:
        outlet = said.article.outlet
        if outlet.kind is OutletKind.AGENCY:
            return self._through(said, outlet.name)
        # Two articles of outlets that are not known need not be of one outlet.
        key = said.article.id if outlet.name == UNKNOWN_OUTLET else plain(outlet.name)
        return _Entry(said, OriginKind.UNKNOWN, outlet.name, ("outlet", key))

    def _outlet(self, name: str) -> Outlet | None:
        return self._printed.get(plain(name)) or find_outlet(name=name)


def _order(entry: _Entry) -> tuple[int, str]:
    return _RANK[entry.kind], entry.name


def _who(said: Said) -> str:
    return said.speaker.id if said.speaker else said.article.id


def _written(said: Said, venue: Name) -> _Entry:
    name = f"{venue.name} of {said.who}" if said.speaker else venue.name
    return _Entry(said, OriginKind.DOCUMENT, name, ("written", _who(said)))


def _one_utterance(one: Said, other: Said) -> bool:
    if one.speaker is None or one.speaker != other.speaker:
        return False
    quoted = Form.INDIRECT not in (one.statement.form, other.statement.form)
    return quoted and longest_run(one.forms, other.forms) >= _SAME_UTTERANCE
