"""The labels that this project made: whole, of one part each, and compared as the field does."""

from __future__ import annotations

import hashlib
from itertools import pairwise

import pytest

from bench import agreement

STORIES = agreement.lines(agreement.FIRST)
SECOND = agreement.lines(agreement.SECOND)


@pytest.mark.parametrize("row", STORIES, ids=lambda row: str(row["id"])[:24])
def test_the_part_of_a_report_follows_from_its_id_alone(row: agreement.Record) -> None:
    even = hashlib.sha256(row["id"].encode()).digest()[0] % 2 == 0
    assert row["part"] == ("tune" if even else "report")


def test_no_report_is_marked_twice_in_one_reading() -> None:
    for rows in (STORIES, SECOND):
        assert len({(row["file"], row["id"]) for row in rows}) == len(rows)


@pytest.mark.parametrize("row", STORIES + SECOND, ids=lambda row: str(row["id"])[:24])
def test_the_pieces_of_an_attribution_do_not_overlap(row: agreement.Record) -> None:
    for marked in row["attributions"]:
        assert marked["cue"]
        assert marked["content"]
        pieces = sorted(pair for role in ("source", "cue", "content") for pair in marked[role])
        assert all(start < end for start, end in pieces)
        assert all(before[1] <= after[0] for before, after in pairwise(pieces))


def test_kappa_takes_off_what_chance_alone_would_make_equal() -> None:
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert agreement.kappa(pairs) == pytest.approx((0.7, 0.4))


def test_kappa_of_readers_who_only_know_one_label_is_one() -> None:
    assert agreement.kappa([("none", "none")] * 3) == (1.0, 1.0)
