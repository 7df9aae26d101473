"""Who speaks: accuracy on hand-labelled sources, pronouns apart: ``python -m bench.speakers``.

The attributions are gold, so that what is measured is the finding of speakers and nothing else;
tokens and names are CoreNLP's where PolNeAR has them, else our model's. A label holds spans of
the speaker's fullest mention, any of which counts, or null where no reader could tell; ``joint``
marks several speakers at once, of whom one alone is wrong.

Three sets: *dev* was looked at while the rules were written. *held* (other articles of PolNeAR dev)
and *stories* were labelled before the system read them, and are only counted, never listed.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from train import places
from train.corpora import records
from whence.annotate.encoder import Encoder
from whence.annotate.speakers import Cast, cast, names_only
from whence.annotate.speakers.pronouns import PRONOUNS
from whence.annotate.words import Words
from whence.model import Attribution, EntityKind, Mention, Span, Token

HERE = Path(__file__).parent
STORIES = HERE / "labels" / "attributions.stories.jsonl"
SURE = 0.9
#: The sets by name: where their labels lie.
SETS = {
    "dev": HERE / "labels" / "speakers.polnear-dev.jsonl",
    "held": HERE / "labels" / "speakers.polnear-held.jsonl",
    "stories": HERE / "labels" / "speakers.stories-held.jsonl",
}
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
    found = (Span(m.start(), m.end()).trim(text) for m in re.finditer(r"[^\n]+", text))
    passages = tuple(span for span in found if span)
    return Words(text, tokens, passages, spans(record["sentences"]))


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
    """One labelled article: its words, gold attributions, names, and labels."""

    id: str
    words: Words
    attributions: Sequence[Attribution]
    mentions: Sequence[Mention]
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
        yield Page(record["id"], words, attributions_of(record), names, labels[record["id"]])


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
                words, names = read(record["text"])
                marked = attributions_of(gold[record["id"]])
                yield Page(record["id"], words, marked, names, labels[record["id"]])


def silver(record: Record) -> tuple[Words, Sequence[Mention]]:
    """CoreNLP's tokens and names of an article."""
    return words_of(record), mentions_of(record)


def read(text: str) -> tuple[Words, Sequence[Mention]]:
    """Our model's tokens and names of an article whose lines are its passages."""
    found = (Span(m.start(), m.end()).trim(text) for m in re.finditer(r"[^\n]+", text))
    passages = tuple(span for span in found if span)
    reading = _model().read(text, passages)
    words = Words(text, reading.tokens, passages, reading.sentences)
    return words, names_only(words, reading.mentions)


@cache
def _model() -> Encoder:
    return Encoder()


def verdict(text: str, found: Cast, number: int, label: Record) -> tuple[str, bool, float]:
    """Right, unknown or wrong; whether a name was given; how sure."""
    speaker = found.speakers[number]
    by_id = {referent.id: referent for referent in found.referents}
    referent = by_id.get(speaker.referent or "")
    wanted: list[list[int]] | None = label["speaker"]
    if wanted is None or referent is None:
        same = wanted is None and referent is None
        result = "right" if same else "unknown" if referent is None else "wrong"
        return result, referent is not None and referent.named, speaker.confidence
    printed = {" ".join(text[start:end].split()).casefold() for start, end in wanted}
    hit = any(Span(*pair).overlaps(mention) for pair in wanted for mention in referent.mentions)
    hit = hit or any(name.casefold() in printed for name in referent.names)
    if label.get("joint"):
        hit = hit and referent.kind is EntityKind.GROUP
    return ("right" if hit else "wrong"), referent.named, speaker.confidence


class Tally(Counter[str]):
    """What was found, by verdict, and how many sure speakers were wrongly named."""

    def line(self, name: str) -> str:
        total = self["right"] + self["unknown"] + self["wrong"]
        named = f"{self['wrongly named, sure']} of {self['sure']} wrongly named at {SURE} or more"
        return (
            f"{name:17} {total:4}  right {self['right'] / total:6.1%}  unknown "
            f"{self['unknown'] / total:6.1%}  wrong {self['wrong'] / total:6.1%}; {named}"
        )


def measure(page: Page, tallies: dict[str, Tally], rules: dict[str, Tally], *, show: bool) -> None:
    """Count what is found for the labels of one article, by part and by rule."""
    text = page.words.text
    found = cast(page.id, page.words, page.attributions, page.mentions)
    sources: dict[tuple[Span, ...], int] = {}
    for number, one in enumerate(page.attributions):
        sources.setdefault(one.source, number)
    for label in page.labels:
        source = spans(label["source"])
        number = sources[source]
        printed = " ".join(span.of(text) for span in source)
        result, named, sure = verdict(text, found, number, label)
        tally = tallies["pronouns" if printed.lower() in PRONOUNS else "others"]
        for counts in (tally, rules[found.speakers[number].why]):
            counts[result] += 1
            counts["sure"] += sure >= SURE
            counts["wrongly named, sure"] += sure >= SURE and result == "wrong" and named
        if show and result != "right":
            by_id = {referent.id: referent.name for referent in found.referents}
            speaker = found.speakers[number]
            wanted = label["speaker"] and [text[a:b] for a, b in label["speaker"]]
            print(
                f"{result}: {printed!r} -> {by_id.get(speaker.referent or '')!r}, wanted {wanted} "
                f"({speaker.why}, {speaker.confidence:.2f}) {page.id} {source[0].start}"
            )


def main() -> None:
    """Print the accuracy on each set; with --show what is not right in *dev*."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="by default WHENCE_DATA")
    parser.add_argument("--set", choices=SETS, action="append", help="all of them by default")
    parser.add_argument("--rules", action="store_true", help="count by rule")
    parser.add_argument("--show", action="store_true", help="list what is not right in dev")
    options = parser.parse_args()
    for name in options.set or SETS:
        labels = labels_by_article(SETS[name])
        pages = story_pages if name == "stories" else polnear_pages
        tallies = {"others": Tally(), "pronouns": Tally()}
        rules: dict[str, Tally] = defaultdict(Tally)
        for page in pages(options.data or places.data(), labels):
            measure(page, tallies, rules, show=options.show and name == "dev")
        if options.rules:
            print("".join(f"{rules[why].line(why)}\n" for why in sorted(rules)), end="")
        for part, tally in tallies.items():
            if tally:
                print(tally.line(f"{name}, {part}"))


if __name__ == "__main__":
    main()
