"""What tells whom a pronoun means: fit and measure its weights, ``python -m bench.antecedents``.

Pronouns outside of contents, with the candidates that `whence.annotate.speakers` weighs and those
among them that are right: in PolNeAR train by CoreNLP's coreference (the articles that
`bench.speakers` labels are left out), in ECB+ by the annotators'. Conditional logistic regression
with a ridge; ECB+ counts three times. Each half of the articles, by the SHA-1 of their ids, is
measured with the weights of the other; the weights printed last are those of both halves. As the
candidates further on depend on the weights in use, they were fitted and put in place twice; the
shipped ones come of that, without "nearest", and those of "they" and "it" were held near the ones
before them for want of examples.
"""

import argparse
import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from bench.speaker_pages import (
    HERE,
    Record,
    attributions_of,
    mentions_of,
    model,
    spans,
    words_of,
)
from train import places
from train.corpora import records
from whence.annotate.speakers import cast, names_only, pronouns
from whence.annotate.speakers.draft import Draft
from whence.annotate.speakers.pronouns import Asked, Candidate, Sort, sort_of
from whence.annotate.speakers.recency import Recency, Seen
from whence.annotate.words import Words
from whence.model import Attribution, Mention, Span

FLOORS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8)
ECB_COUNTS = 3.0
#: Articles of more code points take too long for what they add.
LONGEST = 20_000
#: How many words of a candidate that is no referent yet are compared.
_SHORT = 5
#: Possessives of persons weigh otherwise, and are left out.
_LEFT_OUT = frozenset({"his", "her", "him", "hers", "himself", "herself"})
Floats = NDArray[np.float64]
#: Where the other mentions of what a pronoun means have their heads; ``None`` where unmarked.
Heads = Callable[[int, int], Sequence[tuple[int, int]] | None]


@dataclass(frozen=True, slots=True)
class Choice:
    """One pronoun: whether it is a source, what tells for each candidate, and which are right."""

    article: str
    data: str
    sort: Sort
    speaks: bool
    features: tuple[dict[str, float], ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """An article with what its coreference says."""

    id: str
    data: str
    words: Words
    attributions: Sequence[Attribution]
    mentions: Sequence[Mention]
    heads: Heads


def polnear(data: Path) -> Iterator[Text]:
    """PolNeAR's training part with CoreNLP's chains, each mention by the start of its head."""
    labelled = "".join(
        (HERE / "labels" / f"speakers.{part}.jsonl").read_text("utf-8")
        for part in ("tune", "fresh")
    )
    for record in records(data / "attribution" / "polnear.train.jsonl.gz"):
        is_fit = record.get("coref") and len(record["text"]) < LONGEST
        if is_fit and f'"{record["id"]}"' not in labelled:
            words, names = words_of(record), mentions_of(record)
            yield Text(
                record["id"], "PolNeAR", words, attributions_of(record), names, _heads(record)
            )


def _heads(record: Record) -> Heads:
    tokens = record["tokens"]
    starts = [token[0] for token in tokens]
    chains = {(start, end): held for held in record["coref"] for start, end in held}

    def head(start: int, end: int) -> tuple[int, int]:
        low, high = bisect_left(starts, start), bisect_left(starts, end)
        for index in range(low, high):
            if not low <= tokens[index][4] < high:
                return tokens[index][0], tokens[index][0] + 1
        return start, start + 1

    def others(start: int, end: int) -> list[tuple[int, int]] | None:
        held = chains.get((start, end))
        names = [each for each in held or () if not _is_pronoun(record["text"], each)]
        return None if held is None else [head(*each) for each in names]

    return others


def ecb(data: Path) -> Iterator[Text]:
    """ECB+ with its own chains; its lines are sentences, so that each article is one passage."""
    for record in records(data / "stories" / "ecbplus_dev.jsonl.gz"):
        text = record["text"]
        marked = [m for m in record["mentions"] if m["kind"] == "entity" and m["cluster"]]
        if not any(_is_pronoun(text, (m["start"], m["end"])) for m in marked):
            continue
        reading = model().read(text, tuple(spans([[0, len(text)]])))
        words = Words(text, reading.tokens, spans([[0, len(text)]]), reading.sentences)
        names = names_only(words, reading.mentions)
        yield Text(record["id"], "ECB+", words, reading.attributions, names, _marked(text, marked))


def _marked(text: str, marked: Sequence[Record]) -> Heads:
    clusters = {(m["start"], m["end"]): m["cluster"] for m in marked}

    def others(start: int, end: int) -> list[tuple[int, int]] | None:
        cluster = clusters.get((start, end))
        held = [each for each, of in clusters.items() if of == cluster]
        names = [each for each in held if not _is_pronoun(text, each)]
        return None if cluster is None else names

    return others


def _is_pronoun(text: str, where: Sequence[int]) -> bool:
    return text[where[0] : where[1]].lower() in pronouns.PRONOUNS


def choices(text: Text) -> list[Choice]:
    """The third-person pronouns of an article that have a right candidate."""
    found: list[Choice] = []
    words, weigh = text.words, pronouns.weigh
    inside = {index for one in text.attributions for index in words.covering(one.content)}

    def watched(recency: Recency, asked: Asked, more: Sequence[Seen] = ()) -> list[Candidate]:
        candidates = weigh(recency, asked, more)
        form, here = words.lower[asked.word], words.tokens[asked.word].span
        if form != asked.form or form in _LEFT_OUT or asked.word in inside:
            return candidates  # an epithet, or a pronoun in someone's words
        heads = text.heads(here.start, here.end)
        places = {id(seen.draft): seen.word for seen in (*recency.before(asked.word), *more)}
        right = tuple(
            any(
                span.overlaps(Span(*head))
                for span in _printed(words, draft, places)
                for head in heads or ()
            )
            for draft, _ in candidates
        )
        if any(right):
            features = tuple(dict(held) for _, held in candidates)
            speaks = bool(recency.own)
            found.append(Choice(text.id, text.data, sort_of(form), speaks, features, right))
        return candidates

    with patch.object(pronouns, "weigh", watched):
        cast(text.id, words, text.attributions, text.mentions)
    return found


def _printed(words: Words, draft: Draft, places: dict[int, int]) -> Sequence[Span]:
    """Where a candidate stands; one that is no referent yet, at the words it was seen at."""
    if draft.mentions:
        return draft.mentions
    first = places[id(draft)]
    return (words.span(first, min(first + _SHORT, len(words) - 1)),)


def fit(held: Sequence[Choice], names: Sequence[str], ridge: float) -> Floats:
    """The weights of the features, in the order of their names."""
    from scipy.optimize import minimize  # type: ignore[import-untyped]  # noqa: PLC0415  a peer

    tables = [(_table(one, names), np.array(one.right)) for one in held]
    counts = [ECB_COUNTS if one.data == "ECB+" else 1.0 for one in held]

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = ridge / 2 * float(weights @ weights), ridge * weights
        for (table, right), count in zip(tables, counts, strict=True):
            share = _shares(table, weights)
            known = share * right
            total -= count * float(np.log(known.sum() + 1e-12))
            slope = slope - count * (known / known.sum() - share) @ table
        return total, slope

    return np.asarray(minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x)


def _table(one: Choice, names: Sequence[str]) -> Floats:
    return np.array([[held.get(name, 0.0) for name in names] for held in one.features])


def _shares(table: Floats, weights: Floats) -> Floats:
    scores = table @ weights
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum())


