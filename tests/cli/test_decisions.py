"""`explain` and `decide`: what a person sees of the machine's decisions, and puts before them."""

import json
import re
import shlex
from pathlib import Path

import pytest
from tests.cli.quoting import Better
from tests.cli.running import Ended, Whence, use

from whence import pipeline
from whence.store import Access, Ledger

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "commands.md").read_text("utf-8")
DOCUMENTED = [
    line
    for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    for line in block.splitlines()
    if line
]
FLOOD = """{head}

May {day}, 2031

TARNBY — Water from the Skell dam swept through the lower town of Tarnby before dawn and cut the
only road to the harbour, where several families had to wait on their roofs until boats came from
Velm.

“The bridge stays shut until the piers are mended,” Ada Lund said.

Engineers began to inspect the upper gates in the afternoon, while volunteers carried sand to the
school that serves as a shelter for those who lost their homes in Tarnby overnight.
"""
CHESS = """Chess club wins the cup

June 9, 2031

KOSTREL — A chess club of eleven pensioners won the northern cup on Sunday after a final of nine
hours, in which neither side gave up a rook before the break for tea.

“Nobody slept the night before,” Jonas Weil said.
"""


@pytest.fixture
def whence(whence: Whence, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Whence:
    """Run the command in a folder with a ledger of three reports."""
    monkeypatch.chdir(tmp_path)
    first = FLOOD.format(head="Flood cuts off Tarnby", day=2)
    Path("first.txt").write_text(first, "utf-8")
    Path("copy.txt").write_text(FLOOD.format(head="Tarnby is cut off", day=3), "utf-8")
    Path("chess.txt").write_text(CHESS, "utf-8")
    assert whence("add", "news.ledger", "first.txt", "copy.txt", "chess.txt")[0] == 0
    return whence


def ids() -> dict[str, str]:
    """The ids of the articles by the files that they were read from."""
    with Ledger.open("news.ledger", Access.READ) as ledger:
        account = pipeline.whole(ledger)
    return {
        Path(each.article.provenance.place).stem: each.article.id
        for story in account.stories
        for each in story.articles
    }


def stories() -> dict[str, str]:
    """The story of each file's article."""
    with Ledger.open("news.ledger", Access.READ) as ledger, ledger.reading() as view:
        return {name: view.story_of(article) or "" for name, article in ids().items()}


def owed() -> set[tuple[str, str, str]]:
    """Debtor, source and kind of every debt between two articles."""
    names = {article: name for name, article in ids().items()}
    with Ledger.open("news.ledger", Access.READ) as ledger:
        account = pipeline.whole(ledger)
    return {
        (names[debt.article], names[debt.source], debt.kind.value)
        for story in account.stories
        for debt in story.linked.derivations
        if debt.source in names
    }


def decide(whence: Whence, verdict: str, one: str, other: str) -> Ended:
    known = ids()
    return whence(
        "decide", "news.ledger", verdict, known[one], known[other], "--why", "I read both",
        "--by", "Ada Lund",
    )  # fmt: skip


def test_a_person_parts_and_joins_and_the_machine_respects_it(
    whence: Whence, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stories()
    assert before["first"] == before["copy"] != before["chess"]
    status, _, said = decide(whence, "other-story", "copy", "first")
    assert (status, "other story, decided by Ada Lund" in said) == (0, True)
    assert decide(whence, "same-story", "chess", "first")[0] == 0
    parted = stories()
    assert parted["first"] == parted["chess"] != parted["copy"]
    use(monkeypatch, Better)
    assert whence("refresh", "news.ledger") == (0, "", "0 added, 3 read anew\n")
    after = stories()
    assert after["first"] == after["chess"] != after["copy"]


def test_a_later_decision_supersedes_and_none_is_lost(whence: Whence) -> None:
    before = stories()
    decide(whence, "other-story", "copy", "first")
    assert decide(whence, "open", "copy", "first")[0] == 0
    assert stories()["copy"] == before["first"]
    known = ids()
    pair = f"{known['copy']} {known['first']}"
    with Ledger.open("news.ledger", Access.READ) as ledger, ledger.reading() as view:
        rows = view.decisions("ruled on story", pair)
        assert [row.value.split()[0] for row in rows if row.value] == ["OTHER_STORY", "OPEN"]
        assert {(row.who, row.why) for row in rows} == {("Ada Lund", "I read both")}


def test_a_person_decides_what_is_a_reprint_of_what(
    whence: Whence, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert owed() == {("copy", "first", "reprint")}
    decide(whence, "not-reprint", "copy", "first")
    assert owed() == set()
    use(monkeypatch, Better)
    whence("refresh", "news.ledger")
    assert owed() == set()
    decide(whence, "reprint", "first", "copy")
    assert owed() == {("first", "copy", "reprint")}
    decide(whence, "open", "first", "copy")
    assert owed() == {("copy", "first", "reprint")}


def test_explaining_one_article_shows_story_texts_and_origins(whence: Whence) -> None:
    known = ids()
    decide(whence, "not-reprint", "copy", "first")
    status, out, _ = whence("explain", "news.ledger", known["copy"])
    assert status == 0
    assert re.search(r"likeness to the nearest story 0\.\d+, threshold 0\.\d+", out)
    assert re.search(r"words shared, \d+ of them outside quotations", out)
    assert "least words" in out
    assert "Ada Lund on" in out
    assert "“Water from the Skell dam swept" in out
    assert "unknown" in out


def test_explaining_two_articles_as_json_gives_spans_of_both(whence: Whence) -> None:
    known = ids()
    status, out, _ = whence("explain", "news.ledger", known["copy"], known["first"], "--json")
    assert status == 0
    [text] = json.loads(out)["texts"]
    assert (text["kind"], text["article"], text["from"]) == (
        "reprint", known["copy"], known["first"],
    )  # fmt: skip
    kept = next(each for each in text["aligned"] if each["change"] == "kept")
    texts = {name: Path(f"{name}.txt").read_text("utf-8") for name in ("copy", "first")}
    words = [
        texts[name][kept[side]["start"] : kept[side]["end"]]
        for name, side in (("copy", "here"), ("first", "there"))
    ]
    assert words[0] == words[1]
    assert {term["term"] for term in json.loads(out)["stories"][0]["terms"]}


def test_an_article_that_is_not_there_is_wrong_usage(whence: Whence) -> None:
    known = ids()
    for arguments in (
        ("explain", "news.ledger", "art-none"),
        ("decide", "news.ledger", "reprint", known["copy"], "art-none", "--why", "x"),
        ("decide", "news.ledger", "reprint", known["copy"], known["copy"], "--why", "x"),
        ("decide", "news.ledger", "maybe", known["copy"], known["first"], "--why", "x"),
        ("decide", "news.ledger", "reprint", known["copy"], known["first"]),
    ):
        assert whence(*arguments)[0] == 2


def test_a_source_that_comes_later_turns_the_debt(whence: Whence) -> None:
    Path("wire.txt").write_text(FLOOD.format(head="Dam breaks", day=1), "utf-8")
    assert whence("add", "news.ledger", "wire.txt")[0] == 0
    assert owed() == {("copy", "wire", "reprint"), ("first", "wire", "reprint")}


def test_a_ledger_without_marks_gets_them(whence: Whence) -> None:
    with Ledger.open("news.ledger") as ledger, ledger.writing() as batch:
        for statement in (
            "DELETE FROM mark", "DELETE FROM kinship", "UPDATE fingerprint SET scheme = ''",
        ):  # fmt: skip
            batch._connection.exec_driver_sql(statement)
    assert whence("refresh", "news.ledger")[0] == 0
    assert owed() == {("copy", "first", "reprint")}


def test_the_commands_of_the_page_work(whence: Whence) -> None:
    assert len(DOCUMENTED) >= 6
    known = ids()
    for line in DOCUMENTED:
        words = [
            {"ONE": known["copy"], "OTHER": known["first"]}.get(word, word)
            for word in shlex.split(line)
        ]
        status, out, said = whence(*words[1:])
        assert (status, bool(out.strip() or said.strip())) == (0, True), line
