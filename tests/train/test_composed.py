"""Sentences composed for names: what is a club, a place or nobody's name is known by its slot."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from train.composed import (
    ATTRIBUTIONS,
    REGISTERS,
    Filler,
    Lexicon,
    document,
    kind_of,
    patterns,
    sentences,
)
from train.documents import UNKNOWN
from whence.annotate.encoder.tags import KINDS, NAME_TAGS, ROLE_TAGS
from whence.runtime import load_tokenizer

NAMES = Lexicon(
    {
        "homeplace": ("Oster", "Velmoor"),
        "first": ("Ada",),
        "last": ("Brenk", "Solm"),
        "company": ("Harl Works",),
        "capital": ("Velin",),
        "country": ("Karst",),
        "people": ("Karstian",),
        "folks": ("Karstians",),
        "outlet": ("Evening Bell",),
        "knownparty": ("Reed Party",),
        "knownarmed": ("Hill Guard",),
        "knownbody": ("League of Ports", "LoP"),
    }
)
EVERY = [line for register in (*REGISTERS, ATTRIBUTIONS) for line in sentences(register)]
MATERIAL = {"foreign", "syllable", "initial", "homeplace", "idea", "legal", "goods", "prefix"}
"""Slots that are parts of names, and no name of a kind by themselves."""


def filled(template: str, seed: int = 3) -> list[tuple[str, str]]:
    """Return the tokens and tags of a template."""
    return Filler(NAMES, np.random.default_rng(seed))(template.split())


def spoken_of(template: str, seed: int = 3) -> list[tuple[str, str]]:
    """Return the names of a filled template, each with its kind."""
    found: list[tuple[str, str]] = []
    for token, tag in filled(template, seed):
        if tag.startswith("B-"):
            found.append((token, tag[2:]))
        elif tag.startswith("I-"):
            found[-1] = (f"{found[-1][0]} {token}", tag[2:])
    return found


@pytest.mark.parametrize("seed", range(5))
def test_a_town_is_a_club_where_it_plays_and_a_place_where_it_lies(seed: int) -> None:
    kinds = [kind for _, kind in spoken_of("{club} won in {town} .", seed)]
    assert kinds == ["organisation", "place"]


@pytest.mark.parametrize("seed", range(5))
def test_one_slot_has_one_name_throughout_a_sentence(seed: int) -> None:
    names = [name for name, _ in spoken_of("{last} met {last2} ; {last} lost .", seed)]
    assert names[0] == names[2]


def test_names_of_several_words_go_on() -> None:
    tags = filled("{outlet} names {company} .")
    assert [tag for _, tag in tags] == [
        *("B-organisation", "I-organisation", "O", "B-organisation", "I-organisation", "O"),
    ]


@pytest.mark.parametrize("seed", range(5))
def test_the_state_is_a_place_before_its_ministry(seed: int) -> None:
    (state, place), (ministry, body) = spoken_of("{nation} 's {ministry} said so .", seed)
    assert (place, body) == ("place", "organisation")
    assert state in {"Karst", *patterns()["nation"].values}
    assert ministry in patterns()["ministry"].values


@pytest.fixture
def tokenizer(tmp_path: Path) -> Tokenizer:
    path = tmp_path / "vocab.txt"
    path.write_text("[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n", encoding="utf-8")
    return load_tokenizer(path)


def test_roles_are_learnt_where_they_are_marked(tokenizer: Tokenizer) -> None:
    filled_ = [
        filled("<X the dam held > , <S {country} > <C said > ."),
        filled("{capital} slept ."),
    ]
    made = document("one", filled_, tokenizer, roles=True)
    assert made.text == "The dam held, Karst said.\nVelin slept."
    roles = [ROLE_TAGS[tag] for tag in made.labels["roles"]]
    assert roles == [
        *("B-content", "I-content", "I-content", "O", "B-source", "B-cue", "O"),
        *("O", "O", "O", "O"),
    ]
    names = [NAME_TAGS[tag] for tag in made.labels["names"]]
    assert [names[4], names[8]] == ["B-place", "B-place"]


def test_roles_are_left_open_where_none_are_marked(tokenizer: Tokenizer) -> None:
    made = document("one", [filled("{club} won .")], tokenizer, roles=False)
    assert set(made.labels["roles"]) == {UNKNOWN}


@pytest.mark.parametrize("template", sentences(ATTRIBUTIONS))
def test_a_mark_of_a_role_is_closed_and_a_source_has_its_cue(template: str) -> None:
    tokens = template.split()
    opened = [token for token in tokens if token in {"<S", "<C", "<X"}]
    assert tokens.count(">") == len(opened)
    assert not opened or set(opened) == {"<S", "<C", "<X"}


def test_a_pattern_without_a_name_has_the_names_within_it() -> None:
    sayings = {
        name for seed in range(9) for name in spoken_of("{office} of {country} , {who}", seed)
    }
    assert ("Karst", "place") in sayings
    assert len(sayings) > 1


def test_a_line_in_capitals_has_names_in_capitals() -> None:
    assert spoken_of("SOCCER - {country} BEAT {people} SIDE") == [
        ("KARST", "place"),
        ("KARSTIAN", "group"),
    ]


def test_a_line_with_an_abbreviation_is_none_in_capitals() -> None:
    assert spoken_of("{country} ( FA ) won .") == [("Karst", "place")]


def test_a_slot_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="no slot is called tonw"):
        filled("in {tonw} .")


def test_a_lexicon_without_names_for_a_slot_is_refused() -> None:
    with pytest.raises(ValueError, match="no name for town"):
        Lexicon({"town": ()})


@pytest.mark.parametrize("slot", sorted(patterns()))
def test_a_slot_is_of_a_kind_that_the_reader_knows(slot: str) -> None:
    assert kind_of(slot) in {"", *KINDS}


@pytest.mark.parametrize("slot", sorted(patterns()))
@pytest.mark.parametrize("seed", range(4))
def test_every_value_of_a_slot_is_filled_wholly(slot: str, seed: int) -> None:
    filler = Filler(NAMES, np.random.default_rng(seed))
    for value in patterns()[slot].values:
        tokens = [token for token, _ in filler(value.split())]
        assert not any(mark in token for token in tokens for mark in "{}*|")


@pytest.mark.parametrize("template", EVERY)
def test_every_template_is_filled_wholly(template: str) -> None:
    tokens = [token for token, _ in filled(template)]
    assert tokens
    assert not any(mark in token for token in tokens for mark in "{}")


def test_no_template_holds_a_mere_part_of_a_name() -> None:
    parts = [line for line in EVERY if any(f"{{{part}" in line for part in MATERIAL)]
    assert parts == []


def test_no_sentence_is_written_twice() -> None:
    assert len(EVERY) == len(set(EVERY))
