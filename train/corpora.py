"""The development data as training documents. Nothing here is tuned on any held-out part."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from train.documents import Document, blank, mark, mark_tokens, paragraphs, words_in
from whence.annotate.encoder.tags import KINDS, ROLES

Record = dict[str, Any]

_KIND_INDEX = {kind: 2 * index + 1 for index, kind in enumerate(KINDS)}

GOLD_NAMES: Mapping[str, Mapping[str, str]] = {
    "wikigold": {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "misc"},
    "btc": {"PER": "person", "ORG": "organisation", "LOC": "place"},
    "wnut17": {
        "person": "person",
        "location": "place",
        "corporation": "organisation",
        "group": "organisation",
        "product": "misc",
        "creative-work": "misc",
    },
    "re3d": {
        "Person": "person",
        "Organisation": "organisation",
        "Location": "place",
        "Nationality": "group",
    },
}
"""Classes of the licensed name sets in our terms; what is left out is no name to us.

GUM's spans are whole mentions ("the Cardinals of the Church"), another task, so it is not used."""

_NO_GROUPS = ("btc", "wnut17")
"""Sets that do not mark nationalities: there, a word known to name a group is not learnt from."""


def records(path: Path) -> Iterator[Record]:
    """Yield the records of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def polnear(data: Path, part: str, tokenizer: Tokenizer, groups: frozenset[str]) -> list[Document]:
    """Return PolNeAR's `train` or `dev` part with roles, and CoreNLP's silver labels."""
    documents = []
    for record in records(data / "attribution" / f"polnear.{part}.jsonl.gz"):
        document = blank(record["id"], record["text"], paragraphs(record["text"]), tokenizer)
        roles = document.labels["roles"]
        roles[:] = 0
        for attribution in record["attributions"]:
            for index, role in enumerate(ROLES):
                for start, end in attribution[role]:
                    mark(roles, document.words, (start, end), 2 * index + 1)
        if record.get("tokens"):
            _mark_silver(document, record, groups)
        documents.append(document)
    return documents


def _mark_silver(document: Document, record: Record, groups: frozenset[str]) -> None:
    tokens = record["tokens"]
    mark_tokens(document, ((t[0], t[1], t[2], t[5]) for t in tokens))
    silver = document.labels["silver"]
    silver[:] = 0
    for start, end, kind in silver_names(record, groups):
        mark(silver, document.words, (start, end), _KIND_INDEX[kind])
    opens = document.labels["opens"]
    opens[document.words.passage >= 0] = 0
    for start, end in record["sentences"]:
        low, high = words_in(document.words, start, end)
        if low < high:
            opens[low] = 1


def silver_names(record: Record, groups: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Yield CoreNLP's names: runs of one class on tokens with only white space between them."""
    text = record["text"]
    runs: list[list[Any]] = []
    for start, end, tag, kind, *_ in record["tokens"]:
        joined = runs and runs[-1][2] == kind and not text[runs[-1][1] : start].strip(" \u00a0")
        if joined:
            runs[-1][1] = end
        elif kind in _SILVER:
            runs.append([start, end, kind])
        else:
            runs.append([start, end, ""])
        del tag
    for start, end, kind in runs:
        if not kind:
            continue
        if kind == "MISC" and text[start:end].lower() in groups:
            yield start, end, "group"
        else:
            yield start, end, _SILVER[kind]


_SILVER = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place", "MISC": "misc"}


def group_words(data: Path) -> frozenset[str]:
    """Return the words, in lower case, that name nationalities, religions and political groups.

    Read from PolNeAR's training part: one-word names of CoreNLP's class MISC that stand as
    adjective or plural at least twice. Prefixed ones ("anti-Trump") are no group.
    """
    seen: Counter[str] = Counter()
    for record in records(data / "attribution" / "polnear.train.jsonl.gz"):
        for start, end, tag, kind, *_ in record.get("tokens") or ():
            if kind == "MISC" and tag in ("JJ", "NNPS", "NNS"):
                seen[record["text"][start:end].lower()] += 1
    return frozenset(
        word
        for word, count in seen.items()
        if count > 1 and word.isalpha() and not word.startswith(("anti", "pro-", "north", "south"))
    )


