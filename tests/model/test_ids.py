"""Ids follow from content and from nothing else."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from whence.model import Outlet, article_id, content_id

PARTS = st.lists(st.one_of(st.none(), st.text(max_size=8), st.integers()), max_size=4)


@given(PARTS, PARTS)
def test_equal_parts_and_only_they_give_equal_ids(one: list[object], two: list[object]) -> None:
    same = [None if part is None else str(part) for part in one] == [
        None if part is None else str(part) for part in two
    ]
    assert (content_id("x", *one) == content_id("x", *two)) == same


def test_ids_do_not_depend_on_the_process() -> None:
    code = "from whence.model import content_id; print(content_id('st', 'é\\ud800', 3, None))"
    run = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONHASHSEED": "7"}, capture_output=True, check=True
    )
    assert run.stdout.decode().strip() == content_id("st", "é\ud800", 3, None)


def test_the_same_words_of_two_outlets_are_two_articles() -> None:
    one, two = Outlet("Ostrava Dispatch"), Outlet("Bay Herald")
    text = "The bridge is closed."
    assert article_id(text=text, outlet=one, url=None) != article_id(
        text=text, outlet=two, url=None
    )
