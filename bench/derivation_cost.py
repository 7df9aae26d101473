"""What one more article costs the index of texts, as the ledger grows.

    python -m bench.derivations --cost 1000000 [--at FOLDER]

A synthetic stream of signatures of 110 marks: most are new, some are turns of phrase, used by rank
as words are. Each ledger is filled in bulk, in passes that split the pages of the one before; then
a process of its own finds who shares marks with one article after the other and keeps its marks,
64 in a transaction. Prints the medians of both, their mean with the end of the transaction, the
pages of 4 KiB that the process read and wrote for an article, its memory, and the bytes of disk.
"""

import argparse
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.process import pages_moved, peak_memory
from bench.story_cost import stub
from whence.model import MARK_BYTES, MOST_HOLDERS, Fingerprint
from whence.store import Ledger

SIZES = (1_000, 10_000, 100_000, 300_000, 1_000_000)
_MARKS = 110  # of a report of 500 words
#: The part of an article's marks that are turns of phrase.
_STOCK = 0.15
_PHRASES = 200_000
_TIMED = 512
_BATCH = 64
_BLOCK = 1_000
_AT_ONCE = 1_000_000
_INDEX = ("mark", "fingerprint", "fingerprint_scheme", "kinship", "kinship_other")


@dataclass(frozen=True, slots=True)
class Block:
    """The marks of some articles, one row each and in order; a mark that is used twice is less."""

    first: int
    marks: npt.NDArray[np.uint64]

    def of(self, at: int) -> tuple[int, ...]:
        """The marks of one article of the block."""
        return tuple(np.unique(self.marks[at]).tolist())


@lru_cache(maxsize=2)
def block(number: int) -> Block:
    """The articles from number `number` times a thousand on, the same whenever they are asked."""
    random = np.random.default_rng(number)
    fresh = random.integers(0, 2 ** (8 * MARK_BYTES), (_BLOCK, _MARKS), dtype=np.uint64)
    stock = int(_MARKS * _STOCK)
    ranks = np.minimum(random.pareto(0.6, (_BLOCK, stock)) + 1, _PHRASES - 1).astype(np.int64)
    fresh[:, :stock] = _phrases()[ranks]
    fresh.sort(1)
    return Block(number * _BLOCK, fresh)


@cache
def _phrases() -> npt.NDArray[np.uint64]:
    random = np.random.default_rng(10**9)
    return random.integers(0, 2 ** (8 * MARK_BYTES), _PHRASES, dtype=np.uint64)


