"""The shipped files of the entailment model, read and checked once.

entailment.onnx   the network, 8-bit: a pair in, the scores of all heads out
entailment.json   which scores are whose, the temperature, and the vocabulary's digest
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from whence.errors import ModelError
from whence.runtime import REMEDY, file_bytes, load_description

FOLDER: Final = Path(__file__).resolve().parent / "weights"
FORMAT: Final = 1
NETWORK, CONFIG = "entailment.onnx", "entailment.json"
FILES: Final = (NETWORK, CONFIG)

INFERENCE: Final = ("entailment", "neutral", "contradiction")
"""The classes of the head `inference`, in the order of its scores."""
BEARING: Final = ("same", "contradicts", "revises", "supports", "none")
"""The classes of the head `bearing`: what one statement is to another."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the network's outputs mean.

    `heads` gives each head's columns in the scores. The scores of `inference` are divided by
    `temperature` before they become chances; `least` has, for heads of one score, the lowest that
    says yes. `vocabulary` is the SHA-256 of the word pieces that
    the network was trained with.
    """

    heads: dict[str, slice]
    temperature: float
    least: dict[str, float]
    vocabulary: str


def load_config(folder: Path) -> Config:
    """Read `entailment.json`; ModelError if it is missing, damaged or of another format."""
    path = folder / CONFIG
    given = load_description(path, FORMAT)
    try:
        if given["inference"] != list(INFERENCE):
            raise ModelError(f"{path} names other classes than this version of whence: {REMEDY}")
        config = Config(
            heads={name: slice(*ends) for name, ends in given["heads"].items()},
            temperature=float(given["temperature"]),
            least={name: float(score) for name, score in given["least"].items()},
            vocabulary=str(given["vocabulary"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path} is damaged ({error!r}): {REMEDY}") from error
    if not config.temperature > 0.0 or "inference" not in config.heads:
        raise ModelError(f"{path} is damaged (no inference, or no temperature): {REMEDY}")
    return config


def check_vocabulary(path: Path, config: Config) -> None:
    """Raise ModelError where the vocabulary is another than the network was trained with."""
    if hashlib.sha256(file_bytes(path)).hexdigest() != config.vocabulary:
        raise ModelError(
            f"{path} is not the vocabulary that the entailment model was made with: {REMEDY}"
        )