def gold_names(
    data: Path, part: str, tokenizer: Tokenizer, groups: frozenset[str]
) -> list[Document]:
    """Return the licensed name sets' `train` or `dev` part, some sentences to a document."""
    documents = []
    for name, kinds in GOLD_NAMES.items():
        batch: list[Record] = []
        before = len(documents)
        for record in records(data / "ner" / f"{name}.{part}.jsonl.gz"):
            batch.append(record)
            if len(batch) == 8:
                documents.append(_names_document(name, batch, kinds, tokenizer, groups))
                batch = []
        if batch:
            documents.append(_names_document(name, batch, kinds, tokenizer, groups))
        if part == "train" and name == "wikigold":
            # The one set of edited prose counts twice: the tweets are five times as many.
            documents += documents[before:]
    return documents


def _names_document(
    name: str,
    batch: Sequence[Record],
    kinds: Mapping[str, str],
    tokenizer: Tokenizer,
    groups: frozenset[str],
) -> Document:
    texts = [join_tokens(record["tokens"]) for record in batch]
    bases = [sum(len(text) + 1 for text, _ in texts[:index]) for index in range(len(texts))]
    text = "\n".join(text for text, _ in texts)
    passages = [
        (base, base + len(text)) for base, (text, _) in zip(bases, texts, strict=True) if text
    ]
    document = blank(f"{name}:{batch[0]['id']}", text, passages, tokenizer)
    labels = document.labels["names"]
    labels[:] = 0
    for base, (_, offsets), record in zip(bases, texts, batch, strict=True):
        for low, high, kind in tag_runs(record["tags"]):
            start, end = base + offsets[low][0], base + offsets[high - 1][1]
            ours = kinds.get(kind)
            if ours == "misc" and text[start:end].lower() in groups:
                ours = "group"
            if ours and name == "re3d":
                _mark_name_only(document, record["tokens"][low:high], (start, end), ours)
            elif ours:
                mark(labels, document.words, (start, end), _KIND_INDEX[ours])
    if name in _NO_GROUPS:
        for index in range(len(labels)):
            word = text[document.words.starts[index] : document.words.ends[index]]
            if labels[index] == 0 and word.lower() in groups:
                labels[index] = -100
    return document


def _mark_name_only(
    document: Document, tokens: Sequence[str], span: tuple[int, int], kind: str
) -> None:
    """Write the name within a mention of re3d, whose spans hold articles, titles and descriptions.

    "the Syrian Observatory" is a name with an article; "fighters of the group" is none, and what it
    is to us is left unknown. So is a country or a party's members, which are organisations there.
    """
    labels, words = document.labels["names"], document.words
    low, high = words_in(words, *span)
    start = span[0]
    if tokens[0].lower() in _BEFORE_NAMES and len(tokens) > 1:
        start = int(words.starts[low + 1])
        low += 1
        tokens = tokens[1:]
    described = any(token[0].islower() and token not in _WITHIN_NAMES for token in tokens)
    if described or (kind == "organisation" and len(tokens) == 1 and not tokens[0].isupper()):
        labels[low:high] = -100
    else:
        mark(labels, words, (start, span[1]), _KIND_INDEX[kind])


_BEFORE_NAMES = frozenset(
    ["the", "a", "an", "mr", "mr.", "mrs", "ms", "dr", "dr.", "president", "minister", "general"]
)
_WITHIN_NAMES = frozenset(
    ["of", "the", "for", "and", "al", "in", "de", "bin", "on", "to", "'s", "’s"]
)


def tag_runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first, after the last, class) of the names in a BIO sequence, IOB1 as well."""
    start, kind = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        mark_, _, now = tag.partition("-")
        if kind and (mark_ != "I" or now != kind):
            yield start, index, kind
            kind = ""
        if now and not kind:
            start, kind = index, now


def join_tokens(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return a sentence as it is written, with the offsets of its tokens."""
    text = ""
    offsets = []
    open_quote = False
    glue = True
    for token in tokens:
        quote = token in ('"', "``", "''")
        closing = token in _CLOSING or (quote and open_quote) or token.startswith(("'", "n't"))
        if not (glue or closing):
            text += " "
        offsets.append((len(text), len(text) + len(token)))
        text += token
        glue = token in _OPENING or (quote and not open_quote)
        if quote:
            open_quote = not open_quote
    return text, offsets


_CLOSING = frozenset([",", ".", ":", ";", "?", "!", ")", "]", "%", "...", "''", "”"])
_OPENING = frozenset(["(", "[", "$", "``", "“", "#"])
