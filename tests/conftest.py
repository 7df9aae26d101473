"""What the tests share: where the research data lies, and what a skip may mean."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("WHENCE_DATA", ROOT.parent / "shared" / "data")).resolve()
#: Names of markers whose tests may not be skipped, as `.ci/run` sets them: "data,browser".
REQUIRED = frozenset(filter(None, os.environ.get("WHENCE_REQUIRE", "").split(",")))


def skip_or_fail(marker: str, why: str) -> None:
    """Skip a test for want of something, or fail it where `WHENCE_REQUIRE` demands that thing."""
    if marker in REQUIRED:
        pytest.fail(f"WHENCE_REQUIRE demands {marker!r}, but {why}")
    pytest.skip(why)


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The research data, for measuring only."""
    if not DATA.is_dir():
        skip_or_fail("data", f"the research data is not at {DATA} (set WHENCE_DATA)")
    return DATA


@pytest.fixture(scope="session")
def seeds_dir(data_dir: Path) -> Path:
    """The two seed reports."""
    return data_dir / "seeds"
