"""Which statements are one claim, and which only look alike."""

import pytest
from tests.link.factory import PLACE, Report, Says, Who, story

from whence.link import link_story
from whence.model import Claim, Linked, Modality, OriginKind, OutletKind, Stance

OSTRIN = Who(("Pavel Ostrin", "Ostrin"), role="spokesman")
KOLAR = Who(("Hana Kolar",))
WORLD = (Who(("Brodek",), PLACE), Who(("Lenitz",), PLACE))


def said_by(outlet: str, day: str, who: Who, says: Says, **more: str) -> Report:
    role = f", the {who.role}," if who.role else ""
    text = f"{' / '.join(who.names)}{role} speaks in {outlet}: {says.words}."
    for extra in (says.told, says.venue, says.via, more.get("credit")):
        text += f" {extra}." if extra else ""
    present = tuple(name for name in WORLD if name.names[0] in text)
    return Report(outlet, day, text, who=(who, *present), says=(says,), **more)  # type: ignore[arg-type]


def linked(*reports: Report) -> Linked:
    return link_story(story(*reports), story="story-test")


def claims(*reports: Report) -> list[Claim]:
    return list(linked(*reports).claims)


def two(one: str, other: str, **kinds: tuple[object, object]) -> int:
    """How many claims two wordings by one speaker make, in two outlets on one day."""
    first = {name: pair[0] for name, pair in kinds.items()}
    second = {name: pair[1] for name, pair in kinds.items()}
    return len(
        claims(
            said_by("The Lantern", "2024-05-01", OSTRIN, Says("Pavel Ostrin", one, **first)),  # type: ignore[arg-type]
            said_by("Coast Mail", "2024-05-01", OSTRIN, Says("Pavel Ostrin", other, **second)),  # type: ignore[arg-type]
        )
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“We have asked nobody, and we are not planning to ask anybody. We have our pumps.”",
            "“We have asked nobody, and we are not planning to ask anybody,”",
        ),
        (
            "two of the six gates were opened during the night",
            "that two of the six gates had been opened during the night",
        ),
        (
            "the engineers closed the upper sluice before the storm reached Brodek",
            "that engineers had closed the upper sluice before the storm reached Brodek",
        ),
    ],
)
def test_one_sentence_clipped_or_turned_is_one_claim(one: str, other: str) -> None:
    assert two(one, other) == 1


INTENDS, MAY, FACT, IF = (
    Modality.INTENTION,
    Modality.POSSIBLE,
    Modality.FACT,
    Modality.CONDITIONAL,
)


@pytest.mark.parametrize(
    ("one", "other", "modality"),
    [
        (
            "the ministry is ready to consider sending pumps and engineers to Brodek",
            "the ministry is planning on sending pumps and engineers to Brodek",
            (MAY, INTENDS),
        ),
        (
            "the council would welcome pumps and engineers from the coast",
            "the council asked for pumps and engineers from the coast",
            (IF, FACT),
        ),
        (
            "the upper sluice was closed before the storm reached Brodek",
            "the upper sluice was not closed before the storm reached Brodek",
            (FACT, FACT),
        ),
        (
            "rescue crews searched the flooded market hall in Brodek",
            "rescue crews searched the flooded market hall in Lenitz",
            (FACT, FACT),
        ),
        (
            "all ferries across the strait must carry rescue boats",
            "all ferries across the strait must carry rescue boats except in summer",
            (Modality.OBLIGATION, Modality.OBLIGATION),
        ),
        (
            "40 volunteers repaired the harbour wall",
            "60 volunteers repaired the harbour wall",
            (FACT, FACT),
        ),
    ],
)
def test_near_misses_stay_apart(one: str, other: str, modality: tuple[Modality, Modality]) -> None:
    assert two(one, other, modality=modality) == 2


def test_a_sentence_is_one_claim_with_the_long_quotation_that_holds_it() -> None:
    sentence = "The upper sluice gave way long before the water reached the market hall."
    long = f"“Nobody slept in 40 houses of Brodek. {sentence} If it rains, Lenitz is next.”"
    assert two(f"“{sentence}”", long) == 1


