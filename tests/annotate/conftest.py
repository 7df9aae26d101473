"""What the tests of several stages ask alike."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

Steps = Callable[[Callable[[], object]], int]


@pytest.fixture
def steps() -> Steps:
    """Counts the lines of Python that a call runs: the same on any machine, however busy it is.

    What a single line costs inside a built-in (a regular expression, a slice) is not counted.
    """

    def count(call: Callable[[], object]) -> int:
        total = 0

        def on_line(frame: FrameType, event: str, argument: Any) -> Any:
            nonlocal total
            total += event == "line"
            return on_line

        before = sys.gettrace()
        sys.settrace(on_line)
        try:
            call()
        finally:
            sys.settrace(before)
        return total

    return count
