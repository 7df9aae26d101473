"""Annotation: what one article says, read by a language model and the stages on top of it."""

from whence.annotate.annotator import Annotator
from whence.annotate.encoder import Encoder
from whence.annotate.language import LanguageModel
from whence.annotate.substitutes import load_model

__all__ = ["Annotator", "Encoder", "LanguageModel", "load_model"]
