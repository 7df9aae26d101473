"""From the development data to documents with labels and teacher's vectors, kept once made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from train import corpora, places
from train.documents import Document, words_in
from train.keep import kept
from train.teacher import embed


@dataclass(slots=True)
class Material:
    """What the training needs: documents of the parts, and the teacher's vectors (rows, 384)."""

    train: list[Document]
    dev: list[Document]
    names: list[Document]
    names_dev: list[Document]
    vectors: NDArray[np.float16]


def material(tokenizer: Tokenizer) -> Material:
    """Return the material, from the checkpoint folder where it is there already."""
    path = places.checkpoints() / "material.pickle"
    return kept(path, lambda: _make(places.data(), tokenizer))


def _make(data: Path, tokenizer: Tokenizer) -> Material:
    groups = corpora.group_words(data)
    train = corpora.polnear(data, "train", tokenizer, groups)
    dev = corpora.polnear(data, "dev", tokenizer, groups)
    texts: list[str] = []
    for part, documents in (("train", train), ("dev", dev)):
        _add_meanings(data, part, documents, texts)
    return Material(
        train=train,
        dev=dev,
        names=corpora.gold_names(data, "train", tokenizer, groups),
        names_dev=corpora.gold_names(data, "dev", tokenizer, groups),
        vectors=embed(texts, places.base_model(), tokenizer),
    )


def _add_meanings(data: Path, part: str, documents: Iterable[Document], texts: list[str]) -> None:
    """Note, for sentences and contents of three words or more, their row of vectors."""
    path = data / "attribution" / f"polnear.{part}.jsonl.gz"
    for document, record in zip(documents, corpora.records(path), strict=True):
        spans = [tuple(span) for span in record.get("sentences") or ()]
        spans += [tuple(piece) for each in record["attributions"] for piece in each["content"]]
        for start, end in sorted(set(spans)):
            low, high = words_in(document.words, start, end)
            if high - low >= 3 and (document.words.passage[low:high] >= 0).all():
                document.meanings.append((low, high, len(texts)))
                texts.append(document.text[start:end])
