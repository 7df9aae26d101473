"""Make the language model: `python -m train`, from WHENCE_DATA to the shipped weights.

    material   documents with labels; the teacher's vectors of sentences          minutes
    first      a first training on PolNeAR and the gold name sets                 FIRST.minutes
    labels     names that two of three agree on; roles on unmarked news           minutes
    second     goes on from the first                                             SECOND.minutes
    other      from the base model once more, on varied text                      OTHER.minutes
    chances    what both make of the unmarked news                                minutes
    student    goes on from the second, taught by both                            STUDENT.minutes
    wider      as much unmarked news again; what all three make of all of it      minutes
    again      goes on from the second, taught by three, as 8 bits will have it   AGAIN.minutes
    polish     goes on from a mixture of both students, on composed sentences     POLISH.minutes
    ship       ONNX, eight bits, calibration, into src/whence/annotate/weights    a minute

Each step keeps what it made in WHENCE_CHECKPOINTS and is not done again; a training goes on where
it was stopped. Remove the folder to begin anew.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from train import places
from train.batches import Sampler, Vary
from train.composed import composed
from train.documents import RELATIONS, UNKNOWN, Document, Labels
from train.fit import batches, course
from train.keep import kept
from train.labels import Chances, chances, label, unmarked
from train.loop import Training
from train.network import Reader, load_base
from train.prepare import Material, material
from train.recipe import AGAIN, FIRST, OTHER, POLISH, SECOND, STUDENT, Recipe
from train.score import evaluate
from train.ship import load, mix, ship
from whence.runtime import load_tokenizer

HELD_OUT = 42
"""Development articles looked at while training: half of them, for time."""
COMPOSED = 600
"""Documents of composed sentences: some 4,800 sentences, each name by lot."""


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
    first, second, other, student, again, polish = (
        replace(recipe, minutes=recipe.minutes * options.share_of_time)
        for recipe in (FIRST, SECOND, OTHER, STUDENT, AGAIN, POLISH)
    )
    tokenizer = load_tokenizer(places.base_model() / "vocab.txt")
    given = material(tokenizer)
    begin = trained("first", first, None, given, [], tokenizer)
    news = labelled(given, load(begin, first), tokenizer)
    last = trained("second", second, begin, given, news, tokenizer)
    teacher = mix({last.with_name("early.pt"): 0.25, last: 0.75}, last.with_name("mixed.pt"))
    opinion = trained("other", other, None, given, news, tokenizer)
    taught(news, [load(teacher, second), load(opinion, other)])
    last = trained("student", student, teacher, given, news, tokenizer)
    shares = {teacher: 0.2, last.with_name("early.pt"): 0.2, last: 0.6}
    pupil = mix(shares, last.with_name("mixed.pt"))
    teachers = [load(teacher, second), load(opinion, other), load(pupil, student)]
    news += wider(news, teachers, tokenizer)
    second_student = trained("again", again, teacher, given, news, tokenizer)
    start = mix({pupil: 0.6, second_student: 0.4}, second_student.with_name("mixed.pt"))
    polished = trained("polish", polish, start, given, news, tokenizer)
    shares = {
        pupil: 0.25,
        last: 0.2,
        second_student: 0.2,
        second_student.with_name("early.pt"): 0.1,
        polished: 0.25,
    }
    ship(mix(shares, polished.with_name("mixed.pt")), polish, options.to)


def trained(
    name: str,
    recipe: Recipe,
    start: Path | None,
    given: Material,
    news: list[Document],
    tokenizer: Tokenizer,
) -> Path:
    """Return the averaged weights of a training from `start` or the base model, done if need be."""
    folder = places.checkpoints() / name
    if not (folder / "done").exists():
        torch.manual_seed(recipe.seed)
        reader = load(start, recipe) if start else fresh(recipe)
        train(reader, recipe, folder, given, news, tokenizer)
    return folder / "average.pt"


def fresh(recipe: Recipe) -> Reader:
    """Return a reader that has learnt nothing beyond the base model."""
    base = load_base(places.base_model(), recipe.window, recipe.dropout, rounded=recipe.eight_bits)
    return Reader(base, len(RELATIONS))


def train(
    reader: Reader,
    recipe: Recipe,
    folder: Path,
    given: Material,
    others: list[Document],
    tokenizer: Tokenizer,
) -> None:
    """Train the network by a recipe, in a folder of its own."""
    others_share = recipe.share_names + recipe.share_unmarked + recipe.share_composed
    sport = composed(places.data(), tokenizer, COMPOSED, recipe.seed)
    sampler = Sampler(tokenizer, recipe.window, recipe.seed, Vary(recipe.renamed, recipe.hidden))
    mixture = [
        (given.train, 1 - others_share),
        (given.names, recipe.share_names),
        (others, recipe.share_unmarked),
        (sport, recipe.share_composed),
    ]
    Training(reader, course(recipe, given.vectors), folder).run(
        batches(sampler, mixture, recipe.batch),
        lambda network: evaluate(
            network, given.dev[:HELD_OUT], given.names_dev[::4], given.vectors
        ),
    )
    (folder / "done").touch()


def labelled(given: Material, reader: Reader, tokenizer: Tokenizer) -> list[Document]:
    """Write the labels of the second training on `given`; return the unmarked news with its own."""

    def made() -> tuple[list[Labels], list[Document]]:
        others = unmarked(places.data(), tokenizer)
        label(reader, given.train, others)
        return [document.labels["names"] for document in given.train], others

    names, others = kept(places.checkpoints() / "labels.pickle", made)
    for document, labels in zip(given.train, names, strict=True):
        document.labels["names"] = labels
    return others


def wider(news: list[Document], teachers: Sequence[Reader], tokenizer: Tokenizer) -> list[Document]:
    """Return more unmarked news with three teachers' chances; add the last one's to `news`."""

    def made() -> tuple[list[Document], list[Chances], list[Chances]]:
        others = unmarked(places.data(), tokenizer, nth=1)
        label(teachers[-1], [], others)
        return others, chances(teachers, others), chances(teachers[-1:], news)

    others, theirs, third = kept(places.checkpoints() / "wider.pickle", made)
    for document, each in zip(others, theirs, strict=True):
        _teach(document, each)
    for document, each in zip(news, third, strict=True):
        if document.chances is not None:
            share = 1 / len(teachers)
            _teach(document, (1 - share) * document.chances + share * each)
    return others


def taught(news: list[Document], teachers: Sequence[Reader]) -> None:
    """Put the teachers' chances of roles in the place of labels on the unmarked news."""
    found = kept(places.checkpoints() / "chances.pickle", lambda: chances(teachers, news))
    for document, each in zip(news, found, strict=True):
        _teach(document, each)


def _teach(document: Document, chances: Chances) -> None:
    document.chances = chances.astype(np.float16)
    document.labels["roles"] = np.full(len(document.words), UNKNOWN, dtype=np.int16)


if __name__ == "__main__":
    main()
