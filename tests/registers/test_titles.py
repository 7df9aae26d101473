"""Titles, their gender and number."""

import pytest

from whence.registers import TitleKind, find_title, title_head, titles


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Lt. Gen.", "Lieutenant General", TitleKind.RANK),
        ("Sgt", "Sergeant", TitleKind.RANK),
        ("Sen.", "Senator", TitleKind.HONORIFIC),
        ("General", "General", TitleKind.RANK),
        ("general", "general", TitleKind.ROLE),
        ("LT. GEN.", "Lieutenant General", TitleKind.RANK),
        ("Spokeswoman", "spokeswoman", TitleKind.ROLE),
        ("FOREIGN MINISTER", "foreign minister", TitleKind.OFFICE),
        ("secretary of state", "secretary of state", TitleKind.OFFICE),
        ("ministry", "ministry", TitleKind.BODY),
        ("troops", "troops", TitleKind.COLLECTIVE),
    ],
)
def test_forms(words: str, name: str, kind: TitleKind) -> None:
    found = find_title(words)
    assert found is not None
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    ("words", "gender"),
    [("Queen", "f"), ("spokesman", "m"), ("chairwomen", "f"), ("minister", None), ("nun", "f")],
)
def test_gender_where_the_word_says_so(words: str, gender: str | None) -> None:
    found = find_title(words)
    assert found is not None
    assert found.gender == gender


@pytest.mark.parametrize(
    ("words", "plural"),
    [("officials", True), ("official", False), ("MPs", True), ("police", True), ("Reps.", True)],
)
def test_number(words: str, *, plural: bool) -> None:
    found = find_title(words)
    assert found is not None
    assert found.plural is plural


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("a senior official", "official"),
        ("the former deputy foreign minister", "foreign minister"),
        ("the country's national security adviser", "national security adviser"),
        ("the blue bicycle", None),
        ("", None),
    ],
)
def test_the_head_of_a_description(description: str, name: str | None) -> None:
    found = title_head(description)
    assert (found.name if found else None) == name


@pytest.mark.parametrize("word", ["count", "miss", "private", "fr", "bicycle", ""])
def test_words_that_are_no_titles(word: str) -> None:
    assert find_title(word) is None


def test_persons_and_bodies() -> None:
    lawmaker, ministry = find_title("lawmaker"), find_title("ministry")
    assert lawmaker is not None
    assert ministry is not None
    assert lawmaker.is_person
    assert not ministry.is_person


def test_no_plural_is_also_another_singular() -> None:
    singular = {title.name for title in titles().values() if not title.plural}
    clashes = {
        form for form, title in titles().items() if title.plural and form in singular - {title.name}
    }
    assert clashes == set()
