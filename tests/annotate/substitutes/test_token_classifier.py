"""A token classifier in the place of the shipped model, on a network that the test writes."""

from __future__ import annotations

import json
import pickle
from functools import partial
from pathlib import Path

import pytest
from tests.annotate.substitutes.tiny import make, network

from whence.annotate import Annotator, Encoder, load_model
from whence.annotate.encoder.weights import FOLDER, NETWORK
from whence.annotate.substitutes import TokenClassifier
from whence.errors import ModelError
from whence.model import EntityKind, Reading, Span
from whence.pipeline import Options, report

TEXT = "Zorb Quux said that the flumph was closed."
NAMES = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ZORB = {"Zorb": "B-PER", "Quux": "I-PER", "flumph": "B-LOC"}
SAID = {
    "Zorb": "B-source",
    "Quux": "I-source",
    "said": "B-cue",
    "that": "B-content",
    **dict.fromkeys(("the", "flumph", "was", "closed"), "I-content"),
}


@pytest.fixture(autouse=True)
def _weights() -> None:
    if not (FOLDER / NETWORK).is_file():
        pytest.skip(f"the language model is not in {FOLDER}: make it with `make train`")


def read(folder: Path, text: str = TEXT) -> Reading:
    return load_model(str(folder)).read(text, [Span(0, len(text))])


def test_names_are_the_others_and_the_rest_is_ours(tmp_path: Path) -> None:
    reading = read(make(tmp_path, NAMES, ZORB))
    assert [(one.span.of(TEXT), one.kind) for one in reading.mentions] == [
        ("Zorb Quux", EntityKind.PERSON),
        ("flumph", EntityKind.PLACE),
    ]
    ours = Encoder().read(TEXT, [Span(0, len(TEXT))])
    assert (reading.tokens, reading.attributions) == (ours.tokens, ours.attributions)


def test_attributions_are_the_others_and_the_rest_is_ours(tmp_path: Path) -> None:
    reading = read(make(tmp_path, ROLES, SAID))
    (one,) = reading.attributions
    assert [span.of(TEXT) for span in (*one.source, *one.cue, *one.content)] == [
        "Zorb Quux",
        "said",
        "that the flumph was closed",
    ]
    assert 0.0 < one.confidence <= 1.0
    assert one.vector
    assert reading.mentions == Encoder().read(TEXT, [Span(0, len(TEXT))]).mentions


def test_labels_without_prefix_mark_runs(tmp_path: Path) -> None:
    reading = read(make(tmp_path, ("O", "PER"), {"Zorb": "PER", "Quux": "PER"}))
    assert [one.span.of(TEXT) for one in reading.mentions] == ["Zorb Quux"]


def test_a_long_passage_is_read_in_windows_to_its_end(tmp_path: Path) -> None:
    text = "and then it rained " * 40 + "on Zorb Quux"
    reading = read(make(tmp_path, NAMES, ZORB, longest=16), text)
    assert [one.span.of(text) for one in reading.mentions] == ["Zorb Quux"]


def test_offsets_are_code_points_of_the_whole_text(tmp_path: Path) -> None:
    text = "🚢 e\u0301 \ud800\nZorb Quux left."
    passage = Span(text.index("Zorb"), len(text))
    reading = load_model(str(make(tmp_path, NAMES, ZORB))).read(text, [passage])
    assert [one.span.of(text) for one in reading.mentions] == ["Zorb Quux"]


def test_nothing_is_read_outside_the_passages(tmp_path: Path) -> None:
    model = load_model(str(make(tmp_path, NAMES, ZORB)))
    assert model.read(TEXT, []) == Reading()


def test_the_digest_is_that_of_the_files(tmp_path: Path) -> None:
    one = load_model(str(make(tmp_path / "one", NAMES, ZORB)))
    same = load_model(str(make(tmp_path / "same", NAMES, ZORB)))
    other = load_model(str(make(tmp_path / "other", NAMES, {"Zorb": "B-PER"})))
    assert one.digest == same.digest
    assert len({one.digest, other.digest, Encoder().digest}) == 3


def test_a_whole_report_is_read_with_it(tmp_path: Path) -> None:
    folder = make(tmp_path / "model", ROLES, SAID)
    place = tmp_path / "report.txt"
    place.write_text(f"{TEXT}\n", encoding="utf-8")
    choose = partial(load_model, str(folder))
    assert pickle.loads(pickle.dumps(choose))  # noqa: S301  as processes are given it
    account = report([str(place)], Options(model=choose))
    (story,) = account.stories
    (annotated,) = story.articles
    assert annotated.producer == Annotator(choose()).producer
    assert [one.source[0].of(TEXT) for one in annotated.statements] == ["Zorb Quux"]


def damaged(folder: Path, name: str, words: bytes) -> Path:
    make(folder, NAMES, ZORB)
    (folder / name).write_bytes(words)
    return folder


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("config.json", b"{", "no JSON"),
        ("config.json", b"[]", "no table"),
        ("config.json", b"{}", "no id2label"),
        ("config.json", json.dumps({"id2label": {"1": "B-PER"}}).encode(), "from 0"),
        ("config.json", json.dumps({"id2label": {"0": "POSITIVE"}}).encode(), "positive"),
        ("config.json", json.dumps({"id2label": {"0": "O", "1": "PER"}}).encode(), "belong"),
        (
            "config.json",
            json.dumps(
                {"id2label": dict(enumerate(NAMES)), "max_position_embeddings": None}
            ).encode(),
            "no number",
        ),
        ("tokenizer.json", b"{}", "no tokenizer"),
        ("model.onnx", b"no network", "damaged"),
        ("model.onnx", network([[0.0] * 5], inputs=("input_ids", "pixels")), "pixels"),
        ("model.onnx", network([[0.0] * 5]), "cannot be run"),
    ],
)
def test_a_damaged_folder_says_what_is_wrong(
    tmp_path: Path, name: str, words: bytes, said: str
) -> None:
    with pytest.raises(ModelError, match=said):
        read(damaged(tmp_path, name, words))


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    make(tmp_path, NAMES, ZORB)
    (tmp_path / name).unlink()
    with pytest.raises(ModelError, match=name):
        read(tmp_path)


def test_a_folder_without_a_model_says_what_it_needs(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"tokenizer\.json"):
        load_model(str(tmp_path))
    with pytest.raises(ModelError, match="there is no folder"):
        load_model(str(tmp_path / "nowhere"))


def test_no_choice_is_the_shipped_model() -> None:
    assert isinstance(load_model(""), Encoder)
    assert isinstance(load_model(str(FOLDER)), Encoder)


def test_a_classifier_can_be_given_another_filling(tmp_path: Path) -> None:
    model = TokenClassifier(make(tmp_path, NAMES, ZORB), Encoder(FOLDER))
    assert model.read(TEXT, [Span(0, len(TEXT))]).mentions
