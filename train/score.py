"""How good a network is on held-out documents, while it trains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from train.documents import UNKNOWN, Document
from train.measures import Score, exact, total
from train.network import Reader
from whence.annotate.encoder.decode import best_tags, spans, valid_transitions
from whence.annotate.encoder.pieces import CLS, PAD, SEP, Shape, Words
from whence.annotate.encoder.tags import NAME_TAGS, ROLES
from whence.annotate.encoder.windows import windows

Floats = NDArray[np.float32]
HEADS = ("roles", "names", "silver", "pos", "opens", "meaning")


@dataclass(slots=True)
class Scores:
    """The heads' outputs for each word of a document; `meaning` is for each piece."""

    by_head: dict[str, Floats]


def predict(reader: Reader, words: Words, size: int = 16) -> Scores:
    """Return the outputs of the network for all words, decided in the windows of run time."""
    jobs = list(windows(words))
    found: dict[str, list[Floats]] = {head: [] for head in HEADS}
    by_piece = np.repeat(words.shapes, np.diff(words.first))
    for at in range(0, len(jobs), size):
        chosen = jobs[at : at + size]
        rows = [words.pieces[w.low : w.high] for w in chosen]
        shapes = [by_piece[w.low : w.high] for w in chosen]
        longest = max(len(row) for row in rows) + 2
        pieces = np.full((len(rows), longest), PAD)
        kinds = np.full((len(rows), longest), int(Shape.SPECIAL))
        for index, (row, shape) in enumerate(zip(rows, shapes, strict=True)):
            pieces[index, : len(row) + 2] = [CLS, *row, SEP]
            kinds[index, 1 : len(row) + 1] = shape
        given = torch.from_numpy(pieces)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            heads = reader(given, torch.from_numpy(kinds), given != PAD)
        for head in HEADS:
            values = getattr(heads, head).float().numpy()
            for index, window in enumerate(chosen):
                base = 1 - window.low
                if head == "meaning":
                    low, high = words.first[window.core_start], words.first[window.core_end]
                    found[head].append(values[index, low + base : high + base])
                else:
                    at_words = words.first[window.core_start : window.core_end] + base
                    found[head].append(values[index, at_words])
    return Scores({head: np.concatenate(parts) for head, parts in found.items() if parts})


def evaluate(
    reader: Reader,
    polnear: Sequence[Document],
    names: Sequence[Document],
    vectors: NDArray[np.float16],
) -> dict[str, float]:
    """Return F1 of roles and names, accuracy of parts of speech and sentence starts, cosine."""
    reader.eval()
    transitions = reader.chain.scores().detach().numpy()
    valid = valid_transitions(len(NAME_TAGS))
    roles = {role: Score() for role in ROLES}
    pos, opens, cosines = Score(), Score(), []
    for document in polnear:
        scores = predict(reader, document.words).by_head
        tags = best_tags(scores["roles"], document.words.passage, transitions)
        found, gold = set(spans(tags)), set(spans(document.labels["roles"]))
        for index, role in enumerate(ROLES):
            roles[role] += exact(
                {span for span in found if span[2] == index},
                {span for span in gold if span[2] == index},
            )
        known = document.labels["pos"] != UNKNOWN
        right = int((scores["pos"].argmax(1) == document.labels["pos"])[known].sum())
        pos += Score(right, int(known.sum()), int(known.sum()))
        gold_opens = set(np.flatnonzero(document.labels["opens"] == 1).tolist())
        if gold_opens:
            opens += exact(set(np.flatnonzero(scores["opens"] > 0).tolist()), gold_opens)
        cosines += _cosines(scores["meaning"], document, vectors)
    found_names = []
    for document in names:
        scores = predict(reader, document.words).by_head
        tags = best_tags(scores["names"], document.words.passage, valid)
        found_names.append(
            exact(set(spans(tags)), set(spans(np.maximum(document.labels["names"], 0))))
        )
    return {
        **{role: round(score.f1, 2) for role, score in roles.items()},
        "mean": round(float(np.mean([score.f1 for score in roles.values()])), 2),
        "names": round(total(found_names).f1, 2),
        "pos": round(pos.f1, 2),
        "opens": round(opens.f1, 2),
        "cosine": round(float(np.mean(cosines)), 4) if cosines else 0.0,
    }


def _cosines(meaning: Floats, document: Document, vectors: NDArray[np.float16]) -> list[float]:
    found = []
    for start, end, row in document.meanings:
        low, high = document.words.first[start], document.words.first[end]
        pooled = meaning[low:high].sum(0)
        target = vectors[row].astype(np.float32)
        found.append(
            float(pooled @ target / (np.linalg.norm(pooled) * np.linalg.norm(target) + 1e-9))
        )
    return found
