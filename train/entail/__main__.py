"""Make the entailment model: `python -m train.entail`, from WHENCE_DATA to the shipped weights.

    pairs        entailment, headlines, bodies, claims, changed sentences of news    a minute
    entail       a training from the base model, on all of these                    Recipe.minutes
    statements   goes on, on pairs of attributed statements             STATEMENTS.minutes
    wider        goes on, with pairs drawn by lot beside                             WIDER.minutes
    ship         ONNX, eight bits, calibration, into link/entailment/weights        minutes

The training keeps what it made in WHENCE_CHECKPOINTS and goes on where it was stopped. Remove the
folder to begin anew.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from train import places
from train.entail import pairs as sets
from train.entail.batches import Sampler, cut
from train.entail.calibrate import CALIBRATED, least, temperature
from train.entail.changes import changed
from train.entail.export import export, write_config
from train.entail.fit import course
from train.entail.measures import by_set, progress
from train.entail.network import Judge, load_judge
from train.entail.pairs import BODIES, Pair
from train.entail.recipe import STATEMENTS, WIDER, Recipe
from train.entail.score import run
from train.entail.statements import BY_LOT, LABELS, composed_pairs, labelled_pairs, scenes
from train.entail.topics import digest_part
from train.keep import kept, put
from train.loop import Training
from whence.link.entailment import CrossEncoder
from whence.link.entailment.weights import FOLDER
from whence.runtime import load_tokenizer

CHANGED = "attribution/polnear.train.jsonl.gz"
CHANGED_DEV = "attribution/polnear.dev.jsonl.gz"
POSITIONS = 256
LOOKED_AT = 150
"""Pairs of a set that are looked at while training, for time."""


def main() -> None:
    """Run the steps that are not done yet."""
    parser = argparse.ArgumentParser(
        prog="python -m train.entail",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--share-of-time", type=float, default=1.0, help="train this much shorter or longer"
    )
    parser.add_argument("--sample", type=int, default=1, help="take one pair of so many: a trial")
    parser.add_argument("--plain", action="store_true", help="32 bits, to compare the 8 with")
    parser.add_argument("--to", type=Path, default=FOLDER, help="where the files go")
    options = parser.parse_args()
    first, second, third = (
        replace(recipe, minutes=recipe.minutes * options.share_of_time)
        for recipe in (Recipe(), STATEMENTS, WIDER)
    )
    vocabulary = places.base_model() / "vocab.txt"
    tokenizer = load_tokenizer(vocabulary)
    pairs = kept(places.checkpoints() / "entail" / "pairs.pickle", lambda: material(places.data()))
    pairs = pairs[:: options.sample]
    begin = trained("entail", first, None, pairs, tokenizer)
    topic = sets.news_topics(places.data())
    pairs += composed_pairs(scenes())
    pairs += [
        pair for path in (LABELS, BY_LOT) for pair in labelled_pairs(places.data(), topic, path)
    ]
    begin = trained("statements", second, begin, pairs, tokenizer)
    judge = load(trained("wider", third, begin, pairs, tokenizer))
    ship(judge, chosen_by(places.data()), vocabulary, options.to, quantised=not options.plain)


def material(data: Path) -> list[Pair]:
    """Return all pairs, with the part that each belongs to.

    Of bodies with a strange headline two thirds of those for training are left out: they are easy.
    """
    topic = sets.news_topics(data)
    found = [pair for path in sets.TRAIN for pair in sets.inferences(data / path, "train")]
    found += [pair for path in sets.DEV for pair in sets.inferences(data / path)]
    found += sets.emergent(data, topic) + sets.claimdiff(data)
    unrelated = BODIES.index("unrelated")
    found += [
        pair
        for pair in sets.bodies(data, topic)
        if pair.part != "train"
        or pair.labels["body"] != unrelated
        or digest_part(pair.premise + pair.hypothesis, 3) == 0
    ]
    found += changed(data / CHANGED, "train")
    return found + changed(data / CHANGED_DEV, "held")


def chosen_by(data: Path) -> list[Pair]:
    """Return the pairs that temperature and thresholds are chosen by, for time one in eight."""
    developed = [pair for path in sets.DEV for pair in sets.inferences(data / path)]
    return [
        pair
        for pair in developed
        if pair.part == "tune"
        and pair.set in CALIBRATED
        and digest_part(pair.premise + pair.hypothesis, 8) == 0
    ] + [pair for pair in sets.claimdiff(data) if pair.part == "tune"]


def trained(
    name: str, recipe: Recipe, start: Path | None, given: list[Pair], tokenizer: Tokenizer
) -> Path:
    """Return the averaged weights of a training from `start` or the base model, done if need be."""
    folder = places.checkpoints() / name
    if not (folder / "done").exists():
        torch.manual_seed(recipe.seed)
        judge = load_judge(places.base_model(), POSITIONS, recipe.dropout)
        if start is not None:
            judge.load_state_dict(torch.load(start, weights_only=True))
        train(judge, recipe, folder, given, tokenizer)
    return folder / "average.pt"


def train(
    judge: Judge, recipe: Recipe, folder: Path, given: list[Pair], tokenizer: Tokenizer
) -> None:
    """Train the network by the recipe, in a folder of its own."""
    cuts = cut([pair for pair in given if pair.part == "train"], tokenizer)
    looked_at = _some([pair for pair in given if pair.part == "tune"])
    sampler = Sampler(cuts, recipe.shares, recipe.swapped, recipe.seed)
    Training(judge, course(recipe), folder).run(
        sampler.batches(recipe.pieces, recipe.longest),
        lambda network: progress(run(network, looked_at, tokenizer, recipe.longest), looked_at),
    )
    (folder / "done").touch()


def _some(pairs: list[Pair]) -> list[Pair]:
    """Return a few hundred pairs of each set."""
    draw = random.Random(1)  # noqa: S311  no secret
    found = []
    for places_ in by_set(pairs).values():
        chosen = draw.sample(places_, min(LOOKED_AT, len(places_)))
        found += [pairs[at] for at in chosen]
    return found


def load(average: Path) -> Judge:
    """Return the network with averaged weights."""
    judge = load_judge(places.base_model(), POSITIONS)
    judge.load_state_dict(torch.load(average, weights_only=True))
    return judge.eval()


def ship(
    judge: Judge, given: list[Pair], vocabulary: Path, target: Path, *, quantised: bool = True
) -> None:
    """Write the shipped files into `target`, all at once when all are made."""
    prose = [pair for pair in given if pair.set in CALIBRATED]
    claims = [pair for pair in given if pair.set == "claimdiff"]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        export(judge, vocabulary, folder, quantised=quantised)
        write_config(vocabulary, folder)
        model = CrossEncoder(folder, vocabulary=vocabulary)
        said = model.scores([(pair.premise, pair.hypothesis) for pair in claims])
        read = model.scores([(pair.premise, pair.hypothesis) for pair in prose])
        write_config(
            vocabulary,
            folder,
            temperature(read, prose),
            {head: least(said, claims, head) for head in ("strengthens", "weakens")},
        )
        put(folder, target)


if __name__ == "__main__":
    main()
