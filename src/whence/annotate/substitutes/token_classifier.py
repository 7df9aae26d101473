"""A token classifier of Hugging Face's make, exported to ONNX, in the place of the shipped model.

Its folder holds ``config.json`` with ``id2label``, ``tokenizer.json``, and the network: inputs
``input_ids`` and, if it has them, ``attention_mask`` and ``token_type_ids``, each (1, pieces); the
first output is (1, pieces, labels). Neither PyTorch nor `transformers` is needed, and no code of
the folder is run.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Protocol, cast

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from whence.annotate.encoder import Encoder
from whence.annotate.substitutes.filling import attributions_of, mentions_of
from whence.annotate.substitutes.labels import Labelled, has_names, has_roles, labelled, plain
from whence.errors import ModelError
from whence.model import Reading, Span
from whence.runtime import load_network

CODE: Final = "1"
"""Counts up whenever this file reads the same weights otherwise than before."""

_NETWORKS = ("model.onnx", "model_quantized.onnx", "onnx/model.onnx", "onnx/model_quantized.onnx")
_LONGEST, _STRIDE = 512, 64


def network_of(folder: Path) -> Path | None:
    """The ONNX file of a folder, by the names that exports have; ``None`` where there is none."""
    named = (folder / name for name in _NETWORKS)
    return next((path for path in (*named, *sorted(folder.glob("*.onnx"))) if path.is_file()), None)


class _Named(Protocol):
    name: str


class _Network(Protocol):
    """What is used of a loaded network."""

    def get_inputs(self) -> Sequence[_Named]: ...

    def run(
        self, outputs: None, inputs: dict[str, NDArray[np.int64]], /
    ) -> Sequence[NDArray[np.float32]]: ...


class TokenClassifier:
    """Marks attributions or names, or both, as its labels say; the shipped model gives the rest.

    Fulfils `whence.annotate.language.LanguageModel`. ``ModelError`` says what is wrong with the
    folder: a file that is missing or damaged, or labels that mean nothing here.
    """

    def __init__(self, folder: Path, rest: Encoder | None = None) -> None:
        self._folder = folder
        self._rest = rest or Encoder()
        self._labels = _labels(self._json("config.json"), folder)

    @cached_property
    def digest(self) -> str:
        """A digest of the folder's files, of this file's version and of the shipped model."""
        summed = hashlib.sha256(f"token classifier {CODE}:{self._rest.digest}".encode())
        for path in (self._folder / "config.json", self._folder / "tokenizer.json", self._path):
            summed.update(hashlib.sha256(_bytes(path)).digest())
        return summed.hexdigest()

    def read(self, text: str, passages: Sequence[Span]) -> Reading:
        """What stands in those passages, by this model where it marks it, else by the shipped."""
        reading = self._rest.read(text, passages)
        if not reading.tokens:
            return reading
        marked = [one for passage in passages for one in self._marked(text, passage)]
        names = {plain(label)[1] for label in self._labels}
        if has_names(names):
            reading = replace(reading, mentions=mentions_of(marked))
        if has_roles(names):
            found = attributions_of(text, passages, reading, marked, self._rest)
            reading = replace(reading, attributions=found)
        return reading

    def _marked(self, text: str, passage: Span) -> Iterator[Labelled]:
        tags: list[str] = []
        spans: list[Span] = []
        chances: list[float] = []
        words = passage.of(text).encode("utf-8", "replace").decode("utf-8")
        encoding = self._tokenizer.encode(words)
        for part in (encoding, *encoding.overflowing):
            scores = self._scores(part)
            for piece, span in _words(part):
                if spans and span.start + passage.start < spans[-1].end:
                    continue  # seen already in the window before
                best = int(scores[piece].argmax())
                tags.append(self._labels[best])
                spans.append(span.shift(passage.start))
                chances.append(float(scores[piece, best]))
        return labelled(tags, spans, chances)

    def _scores(self, encoding: Encoding) -> NDArray[np.float32]:
        """The probabilities of the labels, (pieces, labels)."""
        given = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        inputs = {name: np.array([given[name]], dtype=np.int64) for name in self._inputs}
        try:
            (scores, *_) = self._network.run(None, inputs)
        except Exception as error:
            raise ModelError(f"the network {self._path} cannot be run ({error})") from error
        if scores.shape != (1, len(encoding.ids), len(self._labels)):
            raise ModelError(
                f"the network {self._path} gives {scores.shape} for {len(encoding.ids)} pieces, "
                f"and config.json has {len(self._labels)} labels: they do not belong together"
            )
        raised = np.exp(scores[0] - scores[0].max(-1, keepdims=True))
        return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)

    @cached_property
    def _path(self) -> Path:
        path = network_of(self._folder)
        if path is None:
            raise ModelError(
                f"the folder {self._folder} has no file *.onnx: export the model to it"
            )
        return path

    @cached_property
    def _network(self) -> _Network:
        try:
            return cast("_Network", load_network(self._path))
        except ModelError as error:
            raise ModelError(
                f"{self._path} is no ONNX network, or damaged: export it anew"
            ) from error

    @cached_property
    def _inputs(self) -> tuple[str, ...]:
        names = tuple(each.name for each in self._network.get_inputs())
        unknown = set(names) - {"input_ids", "attention_mask", "token_type_ids"}
        if unknown or "input_ids" not in names:
            raise ModelError(
                f"the network {self._path} has the inputs {', '.join(names)}; a token classifier "
                "has input_ids and perhaps attention_mask and token_type_ids"
            )
        return names

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        path = self._folder / "tokenizer.json"
        try:
            tokenizer = Tokenizer.from_str(_bytes(path).decode("utf-8"))
        except ModelError:
            raise
        except Exception as error:  # the library raises bare `Exception`
            raise ModelError(f"{path} is no tokenizer ({error})") from error
        longest = self._json("config.json").get("max_position_embeddings", _LONGEST)
        if not isinstance(longest, int):
            raise ModelError(
                f"{self._folder / 'config.json'} has the max_position_embeddings {longest!r}, "
                "which is no number: export the model anew"
            )
        # RoBERTa counts two positions more than it has room for.
        room = max(8, min(_LONGEST, longest - 2))
        tokenizer.no_padding()
        tokenizer.enable_truncation(room, stride=min(_STRIDE, room // 4))
        return tokenizer

    def _json(self, name: str) -> dict[str, Any]:
        path = self._folder / name
        try:
            found = json.loads(_bytes(path))
        except ValueError as error:
            raise ModelError(f"{path} is no JSON ({error})") from error
        if not isinstance(found, dict):
            raise ModelError(f"{path} holds no table: is it the config.json of a model?")
        return found


def _words(encoding: Encoding) -> Iterator[tuple[int, Span]]:
    """Each word's first piece and its span, without the pieces that stand for no text."""
    begun: tuple[int, int | None, Span] | None = None
    words, specials = encoding.word_ids, encoding.special_tokens_mask
    for piece, (start, end) in enumerate(encoding.offsets):
        word = words[piece]
        if specials[piece] or start >= end:
            continue
        if begun is not None and word is not None and word == begun[1]:
            begun = (begun[0], word, Span(begun[2].start, max(end, begun[2].end)))
            continue
        if begun is not None:
            yield begun[0], begun[2]
        begun = (piece, word, Span(start, end))
    if begun is not None:
        yield begun[0], begun[2]


def _labels(config: dict[str, Any], folder: Path) -> tuple[str, ...]:
    """The labels in the order of the network's output."""
    try:
        given = {int(number): str(label) for number, label in config["id2label"].items()}
        labels = tuple(given[number] for number in range(len(given)))
    except (KeyError, ValueError, AttributeError) as error:
        raise ModelError(
            f"{folder / 'config.json'} has no id2label that numbers its labels from 0 ({error!r})"
        ) from error
    names = {plain(label)[1] for label in labels}
    if not has_roles(names) and not has_names(names):
        raise ModelError(
            f"{folder / 'config.json'} has the labels {', '.join(sorted(names))[:200]}: none "
            "means a person, organisation or place, and source, cue and content are not among them"
        )
    return labels


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"the model's file {path} cannot be read ({error.strerror})") from error
