"""From what a user names to a language model."""

import os
from pathlib import Path

from whence.annotate.encoder import Encoder
from whence.annotate.encoder.weights import CONFIG
from whence.annotate.language import LanguageModel
from whence.annotate.substitutes.token_classifier import TokenClassifier, network_of
from whence.errors import ModelError

SPACY = "spacy:"


def load_model(choice: str = "") -> LanguageModel:
    """The language model that `choice` names; the shipped one where it is empty.

    A folder holds weights of whence (``reader.json``), a token classifier (``config.json``,
    ``tokenizer.json`` and an ONNX file) or a spaCy pipeline (``config.cfg``); ``spacy:NAME`` is an
    installed spaCy pipeline. Raises ``ModelError`` for anything else, and for what is damaged.
    """
    if not choice:
        return Encoder()
    if choice.startswith(SPACY):
        return _spacy(choice.removeprefix(SPACY))
    folder = Path(os.path.expanduser(choice))  # noqa: PTH111 - the path stays as the user wrote it
    if not folder.is_dir():
        raise ModelError(
            f"there is no folder {choice!r} with a language model: name one, or write "
            f"{SPACY}NAME for an installed spaCy pipeline"
        )
    if (folder / CONFIG).is_file():
        return Encoder(folder)
    if (folder / "config.cfg").is_file():
        return _spacy(str(folder))
    if network_of(folder) is not None:
        return TokenClassifier(folder)
    raise ModelError(
        f"the folder {choice!r} holds no language model: it needs {CONFIG} (weights of whence), "
        "config.json with tokenizer.json and a file *.onnx (a token classifier exported to ONNX), "
        "or config.cfg (a spaCy pipeline)"
    )


def _spacy(name: str) -> LanguageModel:
    # spaCy is an extra, and takes a second to load.
    from whence.annotate.substitutes.spacy_pipeline import SpacyPipeline  # noqa: PLC0415

    return SpacyPipeline(name)
