"""What the network's time is spent on: `python -m bench.operators [--pieces N] [--weights FOLDER]`.

One window of pieces by lot, run again and again on one thread of ONNX Runtime with its own profile:
the time that a fifth of its runs stay under for each operator, summed by kind, once as
`whence.runtime` loads it and once with all of ONNX Runtime's fusions. Where other work goes on, it
is in the other four fifths.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnxruntime

from whence.annotate.encoder.pieces import Shape
from whence.annotate.encoder.weights import FOLDER, NETWORK
from whence.annotate.encoder.windows import SIZE
from whence.runtime import SLOW_FUSIONS

RUNS = 100


def profile(network: Path, pieces: int, disabled: list[str]) -> dict[str, float]:
    """Microseconds of a window by kind of operator."""
    with tempfile.TemporaryDirectory() as folder:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_profiling = True
        options.profile_file_prefix = str(Path(folder, "profile"))
        session = onnxruntime.InferenceSession(
            str(network), options, ["CPUExecutionProvider"], disabled_optimizers=disabled
        )
        draw = np.random.default_rng(1)
        given = {
            "pieces": draw.integers(1000, 20000, (1, pieces)),
            "shapes": draw.integers(0, Shape.SPECIAL, (1, pieces)),
        }
        for _ in range(RUNS):
            session.run(None, given)
        events = json.loads(Path(session.end_profiling()).read_text("utf-8"))
    spent: dict[tuple[str, str], list[float]] = defaultdict(list)
    for event in events:
        if event["name"].endswith("_kernel_time"):
            spent[event["args"]["op_name"], event["name"]].append(event["dur"])
    found: dict[str, float] = defaultdict(float)
    for (kind, _), times in spent.items():
        found[kind] += statistics.quantiles(times, n=5)[0]
    return found


def main() -> None:
    """Print both profiles side by side."""
    parser = argparse.ArgumentParser(prog="python -m bench.operators", description=__doc__)
    parser.add_argument("--weights", type=Path, default=FOLDER, help="another folder of weights")
    parser.add_argument("--pieces", type=int, default=SIZE)
    options = parser.parse_args()
    network = options.weights / NETWORK
    ours, theirs = (profile(network, options.pieces, off) for off in (SLOW_FUSIONS, []))
    print(f"a window of {options.pieces} pieces, load {os.getloadavg()[0]:.1f}; microseconds")
    print(f"{'':26} {'as we run it':>14} {'':>7} {'all fusions':>14}")
    whole = sum(ours.values())
    for kind in sorted(ours | theirs, key=lambda kind: -ours[kind] - theirs[kind]):
        share = 100 * ours[kind] / whole
        print(f"{kind:26} {ours[kind]:14,.0f} {share:5.1f} % {theirs[kind]:14,.0f}")
    print(f"{'all':26} {whole:14,.0f} {'':>7} {sum(theirs.values()):14,.0f}")


if __name__ == "__main__":
    main()
