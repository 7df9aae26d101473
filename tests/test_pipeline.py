"""From files to an account and into a ledger, with a language model of a few lines."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.cli.quoting import Better, Missing, Quoting

import whence
from whence import pipeline
from whence.errors import ModelError, UnknownRecord
from whence.filing import LINKER
from whence.model import Account, Annotated, Failure
from whence.pipeline import Added, Options
from whence.store import Access, Ledger

OPTIONS = Options(model=Quoting)

BRIDGE = """The old bridge at Tarnby is shut

May 2, 2031

TARNBY — The old bridge over the Skell was shut to all traffic on Friday after cracks in its piers.

“The bridge stays shut until the piers are mended,” Ada Lund said.

“We were not asked,” said Per Holm.
"""
BRIDGE_AGAIN = """Tarnby bridge: cracks in two piers

May 3, 2031

Engineers found cracks in two piers of the old bridge over the Skell at Tarnby, shut to traffic.

“The bridge stays shut until the piers are mended,” Ada Lund said.
"""
VOTE = """Quarmby elects a new council

June 20, 2031

Voters in Quarmby chose a council of eleven, with turnout at its highest since the orchard war.

“We shall plant again,” Ines Vole said.
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("a.txt", BRIDGE), ("b.txt", BRIDGE_AGAIN), ("c.txt", VOTE)):
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.ledger"


def add(path: Path, *places: Path | str, options: Options = OPTIONS) -> Added:
    with Ledger.open(path) as ledger:
        return pipeline.add(ledger, places, options)


