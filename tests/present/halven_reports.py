"""The five invented reports of a fire at a gas terminal, as their outlets printed them."""

from tests.present.factory import AGENCY, CHECK, COURIER, OBSERVER, RADIO, Report, day

from whence.model import Basis, BlockKind, Moment, Precision

HEAD, STAND = BlockKind.HEADLINE, BlockKind.STANDFIRST


def para(words: str) -> tuple[BlockKind, str]:
    return BlockKind.PARAGRAPH, words


def agency() -> Report:
    return Report(
        AGENCY,
        [
            (HEAD, "Fire at Halven gas terminal kills at least nine"),
            (BlockKind.DATELINE, "HALVEN, March 3 (KPA)"),
            para(
                "A fire at the gas terminal of Halven killed at least nine people on Monday, the "
                "regional hospital said.",
            ),
            para(
                "Energy Minister Tomas Reval told a briefing that the terminal had been inspected "
                "in January. “Every valve was tested,” Reval said.",
            ),
            para(
                "An official of the port authority, who asked not to be named, said a tanker had "
                "struck the pier.",
            ),
            (BlockKind.CAPTION, "Smoke over the pier at Halven (Photo: Ida Brandt for KPA)"),
            para("The harbour has been closed since noon, the port authority said."),
            (BlockKind.BOILERPLATE, "© Kestrian Press Agency. All rights reserved."),
        ],
        published=Moment("2031-03-03T18:40+01:00", Precision.MINUTE, Basis.METADATA),
        url="https://kpa.example/halven-1",
    )


def observer() -> Report:
    return Report(
        OBSERVER,
        [
            (HEAD, "“No one came here in January”"),
            (STAND, "Terminal workers dispute the minister’s account of the fire"),
            para(
                "“No inspector has set foot in the terminal since last summer,” Jana Mirel, who "
                "leads the terminal’s union, told the Halven Observer on Tuesday.",
            ),
            para("The hospital in Halven put the number of dead at 14 on Tuesday."),
            para("Residents said the harbour was closed within minutes."),
            para("They feared that more would be found, one of them said."),
        ],
        published=day("2031-03-04"),
        place="reports/observer.html",
        byline="Ana Sollis",
    )


def radio() -> Report:
    return Report(
        RADIO,
        [
            (HEAD, "Government: terminal was in order"),
            para(
                "Energy Minister Reval has said that the terminal had been inspected in January "
                "and was in order. He denied that a tanker had struck the pier.",
            ),
            para("Reval vowed to rebuild the pier by the autumn."),
            para("Seven people lost their lives, according to the Ministry of Energy."),
        ],
        published=Moment(
            "2031-03-04",
            Precision.DAY,
            Basis.INFERRED,
            evidence="the text names Monday 3 March as yesterday",
        ),
        place="reports/radio.jsonl#7",
    )


def courier() -> Report:
    return Report(
        COURIER,
        [
            (HEAD, "Records show no inspection at Halven"),
            para(
                "The register of inspections lists no visit to Halven this year. The register "
                "contradicts the minister, who said on Monday that one took place.",
            ),
            para(
                "“We never sent anyone,” a spokeswoman for the Ministry of Energy said, according "
                "to the Kestrian Press Agency.",
            ),
            para("The toll rose to between 16 and 19, rescue workers said on Wednesday."),
            para("A tanker captain said his ship had touched the pier “hardly at all”."),
        ],
        published=day("2031-03-05"),
        place="reports/courier.txt",
    )


def check() -> Report:
    return Report(
        CHECK,
        [
            (HEAD, "What we know of the fire at Halven"),
            para("Harbour logs show that the port was closed at 12:05 on Monday."),
            para("It is not clear who gave the order; it may have been the navy, it was said."),
        ],
        published=day("2031-03-06"),
        place="reports/check.txt",
    )
