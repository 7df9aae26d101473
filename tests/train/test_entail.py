"""The parts of the entailment recipe that need no training: topics, passages, changed sentences."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from train.entail import pairs as sets
from train.entail.changes.clauses import Clause, Word
from train.entail.changes.figures import figures
from train.entail.changes.modality import modality
from train.entail.changes.polarity import affirmed, denied
from train.entail.changes.verbs import base, doing
from train.entail.passages import Passages
from train.entail.topics import by_topic, topics

links = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))


def clause(text: str, *analysis: tuple[str, str, int, str]) -> Clause:
    """Return a clause from words given as (tag, name, head, relation)."""
    words, at = [], 0
    forms = text.rstrip(".").split()
    for form, (tag, name, head, relation) in zip(forms, analysis, strict=True):
        start = text.index(form, at)
        at = start + len(form)
        words.append(Word(start, at, tag, name, head, relation))
    root = next(i for i, word in enumerate(words) if word.head == -1)
    return Clause(text, tuple(words), root)


SANK = clause(
    "The ferry sank.", ("DT", "O", 1, "det"), ("NN", "O", 2, "nsubj"), ("VBD", "O", -1, "root")
)
HURT = clause(
    "Nine sailors were hurt.",
    ("CD", "NUMBER", 1, "nummod"),
    ("NNS", "O", 3, "nsubjpass"),
    ("VBD", "O", 3, "auxpass"),
    ("VBN", "O", -1, "root"),
)
LEAVES = clause(
    "The fleet will leave port.",
    ("DT", "O", 1, "det"),
    ("NN", "O", 3, "nsubj"),
    ("MD", "O", 3, "aux"),
    ("VB", "O", -1, "root"),
    ("NN", "O", 3, "dobj"),
)


@settings(deadline=None)
@given(links)
def test_linked_names_are_of_one_topic(links: list[tuple[str, str]]) -> None:
    found = topics(links)
    assert all(found[one] == found[other] for one, other in links)
    assert topics(links[::-1]) == found


def test_topics_are_parted_into_three() -> None:
    parts = [by_topic(f"topic {number}") for number in range(1000)]
    assert 150 < parts.count("held") < 250
    assert 60 < parts.count("tune") < 140


@pytest.mark.data
def test_no_news_topic_lies_in_two_parts(data_dir: Path) -> None:
    topic = sets.news_topics(data_dir)
    claims: dict[str, set[str]] = {}
    for pair in sets.emergent(data_dir, topic):
        for text in (pair.hypothesis, pair.premise):
            claims.setdefault(sets.headline_key(text), set()).add(pair.part)
    assert all(len(parts) == 1 for parts in claims.values())


def test_a_passage_holds_the_first_sentence_and_what_the_headline_asks_for() -> None:
    body = (
        "The port was busy on Monday. Bread was dear. A crane fell into the harbour basin. "
        "Children went to school."
    )
    passages = Passages({1: body, 2: "The children of the port went to the bread queue."})
    best = passages.best(1, "Crane falls into harbour")
    assert best.startswith("The port was busy on Monday.")
    assert "A crane fell into the harbour basin." in best


def test_a_clause_is_denied_with_the_verb_it_needs() -> None:
    assert denied(SANK, set()) == "The ferry did not sink."
    assert denied(HURT, set()) == "Nine sailors were not hurt."
    assert denied(LEAVES, set()) == "The fleet will not leave port."
    assert affirmed(LEAVES) is None


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("stopped", "VBD", "stop"),
        ("denied", "VBD", "deny"),
        ("closed", "VBD", "close"),
        ("asked", "VBD", "ask"),
        ("goes", "VBZ", "go"),
        ("glorped", "VBD", None),
    ],
)
def test_bases_are_known_ones(form: str, tag: str, expected: str | None) -> None:
    assert base(form, tag, {"stop", "deny", "close", "ask", "go"}) == expected


def test_ing_forms_are_spelt_right() -> None:
    assert [doing(verb) for verb in ("take", "lie", "run", "see", "visit")] == [
        "taking",
        "lying",
        "running",
        "seeing",
        "visiting",
    ]


def test_bounds_follow_where_they_hold() -> None:
    found = list(figures(HURT, random.Random(1)))  # noqa: S311  no secret
    follows = {(a, b) for a, b, label in found if label == "entailment"}
    assert ("Nine sailors were hurt.", "9 sailors were hurt.") in follows
    assert any(
        b in ("At least nine sailors were hurt.", "No fewer than nine sailors were hurt.")
        for _, b in follows
    )
    assert any(label == "contradiction" and a == "Nine sailors were hurt." for a, _, label in found)


def test_what_may_be_leaves_open_what_will_be() -> None:
    found = list(modality(LEAVES, random.Random(2)))  # noqa: S311  no secret
    assert any(
        b == "The fleet will leave port." and label == "neutral" and " leave port" in a
        for a, b, label in found
    )
    assert any(label == "contradiction" for _, _, label in found)
