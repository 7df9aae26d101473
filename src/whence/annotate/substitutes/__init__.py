"""Other people's models in the place of the shipped one, through `annotate.language`.

`load_model` reads a user's choice. A model need not read everything: what it does not give (parts
of speech, sentences, attributions …) the shipped model gives.
"""

from whence.annotate.substitutes.choice import load_model
from whence.annotate.substitutes.token_classifier import TokenClassifier

__all__ = ["TokenClassifier", "load_model"]