def fill(path: Path, first: int, end: int) -> None:
    """Enter the articles from `first` to `end`, past the ledger's own writing, in one pass."""
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA synchronous = OFF")
    base.execute("PRAGMA cache_size = -400000")
    base.execute("BEGIN")
    marks, holders = [], []
    for number in range(first // _BLOCK, -(-end // _BLOCK)):
        made = block(number)
        held = range(max(first, made.first), min(end, made.first + _BLOCK))
        base.executemany(
            "INSERT INTO article VALUES (?, ?, ?, NULL, NULL, '')",
            ((n + 1, f"art-{n:016x}", f"outlet {n % 997}") for n in held),
        )
        base.executemany(
            "INSERT INTO fingerprint VALUES (?, 'bench', ?)",
            ((n + 1, _packed(made.of(n - made.first))) for n in held),
        )
        rows = made.marks[held.start - made.first : held.stop - made.first]
        marks.append(rows.ravel())
        holders.append(np.repeat(np.arange(held.start, held.stop, dtype=np.int64) + 1, _MARKS))
    _enter(base, np.concatenate(marks), np.concatenate(holders))
    base.execute("COMMIT")
    base.close()


def _packed(marks: Sequence[int]) -> bytes:
    return b"".join(each.to_bytes(MARK_BYTES, "big") for each in marks)


def _enter(
    base: sqlite3.Connection, marks: npt.NDArray[np.uint64], holders: npt.NDArray[np.int64]
) -> None:
    """The entries of the first articles that have each mark, as many as are held of one."""
    order = np.lexsort((holders, marks))
    marks, holders = marks[order], holders[order]
    twice = np.zeros(len(marks), dtype=bool)
    twice[1:] = (marks[1:] == marks[:-1]) & (holders[1:] == holders[:-1])
    marks, holders = marks[~twice], holders[~twice]
    begins = np.flatnonzero(np.r_[True, marks[1:] != marks[:-1]])
    sizes = np.diff(np.r_[begins, len(marks)])
    rank = np.arange(len(marks)) - np.repeat(begins, sizes)
    for at in np.flatnonzero(np.isin(marks[begins], _phrases())).tolist():
        mark = int(marks[begins[at]])
        ((before,),) = base.execute("SELECT count(*) FROM mark WHERE mark = ?", (mark,))
        rank[begins[at] : begins[at] + sizes[at]] += before
    marks, holders = marks[rank < MOST_HOLDERS], holders[rank < MOST_HOLDERS]
    for at in range(0, len(marks), _AT_ONCE):
        part = slice(at, at + _AT_ONCE)
        base.executemany(
            "INSERT INTO mark VALUES (?, ?)",
            zip(marks[part].tolist(), holders[part].tolist(), strict=True),
        )


def measure(path: Path, first: int) -> dict[str, float]:
    """Find and keep the articles from number `first` on, as adding does; times in milliseconds."""
    finding, keeping, together = [], [], 0.0
    made = {n: block(n // _BLOCK).of(n % _BLOCK) for n in range(first, first + _TIMED)}
    with Ledger.open(path) as ledger:
        moved = pages_moved()
        left = sorted(made)
        while left:
            batch, left = left[:_BATCH], left[_BATCH:]
            kept = 0.0
            begun = time.process_time()
            with ledger.writing() as writing:
                for number in batch:
                    before = time.process_time()
                    print_ = Fingerprint(f"art-{number:016x}", made[number])
                    writing.keep(stub(print_.article))
                    start = time.process_time()
                    writing.sharing(print_.marks)
                    middle = time.process_time()
                    writing.mark(print_, (), "bench")
                    finding.append(1000 * (middle - start))
                    keeping.append(1000 * (time.process_time() - middle))
                    kept += start - before
            together += time.process_time() - begun - kept
        read, written = (after - before for after, before in zip(pages_moved(), moved, strict=True))
    return {
        "find": statistics.median(finding),
        "keep": statistics.median(keeping),
        "mean": 1000 * together / _TIMED,
        "read": read / _TIMED,
        "written": written / _TIMED,
        "MiB": peak_memory(),
    }


def show_cost(most: int, at: Path | None = None) -> None:
    """Print a line for each size up to `most`."""
    print("articles     find       keep       mean   read  written   MiB  bytes an article")
    with nullcontext(at) if at else tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "derivations.ledger"
        with Ledger.open(path):
            pass
        held = 0
        for size in (size for size in SIZES if size <= most):
            fill(path, held, size)
            command = [sys.executable, "-m", "bench.derivation_cost", str(path), str(size)]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 - our own
            told = json.loads(done.stdout)
            held = size + _TIMED
            print(
                f"{size:9,} {told['find']:6.2f} ms {told['keep']:6.2f} ms {told['mean']:6.2f} ms"
                f" {told['read']:6.0f} {told['written']:8.0f} {told['MiB']:5.0f}"
                f"  {_bytes(path) / held:7,.0f}",
                flush=True,
            )


def _bytes(path: Path) -> int:
    """The bytes of the tables of the index: marks, their holders, and pairs."""
    base = sqlite3.connect(path)
    names = ", ".join("?" * len(_INDEX))
    query = f"SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name IN ({names})"  # noqa: S608 - ours
    ((found,),) = base.execute(query, _INDEX)
    base.close()
    return int(found)


def main() -> None:
    """Measure one filled ledger."""
    parser = argparse.ArgumentParser()
    parser.add_argument("ledger", type=Path)
    parser.add_argument("first", type=int)
    options = parser.parse_args()
    print(json.dumps(measure(options.ledger, options.first)))


if __name__ == "__main__":
    main()
