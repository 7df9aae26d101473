"""How often a statement has the time of the words before it: ``python -m bench.carried_times``.

Gold attributions and CoreNLP's words of PolNeAR's training part, so that only the rules are looked
at. A time is carried on within one speaker's words, or from a body to the officer who is quoted
next; ``-v`` lists the latter with their places, to be read by a person. No labels: it counts.
"""

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.speaker_pages import Record, attributions_of, mentions_of, words_of
from train import places
from train.corpora import records
from whence.annotate import annotator, said
from whence.annotate.annotator import Annotator
from whence.annotate.words import Words
from whence.model import (
    Annotated,
    Article,
    Basis,
    Block,
    BlockKind,
    Moment,
    Outlet,
    Precision,
    Provenance,
    Reading,
    Span,
    Statement,
)


@dataclass
class Gold:
    """A language model that reads what the annotators marked."""

    reading: Reading | None = None
    digest: str = "gold"

    def read(self, _text: str, _passages: Sequence[Span]) -> Reading:
        """The reading set last."""
        assert self.reading is not None
        return self.reading


def annotated(data: Path) -> Iterator[Annotated]:
    """Each article of the training part that has words, on its gold attributions."""
    model = Gold()
    annotate = Annotator(model).annotate
    for record in records(data / "attribution" / "polnear.train.jsonl.gz"):
        day = re.search(r"\d{4}-\d\d-\d\d", record["id"])
        if record.get("tokens") and day:
            yield annotate(_article(record, model, day.group()))


def _article(record: Record, model: Gold, day: str) -> Article:
    words = words_of(record)
    model.reading = Reading(
        tokens=words.tokens,
        mentions=tuple(mentions_of(record)),
        attributions=tuple(attributions_of(record)),
        sentences=words.given_sentences,
    )
    return Article(
        record["id"],
        Outlet("Unnamed"),
        None,
        record["text"],
        tuple(Block(BlockKind.PARAGRAPH, span) for span in words.passages),
        Provenance("bench", "jsonl", ""),
        published=Moment(day, Precision.DAY, Basis.METADATA),
        language="en",
    )


def main() -> None:
    """Print how many statements have a time carried on, and from whom."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="by default WHENCE_DATA")
    parser.add_argument("-v", action="store_true", help="list those carried to an officer")
    options = parser.parse_args()
    own: list[Statement] = []
    officers: list[Statement] = []
    total = articles = 0
    carry = said.said_with_those_before

    def watched(
        words: Words, statements: Sequence[Statement], speaks_for: Callable[[str, str], bool]
    ) -> list[Statement]:
        alone = carry(words, statements, lambda _a, _b: False)
        found = carry(words, statements, speaks_for)
        own.extend(b for a, b in zip(statements, alone, strict=True) if a.said != b.said)
        officers.extend(b for a, b in zip(alone, found, strict=True) if a.said != b.said)
        return found

    annotator.said_with_those_before = watched  # type: ignore[attr-defined]
    for page in annotated(options.data or places.data()):
        articles += 1
        total += len(page.statements)
    print(f"{articles} articles, {total} statements")
    print(f"a speaker's own time carried on: {len(own)}; a body's to its officer: {len(officers)}")
    if options.v:
        for one in officers:
            print(one.article, [(span.start, span.end) for span in one.content], one.said)


if __name__ == "__main__":
    main()
