"""Where the statements of a claim entered the news, and how many origins are independent."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from whence.link.entries import Credited, Desk, Entry, carried_over
from whence.link.groups import Groups
from whence.link.likeness import longest_run
from whence.link.names import plain
from whence.link.said import Said
from whence.model import (
    Aligned,
    Article,
    Change,
    Derivation,
    DerivationKind,
    Form,
    Origin,
    OriginKind,
    Outlet,
    Passage,
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


class Chains:
    """Follows statements of a story back to where they entered the news.

    `said` are all statements of the story: what an article took over is traced by the words of the
    article that it took them from.
    """

    def __init__(
        self,
        outlets: Mapping[str, Outlet],
        debts: Iterable[Derivation],
        said: Sequence[Said] = (),
    ) -> None:
        self._outlets = outlets
        self._desk = Desk({plain(outlet.name): outlet for outlet in outlets.values()}.get)
        self._debts: dict[str, list[Derivation]] = defaultdict(list)
        for debt in debts:
            self._debts[debt.article].append(debt)
        self._said: dict[str, list[Said]] = defaultdict(list)
        for one in said:
            self._said[one.article.id].append(one)
        self._told: dict[str, Entry | None] = {}
        for statements in self._said.values():
            self._read(statements)

    def origins(self, statements: Sequence[Said]) -> tuple[Origin, ...]:
        """The origins of a claim's statements, the best known first.

        Statements have one origin when they were told to the same outlet, come through the same
        agency, document or derivation, were made on one occasion of one speaker (one day's press
        conference, whoever reports it), or quote one utterance. Those whose chain is unknown count
        once for each outlet, as unknown: independence is not guessed.
        """
        unread = [one for one in statements if one.id not in self._told]
        self._read(unread)
        entries = {one.id: self._entry(one) for one in statements}
        entries = _with_occasions(entries)
        groups = Groups(entries)
        holders: dict[tuple[object, ...], str] = {}
        for name, entry in entries.items():
            groups.join(holders.setdefault((*entry.key, entry.occasion), name), name)
        for one, other in combinations(sorted(entries), 2):
            if _one_utterance(entries[one].said, entries[other].said):
                groups.join(one, other)
        found = [_origin([entries[name] for name in names]) for names in groups.all()]
        return tuple(sorted(found, key=lambda o: (_RANK[o.kind], o.name, o.statements)))

    def _read(self, statements: Sequence[Said]) -> None:
        own = {one.id: self._desk.of_chain(one) for one in statements}
        carried_over(statements, own)
        self._told |= own

    def _entry(self, said: Said, seen: frozenset[str] = frozenset()) -> Entry:
        """Its own chain, else that of the text it was taken from, else the article's credit."""
        return self._told.get(said.id) or self._owed(said, seen) or self._desk.of_outlet(said)

    def _owed(self, said: Said, seen: frozenset[str]) -> Entry | None:
        """Through the text that the article took it from, or the one that it credits.

        The chain is followed to its end: where two papers print one agency's report, what the
        one has from the other is the agency's. `seen` are the articles on the way here.
        """
        credited = self._credited(said.article)
        for debt in self._debts[said.article.id]:
            there = _taken_from(debt, said)
            if there is None or debt.source in seen:
                continue
            because = "its article took these words from that outlet's"
            further = self._further(debt, there, seen | {said.article.id})
            if further is not None:
                kept = f"{because}; there {further.because}"
                return replace(further, said=said, because=kept)
            if credited is None and debt.source in self._outlets:
                found = self._desk.through(said, self._outlets[debt.source].name, because)
                return replace(found, shown=Passage(said.article.id, said.passage.span))
        if credited is None:
            return None
        found = self._desk.through(said, credited.name, credited.because)
        return replace(found, shown=credited.shown)

    def _further(self, debt: Derivation, there: Aligned, seen: frozenset[str]) -> Entry | None:
        """How the same words stand in the source: known there, or ``None``."""
        for one in self._said[debt.source]:
            pieces = one.statement.content
            if there.there and any(there.there.overlaps(piece) for piece in pieces):
                entry = self._entry(one, seen)
                if entry.is_known and entry.kind is not OriginKind.OUTLET:
                    return entry
        return None

    def _credited(self, article: Article) -> Credited | None:
        """Whom an article credits, or the agency that one credits which reprints the same text."""
        own = self._desk.credited(article)
        if own is not None:
            return own
        copies = {
            debt.article
            for debts in self._debts.values()
            for debt in debts
            if debt.source == article.id and debt.kind is DerivationKind.REPRINT
        }
        found = {
            credit.name: credit
            for name in copies
            for one in self._said[name][:1]
            if (credit := self._desk.credited_agency(one.article))
        }
        return next(iter(found.values())) if len(found) == 1 else None


def _taken_from(debt: Derivation, said: Said) -> Aligned | None:
    """The passage of a debt that a statement's words stand in, ``None`` where there is none."""
    if debt.kind is DerivationKind.CREDIT:
        return None
    for aligned in debt.aligned:
        if aligned.here is None or aligned.there is None:
            continue
        if any(aligned.here.overlaps(piece) for piece in said.statement.content):
            return aligned
    for passage in debt.passages:
        if any(passage.span.overlaps(piece) for piece in said.statement.content):
            return Aligned(Change.KEPT, passage.span, None)
    return None


def _with_occasions(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """An occasion without a day is the one of its speaker that is known and nearest before print.

    Two outlets were at one press conference more often than at two: what may be one origin is not
    counted twice.
    """
    days: dict[tuple[str, ...], set[date]] = defaultdict(set)
    for entry in entries.values():
        if entry.is_occasion and entry.occasion:
            days[entry.key].add(entry.occasion)
    made = dict(entries)
    for name, entry in entries.items():
        known = days.get(entry.key)
        if entry.is_occasion and entry.occasion is None and known:
            moment = entry.said.article.published
            before = [day for day in known if moment is None or day <= moment.last_day]
            made[name] = replace(entry, occasion=max(before, default=min(known)))
    return made


def _origin(entries: Sequence[Entry]) -> Origin:
    best = min(entries, key=lambda entry: (_RANK[entry.kind], entry.name, entry.said.id))
    shown = {entry.shown for entry in entries if entry.shown is not None}
    return Origin(
        kind=best.kind,
        name=best.name,
        statements=tuple(sorted(entry.said.id for entry in entries)),
        articles=tuple(sorted({entry.said.article.id for entry in entries})),
        because="; ".join(sorted({entry.because for entry in entries})),
        passages=tuple(sorted(shown, key=lambda passage: (passage.article, passage.span))),
    )


def _one_utterance(one: Said, other: Said) -> bool:
    if one.speaker is None or one.speaker != other.speaker:
        return False
    quoted = Form.INDIRECT not in (one.statement.form, other.statement.form)
    return quoted and longest_run(one.forms, other.forms) >= _SAME_UTTERANCE
