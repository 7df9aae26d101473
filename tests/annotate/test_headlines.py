"""Headlines with a colon or a dash: who is no label says what stands on the other side."""

import pytest

from whence.annotate.headlines import with_headlines
from whence.annotate.words import Words
from whence.model import Attribution, Span, Token

TAGS = {
    **dict.fromkeys(("is", "closes", "drown", "lose", "rises", "says"), "VBZ"),
    **dict.fromkeys(("stay", "closed", "resign", "found"), "VB"),
    **dict.fromkeys(("Velin", "Lagos", "Brenk", "Ada"), "NNP"),
    "and": "CC",
    ":": ":",
    "–": ":",
}


def words_of(*lines: str) -> Words:
    """Return the words of lines; marks stand apart from words here as blanks part them."""
    text, tokens, passages = "", [], []
    for line in lines:
        start = len(text)
        for form in line.split():
            at = text_end = len(text)
            glued = form == ":" and text_end > start
            at -= 1 if glued else 0
            text = (text[:-1] if glued else text) + form + " "
            tokens.append(Token(Span(at, at + len(form)), TAGS.get(form, "NN")))
        text = text[:-1] + "\n"
        passages.append(Span(start, len(text) - 1))
    return Words(text, tuple(tokens), tuple(passages), tuple(passages))


def found(*lines: str) -> list[tuple[str, str]]:
    """Return source and content of what is found."""
    words = words_of(*lines)
    return [
        (one.source[0].of(words.text), one.content[0].of(words.text))
        for one in with_headlines(words, ())
    ]


@pytest.mark.parametrize(
    ("line", "source", "content"),
    [
        ("Minister : port to stay closed", "Minister", "port to stay closed"),
        ("Velin police : two drown in canal", "Velin police", "two drown in canal"),
        ("WHO : measles rises by half", "WHO", "measles rises by half"),
        ("Kremlin : talks to stay secret", "Kremlin", "talks to stay secret"),
        ("Glaciers lose their ice : report", "report", "Glaciers lose their ice"),
        ("Port to stay closed – minister", "minister", "Port to stay closed"),
        ("Bees lose a sense : study", "study", "Bees lose a sense"),
    ],
)
def test_who_speaks_in_a_headline(line: str, source: str, content: str) -> None:
    assert found(line) == [(source, content)]


@pytest.mark.parametrize(
    "line",
    [
        "Lagos : market closes early",
        "Analysis : why the deal is off",
        "Port to stay closed – BBC",
        "Port to stay closed – WHO",
        "Director : Ada Brenk",
        "Storm in the north : two bridges closed",
        "Spider found in boot – video report",
        "Whale closes sale – and government",
        "Minister : port to stay closed .",
        "Minister says : port : to stay closed",
        "Minister : no",
    ],
)
def test_labels_are_no_speakers(line: str) -> None:
    assert found(line) == []


def test_a_label_that_comes_again_is_of_a_list() -> None:
    assert found("Police : two drown in canal", "Police : port is closed") == []


def test_where_something_was_read_nothing_is_added() -> None:
    words = words_of("Minister : port closes says Brenk")
    cue = words.tokens[4].span
    read = Attribution((words.tokens[5].span,), (cue,), (words.span(2, 3),), 0.9)
    assert with_headlines(words, (read,)) == (read,)
