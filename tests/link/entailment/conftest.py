"""The shipped entailment model, loaded once for all tests."""

from __future__ import annotations

import pytest

from whence.link.entailment import CrossEncoder
from whence.link.entailment.weights import FOLDER, NETWORK


@pytest.fixture(scope="session")
def model() -> CrossEncoder:
    if not (FOLDER / NETWORK).is_file():
        pytest.skip("the entailment model is not shipped: make it with `python -m train.entail`")
    return CrossEncoder()
