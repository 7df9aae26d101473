"""Countries, peoples, and the names that stand for governments."""

import re

import pytest
from babel import Locale

from whence.registers import (
    Branch,
    countries,
    demonym,
    find_country,
    find_organ,
    government_behind,
    organs,
)
from whence.registers._names import fold

#: What CLDR lists beside ISO 3166-1: groupings, tests, and parts coded only exceptionally.
NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
#: No people of their own.
UNPEOPLED = {"AQ", "BV", "GS", "HM", "PM", "SJ", "TF", "UM", "VA", "GG", "JE"}


def code(name: str) -> str | None:
    found = find_country(name)
    return found.code if found else None


def test_complete_for_every_territory_of_iso() -> None:
    territories = {
        key: name
        for key, name in Locale("en").territories.items()
        if re.fullmatch("[A-Z]{2}", key) and key not in NOT_ISO
    }
    assert len(territories) == 250
    assert {key: code(name) for key, name in territories.items()} == {
        key: key for key in territories
    }


def test_codes_are_of_iso_or_marked_as_our_own() -> None:
    for country in countries():
        assert re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]{1,3})?|x-[a-z-]+", country.code)


def test_every_country_has_a_people_and_an_adjective() -> None:
    without = {c.code for c in countries() if len(c.code) == 2 and not (c.adjectives and c.people)}
    assert without == UNPEOPLED


def test_every_name_is_of_one_country() -> None:
    for country in countries():
        for name in (country.name, *country.names):
            assert code(name) == country.code, name


def test_every_adjective_is_of_one_country_or_known_to_be_shared() -> None:
    shared = {
        fold(word)
        for country in countries()
        for word in (*country.adjectives, *country.people)
        if demonym(word) is None
    }
    assert shared == {"congolese", "dominican", "dominicans"}


def test_homonyms_are_names_of_the_country_or_its_capital() -> None:
    for country in countries():
        assert set(country.homonyms) <= {country.name, *country.names, *country.capitals}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("U.S.", "US"),
        ("the United States", "US"),
        ("us", None),
        ("DPRK", "KP"),
        ("Burma", "MM"),
        ("Ivory Coast", "CI"),
        ("Scotland", "GB-SCT"),
        ("Kurdistan Region", "IQ-KR"),
        ("Congo", None),
        ("Korea", None),
        ("Niger's", "NE"),
        ("chad", None),
        ("Moscow", None),
    ],
)
def test_names_of_countries(name: str, expected: str | None) -> None:
    assert code(name) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Iraqi", "IQ"),
        ("Danes", "DK"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Filipina", "PH"),
        ("polish", None),
        ("Polish", "PL"),
        ("Scots", "GB-SCT"),
        ("Kurdish", None),
        ("Congolese", None),
    ],
)
def test_demonyms(word: str, expected: str | None) -> None:
    assert demonym(word) == expected


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Moscow", "gov:RU"),
        ("Russia", "gov:RU"),
        ("the Kremlin", "gov:RU"),
        ("Kiev", "gov:UA"),
        ("Kyiv", "gov:UA"),
        ("the Elysee", "gov:FR"),
        ("Quai d'Orsay", "gov:FR"),
        ("Downing Street", "gov:GB"),
        ("Zhongnanhai", "gov:CN"),
        ("the Blue House", "gov:KR"),
        ("FBI", "gov:US"),
        ("Iraqi government", "gov:IQ"),
        ("the Russian Foreign Ministry", "gov:RU"),
        ("Norway's ministry of defence", "gov:NO"),
        ("the Ministry of Defence of the Russian Federation", "gov:RU"),
        ("Bosnia and Herzegovina's government", "gov:BA"),
        ("South Korean military", "gov:KR"),
        ("the army of Chad", "gov:TD"),
        ("the Gaza health ministry", "gov:x-gaza"),
        ("Moscow's defence ministry", "gov:RU"),
        ("Georgian police", "gov:GE"),
        ("Georgia's interior ministry", "gov:GE"),
    ],
)
def test_the_government_behind_a_name(name: str, key: str) -> None:
    assert government_behind(name) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Capitol Hill", "parliament:US"),
        ("the Knesset", "parliament:IL"),
        ("Turkey's constitutional court", "judiciary:TR"),
        ("the Bundesbank", "central-bank:DE"),
        ("Buckingham Palace", "crown:GB"),
    ],
)
def test_branches_that_do_not_speak_for_the_government(name: str, key: str) -> None:
    assert government_behind(name) == key


@pytest.mark.parametrize(
    "name",
    [
        "Brussels",  # the European Union as often as Belgium
        "Hamilton",
        "Malé",
        "Georgia",
        "Georgia Supreme Court",
        "Berlin police",
        "a ministry of " + "very " * 20 + "Chad",
        "Congo",
        "British",
        "the foreign ministry",
        "Syrian opposition forces",
        "Saudi-led coalition",
        "Springfield",
        "",
    ],
)
def test_names_that_stand_for_no_government_for_sure(name: str) -> None:
    assert government_behind(name) is None


def test_every_organ_is_of_a_known_country_and_found_by_each_name() -> None:
    codes = {country.code for country in countries()}
    for organ, names in organs():
        assert organ.country in codes
        for name in names:
            assert find_organ(name) == organ, name


def test_an_organ_told_by_kind_and_country() -> None:
    found = find_organ("Kenya's high court")
    assert found is not None
    assert (found.country, found.branch) == ("KE", Branch.JUDICIARY)
