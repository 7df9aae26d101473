"""How well the entailment model reads: `python -m bench.entailment [--json FILE] [--all]`.

Entailment by set on the development files (mnli, snli, te_paragraph, breaking_nli and scitail were
not trained on); Emergent, ClaimDiff and FNC-1 on the topics that were held out of their training
files; sentences of PolNeAR's development part, changed by rules; calibration on the half that the
temperature was not chosen on; pairs a second. Needs the development data: WHENCE_DATA.
`--weights FOLDER` measures other weights, such as `python -m train.entail --plain --to FOLDER`
makes.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.attribution import digest
from train import places
from train.corpora import records
from train.entail import measures
from train.entail import pairs as sets
from train.entail.calibrate import CALIBRATED, reliability
from train.entail.changes import changed
from train.entail.measures import Floats
from train.entail.pairs import BODIES, Pair
from train.entail.topics import digest_part
from whence.link.entailment import CrossEncoder

HERE = Path(__file__).parent
FLOORS = HERE / "floors" / "entailment.json"
CHANGED = "attribution/polnear.dev.jsonl.gz"
MOST = 500
"""Pairs of a set, drawn by their digest, unless all are asked for."""
QUICK = 100
DATA = {
    "nli3": sets.DEV[0],
    "nli2": sets.DEV[1],
    "emergent": sets.EMERGENT,
    "claimdiff": sets.CLAIMDIFF,
    "fnc1": sets.FNC1,
    "bodies": sets.BODY_TEXTS,
}


def measure(
    folder: Path | None = None, data: Path | None = None, most: int | None = MOST
) -> dict[str, Any]:
    """Return all figures, in per cent, with the digests of model and data."""
    data = data or places.data()
    model = CrossEncoder(folder) if folder else CrossEncoder()
    topic = sets.news_topics(data)
    developed = drawn([p for path in sets.DEV for p in sets.inferences(data / path)], most)
    changes = drawn(changed(data / CHANGED, "held"), most)
    return {
        "model": model.digest,
        "data": {name: digest(data / path) for name, path in DATA.items()},
        "inference": inference(model, developed, data),
        "changes": accuracy(model, changes),
        "calibration": calibration(model, developed),
        "emergent": emergent(model, [p for p in sets.emergent(data, topic) if p.part == "held"]),
        "claimdiff": claimdiff(model, [p for p in sets.claimdiff(data) if p.part == "held"]),
        "fnc1": fnc1(model, sets.bodies(data, topic, "held"), data),
        "speed": speed(model, developed),
    }


def quick(data: Path | None = None) -> dict[str, float]:
    """Return accuracy on some pairs of two sets, for the gate of the tests."""
    data = data or places.data()
    model = CrossEncoder()
    news = drawn(
        [p for p in sets.emergent(data, sets.news_topics(data)) if p.part == "held"], QUICK
    )
    prose = [p for p in sets.inferences(data / sets.DEV[0]) if p.set == "te_base"]
    return {
        "emergent": round(emergent(model, news)["accuracy"], 1),
        "te_base": accuracy(model, drawn(prose, QUICK))["te_base"]["accuracy"],
    }


def scores(model: CrossEncoder, pairs: Sequence[Pair]) -> Floats:
    """Return the model's raw scores of all heads."""
    return model.scores([(pair.premise, pair.hypothesis) for pair in pairs])


def drawn(pairs: Sequence[Pair], most: int | None) -> list[Pair]:
    """Return at most so many pairs of each set, the same ones on every machine."""
    found: list[Pair] = []
    for at in measures.by_set(pairs).values():
        ranked = sorted(
            at, key=lambda i: digest_part(pairs[i].premise + pairs[i].hypothesis, 2**40)
        )
        found += [pairs[i] for i in ranked[:most]]
    return found


