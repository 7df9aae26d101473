"""What one article owes to another, and in which direction."""

from tests.link.factory import Report, annotated, story

from whence.link.derivations import derivations
from whence.model import Annotated, Derivation, DerivationKind, OutletKind

WIRE = (
    "Water from the Velm dam swept through the valley before dawn on Tuesday and cut the only road "
    "to the village of Lenitz, where several families had to wait on their roofs for boats.\n"
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
AGENCY = Report("Meridian Press", "2024-05-01", WIRE, kind=OutletKind.AGENCY)


def debts(*reports: Report) -> list[Derivation]:
    return list(derivations(story(*reports)))


def id_of(report: Report) -> str:
    return annotated(report).article.id


def test_the_same_words_a_day_later_are_a_reprint_of_the_earlier() -> None:
    paper = Report("Kostrel Courier", "2024-05-02", WIRE.replace("’", "'"), title="Flood")
    [debt] = debts(paper, AGENCY)
    assert debt.kind is DerivationKind.REPRINT
    assert (debt.article, debt.source) == (id_of(paper), id_of(AGENCY))
    assert debt.share > 0.95


def test_the_shared_passages_lie_in_the_debtor() -> None:
    paper = Report("Kostrel Courier", "2024-05-02", f"{OWN}\n{WIRE}")
    [debt] = debts(AGENCY, paper)
    [passage] = debt.passages
    assert passage.article == id_of(paper)
    assert passage.span.of(paper.text) == WIRE[:-1]


def test_a_piece_of_a_longer_report_is_an_excerpt() -> None:
    paper = Report("Kostrel Courier", "2024-05-02", WIRE.split("\n", maxsplit=1)[0])
    assert [debt.kind for debt in debts(AGENCY, paper)] == [DerivationKind.EXCERPT]


def test_a_long_run_within_words_of_its_own_is_an_excerpt() -> None:
    paper = Report("Kostrel Courier", "2024-05-02", f"{WIRE}\n{OWN}\n{OWN.replace('a', 'o')}")
    assert [debt.kind for debt in debts(AGENCY, paper)] == [DerivationKind.EXCERPT]


def test_changed_here_and_there_is_a_rewrite() -> None:
    words = WIRE.split(" ")
    changed = " ".join("elsewhere" if at % 14 == 13 else word for at, word in enumerate(words))
    paper = Report("Kostrel Courier", "2024-05-02", changed)
    assert [debt.kind for debt in debts(AGENCY, paper)] == [DerivationKind.REWRITE]


def test_a_shared_quotation_alone_is_no_debt() -> None:
    quote = f"“{WIRE.replace(chr(10), ' ')}”"
    one = Report("The Lantern", "2024-05-01", f"{OWN}\n{quote} she said.")
    other = Report("Coast Mail", "2024-05-02", f"Elsewhere it was quiet.\n{quote} she said.")
    assert debts(one, other) == []


def test_other_words_on_the_same_matter_are_no_debt() -> None:
    assert debts(AGENCY, Report("Kostrel Courier", "2024-05-02", OWN)) == []


def test_on_one_day_the_credit_tells_who_took_from_whom() -> None:
    source = Report("The Lantern", "2024-05-01", WIRE)
    debtor = Report("Coast Mail", "2024-05-01", f"{WIRE}\nThe Lantern", credit="The Lantern")
    [debt] = debts(source, debtor)
    assert (debt.article, debt.source) == (id_of(debtor), id_of(source))


def test_on_one_day_without_credits_the_agency_is_the_source() -> None:
    paper = Report("Coast Mail", "2024-05-01", f"{WIRE}\n{OWN}")
    [debt] = debts(paper, AGENCY)
    assert debt.source == id_of(AGENCY)


def test_a_credit_to_who_is_not_at_hand_is_a_debt_to_the_name() -> None:
    paper = Report("Coast Mail", "2024-05-01", f"{OWN}\nNorthern Wire", credit="Northern Wire")
    [debt] = debts(paper)
    assert (debt.kind, debt.source) == (DerivationKind.CREDIT, "Northern Wire")
    assert debt.passages[0].span.of(paper.text) == "Northern Wire"


def test_an_agency_in_the_dateline_is_credited() -> None:
    paper = Report("Coast Mail", "2024-05-01", f"KOSTREL (Northern Wire) — {OWN}")
    [debt] = debts(paper)
    assert (debt.kind, debt.source) == (DerivationKind.CREDIT, "Northern Wire")


def test_an_outlet_owes_nothing_to_its_own_name() -> None:
    own = Report("Northern Wire", "2024-05-01", f"KOSTREL (Northern Wire) — {OWN}")
    assert debts(own) == []


def test_an_article_without_a_date_may_still_be_a_debtor() -> None:
    undated: Annotated = annotated(Report("Coast Mail", None, WIRE))
    dated = annotated(AGENCY)
    [debt] = derivations([undated, dated])
    assert debt.source == dated.article.id
    assert derivations([dated, undated]) == (debt,)
