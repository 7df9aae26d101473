"""Which story an article belongs to, judged one at a time."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.factory import Report, annotated

from bench.stories import Shelf
from whence.link import place, sketch
from whence.model import Sketch

FLOOD = "Water from the Velm dam flooded Brodek; engineers of the sluice inspected broken gates."
LATER = "Brodek mourns: the Velm dam flood broke gates of the sluice, engineers told the inquiry."
OPERA = "The opera of Tolm opened its season with a choir of miners and a tenor from Halven."
STRIKE = "Tram drivers in Tolm went on strike over wages; unions and the mayor met at noon."


def sketched(text: str, day: str | None = "2024-05-01", title: str | None = None) -> Sketch:
    return sketch(annotated(Report("The Lantern", day, text, title=title)))


def shelf(*sketches: Sketch) -> Shelf:
    held = Shelf()
    for one in sketches:
        held.add(one, place(one, held))
    return held


def test_the_first_article_begins_a_story() -> None:
    placement = place(sketched(FLOOD), Shelf())
    assert placement.story is None
    assert placement.evidence == ()


def test_the_next_report_of_the_same_events_joins_it() -> None:
    held = shelf(sketched(FLOOD))
    placement = place(sketched(LATER, "2024-05-03"), held)
    assert placement.story in set(held.stories().values())
    assert placement.score >= placement.threshold


def test_other_events_begin_another_story() -> None:
    held = shelf(sketched(FLOOD), sketched(OPERA))
    placement = place(sketched(STRIKE), held)
    assert placement.story is None
    assert placement.score < placement.threshold


def test_the_evidence_names_the_terms_that_both_share() -> None:
    placement = place(sketched(LATER), shelf(sketched(FLOOD)))
    terms = [evidence.term for evidence in placement.evidence]
    assert {"velm", "brodek"} <= set(terms)
    assert "the" not in terms
    shares = [evidence.share for evidence in placement.evidence]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1.0001


def test_likeness_fades_with_the_days_between() -> None:
    held = shelf(sketched(FLOOD, "2024-05-01"))
    scores = [place(sketched(LATER, day), held).score for day in ("2024-05-02", "2024-09-01")]
    assert scores[0] > scores[1]


def test_an_article_without_a_date_is_judged_by_its_words() -> None:
    assert place(sketched(LATER, None), shelf(sketched(FLOOD))).story is not None


def test_words_of_the_whole_ledger_weigh_little() -> None:
    crisis = [
        sketched(f"Velm dam crisis in Brodek: {subject}", f"2024-05-{at + 1:02}")
        for at, subject in enumerate(
            ("a baker hands out bread", "the choir sings again", "schools reopen early")
        )
    ]
    alone = place(sketched("Velm dam crisis in Brodek: judges resign"), shelf(crisis[0]))
    among = place(sketched("Velm dam crisis in Brodek: judges resign"), shelf(*crisis))
    assert among.score < alone.score


def test_an_article_between_two_stories_joins_them() -> None:
    one = sketched(FLOOD)
    other = replace(sketched(FLOOD + " Sheep drowned.", "2024-05-02"), article="art-other")
    held = Shelf()
    held.add(one, place(one, held))
    apart = place(other, Shelf())
    held.add(other, apart)
    assert len(set(held.stories().values())) == 2
    placement = place(sketched(LATER), held)
    held.add(sketched(LATER), placement)
    assert len(placement.joins) == 1
    assert len(set(held.stories().values())) == 1


def test_placing_an_article_again_does_not_count_itself() -> None:
    one = sketched(FLOOD)
    assert place(one, shelf(one)).story is None


@settings(deadline=None)
@given(st.text(max_size=300), st.text(max_size=60))
def test_a_sketch_takes_any_text(text: str, title: str) -> None:
    found = sketched(f"x{text}", title=title)
    assert all(weight > 0 for weight in found.terms.values())
    assert list(found.terms) == sorted(found.terms)
    assert place(found, shelf(sketched(FLOOD))).score <= 1.0001


@pytest.mark.data
def test_the_stream_keeps_its_level_on_the_development_stories(data_dir: Path) -> None:
    from bench.stories import annotated as record_annotated
    from bench.stories import b_cubed, load, stream

    records = load(data_dir, "hscluster_20e")
    found = stream([record_annotated(record) for record in records])
    gold = [record["event"] for record in records]
    assert b_cubed(found, gold)[2] > 0.93
