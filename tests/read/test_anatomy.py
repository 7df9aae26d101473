"""Each part of a report is told from the others, in texts invented for it."""

import pytest
from tests.read.reading import (
    BODY,
    BY,
    CR,
    DL,
    SEC,
    C,
    D,
    H,
    P,
    S,
    X,
    article,
    credited,
    kinds,
    parts,
)

from whence.model import BlockKind, CreditKind

PHOTO, REPORT, DESK, BYLINE = (
    CreditKind.PHOTO,
    CreditKind.REPORT,
    CreditKind.DESK,
    CreditKind.BYLINE,
)
HEAD = "Ferry to Osk stays in port for third day"


def test_a_first_line_without_a_full_stop_is_the_headline() -> None:
    read = article(f"{HEAD}\n\n{BODY}")
    assert [block.kind for block in read.blocks] == [H, P, P]
    assert read.title == HEAD


def test_a_first_line_that_is_a_sentence_is_body() -> None:
    assert kinds(BODY) == [P, P]


def test_a_lone_line_is_read_as_body() -> None:
    assert kinds("Ferry to Osk stays in port") == [P]


def test_a_headline_printed_twice_points_to_its_first_print() -> None:
    read = article(f"{HEAD}\n\nHarbour master fears for passengers\n\n{HEAD}\n\n{BODY}")
    assert [block.kind for block in read.blocks] == [H, S, H, P, P]
    assert read.blocks[2].repeats == read.blocks[0].span
    assert not read.blocks[2].is_read


def test_what_stands_between_headline_and_front_matter_is_the_standfirst() -> None:
    text = f"{HEAD}\n\nThe harbour master fears for passengers.\n\nBy Ivo Brandt\n\n{BODY}"
    assert kinds(text) == [H, S, BY, P, P]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("World / News Desk", ("News Desk",)),
        ("The Lund Herald | Foreign Desk", ("Foreign Desk", "The Lund Herald")),
        ("Osk Tagblatt » Redaktion", ("Redaktion", "Osk Tagblatt")),
    ],
)
def test_a_desk_line_is_a_section_and_credits_the_desk(line: str, names: tuple[str, ...]) -> None:
    text = f"{HEAD}\n\n{line}\n\n{BODY}"
    assert kinds(text) == [H, SEC, P, P]
    assert credited(text) == [(DESK, names, line)]


def test_a_section_above_the_headline_is_no_headline() -> None:
    assert kinds(f"Politics\n\n{HEAD}\n\n{BODY}") == [SEC, H, P, P]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ivo Brandt", ("Ivo Brandt",)),
        ("By Ivo Brandt and Sanna O’Dell, Lund Herald", ("Ivo Brandt", "Sanna O’Dell")),
        ("BY IVO BRANDT", ("IVO BRANDT",)),
        ("Von Ivo Brandt", ("Ivo Brandt",)),
        ("By Ivo Brandt in Lund Bay", ("Ivo Brandt",)),
        ("From our staff and Osk News", ("Osk News",)),
    ],
)
def test_a_byline_names_who_wrote(line: str, names: tuple[str, ...]) -> None:
    text = f"{HEAD}\n\n{line}\n\n{BODY}"
    assert kinds(text) == [H, BY, P, P]
    assert credited(text) == [(BYLINE, names, line)]


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    assert kinds(f"{HEAD}\n\nBy Friday the river had fallen by two metres.\n\n{BODY}")[1] is P


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("GENEVA, Oct. 3 (Osk News) —", ("Osk News",)),
        ("LUND BAY, Osk, March 12, 2024 (ONA) -", ("ONA",)),
        ("LUND BAY —", None),
        ("ST. HELIER --", None),
        ("Lund Bay (ONA) –", ("ONA",)),
        ("(ONA) --", ("ONA",)),
        ("LUND BAY:", None),
        ("LUND BAY, 3. Oktober (dpa) -", ("dpa",)),
    ],
)
def test_a_dateline_is_parted_from_the_first_sentence(
    opening: str, agency: tuple[str, ...] | None
) -> None:
    text = f"{HEAD}\n\n{opening} {BODY}"
    read = parts(text)
    assert [kind for kind, _ in read] == [H, DL, P, P]
    assert read[1][1] == opening
    assert read[2][1].startswith("The ferry to Osk")
    assert [names for kind, names, _ in credited(text) if kind is REPORT] == (
        [agency] if agency else []
    )


