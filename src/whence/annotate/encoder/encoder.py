"""The language model that whence ships: one pass over a text, everything that it reads there."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from whence.annotate.encoder import assembly, weights
from whence.annotate.encoder.calibration import features
from whence.annotate.encoder.continuing import carry_on
from whence.annotate.encoder.decode import best_tags, posteriors
from whence.annotate.encoder.joining import RoleSpan, join
from whence.annotate.encoder.pieces import Words, cut
from whence.annotate.encoder.session import Meanings, Session
from whence.annotate.encoder.weights import Config
from whence.model import Attribution, Reading, Span
from whence.runtime import files_digest, load_vocabulary

Ints = NDArray[np.int32]
Weighed = tuple[Attribution, tuple[float, ...]]

CODE: Final = "3"
"""Counts up whenever this package reads the same weights otherwise than before."""


class Encoder:
    """Reads attributions, names, parts of speech, sentences and meanings of English news.

    Fulfils `whence.annotate.language.LanguageModel`. Nothing is loaded before the first reading;
    then the model's files are checked, and ModelError says which one is missing or damaged.
    """

    def __init__(self, folder: Path = weights.FOLDER) -> None:
        self._folder = folder

    @cached_property
    def digest(self) -> str:
        """A digest of weights, vocabulary, configuration and code version, in hexadecimal."""
        files = files_digest(self._folder, weights.FILES)
        return hashlib.sha256(f"{CODE}:{files}".encode()).hexdigest()

    def read(self, text: str, passages: Sequence[Span]) -> Reading:
        """Return what stands in those passages of `text`, in order; nothing else is read.

        Every span lies in one passage. Offsets are code points of `text`, which is never altered.
        """
        seen = self.look(text, passages)
        if seen is None:
            return Reading()
        words, heads = seen.words, self.config.heads
        return Reading(
            tokens=assembly.tokens(words, seen.scores[:, heads["pos"]]),
            sentences=assembly.sentences(words, seen.numbers),
            attributions=tuple(each for each, _ in attribute(text, seen, self.config)),
            mentions=assembly.mentions(words, seen.scores[:, heads["names"]], text),
            vector=unit_bytes(seen.meanings.sum(0, dtype=np.float32)),
        )

    def look(self, text: str, passages: Sequence[Span]) -> Seen | None:
        """Run the network over the passages; None where they hold no word."""
        ranges = [(span.start, span.end) for span in passages]
        words = cut(text, ranges, self._tokenizer)
        if not (words.passage >= 0).any():
            return None
        scores, meanings = self._session.scores(words)
        opens = scores[:, self.config.heads["opens"]][:, 0]
        return Seen(words, scores, meanings, assembly.sentence_numbers(words, opens, text))

    @cached_property
    def config(self) -> Config:
        """What the network's outputs mean, as the shipped files say."""
        return weights.load_config(self._folder)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return load_vocabulary(self._folder / weights.VOCABULARY)

    @cached_property
    def _session(self) -> Session:
        return Session(self._folder)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The words of a text and what the network said of them; `numbers` counts sentences."""

    words: Words
    scores: NDArray[np.float32]
    meanings: Meanings
    numbers: Ints


def attribute(text: str, seen: Seen, config: Config) -> list[Weighed]:
    """Return the attributions in what was seen, each with the features of its confidence."""
    words = seen.words
    roles = seen.scores[:, config.heads["roles"]] + config.role_bias
    tags = best_tags(roles, words.passage, config.roles)
    # Only where something was marked: most passages of a page of results hold nothing.
    marked_passages = np.isin(words.passage, words.passage[tags > 0])
    chances = posteriors(roles, np.where(marked_passages, words.passage, -1), config.roles)
    marked = assembly.role_spans(words, tags, chances, seen.numbers, text)
    spans = carry_on(marked, words, seen.numbers, text)
    return attributions(words, spans, seen.meanings, config)


def attributions(
    words: Words, spans: Sequence[RoleSpan], meanings: Meanings, config: Config
) -> list[Weighed]:
    """Join spans into attributions in reading order, each with the features of its confidence."""
    found = []
    for joined in join(spans, config.table):
        contents = [spans[index] for index in joined.contents]
        source = () if joined.source is None else (_span(words, spans[joined.source]),)
        total = np.zeros(meanings.shape[1], dtype=np.float32)
        for each in contents:
            low, high = words.first[each.low], words.first[each.high]
            total += meanings[low:high].sum(0, dtype=np.float32)
        weighed = features(spans, joined)
        attribution = Attribution(
            source=source,
            cue=(_span(words, spans[joined.cue]),),
            content=tuple(_span(words, each) for each in contents),
            confidence=round(config.calibration.confidence(weighed), 4),
            vector=unit_bytes(total),
        )
        found.append((attribution, weighed))
    return sorted(found, key=lambda pair: (pair[0].extent, pair[0].cue))


def _span(words: Words, span: RoleSpan) -> Span:
    return assembly.span_of(words, span.low, span.high)


def unit_bytes(vector: NDArray[np.float32]) -> bytes:
    """Return a vector's direction as signed bytes, 127 being the length of one."""
    length = float(np.linalg.norm(vector))
    if length == 0.0:
        return b""
    scaled: NDArray[np.int8] = np.rint(vector * (127.0 / length)).astype(np.int8)
    return scaled.tobytes()
