"""Groups by all their names."""

import pytest

from whence.registers import GroupKind, countries, find_group, group_aliases, groups


def key(name: str) -> str | None:
    found = find_group(name)
    return found.key if found else None


def test_every_name_is_of_one_group_or_listed_as_ambiguous() -> None:
    for group in groups():
        for name in (group.name, *group.aliases):
            if name not in group.ambiguous:
                assert find_group(name) == group, name


def test_no_plain_name_is_elsewhere_listed_as_ambiguous() -> None:
    for group in groups():
        for name in group.ambiguous:
            assert find_group(name) is None, (name, group.key)


def test_countries_and_kinds_are_known() -> None:
    codes = {country.code for country in countries()}
    assert {group.country for group in groups()} - {None} <= codes
    assert {group.kind for group in groups()} == set(GroupKind)


def test_scanners_get_every_plain_name() -> None:
    aliases = group_aliases()
    assert aliases["Daesh"] is aliases["ISIL"]
    assert "Labour" not in aliases


@pytest.mark.parametrize(
    "name",
    ["ISIS", "ISIL", "Islamic State", "the Islamic State", "Da'esh", "IS", "IS group", "داعش"],
)
def test_names_of_one_group(name: str) -> None:
    assert key(name) == "group:is"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("al-Qaida", "group:al-qaeda"),
        ("Al Qaeda in the Islamic Maghreb", "group:aqim"),
        ("Hizbullah", "group:hezbollah"),
        ("U.N.", "group:un"),
        ("Nato", "group:nato"),
        ("MSF", "group:msf"),
        ("WORLD HEALTH ORGANIZATION", "group:who"),
        ("the U.N. refugee agency", "group:unhcr"),
        ("FARC's", "group:farc"),
    ],
)
def test_spellings(name: str, expected: str) -> None:
    assert key(name) == expected


@pytest.mark.parametrize(
    "name", ["is", "Is", "who", "Who", "Let", "Labour", "Red Cross", "RSF", "Anonymous", ""]
)
def test_words_and_shared_names(name: str) -> None:
    assert key(name) is None
