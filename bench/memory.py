"""Peak memory and pace of `whence report`: `python -m bench.memory [FOLDER] [--processes N]`.

Runs the command as a process of its own and asks the system what it took (`getrusage`): the most
memory that one of its processes held at once, wall-clock and processor seconds, and words a second
from bytes to page, starting and loading included. Words are runs of non-space characters of the
articles read. The load of the machine is printed beside, because other work slows it.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

COMMAND = "from whence.cli import main\nif __name__ == '__main__':\n    main()"


@dataclass(frozen=True)
class Taken:
    """What one run took; memory in MiB, times in seconds."""

    status: int
    articles: int
    words: int
    failed: int
    peak: float
    wall: float
    busy: float


def measure(folder: str, processes: int) -> Taken:
    """One run of the command over `folder`."""
    with tempfile.TemporaryDirectory() as place:
        account = Path(place, "account.json")
        outputs = ["-o", str(Path(place, "account.html")), "--json", str(account)]
        run = [sys.executable, "-c", COMMAND, "report", folder, *outputs]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        began = time.perf_counter()
        ended = subprocess.run(  # noqa: S603 - our own command
            [*run, "--processes", str(processes)], stdout=subprocess.DEVNULL, check=False
        )
        wall = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        made = json.loads(account.read_text("utf-8"))
    texts = [article["text"] for story in made["stories"] for article in story["articles"]]
    return Taken(
        status=ended.returncode,
        articles=len(texts),
        words=sum(len(text.split()) for text in texts),
        failed=len(made["failed"]),
        peak=after.ru_maxrss / 1024,
        wall=wall,
        busy=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.memory", description=__doc__)
    parser.add_argument("folder", nargs="?", default="examples/reports", help="what is read")
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    taken = measure(options.folder, options.processes)
    load = os.getloadavg()[0]
    print(f"{options.folder}: {taken.articles} articles, {taken.words:,} words")
    print(f"{taken.failed} failed, status {taken.status}")
    print(f"{options.processes} processes, load of the machine {load:.1f}")
    print(f"peak memory of one process {taken.peak:,.0f} MiB")
    for name, seconds in (("wall clock", taken.wall), ("processor time", taken.busy)):
        print(f"{name} {seconds:.1f} s, {taken.words / seconds:,.0f} words/s")


if __name__ == "__main__":
    main()
