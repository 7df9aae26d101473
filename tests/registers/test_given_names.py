"""Given names and gender."""

import pytest

from whence.registers import given_name_gender
from whence.registers._table import rows


def test_genders_are_of_three_kinds_and_the_list_is_large() -> None:
    genders = [row["gender"] for row in rows("given_names.tsv")]
    assert set(genders) == {"m", "f", "u"}
    assert len(genders) > 5000


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Aisha", "f"),
        ("Sergei", "m"),
        ("Wangari", "f"),
        ("Xiaoping", "m"),
        ("Rajesh", "m"),
        ("Guadalupe", "f"),
        ("SÉBASTIEN", "m"),
        ("Sebastien", "m"),
        ("Jean-Pierre", "m"),
        ("Marie-Xaviera", "f"),
        ("Andrea", None),  # a man in Italian, a woman in German
        ("Robin", None),
        ("Tunde", "m"),  # Yoruba, where the accented name is Hungarian
        ("Tünde", "f"),
        ("Zyxwv", None),
        ("", None),
    ],
)
def test_gender(name: str, gender: str | None) -> None:
    assert given_name_gender(name) == gender


def test_parts_that_disagree_tell_nothing() -> None:
    assert given_name_gender("Maria-José") is None