def line(held: Sequence[Choice], names: Sequence[str], weights: Callable[[Choice], Floats]) -> str:
    """Right and wrong of all, by the likelihood that the best candidate must pass."""
    shares = [_shares(_table(one, names), weights(one)) for one in held]
    best = [float(each.max()) for each in shares]
    hits = [one.right[int(each.argmax())] for one, each in zip(held, shares, strict=True)]
    parts = []
    for floor in FLOORS:
        passed = [hit for hit, chance in zip(hits, best, strict=True) if chance > floor]
        right, wrong = sum(passed) / len(held), (len(passed) - sum(passed)) / len(held)
        parts.append(f"{floor}: {right:.1%} {wrong:.1%}")
    return "  ".join(parts)


def main() -> None:
    """Print right and wrong of each half with the weights of the other, then the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="by default WHENCE_DATA")
    parser.add_argument("--ridge", type=float, default=1.0)
    options = parser.parse_args()
    data = options.data or places.data()
    held = [one for text in chain(polnear(data), ecb(data)) for one in choices(text)]
    for sort, sources_only in ((Sort.PERSON, False), (Sort.MANY, True), (Sort.THING, True)):
        some = [one for one in held if one.sort is sort and (one.speaks or not sources_only)]
        names = sorted({name for one in some for features in one.features for name in features})
        halves = [[one for one in some if _half(one) == half] for half in (0, 1)]
        fitted = [fit(half, names, options.ridge) for half in halves]
        shipped = np.array([pronouns.WEIGHTS[sort].get(name, 0.0) for name in names])
        for origin in ("PolNeAR", "ECB+"):
            judged = [o for o in some if o.data == origin and (o.speaks or origin == "ECB+")]
            print(f"{sort}, {origin}, {len(judged)}, right and wrong above a likelihood of")
            print("  fitted ", line(judged, names, partial(_of_the_other_half, fitted)))
            print("  shipped", line(judged, names, partial(_of_the_other_half, [shipped, shipped])))
        weights = fit(some, names, options.ridge)
        print(
            "  weights", {name: round(float(w), 2) for name, w in zip(names, weights, strict=True)}
        )


def _of_the_other_half(fitted: Sequence[Floats], one: Choice) -> Floats:
    return fitted[1 - _half(one)]


def _half(one: Choice) -> int:
    return hashlib.sha1(one.article.encode(), usedforsecurity=False).digest()[0] % 2


if __name__ == "__main__":
    main()