def accuracy(model: CrossEncoder, pairs: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """Return the share of right inferences of each set, and the share of its commonest answer."""
    return _accuracy(measures.inferred(scores(model, pairs), pairs), pairs)


def _accuracy(right: NDArray[np.bool_], pairs: Sequence[Pair]) -> dict[str, dict[str, float]]:
    found = {}
    for name, at in sorted(measures.by_set(pairs).items()):
        labels = [pairs[i].labels["inference"] for i in at]
        found[name] = {
            "accuracy": round(100 * float(right[at].mean()), 1),
            "commonest": round(100 * max(map(labels.count, labels)) / len(at), 1),
            "n": len(at),
        }
    return found


def inference(
    model: CrossEncoder, pairs: Sequence[Pair], data: Path
) -> dict[str, dict[str, float]]:
    """Return accuracy by set, of all and of the pairs whose premise was not trained on."""
    seen = {p.premise for path in sets.TRAIN for p in sets.inferences(data / path, "train")}
    right = measures.inferred(scores(model, pairs), pairs)
    found = _accuracy(right, pairs)
    new = np.array([pair.premise not in seen for pair in pairs])
    unseen = _accuracy(right[new], [pairs[at] for at in np.flatnonzero(new)])
    for name, row in unseen.items():
        found[name] |= {"new_premises": row["accuracy"], "n_new": row["n"]}
    return found


def calibration(model: CrossEncoder, pairs: Sequence[Pair]) -> dict[str, float]:
    """Return the calibration error on the half that the temperature was not chosen on."""
    held = [pair for pair in pairs if pair.part == "held" and pair.set in CALIBRATED]
    found = scores(model, held)
    plain = reliability(found, held, 1.0)["ece"]
    return {**reliability(found, held, model.config.temperature), "ece_uncalibrated": plain}


def emergent(model: CrossEncoder, pairs: Sequence[Pair]) -> dict[str, float]:
    """Return accuracy, with its 95 % interval over claims, and F1 of each stance."""
    found = scores(model, pairs)
    right = found[:, measures.COLUMNS["stance"]].argmax(1) == [p.labels["stance"] for p in pairs]
    claims: dict[str, list[bool]] = {}
    for pair, each in zip(pairs, right, strict=True):
        claims.setdefault(pair.hypothesis, []).append(bool(each))
    groups = list(claims.values())
    draw = np.random.default_rng(1)
    means = []
    for _ in range(1000):
        chosen = [groups[at] for at in draw.integers(0, len(groups), len(groups))]
        means.append(100 * sum(map(sum, chosen)) / sum(map(len, chosen)))
    low, high = np.percentile(means, [2.5, 97.5])
    return {**measures.stance(found, pairs), "low": low, "high": high, "n": len(pairs)}


def claimdiff(model: CrossEncoder, pairs: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """Return precision, recall and F1 of both positive classes."""
    found = scores(model, pairs)
    least = model.config.least
    return {head: measures.differs(found, pairs, head, least[head]) for head in least}


def fnc1(model: CrossEncoder, pairs: Sequence[Pair], data: Path) -> dict[str, dict[str, float]]:
    """Return the figures of FNC-1 as the pairs fall, and weighed to the whole file's classes."""
    found = scores(model, pairs)
    labels = [BODIES.index(each["label"]) for each in records(data / sets.FNC1)]
    shares = {each: labels.count(each) / len(labels) for each in range(len(BODIES))}
    return {
        "held out": {**measures.bodies(found, pairs), "n": len(pairs)},
        "at the file's shares": measures.bodies(found, pairs, shares),
    }


def speed(model: CrossEncoder, pairs: Sequence[Pair]) -> dict[str, float]:
    """Return pairs and words a second by the clock, on one thread, the median of five runs."""
    chosen = [(p.premise, p.hypothesis) for p in pairs if p.set == "mnli"][:200]
    single = CrossEncoder(model.folder, threads=1)
    single.read(chosen[:5])
    seconds = []
    for _ in range(5):
        began = time.perf_counter()
        single.read(chosen)
        seconds.append(time.perf_counter() - began)
    taken = statistics.median(seconds)
    words = sum(len(f"{premise} {hypothesis}".split()) for premise, hypothesis in chosen)
    return {"pairs_a_second": round(len(chosen) / taken), "words_a_second": round(words / taken)}


def show(figures: dict[str, Any]) -> str:
    """Return the figures as tables for people."""
    lines = [f"model {figures['model'][:12]}", "", "Inference: accuracy by set"]
    lines.append(f"  {'':18}    all      n  new premises      n  commonest answer")
    for name, row in figures["inference"].items():
        new = f"{row['new_premises']:12.1f} {row['n_new']:7d}" if "n_new" in row else " " * 20
        lines.append(
            f"  {name:18} {row['accuracy']:6.1f} {row['n']:6d} {new} {row['commonest']:10.1f}"
        )
    lines += ["", "Changed sentences of news"]
    lines += [
        f"  {name:18} {row['accuracy']:6.1f} {row['n']:6d} {'':20} {row['commonest']:10.1f}"
        for name, row in figures["changes"].items()
    ]
    for title in ("emergent", "calibration", "speed"):
        lines += ["", f"{title}: {_row(figures[title])}"]
    for title in ("claimdiff", "fnc1"):
        lines.append("")
        lines += [f"{title}, {name}: {_row(row)}" for name, row in figures[title].items()]
    return "\n".join(lines)


def _row(row: dict[str, float]) -> str:
    return ", ".join(f"{name} {round(value, 3 if value < 1 else 1)}" for name, value in row.items())


def main() -> None:
    """Print the figures; write them as JSON if asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.entailment", description=__doc__)
    parser.add_argument("--json", type=Path, help="write the figures here too")
    parser.add_argument("--weights", type=Path, help="another folder of weights")
    parser.add_argument("--all", action="store_true", help=f"not only {MOST} pairs of a set")
    options = parser.parse_args()
    figures = measure(options.weights, most=None if options.all else MOST)
    print(show(figures))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
