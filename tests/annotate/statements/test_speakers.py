"""Who speaks: names, titles, descriptions, pronouns, places that stand for governments."""

import pytest
from tests.annotate.statements.marked import annotate

from whence.model import EntityKind


class TestNames:
    def test_a_full_name_speaks_for_itself(self) -> None:
        result = annotate("{S <P Ana Berg>} {C said} {X the bridge was closed}.")
        assert result.name() == "Ana Berg"
        assert result.speaker().kind is EntityKind.PERSON
        assert result.speaker().named

    def test_a_later_surname_is_the_full_name(self) -> None:
        result = annotate(
            "{S <P Ana Berg>} {C said} {X the bridge was closed}.\n\n"
            "{S <P Berg>} {C said} {X it would reopen}."
        )
        assert result.names() == ["Ana Berg", "Ana Berg"]

    def test_a_surname_before_the_full_name_is_the_same_person(self) -> None:
        result = annotate(
            "{S <P Berg>} {C says} {X bridge will reopen}.\n\n"
            "{S <P Ana Berg>} {C said} {X the bridge was closed}."
        )
        assert result.names() == ["Ana Berg", "Ana Berg"]

    @pytest.mark.parametrize("title", ["Mrs.", "Ms.", "Mayor", "Gen.", "Sen."])
    def test_a_title_with_a_surname_is_the_full_name(self, title: str) -> None:
        result = annotate(
            "{S <P Ana Berg>} {C said} {X the bridge was closed}.\n\n"
            f"{{S {title} <P Berg>}} {{C said}} {{X it would reopen}}."
        )
        assert result.names() == ["Ana Berg", "Ana Berg"]

    def test_a_title_inside_the_marked_name_is_no_part_of_it(self) -> None:
        result = annotate("{S <P Finnish Prime Minister Aino Korpi>} {C said} {X it was late}.")
        assert result.name() == "Aino Korpi"
        assert [role.words for role in result.speaker().roles] == ["Finnish Prime Minister"]

    @pytest.mark.parametrize(
        ("full", "later"),
        [
            ("Karim al-Haddad", "Haddad"),
            ("Karim al-Haddad", "al-Haddad"),
            ("Sergey Malenko", "Malenko"),
            ("Aung Thein Suu", "Suu"),
            ("Lee Jun-ho", "Lee"),
            ("José Arroyo", "Arroyo"),
            ("Peter Lund Jr.", "Lund"),
        ],
    )
    def test_parts_of_names_of_many_languages(self, full: str, later: str) -> None:
        result = annotate(
            f"{{S <P {full}>}} {{C said}} {{X the road was closed}}.\n\n"
            f"{{S <P {later}>}} {{C said}} {{X it would reopen}}."
        )
        assert result.statements[0].speaker == result.statements[1].speaker

    @pytest.mark.parametrize(
        ("one", "other"),
        [("Sergey Malenko", "Sergei Malenko"), ("Mohamed Karimi", "Mohammed Karimi")],
    )
    def test_near_equal_spellings_in_one_article_are_one_person(self, one: str, other: str) -> None:
        result = annotate(
            f"{{S <P {one}>}} {{C said}} {{X the road was closed}}.\n\n"
            f"{{S <P {other}>}} {{C said}} {{X it would reopen}}."
        )
        assert result.statements[0].speaker == result.statements[1].speaker

    def test_a_nickname_is_the_given_name(self) -> None:
        result = annotate(
            "{S <P William Orde>} {C said} {X the road was closed}.\n\n"
            "{S <P Bill Orde>} {C said} {X it would reopen}."
        )
        assert result.statements[0].speaker == result.statements[1].speaker

    def test_two_people_of_one_surname_stay_two(self) -> None:
        result = annotate(
            "{S <P Ana Berg>} {C said} {X the bridge was closed}.\n\n"
            "{S <P Viktor Berg>} {C said} {X it would reopen}."
        )
        assert result.names() == ["Ana Berg", "Viktor Berg"]

    def test_a_shared_surname_with_both_just_named_is_unknown(self) -> None:
        result = annotate(
            "<P Ana Berg> and <P Viktor Berg> met on the bridge. {S <P Berg>} {C said} {X it held}."
        )
        assert result.name() is None

    def test_a_shared_surname_is_told_by_mr_and_mrs(self) -> None:
        result = annotate(
            "<P Ana Berg> and <P Viktor Berg> met on the bridge. "
            "{S Mrs. <P Berg>} {C said} {X it held}."
        )
        assert result.name() == "Ana Berg"

    def test_an_acronym_is_the_body_it_abbreviates(self) -> None:
        result = annotate(
            "{S The <O Tolm Harbour Authority>} {C said} {X the port was closed}.\n\n"
            "{S The <O THA>} {C said} {X it would reopen}."
        )
        assert result.statements[0].speaker == result.statements[1].speaker

    def test_names_of_one_group_in_a_register_are_one(self) -> None:
        result = annotate(
            "{S <O Islamic State>} {C said} {X it was there}.\n\n{S <O "
            "Daesh>} {C said} {X it left}."
        )
        assert result.statements[0].speaker == result.statements[1].speaker

    def test_a_name_that_the_model_missed_is_still_a_name(self) -> None:
        result = annotate("{S Gen. Ottokar Vesely} {C said} {X the troops had left}.")
        assert result.name() == "Ottokar Vesely"

    def test_pronouns_and_common_words_marked_as_names_name_nobody(self) -> None:
        result = annotate("{S <O rebel groups>} {C said} {X <O the> base was hit}.")
        assert not result.speaker().named
        assert [one.name for one in result.annotated.referents if one.named] == []

    def test_a_noun_for_its_kind_after_a_name_is_no_one_else(self) -> None:
        result = annotate("{S The <O Meridian Press> agency} {C said} {X the bridge was closed}.")
        assert result.name() == "Meridian Press"

    def test_a_bodys_name_reaches_to_its_noun(self) -> None:
        result = annotate("{S The <O Water> Ministry} {C said} {X the bridge was closed}.")
        assert result.name() == "Water Ministry"
        assert result.speaker().kind is EntityKind.ORGANISATION

    def test_a_word_used_as_a_place_is_no_person(self) -> None:
        result = annotate(
            "It rained in <P Tolm>. {S <P Ana Berg>} {C said} {X <P Tolm> was wet}. <P Tolm> slept."
        )
        kinds = {one.name: one.kind for one in result.annotated.referents}
        assert kinds == {"Tolm": EntityKind.PLACE, "Ana Berg": EntityKind.PERSON}


