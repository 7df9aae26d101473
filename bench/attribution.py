"""How well the shipped language model reads: `python -m bench.attribution [--json FILE]`.

Attributions on PolNeAR's development part by the protocol of CofeNet (exact spans, the paragraph as
the unit, each contiguous run of content by itself), by kind of content, by tokens, and whole; the
calibration of confidence on the half of the articles that it was not fitted on; GUM's news and
interviews; names on CoNLL-2003 testa. Needs the development data: WHENCE_DATA.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from train import judge, places
from train.judge import Tally
from train.measures import Score
from whence.annotate.encoder import Encoder
from whence.annotate.encoder.tags import ROLES

HERE = Path(__file__).parent
FLOORS = HERE / "floors" / "attribution.json"
STORY_PARTS = {
    "stories": "Development stories, marked by this project",
    "stories, tune": "Development stories, the part that a model may be chosen on",
    "stories, report": "Development stories, the part that is only reported",
}
QUICK = 20
DATA = {
    "polnear": judge.DEV,
    "gum": "attribution/gum-news.dev.jsonl.gz",
    "conll": "ner/conll2003.testa.jsonl.gz",
}


def measure(folder: Path | None = None, data: Path | None = None) -> dict[str, Any]:
    """Return all figures, in per cent, with the digests of model and data."""
    data = data or places.data()
    model = Encoder(folder) if folder else Encoder()
    articles = judge.polnear(data / DATA["polnear"])
    tallies = [judge.judge(judge.read(model, each["text"]), each) for each in articles]
    held_out = merged(t for t, a in zip(tallies, articles, strict=True) if not judge.first_half(a))
    everything = merged(tallies)
    marked = stories(model, data)
    return {
        "model": model.digest,
        "data": {name: digest(data / path) for name, path in DATA.items()},
        "polnear": {name: score.as_json() for name, score in everything.counts.items()},
        "intervals": intervals(tallies, [*ROLES, "whole"]),
        "calibration": judge.reliability(held_out.judged, held_out.gold),
        "gum": _json(judge.gum(model, data / DATA["gum"])),
        **{name: _json(merged(tallies)) for name, tallies in marked.items()},
        "stories_intervals": {
            name: intervals(tallies, [*ROLES, "whole"]) for name, tallies in marked.items()
        },
        "conll": _json(judge.conll(model, data / DATA["conll"])),
    }


def quick(data: Path | None = None) -> dict[str, float]:
    """Return F1 on the first articles of PolNeAR's development part, for the gate of the tests."""
    model = Encoder()
    articles = judge.polnear((data or places.data()) / DATA["polnear"])[:QUICK]
    tally = merged(judge.judge(judge.read(model, each["text"]), each) for each in articles)
    return {name: round(tally.counts[name].f1, 1) for name in (*ROLES, "whole")}


def merged(tallies: Iterable[Tally]) -> Tally:
    """Return several tallies as one."""
    result = Tally()
    for tally in tallies:
        result.merge(tally)
    return result


def stories(model: Encoder, data: Path) -> dict[str, list[Tally]]:
    """Return the figures on each development story that this project has marked by itself.

    Foreign affairs, disasters, courts, sport: nothing of their kind was marked for training. The
    part "tune" may be looked at while a model is made, the part "report" may not.
    """
    tallies: dict[str, list[Tally]] = {name: [] for name in STORY_PARTS}
    for record in judge.stories(data):
        tally = judge.judge(judge.read(model, record["text"]), record)
        tallies["stories"].append(tally)
        tallies[f"stories, {record['part']}"].append(tally)
    return tallies


def intervals(tallies: Sequence[Tally], names: Sequence[str]) -> dict[str, list[float]]:
    """Return the 95 % interval of F1 over a thousand draws of articles, with replacement."""
    draw = random.Random(1)  # noqa: S311  draws of articles, no secret
    found: dict[str, list[float]] = {}
    for name in names:
        counts = [tally.counts.get(name, Score()) for tally in tallies]
        sums = []
        for _ in range(1000):
            chosen = draw.choices(counts, k=len(counts))
            right, predicted, gold = (
                sum(getattr(each, part) for each in chosen)
                for part in ("right", "predicted", "gold")
            )
            sums.append(Score(right, predicted, gold).f1)
        sums.sort()
        found[name] = [round(sums[25], 1), round(sums[974], 1)]
    return found


def _json(tally: Tally) -> dict[str, dict[str, float]]:
    return {name: score.as_json() for name, score in tally.counts.items()}


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def show(figures: dict[str, Any]) -> str:
    """Return the figures as a table for people."""
    lines = [f"model {figures['model'][:12]}", "", _head("PolNeAR dev")]
    lines += [_line(name, row) for name, row in figures["polnear"].items()]
    lines += _intervals(figures["intervals"])
    lines += ["", _head("GUM news and interviews")]
    lines += [_line(name, row) for name, row in figures["gum"].items()]
    for part, title in STORY_PARTS.items():
        lines += ["", _head(title)]
        lines += [_line(name, row) for name, row in figures[part].items()]
        lines += _intervals(figures["stories_intervals"][part])
    lines += ["", _head("CoNLL-2003 testa (names = PER, ORG and LOC; no class for groups)")]
    lines += [_line(name, row) for name, row in figures["conll"].items()]
    given = figures["calibration"]
    lines += ["", "Confidence, on the articles that it was not fitted on"]
    lines += [
        f"  {row['from']:.1f}–{row['from'] + 0.1:.1f}  said {100 * row['said']:5.1f}  "
        f"was {100 * row['was']:5.1f}  n {row['n']}"
        for row in given["table"]
    ]
    lines.append(
        f"  ECE {given['ece']:.3f}; recall at 95 % precision {given['recall_at_95_precision']} % "
        f"(from {given['threshold']}); right at 0.9 or more: {given['right_at_0.9']} % "
        f"of {given['n_at_0.9']}"
    )
    return "\n".join(lines)


def _head(title: str) -> str:
    return f"{title}\n  {'':18}      P      R     F1      n"


def _intervals(found: dict[str, list[float]]) -> list[str]:
    return [f"  95 % interval of {name}: {low}–{high}" for name, (low, high) in found.items()]


def _line(name: str, row: dict[str, float]) -> str:
    return f"  {name:18} {row['p']:6.1f} {row['r']:6.1f} {row['f1']:6.1f} {row['n']:6d}"


def main() -> None:
    """Print the figures; write them as JSON if asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.attribution", description=__doc__)
    parser.add_argument("--json", type=Path, help="write the figures here too")
    parser.add_argument("--weights", type=Path, help="another folder of weights")
    options = parser.parse_args()
    figures = measure(options.weights)
    print(show(figures))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
