"""Who is one and the same across the articles of a story, and who is not."""

import pytest
from tests.link.factory import BODY, PLACE, Report, Who, story

from whence.link.entities import entities
from whence.link.names import may_be_spelt
from whence.model import EntityKind


def names_of(*reports: Report) -> set[frozenset[str]]:
    return {frozenset(entity.names) for entity in entities(story(*reports))}


def about(day: str, *who: Who) -> Report:
    names = ". ".join(" and ".join(each.names) + f" ({each.role})" for each in who)
    return Report("The Lantern", day, f"On {day}: {names}.", who=who)


def person(*names: str, role: str | None = None) -> Who:
    return Who(names, role=role)


def test_a_surname_joins_the_one_person_who_bears_it_in_full() -> None:
    found = names_of(
        about("2024-05-01", person("Radek Simun", "Simun")), about("2024-05-02", person("Simun"))
    )
    assert found == {frozenset({"Radek Simun", "Simun"})}


def test_namesakes_stay_apart_and_a_bare_surname_joins_neither() -> None:
    found = names_of(
        about("2024-05-01", person("Radek Simun")),
        about("2024-05-02", person("Livia Simun")),
        about("2024-05-03", person("Simun")),
    )
    assert found == {
        frozenset({"Radek Simun"}),
        frozenset({"Livia Simun"}),
        frozenset({"Simun"}),
    }


def test_a_shared_role_tells_which_namesake_a_surname_is() -> None:
    found = names_of(
        about("2024-05-01", person("Radek Simun", role="interior minister")),
        about("2024-05-02", person("Livia Simun", role="a baker")),
        about("2024-05-03", person("Simun", role="the minister")),
    )
    assert frozenset({"Radek Simun", "Simun"}) in found


def test_a_title_is_no_part_of_a_name() -> None:
    found = names_of(
        about("2024-05-01", person("Gen. Ilya Toren")), about("2024-05-02", person("Ilya Toren"))
    )
    assert len(found) == 1


def test_a_person_is_called_by_the_name_without_office_and_country() -> None:
    [entity] = entities(story(about("2024-05-01", person("Iraqi Prime Minister Ilya Toren"))))
    assert entity.name == "Ilya Toren"
    assert entity.names == ("Iraqi Prime Minister Ilya Toren",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Valin", "Sergei Valin"),
        ("Omar al-Qasim", "Omar Qasim"),
        ("Mohammed Darwan", "Muhammad Darwan"),
        ("Recep Yıldız", "Recep Yildiz"),
        ("Oleksiy Borenskyy", "Oleksiy Borensky"),
        ("José Luis Almeda", "Jose Almeda"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    assert len(names_of(about("2024-05-01", person(one)), about("2024-05-02", person(other)))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Daniel Orr", "Danielle Orr"), ("Mario Vesti", "Maria Vesti"), ("Ann Kole", "Ann Kohl")],
)
def test_like_names_of_two_people_stay_apart(one: str, other: str) -> None:
    assert len(names_of(about("2024-05-01", person(one)), about("2024-05-02", person(other)))) == 2


def test_an_acronym_joins_what_it_stands_for() -> None:
    found = names_of(
        about("2024-05-01", Who(("Union of Water Workers",), BODY)),
        about("2024-05-02", Who(("UWW",), BODY)),
    )
    assert found == {frozenset({"Union of Water Workers", "UWW"})}


def test_an_acronym_that_fits_two_bodies_joins_neither() -> None:
    found = names_of(
        about("2024-05-01", Who(("National Water Board",), BODY)),
        about("2024-05-02", Who(("Northern Wool Bureau",), BODY)),
        about("2024-05-03", Who(("NWB",), BODY)),
    )
    assert len(found) == 3


def test_the_register_knows_one_group_by_several_names() -> None:
    found = names_of(
        about("2024-05-01", Who(("Médecins Sans Frontières",), BODY)),
        about("2024-05-02", Who(("Doctors Without Borders",), BODY)),
    )
    assert len(found) == 1


def test_a_metonym_points_to_a_government_and_is_not_merged_with_another() -> None:
    found = entities(
        story(
            about("2024-05-01", Who(("Rome",), PLACE, stands_for="gov:IT")),
            about("2024-05-02", Who(("Palazzo Chigi",), BODY, stands_for="gov:IT")),
        )
    )
    assert {(entity.name, entity.stands_for) for entity in found} == {
        ("Rome", "gov:IT"),
        ("Palazzo Chigi", "gov:IT"),
    }


def test_unnamed_speakers_stay_with_their_article() -> None:
    someone = Who(("a senior official",), EntityKind.PERSON, named=False)
    found = entities(story(about("2024-05-01", someone), about("2024-05-02", someone)))
    assert len(found) == 2
    assert len({entity.id for entity in found}) == 2


def test_a_ministry_without_its_country_joins_the_one_whose_country_the_article_names() -> None:
    long = Who(("Norwegian Fisheries Ministry",), BODY)
    short = Who(("Fisheries Ministry",), BODY)
    nearby = Report("The Lantern", "2024-05-02", "Fisheries Ministry of Norway.", who=(short,))
    distant = Report("The Lantern", "2024-05-03", "Fisheries Ministry of Chile.", who=(short,))
    assert len(names_of(about("2024-05-01", long), nearby)) == 1
    assert len(names_of(about("2024-05-01", long), distant)) == 2


def test_spelling_is_symmetric() -> None:
    assert may_be_spelt("Dmitry", "Dmitri")
    assert may_be_spelt("Dmitri", "Dmitry")
    assert not may_be_spelt("Dmitri", "Demeter")