def test_a_dateline_on_its_own_line() -> None:
    assert kinds(f"{HEAD}\n\nLUND BAY, Oct. 3 (Osk News) —\n\n{BODY}") == [H, DL, P, P]


@pytest.mark.parametrize(
    "opening",
    ["EXCLUSIVE:", "The U.S. —", "Marie-Claire Aubert –", "UPDATE 1-", "MALM:"],
)
def test_other_openings_are_no_dateline(opening: str) -> None:
    speech = "\n\nBRANDT: Will it sail?\n\nMALM: No." if opening == "MALM:" else ""
    assert DL not in kinds(f"{HEAD}\n\n{opening} {BODY}{speech}")


def test_an_interview_is_not_read_as_datelines() -> None:
    text = f"{HEAD}\n\nMALM: Not before Monday, I fear.\n\nBRANDT: And the mail?\n\nMALM: No."
    assert DL not in kinds(text)


@pytest.mark.parametrize(
    ("caption", "names"),
    [
        (
            "Edda Malm, harbour master of Lund Bay (screengrab: YouTube/Osk TV)",
            ("Osk TV", "YouTube"),
        ),
        (
            "Waves break over the quay, Friday, March 8, 2024 (Lund Rescue via ONA)",
            ("Lund Rescue", "ONA"),
        ),
        ("Waves break over the quay in Lund Bay. (Photo by Ivo Brandt)", ("Ivo Brandt",)),
        ("Waves break over the quay. (AP Photo/Ivo Brandt)", ("Ivo Brandt", "AP")),
        (
            "Waves break over the quay. Photo: Sanna O’Dell/Lund Herald",
            ("Sanna O’Dell", "Lund Herald"),
        ),
        ("The harbour master in her office [Credit: Ivo Brandt]", ("Ivo Brandt",)),
        ("Ivo Brandt/Getty Images Waves break over the quay.", ("Ivo Brandt", "Getty Images")),
    ],
)
def test_a_photo_credit_makes_a_caption(caption: str, names: tuple[str, ...]) -> None:
    text = f"{HEAD}\n\n{BODY}\n\n{caption}\n\nThe mail boat will sail on Sunday."
    assert kinds(text) == [H, P, P, C, P]
    [(kind, found, words)] = credited(text)
    assert (kind, found) == (PHOTO, names)
    assert words in caption


@pytest.mark.parametrize(
    "caption",
    [
        "FILE - The harbour of Lund Bay in winter.",
        "FILE PHOTO: The harbour of Lund Bay in winter.",
        "In this Friday, March 8, 2024 photo, waves break over the quay of Lund Bay.",
        "Photo: The harbour of Lund Bay in winter",
        "Waves break over the quay in Lund Bay, Osk, Friday, March 8, 2024",
    ],
)
def test_the_wording_makes_a_caption(caption: str) -> None:
    assert kinds(f"{HEAD}\n\n{caption}\n\n{BODY}") == [H, C, P, P]


def test_a_line_printed_twice_running_is_a_caption_printed_once() -> None:
    line = "The ferry Sanna at her berth in Lund Bay"
    read = article(f"{HEAD}\n\n{BODY}\n{line}\n{line}\n\nThe mail boat will sail on Sunday.")
    assert [block.kind for block in read.blocks] == [H, P, P, C, C, P]
    assert read.blocks[4].repeats == read.blocks[3].span


def test_a_quotation_printed_twice_is_no_caption() -> None:
    line = "“We will not risk a single passenger,” Edda Malm said."
    read = article(f"{HEAD}\n\n{BODY}\n\n{line}\n\n{line}")
    assert [block.kind for block in read.blocks] == [H, P, P, P, P]
    assert read.blocks[4].repeats == read.blocks[3].span


