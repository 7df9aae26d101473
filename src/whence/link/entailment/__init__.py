"""The model that reads two sentences, or two statements: what is the one to the other?

No weights of it are shipped: it was measured to be of too little use.

`weights` reads the shipped files and checks them, `cross_encoder` runs the network on pairs.
`docs/model-card-entailment.md` says what it was learnt from and how well it reads.
"""

from whence.link.entailment.cross_encoder import CrossEncoder

__all__ = ["CrossEncoder"]
