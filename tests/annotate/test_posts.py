"""Posts taken in from a social network are their writers' words."""

import pytest

from whence.annotate.posts import with_posts
from whence.annotate.words import Words
from whence.model import Attribution, Span

SIGNATURE = "— Nils Aalto (@nilsaalto) February 3, 2031"


def words_of(text: str) -> Words:
    """Return a text's words, its lines as passages; the rule looks at no tokens."""
    passages, at = [], 0
    for line in text.split("\n"):
        passages.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Words(text, (), tuple(passages))


def found(text: str) -> list[tuple[str, str, str]]:
    """Return source, cue and content of the posts."""
    return [
        (one.source[0].of(text), one.cue[0].of(text), one.content[0].of(text))
        for one in with_posts(words_of(text), ())
    ]


@pytest.mark.parametrize("between", [" ", "\n"], ids=["one line", "a line of its own"])
def test_the_words_before_the_signature_are_the_writers(between: str) -> None:
    text = f"Port is CLOSED. Stay home. #storm{between}{SIGNATURE}"
    assert found(text) == [("Nils Aalto (@nilsaalto)", "—", "Port is CLOSED. Stay home. #storm")]


def test_two_blanks_before_a_name_are_none_of_it() -> None:
    text = f"Port is closed {SIGNATURE.replace('— ', '—  ')}"
    assert found(text)[0][0] == "Nils Aalto (@nilsaalto)"


def test_a_signature_alone_takes_no_post_that_is_signed_already() -> None:
    text = f"We won {SIGNATURE}\n— Bo Lund (@blund) May 6, 2031"
    assert [source for source, _, _ in found(text)] == ["Nils Aalto (@nilsaalto)"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brenk (@abrenk) has more.",
        "The port — said Nils Aalto (@nilsaalto) — is closed.",
        "The port is closed — Nils Aalto, February 3, 2031",
        SIGNATURE,
        "Rain",
    ],
)
def test_a_handle_alone_signs_nothing(text: str) -> None:
    assert found(text) == []


def test_what_was_read_in_a_post_stays_and_what_was_made_of_its_signature_goes() -> None:
    text = f"Brenk says the port is closed {SIGNATURE}"

    def part(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    inner = Attribution((part("Brenk"),), (part("says"),), (part("the port is closed"),), 0.9)
    wrong = Attribution((part("Nils Aalto"),), (part("—"),), (part("the port is closed"),), 0.9)
    left = with_posts(words_of(text), (inner, wrong))
    assert inner in left
    assert [one.content for one in left if one != inner] == [
        (part("Brenk says the port is closed"),)
    ]


def test_a_text_without_posts_is_left_alone() -> None:
    assert with_posts(words_of("Rain fell."), ()) == ()
