"""Who speaks: accuracy on hand-labelled sources, pronouns apart: ``python -m bench.speakers``.

A label holds spans of the speaker's fullest mention, any of which counts, or null where no reader
could tell; ``joint`` marks several speakers at once, of whom one alone is wrong. It is found by its
source, by its cue where there is none, or by a quotation without a cue of its own, which belongs to
the attribution that holds most of it. A quotation that no attribution holds counts as unknown; a
source that the model of the day does not mark is left out.

*dev* was looked at while the first rules were written; *held* (other articles of PolNeAR dev) and
*stories* were labelled before the system read them. Their attributions are gold. *tune* and *fresh*
are halves of 88 articles drawn by chance (PolNeAR train, stories that no other file labels), all
labelled before their speakers were looked up: PolNeAR's attributions are gold, the stories are read
from end to end. Rules and weights were chosen on *dev* and *tune* alone; the others are counted and
never listed. Intervals are of 2,000 draws of whole articles.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.speaker_pages import (
    HERE,
    Page,
    Record,
    drawn_pages,
    labels_by_article,
    polnear_pages,
    spans,
    story_pages,
)
from train import places
from whence.annotate.speakers import Cast
from whence.annotate.speakers.pronouns import PRONOUNS
from whence.model import EntityKind, Span

SURE = 0.9
#: The confidences by which the trade between no speaker and a wrong one is printed.
TRADE = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
DRAWS = 2000
#: The sets by name: where their labels lie, and what makes their pages.
SETS = {
    "dev": (HERE / "labels" / "speakers.polnear-dev.jsonl", polnear_pages),
    "tune": (HERE / "labels" / "speakers.tune.jsonl", drawn_pages),
    "held": (HERE / "labels" / "speakers.polnear-held.jsonl", polnear_pages),
    "stories": (HERE / "labels" / "speakers.stories-held.jsonl", story_pages),
    "fresh": (HERE / "labels" / "speakers.fresh.jsonl", drawn_pages),
}
LISTED = {"dev", "tune"}
VERDICTS = ("right", "unknown", "wrong")
PARTS = ("names and descriptions", "pronouns", "no source", "quotations without a cue")


def verdict(text: str, found: Cast, number: int, label: Record) -> tuple[str, bool, float]:
    """Right, unknown or wrong; whether a name was given; how sure."""
    speaker = found.speakers[number]
    by_id = {referent.id: referent for referent in found.referents}
    referent = by_id.get(speaker.referent or "")
    wanted: list[list[int]] | None = label["speaker"]
    if wanted is None or referent is None:
        same = wanted is None and referent is None
        result = "right" if same else "unknown" if referent is None else "wrong"
        return result, referent is not None and referent.named, speaker.confidence
    printed = {" ".join(text[start:end].split()).casefold() for start, end in wanted}
    hit = any(Span(*pair).overlaps(mention) for pair in wanted for mention in referent.mentions)
    hit = hit or any(name.casefold() in printed for name in referent.names)
    if label.get("joint"):
        hit = hit and referent.kind is EntityKind.GROUP
    return ("right" if hit else "wrong"), referent.named, speaker.confidence


class Tally(Counter[str]):
    """What was found, by verdict, and how many sure speakers were wrongly named."""

    def line(self, name: str) -> str:
        total = self["right"] + self["unknown"] + self["wrong"]
        named = f"{self['wrongly named, sure']} of {self['sure']} wrongly named at {SURE} or more"
        return (
            f"{name:31} {total:4}  right {self['right'] / total:6.1%}  unknown "
            f"{self['unknown'] / total:6.1%}  wrong {self['wrong'] / total:6.1%}; {named}"
        )


def target(page: Page, label: Record) -> tuple[int | None, str, str]:
    """The attribution that a label is about, the part it counts to, and its words."""
    if "quotation" in label:
        quoted = Span(*label["quotation"])
        shares = [_shared(one.content, quoted) for one in page.attributions]
        best = max(range(len(shares)), key=lambda n: shares[n], default=None)
        held = best if best is not None and shares[best] else None
        return held, "quotations without a cue", quoted.of(page.text)
    key = "source" if "source" in label else "cue"
    wanted = spans(label[key])
    printed = " ".join(span.of(page.text) for span in wanted)
    part = "pronouns" if printed.lower() in PRONOUNS else "names and descriptions"
    marked = [one.source if key == "source" else one.cue for one in page.attributions]
    shares = [sum(_shared(pieces, span) for span in wanted) for pieces in marked]
    exact = next((n for n, pieces in enumerate(marked) if pieces == wanted), None)
    best = max(range(len(shares)), key=lambda n: shares[n], default=None)
    near = best if best is not None and shares[best] else None
    return exact if exact is not None else near, part if key == "source" else "no source", printed


def _shared(content: Sequence[Span], quoted: Span) -> int:
    return sum(
        max(0, min(piece.end, quoted.end) - max(piece.start, quoted.start)) for piece in content
    )


def interval(pages: Sequence[Tally], key: str) -> tuple[float, float]:
    """The 95 % interval of a share, articles drawn anew."""
    dice = random.Random(4)  # noqa: S311 (draws of articles, not of secrets)
    shares: list[float] = []
    for _ in range(DRAWS):
        drawn = dice.choices(pages, k=len(pages))
        total = sum(one[each] for one in drawn for each in VERDICTS)
        shares.append(sum(one[key] for one in drawn) / total if total else 0.0)
    shares.sort()
    return shares[round(0.025 * DRAWS)], shares[round(0.975 * DRAWS) - 1]


def measure(page: Page, rules: dict[str, Tally], *, show: bool) -> dict[str, Tally]:
    """Count what is found for the labels of one article by part, and add it to the rules."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    names = {referent.id: referent.name for referent in page.found.referents}
    for label in page.labels:
        number, part, printed = target(page, label)
        result, named, sure, why, name = "unknown", False, 0.0, "not attributed", ""
        if number is None and "quotation" not in label:
            tallies["no longer marked"]["right"] += 1
            continue
        if number is not None:
            result, named, sure = verdict(page.text, page.found, number, label)
            why = page.found.speakers[number].why
            name = names.get(page.found.speakers[number].referent or "", "")
        for floor in TRADE:
            if result == "unknown" or sure < floor:
                tallies["trade"][f"none at {floor}"] += 1
            else:
                tallies["trade"][f"{result} at {floor}"] += 1
        for counts in (tallies[part], rules[why]):
            counts[result] += 1
            counts["sure"] += sure >= SURE
            counts["wrongly named, sure"] += sure >= SURE and result == "wrong" and named
        if show and result != "right":
            wanted = label["speaker"] and [page.text[a:b] for a, b in label["speaker"]]
            print(
                f"{result}: {printed!r} -> {name!r}, wanted {wanted} ({why}, {sure:.2f}) {page.id}"
            )
    return tallies


