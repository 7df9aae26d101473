"""The labels of chains: each attribution once, and names that stand outside of what was said."""

import json

from bench import chains

ROWS = [json.loads(line) for line in chains.LABELS.read_text("utf-8").splitlines()]


def test_no_attribution_is_labelled_twice() -> None:
    keys = [(row["id"], str(row["source"]), str(row["cue"]), str(row["content"])) for row in ROWS]
    assert len(set(keys)) == len(keys)


def test_a_carrier_stands_in_the_source_that_is_labelled() -> None:
    carriers = [(row["source"], span) for row in ROWS for span in row["via"]]
    assert carriers
    for source, (start, end) in carriers:
        assert any(first <= start < end <= last for first, last in source)


def test_each_slot_has_names_in_both_halves() -> None:
    for slot in chains.SLOTS:
        halves = {chains.is_even(row["id"]) for row in ROWS if row[slot]}
        assert halves == {True, False}
