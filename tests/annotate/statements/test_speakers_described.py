"""Who speaks: descriptions, unnamed sources, governments, several at once."""

import pytest
from tests.annotate.statements.marked import annotate

from whence.model import EntityKind


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


class TestEpithetsOfBodies:
    def test_the_agency_is_the_authority_just_named(self) -> None:
        result = annotate(
            "{S <O The Osk Port Authority>} {C said} {X the quay was closed}.\n\n"
            "{S The agency} {C said} {X it would reopen}."
        )
        assert result.names() == ["Osk Port Authority", "Osk Port Authority"]

    @pytest.mark.parametrize("body", ["Osk Space Institute", "Sarvian Labour Party", "Osk Council"])
    def test_the_ministry_is_no_other_body(self, body: str) -> None:
        result = annotate(
            f"{{S <O {body}>}} {{C said}} {{X the gates were open}}.\n\n"
            "{S The ministry} {C called} {X the images a fabrication}."
        )
        assert result.names()[1] != body

    def test_the_agency_is_no_bank(self) -> None:
        result = annotate(
            "{S <O Meridian Bank>} {C said} {X its profit fell}.\n\n"
            "{S The agency} {C said} {X it would look into that}."
        )
        assert result.names()[1] != "Meridian Bank"


def test_a_name_after_a_role_in_an_apposition_speaks() -> None:
    result = annotate(
        "{S The other man, his cousin <P Ivo Holm>,} {C said} {X the bridge was closed}."
    )
    assert result.name() == "Ivo Holm"
