"""The model that reads two sentences: does the second follow from the first, or clash with it?

`weights` reads the shipped files and checks them, `cross_encoder` runs the network on pairs.
`docs/model-card-entailment.md` says what it was learnt from and how well it reads.
"""

from whence.link.entailment.cross_encoder import CrossEncoder
from whence.link.entailment.weights import FOLDER, NETWORK

__all__ = ["CrossEncoder", "shipped"]


def shipped() -> CrossEncoder | None:
    """The model that the package brings; None where it was packaged without one.

    Nothing is loaded before the first reading.
    """
    return CrossEncoder() if (FOLDER / NETWORK).is_file() else None
