"""What the model can do: who said what, in sentences made up for these tests (CheckList style).

Every case has one attribution to be found: its source, its cue, and words that its content holds.
"""

from __future__ import annotations

import pytest
from tests.annotate.encoder.asking import Ask, Said

PLAIN = {
    "said that": (
        "The harbour master said that the ferry had left an hour early.",
        ("The harbour master", "said", "the ferry had left an hour early"),
    ),
    "said without that": (
        "Mayor Ines Calder said the bridge would stay closed until spring.",
        ("Mayor Ines Calder", "said", "the bridge would stay closed until spring"),
    ),
    "quotation first": (
        "“We have never seen the river this high,” said farmer Jonas Wirth.",
        ("farmer Jonas Wirth", "said", "We have never seen the river this high"),
    ),
    "quotation first, name before verb": (
        "“The vote was fair,” Amara Diallo said.",
        ("Amara Diallo", "said", "The vote was fair"),
    ),
    "source at the front of a quotation": (
        "Police chief Lena Brandt said: “Nobody has been arrested.”",
        ("Police chief Lena Brandt", "said", "Nobody has been arrested"),
    ),
    "according to, at the end": (
        "Eleven miners were still missing on Friday, according to the rescue service.",
        ("the rescue service", "according to", "Eleven miners were still missing on Friday"),
    ),
    "according to, at the front": (
        "According to the rescue service, eleven miners were still missing.",
        ("the rescue service", "According to", "eleven miners were still missing"),
    ),
    "told": (
        "The coach told reporters that he would resign after the final.",
        ("The coach", "told reporters", "he would resign after the final"),
    ),
    "announced": (
        "The central bank announced that it would raise its rate by half a point.",
        ("The central bank", "announced", "it would raise its rate by half a point"),
    ),
    "denied": (
        "The company denied that its factory had polluted the lake.",
        ("The company", "denied", "its factory had polluted the lake"),
    ),
    "warned": (
        "Doctors warned that the vaccine would run out within days.",
        ("Doctors", "warned", "the vaccine would run out within days"),
    ),
    "claimed": (
        "The rebels claimed they had shot down two aircraft.",
        ("The rebels", "claimed", "they had shot down two aircraft"),
    ),
    "acknowledged": (
        "The minister acknowledged that mistakes had been made.",
        ("The minister", "acknowledged", "mistakes had been made"),
    ),
    "insisted": (
        "Her lawyer insisted that she was innocent.",
        ("Her lawyer", "insisted", "she was innocent"),
    ),
    "believes": (
        "The union believes that the strike will last all week.",
        ("The union", "believes", "the strike will last all week"),
    ),
    "accused of": (
        "The opposition accused the government of hiding the report.",
        ("The opposition", "accused", "hiding the report"),
    ),
    "a study shows": (
        "A study by the university found that bees avoid the new crop.",
        ("A study by the university", "found", "bees avoid the new crop"),
    ),
    "a spokesman with a long title": (
        "Deputy foreign ministry spokesman Oleg Marin said talks would resume on Tuesday.",
        ("Deputy foreign ministry spokesman Oleg Marin", "said", "talks would resume on Tuesday"),
    ),
    "an apposition in the source": (
        "Tomas Lind, who runs the shelter, said all beds were taken.",
        ("Tomas Lind", "said", "all beds were taken"),
    ),
    "a pronoun": (
        "He said the road was blocked by snow.",
        ("He", "said", "the road was blocked by snow"),
    ),
    "wrote on Twitter": (
        "“The ceasefire is over,” the general wrote on Twitter.",
        ("the general", "wrote on Twitter", "The ceasefire is over"),
    ),
    "an agency": (
        "Reuters reported that the pipeline had been shut.",
        ("Reuters", "reported", "the pipeline had been shut"),
    ),
    "asked whether": (
        "Senator Ruth Okafor asked whether the money had been spent.",
        ("Senator Ruth Okafor", "asked", "whether the money had been spent"),
    ),
    "partly quoted": (
        "The bishop called the decision “a wound to the whole city.”",
        ("The bishop", "called", "a wound to the whole city"),
    ),
    "expects": (
        "Analysts expect the currency to fall further.",
        ("Analysts", "expect", "the currency to fall further"),
    ),
    "promised to": (
        "The president promised to rebuild every school.",
        ("The president", "promised", "to rebuild every school"),
    ),
    "urged": (
        "The United Nations urged both sides to open a corridor for aid.",
        ("The United Nations", "urged", "to open a corridor for aid"),
    ),
    "passive content first": (
        "The blast was caused by a gas leak, investigators said.",
        ("investigators", "said", "The blast was caused by a gas leak"),
    ),
    "added": (
        "The director added that the museum would reopen in May.",
        ("The director", "added", "the museum would reopen in May"),
    ),
    "court ruled": (
        "The court ruled that the election had to be held again.",
        ("The court", "ruled", "the election had to be held again"),
    ),
}

