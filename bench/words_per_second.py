"""How fast the raw language model reads, on one thread: `python -m bench.words_per_second`.

Words are runs of non-space characters, articles are PolNeAR's development part. The best of three
rounds is printed beside all rounds and the machine's load, since other work slows it.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from pathlib import Path

from train import judge, places
from whence.annotate.encoder import Encoder


def main() -> None:
    """Read the articles three times and print words per second and peak memory."""
    parser = argparse.ArgumentParser(prog="python -m bench.words_per_second", description=__doc__)
    parser.add_argument("--weights", type=Path, help="another folder of weights")
    parser.add_argument("--articles", type=int, default=40)
    options = parser.parse_args()
    texts = [
        record["text"]
        for record in judge.polnear(places.data() / "attribution/polnear.dev.jsonl.gz")
    ][: options.articles]
    model = Encoder(options.weights) if options.weights else Encoder()
    began = time.perf_counter()
    judge.read(model, texts[0])
    print(f"loading and the first article: {time.perf_counter() - began:.2f} s")
    words = sum(len(text.split()) for text in texts)
    rounds = []
    for _ in range(3):
        began = time.perf_counter()
        busy = time.process_time()
        for text in texts:
            judge.read(model, text)
        rounds.append((words / (time.perf_counter() - began), words / (time.process_time() - busy)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{words} words in {len(texts)} articles, one thread, load {os.getloadavg()[0]:.1f}")
    print("words/s by the clock:   ", ", ".join(f"{clock:,.0f}" for clock, _ in rounds))
    print("words/s of our own time:", ", ".join(f"{own:,.0f}" for _, own in rounds))
    print(f"best {max(clock for clock, _ in rounds):,.0f} words/s; peak memory {peak:,.0f} MiB")


if __name__ == "__main__":
    main()
