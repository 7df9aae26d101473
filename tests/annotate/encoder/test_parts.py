"""The parts of the encoder, without the model: cutting, windows, decoding, joining, calibration."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest

from whence.annotate.encoder import Encoder, weights
from whence.annotate.encoder.calibration import FEATURES, Calibration, features, log_odds
from whence.annotate.encoder.decode import best_tags, posteriors, spans, valid_transitions
from whence.annotate.encoder.joining import (
    CONTENT,
    CUE,
    SOURCE,
    RoleSpan,
    is_participle,
    join,
    quotation,
)
from whence.annotate.encoder.pieces import BREAK, Shape, Words, cut
from whence.annotate.encoder.windows import windows
from whence.errors import ModelError
from whence.model import Span
from whence.runtime import load_tokenizer

VOCABULARY = [
    "[PAD]",
    "[BREAK]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "the",
    "fer",
    "##ry",
    "u",
    ".",
    "s",
    "“",
]


@pytest.fixture
def words(tmp_path: Path) -> Words:
    path = tmp_path / "vocab.txt"
    path.write_text("\n".join(VOCABULARY), encoding="utf-8")
    text = "The ferry\r\n“U.S. FERRY ferry"
    return cut(text, [(0, 9), (11, len(text))], load_tokenizer(path))


def test_words_are_tied_to_code_points(words: Words) -> None:
    assert words.starts.tolist() == [0, 4, 11, 11, 12, 13, 14, 15, 17, 23]
    assert words.ends.tolist() == [3, 9, 11, 12, 13, 14, 15, 16, 22, 28]


def test_a_break_stands_between_passages(words: Words) -> None:
    assert words.passage.tolist() == [0, 0, -1, 1, 1, 1, 1, 1, 1, 1]
    assert words.pieces[words.first[2]] == BREAK


def test_shapes_keep_what_the_vocabulary_forgets(words: Words) -> None:
    assert words.shapes.tolist()[:2] == [Shape.CAPITALISED, Shape.LOWER]
    assert words.shapes.tolist()[3:5] == [Shape.MARK_BEFORE, Shape.INITIAL]
    assert words.shapes.tolist()[8:] == [Shape.CAPITALS, Shape.LOWER]


@pytest.mark.parametrize("size", [8, 16, 100])  # in pieces
def test_cores_cover_all_words_once(words: Words, size: int) -> None:
    found = list(windows(words, size=size, margin=2))
    assert found[0].core_start == 0
    assert found[-1].core_end == len(words)
    assert all(a.core_end == b.core_start for a, b in pairwise(found))
    for window in found:
        low, high = words.first[window.core_start], words.first[window.core_end]
        assert window.low <= low < high <= window.high
        assert window.high - window.low <= size - 2


def test_decoding_finds_the_best_valid_sequence() -> None:
    draw = np.random.default_rng(3)
    scores = draw.normal(size=(4, 7)).astype(np.float32)
    between = valid_transitions(7) + draw.normal(size=(7, 7)).astype(np.float32)

    def total(tags: tuple[int, ...]) -> float:
        path = (0, *tags, 0)
        return sum(between[a, b] for a, b in pairwise(path)) + sum(
            scores[i, tag] for i, tag in enumerate(tags)
        )

    best = max(product(range(7), repeat=4), key=total)
    assert best_tags(scores, np.zeros(4, dtype=np.int32), between).tolist() == list(best)


def test_posteriors_are_those_of_all_sequences() -> None:
    draw = np.random.default_rng(4)
    scores = draw.normal(size=(3, 3)).astype(np.float32)
    between = valid_transitions(3)
    weights_ = np.zeros((3, 3))
    for tags in product(range(3), repeat=3):
        path = (0, *tags, 0)
        score = sum(between[a, b] for a, b in pairwise(path))
        score += sum(scores[i, tag] for i, tag in enumerate(tags))
        for i, tag in enumerate(tags):
            weights_[i, tag] += np.exp(score)
    expected = weights_ / weights_.sum(1, keepdims=True)
    found = posteriors(scores, np.zeros(3, dtype=np.int32), between)
    np.testing.assert_allclose(found, expected, atol=1e-4)


def test_passages_are_decoded_apart() -> None:
    scores = np.zeros((3, 3), dtype=np.float32)
    scores[:, 2] = 5.0  # inside, everywhere: only valid after a beginning
    tags = best_tags(scores, np.array([0, -1, 1], dtype=np.int32), valid_transitions(3))
    assert tags.tolist() == [1, 0, 1] or tags.tolist() == [0, 0, 0]


def test_spans_of_tags() -> None:
    tags = np.array([0, 1, 2, 1, 0, 3, 4, 4, 5], dtype=np.int32)
    assert list(spans(tags)) == [(1, 3, 0), (3, 4, 0), (5, 8, 1), (8, 9, 2)]


def role(kind: int, low: int, *, sentence: int = 0) -> RoleSpan:
    return RoleSpan(kind, low, low + 1, 0, sentence, sentence, quoted=False, unclosed=False)


TABLE = {
    "s|<|s0|*|*": 0.9,
    "s|>|s0|*|*": 0.6,
    "k|>|s0|*|*": 0.9,
    "k|<|s0|*|*": 0.6,
}


def test_a_cue_takes_its_source_and_contents() -> None:
    spans_ = [role(SOURCE, 0), role(CUE, 1), role(CONTENT, 2), role(CONTENT, 4)]
    (found,) = join(spans_, TABLE)
    assert (found.source, found.cue, found.contents) == (0, 1, (2, 3))


def test_a_content_without_a_cue_is_said_by_no_one() -> None:
    assert join([role(SOURCE, 0), role(CONTENT, 2)], TABLE) == []


def test_a_cue_without_content_says_nothing() -> None:
    assert join([role(SOURCE, 0), role(CUE, 1)], TABLE) == []


def test_the_subject_of_a_participle_is_that_of_another_verb() -> None:
    table = {**TABLE, "s|<|s0|-|kc": 0.1, "s|<|s0|g|kc": 0.9}
    for participle in (False, True):
        second = replace(role(CUE, 4), participle=participle)
        spans_ = [role(SOURCE, 0), role(CUE, 1), role(CONTENT, 2), second, role(CONTENT, 5)]
        *_, last = join(spans_, table)
        assert last.source == (0 if participle else None)


@pytest.mark.parametrize(
    ("cue", "expected"),
    [("adding", True), ("Bemoaning", True), ("said", False), ("is saying", False), ("", False)],
)
def test_a_participle_is_known_by_its_ending(cue: str, expected: bool) -> None:  # noqa: FBT001
    assert is_participle(cue) == expected


def test_a_source_that_is_not_clear_is_left_out() -> None:
    spans_ = [role(SOURCE, 0), role(CUE, 1, sentence=1), role(CONTENT, 2, sentence=1)]
    (found,) = join(spans_, TABLE)
    assert found.source is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“all is well”", (True, False)),
        ("“all is", (True, True)),
        ("all is well", (False, False)),
        ('"all is well"', (True, False)),
        ("''all is", (True, True)),
        ("''all is well''", (True, False)),
        ("", (False, False)),
    ],
)
def test_quotation_marks_are_counted(text: str, expected: tuple[bool, bool]) -> None:
    assert quotation(text) == expected


def test_calibration_is_a_probability() -> None:
    calibration = Calibration((100.0,) * len(FEATURES))
    assert 0.0 <= calibration.confidence((1e9,) * len(FEATURES)) <= 1.0
    assert log_odds(0.0) == pytest.approx(-log_odds(1.0))


def weighed(*, after: int = 4, likely: float = 0.0) -> dict[str, float]:
    """Return the features, by name, of "[content] , [source] [cue] on Monday ."."""
    content = replace(role(CONTENT, 0), high=4, written=4, after=after, likely=likely)
    source = replace(role(SOURCE, 5), written=1, after=3)
    spans_ = [content, source, replace(role(CUE, 6), written=1, after=2)]
    (joined,) = join(spans_, {"s|<|s0|*|*": 0.9, "k|<|s0|*|*": 0.9})
    return dict(zip(FEATURES, features(spans_, joined), strict=True))


def test_words_left_over_after_a_content_are_seen() -> None:
    assert weighed()["left"] == 1.0
    assert weighed(after=2)["left"] == 0.0


def test_a_doubtful_word_counts_where_the_part_is_long() -> None:
    assert weighed(likely=-3.0)["likely"] < weighed()["likely"]
    assert weighed()["content_first"] == 1.0


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="make train"):
        Encoder(tmp_path).read("The pilot said it rained.", [Span(0, 25)])


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with the shipped files."""
    for name in weights.FILES:
        shipped = weights.FOLDER / name
        if not shipped.is_file():
            pytest.skip(f"the language model is not in {weights.FOLDER}: make it with `make train`")
        (tmp_path / name).symlink_to(shipped)
    return tmp_path