def summed(pages: Sequence[dict[str, Tally]], part: str) -> Tally:
    """The counts of one part over all articles."""
    total = Tally()
    for page in pages:
        total.update(page.get(part, Tally()))
    return total


def trade(pages: Sequence[dict[str, Tally]]) -> Iterator[str]:
    """How many speakers are right, wrong and none, where only those as sure as that are given."""
    total = summed(pages, "trade")
    for floor in TRADE:
        parts = [total[f"{each} at {floor}"] for each in ("right", "none", "wrong")]
        right, none, wrong = (part / (sum(parts) or 1) for part in parts)
        yield f"  given at {floor} or more: right {right:.1%}, none {none:.1%}, wrong {wrong:.1%}"


def main() -> None:
    """Print the accuracy on each set; with --show what is not right in *dev* and *tune*."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="by default WHENCE_DATA")
    parser.add_argument("--set", choices=SETS, action="append", help="all of them by default")
    parser.add_argument("--rules", action="store_true", help="count by rule")
    parser.add_argument("--show", action="store_true", help="list what is not right where allowed")
    options = parser.parse_args()
    reported: list[dict[str, Tally]] = []
    for name in options.set or SETS:
        path, pages_of = SETS[name]
        rules: dict[str, Tally] = defaultdict(Tally)
        pages = [
            measure(page, rules, show=options.show and name in LISTED)
            for page in pages_of(options.data or places.data(), labels_by_article(path))
        ]
        if options.rules:
            print("".join(f"{rules[why].line(why)}\n" for why in sorted(rules)), end="")
        for part in PARTS:
            total = summed(pages, part)
            if total:
                low, high = interval([page.get(part, Tally()) for page in pages], "right")
                print(f"{total.line(f'{name}, {part}')}; right {low:.1%} to {high:.1%}")
        reported += pages if name not in LISTED else []
    if reported:
        print("All that is reported, whatever its part:", *trade(reported), sep="\n")


if __name__ == "__main__":
    main()
