"""The summary on a terminal: plain when piped, within its width, and never commanded by a text."""

import io

import pytest
from rich.console import Console
from tests.present import stories
from tests.present.stories import ALL

from whence.model import Account
from whence.present import print_account


def printed(account: Account, *, width: int = 80) -> str:
    file = io.StringIO()
    print_account(account, Console(file=file, width=width))
    return file.getvalue()


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("width", [80, 120])
def test_it_is_plain_and_keeps_to_its_width(name: str, width: int) -> None:
    text = printed(ALL[name](), width=width)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert max(len(line) for line in text.splitlines()) <= width


def test_it_reads_from_the_disputes_to_the_articles() -> None:
    text = printed(stories.halven())
    order = [
        "Minister says Halven",
        "5 articles of 5 outlets from 8 independent origins",
        "IN DISPUTE",
        "AGREED BY INDEPENDENT ORIGINS",
        "REVISED",
        "ON ONE ORIGIN ALONE",
        "WHO SAID WHAT",
        "FIGURES",
        "ARTICLES",
        "NOT READ",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_it_shows_stance_words_chain_and_doubt() -> None:
    text = " ".join(printed(stories.halven(), width=120).split())
    assert "denies: “We never sent anyone,”" in text
    assert (
        "a spokeswoman for the Ministry of Energy → Kestrian Press Agency → The Lowland Courier"
        in text
    )
    assert "doubtful, 44 %" in text


def test_a_story_without_disputes_says_so() -> None:
    assert "no two claims" in printed(stories.quiet())


def test_markup_of_strangers_is_printed_and_not_read() -> None:
    account = stories.hostile()
    assert "[31mred" in printed(account)
