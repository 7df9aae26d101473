"""Outlets by name, by domain, and by what stands around the name."""

import re
from collections import defaultdict

import pytest

from whence.model import OutletKind
from whence.registers import (
    ambiguous_outlet_aliases,
    countries,
    find_outlet,
    outlet_aliases,
    outlets,
)
from whence.registers._names import fold


def named(name: str) -> str | None:
    found = find_outlet(name=name)
    return found.name if found else None


def test_there_are_agencies_of_nearly_every_country_and_outlets_of_every_kind() -> None:
    kinds = defaultdict(set)
    for entry in outlets():
        kinds[entry.outlet.kind].add(entry.outlet.country)
    assert len(kinds[OutletKind.AGENCY] - {None}) > 130
    assert set(kinds) == set(OutletKind) - {OutletKind.UNKNOWN}


def test_countries_are_of_iso() -> None:
    codes = {country.code for country in countries() if len(country.code) == 2}
    assert {entry.outlet.country for entry in outlets()} - {None} <= codes


def test_domains_are_well_formed_and_each_is_of_one_outlet() -> None:
    owners = defaultdict(list)
    for entry in outlets():
        for domain in entry.domains:
            assert re.fullmatch(r"(?!www\.)([a-z0-9-]+\.)+[a-z][a-z0-9-]+", domain), domain
            owners[domain].append(entry.outlet.name)
    assert [pair for pair in owners.items() if len(pair[1]) > 1] == []


def test_every_domain_finds_its_outlet() -> None:
    for entry in outlets():
        for domain in entry.domains:
            assert find_outlet(domain=f"www.{domain}") == entry.outlet


def test_every_name_is_of_one_outlet_or_listed_as_unsettled() -> None:
    for entry in outlets():
        for name in (entry.outlet.name, *entry.aliases):
            if name in entry.plain_names:
                assert find_outlet(name=name) == entry.outlet, name
            else:
                assert name in {*entry.ambiguous, *entry.words}


def test_no_plain_name_is_elsewhere_listed_as_unsettled() -> None:
    plain = {fold(name): outlet.name for name, outlet in outlet_aliases().items()}
    for entry in outlets():
        for name in (*entry.ambiguous, *entry.words):
            assert plain.get(fold(name)) is None, (name, entry.outlet.name)


def test_unsettled_names_for_scanners_are_of_one_outlet() -> None:
    unsettled = ambiguous_outlet_aliases()
    assert unsettled["AP"].name == "Associated Press"
    assert unsettled["Time"].name == "Time"
    assert "The Times" not in unsettled
    assert not set(unsettled) & set(outlet_aliases())


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("edition.cnn.com", "CNN"),
        ("https://www.bbc.co.uk/news/world-1", "BBC News"),
        ("ENGLISH.ALARABIYA.NET:443", "Al Arabiya"),
        ("observers.france24.com", "Les Observateurs"),
        ("m.lenta.ru.", "Lenta.ru"),
    ],
)
def test_domains_of_hosts_and_addresses(domain: str, name: str) -> None:
    found = find_outlet(domain=domain)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("domain", ["example.org", "com", "notcnn.com", "", "co.uk"])
def test_unknown_domains(domain: str) -> None:
    assert find_outlet(domain=domain) is None


def test_the_domain_outweighs_the_name() -> None:
    found = find_outlet(name="The Times", domain="www.thetimes.co.uk")
    assert found is not None
    assert found.country == "GB"
    fallback = find_outlet(name="Le Monde", domain="example.org")
    assert fallback is not None
    assert fallback.name == "Le Monde"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("reuters", "Reuters"),
        ("Reuters'", "Reuters"),
        ("the Associated Press", "Associated Press"),
        ("Suddeutsche Zeitung", "Süddeutsche Zeitung"),
        ("ТАСС", "TASS"),
        ("新华社", "Xinhua News Agency"),
        ("Al-Jazeera English", "Al Jazeera"),
        ("Interfax state news agency", "Interfax"),
        ("ZDF television", "ZDF"),
        ("the semi-official Mehr news agency", "Mehr News Agency"),
        ("German newspaper Die Welt", "Die Welt"),
        ("Turkey's Anadolu Agency", "Anadolu Agency"),
        ("South Korea's Yonhap News Agency", "Yonhap News Agency"),
        ("London-based newspaper Asharq al-Awsat", "Asharq Al-Awsat"),
        ("Chinese state broadcaster", "CCTV"),
    ],
)
def test_names_as_printed(printed: str, name: str) -> None:
    assert named(printed) == name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("AP", "Associated Press"),
        ("the AP", "Associated Press"),
        ("ap", None),
        ("Ap", None),
        ("The Sun", "The Sun"),
        ("the Sun", "The Sun"),
        ("Sun", None),
        ("the sun", None),
        ("Sun newspaper", "The Sun"),
        ("Time", None),
        ("Time magazine", "Time"),
        ("Petra", None),
        ("Petra news agency", "Petra"),
        ("People", None),
    ],
)
def test_names_that_other_things_bear_need_their_form_or_a_word_beside_them(
    printed: str, name: str | None
) -> None:
    assert named(printed) == name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("The Times", None),
        ("the Times newspaper", None),
        ("British newspaper The Times", "The Times"),
        ("Kenya's Standard", "The Standard (Kenya)"),
        ("the Standard", None),
        ("Lebanon's Daily Star newspaper", "The Daily Star (Lebanon)"),
        ("Bangladesh's Daily Star", "The Daily Star (Bangladesh)"),
        ("La Prensa", None),
        ("Scotland's The National", "The National (Scotland)"),
    ],
)
def test_names_that_outlets_share_need_their_country(printed: str, name: str | None) -> None:
    assert named(printed) == name


@pytest.mark.parametrize(
    "printed",
    ["", " ", "Star News", "News agency", "state television", "the French broadcaster", "Paris"],
)
def test_what_is_no_outlet(printed: str) -> None:
    assert named(printed) is None


@pytest.mark.parametrize("words", ["state ", "the state-run ", "Iraq's ", "daily, ", "x"])
def test_a_clause_is_no_name(words: str) -> None:
    assert named(words * 20_000) is None
