"""Labels that the model gives itself: on news that nobody has marked, and for names.

Names. CoreNLP's silver labels are wrong as often as a first model, where the two disagree. So a
word's label is kept where two of three agree (CoreNLP, the head trained on CoreNLP's labels, the
head trained on the gold sets) and masked elsewhere.

Roles. A passage of unmarked news is kept where the model is fairly sure of every word in it. Later,
two teachers' mean chances of every tag stand in the place of labels: where they differ the student
learns to be unsure. It sees the text with people renamed, capitals, quotation marks and letters
disturbed, so that it learns more than the teachers knew.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from train.corpora import records
from train.documents import UNKNOWN, Document, blank, paragraphs
from train.network import Reader
from train.score import predict
from whence.annotate.encoder.decode import best_tags, posteriors, valid_transitions
from whence.annotate.encoder.tags import NAME_TAGS

UNMARKED = (
    ("timelines/t17_libya.articles.jsonl.gz", 5),
    ("timelines/t17_egypt.articles.jsonl.gz", 5),
    ("timelines/t17_haiti.articles.jsonl.gz", 4),
    ("timelines/t17_finan.articles.jsonl.gz", 5),
    ("timelines/t17_mj.articles.jsonl.gz", 2),
    ("time/timebank.jsonl.gz", 1),
    ("time/aquaint.jsonl.gz", 1),
    ("places/lgl.jsonl.gz", 4),
    ("relations/fnc1.train.bodies.jsonl.gz", 6),
)
"""Unmarked news, and of each file every how-manieth text: agencies, wars, disasters, finance, local
news. The stories are left out: they are where the model is tried on what it has never seen."""

LONGEST = 12_000

Chances = NDArray[np.float16]


def unmarked(data: Path, tokenizer: Tokenizer, nth: int = 0) -> list[Document]:
    """Return documents of unmarked news, without labels; another `nth` gives others."""
    found = []
    for name, every in UNMARKED:
        for index, record in enumerate(records(data / name)):
            text = record["text"][:LONGEST]
            if index % every == nth and text.strip():
                id_ = f"{name}:{record.get('id', index)}"
                found.append(blank(id_, text, paragraphs(text), tokenizer))
    return found


def label(reader: Reader, marked: Sequence[Document], others: Sequence[Document]) -> None:
    """Write names on all documents, and roles, parts of speech and sentences on the others."""
    reader.eval()
    transitions = reader.chain.scores().detach().numpy()
    for document in marked:
        if (document.labels["silver"] != UNKNOWN).any():
            scores = predict(reader, document.words).by_head
            gold, silver = _names(scores["names"], document), _names(scores["silver"], document)
            document.labels["names"] = _agreed(gold, silver, document.labels["silver"])
    for document in others:
        scores = predict(reader, document.words).by_head
        gold, silver = _names(scores["names"], document), _names(scores["silver"], document)
        document.labels["names"] = _agreed(gold, silver, gold * 0 + UNKNOWN)
        document.labels["pos"] = _sure(scores["pos"])
        document.labels["roles"] = _roles(scores["roles"], document, transitions)
        document.weight = 0.5


def chances(readers: Sequence[Reader], documents: Sequence[Document]) -> list[Chances]:
    """Return the readers' mean chances of the role tags, (words, tags), for each document."""
    found = []
    for document in documents:
        passage = document.words.passage
        each = [
            posteriors(
                predict(reader, document.words).by_head["roles"],
                passage,
                reader.chain.scores().detach().numpy(),
            )
            for reader in readers
        ]
        found.append(np.mean(each, axis=0).astype(np.float16))
    return found


def _names(scores: NDArray[np.float32], document: Document) -> NDArray[np.int16]:
    tags = best_tags(scores, document.words.passage, valid_transitions(len(NAME_TAGS)))
    return tags.astype(np.int16)


def _agreed(
    gold: NDArray[np.int16], silver: NDArray[np.int16], given: NDArray[np.int16]
) -> NDArray[np.int16]:
    """Return the label that two of three give, UNKNOWN where there is none."""
    kept = np.where((gold == silver) | (gold == given), gold, UNKNOWN)
    return np.where((kept == UNKNOWN) & (silver == given), silver, kept).astype(np.int16)


def _sure(scores: NDArray[np.float32]) -> NDArray[np.int16]:
    chances = torch.from_numpy(scores).softmax(1).numpy()
    return np.where(chances.max(1) > 0.8, scores.argmax(1), UNKNOWN).astype(np.int16)


def _roles(
    scores: NDArray[np.float32], document: Document, transitions: NDArray[np.float32]
) -> NDArray[np.int16]:
    """Return the tags of the passages that are sure, UNKNOWN on the words of the others."""
    passage = document.words.passage
    tags = best_tags(scores, passage, transitions).astype(np.int16)
    chances = posteriors(scores, passage, transitions)
    least = np.take_along_axis(chances, tags[:, None].astype(np.int64), 1)[:, 0]
    unsure = np.unique(passage[(least < 0.5) & (passage >= 0)])
    tags[np.isin(passage, unsure)] = UNKNOWN
    return tags