def test_a_sentence_is_not_one_claim_with_a_long_quotation_of_which_none_says_it() -> None:
    long = (
        "“Nobody slept in 40 houses of Brodek. We closed the upper sluice. The market hall held.”"
    )
    assert two("“The upper sluice gave way before the water reached the market hall.”", long) == 2


def told_of(words: str, *figures: tuple[str, int | None, int | None, str | None]) -> Says:
    return Says("Pavel Ostrin", words, figures=figures)


@pytest.mark.parametrize(
    ("one", "other", "claims_made"),
    [
        (
            told_of(
                "the ferry with 15 passengers and two crew sank off Brodek harbour",
                ("15", 15, 15, "passengers"),
                ("two", 2, 2, "crew"),
            ),
            told_of(
                "that the ferry with at least 15 passengers on board sank off Brodek harbour",
                ("at least 15", 15, None, "passengers"),
            ),
            1,
        ),
        (
            told_of(
                "the ferry with 15 passengers and two crew sank off Brodek harbour",
                ("15", 15, 15, "passengers"),
                ("two", 2, 2, "crew"),
            ),
            told_of(
                "that the ferry with 15 passengers and nine crew sank off Brodek harbour",
                ("15", 15, 15, "passengers"),
                ("nine", 9, 9, "crew"),
            ),
            2,
        ),
        (
            told_of("passengers drowned when the ferry sank off the harbour wall of Brodek"),
            told_of(
                "that 15 passengers drowned when the ferry sank in the night off the harbour wall",
                ("15", 15, 15, "passengers"),
            ),
            1,
        ),
    ],
)
def test_figures_that_fit_are_one_claim_and_others_are_not(
    one: Says, other: Says, claims_made: int
) -> None:
    found = claims(
        said_by("The Lantern", "2024-05-01", OSTRIN, one),
        said_by("Coast Mail", "2024-05-01", OSTRIN, other),
    )
    assert len(found) == claims_made


@pytest.mark.parametrize(
    "doubtful",
    [
        "the council remained sceptical that engineers opened the upper sluice before dawn",
        "in addition to the mill race, engineers opened the upper sluice before dawn",
    ],
)
def test_what_is_doubted_or_said_of_more_is_another_claim(doubtful: str) -> None:
    found = claims(
        said_by("The Lantern", "2024-05-01", OSTRIN, Says("Pavel Ostrin", doubtful)),
        said_by(
            "Coast Mail",
            "2024-05-01",
            KOLAR,
            Says("Hana Kolar", "engineers opened the upper sluice before dawn"),
        ),
    )
    assert len(found) == 2


def test_a_third_wording_joins_what_is_merely_unlike() -> None:
    first = "the upper sluice gave way at midnight"
    last = "nobody in the valley had been warned of the flood"
    both = f"the upper sluice gave way at midnight and {last}"
    found = claims(
        said_by("The Lantern", "2024-05-01", OSTRIN, Says("Pavel Ostrin", first)),
        said_by("Coast Mail", "2024-05-01", OSTRIN, Says("Pavel Ostrin", both)),
        said_by("Valley Post", "2024-05-01", OSTRIN, Says("Pavel Ostrin", f"that {both}")),
    )
    assert [len(claim.statements) for claim in found] == [3]


def test_the_same_words_at_another_time_are_another_claim() -> None:
    words = "patrol boats shelled the harbour wall on "
    reports = [
        Report(
            outlet,
            "2024-05-09",
            f"Hana Kolar said {words}{weekday}.",
            who=(KOLAR,),
            says=(Says("Hana Kolar", words + weekday),),
            times={weekday: day},
        )
        for outlet, weekday, day in (
            ("The Lantern", "Monday", "2024-05-06"),
            ("Coast Mail", "Tuesday", "2024-05-07"),
        )
    ]
    assert len(claims(*reports)) == 2


def test_we_of_two_speakers_are_two_actors() -> None:
    words = "“We repaired the harbour wall before the storm”"
    found = claims(
        said_by("The Lantern", "2024-05-01", OSTRIN, Says("Pavel Ostrin", words)),
        said_by("Coast Mail", "2024-05-01", KOLAR, Says("Hana Kolar", words)),
    )
    assert len(found) == 2


