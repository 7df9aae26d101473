"""Parts of an account: one story, one speaker, some chapters."""

import io

import pytest
from rich.console import Console
from tests.present import stories

from whence.errors import UsageError
from whence.model import Account
from whence.present import Chapter, Selection, one_story, print_account


def printed(account: Account, **wanted: object) -> str:
    file = io.StringIO()
    selection = Selection(**wanted)  # type: ignore[arg-type]
    print_account(account, Console(file=file, width=100), selection)
    return file.getvalue()


def headings(text: str) -> list[str]:
    lines = [line.split("  ")[0] for line in text.splitlines()]
    return [line for line in lines if line.isupper() and len(line) > 3]


@pytest.mark.parametrize(
    ("chapter", "found"),
    [
        (Chapter.DISPUTES, ["IN DISPUTE"]),
        (
            Chapter.CLAIMS,
            ["AGREED BY INDEPENDENT ORIGINS", "REVISED", "ON ONE ORIGIN ALONE"],
        ),
        (Chapter.FIGURES, ["FIGURES"]),
    ],
)
def test_a_chapter_alone(chapter: Chapter, found: list[str]) -> None:
    account = Account(stories.halven().stories)
    assert headings(printed(account, only=frozenset({chapter}))) == found


def test_several_chapters() -> None:
    account = Account(stories.halven().stories)
    text = printed(account, only=frozenset({Chapter.DISPUTES, Chapter.FIGURES}))
    assert headings(text) == ["IN DISPUTE", "FIGURES"]


def test_a_speaker_is_shown_with_what_stands_against_them() -> None:
    text = printed(stories.halven(), speaker="jana MIREL")
    assert "No inspector has set foot" in text
    assert "the terminal had been inspected in January" in text
    assert "a tanker had struck the pier" not in text
    assert "rescue workers" not in text


def test_a_speaker_who_does_not_speak_is_an_error_that_names_those_who_do() -> None:
    with pytest.raises(UsageError, match=r"nobody called 'Nobody' speaks .* Tomas Reval"):
        printed(stories.halven(), speaker="Nobody")


def test_a_story_is_found_by_words_of_its_title() -> None:
    account = one_story(stories.several(), "library TO open")
    assert [each.linked.story.title for each in account.stories] == ["Library to open on Sundays"]


@pytest.mark.parametrize(("wanted", "said"), [("zeppelin", "no story"), ("sty-1", "more than one")])
def test_a_story_that_is_not_clear_is_an_error_that_lists_stories(wanted: str, said: str) -> None:
    with pytest.raises(UsageError, match=f"{said}(.|\n)*Library to open on Sundays"):
        one_story(stories.several(), wanted)


def test_the_summary_tells_how_the_claims_stand() -> None:
    assert (
        "12 claims: 5 disputed, 1 agreed by independent origins, 2 changed, 4 on one origin"
        in " ".join(printed(stories.halven()).split())
    )
