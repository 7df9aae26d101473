"""Who speaks: pronouns followed through the telling, captions, hearers, names of one body."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.annotate.statements.marked import annotate

from whence.annotate.speakers.hearers import is_told, teller
from whence.annotate.speakers.names import compatible, person_name
from whence.annotate.speakers.narration import Narration
from whence.annotate.speakers.nouns import NounClass, noun_class, singular
from whence.annotate.words import Words
from whence.model import Span, Token


class TestFollowed:
    def test_a_pronoun_that_is_no_source_carries_its_person_on(self) -> None:
        result = annotate(
            "<P Viktor Lund> met <P Peter Moe> in <L Tolm> on Monday.\n\n"
            "<P Peter Moe> has run the port since the flood. He has built two quays. "
            "He was praised for them. {S He} {C said} {X the third would follow}."
        )
        assert result.name() == "Peter Moe"

    def test_whom_the_words_name_is_not_who_says_them(self) -> None:
        result = annotate(
            "<P Viktor Lund> came to <L Tolm>.\n\n"
            "{X “<P Peter Moe> has failed the port,”} {S he} {C said}."
        )
        assert result.name() == "Viktor Lund"

    def test_a_long_quotation_puts_no_distance_between(self) -> None:
        quoted = "It rained all week. We saw it. Nobody slept. The gates held. The water came."
        result = annotate(
            "<P Viktor Lund> opened the meeting.\n\n"
            f"“{quoted}”\n\n“{quoted}”\n\n“{quoted}”\n\n“{quoted}”\n\n"
            "{X “It was over by noon,”} {S he} {C said}."
        )
        assert result.name() == "Viktor Lund"

    def test_a_credit_under_a_picture_names_nobody_who_speaks(self) -> None:
        result = annotate(
            "<P Viktor Lund> runs the port.\n\n"
            "A crane in <L Tolm>. Photograph: <P Peter Moe>\n\n"
            "{S He} {C said} {X the quay would stay}."
        )
        assert result.name() == "Viktor Lund"

    def test_the_furniture_of_a_gallery_is_nobody(self) -> None:
        result = annotate("{S Hide Caption 7 of 25} {C says} {X the port was closed}.")
        assert result.name() is None

    def test_a_name_with_a_reflexive_speaks(self) -> None:
        result = annotate(
            "<P Ivo Holm> and <P Viktor Lund> argued. <P Viktor Lund> {S himself} "
            "{C called} {X the quay a mistake}."
        )
        assert result.name() == "Viktor Lund"


class TestHearers:
    def test_by_names_who_told(self) -> None:
        result = annotate(
            "{S The <O Tolm Herald>} {C was told} by <P Ana Berg> {X that the quay would close}."
        )
        assert result.name() == "Ana Berg"

    def test_who_is_told_by_nobody_does_not_speak(self) -> None:
        result = annotate("{S The <O Tolm Herald>} {C was told} {X that the quay would close}.")
        assert result.name() is None

    def test_who_tells_speaks(self) -> None:
        result = annotate("{S <P Ana Berg>} {C told} the <O Tolm Herald> {X that it would close}.")
        assert result.name() == "Ana Berg"

    @given(st.lists(st.sampled_from(["was", "told", "by", "Berg", "that", "it"]), max_size=9))
    def test_the_teller_stands_after_by(self, forms: list[str]) -> None:
        words = _words(" ".join(forms))
        cue = range(min(2, len(words)))
        if cue and is_told(words, cue):
            found = teller(words, cue, frozenset())
            assert all(words.lower[index] != "that" for index in found)
            assert not found or words.lower[found[0] - 1] == "by"


class TestBodies:
    @pytest.mark.parametrize(
        ("full", "short"),
        [
            ("Sarvian Foreign Ministry", "Foreign Ministry"),
            ("Ministry of Defence", "Defense Ministry"),
        ],
    )
    def test_a_ministry_is_one_under_both_its_names(self, full: str, short: str) -> None:
        result = annotate(
            f"{{S The <O {full.replace('Sarvian', 'Danish')}>}} {{C said}} {{X no}}.\n\n"
            f"{{S The <O {short}>}} {{C said}} {{X yes}}."
        )
        first, second = result.statements
        assert first.speaker == second.speaker is not None

    def test_two_ministries_of_two_countries_stay_two(self) -> None:
        result = annotate(
            "{S The <O Danish Foreign Ministry>} {C said} {X no}.\n\n"
            "{S The <O Finnish Foreign Ministry>} {C said} {X yes}."
        )
        first, second = result.statements
        assert first.speaker != second.speaker

    def test_initials_in_parentheses_are_the_name_further_on(self) -> None:
        result = annotate(
            "{S The <O Harbour Board of Tolm> (HBoT)} {C said} {X no}.\n\n"
            "{S The HBoT} {C said} {X yes}."
        )
        first, second = result.statements
        assert first.speaker == second.speaker is not None


class TestCalled:
    def test_a_people_calls_the_one_spoken_of(self) -> None:
        result = annotate(
            "<P Aino Korpi> won the race in <L Tolm>.\n\n"
            "{X “It was cold,”} {C said} {S the <G Finn>}."
        )
        assert result.name() == "Aino Korpi"

    def test_a_surname_of_two_words_is_the_persons(self) -> None:
        result = annotate(
            "<P Clive Stafford Hale> spoke.\n\n{S <P Stafford Hale>} {C said} {X no}.\n\n"
            "{S <P Hale>} {C said} {X yes}."
        )
        assert result.names() == ["Clive Stafford Hale", "Clive Stafford Hale"]

    def test_those_who_are_themselves(self) -> None:
        result = annotate("<P Ivo Holm> met those {S who} {C said} {X the quay should close}.")
        assert result.name() == "those"

    def test_a_name_that_only_narrows_a_noun_is_not_taken_up(self) -> None:
        result = annotate(
            "<O Harrow County> officials searched the quay on Monday. "
            "{S They} {C said} {X nothing was found}."
        )
        assert result.name() == "Harrow County officials"


@given(st.lists(st.sampled_from(["Ana", "Berg", "Ivo", "de", "Holm"]), min_size=2, max_size=4))
def test_a_name_without_its_first_names_may_be_the_same_persons(parts: list[str]) -> None:
    full = person_name(parts)
    for start in range(1, len(parts) - 1):
        shorter = person_name(parts[start:])
        if full and shorter and full.gender == shorter.gender and shorter.given:
            assert compatible(full, shorter)
            assert compatible(shorter, full)


@pytest.mark.parametrize(
    ("form", "one", "kind"),
    [
        ("people", "person", NounClass.PERSON),
        ("spokeswomen", "spokeswoman", NounClass.PERSON),
        ("ministries", "ministry", NounClass.BODY),
        ("surveys", "survey", NounClass.DOCUMENT),
        ("critics", "critic", NounClass.PERSON),
    ],
)
def test_the_registers_tell_number_and_kind(form: str, one: str, kind: NounClass) -> None:
    assert singular(form) == one
    assert noun_class(form) is kind


@given(st.text(alphabet="ab .“”\n", max_size=60))
def test_the_telling_goes_on_and_never_back(text: str) -> None:
    words = _words(text)
    told = Narration(words)
    for numbers in (told.sentence, told.passage):
        assert len(numbers) == len(words)
        assert all(0 <= b - a <= 1 for a, b in pairwise(numbers))


def _words(text: str) -> Words:
    tokens: list[Token] = []
    passages: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            passages.append(Span(at, at + len(line)))
        start = at
        for word in line.split(" "):
            if word:
                tokens.append(Token(Span(start, start + len(word)), "NN"))
            start += len(word) + 1
        at += len(line) + 1
    return Words(text, tuple(tokens), tuple(passages))


class TestSpeaksOn:
    def test_a_quotation_in_the_next_paragraph_goes_on_with_who_spoke(self) -> None:
        result = annotate(
            "{S <P Viktor Lund>} {C said} {X that <P Peter Moe> had left}.\n\n"
            "{X2 “Nobody else was there,”} {S2 he} {C2 said}."
        )
        assert result.name(1) == "Viktor Lund"
        assert result.statements[1].confidence > 0.6

    def test_who_asked_is_not_who_answers(self) -> None:
        text = (
            "<P Peter Moe> came. {{S <P Viktor Lund>}} {{C {cue}}} {{X whether it would last}}.\n\n"
            "{{X2 “It will not,”}} {{S2 he}} {{C2 said}}."
        )
        asked = annotate(text.format(cue="asked")).statements[1].confidence
        wondered = annotate(text.format(cue="explained")).statements[1].confidence
        assert asked < wondered


def test_who_in_an_apposition_is_the_name_before_it() -> None:
    result = annotate(
        "<L Tolm> was quiet. We met <P Viktor Lund>, a lawyer {S who} {C said} {X no}."
    )
    assert result.name() == "Viktor Lund"
