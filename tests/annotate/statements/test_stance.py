"""How speakers stand to what they say: lexicon, negation of cue and content, modality."""

import pytest
from tests.annotate.statements.marked import Result, annotate

from whence.annotate.stance.inflection import forms
from whence.annotate.stance.lexicon import lexicon
from whence.model import Modality, Stance


def said(cue: str, content: str = "that the road was closed") -> Result:
    return annotate(f"{{S <P Ana Berg>}} {{C {cue}}} {{X {content}}}.")


class TestLexicon:
    @pytest.mark.parametrize(
        ("cue", "stance"),
        [
            ("said", Stance.ASSERTS),
            ("insisted", Stance.ASSERTS),
            ("confirmed", Stance.CONFIRMS),
            ("acknowledged", Stance.CONFIRMS),
            ("admitted", Stance.CONFIRMS),
            ("denied", Stance.DENIES),
            ("rejected", Stance.REJECTS),
            ("dismissed", Stance.REJECTS),
            ("condemned", Stance.REJECTS),
            ("accused", Stance.ACCUSES),
            ("blamed", Stance.ACCUSES),
            ("warned", Stance.WARNS),
            ("threatened", Stance.THREATENS),
            ("vowed", Stance.VOWS),
            ("pledged", Stance.VOWS),
            ("offered", Stance.OFFERS),
            ("demanded", Stance.DEMANDS),
            ("requested", Stance.REQUESTS),
            ("urged", Stance.URGES),
            ("called for", Stance.DEMANDS),
            ("welcomed", Stance.WELCOMES),
            ("praised", Stance.WELCOMES),
            ("doubted", Stance.DOUBTS),
            ("questioned", Stance.DOUBTS),
            ("believes", Stance.BELIEVES),
            ("thought", Stance.BELIEVES),
            ("expects", Stance.EXPECTS),
            ("predicted", Stance.EXPECTS),
            ("considered", Stance.CONSIDERS),
            ("asked", Stance.ASKS),
            ("agreed", Stance.AGREES),
            ("cast doubt on", Stance.DOUBTS),
            ("took aim at", Stance.REJECTS),
            ("was sceptical", Stance.DOUBTS),
            ("issued a denial", Stance.DENIES),
            ("issued a statement condemning", Stance.REJECTS),
            ("later denied", Stance.DENIES),
            ("has repeatedly warned", Stance.WARNS),
        ],
    )
    def test_the_stance_of_a_cue(self, cue: str, stance: Stance) -> None:
        assert said(cue).statements[0].stance is stance

    @pytest.mark.parametrize(
        ("cue", "content", "stance"),
        [
            ("expressed", "doubt that the road was closed", Stance.DOUBTS),
            ("voiced", "support for the plan", Stance.WELCOMES),
            ("told", "to leave the town", Stance.URGES),
            ("asked", "to leave the town", Stance.REQUESTS),
            ("asked", "whether the road was closed", Stance.ASKS),
        ],
    )
    def test_the_content_decides_where_the_cue_is_open(
        self, cue: str, content: str, stance: Stance
    ) -> None:
        assert said(cue, content).statements[0].stance is stance

    def test_a_cue_of_no_words_asserts(self) -> None:
        assert annotate("{S <P Ana Berg>}{C :} {X no}.").statements[0].stance is Stance.ASSERTS

    def test_the_lexicon_is_large_and_every_stance_is_in_it(self) -> None:
        register = lexicon()
        assert len(register.verbs) >= 400
        assert set(register.verbs.values()) | set(register.phrases.values()) == set(Stance)

    @pytest.mark.parametrize(
        ("lemma", "form"),
        [
            ("deny", "denied"),
            ("deny", "denies"),
            ("say", "said"),
            ("admit", "admitting"),
            ("veto", "vetoes"),
        ],
    )
    def test_forms_of_verbs(self, lemma: str, form: str) -> None:
        assert form in forms(lemma)


