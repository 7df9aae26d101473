"""Disputes: contradictions that hang together are one, of two sides."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.present.factory import AGENCY, OBSERVER, Chronicle, Report, account_of, day
from tests.present.halven_reports import HEAD, para
from tests.present.test_page import Reader
from tests.present.test_terminal import printed

from whence.model import Account, Because, OriginKind, Relation, RelationKind
from whence.present import render_page
from whence.present.contexts import DisputeContext
from whence.present.disputes import grouped
from whence.present.story import page_context

GATE = ["no gate was opened", "no gate stood open", "two gates were opened", "both gates were up"]
# In a row: the first and the last say different things and no contradiction was found of them.
CHAIN = [(0, 2), (2, 1), (1, 3)]


def account(
    contents: Sequence[str],
    contradictions: Sequence[tuple[int, int]],
    *,
    days: Sequence[str] = (),
    origins: Sequence[int] = (),
) -> Account:
    """A story where Speaker A, B and so on each make one claim, in a report of its own."""
    days = days or ["2031-03-04"] * len(contents)
    reports = [
        Report(
            AGENCY if n % 2 else OBSERVER,
            [(HEAD, "The gates"), para(f"{_name(n)} said that {words}.")],
            published=day(on),
            id=f"art-{n}",
        )
        for n, (words, on) in enumerate(zip(contents, days, strict=True))
    ]
    story = Chronicle("The gates", reports, date(2031, 3, 4), date(2031, 3, 9))
    claims = [
        story.claim(
            report.says(report.speaker(_name(n)), words, source=_name(n), cue="said"),
            origins=[(OriginKind.DOCUMENT, f"paper {k}") for k in range((origins or [1] * 99)[n])],
        )
        for n, (report, words) in enumerate(zip(reports, contents, strict=True))
    ]
    for n, (a, b) in enumerate(contradictions):
        story.relate(RelationKind.CONTRADICTS, claims[a], claims[b], words=f"Reason {n}.")
    return account_of(story.account())


def _name(number: int) -> str:
    return f"Speaker {'ABCDEFGH'[number]}"


def disputes(made: Account) -> tuple[DisputeContext, ...]:
    return page_context(made).stories[0].disputes


def shown(dispute: DisputeContext) -> list[list[str]]:
    return [[s.claim.text for s in side.stands] for side in (dispute.one, dispute.other)]


def relation(number: int, a: str, b: str) -> Relation:
    because = Because("polarity", (), "")
    return Relation(f"rel-{number}", RelationKind.CONTRADICTS, a, b, 0.8, because)


def test_contradictions_that_hang_together_are_one_dispute_of_two_sides() -> None:
    [dispute] = disputes(account(GATE, CHAIN))
    assert shown(dispute) == [GATE[:2], GATE[2:]]
    assert dispute.title == "Speaker A and Speaker B against Speaker C and Speaker D"


def test_a_title_names_two_of_a_side_and_counts_the_rest() -> None:
    [dispute] = disputes(account(GATE, [(0, 1), (0, 2), (0, 3)]))
    assert dispute.title == "Speaker A against Speaker B, Speaker C and 1 more"


def test_each_contradiction_is_told_once_with_its_reason() -> None:
    [dispute] = disputes(account(GATE, CHAIN))
    assert all(stand.clashes == () for stand in dispute.one.stands)
    told = {
        (clash.against, stand.letter, clash.ground.words)
        for stand in dispute.other.stands
        for clash in stand.clashes
    }
    assert told == {("A1", "B1", "Reason 0."), ("A2", "B1", "Reason 1."), ("A2", "B2", "Reason 2.")}


def test_disputes_that_no_contradiction_joins_stay_apart() -> None:
    assert len(disputes(account(GATE, [(0, 2), (1, 3)]))) == 2


def test_an_odd_cycle_falls_back_to_the_claims_that_most_stand_against() -> None:
    found = disputes(account(GATE, [(0, 1), (1, 2), (0, 2), (2, 3)]))
    assert [shown(dispute) for dispute in found] == [
        [[GATE[2]], [GATE[0], GATE[1], GATE[3]]],
        [[GATE[0]], [GATE[1]]],
    ]


def test_who_spoke_first_stands_first() -> None:
    days = ["2031-03-06", "2031-03-05", "2031-03-07", "2031-03-04"]
    [dispute] = disputes(account(GATE, CHAIN, days=days))
    assert shown(dispute)[0] == [GATE[3], GATE[2]]
    assert dispute.since == date(2031, 3, 5)


def test_the_claim_of_most_voices_leads_its_side() -> None:
    [dispute] = disputes(account(GATE, CHAIN, origins=[1, 3, 1, 2]))
    assert shown(dispute) == [[GATE[1], GATE[0]], [GATE[3], GATE[2]]]


def test_the_one_line_sets_two_claims_beside_each_other_that_do_clash() -> None:
    [dispute] = disputes(account(GATE, CHAIN, origins=[3, 1, 1, 3]))
    assert [stand.claim.text for stand in dispute.brief] == [GATE[1], GATE[3]]


def test_page_and_terminal_tell_which_claims_stand_against_which() -> None:
    made = account(GATE, CHAIN)
    page = Reader(render_page(made)).text
    for letter in ("A1", "A2", "B1", "B2"):
        assert f"Side {letter} since 4 March 2031" in page
    assert "Why against A2? Reason 2." in page
    assert "Why against A1, A2? Reason 0." in page or "Why against A1, A2? Reason 1." in page
    assert "against A2: Reason 2." in printed(made)


EDGES = st.lists(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda e: e[0] != e[1])
)


@given(EDGES)
def test_every_contradiction_runs_between_the_sides_of_one_dispute(
    edges: list[tuple[str, str]],
) -> None:
    relations = [relation(n, a, b) for n, (a, b) in enumerate(edges)]
    found = grouped(relations)
    assert sorted(r.id for split in found for r in split.relations) == sorted(
        r.id for r in relations
    )
    for split in found:
        one, other = split.sides
        assert not one & other
        for side, facing in ((one, other), (other, one)):
            for claim in side:
                against = [{r.a, r.b} for r in split.relations if claim in {r.a, r.b}]
                assert against
                assert all(pair & facing for pair in against)


@given(EDGES)
def test_the_order_of_the_contradictions_makes_no_difference(edges: list[tuple[str, str]]) -> None:
    relations = [relation(n, a, b) for n, (a, b) in enumerate(edges)]
    forward, backward = grouped(relations), grouped(relations[::-1])
    assert {(s.sides, s.relations) for s in forward} == {(s.sides, s.relations) for s in backward}


def test_a_long_chain_is_one_dispute() -> None:
    names = [f"clm-{n:04d}" for n in range(2000)]
    [split] = grouped(relation(n, a, b) for n, (a, b) in enumerate(pairwise(names)))
    assert split.sides == (frozenset(names[::2]), frozenset(names[1::2]))
