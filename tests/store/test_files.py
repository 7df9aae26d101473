"""A ledger in a file: what happens to it, and files that are no ledger."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from tests.store.making import article, linked, put

from whence.errors import LedgerError, LedgerVersionError
from whence.store import Access, Ledger
from whence.store.migrations import Step, migrate
from whence.store.schema import SCHEMA_VERSION

ROOT = Path(__file__).resolve().parents[2]
#: Another user, who may do nothing; the tests themselves may run as one who may do everything.
NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.ledger"


def fill(path: Path, *texts: str) -> None:
    with Ledger.open(path) as ledger, ledger.writing() as batch:
        for words in texts or ("One.",):
            put(batch, article(words))


def dump(path: Path) -> str:
    with sqlite3.connect(path) as connection:
        return "\n".join(connection.iterdump())


def count(path: Path) -> int:
    with Ledger.open(path, Access.READ) as ledger, ledger.reading() as view:
        return view.articles()


def test_what_was_added_is_there_when_it_is_opened_again(path: Path) -> None:
    fill(path, "One.", "Two.")
    assert count(path) == 2


def test_the_same_articles_in_the_same_order_make_the_same_ledger(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    fill(one, "One.", "Two.")
    fill(other, "One.", "Two.")
    assert dump(one) == dump(other)


def test_a_closed_ledger_is_one_file(path: Path) -> None:
    fill(path)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    assert count(path) == 1
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_an_odd_name_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "what? 100% #1 ü&mode=ro.db"
    fill(path)
    assert count(path) == 1
    assert path.exists()


def test_a_reader_sees_one_state_while_another_writes(path: Path) -> None:
    fill(path, "One.")
    with Ledger.open(path, Access.READ) as reader, Ledger.open(path) as writer:
        with reader.reading() as view:
            assert view.articles() == 1
            with writer.writing() as batch:
                put(batch, article("Two."))
            assert view.articles() == 1
        with reader.reading() as view:
            assert view.articles() == 2


def test_a_ledger_opened_for_reading_is_not_written_to(path: Path) -> None:
    fill(path)
    with (
        Ledger.open(path, Access.READ) as ledger,
        pytest.raises(LedgerError, match="read but not written"),
        ledger.writing() as batch,
    ):
        put(batch, article("Two."))
    assert count(path) == 1


class TestKilled:
    """The process that adds is ended by the system in the middle of its work."""

    ADDING = """
import sys
from tests.store.making import article, put
from whence.store import Ledger
with Ledger.open(sys.argv[1]) as ledger:
    for number in range(10_000):
        with ledger.writing() as batch:
            for part in range(4):
                put(batch, article(f"Report {number}, part {part}."), f"story-{number}")
                if part == 1:
                    print(number, flush=True)
