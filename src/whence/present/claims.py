"""Claims as they are shown, and into which of the account's chapters each falls."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from whence.model import Claim, Origin, OriginKind, Passage, Relation, RelationKind
from whence.present import wording
from whence.present.contexts import (
    ClaimContext,
    Evidence,
    Ground,
    OriginContext,
    RevisionContext,
    RevisionStep,
    SupportContext,
)
from whence.present.lookup import Lookup
from whence.present.naming import distinct
from whence.present.neutral import clipped, one_line
from whence.present.standings import between_claims, courses, known
from whence.present.statements import Statements

_SENTENCE = 360  # characters of a sentence around a passage, at most
_SHOWN = 2  # passages that tell how an origin is known


@dataclass(frozen=True)
class Claims:
    """The claims of one story as contexts."""

    lookup: Lookup
    statements: Statements

    @cached_property
    def contexts(self) -> Mapping[str, ClaimContext]:
        """Every claim's context by the claim's id."""
        return {claim.id: self._context(claim) for claim in self.lookup.claims.values()}

    @cached_property
    def evidence_number(self) -> Mapping[Passage, int]:
        """The passages that relations point to, counted from 1."""
        found: dict[Passage, int] = {}
        linked = self.lookup.account.linked
        shown = [passage for relation in linked.relations for passage in relation.because.passages]
        shown += [p for claim in linked.claims for origin in claim.origins for p in _shown(origin)]
        for passage in shown:
            if passage.article in self.lookup.annotated:
                found.setdefault(passage, len(found) + 1)
        return found

    def ground(self, relation: Relation) -> Ground:
        """Why a relation is held."""
        because = relation.because
        return Ground(
            reason=because.reason,
            words=because.words,
            sureness=wording.sureness(relation.confidence),
            confidence=relation.confidence,
            evidence=tuple(
                self._evidence(passage)
                for passage in because.passages
                if passage.article in self.lookup.annotated
            ),
        )

    def revised(self) -> tuple[RevisionContext, ...]:
        """What was said anew: claims that revise one another, from the first to the last."""
        relations = between_claims(self.lookup, RelationKind.REVISES)
        return tuple(
            RevisionContext(
                anchor=f"r{self.lookup.number}-{n}",
                steps=tuple(
                    self._step(claim, before, relations)
                    for before, claim in zip((None, *course), course, strict=False)
                ),
            )
            for n, course in enumerate(self._courses(relations), 1)
        )

    def _courses(self, relations: Iterable[Relation]) -> list[list[ClaimContext]]:
        """The claims that hang together by revisions, each course in order of time."""
        ordered = [
            sorted((self.contexts[id_] for id_ in course), key=_when_made)
            for course in courses(relations)
        ]
        return sorted(ordered, key=lambda course: (-len(course), course[0].id))

    def _step(
        self, claim: ClaimContext, before: ClaimContext | None, relations: Iterable[Relation]
    ) -> RevisionStep:
        grounds = (self.ground(relation) for relation in relations if relation.a == claim.id)
        day = wording.day_words(claim.since) if claim.since else "on an unknown day"
        same_day = before is not None and before.since == claim.since
        surest_first = sorted(grounds, key=lambda ground: -ground.confidence)
        return RevisionStep(claim, "" if same_day else day, tuple(surest_first))

    def supported(self) -> tuple[SupportContext, ...]:
        """What others back of their own knowledge, the surest first, but by one claim together."""
        found: dict[str, list[Relation]] = {}
        relations = between_claims(self.lookup, RelationKind.SUPPORTS)
        for relation in sorted(relations, key=lambda r: (-r.confidence, r.id)):
            found.setdefault(relation.a, []).append(relation)
        return tuple(
            SupportContext(self.contexts[r.b], self.contexts[r.a], self.ground(r))
            for same in found.values()
            for r in same
        )

    def apart_from(self, taken: set[str]) -> tuple[list[ClaimContext], list[ClaimContext]]:
        """The claims not in `taken`: those of several known origins, and all the others.

        The most carried claims come first: a hundred reprints of one origin must be seen.
        """
        agreed: list[Claim] = []
        single: list[Claim] = []
        for claim in self.lookup.claims.values():
            if claim.id in taken:
                continue
            several = len(known(claim.origins)) > 1
            (agreed if several else single).append(claim)
        agreed.sort(key=lambda c: (-len(known(c.origins)), -len(c.statements)))
        single.sort(key=lambda c: (-len(self._outlets(c)), -self._surest(c)))
        return (
            [self.contexts[claim.id] for claim in agreed],
            [self.contexts[claim.id] for claim in single],
        )

    def _context(self, claim: Claim) -> ClaimContext:
        statements = self.lookup.statements_of(claim)
        told = self.statements.told(statements)
        names = distinct(each.lead.speaker.name for each in told)
        days = [day for s in statements if (day := self.lookup.day_of(s))]
        return ClaimContext(
            id=claim.id,
            text=one_line(claim.text),
            told=told,
            names=names,
            speakers=wording.listed(names, most=2),
            origins=tuple(self._origin(origin) for origin in claim.origins),
            count=_origins_words(claim.origins),
            traced=bool(known(claim.origins)),
            outlets=wording.listed(self._outlets(claim)),
            since=min(days, default=None),
            disputed=self.statements.disputed.get(claim.id),
        )

    def _surest(self, claim: Claim) -> float:
        return max(statement.confidence for statement in self.lookup.statements_of(claim))

    def _outlets(self, claim: Claim) -> list[str]:
        articles = (self.lookup.article_of(s) for s in self.lookup.statements_of(claim))
        return list(dict.fromkeys(self.lookup.outlet(article) for article in articles))

    def _origin(self, origin: Origin) -> OriginContext:
        articles = (
            self.lookup.article_of(self.lookup.statements[id_])
            for id_ in origin.statements
            if id_ in self.lookup.statements
        )
        outlets = list(dict.fromkeys(self.lookup.outlet(article) for article in articles))
        return OriginContext(
            name=origin_name(origin),
            kind=origin_kind(origin.kind),
            outlets=wording.listed(outlets),
            because=wording.dated(one_line(origin.because)),
            evidence=tuple(
                self._evidence(passage)
                for passage in _shown(origin)
                if passage.article in self.lookup.annotated
            ),
        )

    def _evidence(self, passage: Passage) -> Evidence:
        annotated = self.lookup.annotated[passage.article]
        text = annotated.article.text
        around = [s for s in annotated.sentences if s.overlaps(passage.span)]
        start = min((s.start for s in around), default=passage.span.start)
        end = max((s.end for s in around), default=passage.span.end)
        before, after = text[start : passage.span.start], text[passage.span.end : end]
        room = max(0, _SENTENCE - len(passage.span)) // 2
        return Evidence(
            before=_tail(before, room),
            words=one_line(passage.span.of(text)),
            after=clipped(after, room) if room else "",
            outlet=self.lookup.outlet(annotated.article),
            anchor=f"e{self.lookup.number}-{self.evidence_number[passage]}",
        )


def _shown(origin: Origin) -> tuple[Passage, ...]:
    """The words that tell how an origin is known; one that could not be traced has none."""
    return () if origin.kind is OriginKind.UNKNOWN else origin.passages[:_SHOWN]


def _when_made(claim: ClaimContext) -> tuple[date, int]:
    return claim.since or date.max, min(told.lead.number for told in claim.told)


def earliest(contexts: Iterable[ClaimContext]) -> date | None:
    """The first day on which any of the claims was made."""
    return min((c.since for c in contexts if c.since is not None), default=None)


def _origins_words(origins: tuple[Origin, ...]) -> str:
    several = len(known(origins))
    if several > 1:
        return f"{several} independent origins"
    if several == 1:
        return f"1 origin: {origin_name(known(origins)[0])}"
    outlets = list(dict.fromkeys(origin_name(origin) for origin in origins))
    return f"not traced beyond {wording.listed(outlets, most=3)}" if outlets else "not traced"


def origin_name(origin: Origin) -> str:
    """An origin's name; one that could not be traced is named after the outlet that has it."""
    name = wording.dated(one_line(origin.name))
    if name.casefold() in {"", "unknown"}:
        return "an unknown outlet"
    is_domain = "." in name and " " not in name
    return name if is_domain else name[:1].upper() + name[1:]


def origin_kind(kind: OriginKind) -> str:
    """What sort of origin it is, for a reader."""
    return "not traced further" if kind is OriginKind.UNKNOWN else kind.value


def _tail(text: str, limit: int) -> str:
    line = one_line(text)
    return line if len(line) <= limit else "…" + line[len(line) - limit :].lstrip()
