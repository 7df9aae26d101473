"""Readings against gold annotations: every figure that is reported of the model."""

from __future__ import annotations

import bisect
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from train.corpora import join_tokens, records, tag_runs
from train.documents import paragraphs
from train.measures import Score, exact
from train.places import REPO
from whence.annotate.encoder.tags import ROLES
from whence.annotate.language import LanguageModel
from whence.model import Attribution, EntityKind, Reading, Span

Record = dict[str, Any]
Pieces = Sequence[tuple[int, int]]
DEV: Final = "attribution/polnear.dev.jsonl.gz"
STORIES: Final = REPO / "bench" / "labels" / "attributions.stories.jsonl"
CONTENT_KINDS: Final = ("direct", "mixed", "indirect")
_QUOTES: Final = '"“”„«»'
_TOKEN: Final = re.compile(r"\w+|[^\w\s]")


@dataclass(slots=True)
class Tally:
    """Counts by measure; of each predicted attribution, its confidence and if it is right."""

    counts: dict[str, Score] = field(default_factory=dict)
    judged: list[tuple[float, bool]] = field(default_factory=list)
    gold: int = 0

    def add(self, name: str, score: Score) -> None:
        """Add counts to one measure."""
        self.counts[name] = self.counts.get(name, Score()) + score

    def merge(self, other: Tally) -> None:
        """Add all of another tally's counts."""
        for name, score in other.counts.items():
            self.add(name, score)
        self.judged += other.judged
        self.gold += other.gold


def read(model: LanguageModel, text: str) -> Reading:
    """Read a text with its lines as passages."""
    return model.read(text, [Span(*passage) for passage in paragraphs(text)])


def polnear(path: Path) -> list[Record]:
    """Return the records of a part of PolNeAR."""
    return list(records(path))


def stories(data: Path) -> list[Record]:
    """Return the development stories that this project has marked, with text and part."""
    marked = [json.loads(line) for line in STORIES.read_text(encoding="utf-8").splitlines()]
    texts: dict[tuple[str, str], str] = {}
    for name in sorted({each["file"] for each in marked}):
        texts |= {(name, record["id"]): record["text"] for record in records(data / name)}
    return [{**each, "text": texts[each["file"], each["id"]]} for each in marked]


def choosing(data: Path) -> list[Record]:
    """Return what may be chosen on: half of PolNeAR's development part, and of the stories."""
    return [
        *filter(first_half, polnear(data / DEV)),
        *(each for each in stories(data) if each["part"] == "tune"),
    ]


def first_half(record: Record) -> bool:
    """Say to which half of the articles a record belongs, by its id alone."""
    return hashlib.sha256(record["id"].encode()).digest()[0] % 2 == 0


def judge(reading: Reading, record: Record) -> Tally:
    """Return all measures of one article."""
    return judge_attributions(reading.attributions, record)


def judge_attributions(found: Sequence[Attribution], record: Record) -> Tally:
    """Return all measures of the attributions found in one article."""
    tally = Tally()
    text, gold = record["text"], record["attributions"]
    predicted = [as_record(each) for each in found]
    tokens = tokens_of(text)
    for role in ROLES:
        ours, theirs = set(_runs(predicted, role, text)), set(_runs(gold, role, text))
        tally.add(role, exact(ours, theirs))
        tally.add(f"{role} tokens", exact(_covered(tokens, ours), _covered(tokens, theirs)))
        if role == "content":
            for kind in CONTENT_KINDS:
                tally.add(
                    f"content {kind}",
                    exact(
                        {span for span in ours if content_kind(text, *span) == kind},
                        {span for span in theirs if content_kind(text, *span) == kind},
                    ),
                )
    right = whole_right(predicted, gold, tokens)
    tally.add("whole", Score(sum(right), len(predicted), len(gold)))
    pairs = zip(found, right, strict=True)
    tally.judged = [(each.confidence, good) for each, good in pairs]
    tally.gold = len(gold)
    return tally


def tokens_of(text: str) -> list[tuple[int, int]]:
    """Return the words and marks of a text, the unit of every measure of overlap."""
    return [match.span() for match in _TOKEN.finditer(text)]


def as_record(attribution: Attribution) -> dict[str, list[tuple[int, int]]]:
    """Return an attribution in the form of the data's records."""
    return {role: [(span.start, span.end) for span in getattr(attribution, role)] for role in ROLES}


