"""How the statements read in the two seed reports compare with a person's reading of them.

``python -m bench.seeds`` prints the figures, with ``-v`` also every difference. The reading is kept
as offsets and labels in ``tests/seeds/statements.jsonl``; the reports themselves lie in the
research data (``WHENCE_DATA``).
"""

import json
import sys
from pathlib import Path

from bench.example_story import Matcher, Row, Score, score_statements
from train import places
from whence.pipeline import report

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "tests" / "seeds" / "statements.jsonl"
#: Labels that are spans in the report; their words are what the account should show.
_WORDS = ("speaker", "told", "via", "venue")


def truth(seeds: Path) -> list[Row]:
    """The labels, with the words that their offsets point to."""
    rows: list[Row] = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    for row in rows:
        text = (seeds / row["article"]).read_bytes().decode("utf-8")
        for name in _WORDS:
            if name in row:
                row[name] = " ".join(text[slice(*row[name])].split())
    return rows


def score(seeds: Path) -> dict[str, Score]:
    """Every measure of the seeds."""
    return score_statements(Matcher(report([str(seeds)])), truth(seeds))


def main() -> None:
    """Print the figures."""
    for name, counts in score(places.data() / "seeds").items():
        print(
            f"{name:12} right {counts.right:3} wrong {counts.wrong:3} missing {counts.missing:3}"
            f"   precision {counts.precision:.2f} recall {counts.recall:.2f}"
        )
        if "-v" in sys.argv:
            print("".join(f"      {line}\n" for line in counts.differences), end="")


if __name__ == "__main__":
    main()
