"""How speakers stand to what they say: stance, negation, modality and hedges."""

from whence.annotate.stance.lexicon import has_stance, is_saying
from whence.annotate.stance.reading import Attitude, attitude, is_semblance

__all__ = ["Attitude", "attitude", "has_stance", "is_saying", "is_semblance"]
