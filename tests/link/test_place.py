"""Which story an article belongs to, judged one at a time."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.factory import Report, annotated

from bench.shelf import Shelf
from bench.stories import b_cubed
from whence.link import Placement, PlaceOptions, place, sketch
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
    # Without the cohesion of what lies near, which asks less of an article the looser it is.
    options = PlaceOptions(cohesion_power=0.0)
    resign = sketched("Velm dam crisis in Brodek: judges resign")
    alone = place(resign, shelf(crisis[0]), options=options)
    among = place(resign, shelf(*crisis), options=options)
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


#: The raids of one war: each has its town, its day and what was hit; the war is in all of them.
WAR = (
    "The war between Karvia and the Lower Marches went into its third month.",
    "Karvia says that its air force strikes armed groups alone, which the Marches deny.",
    "The United Nations asked both sides for a ceasefire before the winter.",
)
RAIDS = {
    "Hadrin": ("a bakery", "queued for bread", "ovens", "baker Milo Tarn", "2024-05-02"),
    "Osk": (
        "a railway bridge",
        "waited for a train",
        "girders",
        "signalman Yan Dole",
        "2024-05-06",
    ),
    "Velmar": ("a hospital", "slept in a ward", "incubators", "surgeon Ida Rusk", "2024-05-11"),
    "Tolgrad": ("a grain silo", "loaded wheat", "conveyors", "miller Petr Vance", "2024-05-17"),
}
TELLINGS = (
    "Jets bombed {what} in {town}, killing people who {doing}. {who} saw the {part} burn there.",
    "{who} said the raid on {town} hit {what}; survivors who {doing} dug among the {part}.",
    "{who} blamed Karvia for bombing {what}; by the {part} mourners in {town} told who {doing}.",
    "{town} buried its dead of {what}. {who} lost two friends who {doing}; the {part} are gone.",
)


def raids() -> list[tuple[str, Sketch]]:
    """Sixteen reports of four raids, each with the town that it is about."""
    found = []
    for town, (what, doing, part, who, first) in RAIDS.items():
        for at, telling in enumerate(TELLINGS):
            told = telling.format(what=what, doing=doing, part=part, who=who, town=town)
            text = f"{told} {WAR[at % 3]}"
            day = f"{first[:8]}{int(first[8:]) + at // 2:02}"
            found.append((town, sketched(text, day, f"{town}: {what} hit")))
    return found


def told_apart(reports: Sequence[tuple[str, Sketch]]) -> dict[str, str]:
    """The story of each report after they have come in this order."""
    return dict(shelf(*(one for _, one in reports)).stories())


def test_raids_of_one_war_in_different_towns_are_different_stories() -> None:
    reports = raids()
    stories = told_apart(reports)
    found = [stories[one.article] for _, one in reports]
    assert b_cubed(found, [town for town, _ in reports])[2] > 0.9


@settings(deadline=None, max_examples=20)
@given(st.randoms(use_true_random=False))
def test_another_order_gives_the_same_stories_up_to_a_tolerance(random: Random) -> None:
    reports = raids()
    shuffled = list(reports)
    random.shuffle(shuffled)
    one, other = told_apart(reports), told_apart(shuffled)
    names = sorted(one)
    assert b_cubed([other[name] for name in names], [one[name] for name in names])[2] >= 0.9


TARGETS = (
    ("a bakery", "queued for bread", "ovens", "baker"),
    ("a railway bridge", "waited for a train", "girders", "signalman"),
    ("a hospital", "slept in a ward", "incubators", "surgeon"),
    ("a grain silo", "loaded wheat", "conveyors", "miller"),
    ("a water tower", "filled their cans", "pipes", "plumber"),
    ("a museum", "guided schools", "mosaics", "guide"),
)
TOWNS = ("Hadrin", "Osk", "Velmar", "Tolgrad", "Pasko", "Brenn", "Ulmay", "Sirt")
NAMES = ("Milo Tarn", "Yan Dole", "Ida Rusk", "Petr Vance", "Ana Dreel", "Ulla Morn", "Ivo Sand")


def crisis(random: Random) -> list[tuple[str, Sketch]]:
    """Reports of several raids of one war, each with its town, target, witness and days."""
    size = random.randint(3, 6)
    drawn = zip(
        random.sample(TOWNS, size),
        random.sample(TARGETS, size),
        random.sample(NAMES, size),
        strict=True,
    )
    found = []
    for town, (what, doing, part, trade), name in drawn:
        first = random.randint(1, 24)
        for at in range(random.randint(2, len(TELLINGS))):
            told = TELLINGS[at].format(
                what=what, doing=doing, part=part, who=f"{trade} {name}", town=town
            )
            day = f"2024-05-{first + at // 2:02}" if random.random() < 0.5 else None
            text = f"{told} {random.choice(WAR)}"
            found.append((town, sketched(text, day, f"{town}: {what} hit")))
    return found


def test_most_crises_come_out_alike_in_two_orders() -> None:
    alike = []
    for seed in range(20):
        random = Random(seed)  # noqa: S311 - no secret
        reports = crisis(random)
        shuffled = random.sample(reports, len(reports))
        one, other = told_apart(reports), told_apart(shuffled)
        names = sorted(one)
        alike.append(b_cubed([other[name] for name in names], [one[name] for name in names])[2])
    # Of sixty, 43 came out the same, .957 in the mean and .769 at the least: two raids with few
    # reports may be one story in one order and two in another.
    assert sum(alike) / len(alike) > 0.93
    assert sum(level == 1 for level in alike) >= 12
    assert min(alike) > 0.5


def test_a_second_raid_on_the_same_town_is_another_story() -> None:
    reports = raids()
    for at, telling in enumerate(TELLINGS):
        told = telling.format(
            what="a water tower",
            doing="filled their cans",
            part="pipes",
            who="plumber Ana Dreel",
            town="Osk",
        )
        again = sketched(f"{told} {WAR[at % 3]}", f"2024-07-1{at}", "Osk: a water tower hit")
        reports.append(("Osk again", again))
    stories = told_apart(reports)
    assert b_cubed([stories[one.article] for _, one in reports], [t for t, _ in reports])[2] > 0.9


def test_a_story_that_has_grown_over_its_crisis_takes_no_more_of_it() -> None:
    # All reports of the war in one story: what they are like to a new one is still a crowd.
    held = Shelf()
    for _, one in raids():
        held.add(one, Placement("the war", (), 1.0, 0.0, ()))
    told = TELLINGS[0].format(
        what="a museum", doing="guided schools", part="mosaics", who="guide Ulla Morn", town="Pasko"
    )
    placement = place(sketched(f"{told} {WAR[0]}", "2024-05-20", "Pasko: a museum hit"), held)
    assert placement.story is None
    assert placement.crowd > 0


def test_a_report_that_comes_months_late_finds_its_story() -> None:
    reports = raids()
    late = sketched(
        "Six months after jets bombed a bakery in Hadrin and killed people who queued for bread, "
        "baker Milo Tarn lit the ovens of Hadrin again. He lost two friends when they burned.",
        "2024-11-04",
        "Hadrin bakery reopens after raid",
    )
    held = shelf(*(one for _, one in reports))
    stories = held.stories()
    assert place(late, held).story == stories[reports[0][1].article]


def test_a_story_that_lay_quiet_is_gone_on_with() -> None:
    held = shelf(sketched(FLOOD, "2024-05-01"))
    returning = sketched(LATER, "2025-03-01")
    placement = place(returning, held)
    held.add(returning, placement)
    again = place(sketched(LATER + " Judges left.", "2025-03-02"), held)
    assert placement.story is not None
    assert again.story == placement.story


def test_placing_an_article_again_does_not_count_itself() -> None:
    one = sketched(FLOOD)
    assert place(one, shelf(one)).story is None


@settings(deadline=None)
@given(st.text(max_size=300), st.text(max_size=60))
def test_a_sketch_takes_any_text(text: str, title: str) -> None:
    found = sketched(f"x{text}", title=title)
    assert all(weight > 0 for weight in found.terms.values())
    assert list(found.terms.values()) == sorted(found.terms.values(), reverse=True)
    assert place(found, shelf(sketched(FLOOD))).score <= 1.0001


@pytest.mark.data
def test_the_stream_keeps_its_level_on_the_development_stories(data_dir: Path) -> None:
    from bench.stories import annotated as record_annotated
    from bench.stories import load, stream

    records = load(data_dir, "hscluster_20e")
    found = stream([record_annotated(record) for record in records])
    gold = [record["event"] for record in records]
    assert b_cubed(found, gold)[2] > 0.93


@pytest.mark.data
def test_another_order_gives_nearly_the_same_development_stories(data_dir: Path) -> None:
    from bench.stories import annotated as record_annotated
    from bench.stories import load, stream

    articles = [record_annotated(record) for record in load(data_dir, "hscluster_20e")]
    shuffled = list(articles)
    Random(1).shuffle(shuffled)  # noqa: S311 - no secret
    again = dict(zip((one.article.id for one in shuffled), stream(shuffled), strict=True))
    assert b_cubed([again[one.article.id] for one in articles], stream(articles))[2] >= 0.95