def dump(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        return "\n".join(connection.iterdump())


def titles(account: Account) -> list[list[str]]:
    return [
        [Path(each.article.provenance.place).name for each in story.articles]
        for story in account.stories
    ]


def words_of(account: Account) -> set[str]:
    return {
        span.of(each.article.text)
        for story in account.stories
        for each in story.articles
        for statement in each.statements
        for span in statement.content
    }


class TestReport:
    def test_reads_annotates_and_links(self, reports: Path) -> None:
        account = pipeline.report([reports], OPTIONS)
        assert titles(account) == [["c.txt"], ["a.txt", "b.txt"]]
        assert account.failed == ()
        assert any("We were not asked" in words for words in words_of(account))
        bridge = account.stories[1]
        assert bridge.linked.story.articles == tuple(each.article.id for each in bridge.articles)

    def test_lists_what_failed_and_does_the_rest(self, reports: Path) -> None:
        account = pipeline.report([reports / "none.txt", reports / "a.txt"], OPTIONS)
        assert [failure.code for failure in account.failed] == ["input-not-found"]
        assert titles(account) == [["a.txt"]]

    def test_of_nothing_is_empty(self) -> None:
        assert pipeline.report([], OPTIONS) == Account(())

    def test_is_the_same_whatever_the_batches_and_processes(self, reports: Path) -> None:
        account = pipeline.report([reports], OPTIONS)
        assert pipeline.report([reports], replace(OPTIONS, batch=1)) == account
        assert pipeline.report([reports], replace(OPTIONS, processes=2)) == account
        assert pipeline.report([reports], replace(OPTIONS, processes=0)) == account

    def test_is_the_same_as_through_a_file(self, reports: Path, path: Path) -> None:
        add(path, reports)
        with Ledger.open(path, Access.READ) as ledger:
            assert pipeline.whole(ledger) == pipeline.report([reports], OPTIONS)

    def test_passes_over_what_is_to_be_skipped(self, reports: Path) -> None:
        page, broken = reports / "account.html", reports / "account.jsonl"
        page.write_text("<title>An earlier account</title><p>Nothing new at Tarnby.</p>")
        broken.write_text("{]")
        skip = frozenset({page.resolve(), broken.resolve()})
        account = pipeline.report([reports], replace(OPTIONS, skip=skip))
        assert account == pipeline.report(sorted(reports.glob("*.txt")), OPTIONS)

    def test_a_missing_model_ends_it(self, reports: Path) -> None:
        with pytest.raises(ModelError, match="install whence again"):
            pipeline.report([reports], replace(OPTIONS, model=Missing))


class TestAdd:
    def test_again_changes_nothing(self, reports: Path, path: Path) -> None:
        assert add(path, reports) == Added(new=3, anew=0, held=0, failed=())
        before = dump(path)
        assert add(path, reports) == Added(new=0, anew=0, held=3, failed=())
        assert add(path, reports / "b.txt", reports / "a.txt").held == 2
        assert dump(path) == before

    def test_in_parts_is_as_in_one(self, reports: Path, path: Path, tmp_path: Path) -> None:
        add(path, reports)
        for name in ("a.txt", "b.txt", "c.txt"):
            add(tmp_path / "parts.ledger", reports / name)
        with Ledger.open(path) as one, Ledger.open(tmp_path / "parts.ledger") as other:
            assert pipeline.whole(one) == pipeline.whole(other)

    def test_a_copy_elsewhere_is_no_second_article(self, reports: Path, path: Path) -> None:
        copy = reports / "copy.txt"
        copy.write_text(BRIDGE, "utf-8")
        assert add(path, reports) == Added(new=3, anew=0, held=1, failed=())
        with Ledger.open(path) as ledger:
            assert titles(pipeline.whole(ledger)) == [["c.txt"], ["a.txt", "b.txt"]]

    def test_with_another_model_reads_anew(self, reports: Path, path: Path) -> None:
        add(path, reports)
        better = replace(OPTIONS, model=Better)
        assert add(path, reports / "a.txt", options=better) == Added(0, 1, 0, ())
        with Ledger.open(path) as ledger:
            producers = {
                Path(each.article.provenance.place).name: each.producer.model
                for story in pipeline.whole(ledger).stories
                for each in story.articles
            }
        assert producers == {"a.txt": "quoting-2", "b.txt": "quoting-1", "c.txt": "quoting-1"}

    def test_with_another_date_reads_anew(self, tmp_path: Path, path: Path) -> None:
        undated = tmp_path / "undated.txt"
        undated.write_text("“The ferry sails again,” Ada Lund said.\n", "utf-8")
        add(path, undated)
        day = date(2031, 5, 2)
        dated = replace(OPTIONS, read=whence.ReadOptions(published=day))
        assert add(path, undated, options=dated).anew == 1
        with Ledger.open(path) as ledger:
            (story,) = pipeline.stories(ledger)
        assert (story.first, story.articles) == (day, 1)

    def test_tells_what_is_done_as_it_goes(self, reports: Path, path: Path) -> None:
        seen: list[Annotated | Failure] = []
        add(path, reports, reports / "none", options=replace(OPTIONS, progress=seen.append))
        assert [type(each) for each in seen] == [Annotated, Annotated, Annotated, Failure]

    def test_keeps_the_batches_before_an_interruption(self, reports: Path, path: Path) -> None:
        def interrupt(done: Annotated | Failure) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            add(path, reports, options=replace(OPTIONS, batch=1, progress=interrupt))
        with Ledger.open(path, Access.READ) as ledger:
            account = pipeline.whole(ledger)
            assert titles(account) == [["a.txt"]]
            assert account.stories[0].linked.story.title
            assert [entry.title for entry in pipeline.stories(ledger)] == [None]
        assert add(path, reports).new == 2
        with Ledger.open(path, Access.READ) as ledger:
            assert all(entry.title for entry in pipeline.stories(ledger))


class TestRefresh:
    def test_reads_anew_what_another_model_read(self, reports: Path, path: Path) -> None:
        add(path, reports)
        for file in reports.iterdir():
            file.unlink()
        with Ledger.open(path) as ledger:
            before = pipeline.whole(ledger)
            better = replace(OPTIONS, model=Better, batch=2)
            assert pipeline.refresh(ledger, better) == Added(0, 3, 0, ())
            assert pipeline.refresh(ledger, better) == Added(0, 0, 0, ())
            after = pipeline.whole(ledger)
        assert titles(after) == titles(before)
        assert words_of(after) == words_of(before)

    def test_changes_nothing_where_all_is_up_to_date(self, reports: Path, path: Path) -> None:
        add(path, reports)
        before = dump(path)
        with Ledger.open(path) as ledger:
            pipeline.refresh(ledger, OPTIONS)
        assert dump(path) == before


class TestStory:
    def test_is_found_by_the_beginning_of_its_id(self, reports: Path, path: Path) -> None:
        add(path, reports)
        with Ledger.open(path, Access.READ) as ledger:
            newest, _ = pipeline.stories(ledger)
            account = pipeline.story(ledger, newest.id[:-2])
        assert titles(account) == [["c.txt"]]

    def test_an_unknown_one_is_an_error(self, reports: Path, path: Path) -> None:
        add(path, reports)
        with Ledger.open(path) as ledger, pytest.raises(UnknownRecord, match="lists them"):
            pipeline.story(ledger, "nothing")

    def test_the_reasons_of_its_articles_are_kept(self, reports: Path, path: Path) -> None:
        add(path, reports)
        with Ledger.open(path) as ledger, ledger.reading() as view:
            story = view.story_id(next(e.id for e in view.stories() if e.articles == 2))
            first, second = view.members(story)
            (began,) = view.decisions("placed", first)
            (joined,) = view.decisions("placed", second)
        assert began.value == joined.value == story
        assert began.who == LINKER
        assert "bridg" in joined.why


def test_the_public_names_are_few_and_all_there() -> None:
    assert len(whence.__all__) <= 12
    for name in whence.__all__:
        assert getattr(whence, name) is not None
    assert set(whence.__all__) <= set(dir(whence))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        whence.nothing  # noqa: B018
