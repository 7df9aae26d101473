"""The chain: to whom, where, and through whom."""

import pytest
from tests.annotate.statements.marked import annotate


class TestTold:
    @pytest.mark.parametrize(
        ("hearer", "name"),
        [
            ("the <O Reuters> news agency", "Reuters"),
            ("<O Meridian News>", "Meridian News"),
            ("<O BBC> television", "BBC"),
            ("reporters", "reporters"),
            ("the reporters", "reporters"),
            ("a group of journalists", "group of journalists"),
            ("<O CNN>'s <P Ida Moe>", "CNN"),
        ],
    )
    def test_the_object_of_telling_is_the_hearer(self, hearer: str, name: str) -> None:
        result = annotate(f"{{S <P Ana Berg>}} {{C told}} {hearer} {{X that it was late}}.")
        assert result.told()[0] == name

    def test_the_hearer_may_stand_inside_the_cue(self) -> None:
        result = annotate("{S <P Ana Berg>} {C told reporters} {X that it was late}.")
        assert result.told() == ["reporters"]

    def test_the_hearer_may_stand_at_the_end(self) -> None:
        result = annotate(
            "{X “It is late,”} {S <P Ana Berg>} {C told} the <O Reuters> news agency."
        )
        assert result.told() == ["Reuters"]

    @pytest.mark.parametrize("pronoun", ["me", "him", "us"])
    def test_a_pronoun_names_no_hearer(self, pronoun: str) -> None:
        result = annotate(f"{{S <P Ana Berg>}} {{C told}} {pronoun} {{X it was late}}.")
        assert result.told() == []

    def test_an_interview_has_a_hearer(self) -> None:
        result = annotate("{S <P Ana Berg>} {C said in an interview with <O CNN>} {X it was late}.")
        assert result.told() == ["CNN"]

    def test_a_passive_is_told_to_its_subject(self) -> None:
        result = annotate("The <O BBC> {C was told} by {S a senior official} {X that it was late}.")
        assert result.told() == ["BBC"]

    def test_saying_has_no_hearer(self) -> None:
        result = annotate("{S <P Ana Berg>} {C said} {X <O CNN> was late}.")
        assert result.told() == []

    def test_the_span_is_the_name(self) -> None:
        result = annotate("{S <P Ana Berg>} {C told} the <O Reuters> news agency {X it was late}.")
        name = result.statements[0].told[0]
        assert name.span.of(result.annotated.article.text) == "Reuters"


class TestVenue:
    @pytest.mark.parametrize(
        ("words", "venue"),
        [
            ("at a press conference", "press conference"),
            ("during a news conference in <L Tolm>", "news conference in Tolm"),
            (
                "at a joint press conference with <P Viktor Lund>",
                "joint press conference with Viktor Lund",
            ),
            ("in a written statement", "written statement"),
            ("on Twitter", "Twitter"),
            ("in a speech", "speech"),
            ("at a rally in <L Tolm>", "rally in Tolm"),
            ("in a letter to the ministry", "letter to the ministry"),
        ],
    )
    def test_occasions_documents_and_platforms(self, words: str, venue: str) -> None:
        result = annotate(f"{{X “It is late,”}} {{S <P Ana Berg>}} {{C said}} {words}.")
        assert result.venue() == [venue]

    @pytest.mark.parametrize(
        ("words", "venue"),
        [
            ("{S <P Ana Berg>} {C drew} {X the line} in a speech in <L Tolm>.", "speech in Tolm"),
            (
                "{S <P Ana Berg>} {C said} {X it was late} on <O CNN>'s Newsnight.",
                "CNN's Newsnight",
            ),
            ("{S <P Ana Berg>} took to Twitter {C to say} {X it was late}.", "Twitter"),
        ],
    )
    def test_venues_on_either_side_of_the_content(self, words: str, venue: str) -> None:
        assert annotate(words).venue() == [venue]

    def test_a_venue_ends_before_the_time(self) -> None:
        result = annotate(
            "{X “It is late,”} {S <P Ana Berg>} {C said} in a written statement late Monday."
        )
        assert result.venue() == ["written statement"]
        assert result.said() == "2031-05-12"

    def test_a_venue_inside_the_cue(self) -> None:
        result = annotate("{S <P Ana Berg>} {C said in a statement} {X that it was late}.")
        assert result.venue() == ["statement"]

    def test_a_venue_in_the_content_is_none(self) -> None:
        result = annotate("{S <P Ana Berg>} {C said} {X it was late for a press conference}.")
        assert result.venue() == []

    def test_a_town_is_no_venue(self) -> None:
        result = annotate("{X “It is late,”} {S <P Ana Berg>} {C said} in <L Tolm>.")
        assert result.venue() == []