@pytest.mark.parametrize(
    "sentence",
    [
        "Osk voted against the plan (see page 4).",
        "Edda Malm (Green) declined to comment on the ferry and its passengers.",
        "The law was passed on Friday, March 8, 2024.",
        "She shared the photo with her sister (a nurse).",
    ],
)
def test_body_text_is_no_caption(sentence: str) -> None:
    assert kinds(f"{HEAD}\n\n{BODY}\n\n{sentence}") == [H, P, P, P]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("As reported by The Lund Herald", ("The Lund Herald",)),
        ("(Reporting by Ivo Brandt; editing by Sanna O’Dell)", ("Ivo Brandt", "Sanna O’Dell")),
        ("Additional reporting by Ivo Brandt in Osk.", ("Ivo Brandt",)),
        ("Source: Osk News Agency", ("Osk News Agency",)),
        ("Quelle: ONA", ("ONA",)),
        ("The Osk News Agency contributed to this report.", ("The Osk News Agency",)),
        ("This article was originally published by Lund Herald.", ("Lund Herald",)),
        ("(ONA/Lund Herald)", ("ONA", "Lund Herald")),
        ("With files from Osk News Agency", ("Osk News Agency",)),
    ],
)
def test_a_credit_line_names_whom_the_report_rests_on(line: str, names: tuple[str, ...]) -> None:
    text = f"{HEAD}\n\n{BODY}\n\n{line}"
    assert kinds(text) == [H, P, P, CR]
    [(kind, found, words)] = credited(text)
    assert (kind, found, words) == (REPORT, names, line)


def test_a_credit_that_runs_on_from_the_last_sentence_is_parted_from_it() -> None:
    text = f"{HEAD}\n\n{BODY} (Reporting by Ivo Brandt; Editing by Sanna O’Dell)"
    assert parts(text)[-1] == (CR, "(Reporting by Ivo Brandt; Editing by Sanna O’Dell)")
    assert parts(f"{HEAD}\n\n{BODY}As reported by The Lund Herald")[-1] == (
        CR,
        "As reported by The Lund Herald",
    )


def test_a_credit_that_runs_into_other_text_ends_with_the_name() -> None:
    text = f"{HEAD}\n\n{BODY}\n\nAs reported by The Lund HeraldThe mail boat will sail on Sunday."
    assert parts(text)[-2:] == [
        (CR, "As reported by The Lund Herald"),
        (P, "The mail boat will sail on Sunday."),
    ]


def test_a_sentence_about_reporting_is_no_credit() -> None:
    text = f"{HEAD}\n\n{BODY}\n\nAs reported by The Lund Herald, the mail boat will sail."
    assert kinds(text)[-1] is P


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Read more: Fifty years of the Osk ferry",
        "Share this story",
        "Sign up for our daily newsletter",
        "Follow us on Twitter",
        "© 2024 The Lund Herald. All rights reserved.",
        "Copyright 2024 Osk News Agency",
        "Related: The ferry that never came",
        "Weiterlesen",
        "Lire aussi : Cinquante ans de traversées",
        "Читайте также: Паром в порту",
        "اقرأ أيضا: العبارة في الميناء",
        "Topics: ferries, weather",
        "https://lundherald.example/ferry",
    ],
)
def test_the_page_is_no_part_of_the_report(line: str) -> None:
    assert kinds(f"{HEAD}\n\n{BODY}\n\n{line}\n\nThe mail boat will sail on Sunday.")[3] is X


def test_short_lines_after_the_last_sentence_are_not_read() -> None:
    assert kinds(f"{HEAD}\n\n{BODY}\n\nMore ferry news\n\nLund Bay") == [H, P, P, X, X]


def test_a_crosshead_within_the_body_stays_body() -> None:
    text = (
        f"{HEAD}\n\n{BODY}\n\nThe islanders wait and count their flour\n\n{BODY.split(chr(10))[2]}"
    )
    assert kinds(text) == [H, P, P, P, P]


@pytest.mark.parametrize("line", ["8 March 2024", "Updated: 8 March 2024, 11:05 GMT"])
def test_a_date_line_is_no_body(line: str) -> None:
    assert kinds(f"{HEAD}\n\n{line}\n\n{BODY}") == [H, D, P, P]
    assert kinds(f"{HEAD}\n\n{BODY}\n\n{line}") == [H, P, P, D]


def test_a_label_belongs_to_the_date_on_the_next_line() -> None:
    read = article(f"{HEAD}\n\nLast updated\n8 March 2024, 11:05\n\n{BODY}")
    assert [block.kind for block in read.blocks] == [H, D, D, P, P]
    assert read.updated is not None
    assert read.updated.value == "2024-03-08T11:05"