class TestRoles:
    @pytest.mark.parametrize(
        ("source", "role"),
        [
            ("<P Ana Berg>, the mayor of <L Tolm>,", "mayor of Tolm"),
            ("<P Ana Berg>, a Liberal lawmaker,", "Liberal lawmaker"),
            ("<P Ana Berg>, 44, a nurse,", "nurse"),
            ("Mayor <P Ana Berg>", "Mayor"),
            ("former foreign minister <P Ana Berg>", "former foreign minister"),
            ("the <O Harbour Authority>'s director <P Ana Berg>", "Harbour Authority's director"),
            ("a spokeswoman, <P Ana Berg>,", "spokeswoman"),
            ("<P Ana Berg> -- a local doctor --", "local doctor"),
            ("<P Ana Berg> of the <O Tolm Institute>", "the Tolm Institute"),
            ("Secretary of State <P Ana Berg>", "Secretary of State"),
        ],
    )
    def test_the_role_is_kept_with_its_place(self, source: str, role: str) -> None:
        result = annotate(f"{{S {source}}} {{C said}} {{X the bridge was closed}}.")
        speaker = result.speaker()
        assert speaker.name == "Ana Berg"
        assert [one.words for one in speaker.roles] == [role]
        text = result.annotated.article.text
        assert all(one.span.of(text) == one.words for one in speaker.roles)

    def test_a_name_in_a_list_is_no_role(self) -> None:
        result = annotate("{S <P Ana Berg>} {C met} {X <P Viktor Lund>, <P Ida Moe> and others}.")
        assert result.speaker().roles == ()


