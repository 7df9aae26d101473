"""How names are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.registers._names import Index, fits_case, fold, without_possessive


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S.", "us"),
        ("Süddeutsche Zeitung", "SUDDEUTSCHE ZEITUNG"),
        ("Côte d'Ivoire", "Cote d’Ivoire"),
        ("al-Nusra  Front", "Al Nusra Front"),
        ("Sana'a", "Sanaa"),
        ("AT&T", "at&t"),
    ],
)
def test_names_that_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("OPEC", "OPEC+"), ("Niger", "Nigeria")])
def test_names_that_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_name_that_is_only_an_article_keeps_it() -> None:
    assert fold("The") == "the"


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    once = fold(name)
    if not once.startswith("the "):
        assert fold(once) == once


@pytest.mark.parametrize(
    ("printed", "registered", "fits"),
    [
        ("US", "US", True),
        ("U.S.", "US", True),
        ("us", "US", False),
        ("Let", "LeT", False),
        ("Male", "Malé", True),
        ("male", "Malé", False),
        ("THE KREMLIN", "the Kremlin", True),
        ("the kremlin", "the Kremlin", False),
        ("Peshmerga forces", "peshmerga forces", True),
    ],
)
def test_capitals(printed: str, registered: str, *, fits: bool) -> None:
    assert fits_case(printed, registered) is fits


@pytest.mark.parametrize("printed", ["Reuters's", "Reuters'", "Reuters’", "Reuters"])
def test_possessives(printed: str) -> None:
    assert without_possessive(printed) == "Reuters"


def test_a_name_of_two_entries_stands_for_neither() -> None:
    index = Index.build([("Springfield", 1), ("Springfield", 2), ("Shelbyville", 1)])
    assert index.find("Springfield") is None
    assert index.find("shelbyville") is None
    assert index.find("Shelbyville") == 1
    assert index.shared == {"springfield"}
