"""The probability that a whole attribution is right, from how sure the model is of its parts."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from whence.annotate.encoder.joining import Joined, RoleSpan

FEATURES: Final = (
    *("one", "source", "cue", "likely", "around", "joint"),
    *("left", "length", "pieces", "content_first"),
)
"""What confidence is made of, chosen by cross-validation over the articles of the choosing halves
(`python -m train.calibrate`): how sure the source, the cue, all words of the parts, and the least
sure word of the cue's sentence are; how sure the source is the cue's; whether words of a content's
sentence are left over after it; how long the content is, in how many pieces, and if it stands
first. That quotation marks are at its ends, what the cue is and which other source there is added
nothing."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression, one weight for each of `FEATURES`, fitted on held-out articles."""

    weights: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.weights) != len(FEATURES):
            raise ValueError(f"calibration needs {len(FEATURES)} weights")

    @classmethod
    def of(cls, weights: Mapping[str, float]) -> Calibration:
        """Return the calibration of weights by name; KeyError where one is missing."""
        if set(weights) - set(FEATURES):
            raise ValueError(f"calibration knows {', '.join(FEATURES)} only")
        return cls(tuple(float(weights[name]) for name in FEATURES))

    def confidence(self, features: tuple[float, ...]) -> float:
        """Return the probability, from 0 to 1."""
        pairs = zip(self.weights, features, strict=True)
        total = sum(weight * value for weight, value in pairs)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def features(spans: Sequence[RoleSpan], joined: Joined) -> tuple[float, ...]:
    """Return what the calibration looks at, in the order of `FEATURES`."""
    cue = spans[joined.cue]
    source = None if joined.source is None else spans[joined.source]
    contents = [spans[index] for index in joined.contents]
    parts = [cue, *contents, *([] if source is None else [source])]
    of_sentence: dict[int, list[RoleSpan]] = defaultdict(list)
    for part in parts:
        of_sentence[part.last_sentence].append(part)
    return (
        1.0,
        0.0 if source is None else log_odds(source.least),
        log_odds(cue.least),
        sum(part.likely for part in parts),
        log_odds(cue.around),
        0.0 if source is None else log_odds(joined.source_chance),
        float(any(_left_over(each, of_sentence[each.last_sentence]) for each in contents)),
        math.log(sum(content.high - content.low for content in contents)),
        float(len(contents) - 1),
        float(contents[0].low < cue.low),
    )


def _left_over(content: RoleSpan, parts: Sequence[RoleSpan]) -> bool:
    """Say whether words after a content are in none of the parts that end in its sentence."""
    own = sum(part.written for part in parts if part.low >= content.high)
    return content.after > own


def log_odds(chance: float) -> float:
    """Return the log-odds of a probability, held within ±7."""
    kept = min(max(chance, 0.001), 0.999)
    return math.log(kept / (1.0 - kept))
