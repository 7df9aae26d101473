"""Who speaks: names, surnames, titles and roles."""

import pytest
from tests.annotate.statements.marked import annotate

from whence.annotate.speakers.extra import cut_at_roles
from whence.annotate.words import Words
from whence.model import Attribution, EntityKind, Mention, Span, Token


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

    @pytest.mark.parametrize(
        ("source", "name"),
        [
            ("Sarvia’s Interior <O Ministry>", "Interior Ministry"),
            ("The Upper House Budget <O Committee>", "Upper House Budget Committee"),
            ("The French Interior <O Ministry>", "Interior Ministry"),
            ("France’s <O Ministry>", "Ministry"),
        ],
    )
    def test_a_bodys_name_begins_with_what_it_is_for(self, source: str, name: str) -> None:
        result = annotate(f"{{S {source}}} {{C said}} {{X the bridge was closed}}.")
        assert result.name() == name

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


def test_the_beginning_of_a_title_is_no_name() -> None:
    result = annotate(
        "The <O French Prime> Minister <P Ana Berg> arrived.\n\n"
        "{S The prime} {C said} {X that the road was closed}."
    )
    assert result.name() != "French Prime"
    assert "French Prime" not in {name for r in result.annotated.referents for name in r.names}


def test_a_name_is_cut_where_the_source_ends_and_the_cue_begins() -> None:
    text = "Berg Rejects Offer"
    tokens = tuple(Token(Span(a, b), "NNP") for a, b in ((0, 4), (5, 12), (13, 18)))
    words = Words(text, tokens, (Span(0, len(text)),))
    one = Attribution((Span(0, 4),), (Span(5, 12),), (Span(13, 18),), 0.9)
    whole = Mention(Span(0, 18), EntityKind.ORGANISATION, 0.9)
    assert [m.span.of(text) for m in cut_at_roles(words, [one], [whole])] == ["Berg"]