class TestDescriptions:
    def test_the_holder_of_a_title_is_meant_by_it(self) -> None:
        result = annotate(
            "Foreign Minister <P Ana Berg> arrived in <L Tolm>.\n\n"
            "{S The foreign minister} {C said} {X talks would go on}."
        )
        assert result.name() == "Ana Berg"

    def test_a_country_tells_between_two_holders(self) -> None:
        result = annotate(
            "Danish Prime Minister <P Ana Berg> met Finnish Prime Minister <P Aino Korpi>.\n\n"
            "{S The Finnish prime minister} {C said} {X talks would go on}."
        )
        assert result.name() == "Aino Korpi"

    def test_two_holders_just_named_leave_it_open(self) -> None:
        result = annotate(
            "Danish Prime Minister <P Ana Berg> met Finnish Prime Minister <P Aino Korpi>.\n\n"
            "{S The prime minister} {C said} {X talks would go on}."
        )
        assert result.name() is None

    def test_a_broader_noun_takes_up_a_role(self) -> None:
        result = annotate(
            "Senator <P Ana Berg> arrived in <L Tolm>.\n\n"
            "{S The lawmaker} {C said} {X talks would go on}."
        )
        assert result.name() == "Ana Berg"

    def test_another_role_is_not_taken_up(self) -> None:
        result = annotate(
            "Foreign Minister <P Ana Berg> arrived in <L Tolm>.\n\n"
            "{S The interior minister} {C said} {X talks would go on}."
        )
        assert result.name() == "The interior minister"
        assert not result.speaker().named

    def test_a_spokesman_is_no_spokeswoman(self) -> None:
        result = annotate(
            "{S Spokesman <P Viktor Lund>} {C said} {X no}.\n\n{S The "
            "spokeswoman} {C said} {X yes}."
        )
        assert result.name(1) == "The spokeswoman"

    def test_the_ministry_is_the_ministry_named_before(self) -> None:
        result = annotate(
            "{S The <O Danish Interior Ministry>} {C said} {X roads were closed}.\n\n"
            "{S The ministry} {C said} {X they would reopen}."
        )
        assert result.statements[0].speaker == result.statements[1].speaker

    def test_what_was_described_before_is_meant_again(self) -> None:
        result = annotate(
            "{S A senior official} {C said} {X talks failed}.\n\n"
            "{S The official} {C said} {X they would go on}."
        )
        assert result.statements[0].speaker == result.statements[1].speaker

    def test_his_campaign_and_the_campaign_of_that_name_are_one(self) -> None:
        result = annotate(
            "{S <P Viktor Lund>'s campaign} {C said} {X it had won}.\n\n"
            "{S The <P Lund> campaign} {C said} {X it would go on}."
        )
        assert result.statements[0].speaker == result.statements[1].speaker
        assert result.name() != "Viktor Lund"


class TestUnnamed:
    @pytest.mark.parametrize(
        ("source", "kind"),
        [
            ("a senior official", EntityKind.PERSON),
            ("officials", EntityKind.GROUP),
            ("some lawmakers", EntityKind.GROUP),
            ("US-backed rebel groups", EntityKind.GROUP),
            ("a new report", EntityKind.DOCUMENT),
            ("data released by the <O Tolm Institute>", EntityKind.DOCUMENT),
            ("an aid agency", EntityKind.ORGANISATION),
        ],
    )
    def test_unnamed_is_not_unknown(self, source: str, kind: EntityKind) -> None:
        result = annotate(
            f"{{S {source[0].upper()}{source[1:]}}} {{C said}} {{X the road was closed}}."
        )
        speaker = result.speaker()
        assert speaker is not None
        assert not speaker.named
        assert speaker.kind is kind

    def test_the_role_of_an_unnamed_speaker_is_kept(self) -> None:
        result = annotate("{S A senior ministry official} {C said} {X talks failed}.")
        assert [role.words for role in result.speaker().roles] == ["senior ministry official"]

    def test_each_new_unnamed_speaker_is_another(self) -> None:
        result = annotate(
            "{S A senior official} {C said} {X talks failed}.\n\n"
            "{S Another official} {C said} {X they would go on}."
        )
        assert result.statements[0].speaker != result.statements[1].speaker

    def test_officials_are_one_collective_throughout(self) -> None:
        result = annotate(
            "{S Officials} {C said} {X talks failed}.\n\n{S Officials} {C said} {X it was late}."
        )
        assert result.statements[0].speaker == result.statements[1].speaker

    def test_a_part_of_a_group_is_not_the_group(self) -> None:
        result = annotate(
            "{S <G Liberals>} {C said} {X no}.\n\n{S Some <G Liberals>} {C said} {X yes}."
        )
        assert result.statements[0].speaker != result.statements[1].speaker
        assert not result.speaker(1).named