class TestNegatedCue:
    @pytest.mark.parametrize(
        ("cue", "stance"),
        [
            ("did not say", Stance.ASSERTS),
            ("never said", Stance.ASSERTS),
            ("did n't confirm", Stance.CONFIRMS),
            ("refused to confirm", Stance.CONFIRMS),
            ("declined to say", Stance.ASSERTS),
            ("refused to deny", Stance.DENIES),
            ("failed to condemn", Stance.REJECTS),
            ("declined to comment", Stance.ASSERTS),
        ],
    )
    def test_what_was_not_said(self, cue: str, stance: Stance) -> None:
        statement = said(cue).statements[0]
        assert statement.cue_negated
        assert statement.stance is stance
        assert not statement.content_negated

    def test_a_refusal_that_ends_the_cue(self) -> None:
        statement = said("declined", "to confirm the report").statements[0]
        assert (statement.cue_negated, statement.stance) == (True, Stance.CONFIRMS)

    def test_a_refusal_of_an_offer_rejects(self) -> None:
        statement = said("refused", "the offer").statements[0]
        assert (statement.cue_negated, statement.stance) == (False, Stance.REJECTS)

    def test_a_refusal_to_act_rejects(self) -> None:
        statement = said("refused", "to release the report").statements[0]
        assert (statement.cue_negated, statement.stance) == (False, Stance.REJECTS)

    @pytest.mark.parametrize(
        ("content", "stance"),
        [("the permits", Stance.REJECTS), ("the reports", Stance.DENIES)],
    )
    def test_what_is_not_granted_is_turned_down(self, content: str, stance: Stance) -> None:
        assert said("denied", content).statements[0].stance is stance

    @pytest.mark.parametrize(
        ("text", "stance"),
        [
            ("{S <P Ana Berg>} {C denied} the town {X the vote}.", Stance.REJECTS),
            ("{S <P Ana Berg>} {C denied} {X <P Ida Moe> the post}.", Stance.REJECTS),
            ("{S <P Ana Berg>} {C denied} {X the rumour about the post}.", Stance.DENIES),
            ("{S <P Ana Berg>} {C denied} {X the charges and the rumours}.", Stance.DENIES),
        ],
    )
    def test_to_deny_someone_something_denies_no_fact(self, text: str, stance: Stance) -> None:
        assert annotate(text).statements[0].stance is stance

    def test_a_noun_of_refusing_refuses(self) -> None:
        statement = said("'s refusal to deny", "the charges").statements[0]
        assert (statement.cue_negated, statement.stance) == (True, Stance.DENIES)

    def test_not_just_is_no_negation_before_the_cue_either(self) -> None:
        result = annotate("It was not just {C a denial} by {S <P Ana Berg>} {X of the charges}.")
        assert not result.statements[0].cue_negated

    @pytest.mark.parametrize("cue", ["could not resist saying", "never failed to say"])
    def test_what_could_not_be_left_undone_was_said(self, cue: str) -> None:
        assert not said(cue).statements[0].cue_negated

    @pytest.mark.parametrize("cue", ["attacked", "criticized", "lashed out at"])
    def test_scorn_of_someone_rejects_nothing(self, cue: str) -> None:
        assert said(cue, "the minister").statements[0].stance is Stance.ASSERTS

    def test_not_before_the_cue_counts(self) -> None:
        result = annotate("{S <P Ana Berg>} did not {C say} {X that the road was closed}.")
        assert result.statements[0].cue_negated

    @pytest.mark.parametrize(
        "text",
        [
            "{S <P Ana Berg>} stopped short of {C accusing} {X the ministry of a crime}.",
            "{S <P Ana Berg>} {C stopped short of accusing} {X the ministry of a crime}.",
            "{S <P Ana Berg>} has refrained from {C accusing} {X the ministry of a crime}.",
        ],
    )
    def test_what_a_speaker_stopped_short_of_was_not_said(self, text: str) -> None:
        assert annotate(text).statements[0].cue_negated

    def test_the_negation_of_another_verb_is_not_that_of_the_cue(self) -> None:
        result = annotate("{S A woman} who asked not to be named {C said} {X she saw it}.")
        assert not result.statements[0].cue_negated

    def test_how_someone_seems_is_no_statement_of_theirs(self) -> None:
        result = annotate(
            "{S1 <P Ana Berg>} {C1 appeared} {X1 to throw doubt on the plan}.\n\n"
            "{S2 She} {C2 said} {X2 that it was late}."
        )
        seemed = annotate("{S <P Ana Berg>} {C seemed} {X to contradict the minister}.")
        assert seemed.statements == ()
        assert [one.stance for one in result.statements] == [Stance.ASSERTS]

    def test_not_only_is_no_negation(self) -> None:
        assert not said("not only said").statements[0].cue_negated

    def test_a_denial_is_no_negation(self) -> None:
        statement = said("denied").statements[0]
        assert not statement.cue_negated
        assert not statement.content_negated


class TestContent:
    @pytest.mark.parametrize(
        "content",
        [
            "that the road was not closed",
            "“We did n't close the road”",
            "that there had been no request",
            "that it had no plans",
            "that nobody was there",
            "that it was never closed",
            "that the town is not planning to close the road",
            "that it can not help",
        ],
    )
    def test_negated(self, content: str) -> None:
        statement = said("said", content).statements[0]
        assert statement.content_negated
        assert not statement.cue_negated

    @pytest.mark.parametrize(
        "content",
        [
            "that the road was closed",
            "that the road was not only closed but gone",
            "that the man who had not gone was a doctor",
            "that it was late because no train came",
        ],
    )
    def test_not_negated(self, content: str) -> None:
        assert not said("said", content).statements[0].content_negated

    @pytest.mark.parametrize(
        ("content", "modality"),
        [
            ("that the road is closed", Modality.FACT),
            ("that the road will be closed", Modality.INTENTION),
            ("that it plans to close the road", Modality.INTENTION),
            ("that the town is planning to close the road", Modality.INTENTION),
            ("that the town would help", Modality.CONDITIONAL),
            ("that the town will help if it is asked", Modality.CONDITIONAL),
            ("“If it rains, we will help”", Modality.CONDITIONAL),
            ("that the town may help", Modality.POSSIBLE),
            ("that the town might consider help", Modality.POSSIBLE),
            ("that the town is ready to consider help", Modality.POSSIBLE),
            ("that the town could help", Modality.POSSIBLE),
            ("that the town must help", Modality.OBLIGATION),
            ("that the town should help", Modality.OBLIGATION),
            ("that the town has to help", Modality.OBLIGATION),
        ],
    )
    def test_modality(self, content: str, modality: Modality) -> None:
        assert said("said", content).statements[0].modality is modality

    @pytest.mark.parametrize(
        ("cue", "modality"),
        [("vowed", Modality.INTENTION), ("urged them", Modality.OBLIGATION)],
    )
    def test_what_is_to_be_done_takes_its_modality_from_the_cue(
        self, cue: str, modality: Modality
    ) -> None:
        assert said(cue, "to rebuild the road").statements[0].modality is modality

    def test_hedges_are_pointed_at(self) -> None:
        result = said("said", "the road was reportedly closed by rebels who were allegedly there")
        text = result.annotated.article.text
        assert [span.of(text) for span in result.statements[0].hedges] == [
            "reportedly",
            "allegedly",
        ]

    def test_seeming_to_say_is_a_hedge(self) -> None:
        result = annotate("{S <P Ana Berg>} {C appeared to reject} {X the plan}.")
        assert len(result.statements[0].hedges) == 1
        assert result.statements[0].stance is Stance.REJECTS