def damage(folder: Path, name: str, words: bytes) -> None:
    (folder / name).unlink()
    (folder / name).write_bytes(words)
    with pytest.raises(ModelError, match="reinstall"):
        Encoder(folder).read("The pilot said it rained.", [Span(0, 25)])


@pytest.mark.parametrize("name", weights.FILES)
@pytest.mark.parametrize("words", [b"{}", b"[UNK]\nthe\n\xff\xfe"], ids=["empty", "no UTF-8"])
def test_damaged_weights_say_what_to_do(copied: Path, name: str, words: bytes) -> None:
    damage(copied, name, words)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("heads", ["roles"]),
        ("heads", {"roles": [0, 7]}),
        ("transitions", [[0.0] * 7] * 3),
        ("role_bias", [0.0]),
        ("joints", []),
        ("calibration", {"weights": dict.fromkeys(FEATURES, "much")}),
        ("calibration", {"weights": {}}),
        ("calibration", {"weights": {**dict.fromkeys(FEATURES, 0.0), "mood": 1.0}}),
    ],
)
def test_a_description_whose_parts_do_not_fit_is_damaged(
    copied: Path, part: str, value: object
) -> None:
    given = json.loads((copied / weights.CONFIG).read_text("utf-8"))
    damage(copied, weights.CONFIG, json.dumps({**given, part: value}).encode())