def test_an_accusation_by_two_speakers_is_one_claim_of_two() -> None:
    words = "the harbour authority opened the sluice without any warning"
    [claim] = claims(
        said_by("The Lantern", "2024-05-01", OSTRIN, Says("Pavel Ostrin", words)),
        said_by("Coast Mail", "2024-05-01", KOLAR, Says("Hana Kolar", words)),
    )
    assert len(claim.statements) == 2


def test_a_denial_is_no_part_of_the_claim_that_it_denies() -> None:
    words = "the sluice had been opened before the flood reached Brodek"
    assert two(words, f"that {words}", stance=(Stance.ASSERTS, Stance.DENIES)) == 2


def test_the_text_of_a_claim_is_in_one_of_its_articles() -> None:
    reports = story(
        said_by("The Lantern", "2024-05-01", OSTRIN, Says("Pavel Ostrin", "no gate was opened")),
        said_by("Coast Mail", "2024-05-01", KOLAR, Says("Hana Kolar", "a gate was opened early")),
    )
    texts = [member.article.text for member in reports]
    for claim in link_story(reports, story="story-test").claims:
        assert any(claim.text in text for text in texts)


WORDS = "“The upper sluice gave way at midnight, and nobody could have foreseen it”"


def kinds(*reports: Report) -> list[OriginKind]:
    [claim] = claims(*reports)
    return [origin.kind for origin in claim.origins]


def test_what_two_papers_have_from_one_agency_has_one_origin() -> None:
    says = Says("Pavel Ostrin", WORDS, via="Reuters")
    assert kinds(
        said_by("The Lantern", "2024-05-01", OSTRIN, says),
        said_by("Coast Mail", "2024-05-01", OSTRIN, says),
    ) == [OriginKind.AGENCY]


def test_what_two_speakers_told_two_broadcasters_has_two_origins() -> None:
    words = "the upper sluice gave way at midnight without any warning"
    assert kinds(
        said_by("The Lantern", "2024-05-01", OSTRIN, Says("Pavel Ostrin", words, told="the BBC")),
        said_by("Coast Mail", "2024-05-01", KOLAR, Says("Hana Kolar", words, told="France 24")),
    ) == [OriginKind.BROADCAST, OriginKind.BROADCAST]


def test_one_press_conference_is_one_origin() -> None:
    assert kinds(
        said_by("The Lantern", "2024-05-01", OSTRIN, Says("Pavel Ostrin", WORDS, told="reporters")),
        said_by(
            "Coast Mail",
            "2024-05-01",
            OSTRIN,
            Says("Pavel Ostrin", WORDS, venue="a news conference"),
        ),
    ) == [OriginKind.PRESS_CONFERENCE]


def test_an_unknown_chain_is_unknown_and_counts_once_for_each_outlet() -> None:
    words = "the upper sluice gave way at midnight without any warning"
    [claim] = claims(
        said_by("The Lantern", "2024-05-01", OSTRIN, Says("Pavel Ostrin", words)),
        said_by("The Lantern", "2024-05-02", KOLAR, Says("Hana Kolar", words)),
    )
    assert [(origin.kind, origin.name) for origin in claim.origins] == [
        (OriginKind.UNKNOWN, "The Lantern")
    ]


def test_a_quotation_known_and_unknown_is_one_utterance() -> None:
    assert kinds(
        said_by("The Lantern", "2024-05-01", OSTRIN, Says("Pavel Ostrin", WORDS, told="the BBC")),
        said_by("Coast Mail", "2024-05-01", OSTRIN, Says("Pavel Ostrin", WORDS)),
    ) == [OriginKind.BROADCAST]


def test_an_agency_is_the_origin_of_its_own_report() -> None:
    assert kinds(
        said_by(
            "Meridian Press",
            "2024-05-01",
            OSTRIN,
            Says("Pavel Ostrin", WORDS),
            kind=OutletKind.AGENCY,
        )
    ) == [OriginKind.AGENCY]
