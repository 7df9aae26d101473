"""The subject of a relative clause is "who", not the subject of the main clause."""

import pytest

from whence.annotate.relative import with_relative_subjects
from whence.annotate.words import Words
from whence.model import Attribution, Span, Token

TAGS = {
    **dict.fromkeys(("Solm", "Brenk", "Thursday", "Minister"), "NNP"),
    **dict.fromkeys(("said", "praised", "insisted", "had", "met"), "VBD"),
    **dict.fromkeys(("accepted", "denied"), "VBN"),
    **dict.fromkeys(("he", "she"), "PRP"),
    **dict.fromkeys(("repeatedly", "later"), "RB"),
    "who": "WP",
    ",": ",",
    ".": ".",
}


def source_of(text: str, source: str, cue: str) -> str:
    """Return the source of the attribution with these words after the rule, as printed."""
    tokens, at = [], 0
    for form in text.split():
        start = text.index(form, at)
        at = start + len(form)
        tokens.append(Token(Span(start, at), TAGS.get(form, "NN")))
    whole = Span(0, len(text))
    words = Words(text, tuple(tokens), (whole,), (whole,))

    def span(part: str) -> Span:
        start = text.rindex(part)
        return Span(start, start + len(part))

    told = Attribution((span(source),), (span(cue),), (whole,), 0.9)
    [found] = with_relative_subjects(words, [told])
    [place] = found.source
    return place.of(text)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Solm praised Minister Brenk , who as late as Thursday insisted no", "Solm", "insisted"),
        ("Solm had accepted what Brenk , who repeatedly insisted , wrote", "Solm", "insisted"),
        ("Solm praised Brenk , who had repeatedly denied it", "Solm", "denied"),
    ],
)
def test_who_speaks_where_who_opens_the_clause(text: str, source: str, cue: str) -> None:
    assert source_of(text, source, cue) == "who"


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Minister Brenk , who on Thursday insisted no", "Minister Brenk", "insisted"),
        ("Solm praised Brenk , who had met him , he insisted", "he", "insisted"),
        ("Solm , who met Brenk on Thursday , later insisted no", "Solm", "insisted"),
        ("Solm praised Brenk and later insisted no", "Solm", "insisted"),
    ],
)
def test_it_stays_with_its_source_elsewhere(text: str, source: str, cue: str) -> None:
    assert source_of(text, source, cue) == source
