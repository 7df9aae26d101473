"""Who speaks: pronouns, speakers carried over, and how sure it is."""

import pytest
from tests.annotate.statements.marked import annotate

from whence.model import EntityKind


class TestPronouns:
    def test_he_and_she_agree_with_given_names(self) -> None:
        result = annotate(
            "<P Maria Berg> met <P Viktor Lund>.\n\n{S She} {C said} {X "
            "no}.\n\n{S He} {C said} {X yes}."
        )
        assert result.names() == ["Maria Berg", "Viktor Lund"]

    def test_a_title_tells_the_gender(self) -> None:
        result = annotate(
            "Spokeswoman <P Oyelaran Adisa> met Mr. <P Thorn>.\n\n{S She} {C said} {X no}."
        )
        assert result.name() == "Oyelaran Adisa"

    def test_the_last_speaker_goes_on(self) -> None:
        result = annotate(
            "{S <P Viktor Lund>} {C said} {X the road to <L Tolm> was closed}.\n\n"
            "{S He} {C added} {X it would reopen}."
        )
        assert result.names() == ["Viktor Lund", "Viktor Lund"]

    def test_someone_only_quoted_about_is_less_likely_than_the_speaker(self) -> None:
        result = annotate(
            "{S <P Viktor Lund>} {C said} {X the general, <P Peter Moe>, had left}. "
            "{S2 He} {C2 said} {X2 it was late}."
        )
        assert result.name(1) == "Viktor Lund"

    def test_two_men_as_likely_are_unknown(self) -> None:
        result = annotate(
            "On the bridge stood <P Viktor Lund> with <P Peter Moe>. {S He} {C said} {X no}."
        )
        assert result.name() is None

    def test_nobody_of_that_gender_is_unknown(self) -> None:
        result = annotate("<P Viktor Lund> arrived.\n\n{S She} {C said} {X no}.")
        assert result.name() is None

    def test_it_takes_up_a_body_not_a_person(self) -> None:
        result = annotate(
            "{S The <O Harbour Authority>} {C told} <P Viktor Lund> {X no}. "
            "{S2 It} {C2 said} {X2 the port was closed}."
        )
        assert result.name(1) == "Harbour Authority"

    def test_they_takes_up_the_officials(self) -> None:
        result = annotate(
            "{S Officials} {C said} {X the port was closed}. {S2 They} "
            "{C2 said} {X2 it would reopen}."
        )
        assert result.name(1) == "Officials"

    def test_who_is_the_name_before_it(self) -> None:
        result = annotate("<P Viktor Lund>, {S who} {C said} {X no}, left.")
        assert result.name() == "Viktor Lund"

    def test_who_is_the_noun_before_it(self) -> None:
        result = annotate("Reporters met a doctor {S who} {C said} {X no}.")
        assert result.name() == "a doctor"

    def test_which_is_the_body_before_it_even_where_no_name_was_read(self) -> None:
        result = annotate("Roads belong to the Water Ministry, {S which} {C said} {X no}.")
        assert result.name() == "the Water Ministry"

    def test_i_in_someones_words_is_that_speaker(self) -> None:
        result = annotate(
            "“{X1 {S2 I} {C2 told} him {X2 the road was closed}},” {S1 <P Viktor Lund>} {C1 said}."
        )
        assert result.names() == ["Viktor Lund", "Viktor Lund"]

    def test_the_authors_i_is_unknown(self) -> None:
        assert annotate("{S I} {C think} {X the road was closed}.").name() is None

    def test_you_is_unknown(self) -> None:
        assert annotate("{S You} {C know} {X the road was closed}.").name() is None

    def test_a_pronoun_does_not_reach_over_many_paragraphs(self) -> None:
        filler = "\n\n".join(["The road went on."] * 6)
        result = annotate(f"<P Viktor Lund> arrived.\n\n{filler}\n\n{{S He}} {{C said}} {{X no}}.")
        assert result.name() is None


