"""What one more article costs the index of texts, as the ledger grows."""

import random
import statistics
import tempfile
import time
from pathlib import Path

from sqlalchemy import insert

from whence.model import MARK_BYTES, MOST_HOLDERS, Fingerprint
from whence.store import Batch, Ledger
from whence.store.schema import article, fingerprint, mark

_MARKS = 110  # of a report of 500 words
#: The part of an article's marks that are turns of phrase, used by rank as words are.
_STOCK = 0.15
_PHRASES = 200_000
_TIMED = 200
_FILLED_AT_ONCE = 2_000
_BITS = 8 * MARK_BYTES


class _Stream:
    """Made-up signatures: most marks are new, some are phrases that many articles use."""

    def __init__(self) -> None:
        self._chance = random.Random(0)  # noqa: S311 - no secret
        self._phrases = [self._chance.getrandbits(_BITS) for _ in range(_PHRASES)]
        self.held: dict[int, int] = dict.fromkeys(self._phrases, 0)

    def next(self) -> tuple[int, ...]:
        chance = self._chance
        stock = {
            self._phrases[min(_PHRASES - 1, int(chance.paretovariate(0.6)))]
            for _ in range(int(_MARKS * _STOCK))
        }
        fresh = {chance.getrandbits(_BITS) for _ in range(_MARKS - len(stock))}
        return tuple(sorted(stock | fresh))


def show_cost(most: int) -> None:
    """A line for each power of ten: milliseconds for one article, and bytes of the index."""
    print(f"{'articles':>9}  find ms   keep ms   (median of {_TIMED}, processor time)  bytes each")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cost.db"
        stream = _Stream()
        held = 0
        size = 1_000
        with Ledger.open(path) as ledger:
            while size <= most:
                while held < size:
                    fresh = min(_FILLED_AT_ONCE, size - held)
                    with ledger.writing() as batch:
                        _fill(batch, stream, held, fresh)
                    held += fresh
                with ledger.writing() as batch:
                    finding, keeping = _timed(batch, stream, held)
                held += _TIMED
                each = _bytes(ledger) / held
                print(f"{size:9,}  {finding:7.2f}  {keeping:8.2f}  {'':40} {each:9.0f}", flush=True)
                size *= 10


def _name(number: int) -> str:
    return f"art-{number:016x}"


def _articles(batch: Batch, numbers: range) -> None:
    rows = [
        {"no": n + 1, "id": _name(n), "outlet": f"outlet {n % 997}", "body": ""} for n in numbers
    ]
    batch._connection.execute(insert(article), rows)  # noqa: SLF001 - no article is read here


def _fill(batch: Batch, stream: _Stream, first: int, count: int) -> None:
    """The rows that marking would make, at once and without looking anything up."""
    _articles(batch, range(first, first + count))
    prints, marks = [], []
    for number in range(first, first + count):
        made = stream.next()
        packed = b"".join(each.to_bytes(MARK_BYTES, "big") for each in made)
        prints.append({"article": number + 1, "scheme": "bench", "marks": packed})
        for each in made:
            uses = stream.held.get(each)
            if uses is not None:
                stream.held[each] = uses + 1
            if uses is None or uses < MOST_HOLDERS:
                marks.append((each, number + 1))
    connection = batch._connection  # noqa: SLF001
    connection.execute(insert(fingerprint), prints)
    connection.execute(insert(mark), [{"mark": m, "article": n} for m, n in sorted(marks)])


def _timed(batch: Batch, stream: _Stream, first: int) -> tuple[float, float]:
    """The medians of finding who shares marks, and of keeping the marks, in milliseconds."""
    _articles(batch, range(first, first + _TIMED))
    finding, keeping = [], []
    for number in range(first, first + _TIMED):
        made = Fingerprint(_name(number), stream.next())
        start = time.process_time()
        batch.sharing(made.marks)
        middle = time.process_time()
        batch.mark(made, (), "bench")
        finding.append(1000 * (middle - start))
        keeping.append(1000 * (time.process_time() - middle))
    return statistics.median(finding), statistics.median(keeping)


def _bytes(ledger: Ledger) -> int:
    """The bytes of the tables of the index: marks, their postings, and pairs."""
    with ledger.reading() as view:
        rows = view._connection.exec_driver_sql(  # noqa: SLF001
            "SELECT coalesce(sum(pgsize), 0) FROM dbstat "
            "WHERE name IN ('mark', 'fingerprint', 'kinship', 'kinship_other')"
        )
        return int(rows.scalar_one())
