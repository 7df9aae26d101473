"""Sentences composed for names: what is a club, a place or nobody's name is known by its slot."""

from __future__ import annotations

import numpy as np
import pytest

from train.composed import TEMPLATES, Filler, Lexicon

NAMES = Lexicon(
    towns=("Oster", "Velmoor"),
    first=("Ada",),
    last=("Brenk", "Solm"),
    companies=("Harl Works",),
    nations=("Karst",),
    peoples=("Karstian",),
)


def filled(template: str, seed: int = 3) -> list[tuple[str, str]]:
    """Return the tokens and tags of a template."""
    return Filler(NAMES, np.random.default_rng(seed))(template.split())


def test_a_town_is_a_club_where_it_plays_and_a_place_where_it_lies() -> None:
    tags = filled("{club} won in {town} .")
    at = [tag for _, tag in tags].index("B-place")
    assert tags[0][1] == "B-organisation"
    assert tags[at][0] in NAMES.towns
    assert tags[at - 1] == ("in", "O")


@pytest.mark.parametrize("seed", range(5))
def test_one_slot_has_one_name_throughout_a_sentence(seed: int) -> None:
    tags = filled("{last} met {last2} ; {last} lost .", seed)
    names = [token for token, tag in tags if tag == "B-person"]
    assert names[0] == names[2]


def test_names_of_several_words_go_on() -> None:
    tags = filled("{person} leads {company} .")
    assert [tag for _, tag in tags] == [
        *("B-person", "I-person", "O", "B-organisation", "I-organisation", "O"),
    ]


def test_a_line_in_capitals_has_names_in_capitals() -> None:
    tags = filled("SOCCER - {nation} BEAT {people} SIDE")
    assert [token for token, tag in tags if tag != "O"] == ["KARST", "KARSTIAN"]


@pytest.mark.parametrize("template", TEMPLATES.read_text("utf-8").splitlines())
def test_every_template_is_filled_wholly(template: str) -> None:
    tokens = [token for token, _ in filled(template)]
    assert not any(mark in token for token in tokens for mark in "{}")