def _runs(attributions: Iterable[Record], role: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield each contiguous run of a role; the paragraph is the unit, so runs end at its end."""
    for attribution in attributions:
        for start, end in attribution[role]:
            at = start
            for part in text[start:end].split("\n"):
                if part.strip():
                    lead = len(part) - len(part.lstrip())
                    yield at + lead, at + len(part.rstrip())
                at += len(part) + 1


def content_kind(text: str, start: int, end: int) -> str:
    """Return whether a content is quoted from end to end, in part, or not at all.

    A mark just outside the span counts as the span's.
    """
    inside = text[start:end].strip(" ,.")
    begins = inside[:1] in _QUOTES or text[max(0, start - 1) : start] in tuple(_QUOTES)
    ends = inside[-1:] in _QUOTES or text[end : end + 1] in tuple(_QUOTES)
    if begins and ends:
        return "direct"
    return "mixed" if any(mark in inside for mark in _QUOTES) else "indirect"


def _covered(tokens: Pieces, spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return the indices of the tokens within any of the spans."""
    marked: set[int] = set()
    starts = [start for start, _ in tokens]
    for low, high in spans:
        marked.update(range(bisect.bisect_left(starts, low), bisect.bisect_left(starts, high)))
    return marked


def whole_right(predicted: Sequence[Record], gold: Sequence[Record], tokens: Pieces) -> list[bool]:
    """Say of each predicted attribution whether it is right as a whole.

    It is when source, cue and content each share with those of one gold attribution at least half
    of the tokens of the longer; a source that is missing must be missing there too. No gold
    attribution counts twice.
    """
    covered = [{role: _covered(tokens, each[role]) for role in ROLES} for each in gold]
    free = set(range(len(gold)))
    right = []
    for each in predicted:
        mine = {role: _covered(tokens, each[role]) for role in ROLES}
        match = next(
            (i for i in sorted(free) if all(_half(mine[role], covered[i][role]) for role in ROLES)),
            None,
        )
        right.append(match is not None)
        if match is not None:
            free.discard(match)
    return right


def _half(ours: set[int], theirs: set[int]) -> bool:
    if not ours or not theirs:
        return not ours and not theirs
    return 2 * len(ours & theirs) >= max(len(ours), len(theirs))


def reliability(judged: Sequence[tuple[float, bool]], gold: int) -> dict[str, Any]:
    """Return the reliability table, expected calibration error and recall at 95 % precision."""
    table, error = [], 0.0
    for low in range(10):
        chosen = [(p, r) for p, r in judged if min(int(p * 10), 9) == low]
        if chosen:
            said = sum(p for p, _ in chosen) / len(chosen)
            was = sum(r for _, r in chosen) / len(chosen)
            error += abs(said - was) * len(chosen) / len(judged)
            table.append({"from": low / 10, "n": len(chosen), "said": said, "was": was})
    best, right = (0.0, 1.0), 0
    for count, (confidence, good) in enumerate(sorted(judged, reverse=True), start=1):
        right += good
        if right >= 0.95 * count and right / max(gold, 1) > best[0]:
            best = (right / max(gold, 1), confidence)
    sure = [good for confidence, good in judged if confidence >= 0.9]
    return {
        "table": [{key: round(value, 3) for key, value in row.items()} for row in table],
        "ece": round(error, 4),
        "recall_at_95_precision": round(100 * best[0], 1),
        "threshold": round(best[1], 3),
        "right_at_0.9": round(100 * sum(sure) / len(sure), 1) if sure else None,
        "n_at_0.9": len(sure),
    }


def gum(model: LanguageModel, path: Path) -> Tally:
    """Return the span figures on GUM's news and interviews: exact, and by tokens."""
    tally = Tally()
    for record in records(path):
        reading = read(model, record["text"])
        tokens = tokens_of(record["text"])
        predicted = [as_record(each) for each in reading.attributions]
        gold = [
            {**each, "source": each.get("source") or [], "cue": each.get("cue") or []}
            for each in record["attributions"]
        ]
        for role in ROLES:
            ours = set(_runs(predicted, role, record["text"]))
            theirs = set(_runs(gold, role, record["text"]))
            tally.add(role, exact(ours, theirs))
            tally.add(f"{role} tokens", exact(_covered(tokens, ours), _covered(tokens, theirs)))
    return tally


CONLL: Final = {
    EntityKind.PERSON: "PER",
    EntityKind.ORGANISATION: "ORG",
    EntityKind.PLACE: "LOC",
    EntityKind.GROUP: "MISC",
    EntityKind.OTHER: "MISC",
}


def conll(model: LanguageModel, path: Path) -> Tally:
    """Return entity figures on CoNLL-2003: by class, and `names` for PER, ORG and LOC together.

    CoNLL has no class for groups: nationalities are MISC there, with much else.
    """
    documents: dict[str, list[Record]] = {}
    for record in records(path):
        documents.setdefault(str(record.get("doc")), []).append(record)
    tally = Tally()
    for sentences in documents.values():
        text, gold = "", set()
        for record in sentences:
            line, offsets = join_tokens(record["tokens"])
            for low, high, kind in tag_runs(record["tags"]):
                gold.add((len(text) + offsets[low][0], len(text) + offsets[high - 1][1], kind))
            text += line + "\n"
        found = {
            (each.span.start, each.span.end, CONLL[each.kind])
            for each in read(model, text).mentions
        }
        for kind in ("PER", "ORG", "LOC", "MISC"):
            score = exact({f for f in found if f[2] == kind}, {g for g in gold if g[2] == kind})
            tally.add(kind, score)
            if kind != "MISC":
                tally.add("names", score)
    return tally
