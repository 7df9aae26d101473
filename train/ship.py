"""The last steps: export, calibrate, and put the files where the package has them."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from train import judge, places
from train.calibrate import best_bias, calibration, looks
from train.documents import RELATIONS
from train.export import export, write_config
from train.keep import put
from train.network import Reader, load_base
from train.recipe import Recipe
from train.tables import joint_table
from whence.annotate.encoder import Encoder


def load(average: Path, recipe: Recipe) -> Reader:
    """Return the network with averaged weights."""
    base = load_base(places.base_model(), recipe.window, rounded=recipe.eight_bits)
    reader = Reader(base, len(RELATIONS))
    reader.load_state_dict(torch.load(average, weights_only=True))
    return reader.eval()


def mix(shares: Mapping[Path, float], target: Path) -> Path:
    """Write the mean of several networks' weights, each by its share; return the file.

    The mean of what was learnt along one way, or on several, reads better than any of it alone
    (Izmailov et al., 2018; Wortsman et al., 2022).
    """
    weights = [(torch.load(path, weights_only=True), share) for path, share in shares.items()]
    keys = weights[0][0].keys()
    mean = {key: sum(share * each[key] for each, share in weights) for key in keys}
    torch.save(mean, target)
    return target


def ship(average: Path, recipe: Recipe, target: Path, *, quantised: bool = True) -> None:
    """Write the shipped files into `target`, all at once when all are made."""
    reader = load(average, recipe)
    table = joint_table(places.data())
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        export(reader, places.base_model() / "vocab.txt", folder, quantised=quantised)
        write_config(reader, table, folder)
        model = Encoder(folder)
        seen = looks(model, judge.choosing(places.data()))
        bias = best_bias(model.config, seen)
        tuned = replace(model.config, role_bias=np.array(bias, dtype=np.float32))
        weights = calibration(tuned, seen)
        chosen = {"role_bias": bias, "calibration": {"weights": weights}}
        write_config(reader, table, folder, chosen)
        put(folder, target)
