"""A spaCy pipeline in the place of the shipped model (extra ``spacy``).

A pipeline may give entities (``doc.ents``), fine-grained tags (``token.tag_``, Penn Treebank),
sentences, and source, cue and content as entities or in a group of ``doc.spans`` named ``roles`` or
``sc``. What it does not give, the shipped model gives.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from whence.annotate.encoder import Encoder
from whence.annotate.encoder.tags import POS_TAGS
from whence.annotate.substitutes.filling import attributions_of, mentions_of
from whence.annotate.substitutes.labels import Labelled, has_names, has_roles, role_of
from whence.errors import ModelError
from whence.model import Reading, Span, Token

CODE: Final = "1"
"""Counts up whenever this file reads the same pipeline otherwise than before."""

_GROUPS = ("roles", "sc")
#: spaCy gives no probabilities for what its parsers decide.
_SURE = 0.8


class SpacyPipeline:
    """An installed pipeline by name, or one in a folder.

    Fulfils `whence.annotate.language.LanguageModel`. ``ModelError`` where spaCy or the pipeline is
    not there, or where the pipeline gives nothing that is used here.
    """

    def __init__(self, name: str, rest: Encoder | None = None) -> None:
        self._name = name
        self._rest = rest or Encoder()
        self._pipeline = _load(name)
        labels = {str(label).lower() for pipe in self._labels.values() for label in pipe}
        self._has_names, self._has_roles = has_names(labels), has_roles(labels)
        tags = self._labels.get("tagger", ())
        # A tagger of another tag set would tell the stages nothing.
        self._has_tags = bool(tags) and len(set(tags) & set(POS_TAGS)) * 2 > len(tags)
        if not (self._has_names or self._has_roles or self._has_tags):
            raise ModelError(
                f"the spaCy pipeline {name!r} has no entities of people, no spans of source, cue "
                "and content, and no tagger of Penn Treebank tags: nothing here could use it"
            )

    @cached_property
    def digest(self) -> str:
        """A digest of the pipeline's configuration and weights, and of the shipped model."""
        summed = hashlib.sha256(f"spacy {CODE}:{self._rest.digest}".encode())
        meta = {**self._pipeline.meta, "config": self._pipeline.config.to_str()}
        summed.update(json.dumps(meta, sort_keys=True, default=str).encode())
        summed.update(self._pipeline.to_bytes())
        return summed.hexdigest()

    def read(self, text: str, passages: Sequence[Span]) -> Reading:
        """What stands in those passages, by the pipeline where it gives it, else by the shipped."""
        reading = self._rest.read(text, passages)
        if not reading.tokens:
            return reading
        marked: list[Labelled] = []
        tokens: list[Token] = []
        sentences: list[Span] = []
        for passage in passages:
            doc = self._pipeline(passage.of(text))
            marked += _marked(doc, passage.start)
            tokens += _tokens(doc, passage.start)
            sentences += _sentences(doc, passage)
        if self._has_tags and tokens:
            reading = replace(reading, tokens=tuple(tokens))
        if sentences:
            reading = replace(reading, sentences=tuple(sentences))
        if self._has_names:
            reading = replace(reading, mentions=mentions_of(marked))
        if self._has_roles:
            found = attributions_of(text, passages, reading, marked, self._rest)
            reading = replace(reading, attributions=found)
        return reading

    @cached_property
    def _labels(self) -> dict[str, Sequence[str]]:
        return {name: tuple(getattr(pipe, "labels", ())) for name, pipe in self._pipeline.pipeline}


def _load(name: str) -> Any:  # noqa: ANN401 - spaCy is an extra, and its types are not there
    try:
        import spacy  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ModelError(
            "spaCy is not installed: install it with the extra, as in `pip install whence[spacy]`"
        ) from error
    try:
        return spacy.load(name)
    except Exception as error:  # spaCy raises OSError, ValueError and classes of its parts
        raise ModelError(
            f"the spaCy pipeline {name!r} cannot be loaded ({str(error)[:200]}): install it, or "
            "name the folder it is in"
        ) from error


def _marked(doc: Any, at: int) -> Iterator[Labelled]:  # noqa: ANN401 - a spaCy Doc
    roles = [span for group in _GROUPS if group in doc.spans for span in doc.spans[group]]
    for span in (*doc.ents, *(span for span in roles if role_of(span.label_.lower()) is not None)):
        found = Span(at + span.start_char, at + span.end_char)
        yield Labelled(found, span.label_.lower(), _SURE)


def _tokens(doc: Any, at: int) -> Iterator[Token]:  # noqa: ANN401 - a spaCy Doc
    for token in doc:
        if token.is_space or not token.tag_:
            continue
        start = at + token.idx
        yield Token(Span(start, start + len(token.text)), token.tag_)


def _sentences(doc: Any, passage: Span) -> Iterator[Span]:  # noqa: ANN401 - a spaCy Doc
    if not doc.has_annotation("SENT_START"):
        return
    for sentence in doc.sents:
        yield Span(passage.start + sentence.start_char, passage.start + sentence.end_char)