class TestGovernments:
    @pytest.mark.parametrize(
        ("source", "key"),
        [
            ("<L Moscow>", "gov:RU"),
            ("<L Ankara>", "gov:TR"),
            ("<L Canada>", "gov:CA"),
            ("The <O Kremlin>", "gov:RU"),
            ("The <L U.S.>", "gov:US"),
            ("The Canadian government", "gov:CA"),
            ("The <O Turkish Foreign Ministry>", "gov:TR"),
        ],
    )
    def test_places_and_organs_stand_for_a_government(self, source: str, key: str) -> None:
        speaker = annotate(f"{{S {source}}} {{C said}} {{X talks failed}}.").speaker()
        assert speaker.stands_for == key
        assert speaker.kind is EntityKind.ORGANISATION

    def test_the_place_stays_apart_from_the_government_that_it_stands_for(self) -> None:
        result = annotate(
            "Talks were held in <L Moscow>.\n\n{S <L Moscow>} {C said} {X they failed}."
        )
        place = next(one for one in result.annotated.referents if one.kind is EntityKind.PLACE)
        assert place.id != result.statements[0].speaker
        assert place.stands_for is None

    def test_a_capital_and_its_country_are_not_merged(self) -> None:
        result = annotate(
            "{S <L Ottawa>} {C said} {X no}.\n\n{S <L Canada>} {C said} {X it would wait}."
        )
        assert result.statements[0].speaker != result.statements[1].speaker
        assert result.speaker(0).stands_for == result.speaker(1).stands_for

    def test_a_parliament_does_not_speak_for_the_government(self) -> None:
        speaker = annotate("{S The <O Knesset>} {C said} {X talks failed}.").speaker()
        assert speaker.stands_for != "gov:IL"

    def test_a_claim_of_a_participle_is_the_government_of_the_subject(self) -> None:
        result = annotate(
            "<L Moscow> renewed its attacks, {C claiming} {X it had hit nine targets}."
        )
        assert result.speaker().stands_for == "gov:RU"


class TestJoint:
    @pytest.mark.parametrize(
        "source",
        [
            "<P Ana Berg> and <P Viktor Lund>",
            "<P Ana Berg>, <P Ida Moe> and <P Viktor Lund>",
            "The <L U.S.> and its allies",
            "Doctors and nurses",
            "The <O Harbour Authority> and the <O Interior Ministry>",
        ],
    )
    def test_joint_speakers_are_one_group(self, source: str) -> None:
        speaker = annotate(f"{{S {source}}} {{C said}} {{X no}}.").speaker()
        assert speaker.kind is EntityKind.GROUP
        assert speaker.name == source.replace("<P ", "").replace("<L ", "").replace(
            "<O ", ""
        ).replace(">", "")

    def test_one_body_with_and_in_its_name_is_not_joint(self) -> None:
        result = annotate("{S The <O Ministry of Ports and Roads>} {C said} {X no}.")
        assert result.name() == "Ministry of Ports and Roads"

    def test_they_takes_up_joint_speakers(self) -> None:
        result = annotate(
            "{S <P Ana Berg> and <P Viktor Lund>} {C said} {X no}. {S2 "
            "They} {C2 said} {X2 it was late}."
        )
        assert result.statements[0].speaker == result.statements[1].speaker


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


def test_the_beginning_of_a_title_is_no_name() -> None:
    result = annotate(
        "The <O French Prime> Minister <P Ana Berg> arrived.\n\n"
        "{S The prime} {C said} {X that the road was closed}."
    )
    assert result.name() != "French Prime"
    assert "French Prime" not in {name for r in result.annotated.referents for name in r.names}
