"""Where claims are backed, and where they are only repeated."""

import pytest
from tests.link.factory import BODY, Says, Who
from tests.link.relating import OPENED, kinds, kolar, link, ostrin, report, ruled

from whence.model import RelationKind


def test_backing_from_an_origin_of_ones_own_supports() -> None:
    linked = link(
        report("The Lantern", "2024-05-01", kolar("water reached the market hall", told="the BBC")),
        report(
            "Coast Mail",
            "2024-05-01",
            ostrin(
                "brown flood water reached the old market hall of Brodek before dawn",
                told="France 24",
            ),
        ),
    )
    [relation] = linked.relations
    text = {claim.id: claim.text for claim in linked.claims}
    assert relation.kind is RelationKind.SUPPORTS
    assert text[relation.b] == "water reached the market hall"


def test_relaying_one_origin_is_no_support() -> None:
    assert (
        kinds(
            report("The Lantern", "2024-05-01", kolar("water reached the market hall")),
            report(
                "Coast Mail",
                "2024-05-01",
                ostrin("brown flood water reached the old market hall of Brodek before dawn"),
            ),
        )
        == []
    )


IMAGES = Who(("satellite images",), BODY)
SHOWN = "brown water and timber pouring through two open gates towards the mill at Brodek"


def backing(words: str, cue: str) -> list[str]:
    """The reasons for which what Kolar says is backed by images."""
    linked = ruled(kolar(OPENED), (IMAGES, Says("satellite images", words, cue=cue)))
    return [r.because.reason for r in linked.relations if r.kind is RelationKind.SUPPORTS]


def test_data_back_what_somebody_says_of_his_own_knowledge() -> None:
    assert backing(SHOWN, "showed") == ["data"]


@pytest.mark.parametrize("cue", ["apparently show", "confirmed", "courtesy of"])
def test_what_is_only_said_of_data_backs_nothing(cue: str) -> None:
    assert backing(SHOWN, cue) == []


def test_data_do_not_show_what_is_not_there() -> None:
    assert backing(f"no {SHOWN}", "showed") == []