CUT = {
    "quotation cut by its cue": (
        "“The dam is old,” said engineer Paula Reyes. “It will not last the winter.”",
        ("Paula Reyes", "said", ("The dam is old", "It will not last the winter")),
    ),
    "sentence cut by its cue": (
        "“If the rain goes on,” said Karim Haddad, “we will have to leave.”",
        ("Karim Haddad", "said", ("If the rain goes on", "we will have to leave")),
    ),
    "indirect content cut by its cue": (
        "The ship, the coast guard said, had lost power in the storm.",
        ("the coast guard", "said", ("The ship", "had lost power in the storm")),
    ),
}

WORLD = {
    "a court": (
        "Prosecutors in Lisbon allege that the banker moved nine million euros abroad.",
        ("Prosecutors in Lisbon", "allege", "the banker moved nine million euros abroad"),
    ),
    "a disaster": (
        "At least 40 people died when the roof fell in, the interior ministry said on Sunday.",
        ("the interior ministry", "said", "At least 40 people died"),
    ),
    "business": (
        "Norvik Steel said its profit had fallen by a third.",
        ("Norvik Steel", "said", "its profit had fallen by a third"),
    ),
    "sport": (
        "“I was too slow at the start,” sprinter Mei Tanaka said after the race.",
        ("sprinter Mei Tanaka", "said", "I was too slow at the start"),
    ),
    "science": (
        "Researchers report that the glacier has lost a tenth of its ice.",
        ("Researchers", "report", "the glacier has lost a tenth of its ice"),
    ),
    "state television": (
        "State television said the army had retaken the town.",
        ("State television", "said", "the army had retaken the town"),
    ),
    "a residence": (
        "The Kremlin said that no such order had been given.",
        ("The Kremlin", "said", "no such order had been given"),
    ),
    "a statement": (
        "The embassy said in a statement that all its staff were safe.",
        ("The embassy", "said in a statement", "all its staff were safe"),
    ),
}

MESSY = {
    "straight quotes": (
        '"The well has run dry," said villager Asha Rao.',
        ("villager Asha Rao", "said", "The well has run dry"),
    ),
    "single quotes": (
        "'The well has run dry,' said villager Asha Rao.",
        ("villager Asha Rao", "said", "The well has run dry"),
    ),
    "no quotes": (
        "The well has run dry, said villager Asha Rao.",
        ("villager Asha Rao", "said", "The well has run dry"),
    ),
    "unclosed quote": (
        "“The well has run dry, said villager Asha Rao.",
        ("villager Asha Rao", "said", "The well has run dry"),
    ),
    "all capitals": (
        "THE MINISTRY SAID THAT THE PORT WAS CLOSED.",
        ("THE MINISTRY", "SAID", "THE PORT WAS CLOSED"),
    ),
    "no capitals": (
        "the ministry said that the port was closed.",
        ("the ministry", "said", "the port was closed"),
    ),
    "headline with says at the end": (
        "Port to stay closed for a week, minister says",
        ("minister", "says", "Port to stay closed for a week"),
    ),
    "no full stop": (
        "The ministry said that the port was closed",
        ("The ministry", "said", "the port was closed"),
    ),
    "typing error in the content": (
        "The ministry said that the prot was clsoed.",
        ("The ministry", "said", "the prot was clsoed"),
    ),
    "non-breaking spaces": (
        "The\u00a0ministry\u00a0said that the\u00a0port was closed.",
        ("The\u00a0ministry", "said", "port was closed"),
    ),
    "emoji": (
        "The ministry said 🚢 that the port was closed 😢.",
        ("The ministry", "said", "the port was closed"),
    ),
    "letters with marks of their own": (
        "The Cafe\u0301 Central said that it was closed.",
        ("The Cafe\u0301 Central", "said", "it was closed"),
    ),
}


LIMITS = {
    "an unquoted sentence alone, its source at the end": (
        "The museum would reopen in May, the director added.",
        ("the director", "added", "The museum would reopen in May"),
    ),
}


@pytest.mark.xfail(reason="known limits of the model: see docs/model-card.md")
@pytest.mark.parametrize("case", LIMITS.values(), ids=LIMITS)
def test_does_not_read_yet(said: Ask, case: tuple[str, Said]) -> None:
    check(said, *case)


@pytest.mark.parametrize("case", [*PLAIN.values(), *WORLD.values()], ids=[*PLAIN, *WORLD])
def test_finds_who_said_what(said: Ask, case: tuple[str, Said]) -> None:
    check(said, *case)


@pytest.mark.parametrize("case", MESSY.values(), ids=MESSY)
def test_reads_text_as_it_comes(said: Ask, case: tuple[str, Said]) -> None:
    check(said, *case)


@pytest.mark.parametrize("case", CUT.values(), ids=CUT)
def test_content_cut_in_two_is_one_content(
    said: Ask, case: tuple[str, tuple[str, str, tuple[str, ...]]]
) -> None:
    text, (source, cue, parts) = case
    for part in parts:
        check(said, text, (source, cue, part))


def check(said: Ask, text: str, expected: Said) -> None:
    """One attribution has this source, a cue with these words, and a content with these."""
    source, cue, content = expected
    found = said(text)
    assert any(
        source in each[0] and cue.split()[0] in each[1] and content in each[2] for each in found
    ), f"read {found}"
