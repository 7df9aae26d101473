"""Texts that share words: found however they were changed, aligned passage by passage."""

import random
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.link.factory import Report, annotated, story

from whence.link.derivation.alignment import align
from whence.link.derivation.kin import compare
from whence.link.derivation.passages import passages, tiles
from whence.link.derivation.repair import repaired
from whence.link.derivation.shelf import Shelf
from whence.link.derivation.wording import Wording
from whence.link.derivations import SharedTexts, derivations
from whence.model import Aligned, Change, Derivation, DerivationKind, Ruling, Verdict

WIRE = (
    "Water from the Velm dam swept through the valley before dawn on Tuesday and cut the only road "
    "to the village of Lenitz, where several families had to wait on their roofs for boats.\n"
    "“We saw the colour of the river change,” the harbour’s labour office organised by Ada Lund "
    "said, “and then the centre of the bridge was gone before anyone realised it.”\n"
    "Engineers began to inspect the upper gates in the afternoon, while volunteers carried sand "
    "to the school that serves as a shelter for those who lost their homes overnight.\n"
    "The regional council meets on Wednesday to decide on money for repairs, and farmers along "
    "the river are counting sheep and hay that the brown flood took with it."
)
OWN = (
    "In the capital, students marched past the parliament with candles and read aloud the names of "
    "towns along the river, a ritual that began after an earlier disaster many years ago.\n"
    "A choir of retired miners sang at the end, and a baker handed out rolls to the crowd."
)
BOX = (
    "Sign up for our morning letter, please confirm that you are no machine, choose at least one "
    "of the letters above, and thank you for your interest in the work of this newsroom today."
)
SOURCE = Report("Meridian Press", "2024-05-01", WIRE)


def debts(*reports: Report) -> list[Derivation]:
    return list(derivations(story(*reports)))


def wording(text: str) -> Wording:
    return Wording(annotated(Report("Coast Mail", "2024-05-02", text)).article)


def aligned(source: str, debtor: str) -> tuple[Aligned, ...]:
    here, there = wording(debtor), wording(source)
    return align(here, there, passages(tiles(here, there)))


def shuffled(text: str) -> str:
    lines = text.split("\n")
    return "\n".join((lines[2], lines[0], lines[3], lines[1]))


def american(text: str) -> str:
    for one, other in (("colour", "color"), ("harbour", "harbor"), ("labour", "labor"),
                       ("organised", "organized"), ("centre", "center"),
                       ("realised", "realized")):  # fmt: skip
        text = text.replace(one, other)
    return text


@pytest.mark.parametrize(
    "debtor",
    [
        pytest.param("\n".join(WIRE.split("\n")[:3]), id="cut"),
        pytest.param(shuffled(WIRE), id="shuffled"),
        pytest.param(WIRE.translate(str.maketrans("“”’", "«»'")), id="other quotation marks"),
        pytest.param(american(WIRE), id="other spelling"),
        pytest.param(WIRE.encode().decode("cp1252", "replace"), id="read in another encoding"),
        pytest.param(WIRE.replace("’", "?").replace("“", "&quot;"), id="marks lost, entities"),
        pytest.param(WIRE.replace("the only road to the village of", "…"), id="an ellipsis"),
        pytest.param(f"Flood wakes the valley\n{WIRE}", id="another headline"),
    ],
)
def test_a_text_is_found_however_it_was_changed(debtor: str) -> None:
    [debt] = debts(SOURCE, Report("Coast Mail", "2024-05-02", debtor))
    assert debt.kind is DerivationKind.REPRINT
    assert debt.source == annotated(SOURCE).article.id


def test_spelling_and_encoding_leave_every_word_as_it_was() -> None:
    misread = american(WIRE).encode().decode("cp1252", "replace")
    assert {each.change for each in aligned(WIRE, misread)} == {Change.KEPT}


def test_the_alignment_tells_what_was_cut_added_changed_and_moved() -> None:
    lines = WIRE.split("\n")
    new = "Nobody in the ministry answered the telephone on Tuesday evening or on Wednesday."
    reworded = lines[0].replace("several families had to wait", "some people waited")
    found = aligned(WIRE, "\n".join((lines[3], reworded, new, lines[2])))
    told = {each.change: (each.here, each.there) for each in found if each.change is not Change.CUT}
    assert set(told) == {Change.MOVED, Change.CHANGED, Change.ADDED, Change.KEPT}
    debtor = "\n".join((lines[3], reworded, new, lines[2]))
    assert told[Change.ADDED][0] is not None
    assert told[Change.ADDED][0].of(debtor) == new[:-1]
    cut = [each.there.of(WIRE) for each in found if each.change is Change.CUT and each.there]
    assert cut == [lines[1][1:-2]]


def with_box(count: int) -> list[Report]:
    """Articles of one outlet that have nothing in common but the box under them."""
    chance = random.Random(0)  # noqa: S311 - no secret
    vocabulary = sorted(set(f"{WIRE} {OWN}".replace("\n", " ").split()))
    texts = [" ".join(chance.choices(vocabulary, k=150)) for _ in range(count)]
    return [Report("The Lantern", "2024-05-01", f"{text}\n{BOX}") for text in texts]


def test_a_box_that_stands_in_unrelated_articles_of_one_outlet_weighs_nothing() -> None:
    others = with_box(5)
    assert len(debts(*others[:2])) == 1  # two alone do not tell a box from a text
    assert debts(*others) == []


