"""Make `src/whence/link/data/background.txt`: how common each stem is in news at large.

    python -m train.background DATA_DIR src/whence/link/data/background.txt

What it writes are counts alone: stems in bands of document frequency. A stem is kept when it
occurs in several corpora and is mostly printed in lower case, so that names stay out.
"""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from train.corpora import records
from whence.link.words import stem, words

#: Corpora of articles; none of them is one that stories are measured on.
CORPORA = {
    "polnear": ("attribution/polnear.train.jsonl.gz",),
    "timebank": ("time/timebank.jsonl.gz", "time/aquaint.jsonl.gz"),
    "lgl": ("places/lgl.jsonl.gz",),
    "fnc1": ("relations/fnc1.train.bodies.jsonl.gz",),
    "t17": tuple(
        f"timelines/t17_{topic}.articles.jsonl.gz"
        for topic in ("egypt", "finan", "haiti", "libya", "mj")
    ),
}
_LEAST_ARTICLES = 5
_LEAST_CORPORA = 2
#: Bands are half powers of two: band b is a document frequency of about 2 ** (-b / 2).
_BANDS_PER_HALVING = 2


def _texts(data: Path, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        for record in records(data / name):
            yield record["text"]


def bands(data: Path) -> dict[int, list[str]]:
    """From the band to its stems, sorted."""
    rates: dict[str, dict[str, float]] = defaultdict(dict)
    found: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    printed: Counter[str] = Counter()
    sizes: dict[str, int] = {}
    for corpus, names in CORPORA.items():
        counts: Counter[str] = Counter()
        sizes[corpus] = 0
        for text in _texts(data, names):
            sizes[corpus] += 1
            forms = [word for word, _ in words(text)]
            stems = [stem(form) for form in forms]
            counts.update(set(stems))
            printed.update(stems)
            lower.update(found for found, form in zip(stems, forms, strict=True) if form.islower())
        found.update(counts)
        for word, count in counts.items():
            rates[word][corpus] = count / sizes[corpus]
    # Corpora weigh by the root of their size, so that none rules by its size or its topic.
    weights = {corpus: math.sqrt(size) for corpus, size in sizes.items()}
    whole = sum(weights.values())
    kept: dict[int, list[str]] = defaultdict(list)
    for word, by_corpus in rates.items():
        common = found[word] >= _LEAST_ARTICLES and len(by_corpus) >= _LEAST_CORPORA
        if not common or lower[word] * 2 < printed[word] or not word.isalpha():
            continue
        rate = sum(weights[corpus] * share for corpus, share in by_corpus.items()) / whole
        kept[round(-math.log2(rate) * _BANDS_PER_HALVING)].append(word)
    return {band: sorted(kept[band]) for band in sorted(kept)}


def main() -> None:
    """Write the file."""
    data, target = Path(sys.argv[1]), Path(sys.argv[2])
    lines = [
        "# Document frequency of English news stems, in bands: band b is about 2 ** (-b / 2).",
        "# Counted by train/background.py over " + ", ".join(CORPORA) + "; counts, no text.",
    ]
    lines += [f"{band}\t{' '.join(stems)}" for band, stems in bands(data).items()]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
