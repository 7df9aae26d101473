"""The shipped model, loaded once for all tests, and a short way to ask what it read."""

from __future__ import annotations

import pytest
from tests.annotate.encoder.asking import Ask, Names, Read, Said, lines

from whence.annotate.encoder import Encoder
from whence.annotate.encoder.weights import FOLDER, NETWORK


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    if not (FOLDER / NETWORK).is_file():
        pytest.skip(f"the language model is not in {FOLDER}: make it with `make train`")
    return Encoder()


@pytest.fixture(scope="session")
def read(encoder: Encoder) -> Read:
    return lambda text: encoder.read(text, list(lines(text)))


@pytest.fixture(scope="session")
def said(read: Read) -> Ask:
    def ask(text: str) -> list[Said]:
        return [
            tuple(  # type: ignore[misc]
                " … ".join(text[span.start : span.end] for span in part)
                for part in (each.source, each.cue, each.content)
            )
            for each in read(text).attributions
        ]

    return ask


@pytest.fixture(scope="session")
def names(read: Read) -> Names:
    def ask(text: str) -> dict[str, str]:
        return {
            text[each.span.start : each.span.end]: each.kind.value for each in read(text).mentions
        }

    return ask
