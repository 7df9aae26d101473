"""Pairs of invented articles whose debt is known because it was made."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from whence.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    Moment,
    Outlet,
    Precision,
    Provenance,
    Span,
    article_id,
    bytes_digest,
)

_REPORTS = Path(__file__).resolve().parent.parent / "examples" / "reports"
_WORDS_OF_ITS_OWN = (
    "Snow fell on the passes above Trelk during the night and the council sent out both ploughs "
    "before six.\nMerchants in the old market counted fewer visitors than a year ago, and two of "
    "them put it down to the new bypass.\nA choir from the harbour quarter rehearses in the chapel "
    "until the roof of its own hall is mended.\nThe ferry to the islands sails an hour later from "
    "Monday because of repairs to the slipway.\nIn the evening the lamps along the quay stayed "
    "dark for the third time this month, and nobody at the works could say why.\n"
)
_OTHER_WORDS = ("indeed", "later", "local", "also", "nearby", "again", "partly", "soon")


@dataclass(frozen=True, slots=True)
class Invented:
    """Two articles, what was done to make the second, and what it owes."""

    what: str
    source: Article
    debtor: Article
    label: str


def invented() -> list[Invented]:
    """Each report of the example that is plain text or JSON Lines, put through each change."""
    return [case for at, text in enumerate(_texts()) for case in _cases(text, at)]


def _texts() -> Iterator[str]:
    for path in sorted(_REPORTS.glob("*.txt")):
        yield _body(path.read_text("utf-8"))
    for path in sorted(_REPORTS.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            yield _body(str(record.get("text") or record.get("body") or ""))


def _body(text: str) -> str:
    """The paragraphs of a report, without the short lines above and below them."""
    return "\n".join(line.strip() for line in text.splitlines() if len(line.split()) > 12)


def _cases(text: str, seed: int) -> Iterator[Invented]:
    if len(text.split()) < 80:
        return
    chance = random.Random(seed)  # noqa: S311 - no secret
    source = _article("Northern Wire", text, "2031-05-01")
    for what, (change, label) in _CHANGES.items():
        yield Invented(
            what, source, _article("Coast Mail", change(text, chance), "2031-05-02"), label
        )


def _article(outlet: str, text: str, day: str) -> Article:
    published = Outlet(outlet)
    blocks = []
    at = 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 1
    return Article(
        id=article_id(text=text, outlet=published, url=None),
        outlet=published,
        title=None,
        text=text,
        blocks=tuple(blocks),
        provenance=Provenance("invented", "text", bytes_digest(text.encode())),
        published=Moment(day, Precision.DAY, Basis.METADATA),
        language="en",
    )


def _cut(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    lines.pop(chance.randrange(len(lines)))
    return "\n".join(lines)


def _shuffled(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def _requoted(text: str, chance: random.Random) -> str:
    del chance
    return text.translate(str.maketrans({"“": "«", "”": "»", "’": "'", "–": "-", "—": "-"}))


def _misread(text: str, chance: random.Random) -> str:
    del chance
    return text.encode().decode("cp1252", "replace")


def _respelt(text: str, chance: random.Random) -> str:
    del chance
    for one, other in (("our ", "or "), ("ise", "ize"), ("centre", "center"), ("lled", "led")):
        text = text.replace(one, other)
    return text


def _elided(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    for at in sorted(chance.sample(range(len(words) - 4), len(words) // 60), reverse=True):
        words[at : at + 3] = ["…"]
    return " ".join(words)


def _excerpt(text: str, chance: random.Random) -> str:
    del chance
    lines = text.split("\n")
    return _WORDS_OF_ITS_OWN + "\n".join(lines[:2]) + "\n" + _WORDS_OF_ITS_OWN[::-1]


def _rewritten(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    at = 0
    while at < len(words):
        at += chance.randrange(8, 12)
        words[at : at + 2] = [chance.choice(_OTHER_WORDS)]
    return _WORDS_OF_ITS_OWN + " ".join(words)


def _quotation(text: str, chance: random.Random) -> str:
    del chance
    quoted = " ".join(text.split()[:40]).replace("“", "").replace("”", "")
    return f"{_WORDS_OF_ITS_OWN}“{quoted},” it was said."


def _unrelated(text: str, chance: random.Random) -> str:
    words = text.split()
    chance.shuffle(words)
    return _WORDS_OF_ITS_OWN + " ".join(words)


_CHANGES: dict[str, tuple[Callable[[str, random.Random], str], str]] = {
    "a paragraph cut": (_cut, "reprint"),
    "paragraphs shuffled": (_shuffled, "reprint"),
    "other quotation marks and dashes": (_requoted, "reprint"),
    "read in the wrong encoding": (_misread, "reprint"),
    "other spelling": (_respelt, "reprint"),
    "words left out for ellipses": (_elided, "reprint"),
    "two paragraphs within other words": (_excerpt, "excerpt"),
    "every tenth word or so another": (_rewritten, "rewrite"),
    "the same words, but as a quotation": (_quotation, "shared quotation"),
    "the same words in another order": (_unrelated, "none"),
}
