"""Where claims are backed, and where they are only repeated."""

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


def test_data_back_what_somebody_says_of_his_own_knowledge() -> None:
    images = Who(("satellite images",), BODY)
    shown = "brown water and timber pouring through two open gates towards the mill at Brodek"
    [relation] = [
        each
        for each in ruled(kolar(OPENED), (images, Says("satellite images", shown))).relations
        if each.kind is RelationKind.SUPPORTS
    ]
    assert relation.because.reason == "data"


def test_data_do_not_show_what_is_not_there() -> None:
    images = Who(("satellite images",), BODY)
    shown = "no brown water and timber pouring through two open gates towards the mill"
    found = ruled(kolar(OPENED), (images, Says("satellite images", shown))).relations
    assert RelationKind.SUPPORTS not in {each.kind for each in found}
