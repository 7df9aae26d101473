"""What the reader can do, by capability: `python -m bench.behaviour [-v] [--weights FOLDER]`.

Prints how many cases of each capability are read as a person marked them, and with ``-v`` what is
wrong with the others. ``--keep`` writes the rates, less two cases, as the tests' floors.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from bench.behaviour.changes import changed_cases
from bench.behaviour.checking import Asked, Outcome
from bench.behaviour.marking import capabilities

FLOORS = Path(__file__).resolve().parent.parent / "floors" / "behaviour.json"


def outcomes(asked: Asked) -> Iterable[Outcome]:
    """Every case with what is wrong with how it was read."""
    for case in (*capabilities(), *changed_cases()):
        yield asked.outcome(case)


def rates(found: Iterable[Outcome]) -> dict[str, tuple[int, int]]:
    """How many cases of each capability are right, and how many there are."""
    counts: dict[str, tuple[int, int]] = {}
    for outcome in found:
        right, asked = counts.get(outcome.case.capability, (0, 0))
        counts[outcome.case.capability] = (right + outcome.is_right, asked + 1)
    return counts


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.behaviour", description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="print what is wrong")
    parser.add_argument("--weights", type=Path, help="another folder of weights")
    parser.add_argument("--keep", action="store_true", help="write the floors")
    options = parser.parse_args()
    found = list(outcomes(Asked.of(options.weights)))
    if options.verbose:
        for outcome in found:
            if not outcome.is_right:
                print(f"{outcome.case.id}\n  {outcome.case.text!r}")
                print("".join(f"    {each}\n" for each in outcome.wrong), end="")
    counts = rates(found)
    for name, (right, asked) in counts.items():
        print(f"{name:36} {right:4} of {asked:4}  {100 * right / asked:5.1f} %")
    right, asked = (sum(pair[n] for pair in counts.values()) for n in (0, 1))
    print(f"{'all':36} {right:4} of {asked:4}  {100 * right / asked:5.1f} %")
    if options.keep:
        floors = {name: max(0, right - 2) for name, (right, _) in counts.items()}
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
