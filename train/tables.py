"""Counts, on the gold spans of the training part, which spans belong together."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from train.corpora import records
from train.documents import paragraphs
from whence.annotate.encoder.joining import (
    CUE,
    REACH,
    RoleSpan,
    backoff,
    is_participle,
    pair_key,
    quotation,
)
from whence.annotate.encoder.tags import ROLES

Record = dict[str, Any]


def gold_spans(record: Record) -> tuple[list[RoleSpan], list[dict[str, list[int]]]]:
    """Return an article's gold spans in reading order, and its attributions as indices into them.

    `low` and `high` are code points here.
    """
    text = record["text"]
    pieces = {
        (start, end, role)
        for attribution in record["attributions"]
        for role, name in enumerate(ROLES)
        for start, end in attribution[name]
    }
    sentences = [start for start, _ in record.get("sentences") or ()]
    passages = [start for start, _ in paragraphs(text)]
    ordered = sorted(pieces)
    spans = []
    for start, end, role in ordered:
        quoted, unclosed = quotation(text[start:end])
        spans.append(
            RoleSpan(
                role,
                start,
                end,
                bisect.bisect_right(passages, start),
                bisect.bisect_right(sentences, start),
                bisect.bisect_right(sentences, end - 1),
                quoted,
                unclosed,
                participle=role == CUE and is_participle(text[start:end]),
            )
        )
    index = {piece: at for at, piece in enumerate(ordered)}
    joined = [
        {
            name: [index[start, end, role] for start, end in attribution[name]]
            for role, name in enumerate(ROLES)
        }
        for attribution in record["attributions"]
    ]
    return spans, joined


def joint_table(data: Path) -> dict[str, float]:
    """Return the chance that two spans belong together, by the key of their relation."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for record in records(data / "attribution" / "polnear.train.jsonl.gz"):
        if not record.get("sentences"):
            continue
        spans, joined = gold_spans(record)
        together = {
            (index, attribution["cue"][0])
            for attribution in joined
            if attribution["cue"]
            for name in ("source", "content")
            for index in attribution[name]
        }
        for index, cue, key in _pairs(spans):
            for each in backoff(key):
                seen[each] += 1
                right[each] += (index, cue) in together
    # A relation seen seldom says little: its coarser form is asked instead.
    return {
        key: round((right[key] + 0.2) / (count + 1.0), 3)
        for key, count in sorted(seen.items())
        if count >= 8
    }


def _pairs(spans: Iterable[RoleSpan]) -> Iterator[tuple[int, int, str]]:
    spans = list(spans)
    for cue, span in enumerate(spans):
        if span.role == CUE:
            for index in range(max(0, cue - REACH), min(len(spans), cue + REACH + 1)):
                if spans[index].role != CUE:
                    key = pair_key(spans, index, cue)
                    if key:
                        yield index, cue, key
