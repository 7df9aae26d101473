"""Who speaks: accuracy on hand-labelled sources of PolNeAR dev, pronouns apart.

    python bench/speakers.py [--data DIR] [--show]

The attributions are PolNeAR's own and the tokens and names CoreNLP's, so that what is measured is
the finding of speakers and nothing else. A label is the span of one mention of the speaker (its
fullest name where it has one), or null where no reader could tell.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whence.annotate.speakers import Cast, cast
from whence.annotate.speakers.pronouns import PRONOUNS
from whence.annotate.words import Words
from whence.model import Attribution, EntityKind, Mention, Span, Token

HERE = Path(__file__).parent
LABELS = HERE / "labels" / "speakers.polnear-dev.jsonl"
DATA = HERE.parent.parent / "shared" / "data"
SURE = 0.9
KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORGANIZATION": EntityKind.ORGANISATION,
    "LOCATION": EntityKind.PLACE,
    "MISC": EntityKind.OTHER,
}
Record = dict[str, Any]


def records(data: Path, split: str) -> Iterator[Record]:
    """The articles of PolNeAR that have tokens."""
    with gzip.open(
        data / "attribution" / f"polnear.{split}.jsonl.gz", "rt", encoding="utf-8"
    ) as file:
        for line in file:
            record = json.loads(line)
            if record.get("tokens"):
                yield record


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


def verdict(
    text: str, found: Cast, number: int, label: list[list[int]] | None
) -> tuple[str, bool, float]:
    """Right, unknown or wrong; whether a name was given; how sure."""
    speaker = found.speakers[number]
    by_id = {referent.id: referent for referent in found.referents}
    referent = by_id.get(speaker.referent or "")
    if label is None or referent is None:
        same = label is None and referent is None
        return (
            ("right" if same else "unknown" if referent is None else "wrong"),
            False,
            speaker.confidence,
        )
    wanted = {" ".join(text[start:end].split()).casefold() for start, end in label}
    hit = any(Span(*pair).overlaps(mention) for pair in label for mention in referent.mentions)
    hit = hit or any(name.casefold() in wanted for name in referent.names)
    return ("right" if hit else "wrong"), referent.named, speaker.confidence


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=DATA)
    arguments.add_argument("--labels", type=Path, default=LABELS)
    arguments.add_argument("--split", default="dev")
    arguments.add_argument("--show", action="store_true", help="list what is not right")
    options = arguments.parse_args()
    labels: dict[str, list[Record]] = {}
    for line in options.labels.read_text("utf-8").splitlines():
        label = json.loads(line)
        labels.setdefault(label["id"], []).append(label)
    tallies: dict[str, Counter[str]] = {"pronouns": Counter(), "others": Counter()}
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    for record in records(options.data, options.split):
        if record["id"] in labels:
            for why, tally in measure(
                record, labels[record["id"]], tallies, show=options.show
            ).items():
                rules[why] += tally
    for why, tally in sorted(rules.items()):
        print(
            f"{tally['right']:4} right {tally['unknown']:3} unknown {tally['wrong']:3} wrong  {why}"
        )
    for name, tally in tallies.items():
        total = tally["right"] + tally["unknown"] + tally["wrong"]
        if not total:
            continue
        named = f"{tally['wrongly named, sure']} of {tally['sure']} wrongly named at {SURE} or more"
        print(
            f"{name:9} {total:4}  right {tally['right'] / total:.1%}  unknown "
            f"{tally['unknown'] / total:.1%}  wrong {tally['wrong'] / total:.1%}; {named}"
        )


def measure(
    record: Record, labels: list[Record], tallies: dict[str, Counter[str]], *, show: bool
) -> dict[str, Counter[str]]:
    """Count what was found for the labels of one article; by rule in what is returned."""
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    attributions = attributions_of(record)
    words = words_of(record)
    found = cast(record["id"], words, attributions, mentions_of(record))
    sources = {one.source: number for number, one in enumerate(attributions)}
    for label in labels:
        source = spans(label["source"])
        number = sources[source]
        printed = " ".join(span.of(words.text) for span in source)
        tally = tallies["pronouns" if printed.lower() in PRONOUNS else "others"]
        result, named, sure = verdict(words.text, found, number, label["speaker"])
        tally[result] += 1
        tally["sure"] += sure >= SURE
        rules[found.speakers[number].why][result] += 1
        tally["wrongly named, sure"] += sure >= SURE and result == "wrong" and named
        if show and result != "right":
            by_id = {referent.id: referent.name for referent in found.referents}
            speaker = found.speakers[number]
            wanted = label["speaker"] and [words.text[a:b] for a, b in label["speaker"]]
            print(
                f"{result}: {printed!r} -> {by_id.get(speaker.referent or '')!r}, wanted {wanted} "
                f"({speaker.why}, {speaker.confidence:.2f}) {record['id']} {source[0].start}"
            )
    return rules


if __name__ == "__main__":
    main()
