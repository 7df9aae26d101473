"""The shipped entailment model, loaded once for all tests."""

from __future__ import annotations

import pytest

from whence.link.entailment import CrossEncoder, shipped


@pytest.fixture(scope="session")
def model() -> CrossEncoder:
    found = shipped()
    if found is None:
        pytest.skip("the entailment model is not shipped: make it with `python -m train.entail`")
    return found