"""

    @pytest.mark.parametrize("after", [0, 1, 7])
    def test_leaves_whole_batches_and_a_ledger_that_goes_on(self, path: Path, after: int) -> None:
        seen = self.kill_in_batch(path, after)
        held = count(path)
        assert held % 4 == 0
        assert 4 * after <= held <= 4 * (seen + 2)
        with Ledger.open(path) as ledger:
            with ledger.reading() as view:
                for entry in view.stories():
                    assert entry.articles == 4
                    assert len(list(view.annotated_of(entry.id))) == 4
                assert view.frequencies(["bridge"]) == ({"bridge": held} if held else {})
            with ledger.writing() as batch:
                put(batch, article("After the crash."))
        assert count(path) == held + 1

    def kill_in_batch(self, path: Path, after: int) -> int:
        process = subprocess.Popen(
            [sys.executable, "-c", self.ADDING, str(path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert process.stdout
        seen = -1
        for line in process.stdout:
            seen = int(line)
            if seen >= after:
                break
        process.kill()
        seen = max([seen, *(int(line) for line in process.stdout if line.endswith("\n"))])
        process.stdout.close()
        process.wait()
        return seen


class TestRefused:
    def refuse(self, place: Path, access: Access, match: str) -> None:
        with pytest.raises(LedgerError, match=match):
            Ledger.open(place, access)

    @pytest.mark.parametrize("access", Access)
    def test_a_file_of_something_else(self, path: Path, access: Access) -> None:
        path.write_text("Dear editor, this is no ledger.\n" * 200)
        before = path.read_bytes()
        self.refuse(path, access, "is not a ledger")
        assert path.read_bytes() == before

    @pytest.mark.parametrize("access", Access)
    def test_a_short_file_of_something_else(self, path: Path, access: Access) -> None:
        path.write_text("x")
        self.refuse(path, access, "is not a ledger")
        assert path.read_text() == "x"

    @pytest.mark.parametrize("access", Access)
    def test_a_database_of_something_else(self, path: Path, access: Access) -> None:
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE recipe (name TEXT)")
        other.close()
        before = path.read_bytes()
        self.refuse(path, access, r"not a ledger of whence \(its tables are recipe\)")
        assert path.read_bytes() == before

    def test_a_folder(self, tmp_path: Path) -> None:
        self.refuse(tmp_path, Access.CREATE, "is a folder")

    @pytest.mark.parametrize("access", Access)
    def test_a_name_that_no_file_can_have(self, tmp_path: Path, access: Access) -> None:
        self.refuse(tmp_path / ("a" * 300), access, "cannot be reached: File name too long")

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        self.refuse(tmp_path / "no" / "such", Access.CREATE, "there is no folder")

    @pytest.mark.parametrize("access", [Access.READ, Access.WRITE])
    def test_a_ledger_that_is_not_there(self, path: Path, access: Access) -> None:
        self.refuse(path, access, r"there is no ledger .*whence add")
        assert not path.exists()

    @pytest.mark.parametrize("access", [Access.READ, Access.WRITE])
    def test_an_empty_file_to_read(self, path: Path, access: Access) -> None:
        path.touch()
        self.refuse(path, access, "is empty")

    def test_an_address(self) -> None:
        with pytest.raises(LedgerError, match="give a path"):
            Ledger.open("postgresql://localhost/news")

    @pytest.mark.parametrize("access", Access)
    def test_a_ledger_of_a_newer_whence(self, path: Path, access: Access) -> None:
        fill(path)
        set_schema(path, "99")
        with pytest.raises(LedgerVersionError, match=r"schema 99.*newer whence\. Upgrade"):
            Ledger.open(path, access)

    def test_a_damaged_ledger(self, path: Path) -> None:
        fill(path, *(f"Report {number} of the flood." for number in range(200)))
        data = bytearray(path.read_bytes())
        data[4096:] = b"\xff" * (len(data) - 4096)
        path.write_bytes(data)
        with pytest.raises(LedgerError, match="is damaged; go back to a copy"):
            count(path)

    def test_another_writer_that_does_not_end(self, path: Path) -> None:
        fill(path)
        with (
            Ledger.open(path) as first,
            Ledger.open(path, wait_seconds=0.05) as second,
            first.writing() as batch,
        ):
            put(batch, article("Two."))
            with pytest.raises(LedgerError, match="another process is writing"), second.writing():
                pass
        assert count(path) == 2

    def test_a_full_disk_keeps_the_batches_before(self, path: Path) -> None:
        fill(path)

        def overfill(ledger: Ledger) -> None:
            with ledger.writing() as batch:
                limit = batch._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
                batch._connection.exec_driver_sql(f"PRAGMA max_page_count = {limit}")
                put(batch, article("Long. " * 100_000))

        with Ledger.open(path) as ledger:
            with pytest.raises(LedgerError, match="the disk is full"):
                overfill(ledger)
            with ledger.reading() as view:
                assert view.articles() == 1


class TestOfAnotherUser:
    """A ledger that may be read and not written, by rights of the file system."""

    BECOME = f"""
import os, sys
import sqlalchemy.dialects.sqlite
from whence.errors import LedgerError
from whence.store import Access, Ledger
from tests.store.making import annotated, article
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
"""
    SHOW = """
