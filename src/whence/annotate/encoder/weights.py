"""The shipped files of the language model, read and checked once.

reader.onnx   the network, 8-bit, one pass for all heads
vocab.txt     the vocabulary, one piece a line
reader.json   the layout of the outputs, decoding, joining table and calibration
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from whence.annotate.encoder.calibration import Calibration
from whence.annotate.encoder.tags import NAME_TAGS, POS_TAGS, ROLE_TAGS
from whence.errors import ModelError
from whence.runtime import REMEDY, load_description

FOLDER: Final = Path(__file__).resolve().parent.parent / "weights"
FORMAT: Final = 1
NETWORK, VOCABULARY, CONFIG = "reader.onnx", "vocab.txt", "reader.json"
FILES: Final = (NETWORK, VOCABULARY, CONFIG)


@dataclass(frozen=True, slots=True, eq=False)
class Config:
    """What the network's outputs mean.

    `heads` gives each head's columns in the scores. `roles` are the transition scores of the role
    tags, `role_bias` is added to their scores before decoding.
    """

    heads: dict[str, slice]
    roles: NDArray[np.float32]
    role_bias: NDArray[np.float32]
    table: dict[str, float]
    calibration: Calibration


def load_config(folder: Path) -> Config:
    """Read `reader.json`; ModelError if it is missing, damaged or of another format."""
    path = folder / CONFIG
    given = load_description(path, FORMAT)
    try:
        if (given["roles"], given["names"], given["pos"]) != _TAG_SETS:
            raise ModelError(f"{path} names other tags than this version of whence: reinstall it")
        config = Config(
            heads={name: slice(*ends) for name, ends in given["heads"].items()},
            roles=np.array(given["transitions"], dtype=np.float32),
            role_bias=np.array(given["role_bias"], dtype=np.float32),
            table={key: float(chance) for key, chance in given["joints"].items()},
            calibration=Calibration.of(given["calibration"]["weights"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path} is damaged ({error!r}): {REMEDY}") from error
    widths = {name: columns.stop - columns.start for name, columns in config.heads.items()}
    count = len(ROLE_TAGS)
    if (widths, config.roles.shape, config.role_bias.shape) != (_WIDTHS, (count, count), (count,)):
        raise ModelError(f"{path} is damaged (its parts do not fit each other): {REMEDY}")
    return config


_TAG_SETS = (list(ROLE_TAGS), list(NAME_TAGS), list(POS_TAGS))
_WIDTHS = {"roles": len(ROLE_TAGS), "names": len(NAME_TAGS), "pos": len(POS_TAGS), "opens": 1}
