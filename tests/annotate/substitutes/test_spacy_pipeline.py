"""A spaCy pipeline in the place of the shipped model: one that the test makes (extra `spacy`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from whence.annotate import load_model
from whence.annotate.encoder.weights import FOLDER, NETWORK
from whence.errors import ModelError
from whence.model import EntityKind, Span

TEXT = "Zorb Quux said that the flumph was closed. It rained."


def test_without_spacy_or_the_pipeline_it_is_said() -> None:
    with pytest.raises(ModelError, match="spaCy"):
        load_model("spacy:no_such_pipeline")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    spacy = pytest.importorskip("spacy", reason="spaCy, the extra `spacy`, is not installed")
    if not (FOLDER / NETWORK).is_file():
        pytest.skip(f"the language model is not in {FOLDER}: make it with `make train`")
    from spacy.training import Example

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    names = pipeline.add_pipe("ner")
    for label in ("PERSON", "GPE"):
        names.add_label(label)
    doc = pipeline.make_doc(TEXT)
    marks = {"entities": [(0, 9, "PERSON"), (24, 30, "GPE")]}
    example = Example.from_dict(doc, marks)
    optimizer = pipeline.initialize(lambda: [example])
    for _ in range(40):
        pipeline.update([example], sgd=optimizer)
    pipeline.to_disk(tmp_path / "tiny")
    return tmp_path / "tiny"


def test_names_and_sentences_are_the_pipelines(folder: Path) -> None:
    reading = load_model(str(folder)).read(TEXT, [Span(0, len(TEXT))])
    assert [(one.span.of(TEXT), one.kind) for one in reading.mentions] == [
        ("Zorb Quux", EntityKind.PERSON),
        ("flumph", EntityKind.PLACE),
    ]
    assert [one.of(TEXT) for one in reading.sentences] == [TEXT[:42], TEXT[43:]]
    assert reading.attributions


def test_a_pipeline_that_gives_nothing_is_refused(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy, the extra `spacy`, is not installed")
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="nothing here could use it"):
        load_model(str(tmp_path / "blank"))
