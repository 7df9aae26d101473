"""The chain of statements against labels made by reading: ``python -m bench.chains``.

The attributions are gold: PolNeAR's training part and the marked stories. Most were drawn by chance
over those whose sentence holds a word of telling, of an occasion or of carrying outside of what was
said, some over all, and all whose source is an outlet and whose content holds a verb of saying.
A label holds the spans of whom it was told to, in what it was said, and which outlet carries words
that another spoke; what two readers may see otherwise is *open* and counts neither way. A name that
is read is right where it overlaps a labelled one.

Articles are halved by the SHA-1 of their ids: the even half was read for development, the odd one
is only counted; ``--errors`` lists what is wrong in the even half.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.halves import is_even
from bench.labelled import Counts, Record, labelled_records, rows
from train import places
from whence.annotate.chain import NameFinder, chain_of, merge_carried, unwrap
from whence.annotate.clause import Taken, clause_of
from whence.annotate.encoder import Encoder
from whence.annotate.quotes import Quotations
from whence.annotate.speakers import names_only
from whence.annotate.words import Words
from whence.model import Attribution, Name, Span

HERE = Path(__file__).parent
LABELS = HERE / "labels" / "chains.jsonl"
STORIES = HERE / "labels" / "attributions.stories.jsonl"
SLOTS = ("told", "venue", "via")


@dataclass(frozen=True)
class Labelled:
    """One attribution with its label and the chain that was read."""

    label: Record
    text: str
    found: dict[str, tuple[Name, ...]]

    def spans(self, slot: str) -> list[Span]:
        """The labelled spans of a slot."""
        return [Span(*pair) for pair in self.label.get(slot, ())]

    @property
    def told_in(self) -> str:
        """The words around the cue."""
        at = (self.label["cue"] or self.label["source"])[0][0]
        return " ".join(self.text[max(0, at - 140) : at + 140].split())


def labelled(data: Path) -> Iterator[Labelled]:
    """Every labelled attribution with its chain, article by article."""
    marked = {(row["file"], row["id"]): row["attributions"] for row in rows(STORIES)}
    for record, labels in labelled_records(LABELS, data):
        gold = marked.get((labels[0]["file"], record["id"])) or record["attributions"]
        yield from _read(record["text"], gold, labels)


def _read(text: str, gold: Sequence[Record], labels: Sequence[Record]) -> Iterator[Labelled]:
    lines = (Span(m.start(), m.end()).trim(text) for m in re.finditer(r"[^\n]+", text))
    passages = tuple(span for span in lines if span)
    reading = _model().read(text, passages)
    words = Words(text, reading.tokens, passages, reading.sentences)
    mentions = names_only(words, reading.mentions)
    told = [_attribution(one) for one in gold if one["content"] and (one["cue"] or one["source"])]
    opened, carriers = unwrap(words, told, mentions)
    carried = merge_carried(words, opened)
    finder = NameFinder(words, mentions, Quotations(text, passages))
    taken = Taken(words, opened)
    for label in labels:
        number = told.index(_attribution(label))
        chain = chain_of(
            words, finder, clause_of(words, taken, number, opened[number]), opened[number]
        )
        via = [*chain.via, *carriers.get(number, ()), *carried.get(number, ())]
        found = {"told": chain.told, "venue": chain.venue, "via": tuple(dict.fromkeys(via))}
        yield Labelled(label, text, found)


def _attribution(record: Record) -> Attribution:
    source, cue, content = (
        tuple(Span(start, end) for start, end in record[role])
        for role in ("source", "cue", "content")
    )
    return Attribution(source, cue, content, 0.9)


@cache
def _model() -> Encoder:
    return Encoder()


def count(found: Sequence[Labelled], slot: str) -> Counts[str]:
    """One slot against the labels."""
    counts = Counts[str]()
    for row in found:
        free = row.spans(slot)
        fair = [*row.spans("open"), *(span for other in SLOTS for span in row.spans(other))]
        for name in row.found[slot]:
            hit = next((span for span in free if span.overlaps(name.span)), None)
            if hit is not None:
                free.remove(hit)
                counts.right += 1
            elif not any(span.overlaps(name.span) for span in fair):
                counts.wrong.append(f"{slot} wrong {name.name!r}: {row.told_in}")
        counts.missing += [f"{slot} missing {s.of(row.text)!r}: {row.told_in}" for s in free]
    return counts


def main() -> None:
    """Print precision and recall of each slot in both halves."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="by default WHENCE_DATA")
    parser.add_argument("--errors", action="store_true", help="list errors of the even half")
    options = parser.parse_args()
    found = list(labelled(options.data or places.data()))
    for name, even in (("even half, developed on", True), ("odd half, reported", False)):
        part = [row for row in found if is_even(row.label["id"]) is even]
        print(f"{name}: {len(part)} attributions")
        for slot in SLOTS:
            counts = count(part, slot)
            print(counts.line(f"  {slot}", 8))
            if even and options.errors:
                print(*counts.wrong, *counts.missing, sep="\n")


if __name__ == "__main__":
    main()