class TestAlternatives:
    def test_a_pronoun_keeps_whom_it_may_mean_too_with_their_shares(self) -> None:
        result = annotate(
            "<P Viktor Lund> met <P Ivo Holm>. {S He} {C said} {X it rained}, and it did."
        )
        [statement] = result.statements
        shares = {result.referent(one.speaker): one.likelihood for one in statement.alternatives}
        chosen = {result.name()} if result.name() else set()
        assert chosen | shares.keys() == {"Viktor Lund", "Ivo Holm"}
        assert all(share is not None and 0 < share < 1 for share in shares.values())
        assert sum(share or 0 for share in shares.values()) <= 1

    def test_a_surname_of_several_keeps_all_of_them(self) -> None:
        result = annotate(
            "<P Ana Berg> and <P Ivo Berg> met. <P Ivo Berg> left. {S <P Berg>} {C said} {X no}."
        )
        others = result.statements[0].alternatives
        found = {result.referent(one.speaker) for one in others} | {result.name()} - {None}
        assert found == {"Ana Berg", "Ivo Berg"}
        assert {one.likelihood for one in others} == {None}

    def test_a_name_beside_the_cue_leaves_none(self) -> None:
        result = annotate("<P Ivo Holm> came. {S <P Viktor Lund>} {C said} {X it rained}.")
        assert result.statements[0].alternatives == ()


class TestCarriedOver:
    def test_a_participle_has_the_speaker_of_its_sentence(self) -> None:
        result = annotate(
            "{S1 <P Viktor Lund>} {C1 said} {X1 the road was closed}, "
            "{C2 adding} {X2 it would reopen}."
        )
        assert result.names() == ["Viktor Lund", "Viktor Lund"]

    def test_a_second_verb_has_the_speaker_of_the_first(self) -> None:
        result = annotate(
            "{S1 <P Viktor Lund>} {C1 said} {X1 the road was closed} and "
            "{C2 warned} {X2 of floods}."
        )
        assert result.names() == ["Viktor Lund", "Viktor Lund"]

    def test_a_quotation_goes_on_in_its_paragraph(self) -> None:
        result = annotate(
            "{X1 “The road is closed,”} {S1 <P Viktor Lund>} {C1 said}. {X2 “It will reopen.”}"
        )
        assert result.names() == ["Viktor Lund", "Viktor Lund"]
        assert result.why(1) == "quotation goes on"

    def test_a_quotation_goes_on_in_the_next_paragraph(self) -> None:
        result = annotate(
            "{X1 “The road is closed,”} {S1 <P Viktor Lund>} {C1 said}.\n\n{X2 “It will reopen.”}"
        )
        assert result.names() == ["Viktor Lund", "Viktor Lund"]

    def test_a_quotation_far_from_the_last_one_is_unknown(self) -> None:
        result = annotate(
            "{X1 “The road is closed,”} {S1 <P Viktor Lund>} {C1 said}.\n\nThe river rose.\n\n"
            "It rained.\n\n{X2 “It will reopen.”}"
        )
        assert result.name(1) is None

    def test_a_quotation_after_indirect_words_is_unknown(self) -> None:
        result = annotate(
            "{S1 <P Viktor Lund>} {C1 said} {X1 the road was closed}.\n\n{X2 “It will reopen.”}"
        )
        assert result.name(1) is None

    @pytest.mark.parametrize("cue", ["was reported", "is expected", "reportedly"])
    def test_words_of_nobody_are_unknown(self, cue: str) -> None:
        assert annotate(f"It {{C {cue}}} {{X that the road was closed}}.").name() is None


class TestConfidence:
    def test_it_is_a_probability_and_lower_than_the_attributions_own(self) -> None:
        result = annotate(
            "{S <P Viktor Lund>} {C said} {X no}.\n\n{S He} {C said} {X "
            "yes}.\n\n{S She} {C said} {X no}."
        )
        assert all(0 <= one.confidence <= 0.9 for one in result.statements)

    def test_a_name_is_surer_than_a_pronoun(self) -> None:
        result = annotate(
            "<P Peter Moe> met him.\n\n{S <P Viktor Lund>} {C said} {X "
            "no}.\n\n{S He} {C said} {X yes}."
        )
        assert result.statements[0].confidence > result.statements[1].confidence


class TestTakenUp:
    def test_they_takes_up_the_plural_subject_before(self) -> None:
        result = annotate(
            "The miners in <L Osk> were angry on Monday.\n\n{S They} {C said} {X it was unsafe}."
        )
        assert result.name() == "The miners"

    def test_they_takes_up_two_people_joined(self) -> None:
        result = annotate(
            "<P Ana Berg> and <P Ivo Holm> met on Monday. {S They} {C said} {X it went well}."
        )
        assert result.speaker().kind is EntityKind.GROUP
        assert result.name() == "Ana Berg and Ivo Holm"

    def test_a_pronoun_is_never_as_sure_as_a_name(self) -> None:
        result = annotate(
            "{S <P Ana Berg>} {C said} {X it rained}. {S2 She} {C2 added} {X2 that it was cold}."
        )
        named, pronoun = result.statements
        assert pronoun.confidence < named.confidence