class TestVia:
    @pytest.mark.parametrize(
        "tail",
        [
            "according to the <O Tolm Tribune>",
            "the <O Tolm Tribune> reported",
            "as reported by the <O Tolm Tribune>",
            "the <O Tolm Tribune> reports",
        ],
    )
    def test_a_carrier_at_the_end(self, tail: str) -> None:
        result = annotate(f"{{X “It is late,”}} {{C said}} {{S <P Ana Berg>}}, {tail}.")
        assert result.name() == "Ana Berg"
        assert result.via() == ["Tolm Tribune"]

    def test_wrapped_words_are_the_inner_speakers(self) -> None:
        result = annotate(
            "{X <L Ottawa> said earlier this week that it had sent aid}, "
            "{S the <O Tolm Tribune>} {C reported}."
        )
        assert len(result.statements) == 1
        assert result.speaker().stands_for == "gov:CA"
        assert result.via() == ["Tolm Tribune"]
        assert result.said() == "2031-W20"
        text = result.annotated.article.text
        assert [one.of(text) for one in result.statements[0].content] == ["it had sent aid"] or (
            result.statements[0].content[0].of(text) == "that it had sent aid"
        )

    @pytest.mark.parametrize(
        ("content", "speaker"),
        [
            ("that a Danish official said that it was late", "a Danish official"),
            ("It came a day after an official said that it was late", "an official"),
            ("Mayor <P Ana Berg> rejected the report as “a lie”", "Ana Berg"),
            ("“<P Ana Berg> said she held off”", "Ana Berg"),
            ("<P Ana Berg> has stated it will be late", "Ana Berg"),
            ("<P Ana Berg>, recalling the storm, said it was late", "Ana Berg"),
        ],
    )
    def test_wrapped_words_may_stand_further_in(self, content: str, speaker: str) -> None:
        result = annotate(f"{{X {content}}}, {{S the <O Tolm Tribune>}} {{C reported}}.")
        assert (result.names(), result.via()) == ([speaker], ["Tolm Tribune"])

    @pytest.mark.parametrize(
        "said",
        ["said <P Ana Berg>, a Liberal lawmaker,", "<P Ana Berg> said,", "says <P Ana Berg>,"],
    )
    def test_a_speaker_beside_the_quotation_speaks_not_the_carrier(self, said: str) -> None:
        result = annotate(
            f"{{X “It is late,”}} {said} {{C according to}} {{S the <O Tolm Tribune>}}."
        )
        assert (result.names(), result.via()) == (["Ana Berg"], ["Tolm Tribune"])

    def test_a_speaker_taken_for_content_is_taken_out_of_it(self) -> None:
        result = annotate(
            "{X “It is late,” said <P Ana Berg>, a nurse}, {C according to} "
            "{S the <O Tolm Tribune>}. {X2 “We wait.”}"
        )
        text = result.annotated.article.text
        assert (result.name(), result.via()) == ("Ana Berg", ["Tolm Tribune"])
        assert [piece.of(text) for piece in result.statements[0].content] == ["“It is late,”"]

    def test_what_someone_did_is_not_unwrapped(self) -> None:
        result = annotate(
            "{S The <O Tolm Tribune>} {C reported} {X that <P Ana Berg> attacked the bridge}."
        )
        assert result.name() == "Tolm Tribune"

    def test_wrapping_before_the_words(self) -> None:
        result = annotate(
            "{S1 The <O Tolm Tribune>} {C1 reported} {X1 that {S2 <P Ana Berg>} {C2 said} "
            "{X2 the bridge was closed}}."
        )
        assert [result.name(0), result.via(0)] == ["Ana Berg", ["Tolm Tribune"]]
        assert len(result.statements) == 1

    def test_an_outlets_own_report_is_its_own(self) -> None:
        result = annotate("{S The <O Tolm Tribune>} {C reported} {X that the bridge was closed}.")
        assert result.name() == "Tolm Tribune"
        assert result.via() == []

    def test_the_hearer_is_no_carrier(self) -> None:
        result = annotate("{X “It is late,”} {S <P Ana Berg>} {C told} the <O Tolm Tribune>.")
        assert result.via() == []
        assert result.told() == ["Tolm Tribune"]

    def test_an_outlet_talked_about_is_no_carrier(self) -> None:
        result = annotate("{S <P Ana Berg>} {C said} {X the <O Tolm Tribune> was late}.")
        assert result.via() == []

    def test_a_ministry_is_no_carrier(self) -> None:
        result = annotate(
            "{X The bridge is closed}, {C according to} {S the <O Interior Ministry>}."
        )
        assert result.name() == "Interior Ministry"
        assert result.via() == []

    def test_a_quotation_that_goes_on_keeps_its_chain(self) -> None:
        result = annotate(
            "{X1 “It is late,”} {C1 said} {S1 <P Ana Berg>}, according to the <O Tolm Tribune>. "
            "{X2 “But we go.”}"
        )
        assert result.via(1) == ["Tolm Tribune"]
        assert result.name(1) == "Ana Berg"