def test_lines_wrapped_at_a_fixed_width_are_one_paragraph() -> None:
    text = (
        "The ferry to Osk will not sail before Monday, the harbour\n"
        "master of Lund Bay said on Friday, as waves of four metres\n"
        "broke over the quay and the wind showed no sign of easing\n"
        "before the end of the weekend.\n\n"
        "“We will not risk a single passenger,” Edda Malm told the\n"
        "reporters who had gathered on the quay of the old harbour\n"
        "in the rain.\n"
    )
    assert kinds(text) == [P, P]


def test_a_gap_that_no_line_of_print_has_parts_two_lines() -> None:
    # Patterns that begin with white space took 57 s for sixteen thousand blanks.
    for gap in (64, 100_000):
        assert parts(f"{BODY}\n\nThe ferry sails.{' ' * gap}The quay is wet.")[-2:] == [
            (P, "The ferry sails."),
            (P, "The quay is wet."),
        ]


def test_lines_without_blanks_between_are_paragraphs_of_their_own() -> None:
    assert kinds(f"{HEAD}\n{BODY.replace(chr(10) * 2, chr(10))}") == [H, P, P]


def test_carriage_returns_and_spaces_stay_where_they_are() -> None:
    text = f"{HEAD}\r\n\r\n\u00a0 \r\n  {BODY}\r\n"
    read = article(text)
    assert read.text == text
    assert [block.span.of(text) for block in read.blocks] == [HEAD, *BODY.split("\n\n")]


def test_a_line_that_says_when_without_a_date_is_no_body() -> None:
    assert kinds(f"{HEAD}\n\nUpdated at 9:50 p.m. ET Thursday\n\n{BODY}") == [H, D, P, P]


@pytest.mark.parametrize(
    "line", ["Image: Osk News Agency", "Lund Herald via Getty Images", "Ivo Brandt/Reuters."]
)
def test_a_photo_credit_on_its_own_line_belongs_to_the_pictures(line: str) -> None:
    text = f"{HEAD}\n\n{BODY}\n\n{line}\n\nThe mail boat will sail on Sunday."
    assert kinds(text) == [H, P, P, C, P]
    assert [kind for kind, _, _ in credited(text)] == [PHOTO]


def test_a_speaker_on_a_line_of_their_own_is_no_dateline() -> None:
    assert DL not in kinds(f"{HEAD}\n\nEDDA MALM, HARBOUR MASTER:\n\n{BODY}")


def test_a_dateline_below_a_standfirst_is_parted() -> None:
    text = f"{HEAD}\n\nHarbour master fears for the passengers of the Sanna\n\nLUND BAY — {BODY}"
    assert kinds(text) == [H, S, DL, P, P]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The Bay Herald / Foreign Desk", "The Bay Herald"),
        ("World / News Desk", "unknown"),
        ("Foreign Desk", "unknown"),
        ("Harbour / Foreign Desk", "unknown"),
        ("As reported by The Bay Herald", "unknown"),
    ],
)
def test_a_desk_line_names_its_publisher_and_a_courtesy_line_does_not(
    line: str, outlet: str
) -> None:
    text = f"Bridge closed after storm\n\n{line}\n\nThe bridge at Lund was closed, police said.\n"
    assert article(text).outlet.name == outlet


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Correction: An earlier version said that six boats were lost.", BlockKind.CORRECTION),
        ("Clarification, March 16, 2024: The harbour is closed.", BlockKind.CORRECTION),
        ("An earlier version of this report named another boat.", BlockKind.CORRECTION),
        ("This story has been corrected to show that nobody was hurt.", BlockKind.CORRECTION),
        ("The correction of the price was welcomed, the port said.", BlockKind.PARAGRAPH),
        ("An earlier version of the law was struck down, a judge said.", BlockKind.PARAGRAPH),
    ],
)
def test_an_outlet_correcting_itself_is_not_read_for_statements(line: str, kind: BlockKind) -> None:
    first = "The harbour of Osk is closed, the port authority said on Monday."
    found = article(f"{HEAD}\n\n{first}\n\n{line}\n\n{first.replace('Monday', 'Sunday')}\n")
    block = next(block for block in found.blocks if block.span.of(found.text) == line)
    assert block.kind is kind
    assert block.is_read == (kind is BlockKind.PARAGRAPH)
