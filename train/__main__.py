"""Make the language model: `python -m train`, from WHENCE_DATA to the shipped weights.

    material   documents with labels; the teacher's vectors of sentences          minutes
    first      a first training on PolNeAR and the gold name sets                 FIRST.minutes
    labels     names that two of three agree on; roles on unmarked news           minutes
    second     goes on from the first                                             SECOND.minutes
    ship       ONNX, eight bits, calibration, into src/whence/annotate/weights    a minute

Each step keeps what it made in WHENCE_CHECKPOINTS and is not done again; a training goes on where
it was stopped. Remove the folder to begin anew.
"""

from __future__ import annotations

import argparse
import pickle
from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from train import places
from train.batches import Sampler
from train.documents import RELATIONS, Document
from train.fit import Fit
from train.labels import label, unmarked
from train.network import Reader, load_base
from train.prepare import Material, material
from train.recipe import FIRST, SECOND, Recipe
from train.score import evaluate
from train.ship import load, mix, ship
from whence.annotate.encoder.pieces import load_tokenizer

HELD_OUT = 42
"""Development articles looked at while training: half of them, for time."""


def main() -> None:
    """Run the steps that are not done yet."""
    parser = argparse.ArgumentParser(
        prog="python -m train",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--share-of-time", type=float, default=1.0, help="train this much shorter or longer"
    )
    parser.add_argument("--to", type=Path, default=places.WEIGHTS, help="where the files go")
    options = parser.parse_args()
    first, second = (
        replace(recipe, minutes=recipe.minutes * options.share_of_time)
        for recipe in (FIRST, SECOND)
    )
    tokenizer = load_tokenizer(places.base_model() / "vocab.txt")
    given = material(tokenizer)
    folder = places.checkpoints() / "first"
    if not (folder / "done").exists():
        reader = Reader(load_base(places.base_model(), first.window, first.dropout), len(RELATIONS))
        train(reader, first, folder, given, [], tokenizer)
    others = labelled(given, load(folder / "average.pt", first), tokenizer)
    start, folder = folder / "average.pt", places.checkpoints() / "second"
    if not (folder / "done").exists():
        train(load(start, second), second, folder, given, others, tokenizer)
    # A mixture of one training's weights reads better than its last ones: half a point of F1.
    mixed = mix(folder / "early.pt", folder / "average.pt", 0.75, folder / "mixed.pt")
    ship(mixed, second, options.to)


def train(
    reader: Reader,
    recipe: Recipe,
    folder: Path,
    given: Material,
    others: list[Document],
    tokenizer: Tokenizer,
) -> None:
    """Train the network by a recipe, in a folder of its own."""
    torch.manual_seed(recipe.seed)
    share = 1 - recipe.share_names - recipe.share_unmarked
    Fit(reader, recipe, folder).run(
        Sampler(tokenizer, recipe.window, recipe.seed),
        [
            (given.train, share),
            (given.names, recipe.share_names),
            (others, recipe.share_unmarked),
        ],
        given.vectors,
        lambda network: evaluate(
            network, given.dev[:HELD_OUT], given.names_dev[::4], given.vectors
        ),
    )
    (folder / "done").touch()


def labelled(given: Material, reader: Reader, tokenizer: Tokenizer) -> list[Document]:
    """Write the labels of the second training on `given`; return the unmarked news with its own."""
    path = places.checkpoints() / "labels.pickle"
    if path.exists():
        with path.open("rb") as file:
            names, others = pickle.load(file)  # noqa: S301  our own file
        for document, labels in zip(given.train, names, strict=True):
            document.labels["names"] = labels
        return list(others)
    others = unmarked(places.data(), tokenizer)
    label(reader, given.train, others)
    with path.with_suffix(".part").open("wb") as file:
        pickle.dump(([document.labels["names"] for document in given.train], others), file)
    path.with_suffix(".part").replace(path)
    return others


if __name__ == "__main__":
    main()
