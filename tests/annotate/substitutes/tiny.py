"""A tiny token classifier, made by the tests: a table that gives each piece of a word its label.

The ONNX file is written field by field (protocol buffers, onnx.proto3): one `Gather` that looks up
a row of scores for each piece. No exporter is needed for that.
"""

import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import BertPreTokenizer

_INT64, _FLOAT = 7, 1


def make(
    folder: Path, labels: Sequence[str], words: Mapping[str, str], *, longest: int = 512
) -> Path:
    """A folder as an export has it; `words` gives the label of each word, others get the first."""
    vocabulary = {"[UNK]": 0, **{word: number for number, word in enumerate(words, 1)}}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))  # noqa: S106  no password
    tokenizer.pre_tokenizer = BertPreTokenizer()
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    config = {
        "model_type": "tiny",
        "id2label": {str(number): label for number, label in enumerate(labels)},
        "max_position_embeddings": longest,
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    rows = [
        [
            6.0 if number == labels.index(words.get(word, labels[0])) else 0.0
            for number in range(len(labels))
        ]
        for word in vocabulary
    ]
    (folder / "model.onnx").write_bytes(network(rows))
    return folder


def network(rows: Sequence[Sequence[float]], *, inputs: Sequence[str] = ("input_ids",)) -> bytes:
    """An ONNX file that gives the row of each id in its first input."""
    data = b"".join(struct.pack("<f", value) for row in rows for value in row)
    table = b"".join(_number(1, size) for size in (len(rows), len(rows[0])))
    table += _number(2, _FLOAT) + _bytes(8, b"table") + _bytes(9, data)
    node = _bytes(1, b"table") + _bytes(1, inputs[0].encode()) + _bytes(2, b"logits")
    node += _bytes(4, b"Gather")
    graph = _bytes(1, node) + _bytes(2, b"tiny") + _bytes(5, table)
    for name in inputs:
        graph += _bytes(11, _value(name, _INT64, (b"batch", b"pieces")))
    graph += _bytes(12, _value("logits", _FLOAT, (b"batch", b"pieces", b"labels")))
    return _number(1, 8) + _bytes(8, _number(2, 13)) + _bytes(7, graph)


def _value(name: str, kind: int, dimensions: Sequence[bytes]) -> bytes:
    shape = b"".join(_bytes(1, _bytes(2, dimension)) for dimension in dimensions)
    return _bytes(1, name.encode()) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, shape)))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes((*found, value))
