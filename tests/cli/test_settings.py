"""Settings in the environment: what is allowed, and what is said of the rest."""

import re

import pytest
from tests.cli.running import Whence

from whence.errors import UsageError
from whence.settings import Settings


@pytest.mark.parametrize(
    ("variable", "value"),
    [("BATCH", "0"), ("BATCH", "9" * 30), ("PROCESSES", "9" * 5000), ("MAX_INPUT_BYTES", "9" * 17)],
)
def test_a_number_that_no_run_can_keep_to_is_refused(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"WHENCE_{variable}", value)
    with pytest.raises(
        UsageError, match=rf"WHENCE_{variable} is \d{{1,40}}; it must be from [01] to"
    ):
        Settings.from_environment()


def test_the_least_that_is_allowed_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHENCE_BATCH", "1")
    monkeypatch.setenv("WHENCE_PROCESSES", "0")
    assert (Settings.from_environment().batch, Settings.from_environment().processes) == (1, 0)


def test_settings_are_listed_with_what_the_environment_changes(
    whence: Whence, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHENCE_BATCH", "7")
    _, out, _ = whence("settings")
    assert "WHENCE_MAX_INPUT_BYTES" in out
    assert re.search(r"WHENCE_BATCH +7 +articles.*\(set;\s+otherwise\s+64\)", out, re.DOTALL)
