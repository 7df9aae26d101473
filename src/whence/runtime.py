"""ONNX Runtime and the vocabulary, for the rooms that run a network.

The runtime is told to report nothing to its makers before it is loaded. Its builds since 1.31 hold
a client that sends usage events to a server of Microsoft. Material must not leave the machine, nor
word of it: the variable counts when the library is loaded, the call for whatever begins later.
`tests/annotate/encoder/test_runtime.py` watches that no socket is opened.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Protocol, cast

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from whence.errors import ModelError

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

onnxruntime.disable_telemetry_events()

VOCABULARY: Final = Path(__file__).resolve().parent / "annotate" / "weights" / "vocab.txt"
"""The word pieces that all shipped networks share, one a line."""

REMEDY: Final = "reinstall whence, or make the model again with `make train`"

SLOW_FUSIONS: Final = ["SkipLayerNormFusion", "DynamicQuantizeMatMulFusion"]
"""What ONNX Runtime would put together to no gain. A sum and the norm behind it take 0.44 ms as one
operator and 0.09 as two (224 pieces, 1.31.1), and a window 14 % less without both fusions."""


class Network(Protocol):
    """A loaded network; may be run from several threads at a time."""

    def run(
        self, outputs: Sequence[str], inputs: Mapping[str, NDArray[np.int64]], /
    ) -> list[NDArray[np.float32]]:
        """Return the outputs asked for, in order."""


def load_network(path: Path) -> Network:
    """Return a network of one thread; ModelError if the file is missing or no network.

    Batches of one are fastest on a CPU, and threads are better spent on texts.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    if not path.is_file():
        raise ModelError(f"the language model's network {path} is missing: {REMEDY}")
    try:
        session = onnxruntime.InferenceSession(
            str(path),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=SLOW_FUSIONS,
        )
    # ONNX Runtime raises classes of its own, all under RuntimeError's siblings.
    except Exception as error:
        raise ModelError(f"the language model's network {path} is damaged: {REMEDY}") from error
    return cast("Network", session)


def load_tokenizer(vocabulary: Path) -> Tokenizer:
    """Return the word-piece tokenizer of an uncased vocabulary, one piece a line.

    It has no special tokens: a text that says "[SEP]" is only text.
    """
    tokenizer = Tokenizer(WordPiece.from_file(str(vocabulary), unk_token="[UNK]"))  # noqa: S106  no password
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def load_vocabulary(path: Path = VOCABULARY) -> Tokenizer:
    """Return the tokenizer of a shipped vocabulary; ModelError if it is missing or damaged."""
    if b"[UNK]\n" not in file_bytes(path):
        raise ModelError(f"{path} is damaged (no [UNK] in it): {REMEDY}")
    try:
        return load_tokenizer(path)
    except Exception as error:  # the library raises bare `Exception`
        raise ModelError(f"{path} is damaged ({error}): {REMEDY}") from error


def file_bytes(path: Path) -> bytes:
    """Return what stands in a file of the model; ModelError if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"the language model's file {path} cannot be read ({error.strerror}): {REMEDY}"
        ) from error


def files_digest(folder: Path, names: Sequence[str]) -> str:
    """Return a SHA-256 over a model's files, in hexadecimal; ModelError if one is missing."""
    summed = hashlib.sha256()
    for name in names:
        summed.update(hashlib.sha256(file_bytes(folder / name)).digest())
    return summed.hexdigest()


def load_description(path: Path, format: int) -> dict[str, Any]:
    """Return what a model's JSON file says; ModelError if it is damaged or of another format."""
    try:
        given: dict[str, Any] = json.loads(file_bytes(path))
        found = given["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path} is damaged ({error!r}): {REMEDY}") from error
    if found != format:
        raise ModelError(
            f"{path} has format {found}, and this version of whence reads format {format}: "
            "install the whence and the weights that belong together"
        )
    return given
