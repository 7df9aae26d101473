"""The labelled articles of `bench.speakers`, with the attributions to find speakers for."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from train.corpora import records
from whence.annotate.annotator import Annotator
from whence.annotate.encoder import Encoder
from whence.annotate.speakers import Cast, Speaker, cast, names_only
from whence.annotate.words import Words
from whence.model import (
    Article,
    Attribution,
    Block,
    BlockKind,
    EntityKind,
    Mention,
    Outlet,
    Provenance,
    Span,
    Token,
)

HERE = Path(__file__).parent
STORIES = HERE / "labels" / "attributions.stories.jsonl"
KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORGANIZATION": EntityKind.ORGANISATION,
    "LOCATION": EntityKind.PLACE,
    "MISC": EntityKind.OTHER,
}
Record = dict[str, Any]


def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def words_of(record: Record) -> Words:
    """The silver tokens and sentences, with paragraphs as passages."""
    text = record["text"]
    tokens = tuple(Token(Span(start, end), pos) for start, end, pos, *_ in record["tokens"])
    return Words(text, tokens, _lines(text), spans(record["sentences"]))


def mentions_of(record: Record) -> list[Mention]:
    """The silver names."""
    found: list[list[Any]] = []
    last: list[Any] | None = None
    for start, end, _, name, *_ in record["tokens"]:
        if name not in KINDS:
            last = None
        elif last and last[2] == name:
            last[1] = end
        else:
            last = [start, end, name]
            found.append(last)
    return [Mention(Span(start, end), KINDS[name], 0.9) for start, end, name in found]


def attributions_of(record: Record) -> list[Attribution]:
    return [
        Attribution(spans(one["source"]), spans(one["cue"]), spans(one["content"]), 0.9)
        for one in record["attributions"]
        if one["content"]
    ]


@dataclass(frozen=True)
class Page:
    """One labelled article: its attributions, who was found to speak them, and the labels."""

    id: str
    text: str
    attributions: Sequence[Attribution]
    found: Cast
    labels: Sequence[Record]


def labels_by_article(path: Path) -> dict[str, list[Record]]:
    """The labels of one file by article, in the order of the file."""
    found: dict[str, list[Record]] = {}
    for line in path.read_text("utf-8").splitlines():
        label = json.loads(line)
        found.setdefault(label["id"], []).append(label)
    return found


def polnear_pages(data: Path, labels: dict[str, list[Record]]) -> Iterator[Page]:
    """The labelled articles of PolNeAR; where it has no tokens, the model's are taken."""
    path = data / "attribution" / "polnear.dev.jsonl.gz"
    for record in records(path):
        if record["id"] not in labels:
            continue
        words, names = read(record["text"]) if not record.get("tokens") else silver(record)
        yield _given(record, attributions_of(record), labels, words, names)


def story_pages(data: Path, labels: dict[str, list[Record]]) -> Iterator[Page]:
    """The labelled stories, their attributions by hand, tokens and names by the model."""
    gold = {
        record["id"]: record
        for record in map(json.loads, STORIES.read_text("utf-8").splitlines())
        if record["id"] in labels
    }
    for file in sorted({record["file"] for record in gold.values()}):
        for record in records(data / file):
            if record["id"] in gold:
                marked = attributions_of(gold[record["id"]])
                yield _given(record, marked, labels, *read(record["text"]))


def drawn_pages(data: Path, labels: dict[str, list[Record]]) -> Iterator[Page]:
    """Articles drawn by chance: PolNeAR's with its attributions, stories read from end to end."""
    files = {label["file"] for held in labels.values() for label in held}
    for file in sorted(files):
        for record in records(data / file):
            if record["id"] not in labels:
                continue
            if "attributions" in record:
                words, names = read(record["text"])
                yield _given(record, attributions_of(record), labels, words, names)
            else:
                yield _read_through(record, labels)


def _given(
    record: Record,
    attributions: Sequence[Attribution],
    labels: dict[str, list[Record]],
    words: Words,
    names: Sequence[Mention],
) -> Page:
    found = cast(record["id"], words, attributions, names)
    return Page(record["id"], words.text, attributions, found, labels[record["id"]])


def _read_through(record: Record, labels: dict[str, list[Record]]) -> Page:
    """A story as it is annotated, its statements as attributions."""
    text, outlet = record["text"], record.get("outlet") or "unknown"
    article = Article(
        id=record["id"],
        outlet=Outlet(outlet),
        title=None,
        text=text,
        blocks=tuple(Block(BlockKind.PARAGRAPH, span) for span in _lines(text)),
        provenance=Provenance("-", "jsonl", ""),
    )
    annotated = Annotator(model()).annotate(article)
    said = annotated.statements
    found = Cast(
        annotated.referents,
        tuple(Speaker(one.speaker, one.speaker_why, one.confidence) for one in said),
    )
    made = [Attribution(one.source, one.cue, one.content, one.confidence) for one in said]
    return Page(record["id"], text, made, found, labels[record["id"]])


def silver(record: Record) -> tuple[Words, Sequence[Mention]]:
    """CoreNLP's tokens and names of an article."""
    return words_of(record), mentions_of(record)


def read(text: str) -> tuple[Words, Sequence[Mention]]:
    """Our model's tokens and names of an article whose lines are its passages."""
    passages = _lines(text)
    reading = model().read(text, passages)
    words = Words(text, reading.tokens, passages, reading.sentences)
    return words, names_only(words, reading.mentions)


@cache
def model() -> Encoder:
    """The shipped model, loaded once."""
    return Encoder()


def _lines(text: str) -> tuple[Span, ...]:
    found = (Span(m.start(), m.end()).trim(text) for m in re.finditer(r"[^\n]+", text))
    return tuple(span for span in found if span)
