"""Denials, rejections and stance against labels made by reading: ``python -m bench.stance``.

The attributions are gold (PolNeAR's development part and the marked stories). Set *denials* holds
every attribution that a loose net of words finds, and all that the system took for a denial or a
rejection when they were labelled; all others of these articles are taken to be neither. Set
*random* is 150 attributions drawn by chance. Set *train* is 122 attributions of PolNeAR's training
part, drawn by chance over cues of denying, rejecting, refusing and not saying, since the others
hold four denials; it is counted apart. Where two readings are fair, a label names both.

Articles are halved by the SHA-1 of their ids: the even half was read for development, the odd one
is only counted; ``--errors`` lists the errors of the even half.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.halves import is_even
from bench.labelled import Counts, labelled_records
from bench.speaker_pages import HERE, Record, read, silver, spans
from train import places
from whence.annotate.stance import attitude
from whence.annotate.words import Words
from whence.model import Attribution, Stance

LABELS = HERE / "labels" / "stance.jsonl"
JUDGED = (Stance.DENIES, Stance.REJECTS)


@dataclass(frozen=True)
class Judged:
    """A label with what was read."""

    label: Record
    text: str
    stance: Stance
    cue_negated: bool
    content_negated: bool
    modality: str

    @property
    def even(self) -> bool:
        return is_even(self.label["id"])

    @property
    def accepted(self) -> list[str]:
        return self.label["stance"] or []

    @property
    def told(self) -> str:
        return f"{self.words('cue')!r} {self.words('content')!r}"

    def words(self, role: str) -> str:
        pieces = (self.text[start:end] for start, end in self.label[role])
        return " … ".join(" ".join(piece.split())[:70] for piece in pieces)


def judged(data: Path) -> Iterator[Judged]:
    """Every label with the attitude that is read, article by article."""
    for record, labels in labelled_records(LABELS, data):
        words = (silver(record) if record.get("tokens") else read(record["text"]))[0]
        yield from (_judge(words, label) for label in labels)


def _judge(words: Words, label: Record) -> Judged:
    source, cue, content = (spans(label[role]) for role in ("source", "cue", "content"))
    one = Attribution(source, cue, content, 0.9)
    found = attitude(words, one)
    return Judged(
        label, words.text, found.stance, found.cue_negated, found.content_negated, found.modality
    )


def count(rows: list[Judged], stance: Stance) -> Counts[Judged]:
    """One stance, not negated, against the labels."""
    counts = Counts[Judged]()
    for row in rows:
        negated = row.label["cue_negated"]
        wanted = stance in row.accepted and negated is not True
        found = row.stance is stance and not row.cue_negated
        if found and wanted:
            counts.right += 1
        elif found:
            counts.wrong.append(row)
        elif wanted and not (
            row.stance in row.accepted and (negated is None or not row.cue_negated)
        ):
            counts.missing.append(row)
    return counts


def share(name: str, verdicts: list[bool]) -> str:
    right, total = sum(verdicts), len(verdicts)
    return f"{name:16} {right:3} of {total:3} right, {right / max(1, total):.1%}"


def show_random(rows: list[Judged]) -> None:
    """Stance with its confusions, negation and modality on the attributions drawn by chance."""
    print(share("  stance", [row.stance in row.accepted for row in rows]))
    wrong = Counter(
        f"{row.accepted[0]} as {row.stance}" for row in rows if row.stance not in row.accepted
    )
    print("     ", "; ".join(f"{name} {times}" for name, times in wrong.most_common()))
    for name in ("cue_negated", "content_negated", "modality"):
        told = [row for row in rows if row.label.get(name) is not None]
        print(share(f"  {name}", [getattr(row, name) == row.label[name] for row in told]))


def show_errors(rows: list[Judged]) -> None:
    """List what is not as the labels say."""
    for stance in JUDGED:
        counts = count(rows, stance)
        for why, held in (("wrong", counts.wrong), ("missing", counts.missing)):
            for row in held:
                print(f"{stance} {why}: {row.told} as {row.stance}")
    for row in rows:
        negated = row.label["cue_negated"]
        if negated is not None and negated != row.cue_negated:
            print(f"cue negated {row.cue_negated}: {row.told}")
        if "random" not in row.label["sets"]:
            continue
        if row.stance not in row.accepted:
            print(f"{row.accepted} as {row.stance}: {row.told}")
        for name in ("content_negated", "modality"):
            if row.label.get(name) not in (None, getattr(row, name)):
                print(f"{name} {getattr(row, name)}: {row.told}")


def main() -> None:
    """Print precision and recall of denials and rejections, and the reading of the random ones."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="by default WHENCE_DATA")
    parser.add_argument("--errors", action="store_true", help="list errors of the even half")
    options = parser.parse_args()
    rows = list(judged(options.data or places.data()))
    for name, even in (("even half, developed on", True), ("odd half, reported", False)):
        part = [row for row in rows if row.even is even]
        dev = [row for row in part if "train" not in row.label["sets"]]
        show_counts(f"{name}: {len(dev)} labels", dev)
        random = [row for row in dev if "random" in row.label["sets"]]
        print(f"  {len(random)} drawn by chance")
        show_random(random)
        train = [row for row in part if "train" in row.label["sets"]]
        show_counts(f"  training part: {len(train)} labels", train)
        if even and options.errors:
            show_errors(part)


def show_counts(name: str, rows: list[Judged]) -> None:
    """Denials and rejections with precision and recall, and the negation of the cue."""
    print(name)
    for stance in JUDGED:
        print("  " + count(rows, stance).line(stance, 16))
    told = [row for row in rows if row.label["cue_negated"] is not None]
    print(share("  cue negation", [row.cue_negated == row.label["cue_negated"] for row in told]))


if __name__ == "__main__":
    main()
