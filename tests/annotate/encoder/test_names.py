"""Names of people, organisations, places and groups, in sentences made up for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.annotate.encoder.asking import Names

CASES = {
    "a person": ("Maria Keller arrived late on Monday.", {"Maria Keller": "person"}),
    "a person after a title": ("President Samuel Otieno flew home.", {"Samuel Otieno": "person"}),
    "a place": ("The train left Budapest at noon.", {"Budapest": "place"}),
    "a country": ("Floods in Pakistan cut off the north.", {"Pakistan": "place"}),
    "an organisation": ("Workers at Siemens went on strike.", {"Siemens": "organisation"}),
    "a long organisation": (
        "The World Health Organization sent tents.",
        {"World Health Organization": "organisation"},
    ),
    "an acronym": ("NATO moved two ships into the bay.", {"NATO": "organisation"}),
    "a nationality": ("Two French hikers were rescued.", {"French": "group"}),
    "a religion": ("Muslims and Christians marched together.", {"Muslims": "group"}),
    "party members": ("Republicans blocked the bill again.", {"Republicans": "group"}),
    "armed groups": ("Fighters of Hezbollah withdrew.", {"Hezbollah": "organisation"}),
    "a group taken for a person": (
        "Boko Haram burned three villages.",
        {"Boko Haram": "organisation"},
    ),
    "a group taken for a place": (
        "The coalition bombed positions of Daesh near the border.",
        {"Daesh": "organisation"},
    ),
    "a place in capitals": ("EARTHQUAKE SHAKES TURKEY AT DAWN", {"TURKEY": "place"}),
    "two people": (
        "Anna Lindqvist met Pedro Alves in Madrid.",
        {"Anna Lindqvist": "person", "Pedro Alves": "person", "Madrid": "place"},
    ),
    "a possessive": ("Germany’s economy shrank.", {"Germany": "place"}),
    "a city and its state": (
        "A fire broke out in Houston, Texas.",
        {"Houston": "place", "Texas": "place"},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_finds_names(names: Names, case: tuple[str, dict[str, str]]) -> None:
    text, expected = case
    found = names(text)
    assert expected.items() <= found.items(), f"read {found}"


def test_names_nothing_where_there_is_none(names: Names) -> None:
    assert names("The road was wet and the lorry slid into a ditch.") == {}


@pytest.mark.parametrize("change", [str.upper, str.lower], ids=["capitals", "lower case"])
def test_capitals_matter_little(names: Names, change: Callable[[str], str]) -> None:
    text = "The foreign minister of Hungary met Vladimir Putin in Moscow on Friday."
    expected = {change(name): kind for name, kind in names(text).items()}
    assert names(change(text)) == expected