def test_a_real_reprint_is_seen_beside_the_box() -> None:
    copy = Report("The Lantern", "2024-05-02", f"{WIRE}\n{BOX}")
    [debt] = debts(SOURCE, copy, *with_box(4))
    assert debt.kind is DerivationKind.REPRINT
    assert debt.article == annotated(copy).article.id


def test_an_article_may_owe_to_two_sources_what_each_has() -> None:
    other = Report("Hill Radio", "2024-05-01", OWN)
    both = Report("Coast Mail", "2024-05-02", f"{WIRE}\n{OWN}")
    found = debts(SOURCE, other, both)
    assert {debt.source for debt in found} == {
        annotated(SOURCE).article.id,
        annotated(other).article.id,
    }


def test_an_earlier_article_that_is_found_later_turns_the_direction() -> None:
    middle = Report("Coast Mail", "2024-05-02", WIRE)
    late = Report("Hill Radio", "2024-05-03", WIRE)
    [debt] = debts(middle, late)
    assert debt.source == annotated(middle).article.id
    ids = [annotated(each).article.id for each in (middle, late)]
    found = {debt.article: debt.source for debt in debts(middle, late, SOURCE)}
    assert found == dict.fromkeys(ids, annotated(SOURCE).article.id)


def test_what_a_person_decides_goes_before_what_is_found() -> None:
    copy = Report("Coast Mail", "2024-05-02", WIRE)
    members = story(SOURCE, copy)
    one, other = (member.article for member in members)
    shelf = Shelf()
    shelf.add(one)
    shelf.add(other)

    def ruled(verdict: Verdict, article: str, against: str) -> list[Derivation]:
        ruling = Ruling(verdict, article, against, "Ada", datetime.now(UTC), "the editor said so")
        return list(derivations(members, SharedTexts(kin=shelf.kin, rulings=(ruling,))))

    assert ruled(Verdict.NOT_REPRINT, one.id, other.id) == []
    [turned] = ruled(Verdict.REPRINT, one.id, other.id)
    assert (turned.article, turned.source) == (one.id, other.id)
    assert "Ada decided so" in turned.evidence


#: How fast examples are drawn says how busy the machine is.
SLOW = (HealthCheck.too_slow,)
WORDS = st.sampled_from(
    [
        "a",
        "dam",
        "gate",
        "road",
        "flood",
        "boats",
        "sheep",
        "hay",
        "council",
        "money",
        "choir",
        "rolls",
    ]
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=12), min_size=1, max_size=6).map(
    lambda lines: ".\n".join(" ".join(line) for line in lines)
)


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(TEXTS, TEXTS)
def test_every_word_of_both_texts_stands_in_one_passage(source: str, debtor: str) -> None:
    here, there = wording(debtor), wording(source)
    found = align(here, there, passages(tiles(here, there)))
    ours = [at for each in found if each.here for at in here.words_in(each.here)]
    theirs = [at for each in found if each.there for at in there.words_in(each.there)]
    assert ours == list(range(len(here)))
    assert sorted(theirs) == list(range(len(there)))


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(TEXTS, TEXTS)
def test_what_is_kept_or_changed_runs_in_the_same_order_in_both(source: str, debtor: str) -> None:
    in_order = [
        each.there
        for each in aligned(source, debtor)
        if each.change in {Change.KEPT, Change.CHANGED} and each.there
    ]
    assert all(before.end <= after.start for before, after in pairwise(in_order))


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(TEXTS, TEXTS)
def test_a_run_has_the_same_words_in_both_texts(source: str, debtor: str) -> None:
    here, there = wording(debtor), wording(source)
    kinship = compare(here, there)
    for one, other in kinship.shared if kinship else ():
        a, b = (here, there) if kinship and kinship.one == here.article.id else (there, here)
        assert [a.keys[at] for at in a.words_in(one)] == [b.keys[at] for at in b.words_in(other)]


@settings(max_examples=8, deadline=None, suppress_health_check=SLOW)
@given(st.permutations(range(5)))
def test_the_order_of_adding_makes_no_difference(order: list[int]) -> None:
    reports = (
        SOURCE,
        Report("Coast Mail", "2024-05-02", shuffled(WIRE)),
        Report("Hill Radio", "2024-05-03", f"{OWN}\n{WIRE}"),
        Report("The Lantern", "2024-05-03", OWN),
        Report("Valley Post", None, american(WIRE)),
    )
    members = story(*reports)
    shelf = Shelf()
    for at in order:
        shelf.add(members[at].article)
    texts = SharedTexts(kin=shelf.kin, stock=shelf.stock())
    assert derivations(members, texts) == derivations(members)


@given(st.text(max_size=60))
def test_repairing_keeps_every_offset_in_order(text: str) -> None:
    meant = repaired(text)
    origins = [meant.origin(at) for at in range(len(meant.text))]
    assert origins == sorted(origins)
    assert all(0 <= at < len(text) for at in origins)
    if meant.is_unchanged:
        assert meant.text == text


def test_misread_letters_are_read_as_they_were_meant() -> None:
    misread = "donâ€™t go to SÃ£o Paulo, she said"
    meant = repaired(misread)
    assert meant.text == "don’t go to São Paulo, she said"
    assert misread[meant.origin(meant.text.index("Paulo")) :].startswith("Paulo")