with Ledger.open(sys.argv[1], Access.READ) as ledger, ledger.reading() as view:
    print(view.articles())
"""
    ADD = """
try:
    with Ledger.open(sys.argv[1]) as ledger, ledger.writing() as batch:
        batch.keep(annotated(article("New.")))
except LedgerError as error:
    print(error)
"""

    @pytest.fixture
    def archive(self) -> Iterator[Path]:
        folder = Path(tempfile.mkdtemp(prefix="whence-archive-"))
        fill(folder / "news.ledger")
        (folder / "news.ledger").chmod(0o444)
        folder.chmod(0o555)
        yield folder / "news.ledger"
        folder.chmod(0o755)
        shutil.rmtree(folder)

    def run(self, code: str, path: Path) -> str:
        done = subprocess.run(
            [sys.executable, "-c", self.BECOME + code, str(path)],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
        assert done.stderr == ""
        return done.stdout

    def test_can_be_read(self, archive: Path) -> None:
        assert self.run(self.SHOW, archive) == "1\n"

    def test_says_so_when_written_to(self, archive: Path) -> None:
        assert "read but not written" in self.run(self.ADD, archive)

    def test_can_be_read_where_the_folder_may_be_written(self, archive: Path) -> None:
        archive.parent.chmod(0o777)
        assert self.run(self.SHOW, archive) == "1\n"


def set_schema(path: Path, version: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (version,))
    connection.commit()
    connection.close()


#: A schema that is still to come.
NEXT = SCHEMA_VERSION + 1


class TestMigration:
    def steps(self) -> list[Step]:
        def note(connection: Connection) -> None:
            connection.execute(text("ALTER TABLE story ADD COLUMN note TEXT"))

        def shout(connection: Connection) -> None:
            connection.execute(text("UPDATE story SET note = upper(id)"))

        return [Step(NEXT + 1, "note what the id is", shout), Step(NEXT, "room for notes", note)]

    def test_takes_all_steps_in_order(self, path: Path) -> None:
        fill(path)
        with Ledger.open(path) as ledger:
            with ledger.writing() as batch:
                migrate(batch._connection, SCHEMA_VERSION, steps=self.steps(), newest=NEXT + 1)
            with ledger.reading() as view:
                notes = view._connection.execute(text("SELECT note FROM story")).scalars().all()
        assert notes == ["STORY-1"]
        with pytest.raises(LedgerVersionError, match=f"schema {NEXT + 1}"):
            Ledger.open(path)

    def test_takes_only_the_steps_that_are_left(self, path: Path) -> None:
        fill(path)
        with Ledger.open(path) as ledger, ledger.writing() as batch:
            batch._connection.execute(text("ALTER TABLE story ADD COLUMN note TEXT"))
            migrate(batch._connection, NEXT, steps=self.steps(), newest=NEXT + 1)

    def test_a_step_that_is_missing_is_said_and_nothing_is_done(self, path: Path) -> None:
        fill(path)
        before = dump(path)
        with (
            Ledger.open(path) as ledger,
            pytest.raises(LedgerVersionError, match=f"no step from schema {NEXT} to {NEXT + 1}"),
            ledger.writing() as batch,
        ):
            migrate(batch._connection, SCHEMA_VERSION, steps=self.steps()[1:], newest=NEXT + 1)
        assert dump(path) == before

    def test_an_earlier_ledger_that_is_only_read_says_how_to_go_on(self, path: Path) -> None:
        fill(path)
        set_schema(path, "0")
        with pytest.raises(LedgerVersionError, match="brings it up to date"):
            Ledger.open(path, Access.READ)


def test_linking_again_changes_nothing(path: Path) -> None:
    fill(path)
    made = linked("story-1", (article("One.").id,))
    for _ in range(2):
        with Ledger.open(path) as ledger, ledger.writing() as batch:
            batch.keep_linked(made, "linker 1")
        first = dump(path)
    with Ledger.open(path) as ledger, ledger.writing() as batch:
        batch.keep_linked(made, "linker 1")
    assert dump(path) == first
