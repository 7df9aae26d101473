"""Why a statement is of its claim: what it is likest to, and how likely the two say the same."""

from tests.link.factory import Says
from tests.link.test_claims import KOLAR, OSTRIN, linked, said_by

WORDS = "the pumps of the northern harbour were switched off before the storm of Monday"


def test_every_statement_of_a_claim_but_the_first_is_joined_to_another_of_it() -> None:
    made = linked(
        said_by("The Lantern", "2024-05-01", OSTRIN, Says("Pavel Ostrin", WORDS)),
        said_by("Coast Mail", "2024-05-01", OSTRIN, Says("Pavel Ostrin", WORDS)),
        said_by("Hill Post", "2024-05-02", OSTRIN, Says("Pavel Ostrin", WORDS)),
        said_by("Hill Post", "2024-05-02", KOLAR, Says("Hana Kolar", "no bread was left")),
    )
    several = [claim for claim in made.claims if len(claim.statements) > 1]
    assert [len(claim.statements) for claim in several] == [3]
    for claim in made.claims:
        assert [join.statement for join in claim.joins] == list(claim.statements[1:])
        for join in claim.joins:
            assert join.like in claim.statements
            assert join.like != join.statement
            assert join.clip
            assert 0 < join.chance <= 1
