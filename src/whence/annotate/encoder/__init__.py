"""The language model that whence ships.

One small transformer reads a text once. `pieces` cuts the text, `windows` says what is seen at
once, `session` runs the network, `decode` finds the best tags, `assembly` and `joining` make spans
and attributions of them, and `encoder` wires it together.
"""

from whence.annotate.encoder.encoder import Encoder

__all__ = ["Encoder"]
