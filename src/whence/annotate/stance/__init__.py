"""How speakers stand to what they say: stance, negation, modality and hedges."""

from whence.annotate.stance.lexicon import is_saying
from whence.annotate.stance.reading import Attitude, attitude

__all__ = ["Attitude", "attitude", "is_saying"]
